"""What a coordinator finds on the desk: counted on the rosters, and read with few questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.engine import Engine

from bot.domain.desk import Twice
from bot.domain.outbox import GiveUp
from bot.domain.people import CohortId, PersonId, Role
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.open_home.coordinator import CohortAtAGlance, CoordinatorHome, Lack, Missed
from bot.flows.open_home.opening import open_home
from bot.flows.ports import ChannelReaders, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import lose
from bot.flows.records.coordination import SeenChannel
from bot.flows.steps import digest_readers, roster_size
from bot.flows.watch_channels import warn_of_readers
from bot.storage.database import Database
from bot.storage.tables import placements
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    JO,
    MONDAY,
    NEXT_MONDAY,
    at,
    deliver,
    place,
    roster,
)

DAY = timedelta(days=1)
DR_LEE, MAX = PersonId("U0LEE"), PersonId("U0MAX")
NOON = at(MONDAY, "12:00")


@pytest.fixture
def world(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}))


async def desk_of(world: World, *, when: datetime = NOON) -> CoordinatorHome:
    found = await open_home(world, JO, at=when)
    assert isinstance(found, CoordinatorHome)
    return found


async def cohort_of(world: World, name: str = "Medicine", *, when: datetime = NOON) -> CohortAtAGlance:
    (found,) = [each for each in (await desk_of(world, when=when)).cohorts if each.cohort.name == name]
    return found


def line(
    cohort: str, rotation: str, *people: str, first: date = MONDAY, role: Role = Role.STUDENT, weeks: int = 4
) -> list[str]:
    last = first + timedelta(days=7 * weeks - 3)
    where = f"{cohort},,{rotation},General,America/New_York,{first},{last},07:00,17:30"
    return [f"{where},{role},{person}" for person in people]


def table(*lines: list[str]) -> str:
    return "\n".join([",".join(COLUMNS), *(each for some in lines for each in some)])


@contextmanager
def statements() -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_cohorts_count_whom_a_digest_counts_and_name_who_reads_it(world: World) -> None:
    """The desk reads all rosters together; digests ask for one cohort."""
    world = replace(world, coordinators=frozenset({JO, MAX}))
    await place(world, [*EIGHT, MAX])
    surgery = [line("Surgery", "Theatre", *(f"U0S{each}" for each in range(6)))]
    surgery += [line("Surgery", "Theatre", DR_LEE, role=Role.PRECEPTOR)]
    surgery += [line("Surgery", "Later", BOB, DR_KIM, first=MONDAY + 28 * DAY)]
    await apply_roster(world, table(*surgery), at=at(MONDAY, "07:00"))
    await lose(world, CAROL, "user_disabled", at=NOON)
    await delete_everything(world, EIGHT[3], at=NOON)
    desk = await desk_of(world)
    async with world.open_work() as work:
        for each in desk.cohorts:
            assert each.students == await roster_size(world, work, each.cohort.id, since=MONDAY)
            until = MONDAY + 7 * DAY
            assert each.readers == await digest_readers(work, each.cohort.id, since=MONDAY, until=until)
    assert [(each.cohort.name, each.students) for each in desk.cohorts] == [("Medicine", 7), ("Surgery", 8)]
    named = {rotation.name: desk.students[rotation.id] for each in desk.cohorts for rotation in each.rotations}
    assert named == {"Medicine A": 9, "Theatre": 6, "Later": 2}, "who is placed, also whom nothing reaches"


async def test_many_cohorts_take_no_more_questions_than_one(world: World) -> None:
    await place(world)
    with statements() as for_one:
        await desk_of(world)
    await apply_roster(
        world, table(*(line(f"Cohort {each}", f"Ward {each}", f"U0S{each}") for each in range(9))), at=NOON
    )
    with statements() as for_ten:
        assert len((await desk_of(world)).cohorts) == 10
    assert len(for_one) == len(for_ten) < 25


async def test_a_cohort_that_is_too_small_is_told_with_which_it_could_be_pooled(world: World) -> None:
    await place(world, EIGHT[:5])
    assert (await cohort_of(world)).pool_with is None
    await apply_roster(world, table(line("Surgery", "Theatre", *EIGHT[5:])), at=NOON)
    other = (await cohort_of(world)).pool_with
    assert other is not None
    assert other.name == "Surgery"
    later = at(MONDAY + 60 * DAY, "12:00")
    assert {each.pool_with for each in (await desk_of(world, when=later)).cohorts} == {None}


async def test_a_rotation_that_begins_without_students_is_named_two_weeks_before(world: World) -> None:
    begins = MONDAY + 28 * DAY
    await apply_roster(world, table(line("Medicine", "Next", DR_KIM, first=begins, role=Role.PRECEPTOR)), at=NOON)
    assert (await cohort_of(world)).empty == ()
    soon = at(begins - 14 * DAY, "12:00")
    assert [each.name for each in (await cohort_of(world, when=soon)).empty] == ["Next"]
    await apply_roster(world, table(line("Medicine", "Next", ALICE, first=begins)), at=NOON)
    assert (await cohort_of(world, when=soon)).empty == ()


async def place_beside(database: Database, other: PersonId, *people: PersonId) -> None:
    """Place people where another one is, whatever a roster says to that: it may have moved since."""
    async with database.connect() as connection:
        where = select(placements.c.rotation_id).where(placements.c.person == other)
        (rotation,) = (await connection.scalars(where)).all()
        rows = [{"rotation_id": rotation, "person": each, "role": Role.STUDENT} for each in people]
        await connection.execute(insert(placements), rows)
        await connection.commit()


async def test_students_in_two_rotations_on_one_day_are_named_unless_they_had_everything_deleted(
    world: World, database: Database
) -> None:
    await place(world, [ALICE, BOB, CAROL])
    meeting = table(line("Surgery", "Theatre", EIGHT[3], first=MONDAY + 21 * DAY))
    await apply_roster(world, meeting, at=NOON)
    await place_beside(database, EIGHT[3], ALICE, BOB)
    assert [(each.person, each.on) for each in (await desk_of(world)).twice] == [
        (ALICE, MONDAY + 21 * DAY),
        (BOB, MONDAY + 21 * DAY),
    ]
    await delete_everything(world, ALICE, at=NOON)
    desk = await desk_of(world)
    assert [each.person for each in desk.twice] == [BOB]
    assert all(isinstance(each, Twice) for each in desk.twice)


async def test_the_coming_days_are_counted_as_if_everybody_took_part(world: World) -> None:
    await place(world)
    monday, *_, sunday = (await desk_of(world)).coming
    assert (monday.students, monday.digests, sunday.students) == (8, (), 0)
    (first, *_) = (await desk_of(world, when=at(NEXT_MONDAY, "06:00"))).coming
    assert [cohort.name for cohort in first.digests] == ["Medicine"]


async def test_a_channel_that_took_no_digest_is_named_also_after_it_went_to_the_preceptors(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    messenger.trouble = [GiveUp("not_in_channel")]
    await deliver(world, messenger, when=at(NEXT_MONDAY + 2 * DAY, "07:00"))
    found = await cohort_of(world, when=at(NEXT_MONDAY + 2 * DAY, "12:00"))
    assert (found.put_off, found.missed) == ((), (Missed(NEXT_MONDAY, went_directly=True),))

    await apply_roster(world, roster().replace(DIGEST_CHANNEL, "C0OTHER"), at=at(NEXT_MONDAY + 2 * DAY, "13:00"))
    assert (await cohort_of(world, when=at(NEXT_MONDAY + 2 * DAY, "14:00"))).missed == (), "another one was chosen"


async def test_a_week_later_the_next_digest_tells_whether_a_channel_is_right(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    for week, trouble in enumerate(([GiveUp("not_in_channel")], []), 1):
        due = at(MONDAY + 7 * week * DAY, "07:00")
        await publish_digests(world, at=due)
        messenger.trouble = list(trouble)
        await deliver(world, messenger, when=due + timedelta(hours=25 if trouble else 0))
    assert (await cohort_of(world, when=at(MONDAY + 14 * DAY, "07:05"))).missed == ()


async def test_a_channel_that_students_can_read_is_said_until_it_is_put_right(world: World) -> None:
    await place(world)
    readers = ChannelReaders(is_public=False, members=frozenset({DR_KIM, ALICE}))
    await warn_of_readers(world, FakeDirectory(channels={DIGEST_CHANNEL: readers}), at=NOON)
    assert (await cohort_of(world)).seen == SeenChannel(DIGEST_CHANNEL, is_public=False, students=1)
    without = ChannelReaders(is_public=False, members=frozenset({DR_KIM}))
    await warn_of_readers(world, FakeDirectory(channels={DIGEST_CHANNEL: without}), at=NOON)
    assert (await cohort_of(world)).seen is None


async def test_a_desk_says_what_the_program_lacks(world: World) -> None:
    (own, *_) = world.program.support_lines
    filled = replace(world.program, support_lines=(replace(own, school=True),), reporting_routes=(own,))
    assert (await desk_of(replace(world, program=filled))).lacks == ()
    bare = replace(world.program, support_lines=(), reporting_routes=())
    assert (await desk_of(replace(world, program=bare))).lacks == tuple(Lack)


async def test_cohorts_that_are_over_stand_last(world: World) -> None:
    old = table(line("Last year", "Block 1", ALICE, first=MONDAY - 200 * DAY))
    await apply_roster(world, old, at=at(MONDAY - 200 * DAY, "07:00"))
    await place(world)
    assert [each.cohort.name for each in (await desk_of(world)).cohorts] == ["Medicine", "Last year"]
    assert [each.cohort.id for each in (await desk_of(world)).cohorts] == [CohortId(2), CohortId(1)]
