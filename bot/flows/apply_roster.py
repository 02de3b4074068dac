"""A roster file becomes placements, as a whole or not at all."""

from datetime import datetime

from bot.domain.roster import RosterPlan, read_roster
from bot.flows.ports import World
from bot.flows.steps import attempt, replan_due


async def apply_roster(world: World, text: str, *, at: datetime) -> RosterPlan:
    """Place everyone a roster names, and let what is planned follow; the same file twice changes nothing.

    Raises RosterRefused.
    """
    plan = read_roster(text, program=world.program)
    async with world.open_work() as work:
        await work.people.apply(plan)
        await work.commit()
    await attempt(replan_due(world, at=at))
    return plan
