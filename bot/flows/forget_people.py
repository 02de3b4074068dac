"""What is left of who had everything deleted fades once it has served."""

from datetime import datetime
from secrets import token_hex

from bot.domain import calendar
from bot.domain.marks import faded
from bot.flows.ports import World


async def forget_people(world: World, *, at: datetime) -> int:
    """Replace each mark whose rotations are over by something made up: its placements still count, and nothing ties
    them to a person any more. Returns how many.

    The removals that Slack refused go too once they are too late, and what anything deleted since has left in the
    database's files is overwritten.
    """
    # Somewhere it is still yesterday.
    today = at.date() - calendar.DAY
    async with world.open_work() as work:
        spent = await work.people.spent_marks(before=today)
        for mark in spent:
            await work.people.fade(mark, faded(token_hex()))
        await work.outbox.forget_removals(at=at)
        await work.commit_and_erase()
    return len(spent)
