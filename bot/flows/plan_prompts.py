"""Every started student's prompts stand in the outbox a day ahead."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.steps import attempt, replan_alone

PAGE = 200


async def plan_prompts(world: World, *, at: datetime) -> int:
    """Bring every started student's pending prompts in line with settings and rotations; how many are wanted."""
    return sum([await attempt(replan_alone(world, student, at=at)) async for student in _each_started(world)])


async def _each_started(world: World) -> AsyncIterator[PersonId]:
    """Every started student, read in pages so that no transaction grows."""
    after: PersonId | None = None
    while True:
        async with world.open_work() as work:
            batch = await work.people.started(after=after, limit=PAGE)
        for student in batch:
            yield student
        if len(batch) < PAGE:
            return
        after = batch[-1]
