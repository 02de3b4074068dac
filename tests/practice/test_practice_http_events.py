from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.app.async_server import AsyncSlackAppServer
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.hands import Hands
from bot.practice.http_events import HttpDelivery
from bot.practice.server import PracticeServer
from bot.practice.wire import Ack, Json, Kind, Retry
from bot.practice.workspace import Workspace
from tests.practice.stand_ins import actions, button, entry, home, modal, section, text_field

RETRY = Retry(1, "http_error")


@pytest.fixture
def app(client: AsyncWebClient, workspace: Workspace) -> AsyncApp:
    app = AsyncApp(client=client, signing_secret=workspace.signing_secret, process_before_response=True)
    form = modal(entry("text", text_field()), callback_id="reflect")

    async def answer(ack: Any, body: Json, client: AsyncWebClient) -> None:  # noqa: ANN401
        await client.views_open(trigger_id=body["trigger_id"], view=form)
        await ack()

    async def take(ack: Any) -> None:  # noqa: ANN401
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
async def request_url(app: AsyncApp) -> AsyncIterator[str]:
    runner = web.AppRunner(AsyncSlackAppServer(0, "/slack/events", app).web_app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


async def test_the_same_form_travels_over_signed_requests(
    server: PracticeServer, request_url: str, workspace: Workspace, hands: Hands
) -> None:
    assert await server.send_to(request_url)
    blocks = [actions(button("answer"))]
    question = workspace.post(workspace.open_im("U0ALICE").id, "How was it?", blocks=blocks)
    assert (await hands.press("U0ALICE", question.ts, "answer")).ok
    [form] = await hands.open_views("U0ALICE")
    await hands.submit("U0ALICE", form.id, {"text": "I listened."})

    assert form.blocks[0]["text"]["text"] == "Done for today"


async def test_commands_and_events_travel_too(server: PracticeServer, request_url: str, hands: Hands) -> None:
    assert await server.send_to(request_url)
    await hands.command("U0JO", "/bedside", "list & more")
    await hands.open_home("U0JO")

    assert [each.text for each in await hands.messages("U0JO")] == ["You typed list &amp; more."]
    assert await hands.home("U0JO") is not None


async def test_an_app_with_another_secret_takes_nothing(
    server: PracticeServer, request_url: str, workspace: Workspace
) -> None:
    workspace.signing_secret = "somebody-elses"
    stranger = HttpDelivery(request_url, "somebody-elses")
    refused = await stranger.deliver(Kind.COMMAND, {"command": "/bedside"})
    await stranger.close()

    assert refused == Ack(ok=False, reason="http_error")
    assert not await server.send_to(request_url)


async def test_an_address_where_nobody_lives_is_not_verified(server: PracticeServer, hands: Hands) -> None:
    assert not await server.send_to("http://127.0.0.1:1/slack/events")
    assert (await hands.command("U0JO", "/bedside")).reason == "connection_failed"


async def test_another_address_can_take_over(server: PracticeServer, request_url: str, hands: Hands) -> None:
    assert await server.send_to(request_url)
    assert await server.send_to(request_url)

    assert (await hands.command("U0JO", "/bedside")).ok


async def received_by(handler: Any) -> tuple[web.AppRunner, str]:  # noqa: ANN401
    application = web.Application()
    application.add_routes([web.post("/", handler)])
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}/"


@pytest.mark.parametrize(
    ("body", "payload"),
    [("", None), (" \n", None), ("Hello", {"text": "Hello"}), ('{"a": 1}', {"a": 1}), ("[1]", {"text": "[1]"})],
)
async def test_the_body_of_the_answer_is_what_the_app_says(body: str, payload: Json | None) -> None:
    headers: dict[str, str] = {}

    async def handle(request: web.Request) -> web.Response:
        headers.update(request.headers)
        return web.Response(text=body)

    runner, url = await received_by(handle)
    delivery = HttpDelivery(url, "secret")
    ack = await delivery.deliver(Kind.EVENT, {"event": {}}, retry=RETRY)
    await delivery.close()
    await runner.cleanup()

    assert ack == Ack(ok=True, payload=payload)
    assert (headers["X-Slack-Retry-Num"], headers["X-Slack-Retry-Reason"]) == ("1", "http_error")
    assert headers["Content-Type"] == "application/json"
    assert headers["X-Slack-Signature"].startswith("v0=")
