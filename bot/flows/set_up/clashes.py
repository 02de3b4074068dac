"""Who would be in two rotations on one day, or student and preceptor of one cohort."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.anonymity import still_pooled_since
from bot.domain.people import PersonId, Role, Rotation
from bot.domain.set_up import (
    Draft,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import Placement
from bot.flows.set_up.moves import Moves, span
from bot.flows.set_up.outcomes import Clash
from bot.flows.steps import known_as


@dataclass(frozen=True, slots=True)
class _InTheWay:
    """A placement that stands in somebody's way, and whether it does by the role."""

    placed: Placement
    by_role: bool


async def clash_of(
    world: World,
    work: UnitOfWork,
    draft: Draft,
    people: Moves,
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

    moves = before is not None and (span(before)[1:] != span(after)[1:] or before.cohort_id != after.cohort_id)
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
