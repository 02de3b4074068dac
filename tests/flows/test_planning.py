"""Planning many students at once: the same as planning each of them, by any number of workers, and no more often than
something changes."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text

from bot.domain.calendar import DAY
from bot.domain.outbox import Kind, Planned, State, planning_days, wishes_for
from bot.domain.people import CohortId, Pace, PersonId, Role, Rotation, Standing, Student
from bot.flows.apply_roster import apply_roster
from bot.flows.plan_prompts import plan_anew, plan_prompts
from bot.flows.ports import World
from bot.flows.set_pace import start
from bot.flows.steps import replan_together
from bot.storage.database import Database
from bot.storage.tables import outbox, placements, students
from tests.crowd import place_crowd, student_ids
from tests.databases import OpenDatabase
from tests.examples import examples
from tests.fakes import NEW_YORK
from tests.stories import ALICE, BOB, CAROL, EIGHT, MONDAY, at, everybody_starts, place, roster

NOON = at(MONDAY, "12:00")
TUESDAY = MONDAY + DAY
FOUR_TODAY_AND_TOMORROW = 4
ZONES = (NEW_YORK, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago"), ZoneInfo("Pacific/Chatham"))


@dataclass(frozen=True, slots=True)
class Row:
    """A prompt as it stands in the outbox."""

    state: State
    send_at: datetime
    too_late_at: datetime
    cohort_id: CohortId | None
    student: PersonId | None


@dataclass(frozen=True, slots=True)
class Someone:
    """A student, the rotations by their places in the list, and what stands in the outbox already."""

    student: Student
    placed: frozenset[int]
    there: tuple[tuple[Planned, State], ...]


async def rows(database: Database) -> dict[str, Row]:
    """Every prompt by its key."""
    columns = (outbox.c.state, outbox.c.send_at, outbox.c.too_late_at, outbox.c.cohort_id, outbox.c.student)
    prompts = select(outbox.c.dedupe_key, *columns).where(outbox.c.kind != Kind.WELCOME)
    async with database.connect() as connection:
        return {key: Row(*values) for key, *values in await connection.execute(prompts)}


# The same as planning each of them


def people(person: PersonId) -> st.SearchStrategy[Someone]:
    """Anybody: in any zone, at any pace, started or not, with anything planned already."""
    settings_of = st.builds(
        Student,
        st.just(person),
        st.sampled_from(ZONES),
        st.sampled_from([Standing.STARTED, Standing.STARTED, Standing.LEFT, Standing.PLACED]),
        st.sampled_from(Pace),
        st.sampled_from([NOON - 9 * DAY, NOON]),
        st.sampled_from([None, None, TUESDAY]),
    )
    there = st.lists(
        st.builds(
            lambda kind, day, shift, state: (_there(kind, person, day, shift), state),
            st.sampled_from([Kind.REMINDER, Kind.QUESTION]),
            st.integers(-1, 2),
            st.integers(-20, 20),
            st.sampled_from([*[State.PENDING] * 6, *[State.CANCELLED] * 4, *State]),
        ),
        max_size=8,
        unique_by=lambda one: one[0].dedupe_key,
    )
    return st.builds(Someone, settings_of, st.frozensets(st.integers(0, 1), min_size=1), there.map(tuple))


def _there(kind: Kind, person: PersonId, day: int, shift: int) -> Planned:
    on = MONDAY + day * DAY
    send_at = at(on, "12:00") + timedelta(hours=shift)
    return Planned(kind, f"{kind}:{person}:{on}", send_at, send_at + timedelta(hours=3), student=person, on=on)


def planned_alone(
    before: Mapping[str, Row], student: Student, wanted: Iterable[Planned], *, when: datetime
) -> dict[str, Row]:
    """The rule, one student and one row at a time."""
    after, wishes = dict(before), {planned.dedupe_key: planned for planned in wanted}
    for key, row in before.items():
        if row.student == student.id and _is_to_come(row, when) and key not in wishes:
            after[key] = replace(row, state=State.CANCELLED)
    for key, wish in wishes.items():
        there = before.get(key)
        reminder, question = (before.get(f"{kind}:{student.id}:{wish.on}") for kind in ("reminder", "question"))
        asked = question is not None and question.state not in (State.PENDING, State.CANCELLED)
        stays = key.startswith("question") and not _is_to_come(reminder, when)
        if (wish.kind is Kind.REMINDER and asked) or (wish.too_late_at < when and not stays):
            if there is not None and _is_to_come(there, when):
                after[key] = replace(there, state=State.CANCELLED)
        elif wish.too_late_at >= when and (there is None or there.state is State.CANCELLED or _is_to_come(there, when)):
            after[key] = Row(State.PENDING, wish.send_at, wish.too_late_at, wish.cohort_id, student.id)
    return after


def _is_to_come(row: Row | None, when: datetime) -> bool:
    return row is not None and row.state is State.PENDING and row.too_late_at >= when


@given(st.tuples(people(ALICE), people(BOB), people(CAROL)), st.integers(0, 48 * 60))
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_planning_together_is_planning_each_alone(
    world: World, database: Database, everybody: tuple[Someone, ...], minutes: int
) -> None:
    when = at(MONDAY, "00:00") + timedelta(minutes=minutes)
    wards = await _two_wards(world)
    await _seed(database, everybody, wards)
    expected = await rows(database)
    for someone in everybody:
        student = someone.student
        if student.standing is Standing.STARTED:
            theirs, days = [wards[place] for place in someone.placed], planning_days(student, at=when)
            wanted = wishes_for(student, theirs, days=days, program=world.program, at=when)
            expected = planned_alone(expected, student, wanted, when=when)
    await plan_prompts(world, at=when)
    assert await rows(database) == expected


async def _two_wards(world: World) -> list[Rotation]:
    for ward, first, question_at in (("Ward A", MONDAY - 14 * DAY, "17:30"), ("Ward B", TUESDAY, "20:00")):
        table = roster([], first=first, rotation=ward).replace("17:30", question_at)
        await apply_roster(world, table, at=NOON)
    async with world.open_work() as work:
        found = [await work.people.rotation_named(ward) for ward in ("Ward A", "Ward B")]
    return [ward for ward in found if ward]


async def _seed(database: Database, everybody: Iterable[Someone], wards: list[Rotation]) -> None:
    async with database.connect() as connection:
        for table in (outbox, students, placements):
            await connection.execute(delete(table))
        for someone in everybody:
            person = someone.student.id
            await connection.execute(insert(students).values(asdict(someone.student)))
            for ward in someone.placed:
                placed = {"rotation_id": wards[ward].id, "person": person, "role": Role.STUDENT}
                await connection.execute(insert(placements).values(placed))
            for planned, state in someone.there:
                await connection.execute(insert(outbox).values(_stored(planned, state)))
        await connection.commit()


def _stored(planned: Planned, state: State) -> dict[str, object]:
    stored = asdict(planned) | {"id": planned.dedupe_key[-32:], "state": state, "attempts": 0, "reason": ""}
    return stored | {"day": stored.pop("on")}


# No more often than something changes


async def test_a_plan_holds_until_midnight(world: World) -> None:
    await place(world)
    await everybody_starts(world)
    assert await plan_prompts(world, at=at(MONDAY, "06:32")) == 0
    assert await plan_prompts(world, at=at(MONDAY, "23:59")) == 0
    assert await plan_prompts(world, at=at(TUESDAY, "00:00")) == len(EIGHT) * FOUR_TODAY_AND_TOMORROW
    assert await plan_prompts(world, at=at(TUESDAY, "00:05")) == 0


async def test_a_clock_that_jumps_by_days_misses_nobody(world: World, database: Database) -> None:
    await place(world)
    await everybody_starts(world)
    friday = MONDAY + 4 * DAY
    await plan_prompts(world, at=at(friday, "03:00"))
    found = await rows(database)
    assert found[f"question:{ALICE}:{friday}"].state is State.PENDING
    await plan_prompts(world, at=at(TUESDAY, "03:00"))
    found = await rows(database)
    assert found[f"question:{ALICE}:{friday}"].state is State.CANCELLED
    assert found[f"question:{ALICE}:{TUESDAY}"].state is State.PENDING


async def test_a_changed_program_moves_what_was_planned_by_the_old_one(world: World, database: Database) -> None:
    await place(world)
    await everybody_starts(world)
    changed = replace(world, program=replace(world.program, days_off=frozenset({TUESDAY})))
    await plan_anew(changed)
    await plan_prompts(changed, at=at(MONDAY, "06:40"))
    cancelled = {key for key, row in (await rows(database)).items() if row.state is State.CANCELLED}
    assert cancelled == {f"{kind}:{student}:{TUESDAY}" for kind in ("reminder", "question") for student in EIGHT}


async def test_a_roster_that_comes_while_a_page_is_planned_is_not_lost(
    another_database: OpenDatabase, world: World
) -> None:
    database = another_database()
    other = replace(world, open_work=database.open_work)
    await place(world)
    await everybody_starts(world)
    await plan_anew(world)
    later = roster().replace("07:00,17:30", "08:00,17:30")
    async with world.open_work() as work:
        locked = await work.people.lock_to_plan(EIGHT, at=at(MONDAY, "06:40"))
        assert await replan_together(world, work, locked, at=at(MONDAY, "06:40")) == len(EIGHT) * 4
        applying = asyncio.create_task(apply_roster(other, later, at=at(MONDAY, "06:41")))
        await asyncio.sleep(0.1)
        await work.commit()
    await applying
    await plan_prompts(world, at=at(MONDAY, "06:42"))
    reminders = [row for key, row in (await rows(database)).items() if key.endswith(f"{MONDAY}") and "reminder" in key]
    assert len(reminders) == len(EIGHT)
    assert min(row.send_at for row in reminders) >= at(MONDAY, "08:00")


# By any number of workers


async def test_workers_who_plan_at_once_share_the_students(another_database: OpenDatabase, world: World) -> None:
    handles = [another_database() for _ in range(3)]
    await place_crowd(handles[0], 350, on=MONDAY, since=NOON - DAY)
    worlds = [replace(world, open_work=handle.open_work) for handle in handles]
    wanted = await asyncio.gather(*(plan_prompts(each, at=at(MONDAY, "00:05")) for each in worlds))
    assert sum(wanted) == len(await rows(handles[0])) == 350 * FOUR_TODAY_AND_TOMORROW
    assert await plan_prompts(world, at=at(MONDAY, "00:06")) == 0


async def test_starting_and_planning_anew_at_once_ends_with_everybody_planned_once(
    another_database: OpenDatabase, world: World
) -> None:
    handles = [another_database() for _ in range(2)]
    await place_crowd(handles[0], 120, on=MONDAY, since=NOON - DAY)
    one, other = (replace(world, open_work=handle.open_work) for handle in handles)
    when = at(MONDAY, "00:05")
    await asyncio.gather(
        plan_prompts(one, at=when),
        plan_anew(other),
        plan_anew(one),
        plan_prompts(other, at=when),
        *(start(other, student, Pace.ONCE_A_WEEK, at=when) for student in student_ids(4)),
    )
    await plan_prompts(one, at=when)
    async with handles[0].connect() as connection:
        pending = select(func.count()).where(outbox.c.state == State.PENDING)
        assert (await connection.execute(pending)).scalar_one() == 116 * FOUR_TODAY_AND_TOMORROW + 4 * 2


async def test_one_bad_row_stops_nobody_elses_plan(world: World, database: Database) -> None:
    await place(world)
    await everybody_starts(world)
    async with database.connect() as connection:
        await connection.execute(text("UPDATE outbox SET state = 'nonsense' WHERE student = 'U0BOB'"))
        await connection.commit()
    assert await plan_prompts(world, at=at(TUESDAY, "00:01")) == (len(EIGHT) - 1) * FOUR_TODAY_AND_TOMORROW
    async with world.open_work() as work:
        assert await work.people.to_plan(at=at(TUESDAY, "00:02")) == (BOB,)
