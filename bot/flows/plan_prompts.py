"""Every started student's prompts stand in the outbox a day ahead."""

from datetime import datetime

from bot.domain.outbox import planning_days, prompts_for
from bot.flows.ports import World, each_started


async def plan_prompts(world: World, *, at: datetime) -> int:
    """Bring every started student's pending prompts in line with settings and rotations. Returns how many are wanted.

    Each student is planned in a transaction of its own, from settings read anew under a lock, so that a press of a
    button between reading and writing is not undone.
    """
    count = 0
    async for listed, rotations in each_started(world):
        async with world.open_work() as work:
            student = await work.people.student(listed.id)
            if student is None:
                continue
            days = planning_days(student, at=at)
            wanted = tuple(prompts_for(student, rotations, days=days, program=world.program, at=at))
            await work.outbox.replan(student.id, wanted, at=at)
            await work.commit()
        count += len(wanted)
    return count
