"""What is promised is written down when it changes, so that a looser promise never reaches back."""

from datetime import datetime

from bot.flows.ports import UnitOfWork, World


async def note_policy(world: World, work: UnitOfWork, *, at: datetime) -> bool:
    """Write down in this unit of work that the program's policy is in force from `at` on. Returns whether that is
    news."""
    changes = await work.policies.changes()
    news = not changes or changes[-1].policy != world.program.policy
    if news:
        # A clock that was ahead may have noted the last one: what is written in between is promised both.
        await work.policies.note(world.program.policy, at=max([at, *(change.since for change in changes)]))
    return news
