"""Where the outbox and its lanes stand, for whoever watches the meters."""

from datetime import datetime, timedelta

from bot.flows.ports import World


async def take_stock(world: World, *, at: datetime) -> None:
    """Read how many messages are in each state and how fast the lanes are, and set the meters."""
    async with world.open_work() as work:
        counts, lanes = await work.outbox.counts(), await work.lanes.all()
    for state, number in counts.items():
        world.meters.messages(state, number)
    for name, lane in lanes.items():
        blocked = max(timedelta(0), lane.blocked_until - at)
        world.meters.lane(name, share=lane.share_now(at), blocked=blocked)
