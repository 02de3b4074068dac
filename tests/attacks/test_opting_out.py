"""A student opts out without a word, and stays on the roster. Do the digests tell?

Half of the time she does, so a coin is right in 0.5. The others take part at 0.7 a week, as she did.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Habits, chances, something
from tests.attacks.cohorts import Week, cohort, lived, play
from tests.attacks.gates import Gate, counts, gate
from tests.attacks.lessons import A_FEW, TRIALS, learned

ONE_MONDAY = Attack(
    "Opted out, one Monday.",
    "A preceptor of seven students, who thinks that one of them has perhaps opted out, sees whether there is a digest.",
    "has she opted out?",
)
TWELVE = Attack(
    "Opted out, twelve Mondays.",
    "The same preceptor sees on which of twelve Mondays there is a digest, and knows how often the others answer.",
    "has she opted out?",
)
ALIKE = Habits(ticks_common=1, ticks_rare=0, shares_words=0)


def after_one_monday(gate: Gate) -> Odds:
    """No digest speaks for it, a digest against it, each by how much likelier it is so."""
    without_her, with_her = (_a_digest(gate, replace(ALIKE, takes_part=likely)) for likely in (0.0, 0.7))
    return Odds(0.5, 0.5 + (with_her - without_her) / 2)


def _a_digest(gate: Gate, her: Habits) -> float:
    return chances(gate, roster_size=7, target=her, others=ALIKE).likely(seen=something)


def after_twelve(gate: Gate, *, trials: int = TRIALS) -> Odds:
    def sights(dice: Random, opted_out: bool) -> Iterator[tuple[int, bool, str]]:
        students = cohort(dice, 7)
        students[0] = replace(students[0], last=0 if opted_out else 12)
        silent = 0
        for week in play(lived(students, dice), gate, roster_size=7):
            yield silent, week.digest is not None, _voices_told(week)
            silent = 0 if week.digest else silent + 1

    return learned(sights, trials=trials)


def _voices_told(week: Week) -> str:
    """The number of voices, where a gate is so bad as to say "3 of 5"."""
    return "".join({share.band.partition(" of ")[2] for share in week.digest.themes}) if week.digest else ""


def test_one_monday_hardly_tells_that_somebody_has_opted_out() -> None:
    odds = after_one_monday(gate)
    assert odds.right < 0.62
    ONE_MONDAY.found(odds)


def test_twelve_mondays_tell_a_little_of_who_has_opted_out() -> None:
    odds = after_twelve(gate)
    assert odds.right < 0.73
    TWELVE.sampled(odds)


def test_counts_would_tell_more_over_twelve_mondays() -> None:
    assert after_twelve(counts, trials=A_FEW).right > 0.75
