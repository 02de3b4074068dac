"""`bedside check`: what is configured, what is missing, and what to write."""

import argparse
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from bot.cli.check_live import live_findings
from bot.cli.findings import Finding, Mark
from bot.cli.words import overload_in_words
from bot.configuration.program_files import load_curriculum, load_program
from bot.configuration.settings import Settings, missing_for, read_settings
from bot.domain.errors import BedsideError, OutdatedDatabase, SettingWrong
from bot.domain.program import Program
from bot.flows.ports import World
from bot.flows.watch_outbox import WEEKS, worst_placed_overload
from bot.storage.database import parse_url
from bot.storage.encryption import Cipher
from bot.storage.migrate import require_current
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world


async def run(chosen: argparse.Namespace) -> int:
    """Print every finding. Exit status 0 when nothing is missing, 1 otherwise. Raises SettingWrong for --as alone."""
    if chosen.person and not chosen.live:
        again = f"Write: bedside check --live --as {chosen.person}"
        raise SettingWrong(name="--as", problem="it names who gets the message of a live check", write=again)
    missing = 0
    async for finding in _findings(chosen):
        # One after the other, since what Slack says may take a while.
        print(f"{finding.mark:<8} {finding.text}", flush=True)
        missing += finding.mark is Mark.MISSING
    print(f"\n{missing} missing. Put it right and run `bedside check` again." if missing else "\nReady to start.")
    return 1 if missing else 0


async def _findings(chosen: argparse.Namespace) -> AsyncIterator[Finding]:
    try:
        settings = read_settings()
    except BedsideError as error:
        yield Finding(Mark.MISSING, str(error))
        return
    database = _database(settings)
    for finding in (*_slack(settings), *_keys(settings), *_people(settings), *_program(settings), database):
        yield finding
    async with _world(settings, is_current=database.mark is Mark.OK) as world:
        if world is not None:
            yield await _capacity(world)
        if chosen.live:
            async for finding in live_findings(settings, world, chosen.person):
                yield finding


@asynccontextmanager
async def _world(settings: Settings, *, is_current: bool) -> AsyncIterator[World | None]:
    """The database, if it can be read as it is: a check makes none and changes none."""
    async with AsyncExitStack() as opened:
        world = None
        if is_current and (not settings.embedded or _file(settings).exists()):
            # What keeps it from being opened was told as a finding of its own.
            with suppress(BedsideError):
                world = await opened.enter_async_context(open_world(settings))
        yield world


def _slack(settings: Settings) -> Iterator[Finding]:
    """One way to start is enough: `run`, or `web` with `worker`."""
    ways = {"run": missing_for("run", settings), "web": missing_for("web", settings)}
    whole = [way for way, missing in ways.items() if not missing]
    if whole:
        yield Finding(Mark.OK, f"Slack at {settings.slack_api_url}: enough for `bedside {whole[0]}`")
        return
    for missing in ways["run"] if settings.embedded else min(ways.values(), key=len):
        yield Finding(Mark.MISSING, str(missing))


def _keys(settings: Settings) -> Iterator[Finding]:
    """Whether the keys that were given are keys; whether there have to be any is part of the way to start."""
    keys = [key.get_secret_value() for key in settings.bedside_key]
    if not keys:
        return
    try:
        Cipher(keys)
    except SettingWrong as error:
        yield Finding(Mark.MISSING, str(error))
    else:
        yield Finding(Mark.OK, f"BEDSIDE_KEY holds {len(keys)}")


def _people(settings: Settings) -> Iterator[Finding]:
    count = len(settings.bedside_coordinators)
    if count:
        yield Finding(Mark.OK, f"BEDSIDE_COORDINATORS names {count}")
    else:
        yield Finding(Mark.NOTE, "BEDSIDE_COORDINATORS names nobody yet")


def _program(settings: Settings) -> Iterator[Finding]:
    folder = settings.bedside_config
    try:
        curriculum = load_curriculum(folder)
        program = load_program(folder, curriculum)
    except BedsideError as error:
        yield Finding(Mark.MISSING, str(error))
        return
    yield Finding(Mark.OK, f"{folder}/principles.yaml: {len(curriculum.principles)} principles")
    yield Finding(Mark.OK, f"{folder}/program.yaml: {program.name}, a digest needs {program.smallest_group} voices")
    yield _school_line(program, str(folder))
    yield _reporting_route(program, str(folder))


def _school_line(program: Program, folder: str) -> Finding:
    lines = [line.name for line in program.support_lines if line.school]
    if lines:
        return Finding(Mark.OK, f"the school's own support line: {', '.join(lines)}")
    return Finding(
        Mark.MISSING,
        f"{folder}/program.yaml, support_lines: the school's own line is missing. "
        "Fill in the entry with `school: true`",
    )


def _reporting_route(program: Program, folder: str) -> Finding:
    routes = [route.name for route in program.reporting_routes]
    if routes:
        return Finding(Mark.OK, f"where mistreatment is reported: {', '.join(routes)}")
    return Finding(
        Mark.MISSING,
        f"{folder}/program.yaml, reporting_routes: it does not say where students report mistreatment. "
        "Write at least one entry with the name of the place and how to reach it",
    )


def _database(settings: Settings) -> Finding:
    url = settings.database_url.get_secret_value()
    try:
        if settings.embedded and not _file(settings).exists():
            return Finding(Mark.OK, f"the database {_file(settings)} will be made at the first start")
        require_current(url)
    except OutdatedDatabase as error:
        if settings.embedded:
            return Finding(Mark.NOTE, "the database will be brought up to date at the next start")
        return Finding(Mark.MISSING, str(error))
    except BedsideError as error:
        return Finding(Mark.MISSING, str(error))
    return Finding(Mark.OK, f"the database {'file' if settings.embedded else 'server'} is up to date")


def _file(settings: Settings) -> Path:
    return Path(parse_url(settings.database_url.get_secret_value()).database or "")


async def _capacity(world: World) -> Finding:
    a_minute = world.program.messages_a_minute
    overload = await worst_placed_overload(world, at=SystemClock().now())
    if overload is not None:
        return Finding(Mark.NOTE, overload_in_words(overload, a_minute=a_minute))
    return Finding(Mark.OK, f"{a_minute:,} messages a minute carry the rosters of the coming {WEEKS} weeks")
