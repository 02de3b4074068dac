"""A coordinator makes, changes, copies and ends rotations and cohorts: what is said beforehand is what is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import pytest

from bot.domain.audit import Deed
from bot.domain.calendar import Hours, Weekday
from bot.domain.errors import (
    CohortLeftBehind,
    LastDayGone,
    NameTaken,
    NoSuchCalendar,
    OverAlready,
    RotationGone,
    StudentsNotCopied,
)
from bot.domain.outbox import Kind, State
from bot.domain.people import CohortId, DayOff, PersonId, Role, Rotation, RotationId
from bot.domain.reply import Sharing
from bot.domain.set_up import CohortDraft, Draft, Effects, Field
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.forget_people import forget_people
from bot.flows.forget_replies import forget_replies
from bot.flows.open_home.coordinator import coordinator_home
from bot.flows.ports import CalendarName, World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import lose
from bot.flows.sayings import Reminder
from bot.flows.set_pace import leave
from bot.flows.set_up.block import WeighedBlock, next_block, save_block, weigh_block
from bot.flows.set_up.cohort import (
    CohortDone,
    CohortOutdated,
    CohortRefused,
    WeighedCohort,
    cohort_form,
    new_cohort_form,
    save_cohort,
    weigh_cohort,
)
from bot.flows.set_up.leaving import LeftBehind
from bot.flows.set_up.outcomes import Clash, Done, Outdated, Refused, RotationForm, Weighed
from bot.flows.set_up.rotation import copy_form, new_rotation_form, rotation_form, save_rotation, weigh_rotation
from bot.flows.welcome_students import welcome_students
from tests.beginnings import remembered
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    EIGHT,
    JO,
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

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WEDNESDAY = MONDAY + 2 * DAY
NOON = at(WEDNESDAY, "12:00")
MEDICINE = RotationId(1)
THANKSGIVING = DayOff(MONDAY + 3 * DAY, "Thanksgiving Day")
SMALL = ("U0IDA", "U0JUN")
ALMA = PersonId("U0ALMA")
Kept = TypeVar("Kept")


class OneHoliday:
    """A calendar that knows Thanksgiving in one country."""

    def countries(self) -> tuple[CalendarName, ...]:
        return (CalendarName("US", "United States"),)

    def states(self, country: str) -> tuple[CalendarName, ...]:
        return (CalendarName("US-PA", "Pennsylvania"),)

    def days(self, calendar: str, first: date, last: date) -> tuple[DayOff, ...]:
        if calendar not in ("US", "US-PA"):
            raise NoSuchCalendar
        return (THANKSGIVING,) if first <= THANKSGIVING.on <= last else ()


@pytest.fixture(name="world")
def with_holidays(world: World) -> World:
    return replace(world, calendars=OneHoliday(), coordinators=frozenset({JO}))


def a(kind: type[Kept], found: object) -> Kept:
    """Something that was found, of the kind it has to be."""
    assert isinstance(found, kind), found
    return found


async def medicine(world: World) -> Rotation:
    return (await rotation_form(world, MEDICINE, at=NOON)).draft.rotation


async def weighed(world: World, draft: Draft, *, when: datetime = NOON) -> Weighed:
    return a(Weighed, await weigh_rotation(world, draft, at=when))


async def saved(world: World, draft: Draft, *, when: datetime = NOON, by: PersonId = JO) -> RotationId:
    return a(Done, await save_rotation(world, draft, by=by, at=when)).rotation


async def deeds(world: World) -> list[tuple[Deed, str]]:
    async with world.open_work() as work:
        return [(entry.deed, entry.subject) for entry in await work.audit.newest(skip=0, limit=20) if entry.by == JO]


async def waiting(world: World, student: PersonId = ALICE) -> list[date | None]:
    """The dates of the prompts that wait for a student."""
    async with world.open_work() as work:
        messages = await work.outbox.of_student(student)
    return [each.planned.on for each in messages if each.state is State.PENDING and each.planned.kind is Kind.REMINDER]


def reminded(messenger: FakeMessenger, student: PersonId = ALICE) -> list[date | None]:
    return [
        message.planned.on
        for message, saying in messenger.accepted
        if message.planned.student == student and isinstance(saying, Reminder)
    ]


@remembered
async def days(world: World, messenger: FakeMessenger, first: date, count: int) -> None:
    """Live through the mornings of some days."""
    for number in range(count):
        await deliver_all(world, messenger, when=at(first + number * DAY, "07:15"))


async def test_a_rotation_moved_by_a_week_in_mid_block_repeats_nothing_and_skips_nothing(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await days(world, messenger, MONDAY, 3)
    there = await medicine(world)
    moved = replace(there, first_day=there.first_day + WEEK, last_day=there.last_day + WEEK)
    said = await weighed(world, Draft(moved))
    # Wednesday's question, Thursday and Friday come no more; as many days come at the end.
    assert said.effects == Effects(dropped=5 * 8, added=10 * 8)
    assert said.students == 8
    assert [change.what for change in said.changes] == ["First day", "Last day"]
    assert await waiting(world) != []

    await saved(world, Draft(moved))
    assert await waiting(world) == []
    assert await deeds(world) == [(Deed.ROTATION_CHANGED, "Medicine A")]
    await days(world, messenger, MONDAY + 3 * DAY, 6)
    assert reminded(messenger) == [MONDAY, MONDAY + DAY, WEDNESDAY, NEXT_MONDAY, NEXT_MONDAY + DAY]


async def test_other_times_and_days_off_move_what_is_planned(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await days(world, messenger, MONDAY, 3)
    there = await medicine(world)
    edited = replace(
        there,
        reminder_at=time(8),
        hours=Hours(time(8), time(18)),
        calendar="US-PA",
        days_off=(DayOff(MONDAY + 4 * DAY, "Retreat"),),
        last_day=MONDAY + 7 * DAY,
    )
    said = await weighed(world, Draft(edited))
    # The next Monday's reminder moves; Thursday, Friday and all days after that Monday are dropped.
    assert said.effects == Effects(moved=8, dropped=(4 + 2 * 14) * 8)
    await saved(world, Draft(edited))
    stands = await medicine(world)
    assert (stands.holidays, stands.edition) == ((THANKSGIVING,), 2)
    await days(world, messenger, MONDAY + 3 * DAY, 5)
    assert reminded(messenger) == [MONDAY, MONDAY + DAY, WEDNESDAY]
    await deliver_all(world, messenger, when=at(NEXT_MONDAY, "08:15"))
    assert reminded(messenger)[3:] == [NEXT_MONDAY]
    # A calendar that knows nothing any more changes nothing that is kept.
    again = await weighed(replace(world, calendars=None), Draft(replace(stands, site="Annex")))
    assert [change.what for change in again.changes] == ["Site"]


async def test_what_is_the_programs_is_not_written_down_as_the_rotations_own(world: World) -> None:
    await place(world)
    there = await medicine(world)
    program = world.program
    same = replace(there, working_days=program.working_days, hours=program.hours)
    assert (await weighed(world, Draft(same))).changes == ()
    await saved(world, Draft(replace(same, site="Annex")))
    stands = await medicine(world)
    assert (stands.working_days, stands.hours) == (None, None)


async def test_of_two_at_once_the_second_sees_both_and_sending_twice_is_once(world: World) -> None:
    await place(world)
    there = await medicine(world)
    first, second = replace(there, site="Annex"), replace(there, last_day=there.last_day - WEEK)
    await saved(world, Draft(first))
    for outcome in (
        await weigh_rotation(world, Draft(second, students=frozenset({MALLORY})), at=NOON),
        await save_rotation(world, Draft(second, students=frozenset({MALLORY})), by=JO, at=NOON),
    ):
        form = a(Outdated, outcome).form
        assert [(change.what, change.before, change.after) for change in (form.differs or ())] == [
            ("Site", "Annex", "General"),
            ("Last day", "Friday, December 18, 2026", "Friday, December 11, 2026"),
        ]
        assert form.draft == Draft(replace(second, edition=2), students=frozenset({MALLORY}))
    await saved(world, form.draft)
    assert (await medicine(world)).last_day == second.last_day
    assert await saved(world, form.draft) == MEDICINE
    assert len(await deeds(world)) == 2
    assert (await medicine(world)).edition == 3


async def test_people_join_and_leave_and_are_counted(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await days(world, messenger, MONDAY, 3)
    there = await medicine(world)
    draft = Draft(there, students=frozenset({MALLORY, BOB}), taken_off=frozenset({ALICE, PersonId("U0NOBODY")}))
    said = await weighed(world, draft)
    # Bob is there already.
    assert [(change.what, change.after) for change in said.changes] == [
        ("Students who join", "1"),
        ("Students who leave", "1"),
    ]
    assert (said.students, said.absent) == (8, 1)
    assert said.effects == Effects(dropped=35, added=35)
    await saved(world, draft)
    async with world.open_work() as work:
        placed = {each.person for each in await work.set_up.placed_in([MEDICINE])}
    assert placed == {*EIGHT, MALLORY, DR_KIM} - {ALICE}
    assert await waiting(world) == []
    await days(world, messenger, MONDAY + 3 * DAY, 2)
    assert reminded(messenger) == [MONDAY, MONDAY + DAY, WEDNESDAY]
    assert reminded(messenger, BOB)[3:] == [MONDAY + 3 * DAY, MONDAY + 4 * DAY]


async def test_what_somebody_wrote_is_deleted_in_time_also_when_they_were_taken_off(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    await answer(world, ALICE, text="Mine.", sharing=Sharing.JOURNAL)
    await saved(world, Draft(await medicine(world), taken_off=frozenset({ALICE})))
    for ended, kept in ((29, 1), (60, 0)):
        await forget_replies(world, at=at(WEDNESDAY + ended * DAY, "12:00"))
        await deliver_all(world, messenger, when=at(WEDNESDAY + ended * DAY, "12:00"))
        async with world.open_work() as work:
            assert len(await work.replies.days(ALICE)) == kept


async def test_nobody_is_in_two_rotations_on_one_day_or_student_and_preceptor(world: World) -> None:
    await place(world)
    surgery = replace(await medicine(world), id=RotationId(0), name="Surgery A", first_day=MONDAY + 2 * WEEK)
    draft = Draft(surgery, students=frozenset({ALICE, MALLORY, DR_KIM}), preceptors=frozenset({BOB}))
    there = await medicine(world)
    assert a(Clash, await weigh_rotation(world, draft, at=NOON)).named == (
        (ALICE, there, False),
        (BOB, there, True),
        (DR_KIM, there, True),
    )
    assert a(Clash, await save_rotation(world, draft, by=JO, at=NOON)).counted == ()
    after = replace(surgery, first_day=there.last_day + DAY, last_day=there.last_day + 2 * WEEK)
    later = await saved(world, Draft(after, students=frozenset(EIGHT)))
    # Whom nobody has picked is counted and not named.
    longer = replace(there, last_day=there.last_day + WEEK)
    assert a(Clash, await weigh_rotation(world, Draft(longer), at=NOON)) == Clash((), (("Surgery A", 8),))
    async with world.open_work() as work:
        assert len(await work.set_up.placed_in([later])) == 8


async def test_a_number_is_the_same_whatever_students_made_of_it(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    there = await medicine(world)
    moved = replace(there, first_day=there.first_day + WEEK, last_day=there.last_day + WEEK)
    drafts = (
        Draft(moved),
        Draft(there, students=frozenset({ALICE, MALLORY}), taken_off=frozenset({BOB})),
        Draft(replace(there, last_day=WEDNESDAY), ends=True),
    )

    async def everything_seen() -> list[object]:
        forms = [await rotation_form(world, MEDICINE, at=NOON), await copy_form(world, MEDICINE, at=NOON)]
        cohort = await cohort_form(world, CohortId(1), at=NOON)
        return [*[await weigh_rotation(world, draft, at=NOON) for draft in drafts], *forms, cohort]

    before = await everything_seen()
    await everybody_starts(world, [ALICE, BOB])
    assert await everything_seen() == before
    await asked(world, messenger)
    await answer(world, BOB)
    await leave(world, ALICE, at=NOON)
    assert await everything_seen() == before
    for student in (ALICE, BOB):
        await delete_everything(world, student, at=NOON)
    assert await everything_seen() == before
    # And what is done then is what was said.
    await saved(world, drafts[1])
    assert (await rotation_form(world, MEDICINE, at=NOON)).students == 8


@pytest.mark.parametrize("picked", [ALICE, BOB])
async def test_whoever_is_picked_for_the_other_role_stands_in_the_way_by_their_mark_too(
    world: World, picked: PersonId
) -> None:
    await place(world)
    await delete_everything(world, ALICE, at=NOON)
    there = await medicine(world)
    beside = replace(there, id=RotationId(0), name="Medicine B", first_day=there.last_day + DAY)
    beside = replace(beside, last_day=beside.first_day + WEEK)
    for rotation in (there, beside):
        clash = await weigh_rotation(world, Draft(rotation, preceptors=frozenset({picked})), at=NOON)
        assert a(Clash, clash) == Clash(((picked, there, True),), ())


async def test_nobody_joins_or_leaves_what_is_over_and_its_days_stay(world: World) -> None:
    """Marks have faded there: every answer but this one would tell who had everything deleted."""
    await place(world)
    await delete_everything(world, ALICE, at=NOON)
    there = await medicine(world)
    later = at(there.last_day + 3 * DAY, "12:00")
    await forget_people(world, at=later)
    for person in (ALICE, BOB):
        some = frozenset({person})
        for draft in (Draft(there, taken_off=some), Draft(there, students=some), Draft(there, preceptors=some)):
            refused = a(Refused, await save_rotation(world, draft, by=JO, at=later)).problems
            assert isinstance(refused[Field.STUDENTS], OverAlready)
        beside = replace(there, id=RotationId(0), name="Medicine B", last_day=there.last_day + 4 * WEEK)
        for draft in (Draft(beside, students=some), Draft(beside, preceptors=some)):
            await weighed(world, draft, when=later)
    longer = replace(there, last_day=there.last_day + WEEK)
    assert isinstance(
        a(Refused, await weigh_rotation(world, Draft(longer), at=later)).problems[Field.LAST_DAY], OverAlready
    )
    assert (
        a(Done, await save_rotation(world, Draft(replace(there, site="Annex")), by=JO, at=later)).rotation == MEDICINE
    )
    block = a(WeighedBlock, await next_block(world, CohortId(1), at=later)).block
    together = await weigh_block(world, replace(block, roles=frozenset(Role)), at=later)
    assert isinstance(a(Refused, together).problems[Field.STUDENTS], StudentsNotCopied)


async def test_what_has_begun_once_ends_and_is_not_removed_whatever_its_first_day_is_moved_to(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT[:6]:
        await answer(world, student)
    there = await medicine(world)
    await saved(world, Draft(replace(there, first_day=there.first_day + WEEK)))
    stands = await medicine(world)
    await saved(world, Draft(replace(stands, last_day=WEDNESDAY), ends=True))
    ended = await medicine(world)
    assert (ended.first_day, ended.last_day, ended.has_begun) == (WEDNESDAY, WEDNESDAY, True)
    assert await deeds(world) == [(Deed.ROTATION_ENDED, "Medicine A"), (Deed.ROTATION_CHANGED, "Medicine A")]
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    async with world.open_work() as work:
        reply = await work.replies.get(ALICE, MONDAY)
    assert reply is not None
    assert reply.spent


async def test_a_rotation_ends_early_and_its_cohort_digests_for_two_weeks_more(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT[:6]:
        await answer(world, student)
    there = await medicine(world)
    gone = await weigh_rotation(world, Draft(replace(there, last_day=MONDAY), ends=True), at=NOON)
    assert isinstance(a(Refused, gone).problems[Field.LAST_DAY], LastDayGone)
    await saved(world, Draft(replace(there, last_day=WEDNESDAY), ends=True))
    assert await deeds(world) == [(Deed.ROTATION_ENDED, "Medicine A")]
    await days(world, messenger, MONDAY + 3 * DAY, 5)
    assert reminded(messenger) == [MONDAY]
    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    assert await publish_digests(world, at=at(NEXT_MONDAY + WEEK, "07:00")) == 1
    assert await publish_digests(world, at=at(NEXT_MONDAY + 2 * WEEK, "07:00")) == 0


async def test_a_rotation_that_has_not_begun_is_removed(world: World) -> None:
    await place(world, clock="05:00", on=NEXT_MONDAY)
    draft = Draft(await medicine(world), ends=True)
    said = await weighed(world, draft)
    assert said.effects == Effects(dropped=8 * 40)
    await saved(world, draft)
    with pytest.raises(RotationGone):
        await rotation_form(world, MEDICINE, at=NOON)
    with pytest.raises(RotationGone):
        await save_rotation(world, draft, by=JO, at=NOON)
    assert len(await deeds(world)) == 1


async def test_a_block_is_copied_with_the_people_that_stay_together(world: World) -> None:
    await place(world)
    form = await copy_form(world, MEDICINE, at=NOON)
    copy = form.draft.rotation
    assert (copy.name, copy.first_day, copy.last_day) == (
        "Medicine A Dec 21",
        MONDAY + 4 * WEEK,
        MONDAY + 8 * WEEK - 3 * DAY,
    )
    assert form.draft.copied == {Role.PRECEPTOR}
    later = await saved(world, replace(form.draft, copied=frozenset(Role)))
    assert await saved(world, replace(form.draft, copied=frozenset(Role))) == later
    assert await deeds(world) == [(Deed.ROTATION_COPIED, "Medicine A Dec 21")]
    stands = await rotation_form(world, later, at=NOON)
    assert (stands.students, stands.preceptors) == (8, (DR_KIM,))
    taken = await save_rotation(world, form.draft, by=JO, at=NOON)
    assert isinstance(taken, Done)
    other = replace(form.draft, rotation=replace(copy, site="Annex"))
    assert isinstance(a(Refused, await save_rotation(world, other, by=JO, at=NOON)).problems[Field.NAME], NameTaken)


async def test_the_first_rotation_makes_its_cohort_once(world: World) -> None:
    first = replace((await new_rotation_form(world, at=NOON)).draft, new_cohort="Neurology")
    wards = [replace(first, rotation=replace(first.rotation, name=name)) for name in ("Ward 1", "Ward 1", "Ward 2")]
    for ward in wards:
        # Sent twice, and beside somebody who was as fast.
        await saved(world, ward)
    assert [name for _, name in await deeds(world)] == ["Ward 2", "Ward 1", "Neurology"]
    nameless = replace(wards[0], new_cohort="")
    assert list(a(Refused, await weigh_rotation(world, nameless, at=NOON)).problems) == [Field.NEW_COHORT, Field.NAME]


async def test_a_new_rotation_proposes_the_holidays_of_the_country_it_is_in(world: World) -> None:
    await place(world)
    proposed = (await new_rotation_form(world, at=NOON)).draft.rotation
    assert proposed.calendar == "US"
    named = replace(proposed, name="Medicine B")
    assert (await weighed(world, Draft(named))).keeps_no_holiday, "Thanksgiving is over by then"
    began = replace(named, first_day=THANKSGIVING.on)
    assert not (await weighed(world, Draft(began))).keeps_no_holiday
    assert (await weighed(world, Draft(replace(began, calendar="")))).keeps_no_holiday
    assert not (await weighed(world, Draft(await medicine(world), frozenset({ALMA})))).keeps_no_holiday
    unknown = replace(world, calendars=None)
    assert (await new_rotation_form(unknown, at=NOON)).draft.rotation.calendar == ""


async def test_a_new_rotation_is_proposed_for_a_cohort_that_is_large_enough(world: World) -> None:
    cohort = a(CohortDone, await save_cohort(world, await _named(world, "Psychiatry"), by=JO, at=NOON)).cohort
    assert (await new_rotation_form(world, at=NOON)).draft.rotation.cohort_id == cohort
    await place(world)
    form = await new_rotation_form(world, at=NOON)
    proposed = form.draft.rotation
    assert [(each.name, each.students) for each in form.cohorts] == [("Psychiatry", 0), ("Medicine", 8)]
    assert proposed.cohort_id == form.cohorts[1].id
    assert (proposed.first_day, proposed.last_day) == (NEXT_MONDAY, NEXT_MONDAY + 4 * WEEK - 3 * DAY)
    assert (await new_rotation_form(world, cohort=cohort, at=NOON)).draft.rotation.cohort_id == cohort


async def _named(world: World, name: str) -> CohortDraft:
    form = await new_cohort_form(world, at=NOON)
    return replace(form.draft, cohort=replace(form.draft.cohort, name=name))


async def test_a_cohort_is_made_and_changed_and_of_two_at_once_the_second_sees_both(world: World) -> None:
    draft = await _named(world, "Psychiatry")
    cohort = a(CohortDone, await save_cohort(world, draft, by=JO, at=NOON)).cohort
    assert a(CohortDone, await save_cohort(world, draft, by=JO, at=NOON)).cohort == cohort
    there = (await cohort_form(world, cohort, at=NOON)).draft
    friday = replace(there, cohort=replace(there.cohort, digest_day=Weekday.FRI, digest_channel="C0PSYCH"))
    said = a(WeighedCohort, await weigh_cohort(world, friday, at=NOON))
    assert [(change.what, change.after) for change in said.changes] == [
        ("Digest channel", "C0PSYCH"),
        ("Digest", "Friday at 07:00"),
    ]
    await save_cohort(world, friday, by=JO, at=NOON)
    late = replace(there, cohort=replace(there.cohort, digest_at=time(8)))
    outdated = a(CohortOutdated, await save_cohort(world, late, by=JO, at=NOON)).form
    assert ("Digest", "Friday at 07:00", "Monday at 08:00") in [
        (change.what, change.before, change.after) for change in outdated.differs or ()
    ]
    assert outdated.draft.cohort.edition == 2
    again = replace(draft, cohort=replace(draft.cohort, digest_at=time(9)))
    assert isinstance(a(CohortRefused, await save_cohort(world, again, by=JO, at=NOON)).problems[Field.NAME], NameTaken)
    assert await deeds(world) == [(Deed.COHORT_CHANGED, "Psychiatry"), (Deed.COHORT_MADE, "Psychiatry")]


async def test_forms_count_a_cohort_as_the_desk_does_and_as_it_would_be_then(world: World) -> None:
    """Jo coordinates, so she hides nobody; and whom nothing reaches hides nobody either."""
    await place(world, [*EIGHT, JO])
    await lose(world, ALICE, "account_inactive", at=NOON)
    async with world.open_work() as work:
        (desk,) = (await coordinator_home(world, work, at=NOON)).cohorts
    assert desk.students == 7
    assert (await rotation_form(world, MEDICINE, at=NOON)).cohorts[0].students == 7
    assert (await cohort_form(world, CohortId(1), at=NOON)).students == 7
    there = await medicine(world)
    assert (await weighed(world, Draft(replace(there, site="Annex")))).pool == 7
    assert (await weighed(world, Draft(there, taken_off=frozenset(EIGHT[4:7])))).pool == 4
    assert (await weighed(world, Draft(there, students=frozenset({MALLORY})))).pool == 8
    surgery = await _small_one(world)
    pooled = replace((await cohort_form(world, CohortId(1), at=NOON)).draft, pooled=frozenset({surgery}))
    assert a(WeighedCohort, await weigh_cohort(world, pooled, at=NOON)).students == 9
    moved = replace((await rotation_form(world, surgery, at=NOON)).draft.rotation, cohort_id=CohortId(1))
    assert (await weighed(world, Draft(moved))).pool == 9


async def _small_one(world: World, people: Sequence[str] = SMALL) -> RotationId:
    text = roster(people, rotation="Surgery A").replace("Medicine,C0MEDICINE", "Surgery,C0SURGERY")
    await apply_roster(world, text.replace(DR_KIM, "U0LEE"), at=at(MONDAY, "06:00"))
    async with world.open_work() as work:
        found = await work.people.rotation_named("Surgery A")
    assert found is not None
    return found.id


async def test_a_small_cohort_is_pooled_with_another(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    surgery = await _small_one(world)
    form = await cohort_form(world, CohortId(1), at=NOON)
    assert [(each.name, each.cohort) for each in form.choices] == [("Surgery A", "Surgery")]
    draft = replace(form.draft, pooled=frozenset({surgery}))
    said = a(WeighedCohort, await weigh_cohort(world, draft, at=NOON))
    assert (said.students, said.behind) == (10, LeftBehind(left=("Surgery",)))
    ward = replace(await medicine(world), id=RotationId(0), name="Ward", cohort_id=CohortId(2), edition=1)
    await saved(world, Draft(ward, students=frozenset({ALMA})))
    said = a(WeighedCohort, await weigh_cohort(world, draft, at=NOON))
    assert said.behind == LeftBehind(smaller=(("Surgery", 3, 1),))
    await save_cohort(world, draft, by=JO, at=NOON)
    assert (await cohort_form(world, CohortId(1), at=NOON)).students == 10
    assert a(CohortDone, await save_cohort(world, draft, by=JO, at=NOON)).cohort == CohortId(1)
    assert len(await deeds(world)) == 2


async def test_a_rotation_that_changes_its_cohort_says_what_the_old_one_falls_to(world: World) -> None:
    await place(world)
    surgery = await _small_one(world)
    there = (await rotation_form(world, surgery, at=NOON)).draft.rotation
    moved = replace(there, cohort_id=CohortId(1))
    assert (await weighed(world, Draft(moved))).behind == LeftBehind(left=("Surgery",))
    ward = replace(await medicine(world), id=RotationId(0), name="Ward", cohort_id=CohortId(2), edition=1)
    await saved(world, Draft(ward, students=frozenset({ALMA})))
    assert (await weighed(world, Draft(moved))).behind == LeftBehind(smaller=(("Surgery", 3, 1),))
    assert (await weighed(world, Draft(replace(there, site="Annex")))).behind == LeftBehind()
    assert (await weighed(world, Draft(replace(ward, name="Annex")))).behind == LeftBehind(), "it is new"


async def test_a_cohort_in_which_something_may_wait_for_a_digest_is_not_left_behind(world: World) -> None:
    await place(world)
    await _small_one(world)
    other = CohortId(2)
    moved = replace(await medicine(world), cohort_id=other)
    refused = a(Refused, await weigh_rotation(world, Draft(moved), at=NOON)).problems
    assert isinstance(refused[Field.COHORT], CohortLeftBehind)
    pooled = replace((await cohort_form(world, other, at=NOON)).draft, pooled=frozenset({MEDICINE}))
    found = a(CohortRefused, await weigh_cohort(world, pooled, at=NOON)).problems
    assert isinstance(found[Field.POOLED], CohortLeftBehind)
    assert isinstance(await rotation_form(world, MEDICINE, at=NOON), RotationForm)


@pytest.mark.parametrize("students", [(), SMALL])
async def test_too_few_students_who_stay_do_not_keep_a_cohort(world: World, students: tuple[str, ...]) -> None:
    """What waits there would need a full roster beside it."""
    await place(world)
    decoy = replace(await medicine(world), id=RotationId(0), name="Decoy")
    await saved(world, Draft(decoy, students=frozenset(map(PersonId, students))))
    draft = await _named(world, "Surgery")
    refused = a(CohortRefused, await save_cohort(world, replace(draft, pooled=frozenset({MEDICINE})), by=JO, at=NOON))
    assert isinstance(refused.problems[Field.POOLED], CohortLeftBehind)


async def test_a_whole_cohort_goes_on_to_the_next_block(world: World) -> None:
    await place(world)
    surgery = await _small_one(world)
    there = (await rotation_form(world, surgery, at=NOON)).draft.rotation
    await saved(world, Draft(replace(there, cohort_id=CohortId(1), first_day=there.first_day + 2 * DAY)))
    preceptors = a(WeighedBlock, await next_block(world, CohortId(1), at=NOON))
    assert [(each.name, each.first_day) for each in preceptors.rotations] == [
        ("Medicine A Dec 21", MONDAY + 4 * WEEK),
        ("Surgery A Dec 23", WEDNESDAY + 4 * WEEK),
    ]
    assert (preceptors.students, preceptors.effects, preceptors.left_out) == (0, Effects(), ())
    clinic = replace(await medicine(world), id=RotationId(0), name="Clinic", last_day=MONDAY + 18 * DAY, edition=1)
    await saved(world, Draft(clinic))
    left_out = a(WeighedBlock, await next_block(world, CohortId(1), at=NOON)).left_out
    assert [each.name for each in left_out] == ["Clinic"], "it ended more than a week before the others"
    together = a(WeighedBlock, await weigh_block(world, replace(preceptors.block, roles=frozenset(Role)), at=NOON))
    assert (together.students, together.effects) == (10, Effects(added=8 * 40 + 2 * 36))
    for _ in range(2):
        a(Done, await save_block(world, together.block, by=JO, at=NOON))
    assert (await deeds(world)).count((Deed.ROTATION_COPIED, "Medicine A Dec 21")) == 1
    assert (await cohort_form(world, CohortId(1), at=at(MONDAY + 5 * WEEK, "12:00"))).students == 10
    assert a(WeighedBlock, await weigh_block(world, together.block, at=NOON)).rotations == ()
    # What has changed since it was looked at is looked at once more.
    later = a(WeighedBlock, await next_block(world, CohortId(1), at=NOON)).block
    stands = (await rotation_form(world, later.copied[0], at=NOON)).draft.rotation
    await saved(world, Draft(replace(stands, last_day=stands.last_day + WEEK, reminder_at=time(9))))
    other = a(WeighedBlock, await save_block(world, later, by=JO, at=NOON))
    assert (other.is_other, other.rotations[0].reminder_at) == (True, time(9))
    assert len((await cohort_form(world, CohortId(1), at=NOON)).rotations) == 5
    # Whoever is somewhere else by then stops all of it.
    again = a(WeighedBlock, await next_block(world, CohortId(1), at=NOON)).block
    elsewhere = replace(there, id=RotationId(0), name="Elsewhere", cohort_id=CohortId(2), first_day=MONDAY + 9 * WEEK)
    elsewhere = replace(elsewhere, last_day=MONDAY + 10 * WEEK)
    await saved(world, Draft(elsewhere, students=frozenset({ALICE})))
    found = a(Clash, await save_block(world, replace(again, roles=frozenset(Role)), by=JO, at=NOON))
    assert found == Clash((), (("Elsewhere", 1),))
    with pytest.raises(RotationGone):
        await next_block(world, CohortId(9), at=NOON)


async def test_what_was_shared_stays_in_the_cohort_that_it_was_written_for(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    surgery = await _small_one(world, [ALMA, *SMALL])
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:10"))
    await everybody_starts(world, [*EIGHT, ALMA])
    await asked(world, messenger)
    for student in (*EIGHT[:6], ALMA):
        await answer(world, student)
    draft = replace((await cohort_form(world, CohortId(1), at=NOON)).draft, pooled=frozenset({surgery}))
    a(CohortDone, await save_cohort(world, draft, by=JO, at=NOON))
    span = {"settled_before": at(NEXT_MONDAY, "07:00"), "since": at(MONDAY, "00:00")}
    async with world.open_work() as work:
        for cohort, authors in ((1, set(EIGHT[:6])), (2, {ALMA})):
            waiting = await work.replies.waiting(CohortId(cohort), **span, asked_since=MONDAY)
            assert {each.student for each in waiting} == authors
        # Whoever joined on Wednesday hides nobody who wrote on Monday.
        sizes = [
            await work.people.roster_size(CohortId(1), since=MONDAY, until=MONDAY + DAY, placed_by=placed_by)
            for placed_by in (at(WEDNESDAY, "11:00"), NOON)
        ]
    assert sizes == [8, 11]
    # From now on they are asked, and answer, for the cohort that they are in.
    await asked(world, messenger, on=WEDNESDAY + DAY)
    await answer(world, ALMA, on=WEDNESDAY + DAY)
    async with world.open_work() as work:
        reply = await work.replies.get(ALMA, WEDNESDAY + DAY)
    assert reply is not None
    assert reply.cohort_id == CohortId(1)
