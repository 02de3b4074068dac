"""What planning costs by the number of students, and a beat by the number of those who have nothing due."""

import asyncio
import sys
from datetime import timedelta
from statistics import median

import pytest

from bot.domain.outbox import State
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.ports import World
from bot.slack.messenger import SlackMessenger
from bot.storage.database import Database
from bot.wiring.bot import make_heartbeat
from tests.bench.listening import our_client
from tests.bench.rounds import seconds
from tests.bench.slack_process import SlackProcess
from tests.bench.table import Table
from tests.crowd import gather_statistics, place_crowd, put_reminders, student_ids
from tests.fakes import FakeClock
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1200)]
DAY = timedelta(days=1)
DUE = student_ids(100)
MORNING = at(MONDAY, "07:15")
ROUNDS = 5
FEW, MANY = 1_000, 100_000
HALF, ALL = 10_000, 20_000


@pytest.fixture(scope="module")
def with_fewer() -> dict[str, float]:
    """What the same took with fewer students, by the name of the test and the database."""
    return {}


@pytest.mark.parametrize("count", [HALF, ALL])
async def test_planning_a_day(
    database: Database,
    database_url: str,
    database_name: str,
    count: int,
    table: Table,
    with_fewer: dict[str, float],
) -> None:
    await place_crowd(database, count, on=MONDAY, since=at(MONDAY, "00:00") - DAY)
    await gather_statistics(database)
    both_days, next_day, megabytes = await _measured(database_url)
    if count == HALF:
        with_fewer[database_name] = next_day
        return
    measure = f"planning a day for {ALL:,} students, {database_name}"
    table.at_most(measure, next_day, 15, unit="s", also=f"the first time, two days at once, {both_days:.1f} s")
    table.at_most(f"{measure}, memory", megabytes, 200, unit="MB")
    beside = f"{measure}, beside twice what {HALF:,} take"
    table.at_most(beside, next_day / (2 * with_fewer[database_name]), 1.3)


async def _measured(url: str) -> list[float]:
    command = [sys.executable, "-m", "tests.bench.plan_days", url]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    assert process.returncode == 0
    return [float(number) for number in output.split()]


@pytest.mark.parametrize("count", [FEW, MANY])
async def test_one_beat_with_a_hundred_due(
    world: World,
    database: Database,
    database_name: str,
    count: int,
    slack: SlackProcess,
    table: Table,
    with_fewer: dict[str, float],
) -> None:
    async with our_client(slack) as client:
        relay = Relay(world, SlackMessenger(client))
        beat = make_heartbeat(world, client, relay, clock=FakeClock(MORNING)).beat_all
        # The first beat of a process plans everybody anew, so it comes before there is anybody.
        await beat()
        await place_crowd(database, count, on=MONDAY, since=MORNING - DAY, planned_until=at(MONDAY + DAY, "00:00"))
        await put_reminders(database, student_ids(count), on=MONDAY + DAY, due=MORNING + DAY)
        await gather_statistics(database)
        await beat()
        busy = []
        for number in range(ROUNDS):
            await put_reminders(database, DUE, on=MONDAY - number * DAY, due=MORNING)
            busy.append(await seconds(beat))
    async with world.open_work() as work:
        assert (await work.outbox.counts())[State.SENT] == ROUNDS * len(DUE)
    if count == FEW:
        with_fewer[database_name] = median(busy)
        return
    few = with_fewer[database_name]
    measure = f"a beat with {len(DUE)} prompts due among {MANY:,} students, beside {FEW:,}, {database_name}"
    table.at_most(measure, median(busy) / few, 1.3, also=f"{1000 * median(busy):.0f} beside {1000 * few:.0f} ms")
