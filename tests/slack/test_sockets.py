"""Socket Mode: two connections over one app, a wrong token found at the start, and a clean end."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from bot.domain.errors import SettingWrong
from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, Workspace
from bot.slack.app import Next
from bot.slack.outcomes import SlackUnavailable
from bot.slack.sockets import AT_ONCE, Sockets
from tests.stories import ALICE, place


@pytest.fixture
async def sockets(app: AsyncApp) -> AsyncIterator[Sockets]:
    """Started, with its first connection standing; closed again whatever happens."""
    sockets = Sockets(app, app_token=APP_TOKEN)
    await sockets.start()
    await sockets.ready.wait()
    yield sockets
    await sockets.close()


async def test_two_connections_bring_what_people_do(
    app: AsyncApp, sockets: Sockets, hands: Hands, world: World
) -> None:
    await place(world)
    assert (await hands.open_home(ALICE)).ok
    assert (await hands.open_home(ALICE)).ok
    assert await sockets.connections()
    await sockets.close()
    assert not await sockets.connections()


async def test_a_refused_app_token_stops_the_start(app: AsyncApp, workspace: Workspace) -> None:
    sockets = Sockets(app, app_token="xapp-wrong")
    with pytest.raises(SettingWrong, match="SLACK_APP_TOKEN"):
        await sockets.start()
    await sockets.close()


async def test_a_bot_token_in_its_place_stops_the_start(app: AsyncApp, workspace: Workspace) -> None:
    sockets = Sockets(app, app_token=next(iter(workspace.bot_tokens)))
    with pytest.raises(SettingWrong, match="connections:write"):
        await sockets.start()


async def test_a_slack_in_trouble_is_not_a_wrong_token(app: AsyncApp, workspace: Workspace) -> None:
    workspace.faults.add("apps.connections.open", "html")
    with pytest.raises(SlackUnavailable):
        await Sockets(app, app_token=APP_TOKEN).start()


async def test_a_slack_that_asks_for_a_minutes_pause_is_not_a_wrong_token(app: AsyncApp, workspace: Workspace) -> None:
    workspace.faults.add("apps.connections.open", "rate_limited", retry_after=60)
    with pytest.raises(SlackUnavailable):
        await Sockets(app, app_token=APP_TOKEN).start()


async def test_what_is_in_hand_ends_before_the_sockets_close(
    app: AsyncApp, sockets: Sockets, hands: Hands, world: World
) -> None:
    await place(world)
    begun, may_end = asyncio.Event(), asyncio.Event()

    @app.middleware
    async def slowly(next_: Next) -> BoltResponse:
        begun.set()
        await may_end.wait()
        return await next_()

    opening = asyncio.create_task(hands.open_home(ALICE))
    await begun.wait()
    closing = asyncio.create_task(sockets.close())
    await asyncio.sleep(0)
    assert not closing.done()
    may_end.set()
    await closing
    assert (await opening).ok


async def test_only_so_many_requests_are_in_hand_at_one_time(
    app: AsyncApp, sockets: Sockets, hands: Hands, world: World
) -> None:
    await place(world)
    inside = most = 0
    all_in, may_end = asyncio.Event(), asyncio.Event()

    @app.middleware
    async def counted(next_: Next) -> BoltResponse:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        if inside == AT_ONCE:
            all_in.set()
        await may_end.wait()
        inside -= 1
        return await next_()

    openings = [asyncio.create_task(hands.open_home(ALICE)) for _ in range(AT_ONCE + 10)]
    await all_in.wait()
    may_end.set()
    assert all(ack.ok for ack in await asyncio.gather(*openings))
    assert most == AT_ONCE


async def test_a_request_that_does_not_end_is_cut_off_and_noted(
    app: AsyncApp,
    sockets: Sockets,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.slack.sockets.FAREWELL", 0.0)
    begun, may_end = asyncio.Event(), asyncio.Event()

    @app.middleware
    async def stuck(next_: Next) -> BoltResponse:
        begun.set()
        await may_end.wait()
        return await next_()

    opening = asyncio.create_task(hands.open_home(ALICE))
    await begun.wait()
    await sockets.close()
    assert "requests_cut_off" in caplog.text
    may_end.set()
    opening.cancel()


@dataclass
class Wire:
    """A cable between the bot and Slack's sockets, which may be cut so that nobody notices: nothing comes through any
    more, and nobody hangs up."""

    server: PracticeServer
    lets_in: bool = True
    carried: int = 0
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    lines: list[asyncio.Event] = field(default_factory=list)
    ends: list[asyncio.StreamWriter] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @classmethod
    async def lay(cls, server: PracticeServer) -> tuple[Self, asyncio.Server]:
        """Have Slack say that its sockets are at the near end of the wire."""
        wire = cls(server)
        port = int(server.origin.rpartition(":")[2])
        near = await asyncio.start_server(lambda reader, writer: wire._open(reader, writer, port), "127.0.0.1", 0)
        server.workspace.origin = f"http://127.0.0.1:{near.sockets[0].getsockname()[1]}"
        return wire, near

    def cut(self, *lines: int) -> None:
        """Carry nothing more on these lines, or on any."""
        for line in lines or range(len(self.lines)):
            self.lines[line].clear()

    async def until_carried(self, parts: int) -> None:
        """Wait until so many parts came through."""
        async with asyncio.timeout(30):
            while self.carried < parts:
                self.moved.clear()
                await self.moved.wait()

    async def take_up(self) -> None:
        """Let every line end."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for end in self.ends:
            end.close()

    async def _open(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
        self.ends.append(writer)
        if not self.lets_in:
            return
        from_slack, to_slack = await asyncio.open_connection("127.0.0.1", port)
        self.ends.append(to_slack)
        whole = asyncio.Event()
        whole.set()
        self.lines.append(whole)
        for source, target in ((reader, to_slack), (from_slack, writer)):
            self.tasks.add(asyncio.create_task(self._carry(whole, source, target)))

    async def _carry(self, whole: asyncio.Event, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while part := await source.read(65_536):
            await whole.wait()
            self.carried += 1
            self.moved.set()
            target.write(part)
        await whole.wait()
        target.close()


@pytest.fixture
async def wire(server: PracticeServer) -> AsyncIterator[Wire]:
    wire, near = await Wire.lay(server)
    yield wire
    near.close()
    await wire.take_up()


@pytest.fixture
async def watched(app: AsyncApp, wire: Wire, server: PracticeServer) -> AsyncIterator[Sockets]:
    """Two connections over the wire, with a silence of seconds and pings to match."""
    sockets = Sockets(app, app_token=APP_TOKEN, silence=timedelta(seconds=2), ping=timedelta(seconds=0.4))
    await sockets.start()
    await server.workspace.until(lambda: server.sockets.connections == 2, within=10)
    yield sockets
    await sockets.close()


async def test_connections_that_hang_and_none_that_is_let_in_are_silence(
    watched: Sockets, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    silent = asyncio.create_task(watched.fall_silent())
    carried = wire.carried
    await wire.until_carried(carried + 4)
    assert not silent.done()
    wire.lets_in = False
    wire.cut()
    await asyncio.wait_for(silent, 30)
    assert [record.msg for record in caplog.records if record.name == "bedside"] == ["slack_silent"]


async def test_a_slack_that_opens_no_connection_any_more_is_silent(
    watched: Sockets, wire: Wire, workspace: Workspace
) -> None:
    workspace.faults.add("apps.connections.open", "html", times=1_000)
    wire.cut()
    await asyncio.wait_for(watched.fall_silent(), 30)


async def test_a_renewal_is_no_silence(watched: Sockets, server: PracticeServer) -> None:
    silent = asyncio.create_task(watched.fall_silent())
    for renewed in (4, 6):
        await server.sockets.disconnect()
        await server.workspace.until(lambda: server.sockets.connected_so_far == renewed, within=10)  # noqa: B023
    await server.workspace.until(lambda: server.sockets.connections == 2, within=10)
    assert not silent.done()
    silent.cancel()


async def test_a_token_that_is_revoked_is_told_at_once(
    app: AsyncApp, workspace: Workspace, server: PracticeServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Long before the silence is over."""
    sockets = Sockets(app, app_token=APP_TOKEN)
    await sockets.start()
    await workspace.until(lambda: server.sockets.connections == 2, within=10)
    refused = asyncio.create_task(sockets.be_refused())
    workspace.faults.add("apps.connections.open", "error", times=1_000, code="token_revoked")
    await server.sockets.disconnect()
    await asyncio.wait_for(refused, 30)
    assert ("ERROR", "app_token_refused") in [(record.levelname, record.msg) for record in caplog.records]
    await sockets.close()


async def test_a_slack_in_trouble_has_revoked_no_token(watched: Sockets, wire: Wire, workspace: Workspace) -> None:
    refused = asyncio.create_task(watched.be_refused())
    workspace.faults.add("apps.connections.open", "html", times=1_000)
    wire.cut()
    await asyncio.wait_for(watched.fall_silent(), 30)
    assert not refused.done()
    refused.cancel()


async def test_a_dead_connection_is_renewed_while_the_other_one_carries_on(
    watched: Sockets, wire: Wire, server: PracticeServer, hands: Hands, world: World
) -> None:
    await place(world)
    silent = asyncio.create_task(watched.fall_silent())
    wire.cut(0)
    await server.workspace.until(lambda: server.sockets.connected_so_far == 3, within=30)
    await wire.until_carried(wire.carried + 4)
    assert await watched.connections() == 2
    assert not silent.done()
    silent.cancel()


async def test_a_start_ends_when_no_connection_comes_about(app: AsyncApp, wire: Wire) -> None:
    wire.lets_in = False
    sockets = Sockets(app, app_token=APP_TOKEN, silence=timedelta(milliseconds=100))
    await sockets.start()
    with pytest.raises(SlackUnavailable):
        await sockets.wait_until_ready()
    await sockets.close()


async def test_a_slack_that_does_not_say_goodbye_keeps_nobody(
    watched: Sockets, wire: Wire, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.slack.sockets.GOODBYE", 0.0)
    wire.cut()
    await watched.close()
    assert [record.msg for record in caplog.records] == ["socket_cut_off", "socket_cut_off"]
