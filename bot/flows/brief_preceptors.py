"""People who were placed as preceptors are told once how a digest is to be read."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.letters import briefing_for
from bot.domain.people import CohortId, PersonId
from bot.flows.ports import World
from bot.flows.steps import attempt

BATCH: Final = 50
"""The next beat goes on from there."""
AGAIN_AFTER: Final = timedelta(days=1)
"""Whether Slack takes a briefing by now need not be tried as often as a digest."""


async def brief_preceptors(world: World, *, at: datetime) -> int:
    """Brief those newly placed as preceptors, everybody once ever; and again, a day later, those whose briefing came to
    nothing. Returns how many."""
    async with world.open_work() as work:
        newcomers = await work.preceptors.untold(on=at.date(), planned_before=at - AGAIN_AFTER, limit=BATCH)
    return sum([await attempt(_brief(world, person, cohort, at=at)) for person, cohort in newcomers])


async def _brief(world: World, person: PersonId, cohort: CohortId, *, at: datetime) -> bool:
    async with world.open_work() as work:
        briefing = briefing_for(person, await work.people.cohort(cohort), program=world.program, at=at)
        if await work.preceptors.tell(person):
            await work.outbox.add(briefing)
        elif not await work.outbox.renew(briefing, planned_before=at - AGAIN_AFTER):
            return False
        await work.commit()
    return True
