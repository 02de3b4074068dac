"""What students wrote is deleted 30 days after their last rotation, and seven days before they are told so."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.domain.calendar import Weekday
from bot.domain.outbox import Kind, State
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.forget_replies import forget_replies
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Farewell, Post
from bot.flows.set_pace import leave
from bot.flows.skip_question import skip_question
from bot.storage.database import Database
from bot.storage.tables import replies, skips
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    EIGHT,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver_all,
    everybody_starts,
    place,
    roster,
)

DAY = timedelta(days=1)
LAST_DAY = MONDAY + 25 * DAY
DELETED = LAST_DAY + 30 * DAY
TOLD = DELETED - 7 * DAY


@pytest.fixture(autouse=True)
async def begin(world: World, messenger: FakeMessenger) -> None:
    await who_did_what(world, messenger)


@remembered
async def who_did_what(world: World, messenger: FakeMessenger) -> None:
    """Alice wrote something, Bob skipped, Carol did nothing; all of them started."""
    await place(world, [ALICE, BOB, CAROL])
    await everybody_starts(world, [ALICE, BOB, CAROL])
    await asked(world, messenger)
    await answer(world, ALICE, text="I sat down first.")
    await skip_question(world, BOB, MONDAY, at=at(MONDAY, "18:00"))


@remembered
async def live_through(world: World, messenger: FakeMessenger, days: Iterable[date]) -> None:
    """The heart beats a few times on each of some dates, and what is due is delivered."""
    for on in days:
        for clock in ("00:01", "07:01", "23:59"):
            await forget_replies(world, at=at(on, clock))
            await deliver_all(world, messenger, when=at(on, clock))


async def rows(database: Database) -> tuple[int, int]:
    """How many replies and skips the tables hold."""
    async with database.connect() as connection:
        counts = [await connection.scalar(select(func.count()).select_from(table)) for table in (replies, skips)]
    return counts[0] or 0, counts[1] or 0


def farewells(messenger: FakeMessenger, person: PersonId) -> list[Farewell]:
    return [saying for saying in messenger.said_to(person) if isinstance(saying, Farewell)]


def days(first: date, last: date) -> list[date]:
    return [first + number * DAY for number in range((last - first).days + 1)]


async def test_nobody_is_told_and_nothing_is_deleted_before_its_time(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await live_through(world, messenger, [MONDAY, LAST_DAY, LAST_DAY + DAY, TOLD - DAY])
    await forget_replies(world, at=at(TOLD, "06:59"))
    await deliver_all(world, messenger, when=at(TOLD, "06:59"))
    assert farewells(messenger, ALICE) == []
    await live_through(world, messenger, days(TOLD, DELETED - DAY))
    assert await rows(database) == (1, 1)


async def test_a_student_is_told_the_day_once_and_seven_days_before(world: World, messenger: FakeMessenger) -> None:
    await live_through(world, messenger, days(TOLD, DELETED))
    assert farewells(messenger, ALICE) == [Farewell(DELETED)]
    (message,) = [message for message, saying in messenger.accepted if isinstance(saying, Farewell)]
    assert message.planned.send_at == at(TOLD, "07:00")


async def test_whoever_wrote_nothing_is_told_nothing(world: World, messenger: FakeMessenger) -> None:
    await live_through(world, messenger, days(TOLD, DELETED))
    for person in (BOB, CAROL, MALLORY):
        assert farewells(messenger, person) == []


async def test_on_the_day_told_the_rows_are_gone_and_a_second_run_changes_nothing(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await live_through(world, messenger, days(TOLD, DELETED - DAY))
    midnight = at(DELETED, "00:00")
    assert await forget_replies(world, at=midnight - timedelta(seconds=1)) == 0
    assert await rows(database) == (1, 1)
    assert await forget_replies(world, at=midnight) == 2
    assert await rows(database) == (0, 0)
    assert await forget_replies(world, at=midnight) == 0
    await live_through(world, messenger, days(DELETED, DELETED + 9 * DAY))
    assert farewells(messenger, ALICE) == [Farewell(DELETED)]


async def test_settings_placements_and_the_outbox_stay(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    async def what_stays() -> tuple[object, ...]:
        async with world.open_work() as work:
            student = await work.people.student(ALICE)
            outbox = await work.outbox.listed(list(State), limit=100)
            return student, await work.people.rotations_of(ALICE), outbox

    await live_through(world, messenger, days(TOLD, DELETED - DAY))
    before = await what_stays()
    assert await forget_replies(world, at=at(DELETED, "00:00")) == 2
    assert await what_stays() == before


async def test_who_left_is_not_told_and_still_forgotten(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await leave(world, ALICE, at=at(NEXT_MONDAY, "12:00"))
    await live_through(world, messenger, days(TOLD, DELETED - DAY))
    assert await rows(database) == (1, 1)
    await live_through(world, messenger, [DELETED])
    assert farewells(messenger, ALICE) == []
    assert await rows(database) == (0, 0)


async def test_after_an_outage_who_left_is_forgotten_at_once(world: World, database: Database) -> None:
    await leave(world, ALICE, at=at(NEXT_MONDAY, "12:00"))
    assert await forget_replies(world, at=at(DELETED + 2 * DAY, "22:00")) == 2
    assert await rows(database) == (0, 0)
    async with world.open_work() as work:
        planned = await work.outbox.listed(list(State), limit=100)
    assert Kind.FAREWELL not in {message.planned.kind for message in planned}


async def test_who_leaves_before_the_message_goes_out_does_not_get_it(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await forget_replies(world, at=at(TOLD, "00:01"))
    await leave(world, ALICE, at=at(TOLD, "00:02"))
    await live_through(world, messenger, days(TOLD, DELETED))
    assert farewells(messenger, ALICE) == []
    assert await rows(database) == (0, 0)


async def test_a_newer_rotation_keeps_everything_until_its_own_time(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await live_through(world, messenger, [TOLD])
    await apply_roster(world, roster([ALICE], first=TOLD + 3 * DAY, rotation="Surgery"), at=at(TOLD, "23:59"))
    await live_through(world, messenger, days(TOLD, DELETED))
    assert await rows(database) == (1, 0)
    later = TOLD + 28 * DAY + 30 * DAY
    await live_through(world, messenger, days(later - 7 * DAY, later))
    assert farewells(messenger, ALICE) == [Farewell(DELETED), Farewell(later)]
    assert await rows(database) == (0, 0)


async def test_a_reply_to_another_rotation_of_somebody_else_is_not_touched(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    next_block = MONDAY + 28 * DAY
    await apply_roster(world, roster([CAROL], first=next_block, weeks=12, rotation="Surgery"), at=at(MONDAY, "20:00"))
    await answer(world, CAROL)
    await live_through(world, messenger, days(TOLD, DELETED))
    assert await rows(database) == (1, 0)
    async with world.open_work() as work:
        assert await work.replies.get(CAROL, MONDAY) is not None


async def test_after_an_outage_a_student_still_has_seven_days(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    back = DELETED + 2 * DAY
    await forget_replies(world, at=at(back, "22:00"))
    assert await rows(database) == (1, 0)
    told, deleted = back + DAY, back + 8 * DAY
    await live_through(world, messenger, days(told, deleted - DAY))
    assert farewells(messenger, ALICE) == [Farewell(deleted)]
    assert await rows(database) == (1, 0)
    await live_through(world, messenger, [deleted])
    assert await rows(database) == (0, 0)


async def test_the_day_comes_even_if_the_message_never_arrived(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await forget_replies(world, at=at(TOLD, "00:01"))
    await deliver_all(world, messenger, when=at(DELETED, "00:01"))
    assert await forget_replies(world, at=at(DELETED, "00:02")) == 2
    async with world.open_work() as work:
        expired = await work.outbox.listed([State.EXPIRED], limit=100)
    assert Kind.FAREWELL in {message.planned.kind for message in expired}
    assert farewells(messenger, ALICE) == []
    assert await rows(database) == (0, 0)


@pytest.mark.parametrize("days_kept", [60, 30])
async def test_the_day_told_is_kept_when_the_setting_changes(
    world: World, messenger: FakeMessenger, database: Database, days_kept: int
) -> None:
    told_under = replace(world, program=replace(world.program, retention=timedelta(days=45)))
    told_day = LAST_DAY + 45 * DAY
    await live_through(told_under, messenger, [told_day - 7 * DAY])
    changed = replace(world, program=replace(world.program, retention=timedelta(days=days_kept)))
    await live_through(changed, messenger, days(told_day - 6 * DAY, told_day - DAY))
    assert (await rows(database))[0] == 1
    await live_through(changed, messenger, [told_day])
    assert farewells(messenger, ALICE) == [Farewell(told_day)]
    assert (await rows(database))[0] == 0


async def test_the_day_begins_where_the_student_is(world: World, messenger: FakeMessenger, database: Database) -> None:
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
        assert alice is not None
        await work.people.save(replace(alice, zone=ZoneInfo("Pacific/Kiritimati")))
        await work.commit()
    # There it is the next day while it is morning in New York.
    await live_through(world, messenger, days(TOLD - DAY, DELETED - 2 * DAY))
    assert farewells(messenger, ALICE) == [Farewell(DELETED)]
    assert await forget_replies(world, at=at(DELETED - DAY, "04:59")) == 0
    assert await forget_replies(world, at=at(DELETED - DAY, "05:00")) == 1
    assert await rows(database) == (0, 1)


async def test_many_students_are_forgotten_in_small_batches(
    world: World, messenger: FakeMessenger, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flows.forget_replies.BATCH", 1)
    await live_through(world, messenger, [TOLD])
    assert await forget_replies(world, at=at(DELETED, "00:00")) == 2
    assert await rows(database) == (0, 0)


async def test_the_last_digest_of_four_weeks_still_finds_what_waits_for_it(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, EIGHT)
    await everybody_starts(world, EIGHT)
    await asked(world, messenger, on=LAST_DAY)
    for student in EIGHT[:5]:
        await answer(world, student, on=LAST_DAY, when=at(LAST_DAY, "23:59"))
    # The cohort goes on with another rotation, and digests on the very day on which the carry-over runs out.
    await apply_roster(
        world, roster(["U0IDA"], first=NEXT_MONDAY, weeks=12, rotation="Surgery"), at=at(LAST_DAY, "23:59")
    )
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        await work.set_up.save_cohort(replace(cohort, digest_day=Weekday.FRI))
        await work.commit()
    last_chance = LAST_DAY + 28 * DAY
    await live_through(world, messenger, days(TOLD, last_chance))
    assert await publish_digests(world, at=at(last_chance, "07:00")) == 1
    await deliver_all(world, messenger, when=at(last_chance, "07:00"))
    (digest,) = [saying.digest for _, saying in messenger.accepted if isinstance(saying, Post)]
    assert [(theme.label, theme.band) for theme in digest.themes] == [("Time pressure", "Most")]
