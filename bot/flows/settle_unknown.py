"""Messages whose sending nobody saw end: Slack's own history says whether they are there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import pace
from bot.domain.outbox import NOT_SEEN, OutboxMessage, Sent, SlowDown, State
from bot.domain.pace import LaneName
from bot.domain.people import PersonId, Student
from bot.flows.ports import Messenger, Timing, Trace, UnitOfWork, World
from bot.flows.records.outbox import Arrival
from bot.flows.steps import attempt, note_reached, see_to_removal
from bot.logs import log

BATCH = 20


async def settle_unknown(world: World, messenger: Messenger, *, at: datetime, timing: Timing | None = None) -> int:
    """Look for unknown messages by their ids, as many as the lane of history has slots for: found means sent, absent
    twice means it is sent again, or expired if it is too late by now.

    The first look alone proves only that Slack answers again: what it had in hand before may be carried out behind
    that answer. Where the history can't be read the message stays unknown and listed: never a blind second sending. A
    day after it was too late nobody looks any more. Returns how many were settled.
    """
    timing = timing or Timing()
    async with world.open_work() as work:
        await work.delivery.erase_late_bodies(at=at)
        unknown = await _take(world, work, at=at, timing=timing)
        await work.commit()
    return sum([await attempt(_settle(world, messenger, each, slot, at=at, timing=timing)) for each, slot in unknown])


async def _take(
    world: World, work: UnitOfWork, *, at: datetime, timing: Timing
) -> list[tuple[OutboxMessage, datetime]]:
    if not await work.delivery.has_unknown(at=at, older_than=timing.settle_after):
        return []
    lane, now = await work.lanes.lock(LaneName.HISTORY)
    a_minute = pace.full_pace(LaneName.HISTORY, world.program.messages_a_minute)
    places = min(BATCH, pace.room(lane, a_minute=a_minute, now=now))
    unknown = await work.delivery.unknown(at=at, older_than=timing.settle_after, limit=places)
    lane, slots = pace.take(lane, len(unknown), a_minute=a_minute, now=now)
    await work.lanes.save(LaneName.HISTORY, lane)
    students = await work.people.students({each.planned.student for each in unknown if each.planned.student})
    return [(_aimed(each, students), slot) for each, slot in zip(unknown, slots, strict=True)]


def _aimed(message: OutboxMessage, students: Mapping[PersonId, Student]) -> OutboxMessage:
    """With the conversation in which it is to be looked for, if that is known."""
    student = students.get(message.planned.student) if message.planned.student else None
    if student is None or student.conversation is None:
        return message
    return replace(message, planned=replace(message.planned, channel=student.conversation))


async def _settle(
    world: World, messenger: Messenger, message: OutboxMessage, slot: datetime, *, at: datetime, timing: Timing
) -> bool:
    found = await messenger.find(message)
    async with world.open_work() as work:
        match found:
            case Sent():
                await note_reached(work, message.planned)
                await work.delivery.arrived([Arrival(message.id, message.attempts, found)])
                await see_to_removal(work, message.planned.kind, found, at=at)
            case Trace.ABSENT if message.reason != NOT_SEEN:
                await work.delivery.not_seen(message.id, attempt=message.attempts)
            case Trace.ABSENT if at > message.planned.too_late_at:
                await work.delivery.settle(message.id, State.EXPIRED, reason="too_late", attempt=message.attempts)
            case Trace.ABSENT:
                await work.delivery.put_back([message.id], attempt=message.attempts)
            case Trace.UNREADABLE:
                await work.delivery.looked_at(message.id, again_after=timing.unreadable_for)
            case SlowDown(pause=pause):
                await work.delivery.looked_at(message.id, again_after=pause)
                await _slow_down(world, work, pause, slot=slot)
        if isinstance(found, Sent) or found is Trace.ABSENT:
            await _hear(work)
        await work.commit()
    name = found.value if isinstance(found, Trace) else type(found).__name__
    world.meters.looked_for(name)
    log("unknown_message", kind=message.planned.kind, found=found if isinstance(found, Trace) else type(found))
    return isinstance(found, Sent) or (found is Trace.ABSENT and message.reason == NOT_SEEN)


async def _hear(work: UnitOfWork) -> None:
    """Slack answers again, so a lane that was closed because it did not is open."""
    known = await work.lanes.all()
    if all(lane.trouble != pace.NO_ANSWER for lane in known.values()):
        return
    for name in pace.LANES:
        lane, _ = await work.lanes.lock(name)
        if lane.trouble == pace.NO_ANSWER:
            await work.lanes.save(name, pace.opened(lane))


async def _slow_down(world: World, work: UnitOfWork, pause: timedelta, *, slot: datetime) -> None:
    lane, now = await work.lanes.lock(LaneName.HISTORY)
    a_minute = pace.full_pace(LaneName.HISTORY, world.program.messages_a_minute)
    await work.lanes.save(LaneName.HISTORY, pace.refused(lane, pause, slot=slot, a_minute=a_minute, now=now))
