"""What a rotation's students will get, day by day."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain import calendar
from bot.domain.curriculum import Lesson
from bot.domain.working_time import is_working_day
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class PreviewDay:
    """One working day: its lesson and its local times, before the minutes that spread messages."""

    lesson: Lesson
    reminder_at: time
    question_at: time


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
