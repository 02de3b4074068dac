"""A roster file becomes placements, as a whole or not at all."""

from bot.domain.roster import RosterPlan, read_roster
from bot.flows.ports import World


async def apply_roster(world: World, text: str) -> RosterPlan:
    """Place everyone a roster names; the same file twice changes nothing. Raises RosterRefused."""
    plan = read_roster(text, program=world.program)
    async with world.open_work() as work:
        await work.people.apply(plan)
        await work.commit()
    return plan
