"""A world and Slack become a whole bot: listeners, relay and heartbeat."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.settings import Settings
from bot.domain.pace import LANES, opened
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.forget_replies import forget_replies
from bot.flows.plan_prompts import plan_anew, plan_prompts
from bot.flows.ports import Clock, Timing, UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import look_for_people
from bot.flows.settle_unknown import settle_unknown
from bot.flows.watch_outbox import warn_of_overload
from bot.flows.welcome_students import welcome_students
from bot.heartbeat import Beat, BeatName, Heartbeat
from bot.slack.app import make_app
from bot.slack.deadline import keeps_deadlines
from bot.slack.directory import SlackDirectory
from bot.slack.identity import Identity, learn_identity
from bot.slack.live_slack import LiveSlack
from bot.slack.messenger import SlackMessenger
from bot.wiring.clocks import monotonic
from bot.wiring.world import open_world

FAREWELL = 6.0
"""Seconds that requests on their way may take to end when the process is asked to stop."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A whole bot, ready to listen and to beat."""

    app: AsyncApp
    world: World
    heartbeat: Heartbeat
    identity: Identity


@asynccontextmanager
async def open_bot(
    settings: Settings, *, clock: Clock, timing: Timing | None = None, messages_a_minute: int | None = None
) -> AsyncIterator[Bot]:
    """Everything joined. Raises SettingWrong for a refused token and AnotherWorkspace for another's database.

    Delivery keeps its usual `timing` and the program's pace unless told otherwise.
    """
    timing = timing or Timing()
    async with open_world(settings) as world, open_client(settings, limit=timing.request) as client:
        if messages_a_minute is not None:
            world = replace(world, program=replace(world.program, messages_a_minute=messages_a_minute))
        identity = await learn_identity(client)
        async with world.open_work() as work:
            await work.workspace.bind(identity.team_id)
            await _reopen_lanes(work)
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
    async with open_client(settings, limit=Timing().request) as client:
        yield LiveSlack(client)


@asynccontextmanager
async def open_client(settings: Settings, *, limit: timedelta) -> AsyncIterator[AsyncWebClient]:
    """Slack's Web API through one session, with a limit on the whole of each request: the SDK ignores its own beside
    a session. Nothing is tried again by itself."""
    token = settings.slack_bot_token
    timeout = aiohttp.ClientTimeout(total=limit.total_seconds())
    async with aiohttp.ClientSession(timeout=timeout, trace_configs=[keeps_deadlines(monotonic)]) as session:
        yield AsyncWebClient(
            token=token.get_secret_value() if token else None,
            base_url=settings.slack_api_url,
            session=session,
            retry_handlers=[],
            logger=_wordless_logger(),
        )


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


async def _reopen_lanes(work: UnitOfWork) -> None:
    """Slack has just accepted the app, so what it refused before may be mended; the first message finds out."""
    for name in LANES:
        lane, _ = await work.lanes.lock(name)
        if lane.trouble:
            await work.lanes.save(name, opened(lane))


def _wordless_logger() -> logging.Logger:
    """Below this level the SDK prints whole requests; and it writes the words for that even when nobody listens."""
    logger = logging.getLogger("bot.slack.client")
    logger.setLevel(logging.WARNING)
    return logger
