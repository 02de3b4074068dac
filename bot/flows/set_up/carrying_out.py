"""What a plan changes, in numbers and in words, and its writing down."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import calendar
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.people import CohortId, PersonId, Role, RotationId
from bot.domain.set_up import (
    NEW,
    Draft,
    Effects,
    changes,
    effects,
    in_its_own_words,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.set_up.moves import Plan, moves_of
from bot.flows.set_up.outcomes import Done
from bot.flows.set_up.planning import as_it_began, cohort_names


def effects_of(world: World, plan: Plan, *, at: datetime) -> Effects:
    """What a plan does to messages to come, as if everybody on the roster got everything."""
    before, after, people = plan.before, plan.after, plan.people
    staying = effects(before, after, program=world.program, at=at).for_students(len(people.staying))
    joining = effects(None, after, program=world.program, at=at).for_students(len(people.joining))
    leaving = effects(before, None, program=world.program, at=at).for_students(len(people.leaving))
    return staying + joining + leaving


def changes_in(world: World, plan: Plan, names: Mapping[CohortId, str]) -> tuple[Change, ...]:
    """What is another after a plan, in words; people are counted."""
    people, found = plan.people, tuple[Change, ...]()
    if plan.after is not None:
        found = changes(plan.before, plan.after, program=world.program, cohorts=names)
    counts = (
        ("Students who join", people.joining),
        ("Students who leave", people.leaving),
        ("Preceptors who join", people.joining_preceptors),
        ("Preceptors who leave", people.leaving_preceptors),
    )
    return (*found, *(Change(what, "", f"{len(those)}") for what, those in counts if those))


async def done_already(world: World, work: UnitOfWork, draft: Draft) -> Done | None:
    """Whether everything is as the draft says, most likely because it was sent twice."""
    stands = await work.people.rotation_named(draft.rotation.name)
    if stands is None or (not draft.is_new and stands.id != draft.rotation.id):
        return None
    same = replace(stands, id=draft.rotation.id, edition=draft.rotation.edition)
    if stands.edition == draft.rotation.edition and not draft.is_new:
        return None
    people = await moves_of(world, work, replace(draft, rotation=replace(draft.rotation, id=stands.id)))
    wanted = replace(as_it_began(draft, stands), holidays=stands.holidays)
    is_same = same == in_its_own_words(wanted, world.program)
    return Done(stands.id) if is_same and not people.is_moved else None


async def write(work: UnitOfWork, plan: Plan, *, at: datetime) -> RotationId:
    """Write a plan down. Returns the rotation."""
    before, after, people = plan.before, plan.after, plan.people
    if before is not None:
        on = calendar.local_date(at, before.zone)
        await work.set_up.take_off(before, people.leaving | people.leaving_preceptors, on=on)
    if after is None:
        removed = before.id if before else RotationId(NEW)
        await work.set_up.remove_rotation(removed)
        return removed
    if before is None:
        written = await work.set_up.add_rotation(after)
    else:
        written = after.id
        await work.set_up.save_rotation(after, at=at)
    await work.set_up.place(written, people.joining, Role.STUDENT, at=at)
    await work.set_up.place(written, people.joining_preceptors, Role.PRECEPTOR, at=at)
    return written


async def entry_for(
    world: World, work: UnitOfWork, draft: Draft, plan: Plan, *, by: PersonId, at: datetime
) -> AuditEntry:
    """The deed for the list of changes."""
    shown = plan.after or plan.before or draft.rotation
    return AuditEntry(at, by, _deed(draft), shown.name, changes_in(world, plan, await cohort_names(work)))


def _deed(draft: Draft) -> Deed:
    if draft.ends:
        return Deed.ROTATION_ENDED
    if draft.copied_from is not None:
        return Deed.ROTATION_COPIED
    return Deed.ROTATION_MADE if draft.is_new else Deed.ROTATION_CHANGED
