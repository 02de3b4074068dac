"""Apps that listen as they do in earnest, over Socket Mode and over signed HTTP: Bedside's, and a bare Bolt app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.settings import Settings
from bot.flows.ports import Clock, Timing, World
from bot.slack.app import make_app
from bot.slack.http_events import events_route
from bot.slack.identity import Identity
from bot.slack.sockets import Sockets
from bot.wiring.bot import open_client
from tests.bench.slack_process import SECRET, SlackProcess
from tests.bench.slack_stand_in import BOT, TEAM

MOST_AT_ONCE = 50
TOKEN = "xoxb-bench"
IDENTITY = Identity(TEAM, str(BOT["user_id"]), str(BOT["bot_id"]), TOKEN)


@asynccontextmanager
async def sdk(slack: SlackProcess) -> AsyncIterator[AsyncWebClient]:
    """The SDK's client with one shared session."""
    connector = aiohttp.TCPConnector(limit=2 * MOST_AT_ONCE)
    timeout = aiohttp.ClientTimeout(total=10)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        yield AsyncWebClient(TOKEN, base_url=slack.api_url, session=session, retry_handlers=[])


@asynccontextmanager
async def our_client(slack: SlackProcess) -> AsyncIterator[AsyncWebClient]:
    """The client as Bedside opens it."""
    settings = Settings(slack_bot_token=SecretStr(TOKEN), slack_api_url=slack.api_url)
    async with open_client(settings, limit=Timing().request) as client:
        yield client


def bare_app(client: AsyncWebClient) -> AsyncApp:
    """A Bolt app without any listener yet, in the same mode as ours."""
    known = AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token=TOKEN, bot_user_id=IDENTITY.bot_user_id)

    async def authorize() -> AuthorizeResult:
        return known

    return AsyncApp(client=client, authorize=authorize, signing_secret=SECRET, process_before_response=True)


def our_app(world: World, client: AsyncWebClient, clock: Clock) -> AsyncApp:
    """Bedside's app, whose outbox nobody delivers."""
    return make_app(world, clock=clock, client=client, identity=IDENTITY, signing_secret=SECRET, poke=lambda: None)


@asynccontextmanager
async def bare_socket(app: AsyncApp, name: str) -> AsyncIterator[dict[str, str]]:
    """A Bolt app behind Bolt's own handler for Socket Mode; the way to it."""
    handler = AsyncSocketModeHandler(app, name)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield {"token": name}
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def our_sockets(app: AsyncApp, name: str) -> AsyncIterator[dict[str, str]]:
    """Bedside's app behind Bedside's sockets; the way to it."""
    sockets = Sockets(app, app_token=name)
    await sockets.start()
    await sockets.ready.wait()
    try:
        yield {"token": name}
    finally:
        await sockets.close()


@asynccontextmanager
async def bare_http(app: AsyncApp, name: str) -> AsyncIterator[dict[str, str]]:
    """A Bolt app behind Bolt's own web server; the way to it."""
    async with _served(app.web_app()) as address:
        yield {"url": f"{address}/slack/events", "secret": SECRET}


@asynccontextmanager
async def our_http(app: AsyncApp, name: str) -> AsyncIterator[dict[str, str]]:
    """Bedside's app behind Bedside's route; the way to it."""
    application = web.Application()
    application.add_routes([events_route(app, signing_secret=SECRET)])
    async with _served(application) as address:
        yield {"url": f"{address}/slack/events", "secret": SECRET}


@asynccontextmanager
async def _served(application: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
