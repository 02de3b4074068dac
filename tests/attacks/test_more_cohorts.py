"""The attacks over twelve weeks once more, with so many cohorts that luck can't hide what a digest tells."""

from collections.abc import Callable

import pytest

from tests.attacks.attack import Odds
from tests.attacks.gates import gate
from tests.attacks.lessons import MANY
from tests.attacks.test_habits import theme, words
from tests.attacks.test_moving import joins, leaves, moves, site
from tests.attacks.test_opting_out import after_twelve


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("attack", "most"),
    [
        (after_twelve, 0.73),
        (theme, 0.84),
        (words, 0.8),
        (joins, 0.78),
        (leaves, 0.8),
        (moves, 0.85),
        (site, 0.53),
    ],
)
def test_with_two_thousand_cohorts_each_attack_over_weeks_keeps_its_bound(
    attack: Callable[..., Odds], most: float
) -> None:
    assert attack(gate, trials=MANY).right < most
