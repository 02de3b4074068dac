"""What became of requests is written down, many at once, and the lanes learn from it."""

import logging
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from bot.domain import pace
from bot.domain.outbox import (
    AppRefused,
    GiveUp,
    Kind,
    Outcome,
    RetryLater,
    Sent,
    SlowDown,
    State,
    Unknown,
    Unreachable,
    journal_page_for,
)
from bot.domain.people import PersonId
from bot.flows.deliver_outbox.parcels import Delivered
from bot.flows.deliver_outbox.turning_away import turn_away
from bot.flows.ports import Timing, UnitOfWork, World
from bot.flows.records.outbox import Arrival
from bot.flows.steps import lose, note_reached, see_to_removal
from bot.logs import log

AT_ONCE = timedelta(0)
REFUSED_WAIT = 4 * pace.PROBE


async def record(world: World, delivered: Collection[Delivered], *, silent: bool, at: datetime, timing: Timing) -> None:
    """Write down a batch of outcomes in one transaction. Doing it twice changes nothing.

    `silent` says that Slack has not answered several requests in a row: then the lanes close and are probed, since
    whatever is sent into a silence has to be looked for afterwards.
    """
    async with world.open_work() as work:
        there = await _held(work, delivered)
        await _lose(world, work, delivered, at=at)
        await _note_reached(work, delivered)
        await work.people.remember_conversations(dict(_learned(delivered)))
        await _adjust_lanes(world, work, delivered, silent=silent)
        await work.delivery.arrived(tuple(_arrivals(delivered)))
        for each in delivered:
            await _note(world, work, each, there=there, at=at, timing=timing)
            if isinstance(each.outcome, Sent):
                await _follow_up(work, each, each.outcome, at=at)
        await work.commit()
    for each in delivered:
        world.meters.delivered(each.parcel.message.planned.kind, type(each.outcome))


def _is_answered(each: Delivered) -> bool:
    """Whether Slack has decided about the message, and so takes messages of this app."""
    return isinstance(each.outcome, Sent | GiveUp | Unreachable)


def _arrivals(delivered: Collection[Delivered]) -> Iterator[Arrival]:
    for each in delivered:
        if isinstance(each.outcome, Sent):
            yield Arrival(each.parcel.id, each.attempt, each.outcome)


def _learned(delivered: Collection[Delivered]) -> Iterator[tuple[PersonId, str]]:
    """The direct conversations that were not known yet, or not under this id."""
    for each in delivered:
        planned = each.parcel.message.planned
        if isinstance(each.outcome, Sent) and planned.student is not None and planned.channel != each.outcome.channel:
            yield planned.student, each.outcome.channel


async def _follow_up(work: UnitOfWork, each: Delivered, sent: Sent, *, at: datetime) -> None:
    """A journal does not stay in Slack, and the removal of something leaves nothing to know."""
    kind = each.parcel.message.planned.kind
    await see_to_removal(work, kind, sent, at=at)
    if kind is Kind.REMOVAL:
        await work.delivery.vanish([each.parcel.id])


async def _note(
    world: World, work: UnitOfWork, each: Delivered, *, there: Collection[PersonId], at: datetime, timing: Timing
) -> None:
    """Write down one outcome other than an arrival. `there` are the students of whom more may be planned."""
    planned, outcome = each.parcel.message.planned, each.outcome
    put_off = _put_off(outcome, planned.kind, timing)
    if put_off is not None:
        after, reason = put_off
        await work.delivery.hold_back(each.parcel.id, after=after, reason=reason, attempt=each.attempt)
    elif isinstance(outcome, Unknown):
        await work.delivery.settle(each.parcel.id, State.UNKNOWN, attempt=each.attempt)
    elif isinstance(outcome, GiveUp | Unreachable) and planned.kind is Kind.DIGEST:
        await turn_away(world, work, each.parcel.message, outcome.reason, attempt=each.attempt, at=at)
    elif isinstance(outcome, GiveUp) and planned.kind is Kind.JOURNAL:
        if planned.student in there:
            # Slack takes no file, so it comes as messages.
            await work.outbox.add(journal_page_for(planned, since=date.min))
        await work.delivery.settle(each.parcel.id, State.CANCELLED, reason=outcome.reason, attempt=each.attempt)
    elif isinstance(outcome, GiveUp | Unreachable):
        await work.delivery.settle(each.parcel.id, State.FAILED, reason=outcome.reason, attempt=each.attempt)


def _put_off(outcome: Outcome, kind: Kind, timing: Timing) -> tuple[timedelta, str] | None:
    """For how long a message is put off, and Slack's reason; None when it is not to be tried again by itself."""
    match outcome:
        case RetryLater(after=after, reason=reason):
            return after, reason
        case SlowDown():
            # Its lane is closed meanwhile, and says why.
            return AT_ONCE, ""
        case AppRefused(reason=reason):
            # So the next probe is another message: this one may be refused for a reason of its own.
            return REFUSED_WAIT, reason
        case Unknown() if kind.is_repeatable:
            # Made once more it changes nothing, so nobody has to look whether it was made.
            return timing.repeat_after, ""
    return None


async def _held(work: UnitOfWork, delivered: Collection[Delivered]) -> Collection[PersonId]:
    """Those students about whom more than the outcome is written: who has everything deleted just now is not among
    them. They come first, in the order of their ids: whoever changes a student's settings holds the student before the
    messages, and two who take them in other orders would wait for each other. So those whose conversation is learned
    are held with them."""
    concerned = {
        student
        for each in delivered
        if (student := each.parcel.message.planned.student) is not None
        and (isinstance(each.outcome, Unreachable) or _is_refused_journal(each))
    }
    return await work.people.students(concerned | dict(_learned(delivered)).keys()) if concerned else ()


def _is_refused_journal(each: Delivered) -> bool:
    return isinstance(each.outcome, GiveUp) and each.parcel.message.planned.kind is Kind.JOURNAL


async def _lose(world: World, work: UnitOfWork, delivered: Collection[Delivered], *, at: datetime) -> None:
    """Students whom nothing reaches, and who are held."""
    lost = {
        each.parcel.message.planned.student: each.outcome.reason
        for each in delivered
        if isinstance(each.outcome, Unreachable)
    }
    people = {student for student in lost if student is not None}
    for student in sorted(people):
        await lose(world, work, student, lost[student], at=at)


async def _note_reached(work: UnitOfWork, delivered: Collection[Delivered]) -> None:
    """Which preceptors are there. They come in one order, like the students, and before the messages."""
    for each in sorted(delivered, key=lambda each: each.parcel.message.planned.student or ""):
        match each.outcome:
            case Sent():
                await note_reached(work, each.parcel.message.planned)
            case GiveUp(reason=reason) | Unreachable(reason=reason):
                await note_reached(work, each.parcel.message.planned, reason)


async def _adjust_lanes(world: World, work: UnitOfWork, delivered: Collection[Delivered], *, silent: bool) -> None:
    """What Slack says of the app or says to nobody closes every lane; a message that gets through opens them again;
    and a pause concerns the lane of the message that it answered."""
    refusals = [each.outcome.reason for each in delivered if isinstance(each.outcome, AppRefused)]
    trouble = refusals[0] if refusals else pace.NO_ANSWER if silent else ""
    works_again = not trouble and any(each.parcel.probes and _is_answered(each) for each in delivered)
    for name in pace.LANES:
        pauses = [
            (each.outcome.pause, each.parcel.slot)
            for each in delivered
            if each.parcel.lane is name and isinstance(each.outcome, SlowDown)
        ]
        if trouble or works_again or pauses:
            lane, now = await work.lanes.lock(name)
            lane = pace.opened(lane) if works_again else lane
            lane = pace.closed(lane, trouble, now=now) if trouble else lane
            for pause, slot in pauses:
                a_minute = pace.full_pace(name, world.program.messages_a_minute)
                lane = pace.refused(lane, pause, slot=slot, a_minute=a_minute, now=now)
            await work.lanes.save(name, lane)
    if trouble:
        log("lanes_closed", level=logging.ERROR, app_refused=bool(refusals))
