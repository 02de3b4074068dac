"""Due messages are leased, each for a slot in its lane; what is too late ends here."""

from collections.abc import Callable
from datetime import datetime

from bot.domain import pace
from bot.domain.outbox import Kind, State
from bot.domain.pace import LaneName
from bot.flows.deliver_outbox.parcels import Parcel
from bot.flows.ports import Timing, UnitOfWork, World
from bot.logs import log

ENDED_AT_ONCE = 500
"""Transactions stay small, so that nobody who presses a button waits behind one."""
LANES = (LaneName.UPDATE, LaneName.POST)
"""Everybody locks them in this order; and whoever has just pressed something is served first."""
KINDS = {lane: tuple(kind for kind in Kind if kind.lane is lane) for lane in LANES}


async def tidy(world: World, *, at: datetime) -> None:
    """End what is too late, so that it takes no slot from what is not, and take over what others left lying."""
    async with world.open_work() as work:
        released = await work.delivery.release_expired()
        await work.commit()
    if released:
        log("leases_released", number=released)
    while await _expire(world, at=at) == ENDED_AT_ONCE:
        pass


async def _expire(world: World, *, at: datetime) -> int:
    async with world.open_work() as work:
        expired = await work.delivery.expire(at=at, limit=ENDED_AT_ONCE)
        await work.commit()
    for kind, number in expired.items():
        log("messages_expired", kind=kind, number=number)
        world.meters.ended(kind, State.EXPIRED, number)
    return sum(expired.values())


async def claim(
    world: World, *, at: datetime, limit: int, timing: Timing, monotonic: Callable[[], float]
) -> tuple[Parcel, ...]:
    """Lease up to `limit` due messages, as many as their lanes have slots for within a second."""
    parcels: list[Parcel] = []
    async with world.open_work() as work:
        for lane in LANES:
            if len(parcels) < limit and await work.delivery.has_due(at=at, kinds=KINDS[lane]):
                parcels += await _claim_by(world, work, lane, limit - len(parcels), at, timing, monotonic)
        await work.commit()
    return tuple(parcels)


async def _claim_by(
    world: World,
    work: UnitOfWork,
    name: LaneName,
    limit: int,
    at: datetime,
    timing: Timing,
    monotonic: Callable[[], float],
) -> list[Parcel]:
    lane, now = await work.lanes.lock(name)
    began = monotonic()
    a_minute = pace.full_pace(name, world.program.messages_a_minute)
    at_once = name is LaneName.UPDATE and lane.is_free(now)
    places = limit if at_once else min(limit, pace.room(lane, a_minute=a_minute, now=now))
    if not places:
        return []
    messages = await work.delivery.claim(at=at, limit=places, lease=timing.lease, kinds=KINDS[name])
    after, slots = pace.take(lane, len(messages), a_minute=a_minute, now=now)
    await work.lanes.save(name, after)
    return [
        Parcel(
            message,
            slot,
            due=began if at_once else began + max(0.0, (slot - now).total_seconds()),
            probes=bool(lane.trouble),
        )
        for message, slot in zip(messages, slots, strict=True)
    ]
