"""The last look at the clock: what is past its deadline when its first byte is to be written is not written."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import RetryLater, Sent
from bot.flows.sayings import Ask
from bot.slack.deadline import PastDeadline, deadline, keeps_deadlines
from bot.slack.messenger import AT_ONCE, SlackMessenger
from tests.slack.drawings import LESSON
from tests.slack.test_messenger import message


@dataclass
class Clock:
    """A monotonic clock that a test moves."""

    at: float = 0.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Server:
    """Notes whatever reaches it."""

    url: str = ""
    connections: int = 0
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    noted = Server()

    async def answer(request: web.Request) -> web.Response:
        noted.requests.append(request.match_info["method"])
        return web.json_response({"ok": True, "channel": "D0ALICE", "ts": "1.1"})

    application = web.Application()
    application.add_routes([web.post("/api/{method}", answer)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    noted.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield noted
    await runner.cleanup()


@pytest.fixture
async def session(clock: Clock) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(trace_configs=[keeps_deadlines(clock)]) as session:
        yield session


async def test_before_its_deadline_a_request_is_written(
    clock: Clock, server: Server, session: aiohttp.ClientSession
) -> None:
    with deadline(1.0):
        async with session.post(f"{server.url}chat.postMessage", data={"text": "hello"}) as answer:
            assert answer.status == 200
    assert server.requests == ["chat.postMessage"]


async def test_past_its_deadline_not_a_byte_is_written(
    clock: Clock, server: Server, session: aiohttp.ClientSession
) -> None:
    clock.at = 1.0
    with deadline(1.0), pytest.raises(PastDeadline):
        await session.post(f"{server.url}chat.postMessage", data={"text": "hello"})
    async with session.post(f"{server.url}auth.test") as answer:
        assert answer.status == 200, "what has no deadline goes on as before"
    assert server.requests == ["auth.test"]


async def test_a_process_frozen_between_headers_and_body_writes_neither(server: Server) -> None:
    """aiohttp writes them together, and looks for the body only when the task that writes it has its turn."""
    looks = iter([0.5, 1.5])
    async with aiohttp.ClientSession(trace_configs=[keeps_deadlines(lambda: next(looks))]) as session:
        with pytest.raises(PastDeadline), deadline(1.0):
            await session.post(f"{server.url}chat.postMessage", data={"text": "hello"})
        async with session.post(f"{server.url}auth.test") as answer:
            assert answer.status == 200
    assert server.requests == ["auth.test"]


async def test_deadlines_of_requests_side_by_side_are_their_own(
    clock: Clock, server: Server, session: aiohttp.ClientSession
) -> None:
    clock.at = 5.0

    async def post(give_up_at: float, method: str) -> bool:
        with deadline(give_up_at):
            try:
                async with session.post(f"{server.url}{method}", data={"text": "hello"}):
                    return True
            except PastDeadline:
                return False

    attempts = [post(4.0, "late"), post(6.0, "in.time"), post(5.0, "late"), post(7.0, "in.time")]
    assert await asyncio.gather(*attempts) == [False, True, False, True]
    assert server.requests == ["in.time", "in.time"]


async def test_a_process_frozen_after_the_headers_were_put_together_writes_none_of_it(server: Server) -> None:
    """The very last look: aiohttp hands headers and body to the transport in a turn of the loop of its own."""
    looks: list[float] = []

    def thaws_late() -> float:
        looks.append(0.0 if not looks else 60.0)
        return looks[-1]

    async with aiohttp.ClientSession(trace_configs=[keeps_deadlines(thaws_late)]) as session:
        client = AsyncWebClient("xoxb-1", base_url=server.url, session=session, retry_handlers=[])
        messenger = SlackMessenger(client, monotonic=lambda: 0.0)
        assert await messenger.deliver(message(channel="D0ALICE"), Ask(LESSON), give_up_at=40.0) == AT_ONCE
    assert looks == [0.0, 60.0]
    assert server.requests == []


async def test_a_process_frozen_while_it_connects_posts_nothing_afterwards(clock: Clock, server: Server) -> None:
    """The clock passes the deadline between the messenger's own look and the first byte."""

    class FrozenWhileConnecting(aiohttp.TCPConnector):
        async def connect(self, *arguments: object, **named: object) -> aiohttp.connector.Connection:
            connection = await super().connect(*arguments, **named)  # type: ignore[arg-type]
            clock.at = 60.0
            return connection

    frozen = FrozenWhileConnecting()
    async with aiohttp.ClientSession(connector=frozen, trace_configs=[keeps_deadlines(clock)]) as session:
        client = AsyncWebClient("xoxb-1", base_url=server.url, session=session, retry_handlers=[])
        messenger = SlackMessenger(client, monotonic=clock)
        to_alice = message(channel="D0ALICE")
        assert await messenger.deliver(to_alice, Ask(LESSON), give_up_at=40.0) == AT_ONCE
        assert isinstance(AT_ONCE, RetryLater)
        assert server.requests == []
        assert await messenger.deliver(to_alice, Ask(LESSON), give_up_at=100.0) == Sent("D0ALICE", "1.1")
