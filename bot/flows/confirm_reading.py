"""A preceptor confirms how a digest is to be read."""

from datetime import datetime

from bot.domain.anonymity import still_pooled_since
from bot.domain.errors import NotAPreceptor
from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.sayings import Briefing


async def confirm_reading(world: World, person: PersonId, *, at: datetime) -> Briefing:
    """Note that a preceptor has read it; a second time changes nothing. Returns what the briefing says then. Raises
    NotAPreceptor."""
    async with world.open_work() as work:
        if not await work.people.is_preceptor(person):
            raise NotAPreceptor
        await work.preceptors.confirm(person, at=at)
        await work.preceptors.found(person)
        cohorts = await work.preceptors.cohorts_of(person, since=still_pooled_since(at.date()))
        await work.commit()
    return Briefing(cohorts, world.program.smallest_group, is_confirmed=True)
