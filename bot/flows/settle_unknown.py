"""Messages whose sending nobody saw end: Slack's own history says whether they are there."""

from datetime import timedelta

from bot.domain.outbox import OutboxMessage, Sent, State
from bot.flows.ports import Messenger, Trace, World
from bot.logs import log

WAIT = timedelta(seconds=30)
"""Slack's history may be this far behind; a message that is looked for earlier could still turn up."""
BATCH = 20


async def settle_unknown(world: World, messenger: Messenger) -> int:
    """Look for each unknown message by its id: found means sent, surely absent means it is sent again.

    Where the history can't be read the message stays unknown and listed: never a blind second sending.
    Returns how many were settled.
    """
    async with world.open_work() as work:
        unknown = await work.outbox.unknown(older_than=WAIT, limit=BATCH)
        await work.commit()
    return sum([await _settle(world, messenger, message) for message in unknown])


async def _settle(world: World, messenger: Messenger, message: OutboxMessage) -> bool:
    found = await messenger.find(message)
    async with world.open_work() as work:
        match found:
            case Sent():
                await work.outbox.settle(message.id, State.SENT, sent=found)
            case Trace.ABSENT:
                await work.outbox.hold_back(message.id, after=timedelta(0))
            case Trace.UNREADABLE:
                await work.outbox.looked_at(message.id)
        await work.commit()
    log("unknown_message", kind=message.planned.kind, found=found if isinstance(found, Trace) else type(found))
    return found is not Trace.UNREADABLE
