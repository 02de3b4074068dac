"""Replies that wait come with a later digest. Does the later digest tell of the earlier week?"""

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.cohorts import Week, cohort, lived, play
from tests.attacks.gates import Gate, gate, remembering

SILENT_WEEK = Attack(
    "A silent week, then a digest.",
    "A preceptor of seven students reads no digest on one Monday, and one on the next.",
    "that one student took part in the silent week",
)
AGAIN = Attack(
    "Words come back.",
    "Somebody keeps all digests of twelve weeks, in 100 cohorts of 7 to 12, and looks for words of earlier replies.",
    "digests that hold words from before the last digest that showed something",
)


def silent_week(gate: Gate) -> Odds:
    silent = [week for seed in range(400) for week in _silent_weeks(gate, Random(seed))]
    return Odds(0.7, sum(len(week.took_part) for week in silent) / (7 * len(silent)))


def _silent_weeks(gate: Gate, dice: Random) -> Iterator[Week]:
    """Every student stands for the one in question, since all take part alike."""
    weeks = list(play(lived(cohort(dice, 7), dice), gate, roster_size=7))
    yield from (week for week, following in pairwise(weeks) if not week.digest and following.digest)


def comes_back(make: Gate, dice: Random) -> tuple[int, int]:
    """How many digests show something, and how many of them hold words that an earlier release had used up."""
    size = dice.randint(7, 12)
    digests = again = 0
    used: set[str | None] = set()
    for week in play(lived(cohort(dice, size), dice), make, roster_size=size):
        if week.digest:
            digests += 1
            again += not used.isdisjoint(week.digest.quotes)
            used |= {said.words for said in week.pooled}
    return digests, again


def test_a_later_digest_tells_nothing_more_of_a_silent_week() -> None:
    odds = silent_week(gate)
    assert odds.right < odds.without
    SILENT_WEEK.sampled(odds)


def test_words_that_were_not_shown_are_never_shown_later() -> None:
    digests, again = zip(*(comes_back(gate, Random(seed)) for seed in range(100)), strict=True)
    assert sum(again) == 0
    assert sum(comes_back(remembering(), Random(seed))[1] for seed in range(20)) > 0
    AGAIN.told("–", f"none of {sum(digests)}")
