"""Joins the real things in one place: settings, files, database, Slack, listeners and heartbeat become one bot."""

import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.program_files import load_curriculum, load_program
from bot.configuration.settings import Settings
from bot.domain.errors import SettingWrong
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.forget_replies import forget_replies
from bot.flows.plan_prompts import plan_anew, plan_prompts
from bot.flows.ports import Clock, Timing, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import look_for_people
from bot.flows.settle_unknown import settle_unknown
from bot.flows.welcome_students import welcome_students
from bot.heartbeat import Beat, Heartbeat
from bot.slack.app import make_app
from bot.slack.deadline import keeps_deadlines
from bot.slack.directory import SlackDirectory
from bot.slack.http_events import events_route
from bot.slack.identity import Identity, learn_identity
from bot.slack.live_slack import LiveSlack
from bot.slack.messenger import SlackMessenger
from bot.slack.sockets import Sockets
from bot.storage.database import Database, open_database, parse_url
from bot.storage.encryption import Cipher, key_beside
from bot.storage.migrate import require_current, upgrade

REQUEST_LIMIT = timedelta(seconds=10)
"""A whole request to Slack, from connecting to the last byte; shorter than what a lease keeps in reserve."""
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
    async with open_world(settings) as world, _slack_session() as session:
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
            relay.stop(within=FAREWELL)
            await heartbeat.stop()


@asynccontextmanager
async def open_slack(settings: Settings) -> AsyncIterator[LiveSlack]:
    """Slack alone, to ask it what the bot may do there."""
    async with _slack_session() as session:
        yield LiveSlack(_client(settings, session))


@asynccontextmanager
async def open_sockets(settings: Settings, bot: Bot) -> AsyncIterator[Sockets]:
    """The bot listening over Socket Mode, from the first connection on. Raises SettingWrong for a refused token."""
    token = settings.slack_app_token
    sockets = Sockets(bot.app, app_token=token.get_secret_value() if token else "")
    await sockets.start()
    try:
        await sockets.ready.wait()
        yield sockets
    finally:
        await sockets.close()


@asynccontextmanager
async def open_web(settings: Settings, bot: Bot) -> AsyncIterator[None]:
    """The bot listening to Slack's signed HTTP requests on every address of the host, and `/healthz`."""
    secret = settings.slack_signing_secret
    application = web.Application()
    application.add_routes(
        [
            events_route(bot.app, signing_secret=secret.get_secret_value() if secret else ""),
            web.get("/healthz", _healthy),
        ]
    )
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await _listen(runner, settings.port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, port=port).start()
    except OSError:
        raise SettingWrong(
            name="PORT", problem=f"nobody may listen on {port}, or something else does", write="Write another number"
        ) from None


async def _healthy(_: web.Request) -> web.Response:
    return web.Response(text="ok")


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

    async def deliver() -> None:
        while await relay.round(at=clock.now()):
            pass

    async def settle() -> None:
        await settle_unknown(world, messenger, at=clock.now(), timing=timing)

    return Heartbeat(
        [
            Beat(lambda: welcome_students(world, directory, at=clock.now()), every=timedelta(minutes=1)),
            Beat(plan, every=timedelta(minutes=5)),
            Beat(lambda: publish_digests(world, at=clock.now()), every=timedelta(seconds=15)),
            Beat(lambda: look_for_people(world, directory, at=clock.now()), every=timedelta(hours=1)),
            Beat(lambda: forget_replies(world, at=clock.now()), every=timedelta(hours=1)),
            Beat(deliver, every=timedelta(seconds=1), prompt=True),
            Beat(settle, every=timedelta(seconds=1)),
        ]
    )


def monotonic() -> float:
    """Seconds on a clock that nobody can set and that, where the system has such a clock, goes on while the machine
    sleeps: a lease does not sleep either."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


@asynccontextmanager
async def _slack_session() -> AsyncIterator[aiohttp.ClientSession]:
    """One session for every request, with a limit on the whole of each: the SDK ignores its own beside a session."""
    timeout = aiohttp.ClientTimeout(total=REQUEST_LIMIT.total_seconds())
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
