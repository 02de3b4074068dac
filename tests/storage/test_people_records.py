"""Students, and who is placed where."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.domain.people import Cohort, Pace, PersonId, Role, Rotation, Standing, Student
from bot.domain.roster import PlannedPlacement, RosterPlan
from bot.flows.ports import OpenWork
from bot.flows.records.people import Finished, Lost, People
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from bot.storage.people_records import PeopleRecords
from tests.crowd import place_crowd
from tests.examples import examples
from tests.storage.cast import (
    ALICE,
    BOB,
    CAROL,
    DAY,
    DEV,
    DR_KIM,
    HOUR,
    MALLORY,
    MONDAY,
    NEW_YORK,
    NOON,
    apply,
    given_medicine,
    kept,
    medicine,
    placed,
    reply,
    rotation,
)


async def save(open_work: OpenWork, *students: Student) -> None:
    async with open_work() as work:
        for student in students:
            await work.people.save(student)
        await work.commit()


async def everything(open_work: OpenWork) -> tuple[tuple[Cohort, ...], list[tuple[PersonId, tuple[Rotation, ...]]]]:
    async with open_work() as work:
        rotations = [(person, await work.people.rotations_of(person)) for person in (ALICE, BOB, CAROL, DEV, DR_KIM)]
        return await work.people.cohorts(), rotations


async def test_a_student_comes_back_as_saved(open_work: OpenWork) -> None:
    alice = Student(
        ALICE,
        ZoneInfo("Asia/Kolkata"),
        Standing.STARTED,
        Pace.ONCE_A_WEEK,
        active_since=datetime(2026, 11, 23, 12, 30, 0, 123456, tzinfo=NEW_YORK),
        paused_until=date(2026, 12, 1),
        usually_shares_themes=False,
        conversation="D0ALICE",
        unreachable="user_disabled",
    )
    await save(open_work, Student(ALICE, NEW_YORK), alice)
    async with open_work() as work:
        found = await work.people.student(ALICE)
    assert found == alice
    assert found.active_since is not None
    assert found.active_since.tzinfo is UTC


async def test_nobody_else_is_a_student(open_work: OpenWork) -> None:
    await given_medicine(open_work)
    async with open_work() as work:
        assert await work.people.student(MALLORY) is None
        assert await work.people.student(DR_KIM) is None


async def test_an_instant_without_a_zone_is_refused(open_work: OpenWork) -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(Exception, match="an instant needs a time zone"):
        await save(open_work, Student(ALICE, NEW_YORK, active_since=naive))


async def test_a_roster_places_people(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    assert cohort == Cohort(cohort.id, "Medicine", "C0MEDICINE", NEW_YORK, 0, time(7))
    async with open_work() as work:
        (ward,) = await work.people.rotations_of(ALICE)
        assert ward == await work.people.rotation_named("Ward A")
        assert (ward.cohort_id, ward.first_day, ward.question_at) == (cohort.id, MONDAY, time(17, 30))
        assert await work.people.cohort(cohort.id) == cohort
        assert await work.people.rotation_named("Ward Z") is None
        assert await work.people.rotations_of(DR_KIM) == ()
        assert await work.people.is_preceptor(DR_KIM)
        assert not await work.people.is_preceptor(ALICE)
        assert not await work.people.is_preceptor(MALLORY)


async def test_the_roster_counts_each_student_once_and_no_preceptor(open_work: OpenWork) -> None:
    people = placed("Ward A", (ALICE, BOB)) + placed("Ward B", (BOB, CAROL)) + placed("Clinic", [DEV])
    wards = (rotation("Ward A"), rotation("Ward B"), rotation("Clinic", cohort="Surgery"))
    preceptor = placed("Ward A", [DR_KIM], Role.PRECEPTOR)
    await apply(open_work, RosterPlan((medicine(), medicine("Surgery")), wards, people + preceptor))
    async with open_work() as work:
        sizes = {
            cohort.name: await work.people.roster_size(cohort.id, since=MONDAY, until=MONDAY)
            for cohort in await work.people.cohorts()
        }
    assert sizes == {"Medicine": 3, "Surgery": 1}


async def test_a_cohort_spans_all_its_rotations(open_work: OpenWork) -> None:
    early, late = rotation("Ward A", weeks=2), rotation("Ward B", first=MONDAY + 7 * DAY, weeks=4)
    elsewhere = rotation("Clinic", cohort="Surgery", weeks=52)
    await apply(open_work, RosterPlan((medicine(), medicine("Surgery")), (late, early, elsewhere), ()))
    async with open_work() as work:
        spans = await work.people.spans()
        cohorts = {cohort.name: cohort.id for cohort in await work.people.cohorts()}
    assert spans == {
        cohorts["Medicine"]: (early.first_day, late.last_day),
        cohorts["Surgery"]: (elsewhere.first_day, elsewhere.last_day),
    }


async def test_the_cohorts_of_a_plan_come_with_what_is_not_over_and_keep_everything_under_a_new_name(
    open_work: OpenWork,
) -> None:
    wards = (rotation("Ward A"), rotation("Ward B", weeks=1), rotation("Clinic", cohort="Surgery"))
    await apply(
        open_work, RosterPlan((medicine(), medicine("Surgery"), medicine("Bare"), medicine("Other")), wards, ())
    )
    moved = RosterPlan((medicine("Bare"), medicine("New")), (rotation("Ward A", cohort="New"),), ())
    async with open_work() as work:
        before = await work.people.cohorts()
        found = await work.people.cohorts_in(moved, since=MONDAY + 7 * DAY)
        assert {cohort: [each.name for each in there] for cohort, there in found.items()} == {
            "Medicine": ["Ward A"],
            "Bare": [],
        }
        await work.people.rename_cohorts({"Medicine": "New"})
        await work.people.rename_cohorts({})
        await work.people.apply(moved, at=NOON)
        assert await work.people.cohorts() == tuple(
            replace(each, name="New", edition=2) if each.name == "Medicine" else each for each in before
        )
        (ward,) = (await work.people.cohorts_in(moved, since=MONDAY + 7 * DAY))["New"]
    assert ward == replace(found["Medicine"][0], has_begun=True)


async def test_a_later_roster_changes_a_rotation_by_its_name_and_removes_nobody(open_work: OpenWork) -> None:
    await given_medicine(open_work)
    moved = replace(rotation(), first_day=MONDAY + 7 * DAY, site="Riverside", question_at=time(18))
    await apply(open_work, RosterPlan((replace(medicine(), digest_day=2),), (moved,), placed("Ward A", [DEV])))
    async with open_work() as work:
        (cohort,) = await work.people.cohorts()
        assert cohort.digest_day == 2
        assert await work.people.roster_size(cohort.id, since=MONDAY, until=MONDAY + 7 * DAY) == 4
        for person in (ALICE, DEV):
            (ward,) = await work.people.rotations_of(person)
            assert (ward.site, ward.first_day, ward.question_at) == ("Riverside", MONDAY + 7 * DAY, time(18))


async def test_only_rotations_that_run_meanwhile_count_for_the_roster(open_work: OpenWork) -> None:
    """Last year's students, and next month's, do not hide this month's."""
    now, later = rotation("Ward A", weeks=2), rotation("Ward B", first=MONDAY + 70 * DAY)
    people = placed("Ward A", (ALICE, BOB)) + placed("Ward B", (CAROL, DEV))
    await apply(open_work, RosterPlan((medicine(),), (now, later), people))
    async with open_work() as work:
        (cohort,) = await work.people.cohorts()

        async def size(since: date, until: date) -> int:
            return await work.people.roster_size(cohort.id, since=since, until=until)

        assert await size(now.first_day, now.last_day) == 2
        assert await size(now.last_day, later.first_day) == 4
        assert await size(now.last_day + DAY, later.first_day - DAY) == 0


async def test_a_cohort_without_rotations_has_no_span(open_work: OpenWork) -> None:
    await apply(open_work, RosterPlan((medicine(),), (), ()))
    async with open_work() as work:
        assert await work.people.spans() == {}


async def test_adding_a_student_never_changes_settings_that_are_there(open_work: OpenWork) -> None:
    started = Student(ALICE, NEW_YORK).started(Pace.EVERY_DAY, at=NOON)
    async with open_work() as work:
        assert await work.people.add(started)
        assert not await work.people.add(Student(ALICE, NEW_YORK))
        assert await work.people.student(ALICE) == started


async def test_who_has_settings_is_not_unknown_in_a_later_rotation(open_work: OpenWork) -> None:
    await given_medicine(open_work, [ALICE])
    async with open_work() as work:
        assert await work.people.add(Student(ALICE, NEW_YORK))
        await work.commit()
    later = rotation("Ward B", first=MONDAY + 28 * DAY)
    await apply(open_work, RosterPlan((medicine(),), (later,), placed("Ward B", [ALICE, BOB])))
    async with open_work() as work:
        unknown = await work.people.unknown_students(on=MONDAY, after=None, limit=10)
    assert [person for person, _ in unknown] == [BOB]


async def test_unknown_students_come_in_pages(open_work: OpenWork) -> None:
    await given_medicine(open_work, (ALICE, BOB, CAROL))
    async with open_work() as work:
        page = await work.people.unknown_students(on=MONDAY, after=ALICE, limit=10)
    assert [person for person, _ in page] == [BOB, CAROL]


names = st.sampled_from(["Ward A", "Ward B", "Clinic"])
cohort_names = st.sampled_from(["Medicine", "Surgery"])
placements = st.builds(
    PlannedPlacement, names, st.sampled_from([ALICE, BOB, CAROL, DEV, DR_KIM]), st.sampled_from(list(Role))
)
plans = st.builds(
    RosterPlan,
    st.just((medicine(), medicine("Surgery"))),
    st.tuples(
        *(
            st.builds(rotation, st.just(name), cohort=cohort_names, weeks=st.integers(1, 60))
            for name in ("Ward A", "Ward B", "Clinic")
        )
    ),
    st.lists(placements, unique=True, max_size=12).map(tuple),
)


@given(plan=plans)
@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_the_same_roster_twice_changes_nothing(open_work: OpenWork, plan: RosterPlan) -> None:
    await apply(open_work, plan)
    once = await everything(open_work)
    await apply(open_work, plan)
    assert await everything(open_work) == once


async def test_a_student_without_settings_is_unknown_until_they_are_saved(open_work: OpenWork) -> None:
    await given_medicine(open_work)
    await save(open_work, Student(BOB, NEW_YORK))
    async with open_work() as work:
        unknown = await work.people.unknown_students(on=MONDAY, after=None, limit=10)
        assert [(person, ward.name) for person, ward in unknown] == [(ALICE, "Ward A"), (CAROL, "Ward A")]
        assert [person for person, _ in await work.people.unknown_students(on=MONDAY, after=None, limit=1)] == [ALICE]
        await work.people.save(Student(ALICE, NEW_YORK))
        assert [person for person, _ in await work.people.unknown_students(on=MONDAY, after=None, limit=1)] == [CAROL]


async def test_an_ended_rotation_makes_nobody_unknown(open_work: OpenWork) -> None:
    ended, running = rotation("Ward A", weeks=1), rotation("Ward B", first=MONDAY + 7 * DAY)
    plan = RosterPlan((medicine(),), (ended, running), placed("Ward A", (ALICE, BOB)) + placed("Ward B", [BOB]))
    await apply(open_work, plan)
    async with open_work() as work:
        on_its_last_day = await work.people.unknown_students(on=ended.last_day, after=None, limit=10)
        afterwards = await work.people.unknown_students(on=ended.last_day + DAY, after=None, limit=10)
    assert [(person, ward.name) for person, ward in on_its_last_day] == [(ALICE, "Ward A"), (BOB, "Ward A")]
    assert [(person, ward.name) for person, ward in afterwards] == [(BOB, "Ward B")]


async def test_only_started_students_are_planned(open_work: OpenWork) -> None:
    for person in (ALICE, CAROL, MALLORY):
        await save(open_work, Student(person, NEW_YORK).started(Pace.EVERY_DAY, at=NOON))
    await save(open_work, Student(BOB, NEW_YORK), Student(DEV, NEW_YORK).left())
    async with open_work() as work:
        assert await work.people.started() == (ALICE, CAROL, MALLORY)
        assert await work.people.to_plan(at=NOON) == (ALICE, CAROL, MALLORY)
        locked = await work.people.lock_to_plan([MALLORY, DEV, BOB, ALICE], at=NOON)
    assert [student.id for student in locked] == [ALICE, MALLORY]


async def test_a_plan_holds_until_its_instant(open_work: OpenWork) -> None:
    await save(open_work, *(Student(person, NEW_YORK).started(Pace.EVERY_DAY, at=NOON) for person in (ALICE, BOB)))
    async with open_work() as work:
        await work.people.planned([ALICE], until=NOON + HOUR)
        assert await work.people.to_plan(at=NOON + HOUR - timedelta(microseconds=1)) == (BOB,)
        assert await work.people.lock_to_plan([ALICE], at=NOON) == ()
        assert await work.people.to_plan(at=NOON + HOUR) == (ALICE, BOB)


async def test_a_plan_that_a_clock_ahead_of_time_made_does_not_hold(open_work: OpenWork) -> None:
    await save(open_work, Student(ALICE, NEW_YORK).started(Pace.EVERY_DAY, at=NOON))
    async with open_work() as work:
        await work.people.planned([ALICE], until=NOON + 300 * DAY)
        assert await work.people.to_plan(at=NOON) == (ALICE,)


async def test_whatever_changes_settings_or_placements_ends_the_plan(open_work: OpenWork) -> None:
    await given_medicine(open_work, (ALICE, BOB))
    alice, bob, carol = (Student(person, NEW_YORK).started(Pace.EVERY_DAY, at=NOON) for person in (ALICE, BOB, CAROL))
    await save(open_work, alice, bob, carol)

    async def to_plan_after(change: Callable[[People], Awaitable[None]]) -> tuple[PersonId, ...]:
        async with open_work() as work:
            await work.people.planned([ALICE, BOB, CAROL], until=NOON + HOUR)
            assert await work.people.to_plan(at=NOON) == ()
            await change(work.people)
            return await work.people.to_plan(at=NOON)

    plan = RosterPlan((medicine(),), (rotation("Ward B"),), placed("Ward B", [CAROL]))
    assert await to_plan_after(lambda people: people.save(alice)) == (ALICE,)
    assert await to_plan_after(lambda people: people.plan_anew([ALICE, BOB])) == (ALICE, BOB)
    assert await to_plan_after(lambda people: people.apply(plan, at=NOON)) == (CAROL,)
    moved = RosterPlan((medicine(),), (rotation("Ward A", weeks=2),), ())
    assert await to_plan_after(lambda people: people.apply(moved, at=NOON)) == (ALICE, BOB)


async def test_rotations_of_many_are_those_of_each(open_work: OpenWork) -> None:
    await given_medicine(open_work, (ALICE, BOB))
    later = rotation("Ward B", first=MONDAY + 28 * DAY)
    people = placed("Ward B", [BOB]) + placed("Ward B", [CAROL], Role.PRECEPTOR)
    await apply(open_work, RosterPlan((medicine(),), (later,), people))
    async with open_work() as work:
        each = await work.people.rotations_of_each([ALICE, BOB, CAROL])
        assert {person: set(theirs) for person, theirs in each.items()} == {
            person: set(await work.people.rotations_of(person)) for person in (ALICE, BOB, CAROL)
        }
    assert [len(each[person]) for person in (ALICE, BOB, CAROL)] == [1, 2, 0]


async def test_finished_students_come_in_pages_with_their_last_day_and_whether_they_wrote(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work, (ALICE, BOB, CAROL, DEV))
    alice, bob, carol, dev = (Student(person, NEW_YORK) for person in (ALICE, BOB, CAROL, DEV))
    await save(open_work, alice, bob.left(), carol, dev)
    await kept(open_work, reply(cohort.id, ALICE), reply(cohort.id, ALICE, MONDAY + DAY), reply(cohort.id, BOB))
    async with open_work() as work:
        for person in (BOB, CAROL):
            await work.replies.skip(person, MONDAY + 2 * DAY, at=NOON)
        await work.commit()
    last_day = rotation().last_day

    async def finished(by: date, *, after: PersonId | None = None, limit: int = 10) -> tuple[Finished, ...]:
        async with open_work() as work:
            return await work.people.finished(by=by, after=after, limit=limit)

    everybody = (
        Finished(alice, last_day, wrote=True),
        Finished(bob.left(), last_day, wrote=True),
        Finished(carol, last_day, wrote=False),
    )
    assert await finished(last_day) == everybody
    assert await finished(last_day - DAY) == ()
    assert await finished(last_day, limit=2) == everybody[:2]
    assert await finished(last_day, after=BOB, limit=2) == everybody[2:]


async def test_the_last_of_all_rotations_counts_and_only_as_a_student(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work, (ALICE, BOB))
    later = rotation("Ward B", weeks=9)
    people = placed("Ward B", [BOB]) + placed("Ward B", [ALICE], Role.PRECEPTOR)
    await apply(open_work, RosterPlan((medicine(),), (later,), people))
    await save(open_work, Student(ALICE, NEW_YORK), Student(BOB, NEW_YORK))
    await kept(open_work, reply(cohort.id, ALICE), reply(cohort.id, BOB))
    async with open_work() as work:
        early = await work.people.finished(by=later.last_day - DAY, after=None, limit=10)
        late = await work.people.finished(by=later.last_day, after=None, limit=10)
    assert [(each.student.id, each.last_day) for each in early] == [(ALICE, rotation().last_day)]
    assert [(each.student.id, each.last_day) for each in late] == [
        (ALICE, rotation().last_day),
        (BOB, later.last_day),
    ]


async def test_an_empty_plan_changes_nothing(open_work: OpenWork) -> None:
    await apply(open_work, RosterPlan((), (), ()))
    assert (await everything(open_work))[0] == ()


async def test_an_instant_is_kept_to_the_microsecond(open_work: OpenWork) -> None:
    exact = NOON + timedelta(microseconds=1)
    await save(open_work, Student(ALICE, NEW_YORK, active_since=exact))
    async with open_work() as work:
        found = await work.people.student(ALICE)
    assert found is not None
    assert found.active_since == exact


async def test_planning_waits_for_nobody(postgres_url: str, cipher: Cipher) -> None:
    database = open_database(postgres_url, cipher=cipher)
    await save(database.open_work, Student(ALICE, NEW_YORK).started(Pace.EVERY_DAY, at=NOON))
    async with database.open_work() as locking, database.open_work() as reading:
        assert await locking.people.student(ALICE) is not None
        assert await reading.people.to_plan(at=NOON) == (ALICE,)
        assert await reading.people.lock_to_plan([ALICE], at=NOON) == ()
    await database.close()


async def test_who_cannot_be_reached_is_listed_in_pages_and_counted(open_work: OpenWork) -> None:
    everybody = (ALICE, BOB, CAROL, DEV)
    await given_medicine(open_work, everybody)
    lost = [Student(person, NEW_YORK).lost("user_disabled") for person in everybody]
    await save(open_work, *reversed(lost[:3]), Student(DEV, NEW_YORK))
    async with open_work() as work:
        assert await work.people.count_unreachable(on=MONDAY) == 3
        first = await work.people.unreachable(on=MONDAY, skip=0, limit=2)
        rest = await work.people.unreachable(on=MONDAY, skip=2, limit=2)
    assert first + rest == tuple(Lost(person, "user_disabled") for person in (ALICE, BOB, CAROL))


async def test_who_is_placed_nowhere_any_more_need_not_be_reached(open_work: OpenWork) -> None:
    await given_medicine(open_work, [ALICE])
    await save(open_work, *(Student(person, NEW_YORK).lost("user_disabled") for person in (ALICE, BOB, DR_KIM)))
    last_day = rotation().last_day
    async with open_work() as work:
        assert await work.people.unreachable(on=last_day, skip=0, limit=9) == (Lost(ALICE, "user_disabled"),)
        assert await work.people.unreachable(on=last_day + DAY, skip=0, limit=9) == ()
        assert await work.people.count_unreachable(on=last_day + DAY) == 0


async def test_a_student_of_two_rotations_is_listed_once(open_work: OpenWork) -> None:
    people = placed("Ward A", [ALICE]) + placed("Ward B", [ALICE])
    await apply(open_work, RosterPlan((medicine(),), (rotation("Ward A"), rotation("Ward B")), people))
    await save(open_work, Student(ALICE, NEW_YORK).lost("channel_not_found"))
    async with open_work() as work:
        assert await work.people.unreachable(on=MONDAY, skip=0, limit=9) == (Lost(ALICE, "channel_not_found"),)
        assert await work.people.count_unreachable(on=MONDAY) == 1


async def test_the_few_who_cannot_be_reached_are_found_without_reading_everybody_placed(database: Database) -> None:
    """Also before PostgreSQL has gathered any statistics."""
    await place_crowd(database, 200, on=MONDAY, since=NOON)
    plans: list[str] = []

    def explain(_: object, cursor: DBAPICursor, statement: str, parameters: dict[str, Any], *__: object) -> None:
        how = "EXPLAIN QUERY PLAN" if "?" in statement else "EXPLAIN"
        cursor.execute(f"{how} {statement}", parameters)
        plans.append(str(cursor.fetchall()))

    async with database.connect() as connection:
        event.listen(connection.sync_connection, "before_cursor_execute", explain)
        assert await PeopleRecords(connection).count_unreachable(on=MONDAY) == 0
    plan = plans[-1]
    assert plan.index("students") < plan.index("placements")
    assert "SCAN students" not in plan
