"""A coordinator makes, changes, copies or ends a rotation: first what that changes is said, then it is done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.people import CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import (
    DIGEST,
    FIRST_ZONE,
    NEW,
    Draft,
    cohort_changes,
    copied_rotation,
    proposed_cohort,
    proposed_cohort_named,
    proposed_rotation,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.rosters import Rosters, read_rosters
from bot.flows.set_up.carrying_out import changes_in, done_already, effects_of, entry_for, write
from bot.flows.set_up.leaving import left_behind
from bot.flows.set_up.moves import Moves, Plan
from bot.flows.set_up.outcomes import Clash, Done, Outdated, Refused, RotationForm, Weighed
from bot.flows.set_up.planning import cohort_names, cohort_to_make, form_for, plan_for, rotation_there
from bot.flows.steps import follow_set_up, lock_students, tried_twice
from bot.flows.who_may import require_in


async def rotation_form(world: World, rotation: RotationId, *, at: datetime) -> RotationForm:
    """The form of a rotation as it stands. Raises RotationGone."""
    async with world.open_work() as work:
        found = await rotation_there(work, rotation)
        return await form_for(world, work, Draft(found), at=at)


async def new_rotation_form(world: World, *, cohort: CohortId | None = None, at: datetime) -> RotationForm:
    """A form for a new rotation, in a cohort, or in one that is large enough if there is one; or in the first one of
    all, which is made with it."""
    async with world.open_work() as work:
        cohorts = await work.people.cohorts()
        if not cohorts:
            cohorts = (proposed_cohort_named("", ZoneInfo(FIRST_ZONE), world.program),)
        if cohort not in {each.id for each in cohorts}:
            sizes = (await read_rosters(world, work, today=at.date(), since=at.date())).sizes()
            needed = world.program.smallest_group + SPARE_STUDENTS
            sizes = {each: size for each, size in sizes.items() if size}
            cohort = proposed_cohort(sizes, needed=needed) or cohorts[-1].id
        chosen = next(each for each in cohorts if each.id == cohort)
        like = max(await work.people.rotations_in(chosen.id), key=lambda each: each.first_day, default=None)
        today = calendar.local_date(at, chosen.zone)
        proposed = proposed_rotation(chosen, like, program=world.program, today=today)
        if not _is_known(world, proposed.calendar):
            proposed = replace(proposed, calendar="")
        return await form_for(world, work, Draft(proposed), at=at)


async def copy_form(world: World, rotation: RotationId, *, at: datetime) -> RotationForm:
    """A form for the same rotation in the next block, with its preceptors. Raises RotationGone."""
    async with world.open_work() as work:
        found = await rotation_there(work, rotation)
        draft = Draft(copied_rotation(found), copied_from=found.id, copied=frozenset({Role.PRECEPTOR}))
        return await form_for(world, work, draft, at=at)


async def form_of(world: World, draft: Draft, *, at: datetime) -> RotationForm:
    """The form in which a draft was filled in, as it was. Raises RotationGone."""
    async with world.open_work() as work:
        return await form_for(world, work, draft, at=at)


async def weigh_rotation(world: World, draft: Draft, *, at: datetime) -> Weighed | Clash | Refused | Outdated:
    """What a draft would change, or what stands in its way. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        draft = await _in_its_cohort(work, draft)
        plan = await plan_for(world, work, draft, at=at)
        return await _weighed(world, work, draft, plan, at=at) if isinstance(plan, Plan) else plan


@tried_twice
async def save_rotation(world: World, draft: Draft, *, by: PersonId, at: datetime) -> Done | Clash | Refused | Outdated:
    """Do what a draft says, as a whole or not at all, and let what is planned follow; a second time changes nothing.
    Raises RotationGone."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        await _lock(work, draft)
        draft = await _in_its_cohort(work, draft)
        if (done := await done_already(world, work, draft)) is not None:
            return done
        plan = await plan_for(world, work, draft, at=at)
        if not isinstance(plan, Plan):
            return plan
        plan = await _with_its_cohort(world, work, draft, plan, by=by, at=at)
        written = await write(work, plan, at=at)
        await work.audit.note(await entry_for(world, work, draft, plan, by=by, at=at))
        await follow_set_up(world, work, plan.people.staying | plan.people.joining | plan.people.leaving, at=at)
        await work.commit()
    return Done(written)


async def _in_its_cohort(work: UnitOfWork, draft: Draft) -> Draft:
    """The draft in the cohort that was to be made with it, where that is there by now."""
    there = [each for each, name in (await cohort_names(work)).items() if name == draft.new_cohort]
    return replace(draft, rotation=replace(draft.rotation, cohort_id=there[0]), new_cohort="") if there else draft


async def _with_its_cohort(
    world: World, work: UnitOfWork, draft: Draft, plan: Plan, *, by: PersonId, at: datetime
) -> Plan:
    """The plan in a cohort that is made for it, where there is none yet."""
    if plan.after is None or plan.after.cohort_id != NEW:
        return plan
    cohort = cohort_to_make(world, draft)
    made = await work.set_up.add_cohort(cohort)
    await work.audit.note(AuditEntry(at, by, Deed.COHORT_MADE, cohort.name, cohort_changes(None, cohort)))
    return replace(plan, after=replace(plan.after, cohort_id=made))


async def _lock(work: UnitOfWork, draft: Draft) -> None:
    """Lock everybody whom a draft may place, move or take off."""
    rotations = [each for each in (draft.rotation.id, draft.copied_from) if each]
    await lock_students(work, draft.students | draft.preceptors | draft.taken_off, rotations)


def _is_known(world: World, calendar_code: str) -> bool:
    country = calendar_code.partition("-")[0]
    return world.calendars is not None and country in {each.code for each in world.calendars.countries()}


async def _weighed(world: World, work: UnitOfWork, draft: Draft, plan: Plan, *, at: datetime) -> Weighed:
    people, after = plan.people, plan.after
    shown = after or plan.before or draft.rotation
    names = await cohort_names(work) | {CohortId(NEW): draft.new_cohort}
    rosters = await read_rosters(world, work, today=at.date(), since=at.date())
    before = plan.before
    leaving = [before] if before and after and before.cohort_id != after.cohort_id else []
    return Weighed(
        draft=draft,
        name=shown.name,
        changes=(*changes_in(world, plan, names), *_first_digest(world, draft)),
        effects=effects_of(world, plan, at=at),
        students=len(people.staying | people.joining),
        absent=people.absent,
        cohort=names[shown.cohort_id],
        pool=_pool_then(rosters, shown, people),
        needed=world.program.smallest_group + SPARE_STUDENTS,
        keeps_no_holiday=plan.before is None and after is not None and not after.holidays,
        behind=await left_behind(work, rosters, leaving, on=at.date()),
    )


def _first_digest(world: World, draft: Draft) -> Iterable[Change]:
    """When the digest of a cohort comes that is made with its rotation: nobody filled that in."""
    told = cohort_changes(None, cohort_to_make(world, draft)) if draft.new_cohort else ()
    return (each for each in told if each.what == DIGEST)


def _pool_then(rosters: Rosters, after: Rotation, people: Moves) -> int:
    """How many students the cohort has then, counted as on the desk."""
    there = people.staying | people.joining if after.last_day >= rosters.today else frozenset()
    return rosters.size_with(after.cohort_id, there - people.joining_preceptors, of=[after.id])
