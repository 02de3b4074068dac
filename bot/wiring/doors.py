"""The doors of a bot: sockets or signed HTTP to Slack, and the port where a process says how it is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from aiohttp import web

from bot import port
from bot.configuration.settings import Settings
from bot.flows.ports import World
from bot.flows.take_stock import take_stock
from bot.health import AtMostEvery, BeatCheck, Check, DatabaseCheck, Finding, Health, SlackCheck
from bot.slack.http_events import events_route
from bot.slack.identity import trouble_with
from bot.slack.sockets import Sockets
from bot.wiring.bot import Bot

READ_EVERY = timedelta(seconds=2)
STOCK_EVERY = timedelta(seconds=15)
ASK_EVERY = timedelta(seconds=30)
"""However often somebody asks how the process is, the database and Slack are asked no more often than this."""
LAST_ANSWERS = 3.0
"""Seconds that answers to Slack may take once the process is asked to stop: Slack waits no longer for one."""


@asynccontextmanager
async def open_sockets(settings: Settings, bot: Bot) -> AsyncIterator[Sockets]:
    """The bot listening over Socket Mode, from the first connection on.

    Raises SettingWrong for a refused token and SlackUnavailable when no connection comes about.
    """
    token = settings.slack_app_token
    sockets = Sockets(bot.app, app_token=token.get_secret_value() if token else "")
    try:
        await sockets.start()
        await sockets.wait_until_ready()
        yield sockets
    finally:
        # Side by side, so that both have the time that they need before a platform loses its patience.
        await asyncio.gather(sockets.close(), bot.heartbeat.stop(), bot.tasks.close())


@asynccontextmanager
async def open_web(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    """The bot listening to Slack's signed HTTP requests on every address of the host, and telling how it is.

    Raises SettingWrong when PORT stays taken.
    """
    secret = settings.slack_signing_secret
    events = events_route(bot.app, signing_secret=secret.get_secret_value() if secret else "")
    async with _tell_health(bot, events, last_answers=LAST_ANSWERS) as runner:
        await port.insist_on(runner, settings.port)
        bot.ear.start()
        yield


@asynccontextmanager
async def open_health(
    settings: Settings,
    bot: Bot,
    *,
    sockets: Sockets | None = None,
    courtesy: timedelta = timedelta(),
) -> AsyncIterator[None]:
    """The process telling how it is, as soon as PORT has been free for as long as `courtesy` asks; it works without,
    too."""
    async with _tell_health(bot, connections=sockets.connections if sockets else None) as runner:
        listening = asyncio.create_task(port.take_when_free(runner, settings.port, courtesy=courtesy))
        try:
            yield
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


@asynccontextmanager
async def _tell_health(
    bot: Bot,
    *routes: web.RouteDef,
    connections: Callable[[], Awaitable[int]] | None = None,
    last_answers: float = 0.1,
) -> AsyncIterator[web.AppRunner]:
    """An HTTP server with these routes and those of health, which listens nowhere yet."""
    database = DatabaseCheck(bot.world.open_work)
    database_now = AtMostEvery(database, READ_EVERY)
    slack_now = AtMostEvery(_ask_slack(bot), ASK_EVERY)
    stock = AtMostEvery(_stock(bot.world), STOCK_EVERY)
    checks: dict[str, Check] = {
        "database": database_now,
        "slack": SlackCheck(slack_now, trouble=lambda: database.trouble, connections=connections),
        "last_beat": BeatCheck(bot.heartbeat.last_beats),
    }
    health = Health(checks, refresh=lambda: _refresh(bot, stock, connections), exposition=bot.world.meters.exposition)
    application = web.Application()
    application.add_routes([*routes, *health.routes()])
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=last_answers)
    await runner.setup()
    try:
        yield runner
    finally:
        await runner.cleanup()
        await asyncio.gather(*(check.close() for check in (database_now, slack_now, stock)))


def _ask_slack(bot: Bot) -> Check:
    async def ask() -> Finding:
        trouble = await trouble_with(bot.app.client)
        return Finding(well=not trouble, says=trouble or "Slack knows the bot.")

    return ask


def _stock(world: World) -> Check:
    async def look() -> Finding:
        await take_stock(world)
        return Finding(well=True, says="The gauges are set.")

    return look


async def _refresh(bot: Bot, stock: Check, connections: Callable[[], Awaitable[int]] | None) -> None:
    """Bring the gauges up to date; where the database does not answer, they show what it said last."""
    await stock()
    for beat in bot.heartbeat.last_beats():
        bot.world.meters.beat(beat.name, beat.ago)
    if connections is not None:
        bot.world.meters.connections(await connections())
