"""A student opts out without a word, and stays on the roster. Do the digests tell?

Half of the time she does, so a coin is right in 0.5. The others take part at 0.7 a week, as she did.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import COMMON, Habits, chances, something
from tests.attacks.cohorts import Student, Week, cohort, lived, play
from tests.attacks.gates import Gate, counts, gate
from tests.attacks.lessons import A_FEW, TRIALS, learned

ONE_MONDAY = Attack(
    "Opted out, one Monday.",
    "A preceptor of seven students, who thinks that one of them has perhaps opted out, sees whether there is a digest.",
    "has she opted out?",
)
TWO = Attack(
    "Opted out, two Mondays in vain.",
    "The same preceptor reads no digest on either of the first two Mondays.",
    "that she has opted out",
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


def after_two_silent_mondays(gate: Gate, *, alike: bool = False) -> float:
    """How sure the first two Mondays of a block make, when neither has a digest."""
    out, there = (
        sum(_is_silent(gate, Random(seed), opted_out, alike=alike) for seed in range(1500))
        for opted_out in (True, False)
    )
    return out / (out + there)


def _is_silent(gate: Gate, dice: Random, opted_out: bool, *, alike: bool) -> bool:
    weeks = lived(_students(dice, opted_out, alike=alike), dice, weeks=2)
    return not any(week.digest for week in play(weeks, gate, roster_size=7))


def _students(dice: Random, opted_out: bool, *, alike: bool = False) -> list[Student]:
    """Seven students, one of whom has perhaps opted out; alike when all tick the same theme whenever they answer."""
    her, *others = (replace(each, ticks={COMMON: 1.0}) if alike else each for each in cohort(dice, 7))
    return [replace(her, last=0 if opted_out else 12), *others]


def after_twelve(gate: Gate, *, trials: int = TRIALS) -> Odds:
    def sights(dice: Random, opted_out: bool) -> Iterator[tuple[int, bool, str]]:
        silent = 0
        for week in play(lived(_students(dice, opted_out), dice), gate, roster_size=7):
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


def test_two_mondays_without_a_digest_do_not_confirm_it() -> None:
    """Where all tick the same theme nothing but the voices decides, and it tells more: so much is the most."""
    sure, most = after_two_silent_mondays(gate), after_two_silent_mondays(gate, alike=True)
    assert sure < 0.73
    assert most < 0.86
    TWO.sampled(Odds(0.5, sure), note=f"{most:.2f} where all tick the same theme whenever they answer")


def test_counts_would_tell_more_over_twelve_mondays() -> None:
    assert after_twelve(counts, trials=A_FEW).right > 0.75
