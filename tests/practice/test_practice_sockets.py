import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.hands import TROUBLE, Hands
from bot.practice.server import PracticeServer
from bot.practice.wire import Json, Kind
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, Workspace
from tests.practice.stand_ins import actions, button, entry, home, modal, section, text_field

FORM = modal(entry("text", text_field()), callback_id="reflect")
QUESTION = [actions(button("answer", value="q1"))]


@pytest.fixture
def app(client: AsyncWebClient, workspace: Workspace) -> AsyncApp:
    """A small app of the kind that is practised on."""
    app = AsyncApp(client=client, signing_secret=workspace.signing_secret, process_before_response=True)

    async def answer(ack: Any, body: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)
        await ack()

    async def take(ack: Any, view: Json) -> None:  # noqa: ANN401
        text = view["state"]["values"]["text"]["typed"]["value"]
        if "212-555" in text:
            await ack(response_action="errors", errors={"text": "Leave out the number."})
        else:
            await ack(response_action="update", view=modal(section("Done for today")))

    async def show_home(event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view=home(section("Today")))

    async def greet(ack: Any, command: Json) -> None:  # noqa: ANN401
        await ack(f"You typed {command['text']}.")

    app.action("answer")(answer)
    app.view("reflect")(take)
    app.event("app_home_opened")(show_home)
    app.command("/bedside")(greet)
    return app


@pytest.fixture
async def connect(
    app: AsyncApp, client: AsyncWebClient, server: PracticeServer, workspace: Workspace
) -> AsyncIterator[Callable[[], Awaitable[AsyncSocketModeHandler]]]:
    handlers: list[AsyncSocketModeHandler] = []

    async def connect() -> AsyncSocketModeHandler:
        before = server.sockets.connections
        handler = AsyncSocketModeHandler(app, APP_TOKEN, web_client=client, ping_interval=0.2)
        handlers.append(handler)
        await handler.connect_async()  # type: ignore[no-untyped-call]
        await workspace.until(lambda: server.sockets.connections > before)
        return handler

    yield connect
    for handler in handlers:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def test_a_form_travels_from_a_button_to_done_for_today(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], workspace: Workspace, hands: Hands
) -> None:
    await connect()
    question = workspace.post(workspace.open_im("U0ALICE").id, "How was it?", blocks=QUESTION)
    assert (await hands.press("U0ALICE", question.ts, "answer")).ok
    [form] = await hands.open_views("U0ALICE")
    await hands.submit("U0ALICE", form.id, {"text": "Call 212-555 0199"})
    assert form.errors == {"text": "Leave out the number."}

    assert (await hands.submit("U0ALICE", form.id, {"text": "I listened."})).ok
    assert form.blocks[0]["text"]["text"] == "Done for today"


async def test_commands_and_home_work_over_the_socket(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], hands: Hands
) -> None:
    await connect()
    await hands.command("U0JO", "/bedside", "list")
    await hands.open_home("U0JO")

    assert [each.text for each in await hands.messages("U0JO")] == ["You typed list."]
    shown = await hands.home("U0JO")
    assert shown is not None
    assert shown.blocks[0]["text"]["text"] == "Today"


async def test_each_of_two_connections_gets_its_share_and_nothing_comes_twice(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], server: PracticeServer, hands: Hands
) -> None:
    shares: list[list[str]] = [[], []]
    for share in shares:
        handler = await connect()
        handler.client.on_message_listeners.append(_noting(share))
    for number in range(4):
        await hands.command("U0JO", "/bedside", f"{number}")

    assert server.sockets.connections == 2
    assert all(shares)
    assert sorted(shares[0] + shares[1]) == ["0", "1", "2", "3"]
    assert len(await hands.messages("U0JO")) == 4


def _noting(share: list[str]) -> Callable[[aiohttp.WSMessage], Awaitable[None]]:
    async def note(message: aiohttp.WSMessage) -> None:
        if message.type is aiohttp.WSMsgType.TEXT and message.json()["type"] == "slash_commands":
            share.append(message.json()["payload"]["text"])

    return note


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_an_app_that_is_asked_to_reconnect_comes_back_and_goes_on(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]],
    server: PracticeServer,
    workspace: Workspace,
    hands: Hands,
    reason: str,
) -> None:
    await connect()
    await server.sockets.disconnect(reason)
    await workspace.until(lambda: server.sockets.connected_so_far == 2 and server.sockets.connections == 1)

    assert (await hands.command("U0JO", "/bedside", "still here")).ok


async def test_a_connection_lost_with_a_form_in_hand_leaves_the_text_in_the_form(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], workspace: Workspace, hands: Hands
) -> None:
    await connect()
    form = workspace.views.open("U0ALICE", FORM)
    workspace.faults.add("link", "hang_up")
    ack = await hands.submit("U0ALICE", form.id, {"text": "I listened."})

    assert (ack.ok, ack.reason) == (False, "connection_failed")
    assert (form.trouble, form.values["text"]["typed"]) == (TROUBLE, "I listened.")


async def test_a_disconnect_ordered_as_a_fault_sends_the_envelope_over_another_connection(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], workspace: Workspace, hands: Hands
) -> None:
    await connect()
    await connect()
    workspace.faults.add("link", "disconnect", reason="warning")

    assert (await hands.command("U0JO", "/bedside", "on")).ok
    assert workspace.faults.ordered == []


async def test_an_envelope_for_a_connection_that_just_went_away_fails_at_once(
    connect: Callable[[], Awaitable[AsyncSocketModeHandler]], workspace: Workspace, hands: Hands
) -> None:
    await connect()
    workspace.faults.add("link", "hang_up")
    acks = await asyncio.gather(hands.command("U0JO", "/bedside", "one"), hands.command("U0JO", "/bedside", "two"))

    assert [each.reason for each in acks] == ["connection_failed", "connection_failed"]


async def test_stopping_leaves_nothing_behind(workspace: Workspace, hands: Hands) -> None:
    before = asyncio.all_tasks()
    server = await PracticeServer.start(workspace, ack_seconds=0.01)
    client = AsyncWebClient(BOT_TOKEN, base_url=server.base_url)
    async with aiohttp.ClientSession() as session, session.ws_connect(await address(client)) as socket:
        await socket.receive_json()
        # This event is never acknowledged, so its next try lies a minute ahead.
        assert not (await hands.say("U0ALICE", "Hello")).ok
        closing = asyncio.create_task(_until_closed(socket))
        await server.stop()
        await closing

    assert asyncio.all_tasks() == before
    assert server.sockets.connections == 0
    assert (await hands.say("U0ALICE", "Hello?")).reason == "no app is connected to the practice workspace"


async def _until_closed(socket: aiohttp.ClientWebSocketResponse) -> None:
    async for _ in socket:
        pass


async def test_without_a_connection_a_delivery_fails_at_once(server: PracticeServer, hands: Hands) -> None:
    ack = await hands.command("U0JO", "/bedside")

    assert (ack.ok, ack.reason) == (False, "connection_failed")


async def address(client: AsyncWebClient) -> str:
    return str((await client.apps_connections_open(app_token=APP_TOKEN))["url"])


async def test_a_ticket_lets_one_connection_in(client: AsyncWebClient, session: aiohttp.ClientSession) -> None:
    url = await address(client)
    async with session.ws_connect(url) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)


async def test_an_eleventh_connection_is_one_too_many(
    client: AsyncWebClient, session: aiohttp.ClientSession, server: PracticeServer
) -> None:
    sockets = [await session.ws_connect(await address(client)) for _ in range(10)]
    eleventh = await session.ws_connect(await address(client))

    assert (await eleventh.receive_json())["reason"] == "too_many_websockets"
    assert server.sockets.connections == 10
    for socket in [*sockets, eleventh]:
        await socket.close()


async def test_an_event_says_which_try_it_is_and_a_late_answer_is_for_nobody(
    client: AsyncWebClient, session: aiohttp.ClientSession, server: PracticeServer
) -> None:
    async with session.ws_connect(await address(client)) as socket:
        await socket.receive_json()
        delivering = asyncio.create_task(server.sockets.deliver(Kind.EVENT, {"event": {"type": "message"}}))
        envelope = await socket.receive_json()
        await socket.send_json({"envelope_id": "unknown"})
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
        await socket.send_json({"envelope_id": envelope["envelope_id"]})

        assert (await delivering).ok
        assert (envelope["type"], envelope["retry_attempt"], envelope["retry_reason"]) == ("events_api", 0, "")
        assert envelope["accepts_response_payload"] is False


async def test_an_event_nobody_acknowledges_comes_again_with_its_number(
    client: AsyncWebClient, session: aiohttp.ClientSession, workspace: Workspace, hands: Hands
) -> None:
    workspace.faults.add("message", "unheard")
    async with session.ws_connect(await address(client)) as socket:
        await socket.receive_json()
        saying = asyncio.create_task(hands.say("U0ALICE", "Hello"))
        attempts = []
        for _ in range(2):
            envelope = await socket.receive_json()
            attempts.append((envelope["retry_attempt"], envelope["retry_reason"], envelope["payload"]["event_id"]))
            await socket.send_json({"envelope_id": envelope["envelope_id"]})

        assert not (await saying).ok
        assert [each[:2] for each in attempts] == [(0, ""), (1, "timed_out")]
        assert attempts[0][2] == attempts[1][2]
