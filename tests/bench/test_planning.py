"""What planning costs by the number of students, and a beat by the number of those who have nothing due."""

import asyncio
import sys
from datetime import timedelta

import pytest

from bot.storage.database import Database
from tests.crowd import place_crowd
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1200)]


@pytest.mark.parametrize("count", [5_000, 10_000, 20_000])
async def test_planning_a_day(
    database: Database, database_url: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    await place_crowd(database, count, on=MONDAY, since=at(MONDAY, "00:00") - timedelta(days=1))
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
