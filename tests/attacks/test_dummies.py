"""A coordinator puts accounts of their own on the roster: no rule of the gate can tell them from students."""

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Habits, Truth, chances, something, took_part
from tests.attacks.gates import Gate, gate, no_spare_students

ANSWERING = Attack(
    "Dummy accounts that answer.",
    "One of seven accounts on the roster belongs to the adversary, answers, and there is a digest.",
    "that one of the real students took part",
)
SILENT = Attack(
    "Dummy accounts that are silent.",
    "One of seven accounts on the roster belongs to the adversary, gives nothing, and there is a digest.",
    "that one of the real students took part",
)

ALIKE = Habits(ticks_common=1, ticks_rare=0, shares_words=0)
ANSWERS = Truth(took_part=True, ticked_common=True, ticked_rare=False, shared_words=False)
NOTHING_GIVEN = Truth(took_part=False, ticked_common=False, ticked_rare=False, shared_words=False)


def measured(gate: Gate, dummy: Truth, number: int) -> Odds:
    counted = chances(gate, roster_size=7, target=ALIKE, others=ALIKE, known=[dummy] * number)
    return counted.given(something, took_part)


def test_up_to_four_dummies_that_answer_learn_less_than_a_preceptor_does() -> None:
    odds = [measured(gate, ANSWERS, number) for number in (1, 2, 3, 4)]
    assert all(each.right < 0.81 for each in odds)
    ANSWERING.found(odds[0], note=f"{_told(odds[1:])} with two, three, four of seven")


def test_one_silent_dummy_learns_little_and_two_learn_all() -> None:
    """Two silent accounts are the two spare students. The page says so, and where students can see their roster."""
    odds = [measured(gate, NOTHING_GIVEN, number) for number in (1, 2)]
    assert odds[0].right < 0.89
    assert measured(no_spare_students, NOTHING_GIVEN, 1).right > 0.85
    SILENT.found(odds[0], note=f"{_told(odds[1:])} with two of seven")


def _told(odds: list[Odds]) -> str:
    return ", ".join(f"{each.right:.3f}" for each in odds)
