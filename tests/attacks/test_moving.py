"""Before and after: somebody joins, leaves, or moves to another cohort, and only then does a theme change.

Half of the time she ticks a theme whenever she answers, otherwise never, so a coin is right in 0.5. The others tick it
now and then.
"""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from functools import partial
from random import Random

import pytest

from tests.attacks.attack import Attack, Odds
from tests.attacks.cohorts import RARE, Student, cohort, lived, play, shown
from tests.attacks.gates import Gate, cells_of_one, gate, quotes_by_student
from tests.attacks.lessons import A_FEW, TRIALS, learned

JOINS = Attack(
    "Joining.",
    "A preceptor reads six digests of eight students before a ninth joins, and six afterwards.",
    "does the newcomer always tick a certain theme?",
)
LEAVES = Attack(
    "Leaving.",
    "A preceptor reads six digests of nine students, and six after one of them left or opted out.",
    "did she always tick a certain theme?",
)
MOVES = Attack(
    "One group subtracted from the other.",
    "Somebody reads the digests of two cohorts of eight, between which a student moves after six weeks.",
    "does she always tick a certain theme?",
)
SITE = Attack(
    "Sites apart.",
    "A preceptor of one of two sites, whose eight students are pooled, looks at the order in which quotes stand.",
    "is a quote from this site?",
)


def joins(gate: Gate, *, trials: int = TRIALS) -> Odds:
    return learned(lambda dice, habit: _sights(gate, dice, _her(habit, first=6), others=8), trials=trials)


def leaves(gate: Gate, *, others_tick: float = 0.3, trials: int = TRIALS) -> Odds:
    her = partial(_her, last=6)
    return learned(
        lambda dice, habit: _sights(gate, dice, her(habit), others=8, others_tick=others_tick), trials=trials
    )


def moves(gate: Gate, *, trials: int = TRIALS) -> Odds:
    def sights(dice: Random, habit: bool) -> Iterator[Hashable]:
        for place, her in enumerate((_her(habit, last=6), _her(habit, first=6))):
            yield from ((place, sight) for sight in _sights(gate, dice, her, others=7))

    return learned(sights, trials=trials)


def _her(habit: bool, *, first: int = 0, last: int = 12) -> Student:
    return Student(99, ticks={RARE: 1.0 if habit else 0.0}, first=first, last=last)


def _sights(gate: Gate, dice: Random, her: Student, *, others: int, others_tick: float = 0.3) -> Iterator[Hashable]:
    """What is seen of the theme in each week, while she is there and while she is not."""
    students = [*(replace(each, ticks={**each.ticks, RARE: others_tick}) for each in cohort(dice, others)), her]
    for number, week in enumerate(play(lived(students, dice), gate, roster_size=others + 1)):
        yield her.first <= number < her.last, week.digest is not None, dict(shown(week.digest).themes).get(RARE)


def site(gate: Gate, *, trials: int = TRIALS) -> Odds:
    """Learns which places in the order the quotes of a site have, and judges others by that."""
    return learned(lambda dice, ours: _places(gate, dice, ours), trials=trials)


def _places(gate: Gate, dice: Random, ours: bool) -> Iterator[Hashable]:
    """The place of one quote in each digest, by an author of this site or of the other."""
    for week in play(lived(cohort(dice, 8), dice), gate, roster_size=8):
        author = {said.words: said.by for said in week.pooled}
        quotes = week.digest.quotes if week.digest else ()
        places = [place for place, quote in enumerate(quotes) if (author[quote] < 4) is ours]
        if places:
            yield dice.choice(places)
            return


def test_joining_tells_a_little_over_twelve_weeks() -> None:
    odds = joins(gate)
    assert odds.right < 0.78
    JOINS.sampled(odds)


def test_leaving_tells_a_little_over_twelve_weeks() -> None:
    odds = leaves(gate)
    assert odds.right < 0.8
    LEAVES.sampled(odds)


@pytest.mark.slow
def test_two_cohorts_tell_no_more_than_one_and_the_other() -> None:
    odds = moves(gate)
    assert odds.right < 0.85
    MOVES.sampled(odds)


@pytest.mark.slow
def test_smaller_cells_would_tell_more_of_a_theme_that_the_others_hardly_tick() -> None:
    assert leaves(gate, others_tick=0.05, trials=A_FEW).right < 0.75
    assert leaves(cells_of_one, others_tick=0.05, trials=A_FEW).right > 0.8


def test_the_order_of_quotes_tells_no_site() -> None:
    odds = site(gate)
    assert abs(odds.right - 0.5) < 0.05
    SITE.sampled(odds)


def test_quotes_in_the_order_of_the_roster_would_tell_the_site() -> None:
    assert site(quotes_by_student, trials=A_FEW).right > 0.7
