"""One message to the person who runs the check proves that our own messages can be recognized in Slack."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final

from bot.domain.outbox import Kind, MessageId, OutboxMessage, Outcome, Planned, Sent, SlowDown, State, Unknown
from bot.domain.people import PersonId
from bot.flows.ports import Messenger, Trace
from bot.flows.sayings import LiveCheck

PATIENCE: Final = timedelta(seconds=30)
"""Slack's history may be this far behind."""
AGAIN_AFTER: Final = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the message, and what the last look for it found; None when it surely is not there, so that
    nobody looked."""

    outcome: Outcome
    found: Sent | Trace | SlowDown | None = None


async def prove_delivery(
    messenger: Messenger,
    person: PersonId,
    *,
    at: datetime,
    patience: timedelta = PATIENCE,
    again_after: timedelta = AGAIN_AFTER,
) -> Proof:
    """Send one message to a person and look for it by the id in its metadata, again and again while patience lasts."""
    # It stands in no outbox, so nothing goes by its kind.
    planned = Planned(Kind.WELCOME, f"live-check:{person}", at, at + patience, student=person)
    message = OutboxMessage(MessageId(token_hex(16)), planned, State.SENDING, attempts=1)
    outcome = await messenger.deliver(message, LiveCheck(), give_up_at=float("inf"))
    if not isinstance(outcome, Sent | Unknown):
        return Proof(outcome)
    found = await messenger.find(message)
    for _ in range(patience // again_after):
        if isinstance(found, Sent) or found is Trace.UNREADABLE:
            break
        await asyncio.sleep(again_after.total_seconds())
        found = await messenger.find(message)
    return Proof(outcome, found)
