"""Messages whose sending nobody saw end: Slack's own history says whether they are there."""

from datetime import datetime, timedelta

from bot.domain.outbox import OutboxMessage, Sent, State
from bot.flows.ports import Messenger, Trace, World
from bot.flows.steps import attempt
from bot.logs import log

WAIT = timedelta(seconds=30)
"""Slack's history may be this far behind; a message that is looked for earlier could still turn up."""
WAIT_FOR_HISTORY = timedelta(minutes=10)
"""A history that can't be read now will hardly be readable in half a minute."""
BATCH = 20


async def settle_unknown(world: World, messenger: Messenger, *, at: datetime) -> int:
    """Look for each unknown message by its id: found means sent, surely absent means it is sent again.

    Where the history can't be read the message stays unknown and listed: never a blind second sending. Once it is
    too late, nobody looks any more, and what it says is erased. Returns how many were settled.
    """
    async with world.open_work() as work:
        await work.outbox.erase_late_bodies(at=at)
        unknown = await work.outbox.unknown(at=at, older_than=WAIT, limit=BATCH)
        await work.commit()
    return sum([await attempt(_settle(world, messenger, message)) for message in unknown])


async def _settle(world: World, messenger: Messenger, message: OutboxMessage) -> bool:
    found = await messenger.find(message)
    async with world.open_work() as work:
        match found:
            case Sent():
                await work.outbox.settle(message.id, State.SENT, sent=found)
            case Trace.ABSENT:
                await work.outbox.hold_back(message.id, after=timedelta(0))
            case Trace.UNREADABLE:
                await work.outbox.looked_at(message.id, again_after=WAIT_FOR_HISTORY)
        await work.commit()
    log("unknown_message", kind=message.planned.kind, found=found if isinstance(found, Trace) else type(found))
    return found is not Trace.UNREADABLE
