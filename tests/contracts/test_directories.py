"""One suite for every Directory: the fake that flow tests use, and the real one against the practice workspace."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SlackUnavailable
from bot.domain.outbox import Unreachable
from bot.domain.people import PersonId
from bot.flows.ports import ChannelReaders, Directory, Members, Profile
from bot.practice.cast import practice_workspace
from bot.practice.scopes import BOT_SCOPES
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, BOT_USER_ID, Channel
from bot.slack.directory import SlackDirectory
from tests.fakes import NEW_YORK, FakeDirectory

PUBLIC, PRIVATE, AWAY = "C0LOBBY", "C0PRIVATE", "C0AWAY"
ALICE, BOB, MALLORY, NOBODY = (PersonId(f"U0{name}") for name in ("ALICE", "BOB", "MALLORY", "NOBODY"))


@dataclass
class Twin:
    """A directory that knows Alice, knows Bob as deactivated, has never heard of Nobody, and knows three channels; and
    how to silence it."""

    directory: Directory
    silence: Callable[[], None]


@pytest.fixture(params=["fake", "real"])
async def twin(request: pytest.FixtureRequest) -> AsyncIterator[Twin]:
    if request.param == "fake":
        channels = {
            PUBLIC: ChannelReaders(is_public=True, has_bedside=False),
            PRIVATE: ChannelReaders(False, frozenset({ALICE, BOB})),
            AWAY: ChannelReaders(is_public=False, has_bedside=False),
        }
        fake = FakeDirectory(unreachable=[BOB], unheard_of=[NOBODY], channels=channels, listed=[ALICE, BOB, MALLORY])
        yield Twin(fake, lambda: setattr(fake, "answers", 0))
        return
    workspace = practice_workspace(lambda: 1_800_000_000.0, scopes=BOT_SCOPES | {"channels:read", "groups:read"})
    workspace.channels[PUBLIC] = Channel(PUBLIC, "lobby")
    workspace.channels[PRIVATE] = Channel(PRIVATE, "preceptors", is_private=True, members={ALICE, BOB, BOT_USER_ID})
    workspace.channels[AWAY] = Channel(AWAY, "surgeons", is_private=True, members={ALICE})
    workspace.deactivate(BOB)

    def silence() -> None:
        for method in ("users.info", "users.list", "conversations.open", "conversations.info"):
            workspace.faults.add(method, "rate_limited", retry_after=30)

    server = await PracticeServer.start(workspace)
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
        yield Twin(SlackDirectory(client), silence)
    await server.stop()


@pytest.fixture
def directory(twin: Twin) -> Directory:
    return twin.directory


async def test_a_member_has_a_zone_and_can_be_reached(directory: Directory) -> None:
    assert await directory.profile(ALICE) == Profile(NEW_YORK)


async def test_a_deactivated_member_cannot_be_reached(directory: Directory) -> None:
    # Of a closed account Slack doesn't tell the zone any more; what was known of it stays.
    assert (await directory.profile(BOB)).unreachable == "user_disabled"
    assert await directory.conversation(BOB) == Unreachable("user_disabled")


async def test_nobody_is_nobody(directory: Directory) -> None:
    assert await directory.profile(NOBODY) == Profile(None, unreachable="user_not_found")
    assert await directory.conversation(NOBODY) == Unreachable("user_not_found")


async def test_a_member_has_one_conversation_however_often_it_is_opened(directory: Directory) -> None:
    opened = await directory.conversation(ALICE)
    assert isinstance(opened, str)
    assert opened.startswith("D")
    assert await directory.conversation(ALICE) == opened


async def test_a_private_channel_is_read_by_its_members(directory: Directory) -> None:
    readers = await directory.readers(PRIVATE)
    assert readers is not None
    assert not readers.is_public
    assert {ALICE, BOB} <= readers.members


async def test_a_public_channel_is_read_by_everybody_whoever_is_in_it(directory: Directory) -> None:
    readers = await directory.readers(PUBLIC)
    assert readers is not None
    assert readers.is_public


async def test_it_is_known_whether_bedside_is_in_a_channel(directory: Directory) -> None:
    there = {each: await directory.readers(each) for each in (PUBLIC, PRIVATE, AWAY)}
    assert [found is not None and found.has_bedside for found in there.values()] == [False, True, False]


async def test_all_members_are_listed_page_after_page_closed_accounts_among_them(directory: Directory) -> None:
    found, since = dict[PersonId, Profile](), None
    for _ in range(20):
        page = await directory.members(since)
        assert not page.profiles.keys() & found.keys()
        found |= page.profiles
        since = page.more
        if since is None:
            break
    assert found[ALICE] == Profile(NEW_YORK)
    assert found[BOB].unreachable == "user_disabled"
    assert NOBODY not in found


async def test_a_page_that_nobody_knows_is_the_last_one(directory: Directory) -> None:
    assert await directory.members("nowhere") == Members({}, None)


async def test_a_directory_that_does_not_answer_says_so(twin: Twin) -> None:
    twin.silence()
    with pytest.raises(SlackUnavailable):
        await twin.directory.profile(ALICE)
    with pytest.raises(SlackUnavailable):
        await twin.directory.conversation(ALICE)
    with pytest.raises(SlackUnavailable):
        await twin.directory.readers(PRIVATE)
    with pytest.raises(SlackUnavailable):
        await twin.directory.members(None)
