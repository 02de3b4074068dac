"""A person mends the outbox: sends again, cancels, or says what was seen in Slack. All of the ids given, or none."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.errors import OutboxRefused
from bot.domain.outbox import Kind, MessageId, OutboxMessage, State
from bot.flows.ports import UnitOfWork, World

SHORTEST_ID: Final = 6
SHOWN_ID: Final = 8
"""So much of an id is shown where a person is to type it again."""
ONE_LOOK: Final = timedelta(minutes=1)
"""A worker may be looking for an unknown message at this moment, and puts it back when it does not find it. That must
be over before anybody sends it anew, or it would be sent twice."""

IN_HANDS: Final = "a worker has it in its hands at this moment. Look again in a minute."
LOOK_FIRST: Final = (
    "nobody saw whether it arrived. Look into the conversation first, or ask whoever it went to. "
    "If it is not there: bedside outbox retry --not-there {id}. If it is there: bedside outbox arrived {id}."
)
TOO_LATE: Final = (
    "it became too late at {too_late_at:%Y-%m-%d %H:%M} UTC, and nobody gets yesterday's message. "
    "To take it off the list: bedside outbox cancel {id}."
)
TEXT_IS_GONE: Final = (
    "what it said was erased when it ended, and the replies in it are spent, so it can't be sent. "
    "To take it off the list: bedside outbox cancel {id}."
)
NOBODY_THERE: Final = (
    "nothing reaches this person at present; whoever comes back gets what is planned from then on. "
    "To take it off the list: bedside outbox cancel {id}."
)


async def retry(world: World, ids: Sequence[str], *, not_there: bool, at: datetime) -> tuple[OutboxMessage, ...]:
    """Make failed, expired and unknown messages pending again, and return them as they were. Raises OutboxRefused.

    An unknown one is sent again only when a person has looked into the conversation and it is not there: that is
    knowing, and no blind second sending.
    """
    async with world.open_work() as work:
        messages = await _named(work, ids)
        hopeless = {each.id: await _why_hopeless(work, each) for each in messages}
        _refuse(messages, lambda each: _why_no_retry(each, not_there=not_there, at=at) or hopeless[each.id])
        unknown = [each.id for each in messages if each.state is State.UNKNOWN]
        await work.outbox.reopen(unknown, after=ONE_LOOK)
        await work.outbox.reopen([each.id for each in messages if each.id not in unknown], after=timedelta(0))
        await work.commit()
    return messages


async def cancel(world: World, ids: Sequence[str]) -> tuple[OutboxMessage, ...]:
    """Cancel pending, unknown and failed messages for good, and digests that nobody got. Raises OutboxRefused."""
    async with world.open_work() as work:
        messages = await _named(work, ids)
        _refuse(messages, _why_no_cancel)
        await work.outbox.withdraw([each.id for each in messages])
        await work.commit()
    return messages


async def arrived(world: World, ids: Sequence[str]) -> tuple[OutboxMessage, ...]:
    """Record unknown messages as sent, because a person has seen them in Slack. Raises OutboxRefused."""
    async with world.open_work() as work:
        messages = await _named(work, ids)
        _refuse(messages, _why_not_arrived)
        await work.outbox.vouch_for([each.id for each in messages])
        await work.commit()
    return messages


def short(message: MessageId) -> str:
    """As much of an id as a person has to type."""
    return message[:SHOWN_ID]


async def _named(work: UnitOfWork, ids: Sequence[str]) -> tuple[OutboxMessage, ...]:
    """The messages that some ids, or the beginnings of some, stand for, each once and locked. Raises OutboxRefused."""
    messages: dict[MessageId, OutboxMessage] = {}
    problems: list[str] = []
    for written in ids:
        prefix = written.lower()
        found = await work.outbox.by_prefix(prefix) if _may_begin_an_id(prefix) else ()
        if len(found) == 1:
            messages[found[0].id] = found[0]
        else:
            problems.append(_why_not_found(written, len(found)))
    if problems:
        raise OutboxRefused(problems=tuple(problems))
    return tuple(messages.values())


def _may_begin_an_id(written: str) -> bool:
    return re.fullmatch(rf"[0-9a-f]{{{SHORTEST_ID},32}}", written) is not None


def _why_not_found(written: str, found: int) -> str:
    if not _may_begin_an_id(written.lower()):
        return f"“{written}” is no id. Write at least {SHORTEST_ID} characters of one, as `bedside outbox` shows it."
    if found:
        return f"{written}: more than one message has an id that begins so. Write more of it."
    return f"{written}: no message has an id that begins so. `bedside outbox` shows the ids."


def _refuse(messages: Iterable[OutboxMessage], why_not: Callable[[OutboxMessage], str | None]) -> None:
    reasons = [(message, why_not(message)) for message in messages]
    problems = [f"{short(message.id)}: {_filled(reason, message)}" for message, reason in reasons if reason]
    if problems:
        raise OutboxRefused(problems=tuple(problems))


def _filled(reason: str, message: OutboxMessage) -> str:
    return reason.format(id=short(message.id), too_late_at=message.planned.too_late_at, state=message.state)


async def _why_hopeless(work: UnitOfWork, message: OutboxMessage) -> str | None:
    """Why sending a message again would come to nothing, whatever its state."""
    planned = message.planned
    if planned.kind is Kind.DIGEST and await work.delivery.body(message.id) is None:
        return TEXT_IS_GONE
    student = await work.people.student(planned.student) if planned.student else None
    return NOBODY_THERE if student is not None and student.unreachable else None


def _why_no_retry(message: OutboxMessage, *, not_there: bool, at: datetime) -> str | None:
    match message.state:
        case State.PENDING:
            return "it is pending, and goes out by itself."
        case State.LEASED | State.SENDING:
            return IN_HANDS
        case State.SENT:
            return "it was sent already."
        case State.CANCELLED:
            return "it was cancelled, and stays so."
        case _ if at > message.planned.too_late_at:
            return TOO_LATE
        case State.UNKNOWN if not not_there:
            return LOOK_FIRST
        case _:
            return None


def _why_no_cancel(message: OutboxMessage) -> str | None:
    match message.state:
        case State.LEASED | State.SENDING:
            return IN_HANDS
        case State.SENT:
            return "it was sent, so it can't be cancelled."
        case State.CANCELLED:
            return "it is cancelled already."
        case State.EXPIRED if message.planned.kind is not Kind.DIGEST:
            return "it has expired already, and nobody gets it."
        case _:
            return None


def _why_not_arrived(message: OutboxMessage) -> str | None:
    return (
        None if message.state is State.UNKNOWN else "only an unknown message can have been seen; this one is {state}."
    )
