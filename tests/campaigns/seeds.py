"""Dice for campaigns: the same seed rolls the same again. Loaded by tests/conftest.py.

`make test PYTEST_ARGS="-m slow --campaign-seed=7"` plays all campaigns with another seed.
"""

from collections.abc import Callable

import pytest

DEFAULT = 20261123
STORY = "campaign"

Tell = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever runs the campaigns choose the seed."""
    parser.addoption("--campaign-seed", type=int, default=DEFAULT, help="what the campaigns' dice begin with")


@pytest.fixture
def campaign_seed(request: pytest.FixtureRequest) -> int:
    """What a campaign's dice begin with."""
    seed: int = request.config.getoption("--campaign-seed")
    return seed


@pytest.fixture
def tell(record_property: Callable[[str, object], None], campaign_seed: int) -> Tell:
    """Says at the end of the whole run, with the seed, what happened in a campaign, whether or not it went well."""

    def say(story: str) -> None:
        record_property(STORY, f"seed {campaign_seed}: {story}")

    return say


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the campaigns told; a test's own prints would be lost between xdist's processes."""
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.getreports(outcome)]
    told = [(each.nodeid, story) for each in reports for name, story in each.user_properties if name == STORY]
    if told:
        terminalreporter.section("campaigns")
    for nodeid, story in told:
        terminalreporter.write_line(f"{nodeid.rpartition('::')[2]}: {story}")
