"""People who were placed as students get their settings and one welcome."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from enum import IntEnum
from logging import WARNING
from typing import Final

from bot.domain.errors import SlackUnavailable
from bot.domain.outbox import Unreachable, welcome_for
from bot.domain.people import PersonId, Rotation, Student
from bot.flows.ports import Directory, World
from bot.flows.steps import attempt
from bot.logs import log

BATCH = 50
MOST_IN_VAIN: Final = 20
"""When so many in a row can't be taken in, it is hardly because of them."""


class _TakenIn(IntEnum):
    """What became of a newcomer: FAILED is what an attempt returns; SETTLED is known by now, or unreachable."""

    FAILED = 0
    SETTLED = 1
    WELCOMED = 2


async def welcome_students(world: World, directory: Directory, *, at: datetime) -> int:
    """Welcome everybody newly placed; how many. Whom Slack can't reach is noted, and welcomed when found again.

    Where Slack can't be asked, or too many in a row can't be taken in, the round ends, and the next one goes on there.
    Raises AppShutOut, so that the beat has not gone well.
    """
    welcomed = in_vain = 0
    try:
        async for person, rotation in _each_newcomer(world, on=at.date()):
            taken_in = await attempt(_take_in(world, directory, person, rotation, at=at))
            welcomed += taken_in == _TakenIn.WELCOMED
            in_vain = in_vain + 1 if taken_in == _TakenIn.FAILED else 0
            if in_vain == MOST_IN_VAIN:
                log("welcome_round_ended_early", level=WARNING, in_vain=in_vain)
                break
    except SlackUnavailable as error:
        log("welcome_round_ended_early", level=WARNING, error=error)
    return welcomed


async def _each_newcomer(world: World, *, on: date) -> AsyncIterator[tuple[PersonId, Rotation]]:
    """Everybody without settings, read in pages so that one who can't be taken in stops nobody behind."""
    after: PersonId | None = None
    while True:
        async with world.open_work() as work:
            newcomers = await work.people.unknown_students(on=on, after=after, limit=BATCH)
        for person, rotation in newcomers:
            yield person, rotation
        if len(newcomers) < BATCH:
            return
        after = newcomers[-1][0]


async def _take_in(world: World, directory: Directory, person: PersonId, rotation: Rotation, *, at: datetime) -> int:
    student = await _met(directory, person, rotation)
    async with world.open_work() as work:
        welcomed = await work.people.add(student) and not student.unreachable
        if welcomed:
            await work.outbox.add(welcome_for(student, rotation, program=world.program, at=at))
        await work.commit()
    return _TakenIn.WELCOMED if welcomed else _TakenIn.SETTLED


async def _met(directory: Directory, person: PersonId, rotation: Rotation) -> Student:
    """A newcomer as Slack knows them, with the one direct conversation that everything goes to."""
    profile = await directory.profile(person)
    student = Student(person, profile.zone or rotation.zone)
    if profile.unreachable:
        return student.lost(profile.unreachable)
    match await directory.conversation(person):
        case Unreachable(reason=reason):
            return student.lost(reason)
        case conversation:
            return student.found(conversation)
