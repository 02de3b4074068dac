"""A roster file becomes placements, as a whole or not at all; what it would change can be looked at before."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.anonymity import SPARE_STUDENTS, still_pooled_since
from bot.domain.audit import AuditEntry, Deed
from bot.domain.errors import RosterMoved
from bot.domain.people import CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.permissions import Action
from bot.domain.roster import (
    NOBODY_ASKED,
    Found,
    PlannedPlacement,
    Reading,
    RosterChanges,
    RosterPlan,
    Shift,
    changes_of,
    changes_to_note,
    fingerprint_of,
    plan_roster,
    renamed_cohorts,
)
from bot.domain.set_up import NEW, Effects, effects
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import attempt, known_as, lock_students, marks_of, replan_due, tried_twice
from bot.flows.who_may import require_in


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster as somebody sends it: its text, who its people are, and whether to take off whom it no longer names.
    `seen` is the fingerprint of the changes that were looked at before, where they were."""

    text: str = field(repr=False)
    found: Found = field(default=NOBODY_ASKED, repr=False)
    remove_missing: bool = False
    seen: str = ""


async def preview_roster(world: World, roster: Roster, *, at: datetime) -> RosterChanges:
    """What a roster would change at this moment; nothing is changed. Raises RosterRefused."""
    read = await _read(world, roster)
    async with world.open_work() as work:
        return await _compare(world, work, read, remove_missing=roster.remove_missing, at=at)


def effects_of_roster(world: World, changes: RosterChanges, *, at: datetime) -> Effects:
    """What a roster does to messages to come, as if everybody on it got everything."""
    found = Effects()
    for shift in changes.shifts:
        before, after = shift.before, _as_it_becomes(shift)
        for then, now, students in ((before, after, shift.stay), (None, after, shift.come), (before, None, shift.go)):
            if students:
                found += effects(then, now, program=world.program, at=at).for_students(students)
    return found


def _as_it_becomes(shift: Shift) -> Rotation:
    """What a file says nothing of, such as days off, a rotation keeps."""
    planned, before = shift.after, shift.before
    if before is None:
        times = planned.reminder_at, planned.question_at
        days = planned.zone, planned.first_day, planned.last_day
        return Rotation(RotationId(NEW), CohortId(NEW), planned.name, planned.site, *days, *times)
    return replace(
        before,
        zone=planned.zone,
        first_day=planned.first_day,
        last_day=planned.last_day,
        reminder_at=planned.reminder_at,
        question_at=planned.question_at,
    )


@tried_twice
async def apply_roster(
    world: World, roster: Roster | str, *, at: datetime, by: PersonId | None = None
) -> RosterChanges:
    """Place everyone a roster names, note who did it, and let what is planned follow; the same file twice changes
    nothing. `by` is None for whoever runs the command line.

    Whoever had everything deleted is counted, and not enrolled again. A cohort that gets another name stays the same
    one. Raises RosterRefused, RosterMoved where it would change something else than what was seen, and NotACoordinator
    for whoever coordinates no longer.
    """
    roster = Roster(roster) if isinstance(roster, str) else roster
    read = await _read(world, roster)
    async with world.open_work() as work:
        await work.set_up.hold()
        if by is not None:
            await require_in(world, work, by, Action.SET_UP, at=at)
        await _lock(work, read.plan)
        changes = await _compare(world, work, read, remove_missing=roster.remove_missing, at=at)
        if changes.is_empty:
            return changes
        if roster.seen and roster.seen != fingerprint_of(changes):
            raise RosterMoved
        await _take_off(work, changes.plan.taken_off, on=at.date())
        await work.people.apply(changes.plan, at=at)
        subject = ", ".join(cohort.name for cohort in read.plan.cohorts)
        await work.audit.note(AuditEntry(at, by, Deed.ROSTER_APPLIED, subject, changes_to_note(changes)))
        await work.commit()
    await attempt(replan_due(world, at=at))
    return changes


async def _lock(work: UnitOfWork, plan: RosterPlan) -> None:
    """Lock everybody whom a roster names or may take off."""
    named = {each.name for each in plan.rotations}
    rotations = [each.id for each in await work.people.rotations() if each.name in named]
    await lock_students(work, (each.person for each in plan.placements), rotations)


async def _take_off(work: UnitOfWork, taken_off: Iterable[PlannedPlacement], *, on: date) -> None:
    """What they wrote stays where it is, and what is planned for them follows."""
    together: defaultdict[tuple[str, Role], list[PersonId]] = defaultdict(list)
    for each in taken_off:
        together[each.rotation, each.role].append(each.person)
    for (name, role), people in sorted(together.items()):
        rotation = await work.people.rotation_named(name)
        if rotation is not None:
            await work.set_up.take_off(rotation, people, on=on, roles=[role])
            await work.people.plan_anew(people)


async def _read(world: World, roster: Roster) -> Reading:
    # In a thread, since thousands of lines take a second, in which somebody may have pressed a button.
    return await asyncio.to_thread(plan_roster, roster.text, roster.found, program=world.program)


async def _compare(
    world: World, work: UnitOfWork, read: Reading, *, remove_missing: bool, at: datetime
) -> RosterChanges:
    """What is to be done. Cohorts have their new names then, in this transaction."""
    on = at.date()
    # As long as some lines are wrong nobody knows which cohorts only get another name.
    renamed = await _renamed(world, work, read.plan, on=on) if read.unclear is None else {}
    await work.people.rename_cohorts(renamed)
    plan = _with_marks(world, read.plan, await work.people.marks())
    there = await work.people.there(plan, on=on)
    teach = {each.person for each in (*there.beside, *read.plan.placements) if each.role is Role.PRECEPTOR}
    there = replace(there, whose=known_as(world, teach))
    return changes_of(
        plan,
        there,
        renamed=renamed,
        remove_missing=remove_missing,
        on=on,
        found=read.problems,
        unclear=read.unclear,
    )


async def _renamed(world: World, work: UnitOfWork, plan: RosterPlan, *, on: date) -> Mapping[str, str]:
    before = await work.people.cohorts_in(plan, since=still_pooled_since(on))
    placed = await work.set_up.placed_in([each.id for rotations in before.values() for each in rotations])
    students: defaultdict[str, set[PersonId]] = defaultdict(set)
    for each in placed:
        if each.role is Role.STUDENT:
            students[each.rotation.name].add(each.person)
    needed = world.program.smallest_group + SPARE_STUDENTS
    return renamed_cohorts(plan, before, students=students, needed=needed, on=on)


def _with_marks(world: World, plan: RosterPlan, marks: frozenset[PersonId]) -> RosterPlan:
    """The same plan, in which the marks stand for those who left one."""
    if not marks:
        return plan
    placements = (
        replace(each, person=next((mark for mark in marks_of(world, each.person) if mark in marks), each.person))
        if each.role is Role.STUDENT
        else each
        for each in plan.placements
    )
    return replace(plan, placements=tuple(placements))
