"""A coordinator makes, changes, copies or ends a rotation: first what that changes is said, then it is done."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.domain.anonymity import SPARE_STUDENTS, still_pooled_since
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.errors import (
    CohortLeftBehind,
    NameTaken,
    NoSuchCalendar,
    OverAlready,
    RotationGone,
    SetUpRefused,
    StudentsNotCopied,
)
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import (
    DIGEST,
    FIRST_ZONE,
    NEW,
    Draft,
    Effects,
    Field,
    Problems,
    beside_last_block,
    changes,
    cohort_changes,
    cohort_problems,
    copied_block,
    copied_rotation,
    effects,
    in_its_own_words,
    last_block,
    problems_of,
    proposed_cohort,
    proposed_cohort_named,
    proposed_rotation,
    typed_over,
)
from bot.flows.ports import CalendarName, UnitOfWork, World
from bot.flows.records import Placement
from bot.flows.rosters import read_rosters
from bot.flows.steps import follow_set_up, is_left_behind, known_as, lock_students, marks_of, tried_twice
from bot.flows.who_may import require_in


@dataclass(frozen=True, slots=True)
class CohortChoice:
    """A cohort that a rotation can be in, with how many students it has on its roster now or later."""

    id: CohortId
    name: str
    students: int


@dataclass(frozen=True, slots=True)
class RotationForm:
    """What the form shows: a draft, and what can be chosen. `students` is how many are placed in the rotation, and
    `preceptors` are those who are; `copies` is the rotation that it was copied from. `differs` is what the draft says
    otherwise than somebody else has written down meanwhile; None where nobody has."""

    draft: Draft
    cohorts: tuple[CohortChoice, ...]
    countries: tuple[CalendarName, ...] = ()
    states: tuple[CalendarName, ...] = ()
    students: int = 0
    preceptors: tuple[PersonId, ...] = ()
    copies: str = ""
    differs: tuple[Change, ...] | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a draft would change. Every number is counted on the roster: `students` are those in the rotation then, and
    `absent` those who were to be taken off and are not there. `pool` is how many students the cohort has then, where a
    full digest needs `needed`. `keeps_no_holiday` is said of a new rotation only."""

    draft: Draft
    name: str
    changes: tuple[Change, ...]
    effects: Effects
    students: int
    absent: int
    cohort: str
    pool: int
    needed: int
    keeps_no_holiday: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """People who can't be placed like this: `named` are those who were picked, with the rotation that stands in the
    way and whether it does by their role there; of all others it is `counted` how many are in which rotation, and
    likewise by which rotation they would have two roles."""

    named: tuple[tuple[PersonId, Rotation, bool], ...]
    counted: tuple[tuple[str, int], ...]
    counted_by_role: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in the way, by field."""

    problems: Problems


@dataclass(frozen=True, slots=True)
class Outdated:
    """Somebody else has changed the rotation meanwhile: the form as it was filled in, beside what stands now."""

    form: RotationForm


@dataclass(frozen=True, slots=True)
class Done:
    """It is as the draft says."""

    rotation: RotationId


@dataclass(frozen=True, slots=True)
class _People:
    """Who of a rotation stays, who joins it and who leaves it."""

    staying: frozenset[PersonId]
    joining: frozenset[PersonId]
    leaving: frozenset[PersonId]
    preceptors: frozenset[PersonId]
    joining_preceptors: frozenset[PersonId]
    leaving_preceptors: frozenset[PersonId]
    absent: int

    @property
    def is_moved(self) -> bool:
        """Whether anybody joins or leaves."""
        return bool(self.joining or self.leaving or self.joining_preceptors or self.leaving_preceptors)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written: `after` is None for a rotation that never begins."""

    before: Rotation | None
    after: Rotation | None
    people: _People


async def rotation_form(world: World, rotation: RotationId, *, at: datetime) -> RotationForm:
    """The form of a rotation as it stands. Raises RotationGone."""
    async with world.open_work() as work:
        found = await _found(work, rotation)
        return await _form(world, work, Draft(found), at=at)


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
        return await _form(world, work, Draft(proposed), at=at)


async def copy_form(world: World, rotation: RotationId, *, at: datetime) -> RotationForm:
    """A form for the same rotation in the next block, with its preceptors. Raises RotationGone."""
    async with world.open_work() as work:
        found = await _found(work, rotation)
        draft = Draft(copied_rotation(found), copied_from=found.id, copied=frozenset({Role.PRECEPTOR}))
        return await _form(world, work, draft, at=at)


@dataclass(frozen=True, slots=True)
class Block:
    """The next block of a cohort: copies of some rotations, and who of them stays together. `editions` are those in
    which the rotations were looked at; empty where they were not."""

    cohort: CohortId
    copied: tuple[RotationId, ...]
    roles: frozenset[Role]
    editions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighedBlock:
    """What the next block would be, as many students as it would have, and what is planned for them. `is_other` where
    somebody has changed one of the rotations since it was looked at. `left_out` are those of the cohort that ended
    lately, but before its last week."""

    block: Block
    cohort: str
    rotations: tuple[Rotation, ...]
    students: int
    effects: Effects
    is_other: bool = False
    left_out: tuple[Rotation, ...] = ()


async def next_block(world: World, cohort: CohortId, *, at: datetime) -> WeighedBlock | Clash | Refused:
    """The block after a cohort's last one, with its preceptors. Raises RotationGone where there is none."""
    async with world.open_work() as work:
        last = last_block(await work.people.rotations_in(cohort))
    block = Block(cohort, tuple(each.id for each in last), frozenset({Role.PRECEPTOR}))
    return await weigh_block(world, block, at=at)


async def weigh_block(world: World, block: Block, *, at: datetime) -> WeighedBlock | Clash | Refused:
    """What a block would be, or what stands in its way. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        planned = await _block_plans(world, work, block, at=at)
        return await _weighed_block(world, work, block, planned, at=at) if isinstance(planned, list) else planned


async def _weighed_block(
    world: World, work: UnitOfWork, block: Block, planned: Sequence[tuple[Draft, _Plan]], *, at: datetime
) -> WeighedBlock:
    names, plans = await _names(work), [plan for _, plan in planned]
    editions, there = await _editions(work, block), await work.people.rotations_in(block.cohort)
    return WeighedBlock(
        block=replace(block, editions=editions),
        cohort=names[block.cohort],
        rotations=tuple(plan.after for plan in plans if plan.after is not None),
        students=sum(len(plan.people.joining) for plan in plans),
        effects=sum((_effects(world, plan, at=at) for plan in plans), Effects()),
        is_other=block.editions not in ((), editions),
        left_out=beside_last_block([each for each in there if each.id in block.copied], there),
    )


async def _editions(work: UnitOfWork, block: Block) -> tuple[int, ...]:
    return tuple([(await _found(work, each)).edition for each in block.copied])


@tried_twice
async def save_block(
    world: World, block: Block, *, by: PersonId, at: datetime
) -> Done | WeighedBlock | Clash | Refused:
    """Make all rotations of a block, or none of them; what is there already from a first time stays. Where it would be
    another block than the one that was looked at, that is returned. Raises RotationGone and NotACoordinator."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        await lock_students(work, (), block.copied)
        planned = await _block_plans(world, work, block, at=at)
        if not isinstance(planned, list):
            return planned
        if planned and block.editions not in ((), await _editions(work, block)):
            return await _weighed_block(world, work, block, planned, at=at)
        for draft, plan in planned:
            await _write(work, plan, at=at)
            await work.audit.note(await _entry(world, work, draft, plan, by=by, at=at))
            await follow_set_up(world, work, plan.people.joining, at=at)
        await work.commit()
    return Done(block.copied[0])


async def _block_plans(
    world: World, work: UnitOfWork, block: Block, *, at: datetime
) -> list[tuple[Draft, _Plan]] | Clash | Refused:
    """What is to be written of a block. A copy that is there already, as it would be, is left out."""
    found = []
    copies = copied_block([await _found(work, rotation) for rotation in block.copied])
    for rotation, copy in zip(block.copied, copies, strict=True):
        draft = Draft(copy, copied_from=rotation, copied=block.roles)
        plan = None if await _done_already(world, work, draft) else await _planned(world, work, draft, at=at)
        if isinstance(plan, Clash | Refused):
            return plan
        if isinstance(plan, _Plan):
            found.append((draft, plan))
    if not block.copied:
        raise RotationGone
    return found


async def form_of(world: World, draft: Draft, *, at: datetime) -> RotationForm:
    """The form in which a draft was filled in, as it was. Raises RotationGone."""
    async with world.open_work() as work:
        return await _form(world, work, draft, at=at)


async def weigh_rotation(world: World, draft: Draft, *, at: datetime) -> Weighed | Clash | Refused | Outdated:
    """What a draft would change, or what stands in its way. Nothing is written. Raises RotationGone."""
    async with world.open_work() as work:
        draft = await _in_its_cohort(work, draft)
        plan = await _planned(world, work, draft, at=at)
        return await _weighed(world, work, draft, plan, at=at) if isinstance(plan, _Plan) else plan


@tried_twice
async def save_rotation(world: World, draft: Draft, *, by: PersonId, at: datetime) -> Done | Clash | Refused | Outdated:
    """Do what a draft says, as a whole or not at all, and let what is planned follow; a second time changes nothing.
    Raises RotationGone."""
    async with world.open_work() as work:
        await work.set_up.hold()
        await require_in(world, work, by, Action.SET_UP, at=at)
        await _lock(work, draft)
        draft = await _in_its_cohort(work, draft)
        if (done := await _done_already(world, work, draft)) is not None:
            return done
        plan = await _planned(world, work, draft, at=at)
        if not isinstance(plan, _Plan):
            return plan
        plan = await _with_its_cohort(world, work, draft, plan, by=by, at=at)
        written = await _write(work, plan, at=at)
        await work.audit.note(await _entry(world, work, draft, plan, by=by, at=at))
        await follow_set_up(world, work, plan.people.staying | plan.people.joining | plan.people.leaving, at=at)
        await work.commit()
    return Done(written)


async def _in_its_cohort(work: UnitOfWork, draft: Draft) -> Draft:
    """The draft in the cohort that was to be made with it, where that is there by now."""
    there = [each for each, name in (await _names(work)).items() if name == draft.new_cohort]
    return replace(draft, rotation=replace(draft.rotation, cohort_id=there[0]), new_cohort="") if there else draft


async def _with_its_cohort(
    world: World, work: UnitOfWork, draft: Draft, plan: _Plan, *, by: PersonId, at: datetime
) -> _Plan:
    """The plan in a cohort that is made for it, where there is none yet."""
    if plan.after is None or plan.after.cohort_id != NEW:
        return plan
    cohort = _new_cohort(world, draft)
    made = await work.set_up.add_cohort(cohort)
    await work.audit.note(AuditEntry(at, by, Deed.COHORT_MADE, cohort.name, cohort_changes(None, cohort)))
    return replace(plan, after=replace(plan.after, cohort_id=made))


def _new_cohort(world: World, draft: Draft) -> Cohort:
    return proposed_cohort_named(draft.new_cohort, draft.rotation.zone, world.program)


async def _lock(work: UnitOfWork, draft: Draft) -> None:
    """Lock everybody whom a draft may place, move or take off."""
    rotations = [each for each in (draft.rotation.id, draft.copied_from) if each]
    await lock_students(work, draft.students | draft.preceptors | draft.taken_off, rotations)


def _is_known(world: World, calendar_code: str) -> bool:
    country = calendar_code.partition("-")[0]
    return world.calendars is not None and country in {each.code for each in world.calendars.countries()}


async def _found(work: UnitOfWork, rotation: RotationId) -> Rotation:
    found = await work.set_up.rotation(rotation)
    if found is None:
        raise RotationGone
    return found


async def _form(
    world: World, work: UnitOfWork, draft: Draft, *, at: datetime, differs: tuple[Change, ...] | None = None
) -> RotationForm:
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


async def _planned(world: World, work: UnitOfWork, draft: Draft, *, at: datetime) -> _Plan | Clash | Refused | Outdated:
    before = None if draft.is_new else await _found(work, draft.rotation.id)
    if before is not None and before.edition != draft.rotation.edition:
        return await _outdated(world, work, draft, before, at=at)
    today = calendar.local_date(at, (before or draft.rotation).zone)
    if before is not None and draft.ends and not before.begun_by(today):
        return _Plan(before, None, await _everybody_leaves(work, before))
    try:
        after = _completed(world, _as_it_began(draft, before), before)
    except NoSuchCalendar as error:
        return Refused({Field.COUNTRY: error})
    problems = await _problems(world, work, draft, after, before, today=today)
    if problems:
        return Refused(problems)
    people = await _people(world, work, draft)
    clash = await _clash(world, work, draft, people, after, before, today=today)
    return clash or _Plan(before, after, people)


async def _outdated(world: World, work: UnitOfWork, draft: Draft, stands: Rotation, *, at: datetime) -> Outdated:
    typed = typed_over(stands, draft.rotation, draft.touched)
    with suppress(NoSuchCalendar):
        # Holidays are worked out and not filled in.
        typed = _completed(world, typed, stands)
    differs = changes(stands, typed, program=world.program, cohorts=await _names(work))
    return Outdated(await _form(world, work, replace(draft, rotation=typed), at=at, differs=differs))


def _as_it_began(draft: Draft, before: Rotation | None) -> Rotation:
    """The rotation of a draft, which knows whether it had begun; and one that ends before the first day that it was
    moved to has no other day any more."""
    rotation = replace(draft.rotation, has_begun=before is not None and before.has_begun)
    return replace(rotation, first_day=min(rotation.first_day, rotation.last_day)) if draft.ends else rotation


def _completed(world: World, rotation: Rotation, before: Rotation | None) -> Rotation:
    """The rotation with the holidays of its calendar: as they were kept, unless the calendar or the days changed.
    Raises NoSuchCalendar."""
    own = in_its_own_words(rotation, world.program)
    if before is not None and _span(before) == _span(own):
        return replace(own, holidays=before.holidays)
    if not own.calendar:
        return replace(own, holidays=())
    if world.calendars is None:
        raise NoSuchCalendar
    return replace(own, holidays=world.calendars.days(own.calendar, own.first_day, own.last_day))


def _span(rotation: Rotation) -> tuple[str, date, date]:
    return rotation.calendar, rotation.first_day, rotation.last_day


async def _problems(
    world: World, work: UnitOfWork, draft: Draft, after: Rotation, before: Rotation | None, *, today: date
) -> Problems:
    found = {**problems_of(after, before, program=world.program, today=today)}
    if before is not None and before.is_over(today):
        found |= _problems_of_what_is_over(draft, after, before)
    if after.cohort_id == NEW and (wrong := cohort_problems(_new_cohort(world, draft), program=world.program)):
        found[Field.NEW_COHORT] = next(iter(wrong.values()))
    if draft.ends:
        # Whatever else has become wrong with it, it may end.
        return {name: error for name, error in found.items() if name == Field.LAST_DAY}
    if Role.STUDENT in draft.copied and draft.copied_from is not None:
        source = await _found(work, draft.copied_from)
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
        found[Field.COHORT] = CohortLeftBehind(cohort=(await _names(work))[before.cohort_id])
    return found


async def _people(world: World, work: UnitOfWork, draft: Draft) -> _People:
    """Who joins and who leaves. Whoever had everything deleted is placed by a mark: they are counted like anybody, and
    nobody can see by this form that they are gone."""
    placed = await work.set_up.placed_in([draft.rotation.id])
    source = await work.set_up.placed_in([draft.copied_from]) if draft.copied_from else ()
    marks = await work.people.marks()
    gone = {person: {person, *marks_of(world, person)} for person in draft.taken_off}
    there, teaching = _in_role(placed, Role.STUDENT), _in_role(placed, Role.PRECEPTOR)
    leaving = frozenset(each for ids in gone.values() for each in ids)
    picked = frozenset(_as_placed(world, person, marks) for person in draft.students)
    copied = _in_role(source, Role.STUDENT) if Role.STUDENT in draft.copied else frozenset()
    taught = _in_role(source, Role.PRECEPTOR) if Role.PRECEPTOR in draft.copied else frozenset()
    return _People(
        staying=there - leaving,
        joining=(picked | copied) - there - leaving,
        leaving=there & leaving,
        preceptors=teaching - leaving,
        joining_preceptors=(draft.preceptors | taught) - teaching - leaving,
        leaving_preceptors=teaching & leaving,
        absent=sum(ids.isdisjoint(there | teaching) for ids in gone.values()),
    )


async def _everybody_leaves(work: UnitOfWork, rotation: Rotation) -> _People:
    placed, nobody = await work.set_up.placed_in([rotation.id]), frozenset[PersonId]()
    there, teaching = _in_role(placed, Role.STUDENT), _in_role(placed, Role.PRECEPTOR)
    return _People(nobody, nobody, there, nobody, nobody, teaching, absent=0)


def _in_role(placed: Iterable[Placement], role: Role) -> frozenset[PersonId]:
    return frozenset(each.person for each in placed if each.role is role)


def _as_placed(world: World, person: PersonId, marks: frozenset[PersonId]) -> PersonId:
    return next((mark for mark in marks_of(world, person) if mark in marks), person)


@dataclass(frozen=True, slots=True)
class _InTheWay:
    """A placement that stands in somebody's way, and whether it does by the role."""

    placed: Placement
    by_role: bool


async def _clash(
    world: World,
    work: UnitOfWork,
    draft: Draft,
    people: _People,
    after: Rotation,
    before: Rotation | None,
    *,
    today: date,
) -> Clash | None:
    """Who would be in two rotations on one day, or student and preceptor of one cohort."""
    # Whoever is picked is the same person by their id and by the mark that they may have left, in any role.
    whose = known_as(world, draft.students | draft.preceptors | people.preceptors | people.joining_preceptors)

    def themselves(some: Iterable[PersonId]) -> frozenset[PersonId]:
        return frozenset(whose.get(each, each) for each in some)

    moves = before is not None and (_span(before)[1:] != _span(after)[1:] or before.cohort_id != after.cohort_id)
    staying, joining = themselves(people.staying), people.joining_preceptors
    students = themselves(people.joining) | (staying if moves else frozenset())
    preceptors = joining | (people.preceptors if moves else frozenset())
    both = [Placement(person, Role.PRECEPTOR, after) for person in students & (joining | people.preceptors)]
    both += [Placement(person, Role.STUDENT, after) for person in staying & joining]
    found = [_InTheWay(each, by_role=True) for each in both]
    for each in await work.set_up.placements_of({*students, *preceptors, *whose}):
        placed = replace(each, person=whose.get(each.person, each.person))
        if placed.rotation.id == after.id:
            continue
        if placed.person in students and _overlaps(placed, after, today=today):
            found.append(_InTheWay(placed, by_role=False))
        elif _other_role(placed, after, students, preceptors, today=today):
            found.append(_InTheWay(placed, by_role=True))
    return _told(found, draft.students | draft.preceptors)


def _overlaps(placed: Placement, after: Rotation, *, today: date) -> bool:
    """Whether somebody is a student elsewhere on the same days. Nobody looks where that is over: marks have faded."""
    other = placed.rotation
    if placed.role is not Role.STUDENT or other.is_over(today):
        return False
    return other.first_day <= after.last_day and after.first_day <= other.last_day


def _other_role(
    placed: Placement, after: Rotation, students: frozenset[PersonId], preceptors: frozenset[PersonId], *, today: date
) -> bool:
    """Whether somebody has the other role in the same cohort: a preceptor as long as its digests go on, a student as
    long as marks last."""
    other = placed.rotation
    since = still_pooled_since(today) if placed.role is Role.PRECEPTOR else today
    if other.cohort_id != after.cohort_id or other.last_day < since:
        return False
    return placed.person in (students if placed.role is Role.PRECEPTOR else preceptors)


def _told(found: Sequence[_InTheWay], picked: frozenset[PersonId]) -> Clash | None:
    """Only whoever was picked is named: the others may have had everything deleted, and have no names here."""
    counted: dict[tuple[str, bool], set[PersonId]] = {}
    for each in found:
        if each.placed.person not in picked:
            counted.setdefault((each.placed.rotation.name, each.by_role), set()).add(each.placed.person)
    named = {
        (each.placed.person, each.placed.rotation.name): (each.placed.person, each.placed.rotation, each.by_role)
        for each in found
        if each.placed.person in picked
    }
    by_days, by_role = (
        tuple((name, len(people)) for (name, is_role), people in counted.items() if is_role is wanted)
        for wanted in (False, True)
    )
    return Clash(tuple(named.values()), by_days, by_role) if found else None


async def _weighed(world: World, work: UnitOfWork, draft: Draft, plan: _Plan, *, at: datetime) -> Weighed:
    people, after = plan.people, plan.after
    shown = after or plan.before or draft.rotation
    names = await _names(work) | {CohortId(NEW): draft.new_cohort}
    return Weighed(
        draft=draft,
        name=shown.name,
        changes=(*_changes(world, plan, names), *_first_digest(world, draft)),
        effects=_effects(world, plan, at=at),
        students=len(people.staying | people.joining),
        absent=people.absent,
        cohort=names[shown.cohort_id],
        pool=await _pool_then(world, work, shown, people, today=at.date()),
        needed=world.program.smallest_group + SPARE_STUDENTS,
        keeps_no_holiday=plan.before is None and after is not None and not after.holidays,
    )


def _first_digest(world: World, draft: Draft) -> Iterable[Change]:
    """When the digest of a cohort comes that is made with its rotation: nobody filled that in."""
    told = cohort_changes(None, _new_cohort(world, draft)) if draft.new_cohort else ()
    return (each for each in told if each.what == DIGEST)


async def _pool_then(world: World, work: UnitOfWork, after: Rotation, people: _People, *, today: date) -> int:
    """How many students the cohort has then, counted as on the desk."""
    rosters = await read_rosters(world, work, today=today, since=today)
    there = people.staying | people.joining if after.last_day >= today else frozenset()
    return rosters.size_with(after.cohort_id, there - people.joining_preceptors, of=[after.id])


def _effects(world: World, plan: _Plan, *, at: datetime) -> Effects:
    before, after, people = plan.before, plan.after, plan.people
    staying = effects(before, after, program=world.program, at=at).for_students(len(people.staying))
    joining = effects(None, after, program=world.program, at=at).for_students(len(people.joining))
    leaving = effects(before, None, program=world.program, at=at).for_students(len(people.leaving))
    return staying + joining + leaving


def _changes(world: World, plan: _Plan, names: Mapping[CohortId, str]) -> tuple[Change, ...]:
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


async def _done_already(world: World, work: UnitOfWork, draft: Draft) -> Done | None:
    """Whether everything is as the draft says, most likely because it was sent twice."""
    stands = await work.people.rotation_named(draft.rotation.name)
    if stands is None or (not draft.is_new and stands.id != draft.rotation.id):
        return None
    same = replace(stands, id=draft.rotation.id, edition=draft.rotation.edition)
    if stands.edition == draft.rotation.edition and not draft.is_new:
        return None
    people = await _people(world, work, replace(draft, rotation=replace(draft.rotation, id=stands.id)))
    wanted = replace(_as_it_began(draft, stands), holidays=stands.holidays)
    is_same = same == in_its_own_words(wanted, world.program)
    return Done(stands.id) if is_same and not people.is_moved else None


async def _write(work: UnitOfWork, plan: _Plan, *, at: datetime) -> RotationId:
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


async def _entry(
    world: World, work: UnitOfWork, draft: Draft, plan: _Plan, *, by: PersonId, at: datetime
) -> AuditEntry:
    shown = plan.after or plan.before or draft.rotation
    return AuditEntry(at, by, _deed(draft), shown.name, _changes(world, plan, await _names(work)))


def _deed(draft: Draft) -> Deed:
    if draft.ends:
        return Deed.ROTATION_ENDED
    if draft.copied_from is not None:
        return Deed.ROTATION_COPIED
    return Deed.ROTATION_MADE if draft.is_new else Deed.ROTATION_CHANGED


async def _names(work: UnitOfWork) -> dict[CohortId, str]:
    return {each.id: each.name for each in await work.people.cohorts()}
