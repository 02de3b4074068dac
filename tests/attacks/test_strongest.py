"""The strongest reader there can be: all that a digest shows, weighed by Bayes' rule with everybody's habits known.

Averaged over all digests a cohort can get, counted out and not sampled, and at worst: the one digest that tells most.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Chances, Question, chances, shared_words, ticked, ticked_rare, took_part
from tests.attacks.cohorts import cohort, lived, play
from tests.attacks.gates import Gate, counts, gate, quotes_by_half

HAS = "Somebody knows how likely each student takes part (0.7), ticks and writes, and weighs all that a digest shows."
TOOK_PART = Attack("The strongest reader: who took part.", HAS, "did one of eight students take part?")
TICKED = Attack("The strongest reader: who ticked.", HAS, "did one of eight students tick a common theme?")
TICKED_RARE = Attack(
    "The strongest reader: who ticked what few tick.", HAS, "did one of eight students tick a rare theme?"
)
SHARED = Attack("The strongest reader: who wrote.", HAS, "did one of eight students share words?")

WHOSE = Attack(
    "The strongest reader: whose quote.",
    "Somebody knows how often each of 7 to 12 students shares words, and guesses that it was the one who does most.",
    "whose is a quote?",
)

SIZES = (7, 8, 9, 12)


@cache
def weighed(gate: Gate, size: int) -> Chances:
    return chances(gate, roster_size=size)


def on_average(gate: Gate, question: Question) -> Odds:
    return weighed(gate, 8).best_guess(question)


def at_worst(gate: Gate, question: Question, sizes: Sequence[int] = SIZES) -> float:
    return max(weighed(gate, size).worst(question).right for size in sizes)


def measured(attack: Attack, question: Question, *, gain: float, worst: float) -> None:
    """The average gain over guessing and the worst digest of all keep their bounds, and the page tells both."""
    odds = on_average(gate, question)
    assert odds.right - odds.without < gain
    assert at_worst(gate, question) < worst
    attack.found(odds, note=f"at worst {at_worst(gate, question):.3f} sure of yes, with 7 to 12 students")


def whose(gate: Gate) -> Odds:
    """Without digests the guess is about any text that was shared; with them it is about those that are shown."""
    shared, quoted = zip(*(_whose(gate, Random(seed)) for seed in range(200)), strict=True)
    return Odds(_share(chain(*shared)), _share(chain(*quoted)))


def _whose(gate: Gate, dice: Random) -> tuple[list[bool], list[bool]]:
    students = cohort(dice, dice.randint(7, 12))
    writer = max(students, key=lambda student: student.shares_words).number
    weeks = list(play(lived(students, dice), gate, roster_size=len(students)))
    author = {said.words: said.by for week in weeks for said in week.pooled if said.words}
    quotes = [quote for week in weeks if week.digest for quote in week.digest.quotes]
    return [by == writer for by in author.values()], [author[quote] == writer for quote in quotes]


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return sum(every) / len(every)


def test_a_quote_tells_no_more_of_its_author_than_any_text() -> None:
    odds = whose(gate)
    assert odds.right < odds.without + 0.02
    WHOSE.sampled(odds)


def test_digests_do_not_tell_who_took_part() -> None:
    measured(TOOK_PART, took_part, gain=0.001, worst=0.96)


def test_digests_hardly_tell_who_ticked_a_common_theme() -> None:
    measured(TICKED, ticked, gain=0.04, worst=0.8)


def test_digests_do_not_tell_who_ticked_a_rare_theme() -> None:
    measured(TICKED_RARE, ticked_rare, gain=0.001, worst=0.75)


def test_digests_do_not_tell_who_shared_words() -> None:
    measured(SHARED, shared_words, gain=0.005, worst=0.65)


def test_counts_and_as_many_quotes_as_voices_allow_would_tell_more() -> None:
    assert at_worst(quotes_by_half, took_part, [7]) > 0.999
    assert at_worst(counts, took_part, [8]) > 0.999
    assert on_average(counts, ticked).right > on_average(gate, ticked).right
