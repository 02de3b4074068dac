"""Where the outbox and its lanes stand, for whoever watches the meters."""

from datetime import timedelta
from typing import Final

from bot.domain.outbox import State
from bot.flows.ports import World

OPEN: Final = (State.PENDING, State.LEASED, State.SENDING, State.UNKNOWN, State.FAILED)
"""What waits, is on its way or may need a person. Of the rest there is ever more, and it is counted as it ends."""


async def take_stock(world: World) -> None:
    """Read how many messages are in each open state and how fast the lanes are, and set the meters."""
    async with world.open_work() as work:
        counts = await work.outbox.counts(OPEN)
        lanes, now = await work.lanes.all(), await work.lanes.now()
    for state, number in counts.items():
        world.meters.messages(state, number)
    for name, lane in lanes.items():
        blocked = max(timedelta(0), lane.blocked_until - now)
        world.meters.lane(name, share=lane.share_now(now), blocked=blocked)
