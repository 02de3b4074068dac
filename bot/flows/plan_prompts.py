"""Every started student's prompts stand in the outbox a day ahead."""

from datetime import datetime

from bot.flows.ports import World
from bot.flows.steps import attempt, each_started, replan_alone


async def plan_prompts(world: World, *, at: datetime) -> int:
    """Bring every started student's pending prompts in line with settings and rotations; how many are wanted."""
    return sum([await attempt(replan_alone(world, student, at=at)) async for student in each_started(world)])
