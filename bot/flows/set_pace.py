"""A student starts, declines or leaves; what is planned follows in the same transaction."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.errors import NotOnRoster
from bot.domain.own_pace import OwnSettings, going_on
from bot.domain.people import Pace, PersonId, Student
from bot.flows.ports import World
from bot.flows.steps import change_settings, replan


async def start(world: World, student: PersonId, pace: Pace, *, at: datetime) -> Student:
    """Start a student, or change the pace of one who has started. Raises NotOnRoster or RotationOver."""
    return await _change(world, student, lambda settings: settings.started(pace, at=at), at=at, starts=True)


async def slow_down(world: World, student: PersonId, pace: Pace, *, at: datetime) -> OwnSettings:
    """Change the pace of a student to whom that was offered; who has left since stays away.

    Raises NotOnRoster, NothingIsSent or RotationOver.
    """
    return await change_settings(
        world, student, lambda own, placed: going_on(own, placed, at=at).started(pace, at=at), at=at
    )


async def keep_on(world: World, student: PersonId, *, at: datetime) -> OwnSettings:
    """What is in force for a student to whom something is sent; nothing changes.

    Raises NotOnRoster, NothingIsSent or RotationOver.
    """
    return await change_settings(world, student, lambda own, placed: going_on(own, placed, at=at), at=at)


async def decline(world: World, student: PersonId, *, at: datetime) -> Student:
    """ "Not now": nothing changes, and a start stays possible; whoever has started leaves by leaving.

    Raises NotOnRoster.
    """
    return await _change(world, student, lambda settings: settings, at=at)


async def leave(world: World, student: PersonId, *, at: datetime) -> Student:
    """Nothing more is sent until a new start. Raises NotOnRoster."""
    return await _change(world, student, Student.left, at=at)


async def _change(
    world: World, person: PersonId, change: Callable[[Student], Student], *, at: datetime, starts: bool = False
) -> Student:
    seen = await world.glances.student(person)
    if seen is not None and change(seen.found()) == seen:
        # What needs no write waits for no writer.
        return seen
    async with world.open_work() as work:
        before = await work.people.student(person)
        if before is None:
            raise NotOnRoster
        # Whoever presses a button is there, whatever Slack said last.
        student = change(before.found())
        if starts:
            going_on(student, await work.people.rotations_of(person), at=at)
        if student != before:
            await work.people.save(student)
            await replan(world, work, student, at=at)
            await work.commit()
    return student
