"""A student skips a question: it closes, and nothing is asked."""

from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.outbox import update_for
from bot.domain.people import PersonId
from bot.flows.ports import World


async def skip_question(world: World, student: PersonId, on: date, *, at: datetime) -> None:
    """Close one of a student's own questions; a second time changes nothing. Raises NotYourQuestion."""
    async with world.open_work() as work:
        # Held, since they may be having everything deleted just now: then nothing may be written about them.
        settings = await work.people.student(student)
        if settings is None or await work.outbox.question(student, on) is None:
            raise NotYourQuestion
        await work.replies.skip(student, on, at=at)
        await work.outbox.add(update_for(student, on=on, at=at))
        await work.commit()
