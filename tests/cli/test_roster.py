"""`bedside roster FILE` against the practice workspace: people are found by their addresses."""

from collections.abc import AsyncIterator

import pytest

from bot.cli import build_parser, roster
from bot.domain.errors import RosterRefused
from bot.practice.cast import practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Workspace
from bot.wiring.clocks import SystemClock
from tests import stories
from tests.cli.conftest import Installation

BY_ADDRESS = stories.roster([f"{name}@Example.edu" for name in ("alice", "bob", "carol")])


@pytest.fixture
async def workspace(installation: Installation) -> AsyncIterator[Workspace]:
    workspace = practice_workspace(lambda: SystemClock().now().timestamp())
    server = await PracticeServer.start(workspace)
    installation.setenv("SLACK_API_URL", server.base_url)
    installation.setenv("SLACK_BOT_TOKEN", BOT_TOKEN)
    yield workspace
    await server.stop()


async def place(installation: Installation, text: str) -> str:
    """What the command prints for a file."""
    installation.write("roster.csv", text)
    assert await roster.run(build_parser().parse_args(["roster", "roster.csv"])) == 0
    return installation.capsys.readouterr().out


async def test_a_roster_with_addresses_and_the_same_with_ids_are_one(
    installation: Installation, workspace: Workspace
) -> None:
    assert "with 3 students and 1 preceptor." in await place(installation, BY_ADDRESS)
    again = await place(installation, stories.roster(stories.EIGHT[:3]))
    assert again == "4 rows were read.\nEverything in this roster stands there already.\n"


async def test_whom_slack_does_not_know_is_named_with_the_line(
    installation: Installation, workspace: Workspace
) -> None:
    workspace.deactivate(stories.BOB)
    with pytest.raises(RosterRefused) as refused:
        await place(installation, BY_ADDRESS.replace("carol@", "nobody@"))
    said = [problem.split(",")[0] for problem in refused.value.problems]
    assert said == ["Line 3: person is bob@example.edu", "Line 4: person is nobody@example.edu"]
