"""Every started student's prompts stand in the outbox a day ahead."""

from datetime import datetime

from bot.flows.ports import World
from bot.flows.steps import pages, replan_due

ROWS = 500


async def plan_prompts(world: World, *, at: datetime) -> int:
    """Bring the pending prompts of every started student whose plan no longer holds in line with settings and
    rotations; how many prompts these students want.

    A plan holds until midnight where the student is, or until something changes what the student should get. Any
    number of workers may do this at once: they share the students.
    """
    return await replan_due(world, at=at)


async def plan_anew(world: World) -> None:
    """Let no student's plan hold any longer, because the program or the rules may have changed."""
    async with world.open_work() as work:
        everybody = await work.people.started()
    for page in pages(everybody, size=ROWS):
        async with world.open_work() as work:
            await work.people.plan_anew(page)
            await work.commit()
