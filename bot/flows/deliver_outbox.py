"""Due messages leave the outbox: leased, asked once more whether they are wanted, marked, posted, recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.digest import decode
from bot.domain.outbox import (
    GiveUp,
    Kind,
    OutboxMessage,
    Planned,
    RetryLater,
    Sent,
    State,
    Unknown,
    still_wanted,
)
from bot.domain.people import PersonId
from bot.flows.ports import Ask, Done, Messenger, Post, Reminder, Saying, UnitOfWork, Welcome, World
from bot.logs import log

LEASE = timedelta(seconds=60)
SAFETY = timedelta(seconds=20)
"""A request is not begun in the last part of a lease, and the request's time-out is shorter than that part."""
BATCH = 20
REPEAT_AFTER = timedelta(seconds=30)
"""An update whose end nobody saw is simply made once more after a while: a second time changes nothing."""
CHANNEL_WAIT = timedelta(minutes=10)
"""A digest that its channel refuses is tried again until it is too late: its replies are spent, and the bot may only
have to be invited."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What delivering needs: the way to Slack, and a monotonic clock in seconds that no change of time can move."""

    messenger: Messenger
    monotonic: Callable[[], float]


async def deliver_outbox(world: World, delivery: Delivery, *, at: datetime) -> bool:
    """Deliver one batch of due messages, newest first. Returns whether there may be more."""
    async with world.open_work() as work:
        await work.outbox.release_expired()
        batch = await work.outbox.claim(at=at, limit=BATCH, lease=LEASE)
        await work.commit()
    for message in batch:
        await _deliver(world, delivery, message, at=at)
    return len(batch) == BATCH


async def _deliver(world: World, delivery: Delivery, message: OutboxMessage, *, at: datetime) -> None:
    give_up_at = delivery.monotonic() + (LEASE - SAFETY).total_seconds()
    saying = await _begin(world, message, at=at)
    if saying is not None:
        outcome = await delivery.messenger.deliver(message, saying, give_up_at=give_up_at)
        await _record(world, message, outcome)


async def _begin(world: World, message: OutboxMessage, *, at: datetime) -> Saying | None:
    """Mark a message `sending` under a fresh lease, or end it when it is too late or not wanted any more."""
    planned = message.planned
    async with world.open_work() as work:
        student = await work.people.student(planned.student) if planned.student else None
        saying = await _say(world, work, planned, at=at)
        if at > planned.too_late_at:
            await _end(work, message, State.EXPIRED, "too_late")
        elif not still_wanted(planned, student):
            await _end(work, message, State.CANCELLED, "not_wanted")
        elif saying is None:
            await _end(work, message, State.FAILED, "incomplete")
        elif await work.outbox.sending(message.id, lease=LEASE):
            await work.commit()
            return saying
        await work.commit()
    return None


async def _end(work: UnitOfWork, message: OutboxMessage, state: State, reason: str) -> None:
    await work.outbox.settle(message.id, state, reason=reason)
    log("message_ended", kind=message.planned.kind, state=state)


async def _say(world: World, work: UnitOfWork, planned: Planned, *, at: datetime) -> Saying | None:
    """What a message says, looked up at the moment of sending; None when its row does not hold enough to say it."""
    match planned:
        case Planned(kind=Kind.DIGEST, body=str(body)):
            return Post(decode(body))
        case Planned(kind=Kind.WELCOME):
            return Welcome(voices=world.program.smallest_group)
        case Planned(student=str(student), on=date() as on):
            return await _say_lesson(world, work, planned.kind, PersonId(student), on, at=at)
    return None


async def _say_lesson(
    world: World, work: UnitOfWork, kind: Kind, student: PersonId, on: date, *, at: datetime
) -> Saying | None:
    lesson = world.curriculum.lesson_on(on, world.program.overrides)
    if kind is Kind.REMINDER:
        return Reminder(lesson, await _open_question(work, world, student, at=at))
    if kind is Kind.QUESTION:
        return Ask(lesson)
    question = await work.outbox.question(student, on)
    return Done(lesson, question.channel, question.ts) if question else None


async def _open_question(work: UnitOfWork, world: World, student: PersonId, *, at: datetime) -> date | None:
    questions = await work.outbox.open_questions(student, since=at - world.program.question_open)
    return questions[0].on if questions else None


async def _record(world: World, message: OutboxMessage, outcome: Sent | RetryLater | Unknown | GiveUp) -> None:
    repeatable = message.planned.kind is Kind.UPDATE
    async with world.open_work() as work:
        match outcome:
            case Sent():
                await work.outbox.settle(message.id, State.SENT, sent=outcome)
            case RetryLater(after=after):
                await work.outbox.hold_back(message.id, after=after)
            case Unknown() if repeatable:
                await work.outbox.hold_back(message.id, after=REPEAT_AFTER)
            case Unknown():
                await work.outbox.settle(message.id, State.UNKNOWN)
            case GiveUp() if message.planned.kind is Kind.DIGEST:
                await work.outbox.hold_back(message.id, after=CHANNEL_WAIT)
            case GiveUp(reason=reason):
                await work.outbox.settle(message.id, State.FAILED, reason=reason)
        await work.commit()
    log("message", kind=message.planned.kind, outcome=type(outcome), attempts=message.attempts)
