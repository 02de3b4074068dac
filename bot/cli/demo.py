"""`bedside demo`: the whole bot, unchanged, in a practice workspace that one clicks through in a browser."""

import argparse
import logging
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp.web import AbstractRouteDef
from pydantic import SecretStr

from bot.cli.demo_time import DemoTime
from bot.cli.manifest import events_asked_for, scopes_asked_for
from bot.cli.signals import asked_to_stop
from bot.configuration.settings import Settings
from bot.domain import calendar
from bot.domain.errors import SettingWrong
from bot.domain.people import PersonId
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.logs import set_up_logs
from bot.practice.cast import COORDINATOR, PRECEPTOR, PRECEPTORS_CHANNEL, STUDENTS, ZONE, practice_workspace
from bot.practice.classmates import Classmates
from bot.practice.clock import PracticeClock
from bot.practice.hands import Hands
from bot.practice.page.routes import routes
from bot.practice.school import CLASS, PRECEPTORS, populate
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, Workspace
from bot.wiring.bot import Bot, open_bot
from bot.wiring.clocks import SystemClock
from bot.wiring.doors import open_sockets

WEEKS = 6
UNHURRIED = 60_000
"""Messages a minute: the practice workspace sets no limit, and whoever moves the clock does not want to wait."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo."""

    origin: str
    workspace: Workspace
    hands: Hands
    classmates: Classmates
    clock: PracticeClock
    time: DemoTime
    bot: Bot


async def run(chosen: argparse.Namespace) -> int:
    """Serve the demo until Ctrl+C; what happened in it is gone afterwards."""
    set_up_logs(level=logging.WARNING)
    monday = last_monday(SystemClock().now())
    async with open_demo(begins=monday, port=chosen.port, is_empty=chosen.empty) as demo:
        page = "as/jo" if chosen.empty else ""
        print(f"Bedside's practice workspace is open: {demo.origin}/{page}", flush=True)
        print("Nothing leaves this computer. Stop it with Ctrl+C.", flush=True)
        await asked_to_stop()
    return 0


@asynccontextmanager
async def open_demo(
    *, begins: datetime, weeks: int = WEEKS, port: int = 0, config: Path = Path("config"), is_empty: bool = False
) -> AsyncIterator[Demo]:
    """A practice workspace with the bot in it. `begins` is the instant at which its rotation of some weeks starts; an
    empty one has no rotation."""
    clock = PracticeClock(begins)
    # The practice workspace grants no more than a real one would.
    workspace = practice_workspace(clock.timestamp, scopes=scopes_asked_for(config), events=events_asked_for(config))
    populate(workspace)
    # A digest is for preceptors, and Bedside would warn of a channel that students can read.
    workspace.channels[PRECEPTORS_CHANNEL].is_private = True
    hands = Hands(workspace)
    preceptors = [PRECEPTOR, *(each.id for each in PRECEPTORS)]
    classmates = Classmates(hands, workspace, preceptors=preceptors, others=[each.id for each in CLASS])
    time_controls = DemoTime(clock, classmates, workspace)
    page = routes(workspace, hands, time_controls, classmates)
    server = await _serve(workspace, page, port)
    try:
        with tempfile.TemporaryDirectory(prefix="bedside-demo-") as folder:
            settings = _settings(server, Path(folder), config)
            async with open_bot(settings, clock=clock, messages_a_minute=UNHURRIED) as bot, open_sockets(settings, bot):
                if not is_empty:
                    await apply_roster(bot.world, practice_roster(begins, weeks), at=clock.now())
                time_controls.bot = bot
                await bot.heartbeat.beat_all()
                bot.heartbeat.start()
                yield Demo(server.origin, workspace, hands, classmates, clock, time_controls, bot)
    finally:
        await server.stop()


def last_monday(at: datetime) -> datetime:
    """Half past six in the morning, in the practice zone, on the Monday on or before an instant."""
    zone = ZoneInfo(ZONE)
    today = calendar.local_date(at, zone)
    return calendar.instant(today - timedelta(days=today.weekday()), time(6, 30), zone).astimezone(zone)


def practice_roster(begins: datetime, weeks: int) -> str:
    """The roster file of the practice workspace: eight students and a preceptor in one rotation of some weeks."""
    first = begins.date()
    last = first + timedelta(days=7 * weeks - 3)
    rotation = f"Medicine,{PRECEPTORS_CHANNEL},Medicine A,General Hospital,{ZONE},{first},{last},07:00,17:30"
    people = [(student, "student") for student in STUDENTS] + [(PRECEPTOR, "preceptor")]
    return "\n".join([",".join(COLUMNS), *(f"{rotation},{role},{person}" for person, role in people)])


async def _serve(workspace: Workspace, page: Iterable[AbstractRouteDef], port: int) -> PracticeServer:
    try:
        return await PracticeServer.start(workspace, port=port, routes=page)
    except OSError:
        raise SettingWrong(
            name="--port",
            problem=f"something else uses port {port} already",
            write=f"Write another one: bedside demo --port {port + 1}",
        ) from None


def _settings(server: PracticeServer, folder: Path, config: Path) -> Settings:
    """The same settings that a real workspace needs, pointing at the practice one, whatever the environment says."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(BOT_TOKEN),
        slack_app_token=SecretStr(APP_TOKEN),
        slack_signing_secret=None,
        slack_api_url=server.base_url,
        database_url=SecretStr(f"sqlite:///{folder / 'bedside.sqlite3'}"),
        bedside_key=(),
        bedside_config=config,
        bedside_coordinators=(PersonId(COORDINATOR),),
    )
