"""A world and Slack become a whole bot: listeners, relay and heartbeat."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final, Protocol

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.settings import Settings
from bot.domain.pace import LANES, opened
from bot.flows.brief_preceptors import brief_preceptors
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.forget_answers import forget_answers
from bot.flows.forget_people import forget_people
from bot.flows.forget_replies import forget_replies
from bot.flows.note_policy import note_policy
from bot.flows.plan_prompts import plan_anew, plan_prompts
from bot.flows.ports import Clock, Directory, Membership, Timing, UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import look_for_people
from bot.flows.settle_unknown import settle_unknown
from bot.flows.steps import program_in, renew_program
from bot.flows.sync_people import PeopleSync
from bot.flows.tell_of_rules import tell_of_rules
from bot.flows.watch_channels import warn_of_readers
from bot.flows.watch_outbox import warn_of_overload
from bot.flows.welcome_students import welcome_students
from bot.heartbeat import Beat, BeatName, Heartbeat
from bot.slack.app import make_app
from bot.slack.deadline import keeps_deadlines
from bot.slack.directory import SlackDirectory
from bot.slack.home_tab import renew_outdated
from bot.slack.identity import Identity, learn_identity
from bot.slack.live_slack import LiveSlack
from bot.slack.membership import MembershipPace, SlackMembership
from bot.slack.messenger import SlackMessenger
from bot.slack.redirects import refuses_redirects
from bot.slack.tasks import Tasks
from bot.wiring.clocks import monotonic
from bot.wiring.world import open_world

LAST_ROUNDS = 1.0
FAREWELL = 6.0
"""Seconds that requests on their way may take to end when the process is asked to stop."""
MINUTE: Final = timedelta(minutes=1)
EVERY: Final[Mapping[BeatName, timedelta]] = MappingProxyType(
    {
        BeatName.RENEW: timedelta(seconds=5),
        BeatName.WELCOME: timedelta(seconds=15),
        BeatName.PLAN: 5 * MINUTE,
        BeatName.DIGESTS: timedelta(seconds=15),
        BeatName.LOOK: 60 * MINUTE,
        BeatName.FORGET: 60 * MINUTE,
        BeatName.DELIVER: timedelta(seconds=1),
        BeatName.SETTLE: timedelta(seconds=1),
        BeatName.WARN: 15 * MINUTE,
        BeatName.SYNC: MINUTE,
    }
)
"""How often a worker does what."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A whole bot, ready to listen and to beat. A process that only listens starts its `ear` instead of the whole
    heartbeat."""

    app: AsyncApp
    world: World
    heartbeat: Heartbeat
    ear: Heartbeat
    identity: Identity
    tasks: Tasks


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
        world = replace(world, workspace_url=identity.url)
        async with world.open_work() as work:
            await work.workspace.bind(identity.team_id)
            await _reopen_lanes(work)
            await work.program.take()
            world.program = await program_in(world, work)
            await note_policy(world, work, at=clock.now())
            await work.commit()
        relay = Relay(world, SlackMessenger(client, monotonic=monotonic), timing=timing, monotonic=monotonic)
        heartbeat = make_heartbeat(world, client, relay, clock=clock, timing=timing)
        ear = make_ear(world, clock=clock)

        def poke() -> None:
            relay.hurry()
            heartbeat.poke()

        secret, tasks = settings.slack_signing_secret, Tasks()
        app = make_app(
            world,
            clock=clock,
            client=client,
            identity=identity,
            signing_secret=secret.get_secret_value() if secret else None,
            poke=poke,
            tasks=tasks,
        )
        try:
            yield Bot(app, world, heartbeat, ear, identity, tasks)
        finally:
            await asyncio.gather(heartbeat.stop(), ear.stop(), tasks.close())
            await _last_rounds(relay, clock)


@asynccontextmanager
async def open_slack(settings: Settings) -> AsyncIterator[LiveSlack]:
    """Slack alone, to ask it what the bot may do there."""
    async with open_client(settings, limit=Timing().request) as client:
        yield LiveSlack(client)


@asynccontextmanager
async def open_membership(settings: Settings) -> AsyncIterator[Membership]:
    """The list of the workspace's members alone."""
    async with open_client(settings, limit=Timing().request) as client:
        yield SlackMembership(client, MembershipPace(monotonic=monotonic))


@asynccontextmanager
async def open_client(settings: Settings, *, limit: timedelta) -> AsyncIterator[AsyncWebClient]:
    """Slack's Web API through one session, with a limit on the whole of each request: the SDK ignores its own beside
    a session. Nothing is tried again by itself."""
    token = settings.slack_bot_token
    timeout = aiohttp.ClientTimeout(total=limit.total_seconds())
    tracing = [keeps_deadlines(monotonic), refuses_redirects()]
    async with aiohttp.ClientSession(timeout=timeout, trace_configs=tracing) as session:
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
    ending = asyncio.Event()
    messenger = SlackMessenger(client, monotonic=monotonic)
    directory = SlackDirectory(client, is_ending=ending.is_set)
    work: dict[BeatName, _Timed] = {
        BeatName.RENEW: _renewing(world),
        BeatName.WELCOME: _welcoming(world, directory),
        BeatName.PLAN: _planning(world),
        BeatName.DIGESTS: partial(publish_digests, world),
        BeatName.LOOK: _looking(world, directory),
        BeatName.FORGET: _forgetting(world, client),
        BeatName.DELIVER: relay.round,
        BeatName.SETTLE: partial(settle_unknown, world, messenger, timing=timing),
        BeatName.WARN: partial(warn_of_overload, world),
        # Last, since nothing that is due waits for it; and slowly, since Slack takes twenty such requests a minute.
        BeatName.SYNC: PeopleSync(world, directory).next_page,
    }
    beats = [
        Beat(partial(_at_present, clock, do), every=EVERY[name], prompt=name is BeatName.DELIVER, name=name)
        for name, do in work.items()
    ]

    def end() -> None:
        ending.set()
        relay.stop(within=FAREWELL)

    return Heartbeat(beats, on_stop=end)


def make_ear(world: World, *, clock: Clock) -> Heartbeat:
    """The one beat of a process that only listens: it has to know what coordinators change elsewhere."""
    renew = partial(_at_present, clock, _renewing(world))
    return Heartbeat([Beat(renew, every=EVERY[BeatName.RENEW], name=BeatName.RENEW)])


def _renewing(world: World) -> "_Timed":
    """Going by what coordinators have changed of the program, in whichever process they did."""

    async def renew(*, at: datetime) -> None:  # noqa: ARG001 - what holds now needs no instant
        await renew_program(world)

    return renew


def _welcoming(world: World, directory: Directory) -> "_Timed":
    """Telling everybody newly placed what this is. Preceptors come first, since Slack need not be asked about them."""

    async def welcome(*, at: datetime) -> None:
        await tell_of_rules(world)
        await brief_preceptors(world, at=at)
        await welcome_students(world, directory, at=at)

    return welcome


def _planning(world: World) -> "_Timed":
    """Planning that begins by planning everybody anew, since the program's files may have changed."""
    started = False

    async def plan(*, at: datetime) -> None:
        nonlocal started
        if not started:
            await plan_anew(world)
            started = True
        await plan_prompts(world, at=at)

    return plan


def _looking(world: World, directory: SlackDirectory) -> "_Timed":
    """What Slack is asked every hour: who can be reached again, and who can read the digests' channels."""

    async def look(*, at: datetime) -> None:
        await look_for_people(world, directory, at=at)
        await warn_of_readers(world, directory, at=at)

    return look


def _forgetting(world: World, client: AsyncWebClient) -> "_Timed":
    """Forgetting, and taking what was forgotten off Home tabs."""

    async def forget(*, at: datetime) -> None:
        await forget_replies(world, at=at)
        await forget_answers(world, at=at)
        await forget_people(world, at=at)
        await renew_outdated(client, world, at=at)

    return forget


def _at_present(clock: Clock, do: "_Timed") -> Awaitable[object]:
    return do(at=clock.now())


class _Timed(Protocol):
    """Work that has to be told the time."""

    def __call__(self, *, at: datetime) -> Awaitable[object]: ...


async def _last_rounds(relay: Relay, clock: Clock) -> None:
    """What a beat that broke had on its way is still written down."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LAST_ROUNDS):
            while await relay.round(at=clock.now()):
                pass


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
