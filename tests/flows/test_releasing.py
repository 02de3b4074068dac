"""What is offered to the gate: by whom, since when, and under which promise."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.people import CohortId, PersonId, RotationId
from bot.domain.program import Program
from bot.domain.set_up import Draft
from bot.flows.apply_roster import Roster, apply_roster
from bot.flows.confirm_reading import confirm_reading
from bot.flows.delete_everything import delete_everything
from bot.flows.note_policy import note_policy
from bot.flows.open_home.coordinator import coordinator_home
from bot.flows.open_home.preceptor import preceptor_home
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.set_up.cohort import new_cohort_form
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.flows.steps import roster_size
from bot.flows.welcome_students import welcome_students
from tests.beginnings import remembered
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    DR_KIM,
    EIGHT,
    HANA,
    JO,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    everybody_starts,
    place,
    roster,
)

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@remembered
async def a_day(world: World, messenger: FakeMessenger, answering: tuple[PersonId, ...] = EIGHT) -> None:
    """Eight students are placed and start; some answer Monday's question and share themes."""
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in answering:
        await answer(world, student)


async def is_used(world: World, student: PersonId = ALICE, *, on: date = MONDAY) -> bool:
    async with world.open_work() as work:
        reply = await work.replies.get(student, on)
    assert reply is not None
    return reply.spent


async def digest(world: World, *, weeks: int = 1) -> None:
    assert await publish_digests(world, at=at(MONDAY + weeks * WEEK, "07:00")) == 1


def promising(world: World, **changes: int | timedelta) -> World:
    """The same world with another program, as after an edit of its file."""
    program: Program = replace(world.program, **changes)  # type: ignore[arg-type]
    return replace(world, program=program)


@remembered
async def restart(world: World, *, when: datetime) -> None:
    async with world.open_work() as work:
        await note_policy(world, work, at=when)
        await work.commit()


async def test_a_policy_is_written_down_once(world: World) -> None:
    for when in (at(MONDAY, "06:00"), at(MONDAY, "09:00")):
        await restart(world, when=when)
    await restart(promising(world, smallest_group=6), when=at(MONDAY, "10:00"))
    async with world.open_work() as work:
        changes = await work.policies.changes()
    assert [(change.since, change.policy.smallest_group) for change in changes] == [
        (at(MONDAY, "06:00"), 5),
        (at(MONDAY, "10:00"), 6),
    ]
    assert changes[0].policy == world.program.policy


async def test_a_looser_rule_does_not_release_what_was_written_before(world: World, messenger: FakeMessenger) -> None:
    strict = promising(world, smallest_group=6)
    await restart(strict, when=at(MONDAY, "05:00"))
    await a_day(strict, messenger, EIGHT[:5])
    await restart(world, when=at(MONDAY + DAY, "05:00"))
    await digest(world)
    assert not await is_used(world)


async def test_what_is_written_afterwards_is_released_by_the_looser_rule_and_the_rest_waits(
    world: World, messenger: FakeMessenger
) -> None:
    strict = promising(world, smallest_group=6)
    await restart(strict, when=at(MONDAY, "05:00"))
    await a_day(strict, messenger, EIGHT[:1])
    await restart(world, when=at(MONDAY, "20:00"))
    for student in EIGHT[1:5]:
        await answer(world, student, when=at(MONDAY, "20:30"))
    await asked(world, messenger, on=MONDAY + DAY)
    await answer(world, ALICE, on=MONDAY + DAY)
    await digest(world)
    assert not await is_used(world, ALICE)
    assert await is_used(world, EIGHT[1])
    assert await is_used(world, ALICE, on=MONDAY + DAY)


async def test_a_stricter_rule_holds_at_once(world: World, messenger: FakeMessenger) -> None:
    await restart(world, when=at(MONDAY, "05:00"))
    await a_day(world, messenger, EIGHT[:5])
    strict = promising(world, smallest_group=6)
    await digest(strict)
    assert not await is_used(world)


async def test_changing_a_reply_after_a_looser_rule_does_not_loosen_its_own(
    world: World, messenger: FakeMessenger
) -> None:
    strict = promising(world, smallest_group=6)
    await restart(strict, when=at(MONDAY, "05:00"))
    await a_day(strict, messenger, EIGHT[:5])
    await restart(world, when=at(MONDAY, "20:00"))
    for student in EIGHT[:5]:
        await answer(world, student, themes=["small-gesture-mattered"], when=at(MONDAY, "21:00"))
    await digest(world)
    assert not await is_used(world)


async def test_hours_to_think_again_are_not_shortened_for_what_was_written_before(
    world: World, messenger: FakeMessenger
) -> None:
    longer = promising(world, settle=timedelta(days=6, hours=14))
    await restart(longer, when=at(MONDAY, "05:00"))
    await a_day(longer, messenger)
    await restart(world, when=at(MONDAY + DAY, "05:00"))
    await digest(world)
    assert not await is_used(world)
    await digest(world, weeks=2)
    assert await is_used(world)


@pytest.mark.parametrize(("placed", "released"), [("18:59", True), ("19:01", False)])
async def test_who_is_placed_after_the_hours_to_think_again_began_does_not_count_for_the_roster(
    world: World, messenger: FakeMessenger, placed: str, *, released: bool
) -> None:
    await place(world, EIGHT[:6])
    await everybody_starts(world, EIGHT[:6])
    await asked(world, messenger)
    for student in EIGHT[:6]:
        await answer(world, student)
    await apply_roster(world, roster([HANA]), at=at(NEXT_MONDAY - DAY, placed))
    await digest(world)
    assert await is_used(world) is released


async def test_who_reads_digests_is_no_voice_and_does_not_count_for_the_roster(
    world: World, messenger: FakeMessenger
) -> None:
    await a_day(world, messenger, EIGHT[:5])
    alice_also_coordinates = replace(world, coordinators=frozenset({ALICE}))
    await digest(alice_also_coordinates)
    assert not await is_used(world, EIGHT[1]), "four of them are students only"


@pytest.mark.parametrize("way", ["form", "file"])
async def test_who_was_a_preceptor_is_no_voice_and_does_not_count_for_the_roster(
    world: World, messenger: FakeMessenger, way: str
) -> None:
    await place(world)
    other = roster([*EIGHT, DR_KIM]).replace(f"preceptor,{DR_KIM}", "preceptor,U0LEE")
    if way == "form":
        there = (await rotation_form(world, RotationId(1), at=at(MONDAY, "12:00"))).draft.rotation
        desk = replace(world, coordinators=frozenset({JO}))
        await save_rotation(desk, Draft(there, taken_off=frozenset({DR_KIM})), by=JO, at=at(MONDAY, "06:31"))
    await apply_roster(world, Roster(other, remove_missing=True), at=at(MONDAY, "06:32"))
    await confirm_reading(world, PersonId("U0LEE"), at=at(MONDAY, "06:33"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:33"))
    await everybody_starts(world, [*EIGHT, DR_KIM], when=at(MONDAY, "06:34"))
    await asked(world, messenger)
    for student in (*EIGHT[:4], DR_KIM):
        await answer(world, student)
    async with world.open_work() as work:
        assert await roster_size(world, work, CohortId(1), since=MONDAY) == 8
    await digest(world)
    assert not await is_used(world)


async def test_who_was_picked_as_a_preceptor_by_mistake_before_anything_began_may_be_a_student(world: World) -> None:
    before = at(MONDAY - 3 * DAY, "12:00")
    await apply_roster(world, roster([*EIGHT[1:]]).replace(f"preceptor,{DR_KIM}", f"preceptor,{ALICE}"), at=before)
    await apply_roster(world, Roster(roster(), remove_missing=True), at=before)
    async with world.open_work() as work:
        assert await roster_size(world, work, CohortId(1), since=MONDAY) == 8


async def test_a_cohort_rests_after_a_release_of_the_one_that_its_rotation_comes_from(
    world: World, messenger: FakeMessenger
) -> None:
    """Or else somebody could have two digests of the same students on two days running, and compare them."""
    await apply_roster(world, roster([PersonId("U0OTHER")], rotation="Other"), at=at(MONDAY, "06:00"))
    await a_day(world, messenger)
    await digest(world)
    assert await is_used(world)
    there = (await rotation_form(world, RotationId(2), at=at(MONDAY, "12:00"))).draft.rotation
    tuesday = NEXT_MONDAY + DAY
    form = await new_cohort_form(world, at=at(tuesday, "06:00"))
    other = replace(form.draft.cohort, name="Surgery", digest_day=tuesday.weekday() + 1)
    async with world.open_work() as work:
        cohort = await work.set_up.add_cohort(other)
        await work.set_up.save_rotation(replace(there, cohort_id=cohort), at=at(tuesday, "06:00"))
        await work.commit()
    for days, is_shown in ((0, False), (7, True)):
        on = tuesday + days * DAY
        await asked(world, messenger, on=on)
        for student in EIGHT:
            await answer(world, student, on=on)
        await publish_digests(world, at=at(on + DAY, "07:00"))
        assert await is_used(world, on=on) is is_shown


async def test_a_roster_of_seven_of_whom_one_coordinates_gets_no_release(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, EIGHT[:7])
    await everybody_starts(world, EIGHT[:7])
    await asked(world, messenger)
    for student in EIGHT[:5]:
        await answer(world, student)
    await digest(replace(world, coordinators=frozenset({JO, EIGHT[6]})))
    assert not await is_used(world)


async def test_students_whose_rotation_ended_before_the_last_release_do_not_hide_the_next_ones(
    world: World, messenger: FakeMessenger
) -> None:
    """A block of eight is followed by one of six, and six can't hide one another."""
    newcomers = tuple(PersonId(f"U0NEW{number}") for number in range(6))
    await apply_roster(world, roster(newcomers, first=NEXT_MONDAY, rotation="Medicine B"), at=at(MONDAY, "06:00"))
    await apply_roster(world, roster(EIGHT, weeks=1), at=at(MONDAY, "06:00"))
    await confirm_reading(world, DR_KIM, at=at(MONDAY, "06:00"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:00"))
    await everybody_starts(world, EIGHT + newcomers)
    for week, students in enumerate((EIGHT, newcomers, newcomers)):
        await asked(world, messenger, on=MONDAY + week * WEEK)
        for student in students:
            await answer(world, student, on=MONDAY + week * WEEK)
        await digest(world, weeks=week + 1)
    assert await is_used(world, ALICE)
    used = [await is_used(world, newcomers[0], on=MONDAY + week * WEEK) for week in (1, 2)]
    assert used == [True, False], "the first time one of the eight could still have answered late"


async def test_who_reads_digests_and_had_everything_deleted_as_a_student_still_hides_nobody(
    world: World, messenger: FakeMessenger
) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    seven = (*EIGHT[:6], JO)
    await place(world, seven)
    await everybody_starts(world, seven)
    await asked(world, messenger)
    for student in EIGHT[:5]:
        await answer(world, student)
    await delete_everything(world, JO, at=at(MONDAY + DAY, "09:00"))
    await digest(world)
    assert not await is_used(world)


async def test_whose_rotation_begins_on_the_digests_day_hides_nobody(world: World, messenger: FakeMessenger) -> None:
    newcomers = [PersonId(f"U0NEW{number}") for number in range(5)]
    await apply_roster(world, roster(newcomers, first=NEXT_MONDAY, rotation="Medicine B"), at=at(MONDAY, "06:00"))
    await place(world, EIGHT[:5])
    await everybody_starts(world, EIGHT[:5])
    await asked(world, messenger)
    for student in EIGHT[:5]:
        await answer(world, student)
    await digest(world)
    assert not await is_used(world)


@pytest.mark.parametrize(("moved", "released"), [("18:59", True), ("19:01", False)])
async def test_whoever_comes_with_a_rotation_that_was_moved_counts_from_then_on(
    world: World, messenger: FakeMessenger, moved: str, *, released: bool
) -> None:
    later = [PersonId(f"U0NEW{number}") for number in range(6)]
    await apply_roster(world, roster(later, first=MONDAY + 30 * WEEK, rotation="Later"), at=at(MONDAY, "06:00"))
    await place(world, EIGHT[:5])
    await everybody_starts(world, EIGHT[:5])
    await asked(world, messenger)
    for student in EIGHT[:5]:
        await answer(world, student)
    await apply_roster(world, roster([], rotation="Later"), at=at(NEXT_MONDAY - DAY, moved))
    await digest(world)
    assert await is_used(world) is released


async def test_a_file_that_moves_nothing_lets_everybody_count_as_before(world: World, messenger: FakeMessenger) -> None:
    await a_day(world, messenger, EIGHT[:5])
    await apply_roster(world, roster(EIGHT).replace("General", "Riverside"), at=at(NEXT_MONDAY, "06:59"))
    await digest(world)
    assert await is_used(world)


async def test_six_days_are_counted_from_when_a_late_digest_came(world: World, messenger: FakeMessenger) -> None:
    await a_day(world, messenger)
    assert await publish_digests(world, at=at(NEXT_MONDAY + 3 * DAY, "06:59")) == 1
    assert await is_used(world)
    tuesday = NEXT_MONDAY + DAY
    await asked(world, messenger, on=tuesday)
    for student in EIGHT:
        await answer(world, student, on=tuesday)
    await digest(world, weeks=2)
    assert not await is_used(world, on=tuesday)
    await digest(world, weeks=3)
    assert await is_used(world, on=tuesday)


async def test_homes_count_whom_a_digest_counts(world: World) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    await place(world, [*EIGHT[:6], JO])
    async with world.open_work() as work:
        coordinator = await coordinator_home(world, work, at=at(MONDAY, "12:00"))
        preceptor = await preceptor_home(world, work, DR_KIM, at=at(MONDAY, "12:00"))
    assert preceptor is not None
    (cohort,), (taught,) = coordinator.cohorts, preceptor.cohorts
    assert (cohort.students, taught.students) == (6, 6)


async def test_whom_nothing_reaches_hides_nobody_since_coordinators_can_read_who_that_is(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, EIGHT[:7])
    await everybody_starts(world, EIGHT[:7])
    await asked(world, messenger)
    for student in EIGHT[:5]:
        await answer(world, student)
    async with world.open_work() as work:
        lost = await work.people.student(EIGHT[6])
        assert lost is not None
        await work.people.save(lost.lost("user_disabled"))
        await work.commit()
    await digest(world)
    assert not await is_used(world)
