"""Exact chances: every way in which a week can go, what the gate shows of it, and what that tells of one student.

The adversary here is the strongest there can be. They know every habit to the digit, and draw from a digest all that
it holds, by Bayes' rule. What is told of one digest is counted out and not sampled.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import comb
from typing import NamedTuple

from bot.domain.curriculum import ThemeSlug
from tests.attacks.attack import Odds
from tests.attacks.cohorts import NOTHING, RARE, Seen, own_theme, shown
from tests.attacks.gates import KEY, Gate, Said

COMMON = ThemeSlug("time-pressure")


class Truth(NamedTuple):
    """What one student gave in one week."""

    took_part: bool
    ticked_common: bool
    ticked_rare: bool
    shared_words: bool


@dataclass(frozen=True, slots=True)
class Habits:
    """How likely somebody takes part in a week and, who does, ticks two themes and shares words."""

    takes_part: float = 0.7
    ticks_common: float = 0.5
    ticks_rare: float = 0.1
    shares_words: float = 0.3

    def truths(self) -> Iterator[tuple[Truth, float]]:
        """What this student may give, each with its chance."""
        yield Truth(False, False, False, False), 1 - self.takes_part
        for common, rare, words in product((False, True), repeat=3):
            chance = self.takes_part * _of(self.ticks_common, common) * _of(self.ticks_rare, rare)
            yield Truth(True, common, rare, words), chance * _of(self.shares_words, words)


USUAL = Habits()
Question = Callable[[Truth], bool]


def took_part(truth: Truth) -> bool:
    """Did this student contribute anything?"""
    return truth.took_part


def ticked(truth: Truth) -> bool:
    """Did this student tick the common theme?"""
    return truth.ticked_common


def ticked_rare(truth: Truth) -> bool:
    """Did this student tick the rare theme?"""
    return truth.ticked_rare


def shared_words(truth: Truth) -> bool:
    """Did this student share words?"""
    return truth.shared_words


def something(seen: Seen) -> bool:
    """Whether a digest shows anything from students."""
    return seen != NOTHING


def nothing(seen: Seen) -> bool:
    """Whether it shows the fixed sentence alone."""
    return seen == NOTHING


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each truth about the student goes with each digest."""

    of: dict[tuple[Seen, Truth], float]

    def best_guess(self, question: Question) -> Odds:
        """How often the best guess is right, over all digests."""
        yes = self.likely(question)
        return Odds(max(yes, 1 - yes), sum(max(self._split(seen, question)) for seen in self._all()))

    def given(self, seen: Callable[[Seen], bool], question: Question) -> Odds:
        """How likely yes is, without a digest and after one of these."""
        return Odds(self.likely(question), self.likely(question, seen=seen) / self.likely(seen=seen))

    def worst(self, question: Question) -> Odds:
        """The same for the digest that makes yes the likeliest."""
        likeliest = max(split[0] / sum(split) for split in (self._split(seen, question) for seen in self._all()))
        return Odds(self.likely(question), likeliest)

    def likely(self, question: Question = bool, *, seen: Callable[[Seen], bool] = bool) -> float:
        """The chance of a truth, of a digest, or of both together."""
        return sum(chance for (each, truth), chance in self.of.items() if question(truth) and seen(each))

    def _all(self) -> set[Seen]:
        return {seen for seen, _ in self.of}

    def _split(self, seen: Seen, question: Question) -> tuple[float, float]:
        mine = [(truth, chance) for (each, truth), chance in self.of.items() if each == seen]
        yes = sum(chance for truth, chance in mine if question(truth))
        return yes, sum(chance for _, chance in mine) - yes


def chances(
    gate: Gate,
    *,
    roster_size: int,
    target: Habits = USUAL,
    others: Habits = USUAL,
    known: Sequence[Truth] = (),
    smallest_group: int = 5,
) -> Chances:
    """Count out all weeks of a roster: one student to learn about, those whose part is known, and the others."""
    of: dict[tuple[Seen, Truth], float] = {}
    drawn: dict[tuple[int, ...], Seen] = {}
    for counts, chance in counted(roster_size - 1 - len(known), others):
        for truth, likely in target.truths():
            total = tuple(map(sum, zip(counts, truth, *known, strict=True)))
            if total not in drawn:
                drawn[total] = shown(gate(pool(*total), roster_size, smallest_group, KEY))
            key = drawn[total], truth
            of[key] = of.get(key, 0) + chance * likely
    return Chances({key: chance for key, chance in of.items() if chance})


def counted(students: int, habits: Habits) -> Iterator[tuple[tuple[int, ...], float]]:
    """How many of the others take part, tick and share, each with its chance."""
    for voices in range(students + 1):
        here = _binomial(students, voices, habits.takes_part)
        rates = (habits.ticks_common, habits.ticks_rare, habits.shares_words)
        for behind in product(range(voices + 1), repeat=3):
            chance = here
            for number, rate in zip(behind, rates, strict=True):
                chance *= _binomial(voices, number, rate)
            if chance:
                yield (voices, *behind), chance


def pool(voices: int, common: int, rare: int, words: int) -> list[Said]:
    """Replies with so many behind them; which of the voices ticked what makes no difference to a digest."""
    return [
        Said(
            number,
            frozenset(
                {own_theme(number)} | ({COMMON} if number < common else set()) | ({RARE} if number < rare else set())
            ),
            f"words of {number}" if number < words else None,
        )
        for number in range(voices)
    ]


def _binomial(trials: int, hits: int, rate: float) -> float:
    return comb(trials, hits) * rate**hits * (1 - rate) ** (trials - hits)


def _of(rate: float, yes: bool) -> float:
    return rate if yes else 1 - rate
