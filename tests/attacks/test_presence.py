"""Whether a digest shows anything at all tells a little of who took part: at least five did, or perhaps fewer.

The others take part at 0.70 a week and tick a theme that all of them like, so nothing but the voices decides.
"""

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Habits, Truth, chances, nothing, something, took_part
from tests.attacks.gates import Gate, gate, no_spare_students, voices_of_three

A_DIGEST = Attack(
    "A digest appears.", "A preceptor of seven students reads that something was shared.", "that one student took part"
)
NO_DIGEST = Attack(
    "No digest appears.", "A preceptor of seven students reads the fixed sentence.", "that one student took no part"
)
COLLUDERS = Attack(
    "Four colluders, a digest appears.",
    "Four of seven students took part and tell each other so.",
    "that one of the other three took part",
)
COLLUDERS_IN_VAIN = Attack(
    "Four colluders, no digest appears.",
    "Four of seven students took part, ticked the same theme and tell each other so.",
    "that one of the other three took no part",
)

ALIKE = Habits(ticks_common=1, ticks_rare=0, shares_words=0)
A_COLLUDER = Truth(took_part=True, ticked_common=True, ticked_rare=False, shared_words=False)


def after_a_digest(gate: Gate, *, colluders: int = 0, roster_size: int = 7) -> Odds:
    counted = chances(gate, roster_size=roster_size, target=ALIKE, others=ALIKE, known=[A_COLLUDER] * colluders)
    return counted.given(something, took_part)


def after_no_digest(gate: Gate, *, colluders: int = 0) -> Odds:
    counted = chances(gate, roster_size=7, target=ALIKE, others=ALIKE, known=[A_COLLUDER] * colluders)
    return counted.given(nothing, lambda truth: not took_part(truth))


def test_a_digest_tells_little_of_one_student() -> None:
    odds = after_a_digest(gate)
    assert odds.right < 0.806
    A_DIGEST.found(odds, note=f"{after_a_digest(gate, roster_size=12).right:.3f} with twelve students")


def test_a_digest_of_everybody_on_the_roster_would_tell_all() -> None:
    assert after_a_digest(no_spare_students, roster_size=5).right > 0.999


def test_no_digest_tells_little_of_one_student() -> None:
    odds = after_no_digest(gate)
    assert odds.right < 0.5
    NO_DIGEST.found(odds)


def test_no_digest_would_tell_more_if_three_voices_were_enough() -> None:
    assert after_no_digest(voices_of_three).right > 0.5


def test_four_colluders_learn_little_from_a_digest() -> None:
    odds = after_a_digest(gate, colluders=4)
    assert odds.right < 0.72
    COLLUDERS.found(odds)
    assert after_a_digest(no_spare_students, colluders=4, roster_size=5).right > 0.999


def test_four_colluders_whose_replies_wait_learn_that_nobody_joined_them() -> None:
    """No rule with a threshold can hide this from all but one of a group, so the page says it."""
    odds = after_no_digest(gate, colluders=4)
    assert after_no_digest(gate, colluders=3).right < 0.8
    COLLUDERS_IN_VAIN.found(odds, note=f"{after_no_digest(gate, colluders=3).right:.3f} with three colluders")
