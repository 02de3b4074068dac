"""People who were placed as students get their settings and one welcome."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from logging import WARNING

from bot.domain.errors import SlackUnavailable
from bot.domain.outbox import Unreachable, welcome_for
from bot.domain.people import PersonId, Rotation, Student
from bot.flows.ports import Directory, World
from bot.flows.steps import attempt
from bot.logs import log

BATCH = 50


async def welcome_students(world: World, directory: Directory, *, at: datetime) -> int:
    """Welcome everybody newly placed; how many. Whom Slack can't reach is noted, and welcomed when found again.

    Where Slack can't be asked the round ends, and the next one goes on there.
    """
    welcomed = 0
    try:
        async for person, rotation in _each_newcomer(world, on=at.date()):
            welcomed += await attempt(_take_in(world, directory, person, rotation, at=at))
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


async def _take_in(world: World, directory: Directory, person: PersonId, rotation: Rotation, *, at: datetime) -> bool:
    student = await _met(directory, person, rotation)
    async with world.open_work() as work:
        welcomed = await work.people.add(student) and not student.unreachable
        if welcomed:
            await work.outbox.add(welcome_for(student, rotation, program=world.program, at=at))
        await work.commit()
    return welcomed


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
