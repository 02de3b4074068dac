"""One suite for every list of members: the fake that flow tests use, and the real one against the practice
workspace."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SlackUnavailable
from bot.domain.people import PersonId
from bot.domain.roster import Member, Trouble
from bot.flows.ports import Membership
from bot.practice.cast import practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, BOT_USER_ID
from bot.slack.membership import MembershipPace, SlackMembership
from tests.fakes import FakeMembership

ALICE = Member(PersonId("U0ALICE"), "alice@example.edu")
BOB = Member(PersonId("U0BOB"), "", Trouble.DEACTIVATED)
BOT = Member(PersonId(BOT_USER_ID), "", Trouble.BOT)


@dataclass
class Twin:
    """A list with Alice, with Bob, who is deactivated, and with an app; and how to silence it."""

    members: Membership
    silence: Callable[[], None]


@pytest.fixture(params=["fake", "real"])
async def twin(request: pytest.FixtureRequest) -> AsyncIterator[Twin]:
    if request.param == "fake":
        fake = FakeMembership((ALICE, BOB, BOT))
        yield Twin(fake, lambda: setattr(fake, "is_silent", True))
        return
    workspace = practice_workspace(lambda: 1_800_000_000.0)
    workspace.deactivate(BOB.id)

    def silence() -> None:
        for method in ("users.info", "users.list", "users.lookupByEmail"):
            workspace.faults.add(method, "html")

    server = await PracticeServer.start(workspace)
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
        yield Twin(SlackMembership(client, MembershipPace()), silence)
    await server.stop()


@pytest.fixture
def members(twin: Twin) -> Membership:
    return twin.members


async def everybody(members: Membership) -> list[Member]:
    found: list[Member] = []
    cursor = ""
    while True:
        page = await members.page(cursor)
        found += page.members
        cursor = page.cursor
        if not cursor:
            return found


async def test_the_list_holds_everybody_once_with_what_keeps_them_from_being_placed(members: Membership) -> None:
    found = await everybody(members)
    assert len({each.id for each in found}) == len(found)
    assert {each.id: each.trouble for each in found if each.id in (ALICE.id, BOB.id, BOT.id)} == {
        ALICE.id: None,
        BOB.id: Trouble.DEACTIVATED,
        BOT.id: Trouble.BOT,
    }
    assert ALICE in found


@pytest.mark.parametrize("person", ["alice@example.edu", "U0ALICE"])
async def test_a_member_is_found_by_address_and_by_id(members: Membership, person: str) -> None:
    assert await members.member(person) == ALICE


@pytest.mark.parametrize("person", ["nobody@example.edu", "U0NOBODY"])
async def test_nobody_is_nobody(members: Membership, person: str) -> None:
    assert await members.member(person) is None


async def test_a_silent_slack_is_no_answer(twin: Twin) -> None:
    twin.silence()
    for ask in (twin.members.page(""), twin.members.member("U0ALICE"), twin.members.member("alice@example.edu")):
        with pytest.raises(SlackUnavailable):
            await ask
