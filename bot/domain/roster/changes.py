"""What a roster would change of what is there: counted, so that it can be looked at before, and told apart from what
stays."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, product
from typing import Final

from bot.domain.people import Cohort, PersonId, Role, Rotation
from bot.domain.roster.plan import PlannedCohort, PlannedPlacement, PlannedRotation, RosterPlan
from bot.domain.roster.reading import Unclear, refusal
from bot.domain.roster.table import Problem

_ELSEWHERE: Final = (
    "this student is in {other} on the same days. To move them, take them off {other} in its form on Bedside's Home "
    "tab first{or_else}."
)
_MAY_BE_TAKEN_OFF: Final = (
    ", or, only if the file names everybody who is in its rotations, choose to take off people who are missing"
)
_STAYS: Final = (
    "with these days, somebody who stays in {rotation} would be in {other} on the same days. Write days that do not "
    "overlap, or take them off one of the two first."
)
_BOTH_ROLES: Final = (
    "this person is a {role} in {other}, of the same cohort. Nobody reads the digests of students among whom they are: "
    "keep one of the two."
)
_STAYS_IN_BOTH: Final = (
    "in this cohort, somebody who stays in {rotation} would be both student and preceptor. Take them off one of the "
    "two first."
)
_OVER: Final = (
    "{rotation} is over, and who was in it stays as it was. Write another name for what comes now, such as {example}."
)
_NOT_ITS_HOURS: Final = (
    "{column} is not in this rotation's own hours. Write a time from {bounds}, or change its hours first."
)


@dataclass(frozen=True, slots=True)
class There:
    """What is there of a plan's cohorts and rotations, by name, with the name of each rotation's cohort; who is placed
    in these rotations; and in which others their students are. `beside` are all who count in these cohorts at present,
    in any role. `whose` says of marks whose they are, as far as somebody is named who has left one."""

    cohorts: Mapping[str, Cohort] = field(default_factory=dict)
    rotations: Mapping[str, Rotation] = field(default_factory=dict)
    cohort_of: Mapping[str, str] = field(default_factory=dict)
    placements: frozenset[PlannedPlacement] = frozenset()
    elsewhere: tuple[tuple[PersonId, Rotation], ...] = ()
    beside: frozenset[PlannedPlacement] = frozenset()
    whose: Mapping[PersonId, PersonId] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of a cohort or rotation that is another: its column, and how it stands before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people of a role one rotation has before and after, and how many of them come and go."""

    role: Role
    before: int
    after: int
    come: int
    go: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A rotation before, if it is there, and after; and how many students stay in it, come and go."""

    before: Rotation | None
    after: PlannedRotation
    stay: int
    come: int
    go: int


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """What is to be done, `plan`, which holds nothing that stands there already; and the same in numbers. `moved` tells
    how many students go from one rotation to another, `staying` how many people of each rotation stay though the file
    does not name them. `kept` are the channels of cohorts for which the file has none, by the cohort's name.
    `over` are rotations that are over and left alone; `shifts` are all others.
    """

    plan: RosterPlan
    renamed: tuple[tuple[str, str], ...]
    cohorts_made: tuple[str, ...]
    cohorts_changed: tuple[tuple[str, tuple[Difference, ...]], ...]
    rotations_made: tuple[PlannedRotation, ...]
    rotations_changed: tuple[tuple[str, tuple[Difference, ...]], ...]
    people: tuple[tuple[str, tuple[Headcount, ...]], ...]
    moved: tuple[tuple[str, str, int], ...]
    staying: tuple[tuple[str, int], ...]
    kept: tuple[tuple[str, str], ...] = ()
    over: tuple[str, ...] = ()
    shifts: tuple[Shift, ...] = ()

    @property
    def stay(self) -> int:
        """How many people stay in all."""
        return sum(number for _, number in self.staying)

    @property
    def is_empty(self) -> bool:
        """Whether everything stands there already."""
        return self.plan == RosterPlan((), (), ()) and not self.renamed


def changes_of(
    plan: RosterPlan,
    there: There,
    *,
    renamed: Mapping[str, str],
    remove_missing: bool,
    on: date,
    found: Iterable[Problem] = (),
    unclear: Unclear | None = None,
) -> RosterChanges:
    """Compare a plan with what is there. Whoever a rotation of the plan has and the plan does not name is taken off if
    told so. A rotation that is over is left alone, whoever the plan has in it: marks have faded there, and who is new
    or missing would tell whose they were.

    Raises RosterRefused for problems that were `found` before, and for people who would be in two rotations on one day
    or both student and preceptor of a cohort; nobody says so by a rotation of which it is `unclear` what the file will
    say.
    """
    if unclear is not None:
        there = _as_far_as_clear(there, plan, unclear)
    over = {name for name, rotation in there.rotations.items() if rotation.is_over(on)}
    revived = _revived(plan, over, on=on)
    left_alone = tuple(rotation.name for rotation in plan.rotations if rotation.name in over)
    plan, there = _without(plan, over), _still_there(there, over, on=on)
    cohorts = [_as_it_stays(cohort, plan, there) for cohort in plan.cohorts]
    added = tuple(each for each in plan.placements if each not in there.placements)
    missing = _missing(plan, there)
    off = missing if remove_missing else ()
    problems = [
        *found,
        *revived,
        *_outside_hours(plan, there),
        *_in_both_roles(plan, there, added=added, off=off),
        *_in_two_places(plan, there, added=added, off=off, may_remove=not remove_missing),
    ]
    if problems:
        raise refusal(problems)
    reduced = RosterPlan(
        cohorts=tuple(cohort for cohort in cohorts if _differences(cohort, there) != ()),
        rotations=tuple(rotation for rotation in plan.rotations if _differs(rotation, there) != ()),
        placements=added,
        taken_off=off,
    )
    staying = () if remove_missing else missing
    numbers = _in_numbers(plan, reduced, there, renamed=renamed, staying=staying)
    return replace(numbers, over=left_alone)


def _as_far_as_clear(there: There, plan: RosterPlan, unclear: Unclear) -> There:
    """What is there, without what the file may still change; and no rotation is said to move to another cohort: that
    cohort may only get another name."""
    described = {each.name: each.cohort for each in plan.rotations}
    return replace(
        there,
        cohort_of={**there.cohort_of, **{name: described[name] for name in described.keys() & there.cohort_of.keys()}},
        elsewhere=tuple(each for each in there.elsewhere if not unclear.may_be(each[1].name)),
        beside=frozenset(
            each for each in there.beside if each.rotation in described or not unclear.may_be(each.rotation)
        ),
    )


def _in_numbers(
    plan: RosterPlan,
    reduced: RosterPlan,
    there: There,
    *,
    renamed: Mapping[str, str],
    staying: Iterable[PlannedPlacement],
) -> RosterChanges:
    """What is to be done of a plan, counted."""
    added, off = reduced.placements, reduced.taken_off
    return RosterChanges(
        plan=reduced,
        renamed=tuple(sorted(renamed.items())),
        cohorts_made=tuple(each.name for each in reduced.cohorts if each.name not in there.cohorts),
        cohorts_changed=tuple(
            (each.name, _differences(each, there) or ()) for each in reduced.cohorts if each.name in there.cohorts
        ),
        rotations_made=tuple(each for each in reduced.rotations if each.name not in there.rotations),
        rotations_changed=tuple(
            (each.name, _differs(each, there) or ()) for each in reduced.rotations if each.name in there.rotations
        ),
        people=tuple(_headcounts(plan, there, added=added, off=off)),
        moved=tuple(_moved(added, off)),
        staying=tuple(sorted(Counter(each.rotation for each in staying).items())),
        kept=tuple(_kept_channels(plan, there)),
        shifts=tuple(_shifts(plan, there, added=added, off=off)),
    )


def _revived(plan: RosterPlan, over: Collection[str], *, on: date) -> Iterator[Problem]:
    """A rotation that is over does not go on: its name was most likely written for the next block."""
    lines = _first_lines(plan)
    for rotation in plan.rotations:
        if rotation.name in over and rotation.last_day >= on and rotation.name in lines:
            example = f"{rotation.name} {rotation.first_day:%b} {rotation.first_day.day}"
            yield Problem(lines[rotation.name], _OVER.format(rotation=rotation.name, example=example))


def _without(plan: RosterPlan, over: Collection[str]) -> RosterPlan:
    rotations = tuple(each for each in plan.rotations if each.name not in over)
    cohorts = {each.cohort for each in rotations}
    return RosterPlan(
        tuple(each for each in plan.cohorts if each.name in cohorts),
        rotations,
        tuple(each for each in plan.placements if each.rotation not in over),
    )


def _still_there(there: There, over: Collection[str], *, on: date) -> There:
    return replace(
        there,
        placements=frozenset(each for each in there.placements if each.rotation not in over),
        elsewhere=tuple(each for each in there.elsewhere if not each[1].is_over(on)),
    )


def _as_it_stays(cohort: PlannedCohort, plan: RosterPlan, there: There) -> PlannedCohort:
    """What a file says nothing of, a cohort keeps: its channel, when its digest comes, and its zone while a rotation of
    it has that zone."""
    known = there.cohorts.get(cohort.name)
    if known is None:
        return cohort
    zones = {rotation.zone for rotation in plan.rotations if rotation.cohort == cohort.name}
    zone = known.zone if known.zone in zones else cohort.zone
    channel = cohort.digest_channel or known.digest_channel
    return replace(cohort, digest_channel=channel, zone=zone, digest_day=known.digest_day, digest_at=known.digest_at)


def _kept_channels(plan: RosterPlan, there: There) -> Iterator[tuple[str, str]]:
    for cohort in plan.cohorts:
        known = there.cohorts.get(cohort.name)
        if known is not None and known.digest_channel and not cohort.digest_channel:
            yield cohort.name, known.digest_channel


def _missing(plan: RosterPlan, there: There) -> tuple[PlannedPlacement, ...]:
    return tuple(sorted(there.placements - frozenset(plan.placements), key=_in_order))


def _in_order(placement: PlannedPlacement) -> tuple[str, str, str]:
    return placement.rotation, placement.role, placement.person


def _differences(cohort: PlannedCohort, there: There) -> tuple[Difference, ...] | None:
    """None for a cohort that is not there."""
    known = there.cohorts.get(cohort.name)
    if known is None:
        return None
    pairs = [
        ("digest_channel", known.digest_channel, cohort.digest_channel),
        ("timezone", known.zone.key, cohort.zone.key),
    ]
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def _differs(rotation: PlannedRotation, there: There) -> tuple[Difference, ...] | None:
    """None for a rotation that is not there."""
    known = there.rotations.get(rotation.name)
    if known is None:
        return None
    pairs = [
        ("cohort", there.cohort_of[rotation.name], rotation.cohort),
        ("site", known.site, rotation.site),
        ("timezone", known.zone.key, rotation.zone.key),
        ("first_day", known.first_day.isoformat(), rotation.first_day.isoformat()),
        ("last_day", known.last_day.isoformat(), rotation.last_day.isoformat()),
        ("reminder_at", f"{known.reminder_at:%H:%M}", f"{rotation.reminder_at:%H:%M}"),
        ("question_at", f"{known.question_at:%H:%M}", f"{rotation.question_at:%H:%M}"),
    ]
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def _headcounts(
    plan: RosterPlan, there: There, *, added: Sequence[PlannedPlacement], off: Sequence[PlannedPlacement]
) -> Iterator[tuple[str, tuple[Headcount, ...]]]:
    """The rotations whose people change."""
    before, come, go = (Counter(map(_place, placements)) for placements in (there.placements, added, off))
    for rotation in plan.rotations:
        counts = tuple(
            Headcount(role, before[place], before[place] + come[place] - go[place], come[place], go[place])
            for role in Role
            for place in [(rotation.name, role)]
            if come[place] or go[place]
        )
        if counts:
            yield rotation.name, counts


def _shifts(
    plan: RosterPlan, there: There, *, added: Sequence[PlannedPlacement], off: Sequence[PlannedPlacement]
) -> Iterator[Shift]:
    before, come, go = (Counter(map(_place, placements)) for placements in (there.placements, added, off))
    for rotation in plan.rotations:
        place = rotation.name, Role.STUDENT
        stay = before[place] - go[place]
        yield Shift(there.rotations.get(rotation.name), rotation, stay, come[place], go[place])


def _place(placement: PlannedPlacement) -> tuple[str, Role]:
    return placement.rotation, placement.role


def _moved(added: Iterable[PlannedPlacement], off: Iterable[PlannedPlacement]) -> Iterator[tuple[str, str, int]]:
    comes_to = {each.person: each.rotation for each in added if each.role is Role.STUDENT}
    leaves = [each for each in off if each.role is Role.STUDENT and each.person in comes_to]
    moves = Counter((each.rotation, comes_to[each.person]) for each in leaves)
    return ((from_, to, number) for (from_, to), number in sorted(moves.items()))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The days of a student in a rotation as they would be; `line` is 0 where the file does not name them there."""

    rotation: str
    first_day: date
    last_day: date
    line: int
    is_new: bool


def _outside_hours(plan: RosterPlan, there: There) -> Iterator[Problem]:
    """Times that a rotation's own hours do not hold: those of the program were looked at when the file was read."""
    lines = _first_lines(plan)
    for rotation in plan.rotations:
        known = there.rotations.get(rotation.name)
        hours = known.hours if known else None
        for column, chosen in (("reminder_at", rotation.reminder_at), ("question_at", rotation.question_at)):
            if hours is not None and not hours.offer(chosen):
                bounds = f"{hours.earliest:%H:%M} to {hours.last_choice:%H:%M}"
                yield Problem(lines[rotation.name], _NOT_ITS_HOURS.format(column=column, bounds=bounds))


def _first_lines(plan: RosterPlan) -> dict[str, int]:
    lines = {each.name: each.line for each in plan.rotations if each.line}
    for each in plan.placements:
        lines.setdefault(each.rotation, each.line)
    return lines


def _in_both_roles(
    plan: RosterPlan, there: There, *, added: Sequence[PlannedPlacement], off: Sequence[PlannedPlacement]
) -> Iterator[Problem]:
    """People who would be both student and preceptor of one cohort by what the plan changes."""
    cohort_of = {**there.cohort_of, **{rotation.name: rotation.cohort for rotation in plan.rotations}}
    lines, named = _first_lines(plan), {placement: placement.line for placement in plan.placements}
    moved = {name for name, cohort in cohort_of.items() if there.cohort_of.get(name, cohort) != cohort}
    new, gone = frozenset(added), frozenset(off)
    found: defaultdict[tuple[str, PersonId], set[PlannedPlacement]] = defaultdict(set)
    for each in (*added, *((there.placements | there.beside) - gone)):
        found[cohort_of[each.rotation], there.whose.get(each.person, each.person)].add(each)
    for placed in found.values():
        for one, other in product(*([each for each in placed if each.role is role] for role in Role)):
            last, first = (one, other) if one in new or (one.rotation in moved and other not in new) else (other, one)
            if last in new:
                says = _BOTH_ROLES.format(role=first.role.value, other=first.rotation)
                yield Problem(named[last], says)
            elif last.rotation in moved and last.rotation in lines:
                yield Problem(lines[last.rotation], _STAYS_IN_BOTH.format(rotation=last.rotation))


def _in_two_places(
    plan: RosterPlan,
    there: There,
    *,
    added: Sequence[PlannedPlacement],
    off: Sequence[PlannedPlacement],
    may_remove: bool,
) -> Iterator[Problem]:
    """Students who would be in two rotations on one day by what the plan changes. Of those who are so already, nobody
    speaks: the same file twice changes nothing."""
    lines = _first_lines(plan)
    named = {rotation.name for rotation in plan.rotations}
    for stretches in _stretches(plan, there, added=added, off=off).values():
        for one, other in combinations(stretches, 2):
            apart = one.first_day > other.last_day or other.first_day > one.last_day
            if apart or one.rotation == other.rotation or not (one.is_new or other.is_new):
                continue
            new, old = (one, other) if one.is_new and one.line else (other, one)
            if new.line:
                also = _MAY_BE_TAKEN_OFF if may_remove and old.rotation in named and not old.line else ""
                yield Problem(new.line, _ELSEWHERE.format(other=old.rotation, or_else=also))
            else:
                rotation, kept = (one, other) if one.is_new else (other, one)
                says = _STAYS.format(rotation=rotation.rotation, other=kept.rotation)
                yield Problem(lines[rotation.rotation], says)


def _stretches(
    plan: RosterPlan, there: There, *, added: Sequence[PlannedPlacement], off: Sequence[PlannedPlacement]
) -> Mapping[PersonId, list[_Stretch]]:
    planned = {rotation.name: rotation for rotation in plan.rotations}
    moved = {name for name, rotation in planned.items() if _has_other_days(rotation, there)}
    named = {placement: placement.line for placement in plan.placements}
    new, gone = frozenset(added), frozenset(off)
    found: defaultdict[PersonId, list[_Stretch]] = defaultdict(list)
    for each in [*added, *(there.placements - gone)]:
        if each.role is Role.STUDENT:
            rotation = planned[each.rotation]
            is_new = each in new or each.rotation in moved
            stretch = _Stretch(rotation.name, rotation.first_day, rotation.last_day, named.get(each, 0), is_new)
            found[each.person].append(stretch)
    for person, elsewhere in there.elsewhere:
        found[person].append(_Stretch(elsewhere.name, elsewhere.first_day, elsewhere.last_day, 0, is_new=False))
    return found


def _has_other_days(rotation: PlannedRotation, there: There) -> bool:
    known = there.rotations.get(rotation.name)
    return known is not None and (known.first_day, known.last_day) != (rotation.first_day, rotation.last_day)
