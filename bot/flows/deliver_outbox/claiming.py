"""Due messages are leased, each for a slot in its lane; what is too late ends here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.domain import pace
from bot.domain.outbox import Kind, State
from bot.domain.pace import LANES, LaneName
from bot.flows.deliver_outbox.parcels import Parcel
from bot.flows.ports import Timing, UnitOfWork, World
from bot.logs import log

ENDED_AT_ONCE = 500
"""Transactions stay small, so that nobody who presses a button waits behind one."""
WAITED_FOR = (LaneName.UPDATE,)
"""What goes by these lanes shows a person what they have just done: it takes slots without waiting for them."""
KINDS = {lane: tuple(kind for kind in Kind if kind.lane is lane) for lane in LANES}

RARE = tuple(kind for kind in Kind if kind.lane is not LaneName.POST)


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


@dataclass(frozen=True, slots=True)
class Claim:
    """How to claim: `at` is the world's time, and `monotonic` the clock that slots are waited for by."""

    world: World
    at: datetime
    timing: Timing
    monotonic: Callable[[], float]

    async def take(self, limit: int) -> tuple[Parcel, ...]:
        """Lease up to `limit` due messages, as many as their lanes have slots for."""
        parcels: list[Parcel] = []
        async with self.world.open_work() as work:
            for lane in await self._lanes(work):
                if len(parcels) < limit and await work.delivery.has_due(at=self.at, kinds=KINDS[lane]):
                    parcels += await self._by(lane, work, limit - len(parcels))
            await work.commit()
        return tuple(parcels)

    async def _lanes(self, work: UnitOfWork) -> tuple[LaneName, ...]:
        """The lanes that may have something to do. Looking for what is rare goes through everything that is due, so it
        is done once for all of it."""
        return LANES if await work.delivery.has_due(at=self.at, kinds=RARE) else (LaneName.POST,)

    async def _by(self, name: LaneName, work: UnitOfWork, limit: int) -> list[Parcel]:
        lane, now = await work.lanes.lock(name)
        began = self.monotonic()
        a_minute = pace.full_pace(name, self.world.program.messages_a_minute)
        at_once = name in WAITED_FOR and lane.is_free(now)
        ahead = pace.LEAD if at_once else pace.AHEAD
        places = min(limit, pace.room(lane, a_minute=a_minute, now=now, ahead=ahead))
        messages = await work.delivery.claim(at=self.at, limit=places, lease=self.timing.lease, kinds=KINDS[name])
        after, slots = pace.take(lane, len(messages), a_minute=a_minute, now=now)
        await work.lanes.save(name, after)
        if at_once:
            # They leave together now, whatever their slots: if Slack refuses some of them, it refuses them together.
            slots = (now,) * len(slots)
        return [
            Parcel(message, slot, due=began + max(0.0, (slot - now).total_seconds()), probes=bool(lane.trouble))
            for message, slot in zip(messages, slots, strict=True)
        ]
