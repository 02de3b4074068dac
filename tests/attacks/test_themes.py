"""Whether a theme appears, for somebody who knows that one student ticks it whenever she answers."""

from tests.attacks.attack import Attack, Odds
from tests.attacks.chances import Chances, Habits, Truth, chances, took_part
from tests.attacks.cohorts import RARE
from tests.attacks.gates import Gate, cells_of_one, gate

ALONE = Attack(
    "A rare theme.",
    "A preceptor of eight students knows that one of them always ticks a theme that the others hardly ever tick.",
    "did she take part?",
)
COLLUDERS = Attack(
    "A rare theme, and two colluders.",
    "The same, and two of the others tick that theme to see whether a third does.",
    "did she take part?",
)

ALWAYS = Habits(ticks_rare=1)
A_COLLUDER = Truth(took_part=True, ticked_common=False, ticked_rare=True, shared_words=False)


def measured(gate: Gate, *, colluders: int = 0) -> Odds:
    return _counted(gate, colluders).best_guess(took_part)


def when_it_appears(gate: Gate) -> Odds:
    return _counted(gate, 0).given(lambda seen: seen.has(RARE), took_part)


def _counted(gate: Gate, colluders: int) -> Chances:
    return chances(gate, roster_size=8, target=ALWAYS, known=[A_COLLUDER] * colluders)


def test_a_rare_theme_tells_next_to_nothing_since_it_hardly_ever_appears() -> None:
    odds = measured(gate)
    assert odds.right < odds.without + 0.01
    ALONE.found(odds, note=f"{when_it_appears(gate).right:.3f} on the few Mondays on which it appears")


def test_a_theme_shown_for_one_student_would_tell_when_she_took_part() -> None:
    assert measured(cells_of_one).right > 0.75


def test_two_colluders_learn_from_a_theme_whether_a_third_ticked_it() -> None:
    """A cell of three protects from one colluder and not from two, as the page says."""
    odds = measured(gate, colluders=2)
    assert odds.right < 0.9
    assert measured(gate, colluders=1).right < 0.75
    COLLUDERS.found(odds, note=f"{measured(gate, colluders=1).right:.3f} with one colluder")
