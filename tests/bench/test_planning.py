"""What planning costs by the number of students, and a beat by the number of those who have nothing due."""

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.outbox import State
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.ports import World
from bot.practice.cast import ZONE, practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Person
from bot.slack.messenger import SlackMessenger
from bot.storage.database import Database
from bot.wiring.bot import make_heartbeat
from tests.crowd import place_crowd, put_reminders, student_ids
from tests.fakes import FakeClock
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1200)]
DAY = timedelta(days=1)
DUE = student_ids(100)
MORNING = at(MONDAY, "07:15")
ROUNDS = 5


@pytest.mark.parametrize("count", [5_000, 10_000, 20_000])
async def test_planning_a_day(
    database: Database, database_url: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    await place_crowd(database, count, on=MONDAY, since=at(MONDAY, "00:00") - DAY)
    both_days, next_day, megabytes = await _measured(database_url)
    with capsys.disabled():
        print(f"\nplanning {count} students, {database_url.partition(':')[0]}:")
        print(f"  two days at once {both_days:6.2f} s   one more day {next_day:6.2f} s   memory {megabytes:4.0f} MB")


async def _measured(url: str) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.plan_days", url]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    assert process.returncode == 0
    return [float(number) for number in output.split()]


@pytest.fixture
async def client() -> AsyncIterator[AsyncWebClient]:
    workspace = practice_workspace(MORNING.timestamp)
    for student in DUE:
        workspace.people[student] = Person(student, student, student, f"{student}@example.edu", ZONE)
    server = await PracticeServer.start(workspace)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
    await server.stop()


@pytest.mark.parametrize("count", [1_000, 100_000])
async def test_one_beat_with_a_hundred_due(
    database: Database, database_url: str, count: int, client: AsyncWebClient, capsys: pytest.CaptureFixture[str]
) -> None:
    curriculum = load_curriculum(Path("config"))
    unhurried = replace(load_program(Path("config"), curriculum), messages_a_minute=60_000)
    world = World(database.open_work, curriculum, unhurried, b"key")
    relay = Relay(world, SlackMessenger(client))
    beat = make_heartbeat(world, client, relay, clock=FakeClock(MORNING)).beat_all
    # The first beat of a process plans everybody anew, so it comes before there is anybody.
    await beat()
    await place_crowd(database, count, on=MONDAY, since=MORNING - DAY, planned_until=at(MONDAY + DAY, "00:00"))
    await put_reminders(database, student_ids(count), on=MONDAY + DAY, due=MORNING + DAY)
    await beat()
    quiet, busy = [], []
    for number in range(ROUNDS):
        began = time.perf_counter()
        await beat()
        quiet.append(time.perf_counter() - began)
        await put_reminders(database, DUE, on=MONDAY - number * DAY, due=MORNING)
        began = time.perf_counter()
        await beat()
        busy.append(time.perf_counter() - began)
    async with world.open_work() as work:
        assert (await work.outbox.counts())[State.SENT] == ROUNDS * len(DUE)
    with capsys.disabled():
        print(f"\none beat among {count} students, {database_url.partition(':')[0]}, milliseconds:")
        print(f"  nothing due {1000 * statistics.median(quiet):7.1f}", end="")
        print(f"   a hundred due {1000 * statistics.median(busy):7.1f}")
