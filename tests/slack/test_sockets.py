"""Socket Mode: two connections over one app, a wrong token found at the start, and a clean end."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from bot.domain.errors import SettingWrong
from bot.flows.ports import World
from bot.practice.hands import Hands
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
