"""A reader who learns: plays many cohorts at home, some with a habit and some without, and then judges real ones.

Over weeks a digest's replies may come from several weeks, so nothing can be counted out; this reader finds out what
each sight is worth by trying, which comes as near to Bayes' rule as trying can.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from math import log
from random import Random

from tests.attacks.attack import Odds

LESSONS, TRIALS = 150, 250
"""So many cohorts with a habit and as many without: enough for an error of 0.02."""
A_FEW = 50
"""Enough trials to see that a broken gate tells more."""
MANY = 2000
"""Enough for an error of 0.01; for the campaign that is run where there is time."""

Sights = Callable[[Random, bool], Iterable[Hashable]]
"""What the reader sees of one cohort, with or without the habit in question."""


def learned(sights: Sights, *, trials: int = TRIALS) -> Odds:
    """How often the reader says rightly whether a cohort has the habit; half of the cohorts do."""
    worth = _worth(sights, max(LESSONS, trials // 2))
    return Odds.of(guess for trial in range(trials) for guess in _judged(sights, worth, trial))


def _judged(sights: Sights, worth: Callable[[Hashable], float], trial: int) -> Iterator[tuple[bool, bool]]:
    for habit in (True, False):
        seen = sum(map(worth, sights(Random(f"trial {trial} {habit}"), habit)))
        # Who can't say throws a coin: heads in every other trial.
        says = seen > 0 if seen else trial % 2 == 0
        yield habit, says is habit


def _worth(sights: Sights, lessons: int) -> Callable[[Hashable], float]:
    """By how much a sight speaks for the habit; one never met before speaks for nothing."""
    met = {
        habit: Counter(
            sight for lesson in range(lessons) for sight in sights(Random(f"lesson {lesson} {habit}"), habit)
        )
        for habit in (True, False)
    }
    return lambda sight: log((met[True][sight] + 1) / (met[False][sight] + 1))
