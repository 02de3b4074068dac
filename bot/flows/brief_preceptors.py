"""People who were placed as preceptors are told once how a digest is to be read."""

from datetime import datetime
from typing import Final

from bot.domain.letters import briefing_for
from bot.domain.people import CohortId, PersonId
from bot.flows.ports import World
from bot.flows.steps import attempt

BATCH: Final = 50
"""The next beat goes on from there."""


async def brief_preceptors(world: World, *, at: datetime) -> int:
    """Brief those newly placed as preceptors, everybody once ever. Returns how many."""
    async with world.open_work() as work:
        newcomers = await work.preceptors.untold(on=at.date(), limit=BATCH)
    return sum([await attempt(_brief(world, person, cohort, at=at)) for person, cohort in newcomers])


async def _brief(world: World, person: PersonId, cohort: CohortId, *, at: datetime) -> bool:
    async with world.open_work() as work:
        if not await work.preceptors.tell(person):
            return False
        await work.outbox.add(briefing_for(person, await work.people.cohort(cohort), program=world.program, at=at))
        await work.commit()
    return True
