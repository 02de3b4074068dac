"""What a draft comes to: a plan, or what stands in its way."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.audit import Change
from bot.domain.errors import (
    CohortLeftBehind,
    NameTaken,
    NoSuchCalendar,
    OverAlready,
    RotationGone,
    SetUpRefused,
    StudentsNotCopied,
)
from bot.domain.people import Cohort, CohortId, Role, Rotation, RotationId
from bot.domain.set_up import (
    NEW,
    Draft,
    Field,
    Problems,
    changes,
    cohort_problems,
    in_its_own_words,
    problems_of,
    proposed_cohort_named,
    typed_over,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.rosters import read_rosters
from bot.flows.set_up.clashes import clash_of
from bot.flows.set_up.moves import Plan, everybody_leaves, moves_of, span
from bot.flows.set_up.outcomes import Clash, CohortChoice, Outdated, Refused, RotationForm
from bot.flows.steps import is_left_behind


async def rotation_there(work: UnitOfWork, rotation: RotationId) -> Rotation:
    """A rotation by its id. Raises RotationGone."""
    found = await work.set_up.rotation(rotation)
    if found is None:
        raise RotationGone
    return found


async def cohort_names(work: UnitOfWork) -> dict[CohortId, str]:
    """The names of all cohorts."""
    return {each.id: each.name for each in await work.people.cohorts()}


def cohort_to_make(world: World, draft: Draft) -> Cohort:
    """The cohort that is made with a draft's rotation, where there is none yet."""
    return proposed_cohort_named(draft.new_cohort, draft.rotation.zone, world.program)


async def form_for(
    world: World, work: UnitOfWork, draft: Draft, *, at: datetime, differs: tuple[Change, ...] | None = None
) -> RotationForm:
    """A form as a draft fills it in."""
    placed = await work.set_up.placed_in([draft.rotation.id])
    source = await work.set_up.rotation(draft.copied_from) if draft.copied_from else None
    sizes = (await read_rosters(world, work, today=at.date(), since=at.date())).sizes()
    known, country = world.calendars, draft.rotation.calendar.partition("-")[0]
    return RotationForm(
        draft=draft,
        cohorts=tuple(CohortChoice(each.id, each.name, sizes.get(each.id, 0)) for each in await work.people.cohorts()),
        countries=known.countries() if known else (),
        states=known.states(country) if known and country else (),
        students=sum(each.role is Role.STUDENT for each in placed),
        preceptors=tuple(each.person for each in placed if each.role is Role.PRECEPTOR),
        copies=source.name if source else "",
        differs=differs,
    )


async def plan_for(world: World, work: UnitOfWork, draft: Draft, *, at: datetime) -> Plan | Clash | Refused | Outdated:
    """The plan that a draft comes to, or what stands in its way. Raises RotationGone."""
    before = None if draft.is_new else await rotation_there(work, draft.rotation.id)
    if before is not None and before.edition != draft.rotation.edition:
        return await _outdated(world, work, draft, before, at=at)
    if draft.rotation.cohort_id not in {NEW, *await cohort_names(work)}:
        # Somebody has removed it since the form was opened.
        raise RotationGone
    today = calendar.local_date(at, (before or draft.rotation).zone)
    if before is not None and draft.ends and not before.begun_by(today):
        return Plan(before, None, await everybody_leaves(work, before))
    try:
        after = _completed(world, as_it_began(draft, before), before)
    except NoSuchCalendar as error:
        return Refused({Field.COUNTRY: error})
    problems = await _problems(world, work, draft, after, before, today=today)
    if problems:
        return Refused(problems)
    people = await moves_of(world, work, draft)
    clash = await clash_of(world, work, draft, people, after, before, today=today)
    return clash or Plan(before, after, people)


async def _outdated(world: World, work: UnitOfWork, draft: Draft, stands: Rotation, *, at: datetime) -> Outdated:
    typed = typed_over(stands, draft.rotation, draft.touched)
    with suppress(NoSuchCalendar):
        # Holidays are worked out and not filled in.
        typed = _completed(world, typed, stands)
    differs = changes(stands, typed, program=world.program, cohorts=await cohort_names(work))
    return Outdated(await form_for(world, work, replace(draft, rotation=typed), at=at, differs=differs))


def as_it_began(draft: Draft, before: Rotation | None) -> Rotation:
    """The rotation of a draft, which knows whether it had begun; and one that ends before the first day that it was
    moved to has no other day any more."""
    rotation = replace(draft.rotation, has_begun=before is not None and before.has_begun)
    return replace(rotation, first_day=min(rotation.first_day, rotation.last_day)) if draft.ends else rotation


def _completed(world: World, rotation: Rotation, before: Rotation | None) -> Rotation:
    """The rotation with the holidays of its calendar: as they were kept, unless the calendar or the days changed.
    Raises NoSuchCalendar."""
    own = in_its_own_words(rotation, world.program)
    if before is not None and span(before) == span(own):
        return replace(own, holidays=before.holidays)
    if not own.calendar:
        return replace(own, holidays=())
    if world.calendars is None:
        raise NoSuchCalendar
    return replace(own, holidays=world.calendars.days(own.calendar, own.first_day, own.last_day))


async def _problems(
    world: World, work: UnitOfWork, draft: Draft, after: Rotation, before: Rotation | None, *, today: date
) -> Problems:
    found = {**problems_of(after, before, program=world.program, today=today)}
    if before is not None and before.is_over(today):
        found |= _problems_of_what_is_over(draft, after, before)
    if after.cohort_id == NEW and (wrong := cohort_problems(cohort_to_make(world, draft), program=world.program)):
        found[Field.NEW_COHORT] = next(iter(wrong.values()))
    if draft.ends:
        # Whatever else has become wrong with it, it may end.
        return {name: error for name, error in found.items() if name == Field.LAST_DAY}
    if Role.STUDENT in draft.copied and draft.copied_from is not None:
        source = await rotation_there(work, draft.copied_from)
        if source.is_over(today):
            found[Field.STUDENTS] = StudentsNotCopied(name=source.name)
    return {**found, **await _problems_around(world, work, after, before, today=today)}


def _problems_of_what_is_over(draft: Draft, after: Rotation, before: Rotation) -> dict[str, SetUpRefused]:
    """Nobody joins or leaves what is over. Marks have faded there, so whether somebody is in it would tell who had
    everything deleted, and so would their days beside those of others."""
    is_other = {
        Field.STUDENTS: bool(draft.students | draft.preceptors | draft.taken_off),
        Field.LAST_DAY: (before.first_day, before.last_day) != (after.first_day, after.last_day),
        Field.COHORT: before.cohort_id != after.cohort_id,
    }
    return {field: OverAlready(name=before.name) for field, is_so in is_other.items() if is_so}


async def _problems_around(
    world: World, work: UnitOfWork, after: Rotation, before: Rotation | None, *, today: date
) -> dict[str, SetUpRefused]:
    """What stands in the way of a rotation beside others."""
    found: dict[str, SetUpRefused] = {}
    named = await work.people.rotation_named(after.name)
    if named is not None and (before is None or named.id != before.id):
        found[Field.NAME] = NameTaken(example=f"{after.name}, {after.first_day:%b} {after.first_day.day}")
    moves = before is not None and before.cohort_id != after.cohort_id
    if before is not None and moves and await is_left_behind(world, work, [before], on=today):
        found[Field.COHORT] = CohortLeftBehind(cohort=(await cohort_names(work))[before.cohort_id])
    return found
