"""A coordinator makes or changes a cohort, or pools rotations of others in it: first what that changes is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.errors import CohortLeftBehind, NameTaken, RotationGone, SetUpRefused
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import (
    FIRST_ZONE,
    CohortDraft,
    Field,
    Problems,
    cohort_changes,
    cohort_problems,
    proposed_cohort_named,
    typed_over,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import Placement
from bot.flows.rosters import read_rosters
from bot.flows.set_up.leaving import NOTHING_LEFT, LeftBehind, by_cohort, left_behind
from bot.flows.steps import follow_set_up, is_left_behind, lock_students, tried_twice
from bot.flows.who_may import require_in

MOST_CHOICES = 100
"""What one of Slack's menus holds."""


@dataclass(frozen=True, slots=True)
class RotationChoice:
    """A rotation of another cohort that could be pooled here."""

    id: RotationId
    name: str
    cohort: str


@dataclass(frozen=True, slots=True)
class CohortForm:
    """What the form shows: a draft, the rotations that are in the cohort and those that could be. `students` is how
    many the cohort has on its roster now or later, where a full digest needs `needed`. `differs` is what the draft says
    otherwise than somebody else has written down meanwhile; None where nobody has."""

    draft: CohortDraft
    rotations: tuple[str, ...]
    choices: tuple[RotationChoice, ...]
    students: int
    needed: int
    differs: tuple[Change, ...] | None = None


@dataclass(frozen=True, slots=True)
class WeighedCohort:
    """What a draft would change. `students` is how many the cohort has on its roster then."""

    draft: CohortDraft
    changes: tuple[Change, ...]
    students: int
    needed: int
    behind: LeftBehind = NOTHING_LEFT


@dataclass(frozen=True, slots=True)
class CohortRefused:
    """What stands in the way, by field."""

    problems: Problems


@dataclass(frozen=True, slots=True)
class CohortOutdated:
    """Somebody else has changed the cohort meanwhile: the form as it was filled in, beside what stands now."""

    form: CohortForm


@dataclass(frozen=True, slots=True)
class CohortDone:
    """It is as the draft says."""

    cohort: CohortId


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written, and which rotations join."""

    before: Cohort | None
    after: Cohort
    joining: tuple[Rotation, ...]


async def cohort_form(world: World, cohort: CohortId, *, at: datetime) -> CohortForm:
    """The form of a cohort as it stands. Raises RotationGone."""
    async with world.open_work() as work:
        found = (await work.people.cohorts_among([cohort])).get(cohort)
        if found is None:
            raise RotationGone
        return await _form(world, work, CohortDraft(found), on=at.date())


async def new_cohort_form(world: World, *, at: datetime) -> CohortForm:
    """A form for a new cohort, with the program's digest day and time, in the zone of the newest cohort."""
    async with world.open_work() as work:
        there = await work.people.cohorts()
        zone = there[-1].zone if there else ZoneInfo(FIRST_ZONE)
        return await _form(world, work, CohortDraft(proposed_cohort_named("", zone, world.program)), on=at.date())


async def weigh_cohort(
    world: World, draft: CohortDraft, *, at: datetime
) -> WeighedCohort | CohortRefused | CohortOutdated:
    """What a draft would change, or what stands in its way. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        plan = await _planned(world, work, draft, on=at.date())
        return await _weighed(world, work, draft, plan, on=at.date()) if isinstance(plan, _Plan) else plan


@tried_twice
async def save_cohort(
    world: World, draft: CohortDraft, *, by: PersonId, at: datetime
) -> CohortDone | CohortRefused | CohortOutdated:
    """Do what a draft says, as a whole or not at all, and let what is planned follow; a second time changes nothing.
    Raises RotationGone."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        await lock_students(work, (), draft.pooled)
        if (done := await _done_already(work, draft, on=at.date())) is not None:
            return done
        plan = await _planned(world, work, draft, on=at.date())
        if not isinstance(plan, _Plan):
            return plan
        cohort = await _write(world, work, plan, at=at)
        deed = Deed.COHORT_MADE if draft.is_new else Deed.COHORT_CHANGED
        await work.audit.note(AuditEntry(at, by, deed, plan.after.name, _changes(plan)))
        await work.commit()
    return CohortDone(cohort)


async def _form(
    world: World, work: UnitOfWork, draft: CohortDraft, *, on: date, differs: tuple[Change, ...] | None = None
) -> CohortForm:
    sizes = (await read_rosters(world, work, today=on, since=on)).sizes()
    return CohortForm(
        draft=draft,
        rotations=tuple(each.name for each in await work.people.rotations_in(draft.cohort.id) if each.last_day >= on),
        choices=await _choices(work, draft.cohort.id, on=on),
        students=sizes.get(draft.cohort.id, 0),
        needed=world.program.smallest_group + SPARE_STUDENTS,
        differs=differs,
    )


async def _choices(work: UnitOfWork, cohort: CohortId, *, on: date) -> tuple[RotationChoice, ...]:
    """The rotations of other cohorts that have not ended and have students, by name."""
    names = {each.id: each.name for each in await work.people.cohorts()}
    found = [each for each, _ in await work.people.placed(since=on, until=date.max) if each.cohort_id != cohort]
    named = [RotationChoice(each.id, each.name, names[each.cohort_id]) for each in found]
    return tuple(sorted(named, key=lambda each: each.name))[:MOST_CHOICES]


async def _planned(
    world: World, work: UnitOfWork, draft: CohortDraft, *, on: date
) -> _Plan | CohortRefused | CohortOutdated:
    there = {each.id: each for each in await work.people.cohorts()}
    before = there.get(draft.cohort.id)
    if before is None and not draft.is_new:
        raise RotationGone
    if before is not None and before.edition != draft.cohort.edition:
        typed = typed_over(before, draft.cohort, draft.touched)
        again = replace(draft, cohort=typed)
        return CohortOutdated(await _form(world, work, again, on=on, differs=cohort_changes(before, typed)))
    joining = await _joining(work, draft, on=on)
    problems: dict[str, SetUpRefused] = dict(cohort_problems(draft.cohort, program=world.program))
    if any(each.name == draft.cohort.name and each.id != draft.cohort.id for each in there.values()):
        problems[Field.NAME] = NameTaken(example=f"{draft.cohort.name} {on:%Y}")
    if (left := await _left_behind(world, work, joining, on=on)) is not None:
        problems[Field.POOLED] = CohortLeftBehind(cohort=there[left].name)
    return CohortRefused(problems) if problems else _Plan(before, draft.cohort, joining)


async def _joining(work: UnitOfWork, draft: CohortDraft, *, on: date) -> tuple[Rotation, ...]:
    """The rotations that join. What is over stays where it was."""
    found = [await work.set_up.rotation(each) for each in sorted(draft.pooled)]
    others = (each for each in found if each is not None and each.cohort_id != draft.cohort.id)
    return tuple(each for each in others if not each.is_over(on))


async def _left_behind(world: World, work: UnitOfWork, joining: Sequence[Rotation], *, on: date) -> CohortId | None:
    """A cohort that these rotations can't leave together."""
    for cohort, rotations in by_cohort(joining).items():
        if await is_left_behind(world, work, rotations, on=on):
            return cohort
    return None


async def _weighed(world: World, work: UnitOfWork, draft: CohortDraft, plan: _Plan, *, on: date) -> WeighedCohort:
    joining = [each.id for each in plan.joining if each.last_day >= on]
    joins = _students(await work.set_up.placed_in(joining))
    rosters = await read_rosters(world, work, today=on, since=on)
    return WeighedCohort(
        draft=draft,
        changes=_changes(plan),
        students=rosters.size_with(plan.after.id, joins, of=joining),
        needed=world.program.smallest_group + SPARE_STUDENTS,
        behind=await left_behind(work, rosters, plan.joining, on=on),
    )


def _students(placed: Iterable[Placement]) -> frozenset[PersonId]:
    return frozenset(each.person for each in placed if each.role is Role.STUDENT)


def _changes(plan: _Plan) -> tuple[Change, ...]:
    joined = ", ".join(each.name for each in plan.joining)
    pooled = (Change("Rotations that join", "", joined),) if joined else ()
    return (*cohort_changes(plan.before, plan.after), *pooled)


async def _done_already(work: UnitOfWork, draft: CohortDraft, *, on: date) -> CohortDone | None:
    """Whether everything is as the draft says, most likely because it was sent twice."""
    for stands in await work.people.cohorts():
        same = replace(stands, id=draft.cohort.id, edition=draft.cohort.edition) == draft.cohort
        is_it = draft.is_new or (stands.id == draft.cohort.id and stands.edition != draft.cohort.edition)
        if same and is_it and not await _joining(work, CohortDraft(stands, draft.pooled), on=on):
            return CohortDone(stands.id)
    return None


async def _write(world: World, work: UnitOfWork, plan: _Plan, *, at: datetime) -> CohortId:
    """Write the cohort and let rotations join it. What their students wrote before stays where it was written for."""
    if plan.before is None:
        cohort = await work.set_up.add_cohort(plan.after)
    else:
        cohort = plan.after.id
        await work.set_up.save_cohort(plan.after)
    for rotation in plan.joining:
        await work.set_up.save_rotation(replace(rotation, cohort_id=cohort), at=at)
    placed = await work.set_up.placed_in([each.id for each in plan.joining])
    await follow_set_up(world, work, _students(placed), at=at)
    return cohort
