"""What today teaches, for whoever asks."""

from datetime import datetime

from bot.domain import calendar
from bot.domain.curriculum import Lesson, Principle
from bot.domain.own_pace import require_rotation
from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.steps import coordinators_of, week_of

Week = tuple[Principle, ...]


async def tell_today(world: World, person: PersonId, *, at: datetime) -> Lesson | Week | None:
    """A student's lesson of the day, or the principles of the week for who teaches or coordinates; None for anybody
    else. It changes nothing. Raises RotationOver for a student to whom nothing comes any more."""
    student = await world.glances.student(person)
    if student is not None:
        async with world.open_work() as work:
            placed = await work.people.rotations_of(person)
        today = calendar.local_date(at, student.zone)
        require_rotation(placed, today=today)
        return world.curriculum.lesson_on(today, world.program.overrides)
    async with world.open_work() as work:
        teaches = person in await coordinators_of(world, work) or await work.people.is_preceptor(person)
    return week_of(world, at.date()) if teaches else None
