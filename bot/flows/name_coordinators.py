"""Coordinators name others, and take somebody off the list again."""

import asyncio
from collections.abc import Collection
from datetime import datetime

from bot.domain.anonymity import still_pooled_since
from bot.domain.audit import AuditEntry, Deed
from bot.domain.coordinators import Doubts, NewList, Wish, after
from bot.domain.errors import CannotCoordinate
from bot.domain.letters import naming_for
from bot.domain.people import PersonId
from bot.domain.permissions import Action
from bot.flows.ports import Directory, UnitOfWork, World
from bot.flows.steps import coordinators_of, marks_of
from bot.flows.who_may import require_in


async def list_coordinators(world: World) -> tuple[PersonId, ...]:
    """Who coordinates now, by id."""
    async with world.open_work() as work:
        return tuple(sorted(await coordinators_of(world, work)))


async def require_people(directory: Directory, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Return where all of these read what is sent to them, and which of them are guests in the workspace. Raises
    CannotCoordinate, SlackUnavailable, AppShutOut or PersonRefused."""
    asked = sorted(people)
    profiles = await asyncio.gather(*(directory.profile(each) for each in asked))
    unfit = sum(profile.unreachable is not None for profile in profiles)
    if unfit:
        raise CannotCoordinate(number=unfit)
    return frozenset(each for each, profile in zip(asked, profiles, strict=True) if profile.is_guest)


async def doubts_about(world: World, by: PersonId, wish: Wish, *, guests: Collection[PersonId], at: datetime) -> Doubts:
    """What to ask before a wish comes true. Nothing is changed by it. Raises NotACoordinator, LastCoordinator or
    TooManyCoordinators."""
    async with world.open_work() as work:
        await require_in(world, work, by, Action.NAME_COORDINATORS, at=at)
        change = after(wish, await coordinators_of(world, work))
        # Also by the marks of who had everything deleted: asking must not tell who did.
        marks = {person: (person, *marks_of(world, person)) for person in change.named}
        every = [mark for theirs in marks.values() for mark in theirs]
        placed = await work.people.students_among(every, since=still_pooled_since(at.date()))
    return Doubts(
        students=tuple(person for person in change.named if not placed.isdisjoint(marks[person])),
        guests=tuple(person for person in change.named if person in guests),
        oneself=by in change.removed,
    )


async def name_coordinators(world: World, by: PersonId, wish: Wish, *, at: datetime) -> NewList:
    """Make a wish true: whoever is named is told, whoever is removed keeps nothing of the desk. What two wish at once
    adds up, and the same wish twice changes nothing.

    Raises NotACoordinator, LastCoordinator or TooManyCoordinators.
    """
    async with world.open_work() as work:
        # Before anything is read: of two who take each other off, the second one does not coordinate any more.
        await work.coordinators.lock()
        await require_in(world, work, by, Action.NAME_COORDINATORS, at=at)
        change = after(wish, await coordinators_of(world, work))
        for person in change.named:
            await work.outbox.add(naming_for(person, at=at))
            await _note(work, person, stands=True, by=by, at=at)
        for person in change.removed:
            await _note(work, person, stands=False, by=by, at=at)
        # Shown anew at once; where that fails, by the next beat.
        await work.homes.outdate(change.removed)
        await work.commit()
    return change


async def _note(work: UnitOfWork, person: PersonId, *, stands: bool, by: PersonId, at: datetime) -> None:
    deed = Deed.COORDINATOR_NAMED if stands else Deed.COORDINATOR_REMOVED
    await work.coordinators.put(person, stands=stands, at=at)
    await work.audit.note(AuditEntry(at, by, deed, person))
