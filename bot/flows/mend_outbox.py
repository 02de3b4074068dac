"""A person mends the outbox: sends again, cancels, or says what was seen in Slack. All of the ids given, or none."""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot.domain.errors import OutboxRefused
from bot.domain.outbox import Kind, MessageId, OutboxMessage, State
from bot.flows.ports import UnitOfWork, World

WhyNot = Callable[[UnitOfWork, OutboxMessage], Awaitable[str | None]]
Change = Callable[[UnitOfWork, Sequence[OutboxMessage]], Awaitable[object]]

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
    "nothing reaches this person at present. Have their account opened again in Slack, or correct their id in the "
    "roster file and place it again: whoever is back gets what is planned from then on. "
    "To take it off the list: bedside outbox cancel {id}."
)


async def retry(world: World, ids: Sequence[str], *, not_there: bool, at: datetime) -> tuple[OutboxMessage, ...]:
    """Make failed, expired and unknown messages pending again, let those that were put off go at once, and return
    them as they were. Raises OutboxRefused.

    An unknown one is sent again only when a person has looked into the conversation and it is not there: that is
    knowing, and no blind second sending.
    """
    return await _mend(world, ids, partial(_why_no_retry, not_there=not_there, at=at), _send_again)


async def cancel(world: World, ids: Sequence[str]) -> tuple[OutboxMessage, ...]:
    """Cancel pending, unknown and failed messages for good, and digests that nobody got. Raises OutboxRefused."""
    return await _mend(world, ids, _why_no_cancel, lambda work, chosen: work.outbox.withdraw(_ids(chosen)))


async def arrived(world: World, ids: Sequence[str]) -> tuple[OutboxMessage, ...]:
    """Record unknown messages as sent, because a person has seen them in Slack. Raises OutboxRefused."""
    return await _mend(world, ids, _why_not_arrived, lambda work, chosen: work.outbox.vouch_for(_ids(chosen)))


def short(message: MessageId) -> str:
    """As much of an id as a person has to type."""
    return message[:SHOWN_ID]


async def _mend(world: World, ids: Sequence[str], why_not: WhyNot, change: Change) -> tuple[OutboxMessage, ...]:
    """Change all of the messages named, and return them as they were. Raises OutboxRefused when one must not be."""
    async with world.open_work() as work:
        messages = await _named(work, ids)
        _refuse([(each, await why_not(work, each)) for each in messages])
        await change(work, messages)
        await work.commit()
    return messages


async def _send_again(work: UnitOfWork, messages: Sequence[OutboxMessage]) -> None:
    unknown = [each for each in messages if each.state is State.UNKNOWN]
    await work.outbox.reopen(_ids(unknown), after=ONE_LOOK)
    rest = _ids(each for each in messages if each not in unknown)
    await work.outbox.reopen(rest, after=timedelta(0))
    await work.outbox.hurry(rest)


def _ids(messages: Iterable[OutboxMessage]) -> list[MessageId]:
    return [each.id for each in messages]


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


def _refuse(reasons: Iterable[tuple[OutboxMessage, str | None]]) -> None:
    problems = [f"{short(message.id)}: {_filled(reason, message)}" for message, reason in reasons if reason]
    if problems:
        raise OutboxRefused(problems=tuple(problems))


def _filled(reason: str, message: OutboxMessage) -> str:
    return reason.format(id=short(message.id), too_late_at=message.planned.too_late_at, state=message.state)


async def _why_hopeless(work: UnitOfWork, message: OutboxMessage) -> str | None:
    """Why sending a message again would come to nothing, whatever its state."""
    planned = message.planned
    if planned.kind in (Kind.DIGEST, Kind.TYPED, Kind.NOTICE) and await work.delivery.body(message.id) is None:
        return TEXT_IS_GONE
    student = await work.people.student(planned.student) if planned.student else None
    return NOBODY_THERE if student is not None and student.unreachable else None


async def _why_no_retry(work: UnitOfWork, message: OutboxMessage, *, not_there: bool, at: datetime) -> str | None:
    match message.state:
        case State.PENDING if not message.reason:
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
            return await _why_hopeless(work, message)


async def _why_no_cancel(_: UnitOfWork, message: OutboxMessage) -> str | None:
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


async def _why_not_arrived(_: UnitOfWork, message: OutboxMessage) -> str | None:
    return (
        None if message.state is State.UNKNOWN else "only an unknown message can have been seen; this one is {state}."
    )
