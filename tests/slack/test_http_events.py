"""Signed HTTP requests: what Slack signed reaches the app, and nothing else does or is written down."""

import io
import json
import logging
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.ports import World
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import Workspace
from bot.slack.app import make_app
from bot.slack.http_events import LARGEST_BODY, events_route
from bot.slack.identity import Identity
from tests.fakes import FakeClock
from tests.slack import signing
from tests.slack.conftest import Pokes
from tests.stories import ALICE, place

SECRET = "practice-signing-secret-for-tests"
PRIVATE = "something nobody may ever read in a log"


def sign(body: bytes, *, secret: str = SECRET, ago: int = 0) -> dict[str, str]:
    return signing.sign(body, secret=secret, ago=ago)


JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def http_app(world: World, clock: FakeClock, client: AsyncWebClient, identity: Identity, pokes: Pokes) -> AsyncApp:
    return make_app(world, clock=clock, client=client, identity=identity, signing_secret=SECRET, poke=pokes)


@pytest.fixture
async def url(http_app: AsyncApp) -> AsyncIterator[str]:
    application = web.Application()
    application.add_routes([events_route(http_app, signing_secret=SECRET)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    await runner.cleanup()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


CHALLENGE = json.dumps({"type": "url_verification", "challenge": "c1", "token": PRIVATE}).encode()


async def test_slack_can_verify_the_address(url: str, session: aiohttp.ClientSession) -> None:
    async with session.post(url, data=CHALLENGE, headers={**JSON, **sign(CHALLENGE)}) as answer:
        assert answer.status == 200
        assert await answer.json() == {"challenge": "c1"}


BAD_HEADERS = {
    "none": {},
    "another secret's": sign(CHALLENGE, secret="wrong"),
    "an old one's": sign(CHALLENGE, ago=600),
    "another body's": sign(CHALLENGE + b" "),
    "a signature that is not ASCII": {**sign(CHALLENGE), "X-Slack-Signature": "v0=\u00e9"},
    "a time that is no number": {**sign(CHALLENGE), "X-Slack-Request-Timestamp": "soon"},
    "a time in other digits": {**sign(CHALLENGE), "X-Slack-Request-Timestamp": "\u0661"},
    "an endless time": {**sign(CHALLENGE), "X-Slack-Request-Timestamp": "9" * 5000},
    "a negative time": {**sign(CHALLENGE), "X-Slack-Request-Timestamp": "-1"},
}


@pytest.mark.parametrize("whose", BAD_HEADERS)
async def test_what_slack_did_not_sign_is_refused_and_not_written_down(
    url: str, session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, whose: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with session.post(url, data=CHALLENGE, headers={**JSON, **BAD_HEADERS[whose]}) as answer:
            assert answer.status == 401
            assert PRIVATE not in await answer.text()
    ours = [record for record in caplog.records if not record.name.startswith(("aiohttp.client", "asyncio"))]
    assert "request_not_signed" in [record.message for record in ours]
    assert [record for record in ours if PRIVATE in record.getMessage() or "v0=" in record.getMessage()] == []
    assert [record for record in ours if record.levelno >= logging.ERROR] == []


async def test_a_body_that_is_no_text_is_refused(url: str, session: aiohttp.ClientSession) -> None:
    body = b'{"type": "\xff\xfe"}'
    async with session.post(url, data=body, headers={**JSON, **sign(body)}) as answer:
        assert answer.status == 401


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"payload=", b"payload=null", b"payload=[]"])
async def test_a_signed_body_that_makes_no_sense_is_refused_in_peace(
    url: str, session: aiohttp.ClientSession, body: bytes
) -> None:
    kind = FORM if body.startswith(b"payload") else JSON
    async with session.post(url, data=body, headers={**kind, **sign(body)}) as answer:
        assert answer.status in (200, 400)


async def test_an_odd_character_set_in_the_header_changes_nothing(url: str, session: aiohttp.ClientSession) -> None:
    odd = {"Content-Type": "application/json; charset=no-such-thing"}
    async with session.post(url, data=CHALLENGE, headers={**odd, **sign(CHALLENGE)}) as answer:
        assert answer.status == 200


async def test_a_body_of_more_than_a_megabyte_is_not_read_to_its_end(url: str, session: aiohttp.ClientSession) -> None:
    body = b"x" * (LARGEST_BODY + 1)
    async with session.post(url, data=io.BytesIO(body), headers={**JSON, **sign(body)}) as answer:
        assert answer.status == 413


async def test_a_signed_command_is_answered(
    url: str, session: aiohttp.ClientSession, world: World, identity: Identity
) -> None:
    await place(world)
    fields = {"command": "/bedside", "user_id": ALICE, "team_id": identity.team_id, "text": PRIVATE, "trigger_id": "1"}
    body = urlencode(fields).encode()
    async with session.post(url, data=body, headers={**FORM, **sign(body)}) as answer:
        assert answer.status == 200
        said = await answer.json()
    assert said["response_type"] == "ephemeral"
    assert said["blocks"]


async def test_the_practice_workspace_reaches_the_bot_over_http(
    url: str, server: PracticeServer, workspace: Workspace, hands: Hands, world: World
) -> None:
    workspace.signing_secret = SECRET
    await place(world)
    assert await server.send_to(url)
    assert (await hands.open_home(ALICE)).ok
    home = await hands.home(ALICE)
    assert home is not None


async def test_without_a_secret_no_request_can_be_signed(http_app: AsyncApp, session: aiohttp.ClientSession) -> None:
    with pytest.raises(ValueError, match="secret"):
        events_route(http_app, signing_secret="")
