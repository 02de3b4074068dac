"""A student asks for everything that they wrote."""

from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from bot.domain.errors import NotOnRoster
from bot.domain.outbox import journal_for
from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.steps import own_words

ONE_IN: Final = timedelta(minutes=10)
"""Nobody needs the same file twice within such a while; a second press means that the first one was not noticed."""


class Asked(Enum):
    """What becomes of asking for the journal."""

    COMING = "coming"
    COMING_ALREADY = "coming already"
    EMPTY = "empty"


async def send_journal(world: World, student: PersonId, *, at: datetime) -> Asked:
    """Have a student's journal sent to them, once however often they press. Raises NotOnRoster.

    What it says is looked up on sending, so that no word of it waits anywhere but where it is kept.
    """
    async with world.open_work() as work:
        # Holding the student keeps a second press waiting, so that it finds what the first one has planned.
        if await work.people.student(student) is None:
            raise NotOnRoster
        if await work.outbox.is_journal_coming(student, since=at - ONE_IN):
            return Asked.COMING_ALREADY
        if not await own_words(world, work, student):
            return Asked.EMPTY
        await work.outbox.add(journal_for(student, at=at))
        await work.commit()
    return Asked.COMING
