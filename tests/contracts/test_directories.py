"""One suite for every Directory: the fake that flow tests use, and the real one against the practice workspace."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import PersonId
from bot.flows.ports import Directory, Profile
from bot.practice.cast import practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN
from bot.slack.directory import SlackDirectory
from tests.fakes import NEW_YORK, FakeDirectory

ALICE, BOB, NOBODY = PersonId("U0ALICE"), PersonId("U0BOB"), PersonId("U0NOBODY")


@pytest.fixture(params=["fake", "real"])
async def directory(request: pytest.FixtureRequest) -> AsyncIterator[Directory]:
    """A directory that knows Alice, knows Bob as deactivated, and has never heard of Nobody."""
    if request.param == "fake":
        yield FakeDirectory(unreachable=[BOB], unheard_of=[NOBODY])
        return
    workspace = practice_workspace(lambda: 1_800_000_000.0)
    workspace.deactivate(BOB)
    server = await PracticeServer.start(workspace)
    async with aiohttp.ClientSession() as session:
        yield SlackDirectory(AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session))
    await server.stop()


async def test_a_member_has_a_zone_and_can_be_reached(directory: Directory) -> None:
    assert await directory.profile(ALICE) == Profile(zone=NEW_YORK, reachable=True)


async def test_a_deactivated_member_cannot_be_reached(directory: Directory) -> None:
    assert await directory.profile(BOB) == Profile(zone=NEW_YORK, reachable=False)


async def test_nobody_is_nobody(directory: Directory) -> None:
    assert await directory.profile(NOBODY) is None
