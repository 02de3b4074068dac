"""One suite for every Messenger: the fake that flow tests use, and the real one against the practice workspace."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import (
    Kind,
    MessageId,
    OutboxMessage,
    Planned,
    RetryLater,
    Sent,
    SlowDown,
    State,
    Unknown,
    journal_for,
    left_by,
    removal_of,
)
from bot.domain.people import PersonId
from bot.flows.ports import Messenger, Trace
from bot.flows.sayings import Journal, Post, Remove, Welcome
from bot.practice.cast import PRECEPTORS_CHANNEL, practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN
from bot.slack.messenger import SlackMessenger
from tests.fakes import FakeMessenger
from tests.slack.drawings import digest

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SAYING = Welcome(voices=5)
ID_OF_A_JOURNAL = MessageId("e" * 32)


@dataclass
class Twin:
    """A messenger, the trouble that can be made for it, and what its Slack has."""

    messenger: Messenger
    make: Callable[[str], None]
    arrived: Callable[[], int]


@pytest.fixture
def fake() -> Twin:
    messenger = FakeMessenger()

    def make(trouble: str) -> None:
        if trouble == "unreadable":
            messenger.readable = False
        elif trouble != "chartless":  # It draws nothing that could be refused.
            messenger.trouble = [SlowDown(timedelta(seconds=7)) if trouble == "slower" else trouble]

    return Twin(messenger, make, lambda: len(messenger.accepted))


@pytest.fixture
async def real() -> AsyncIterator[Twin]:
    workspace = practice_workspace(NOW.timestamp)
    server = await PracticeServer.start(workspace)
    faults: dict[str, tuple[str, str, dict[str, Any]]] = {
        "cut": ("chat.postMessage", "drop_after", {}),
        "lost": ("chat.postMessage", "drop_before", {}),
        "slower": ("chat.postMessage", "rate_limited", {"retry_after": 7}),
        "chartless": ("chat.postMessage", "error", {"code": "invalid_blocks"}),
        "unreadable": ("conversations.history", "error", {"code": "missing_scope"}),
    }

    def make(trouble: str) -> None:
        method, what, details = faults[trouble]
        workspace.faults.add(method, what, **details)

    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
        messenger = SlackMessenger(client, monotonic=lambda: 0.0)
        yield Twin(messenger, make, lambda: sum(each.method == "chat.postMessage" for each in workspace.accepted))
    await server.stop()


@pytest.fixture(params=["fake", "real"])
def twin(request: pytest.FixtureRequest) -> Twin:
    chosen = request.getfixturevalue(request.param)
    assert isinstance(chosen, Twin)
    return chosen


def message(number: int = 1) -> OutboxMessage:
    planned = Planned(Kind.WELCOME, f"welcome:{number}", NOW, NOW + timedelta(days=1), student=PersonId("U0ALICE"))
    return OutboxMessage(MessageId(f"{number:032x}"), planned, State.SENDING, attempts=1)


async def test_a_delivered_message_is_sent_and_can_be_found(twin: Twin) -> None:
    sent = await twin.messenger.deliver(message(), SAYING, give_up_at=1.0)
    assert isinstance(sent, Sent)
    assert await twin.messenger.find(message()) == sent
    assert twin.arrived() == 1


@pytest.mark.parametrize("reader", [None, PersonId("U0KIM")])
async def test_where_slack_takes_no_chart_a_digest_arrives_once_and_can_be_found(
    twin: Twin, reader: PersonId | None
) -> None:
    channel = None if reader else PRECEPTORS_CHANNEL
    planned = Planned(Kind.DIGEST, "digest:1", NOW, NOW + timedelta(days=1), student=reader, channel=channel)
    letter = OutboxMessage(MessageId("d" * 32), planned, State.SENDING, attempts=1)
    twin.make("chartless")
    sent = await twin.messenger.deliver(letter, Post(digest(), "Medicine"), give_up_at=1.0)
    assert isinstance(sent, Sent)
    assert await twin.messenger.find(letter) == sent
    assert twin.arrived() == 1


async def test_two_messages_stand_at_two_places(twin: Twin) -> None:
    first = await twin.messenger.deliver(message(1), SAYING, give_up_at=1.0)
    second = await twin.messenger.deliver(message(2), SAYING, give_up_at=1.0)
    assert first != second
    assert await twin.messenger.find(message(1)) == first


async def test_past_the_deadline_nothing_is_sent(twin: Twin) -> None:
    assert await twin.messenger.deliver(message(), SAYING, give_up_at=0.0) == RetryLater(timedelta(0))
    assert twin.arrived() == 0


@pytest.mark.parametrize(("trouble", "arrives"), [("cut", True), ("lost", False)])
async def test_a_cut_line_is_unknown_and_history_knows(twin: Twin, trouble: str, arrives: bool) -> None:
    twin.make(trouble)
    assert await twin.messenger.deliver(message(), SAYING, give_up_at=1.0) == Unknown()
    assert twin.arrived() == arrives
    found = await twin.messenger.find(message())
    assert isinstance(found, Sent) if arrives else found is Trace.ABSENT


async def test_a_pause_that_slack_asks_for_is_kept(twin: Twin) -> None:
    twin.make("slower")
    assert await twin.messenger.deliver(message(), SAYING, give_up_at=1.0) == SlowDown(timedelta(seconds=7))
    assert twin.arrived() == 0


async def test_a_journal_is_sent_and_found_and_removed_as_often_as_one_likes(twin: Twin) -> None:
    journal = OutboxMessage(ID_OF_A_JOURNAL, journal_for(PersonId("U0ALICE"), at=NOW), State.SENDING, attempts=1)
    sent = await twin.messenger.deliver(journal, Journal(()), give_up_at=1.0)
    assert isinstance(sent, Sent)
    assert await twin.messenger.find(journal) == sent
    leftover = left_by(Kind.JOURNAL, sent)
    removal = OutboxMessage(MessageId("f" * 32), removal_of(leftover, at=NOW), State.SENDING, attempts=1)
    for _ in range(2):
        removed = await twin.messenger.deliver(removal, Remove(leftover), give_up_at=1.0)
        assert isinstance(removed, Sent)
        assert removed.channel == sent.channel


async def test_what_was_never_sent_is_absent(twin: Twin) -> None:
    await twin.messenger.deliver(message(1), SAYING, give_up_at=1.0)
    assert await twin.messenger.find(message(2)) is Trace.ABSENT


async def test_a_history_that_cannot_be_read_says_so(twin: Twin) -> None:
    await twin.messenger.deliver(message(), SAYING, give_up_at=1.0)
    twin.make("unreadable")
    assert await twin.messenger.find(message()) is Trace.UNREADABLE
