"""Joins the real things in one place: settings, files, database, Slack, listeners and heartbeat become one bot."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot import port
from bot.configuration.program_files import load_curriculum, load_program
from bot.configuration.settings import Settings
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.forget_replies import forget_replies
from bot.flows.plan_prompts import plan_anew, plan_prompts
from bot.flows.ports import Clock, Timing, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import look_for_people
from bot.flows.settle_unknown import settle_unknown
from bot.flows.take_stock import take_stock
from bot.flows.watch_outbox import warn_of_overload
from bot.flows.welcome_students import welcome_students
from bot.health import AtMostEvery, BeatCheck, Check, DatabaseCheck, Finding, Health, SlackCheck
from bot.heartbeat import Beat, BeatName, Heartbeat
from bot.slack.app import make_app
from bot.slack.deadline import keeps_deadlines
from bot.slack.directory import SlackDirectory
from bot.slack.http_events import events_route
from bot.slack.identity import Identity, learn_identity, trouble_with
from bot.slack.live_slack import LiveSlack
from bot.slack.messenger import SlackMessenger
from bot.slack.sockets import Sockets
from bot.storage.database import Database, open_database, parse_url
from bot.storage.encryption import Cipher, key_beside
from bot.storage.migrate import require_current, upgrade

READ_EVERY = timedelta(seconds=2)
STOCK_EVERY = timedelta(seconds=15)
ASK_EVERY = timedelta(seconds=30)
"""However often somebody asks how the process is, the database and Slack are asked no more often than this."""
LAST_ANSWERS = 3.0
"""Seconds that answers to Slack may take once the process is asked to stop: Slack waits no longer for one."""
FAREWELL = 6.0
"""Seconds that requests on their way may take to end when the process is asked to stop."""


class SystemClock:
    """The host's clock: the only place that asks it."""

    def now(self) -> datetime:
        """The current instant in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the real Clock


@dataclass(frozen=True, slots=True)
class Bot:
    """A whole bot, ready to listen and to beat."""

    app: AsyncApp
    world: World
    heartbeat: Heartbeat
    identity: Identity


@asynccontextmanager
async def open_world(settings: Settings) -> AsyncIterator[World]:
    """The files and the database, without Slack. An embedded database is made and brought up to date here.

    Raises ProgramFileWrong, SettingWrong or OutdatedDatabase.
    """
    curriculum = load_curriculum(settings.bedside_config)
    program = load_program(settings.bedside_config, curriculum)
    async with open_storage(settings) as (database, keys):
        yield World(
            open_work=database.open_work,
            curriculum=curriculum,
            program=program,
            release_key=hmac.digest(keys[0].encode(), b"the order of a release", hashlib.sha256),
            coordinators=frozenset(settings.bedside_coordinators),
        )


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[tuple[Database, tuple[str, ...]]]:
    """The database and the keys it is read with, newest first. Raises SettingWrong or OutdatedDatabase."""
    url = settings.database_url.get_secret_value()
    keys = tuple(key.get_secret_value() for key in settings.bedside_key)
    if settings.embedded:
        upgrade(url)
        keys = keys or (key_beside(Path(parse_url(url).database or "")),)
    else:
        require_current(url)
    database = open_database(url, cipher=Cipher(keys))
    try:
        yield database, keys
    finally:
        await database.close()


@asynccontextmanager
async def open_bot(
    settings: Settings, *, clock: Clock, timing: Timing | None = None, messages_a_minute: int | None = None
) -> AsyncIterator[Bot]:
    """Everything joined. Raises SettingWrong for a refused token and AnotherWorkspace for another's database.

    Delivery keeps its usual `timing` and the program's pace unless told otherwise.
    """
    timing = timing or Timing()
    async with open_world(settings) as world, _slack_session(timing.request) as session:
        if messages_a_minute is not None:
            world = replace(world, program=replace(world.program, messages_a_minute=messages_a_minute))
        client = _client(settings, session)
        identity = await learn_identity(client)
        async with world.open_work() as work:
            await work.workspace.bind(identity.team_id)
            await work.commit()
        relay = Relay(world, SlackMessenger(client, monotonic=monotonic), timing=timing, monotonic=monotonic)
        heartbeat = make_heartbeat(world, client, relay, clock=clock, timing=timing)

        def poke() -> None:
            relay.hurry()
            heartbeat.poke()

        secret = settings.slack_signing_secret
        app = make_app(
            world,
            clock=clock,
            client=client,
            identity=identity,
            signing_secret=secret.get_secret_value() if secret else None,
            poke=poke,
        )
        try:
            yield Bot(app, world, heartbeat, identity)
        finally:
            await heartbeat.stop()


@asynccontextmanager
async def open_slack(settings: Settings) -> AsyncIterator[LiveSlack]:
    """Slack alone, to ask it what the bot may do there."""
    async with _slack_session(Timing().request) as session:
        yield LiveSlack(_client(settings, session))


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
        await asyncio.gather(sockets.close(), bot.heartbeat.stop())


@asynccontextmanager
async def open_web(settings: Settings, bot: Bot, *, clock: Clock) -> AsyncIterator[None]:
    """The bot listening to Slack's signed HTTP requests on every address of the host, and telling how it is.

    Raises SettingWrong when PORT stays taken.
    """
    secret = settings.slack_signing_secret
    events = events_route(bot.app, signing_secret=secret.get_secret_value() if secret else "")
    async with _tell_health(bot, clock, events, last_answers=LAST_ANSWERS) as runner:
        await port.insist_on(runner, settings.port)
        yield


@asynccontextmanager
async def open_health(
    settings: Settings,
    bot: Bot,
    *,
    clock: Clock,
    sockets: Sockets | None = None,
    courtesy: timedelta = timedelta(),
) -> AsyncIterator[None]:
    """The process telling how it is, as soon as PORT has been free for as long as `courtesy` asks; it works without,
    too."""
    async with _tell_health(bot, clock, connections=sockets.connections if sockets else None) as runner:
        listening = asyncio.create_task(port.take_when_free(runner, settings.port, courtesy=courtesy))
        try:
            yield
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


@asynccontextmanager
async def _tell_health(
    bot: Bot,
    clock: Clock,
    *routes: web.RouteDef,
    connections: Callable[[], Awaitable[int]] | None = None,
    last_answers: float = 0.1,
) -> AsyncIterator[web.AppRunner]:
    """An HTTP server with these routes and those of health, which listens nowhere yet."""
    database = DatabaseCheck(bot.world.open_work)
    database_now = AtMostEvery(database, READ_EVERY)
    slack_now = AtMostEvery(_ask_slack(bot), ASK_EVERY)
    stock = AtMostEvery(_stock(bot.world, clock), STOCK_EVERY)
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


def _stock(world: World, clock: Clock) -> Check:
    async def look() -> Finding:
        await take_stock(world, at=clock.now())
        return Finding(well=True, says="The gauges are set.")

    return look


async def _refresh(bot: Bot, stock: Check, connections: Callable[[], Awaitable[int]] | None) -> None:
    """Bring the gauges up to date; where the database does not answer, they show what it said last."""
    await stock()
    for beat in bot.heartbeat.last_beats():
        bot.world.meters.beat(beat.name, beat.ago)
    if connections is not None:
        bot.world.meters.connections(await connections())


def make_heartbeat(
    world: World, client: AsyncWebClient, relay: Relay, *, clock: Clock, timing: Timing | None = None
) -> Heartbeat:
    """The beats of a worker: who is new, what is due when, what is due now, what became of it, and what is forgotten.

    Digests come before forgetting, so that after an outage a digest still finds the replies that waited for it.
    """
    messenger, directory = SlackMessenger(client, monotonic=monotonic), SlackDirectory(client)

    started = False

    async def plan() -> None:
        nonlocal started
        if not started:
            # The program's files may have changed since the last start.
            await plan_anew(world)
            started = True
        await plan_prompts(world, at=clock.now())

    async def settle() -> None:
        await settle_unknown(world, messenger, at=clock.now(), timing=timing)

    return Heartbeat(
        [
            Beat(
                lambda: welcome_students(world, directory, at=clock.now()),
                every=timedelta(minutes=1),
                name=BeatName.WELCOME,
            ),
            Beat(plan, every=timedelta(minutes=5), name=BeatName.PLAN),
            Beat(lambda: publish_digests(world, at=clock.now()), every=timedelta(seconds=15), name=BeatName.DIGESTS),
            Beat(
                lambda: look_for_people(world, directory, at=clock.now()), every=timedelta(hours=1), name=BeatName.LOOK
            ),
            Beat(lambda: forget_replies(world, at=clock.now()), every=timedelta(hours=1), name=BeatName.FORGET),
            Beat(lambda: relay.round(at=clock.now()), every=timedelta(seconds=1), prompt=True, name=BeatName.DELIVER),
            Beat(settle, every=timedelta(seconds=1), name=BeatName.SETTLE),
            Beat(lambda: warn_of_overload(world, at=clock.now()), every=timedelta(minutes=15), name=BeatName.WARN),
        ],
        on_stop=lambda: relay.stop(within=FAREWELL),
    )


def monotonic() -> float:
    """Seconds on a clock that nobody can set and that, where the system has such a clock, goes on while the machine
    sleeps: a lease does not sleep either."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


@asynccontextmanager
async def _slack_session(limit: timedelta) -> AsyncIterator[aiohttp.ClientSession]:
    """One session for every request, with a limit on the whole of each: the SDK ignores its own beside a session."""
    timeout = aiohttp.ClientTimeout(total=limit.total_seconds())
    async with aiohttp.ClientSession(timeout=timeout, trace_configs=[keeps_deadlines(monotonic)]) as session:
        yield session


def _client(settings: Settings, session: aiohttp.ClientSession) -> AsyncWebClient:
    token = settings.slack_bot_token
    return AsyncWebClient(
        token=token.get_secret_value() if token else None,
        base_url=settings.slack_api_url,
        session=session,
        retry_handlers=[],
    )
