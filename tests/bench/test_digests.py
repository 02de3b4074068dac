"""What a digest costs by the number of replies that wait for it."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from statistics import median

import pytest

from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from tests.bench.rounds import seconds
from tests.bench.table import Table
from tests.crowd import gather_statistics, place_crowd, place_preceptor, put_replies, student_ids
from tests.stories import DR_KIM, MONDAY, at

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
DAYS = 5
FEW, MANY, MOST = 10, 1_000, 10_000
ROUNDS = 3


@pytest.fixture(scope="module")
def with_fewer() -> dict[tuple[str, int], float]:
    """What the same took with fewer replies, by the database and their number."""
    return {}


@pytest.mark.parametrize("count", [FEW, MANY, MOST])
async def test_a_digest(
    world: World,
    database: Database,
    database_name: str,
    cipher: Cipher,
    count: int,
    table: Table,
    with_fewer: dict[tuple[str, int], float],
) -> None:
    students = student_ids(max(count // DAYS, FEW))
    await place_crowd(database, len(students), on=MONDAY, since=at(MONDAY, "00:00") - DAY, in_one_cohort=True)
    await place_preceptor(database, DR_KIM, confirmed_at=at(MONDAY, "06:00"))
    took = []
    for week in range(ROUNDS):
        monday = MONDAY + week * WEEK
        days = [monday + number * DAY for number in range(count // len(students))]
        await put_replies(database, students, days, cipher=cipher)
        await gather_statistics(database)
        took.append(await seconds(partial(_publish, world, monday + WEEK)))
        assert await _all_are_used(world, students[-1], days)
    with_fewer[database_name, count] = median(took)
    measure = f"a digest from {count:,} replies that wait, {database_name}"
    if count == MOST:
        table.at_most(measure, median(took), 2, unit="s")
        beside = f"{measure}, beside ten times what {MANY:,} take"
        table.at_most(beside, median(took) / (10 * with_fewer[database_name, MANY]), 1.3)
    else:
        table.note(measure, f"{1000 * median(took):.0f} ms")


async def _publish(world: World, on: date) -> None:
    assert await publish_digests(world, at=at(on, "07:00")) == 1


async def _all_are_used(world: World, student: PersonId, days: Sequence[date]) -> bool:
    async with world.open_work() as work:
        kept = await work.replies.between(student, days[0], days[-1])
    return len(kept) == len(days) and all(reply.spent for reply in kept)
