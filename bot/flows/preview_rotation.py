"""What a rotation's students will get, day by day."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.domain import calendar
from bot.domain.curriculum import Lesson
from bot.domain.errors import NoSuchRotation
from bot.domain.working_time import is_working_day
from bot.flows.ports import World

MOST_NAMED: Final = 20
MORE: Final = "and {number} more, on the Home tab"
NONE: Final = "none runs at present"


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """One working day: its lesson and its local times, before the minutes that spread messages."""

    lesson: Lesson
    reminder_at: time
    question_at: time


async def rotation_to_preview(world: World, typed: str, *, at: datetime) -> str:
    """The name of the one rotation that somebody typed, however it is capitalized, or its beginning where no other
    begins so. Raises NoSuchRotation, which names those that are not over."""
    async with world.open_work() as work:
        rotations = await work.people.rotations()
    wanted = typed.casefold()
    exact = [each.name for each in rotations if each.name.casefold() == wanted]
    running = [each.name for each in rotations if each.last_day >= at.date()]
    begun = [name for name in running if wanted and name.casefold().startswith(wanted)]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    more = (MORE.format(number=len(running) - MOST_NAMED),) if len(running) > MOST_NAMED else ()
    raise NoSuchRotation(names=(*running[:MOST_NAMED], *more) or (NONE,))


async def preview_rotation(world: World, name: str, *, weeks: int, at: datetime) -> tuple[PreviewDay, ...] | None:
    """The working days of a rotation in the coming weeks, from today or its first day; None if nobody knows it."""
    async with world.open_work() as work:
        rotation = await work.people.rotation_named(name)
    if rotation is None:
        return None
    first = max(calendar.local_date(at, rotation.zone), rotation.first_day)
    return tuple(
        PreviewDay(
            world.curriculum.lesson_on(on, world.program.overrides),
            rotation.reminder_at,
            rotation.question_at,
        )
        for on in calendar.days_from(first, 7 * weeks)
        if rotation.covers(on) and is_working_day(on, rotation, world.program)
    )
