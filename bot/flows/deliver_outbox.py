"""Due messages leave the outbox: leased, asked once more whether they are wanted, marked, posted, recorded."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain import calendar
from bot.domain.digest import decode
from bot.domain.outbox import (
    NOT_WANTED,
    AppRefused,
    GiveUp,
    Kind,
    OutboxMessage,
    Outcome,
    Planned,
    RetryLater,
    Sent,
    SlowDown,
    State,
    Unknown,
    Unreachable,
    still_wanted,
)
from bot.domain.people import Cohort, PersonId, Student
from bot.domain.program import Program
from bot.flows.ports import Ask, Done, Farewell, Messenger, Post, Reminder, Saying, UnitOfWork, Welcome, World
from bot.flows.steps import attempt, lose
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

APP_WAIT = timedelta(minutes=1)
"""Until somebody has mended the app, nothing can be sent to anybody."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What delivering needs: the way to Slack, a monotonic clock in seconds that no change of time can move, and
    whether the process has been asked to stop."""

    messenger: Messenger
    monotonic: Callable[[], float]
    stopping: Callable[[], bool] = lambda: False


async def deliver_outbox(world: World, delivery: Delivery, *, at: datetime) -> bool:
    """Deliver one batch of due messages, newest first. Returns whether there may be more.

    What is still leased when the process is asked to stop is left to others: its lease expires.
    """
    async with world.open_work() as work:
        await work.outbox.release_expired()
        batch = await work.outbox.claim(at=at, limit=BATCH, lease=LEASE)
        await work.commit()
    for message in batch:
        if delivery.stopping():
            return False
        await attempt(_deliver(world, delivery, message, at=at))
    return len(batch) == BATCH


async def _deliver(world: World, delivery: Delivery, message: OutboxMessage, *, at: datetime) -> bool:
    give_up_at = delivery.monotonic() + (LEASE - SAFETY).total_seconds()
    begun = await _begin(world, message, at=at)
    if begun is None:
        return False
    placed, saying = begun
    await _record(world, placed, await delivery.messenger.deliver(placed, saying, give_up_at=give_up_at), at=at)
    return True


async def _begin(world: World, message: OutboxMessage, *, at: datetime) -> tuple[OutboxMessage, Saying] | None:
    """Mark a message `sending` under a fresh lease and say what it says; or end it when it is too late or not wanted
    any more, or put it off until the quiet hours are over."""
    planned = message.planned
    async with world.open_work() as work:
        student = await work.people.student(planned.student) if planned.student else None
        cohort = await work.people.cohort(planned.cohort_id) if planned.cohort_id else None
        allowed_at = _allowed_at(planned, student, cohort, world.program, at=at)
        begun = None
        if at > planned.too_late_at:
            await _end(work, message, State.EXPIRED, "too_late")
        elif not still_wanted(planned, student):
            await _end(work, message, State.CANCELLED, NOT_WANTED)
        elif allowed_at > at:
            await work.outbox.postpone(message.id, send_at=allowed_at)
        else:
            begun = await _mark(world, work, _placed(message, cohort), at=at)
        await work.commit()
    return begun


def _allowed_at(
    planned: Planned, student: Student | None, cohort: Cohort | None, program: Program, *, at: datetime
) -> datetime:
    """When a message may arrive: at once, or when the quiet hours where it goes are over."""
    place = student or cohort
    if place is None or planned.kind is Kind.UPDATE:
        return at
    return calendar.next_allowed(at, place.zone, program.hours)


def _placed(message: OutboxMessage, cohort: Cohort | None) -> OutboxMessage:
    """A digest goes to the channel that its cohort has now: the one it had may have been a mistake."""
    if message.planned.kind is not Kind.DIGEST or cohort is None:
        return message
    return replace(message, planned=replace(message.planned, channel=cohort.digest_channel))


async def _mark(
    world: World, work: UnitOfWork, message: OutboxMessage, *, at: datetime
) -> tuple[OutboxMessage, Saying] | None:
    saying = await _say(world, work, message, at=at)
    if saying is not None:
        ours = await work.outbox.sending(message.id, lease=LEASE, channel=message.planned.channel)
        return (message, saying) if ours else None
    if message.planned.kind is Kind.UPDATE:
        # Where its question stands is not known yet.
        await work.outbox.hold_back(message.id, after=REPEAT_AFTER)
    else:
        await _end(work, message, State.FAILED, "incomplete")
    return None


async def _end(work: UnitOfWork, message: OutboxMessage, state: State, reason: str) -> None:
    await work.outbox.settle(message.id, state, reason=reason)
    log("message_ended", kind=message.planned.kind, state=state)


async def _say(world: World, work: UnitOfWork, message: OutboxMessage, *, at: datetime) -> Saying | None:
    """What a message says, looked up at the moment of sending; None when there is not enough to say it."""
    planned = message.planned
    match planned:
        case Planned(kind=Kind.DIGEST):
            body = await work.outbox.body(message.id)
            return Post(decode(body)) if body else None
        case Planned(kind=Kind.WELCOME):
            return Welcome(voices=world.program.smallest_group)
        case Planned(kind=Kind.FAREWELL, on=date() as on):
            return Farewell(on)
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
    if question is None or question.channel is None or question.ts is None:
        return None
    return Done(lesson, question.channel, question.ts)


async def _open_question(work: UnitOfWork, world: World, student: PersonId, *, at: datetime) -> date | None:
    questions = await work.outbox.open_questions(student, since=at - world.program.question_open)
    return questions[0].on if questions else None


async def _record(world: World, message: OutboxMessage, outcome: Outcome, *, at: datetime) -> None:
    repeatable = message.planned.kind is Kind.UPDATE
    async with world.open_work() as work:
        match outcome:
            case Sent():
                await work.outbox.settle(message.id, State.SENT, sent=outcome)
            case RetryLater(after=after) | SlowDown(pause=after):
                await work.outbox.hold_back(message.id, after=after)
            case AppRefused(reason=reason):
                await work.outbox.hold_back(message.id, after=APP_WAIT, reason=reason)
            case Unknown() if repeatable:
                await work.outbox.hold_back(message.id, after=REPEAT_AFTER)
            case Unknown():
                await work.outbox.settle(message.id, State.UNKNOWN)
            case GiveUp() | Unreachable():
                await _fail(world, work, message, outcome, at=at)
        await work.commit()
    log("message", kind=message.planned.kind, outcome=type(outcome), attempt=message.attempts + 1)


async def _fail(
    world: World, work: UnitOfWork, message: OutboxMessage, refused: GiveUp | Unreachable, *, at: datetime
) -> None:
    if message.planned.kind is Kind.DIGEST:
        await work.outbox.hold_back(message.id, after=CHANNEL_WAIT, reason=refused.reason)
        return
    if isinstance(refused, Unreachable) and message.planned.student:
        # The student's row is locked before the message's, as everywhere else.
        await lose(world, work, message.planned.student, refused.reason, at=at)
    await work.outbox.settle(message.id, State.FAILED, reason=refused.reason)
