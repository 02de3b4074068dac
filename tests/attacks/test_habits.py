"""Over twelve weeks a habit could show: somebody who always ticks one theme, somebody who always shares words.

Half of the time she has the habit, so a coin is right in 0.5; without it she never ticks the theme, or never writes.
"""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from random import Random

import pytest

from tests.attacks.attack import Attack, Odds
from tests.attacks.cohorts import RARE, Student, cohort, lived, play, shown
from tests.attacks.gates import Gate, cells_of_one, gate, quotes_of_two
from tests.attacks.lessons import A_FEW, TRIALS, learned

THEME = Attack(
    "Always the same theme, twelve weeks.",
    "Somebody reads all digests of eight students, knows how often the others tick a rare theme, and weighs it all.",
    "does she tick it whenever she answers?",
)
WORDS = Attack(
    "Always words, twelve weeks.",
    "The same, of quotes where the others seldom share words.",
    "does she share words whenever she answers?",
)

SIZE = 8


def theme(gate: Gate, *, others: float = 0.1, trials: int = TRIALS) -> Odds:
    def sights(dice: Random, habit: bool) -> Iterator[Hashable]:
        students = [_ticking(student, others) for student in cohort(dice, SIZE)]
        students[0] = _ticking(students[0], 1.0 if habit else 0.0)
        for week in play(lived(students, dice), gate, roster_size=SIZE):
            seen = shown(week.digest)
            yield week.digest is not None, dict(seen.themes).get(RARE)

    return learned(sights, trials=trials)


def words(gate: Gate, *, others: float = 0.1, trials: int = TRIALS) -> Odds:
    def sights(dice: Random, habit: bool) -> Iterator[Hashable]:
        students = [replace(student, shares_words=others) for student in cohort(dice, SIZE)]
        students[0] = replace(students[0], shares_words=1.0 if habit else 0.0)
        for week in play(lived(students, dice), gate, roster_size=SIZE):
            yield week.digest is not None, shown(week.digest).quotes

    return learned(sights, trials=trials)


def _ticking(student: Student, likely: float) -> Student:
    return replace(student, ticks={**student.ticks, RARE: likely})


def test_twelve_weeks_do_not_settle_who_always_ticks_a_theme() -> None:
    odds = theme(gate)
    assert odds.right < 0.84
    THEME.sampled(odds)


def test_twelve_weeks_do_not_settle_who_always_shares_words() -> None:
    odds = words(gate)
    assert odds.right < 0.8
    WORDS.sampled(odds)


@pytest.mark.slow
def test_smaller_cells_would_tell_much_more_where_hardly_anybody_else_does_it() -> None:
    for attack, broken in ((theme, cells_of_one), (words, quotes_of_two)):
        assert attack(gate, others=0.02, trials=A_FEW).right < 0.75
        assert attack(broken, others=0.02, trials=A_FEW).right > 0.85
