"""Who joins a rotation and who leaves it, by a draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.people import PersonId, Role, Rotation
from bot.domain.set_up import (
    Draft,
)
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import Placement
from bot.flows.steps import marks_of


@dataclass(frozen=True, slots=True)
class Moves:
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
class Plan:
    """What is to be written: `after` is None for a rotation that never begins."""

    before: Rotation | None
    after: Rotation | None
    people: Moves


async def moves_of(world: World, work: UnitOfWork, draft: Draft) -> Moves:
    """Who joins and who leaves. Whoever had everything deleted is placed by a mark: they are counted like anybody, and
    nobody can see by this form that they are gone."""
    placed = await work.set_up.placed_in([draft.rotation.id])
    source = await work.set_up.placed_in([draft.copied_from]) if draft.copied_from else ()
    marks = await work.people.marks()
    gone = {person: {person, *marks_of(world, person)} for person in draft.taken_off}
    there, teaching = in_role(placed, Role.STUDENT), in_role(placed, Role.PRECEPTOR)
    leaving = frozenset(each for ids in gone.values() for each in ids)
    picked = frozenset(_as_placed(world, person, marks) for person in draft.students)
    copied = in_role(source, Role.STUDENT) if Role.STUDENT in draft.copied else frozenset()
    taught = in_role(source, Role.PRECEPTOR) if Role.PRECEPTOR in draft.copied else frozenset()
    return Moves(
        staying=there - leaving,
        joining=(picked | copied) - there - leaving,
        leaving=there & leaving,
        preceptors=teaching - leaving,
        joining_preceptors=(draft.preceptors | taught) - teaching - leaving,
        leaving_preceptors=teaching & leaving,
        absent=sum(ids.isdisjoint(there | teaching) for ids in gone.values()),
    )


async def everybody_leaves(work: UnitOfWork, rotation: Rotation) -> Moves:
    """Everybody is taken off, as from a rotation that is removed."""
    placed, nobody = await work.set_up.placed_in([rotation.id]), frozenset[PersonId]()
    there, teaching = in_role(placed, Role.STUDENT), in_role(placed, Role.PRECEPTOR)
    return Moves(nobody, nobody, there, nobody, nobody, teaching, absent=0)


def in_role(placed: Iterable[Placement], role: Role) -> frozenset[PersonId]:
    """Who is placed in a role."""
    return frozenset(each.person for each in placed if each.role is role)


def _as_placed(world: World, person: PersonId, marks: frozenset[PersonId]) -> PersonId:
    return next((mark for mark in marks_of(world, person) if mark in marks), person)


def span(rotation: Rotation) -> tuple[str, date, date]:
    """The calendar and the days of a rotation."""
    return rotation.calendar, rotation.first_day, rotation.last_day
