"""A digest that its place does not take waits, and the coordinators are told once. After a day it goes to the
preceptors instead of its channel."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.digest import compose, decode, encode
from bot.domain.letters import Readers, Texts, beside, directly_at, instead_of
from bot.domain.notices import NO_CHANNEL, NOT_CONFIRMED, Meanwhile, Notice, Obstacle
from bot.domain.outbox import WENT_DIRECTLY, Kind, OutboxMessage, State
from bot.domain.people import Cohort
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import digest_readers, tell_coordinators
from bot.logs import log

CHANNEL_WAIT = timedelta(minutes=10)
"""A digest that its channel refuses is tried again until it is too late: its replies are spent, and the bot may only
have to be invited."""
PERSON_WAIT = timedelta(hours=1)
"""Whether somebody's account was opened again need not be asked as often."""


@dataclass(frozen=True, slots=True)
class _TurnedAway:
    """A digest of a cohort that its place did not take at one attempt, for Slack's `reason`."""

    message: OutboxMessage
    cohort: Cohort
    on: date
    attempt: int
    reason: str


async def turn_away(
    world: World, work: UnitOfWork, message: OutboxMessage, reason: str, *, attempt: int, at: datetime
) -> None:
    """Write down that a digest's place did not take it, for Slack's code or our own; twice changes nothing.

    It waits; or its text moves to messages for the preceptors in this same transaction, so that it is in one place
    at any time.
    """
    planned = message.planned
    if planned.cohort_id is None or planned.on is None:
        await work.delivery.settle(message.id, State.FAILED, reason=reason, attempt=attempt)
        return
    cohort = await work.people.cohort(planned.cohort_id)
    digest = _TurnedAway(message, cohort, planned.on, attempt, reason)
    if planned.student is None:
        await _by_channel(world, work, digest, at=at)
    else:
        await work.delivery.hold_back(message.id, after=PERSON_WAIT, reason=reason, attempt=attempt)
        readers = await _readers(work, cohort, digest.on, at=at)
        is_only_reader = planned.student in readers.ready and not readers.is_read
        await _tell(world, work, digest, Meanwhile.STUCK if is_only_reader else Meanwhile.WAITS, at=at)


async def fit_for_channel(world: World, work: UnitOfWork, message: OutboxMessage, *, at: datetime) -> bool:
    """See to it that a channel shows what students said only where every preceptor has confirmed, also those who were
    placed since the digest was composed. Returns whether the message may leave now.

    Else the whole moves to messages for those who have confirmed, and the channel gets the teaching part, in this same
    transaction; where nobody has who is there, it waits.
    """
    planned, body = message.planned, await work.delivery.body(message.id)
    if planned.cohort_id is None or planned.on is None or not body or not decode(body).shows_students:
        return True
    cohort = await work.people.cohort(planned.cohort_id)
    readers = await _readers(work, cohort, planned.on, at=at)
    if readers.may_be_shown:
        return True
    if not readers.is_read:
        await turn_away(world, work, message, NOT_CONFIRMED, attempt=message.attempts, at=at)
        return False
    for direct in beside(planned, cohort, body, readers, on=planned.on, at=at):
        await work.outbox.add(direct)
    teaching = encode(compose(None, curriculum=world.curriculum, on=planned.on))
    await work.delivery.reword(message.id, body=teaching)
    log("digest_went_beside_its_channel", attempt=message.attempts)
    return True


async def _readers(work: UnitOfWork, cohort: Cohort, on: date, *, at: datetime) -> Readers:
    """Who reads a digest of a date at an instant: whoever began to teach since then may be in the channel too."""
    return await digest_readers(work, cohort.id, since=on, until=max(on, at.astimezone(cohort.zone).date()))


async def _by_channel(world: World, work: UnitOfWork, digest: _TurnedAway, *, at: datetime) -> None:
    planned, cohort = digest.message.planned, digest.cohort
    readers = await _readers(work, cohort, digest.on, at=at)
    body = await work.delivery.body(digest.message.id)
    is_time = digest.reason == NO_CHANNEL or directly_at(planned) <= at
    if body is None or not _may_be_read_by(readers, body):
        meanwhile = Meanwhile.STUCK
    elif is_time and at <= planned.too_late_at and await _went(world, work, digest, readers, body, at=at):
        meanwhile = Meanwhile.WENT
    else:
        meanwhile = Meanwhile.WAITS
    if meanwhile is not Meanwhile.WENT:
        await work.delivery.hold_back(
            digest.message.id, after=CHANNEL_WAIT, reason=digest.reason, attempt=digest.attempt
        )
    if digest.reason != NO_CHANNEL or meanwhile is Meanwhile.STUCK:
        # Who took the channel from a cohort knows that its digests go directly now.
        await _tell(world, work, digest, meanwhile, at=at)


def _may_be_read_by(readers: Readers, body: str) -> bool:
    """Whether a digest reaches anybody directly. What students shared is not dropped for a teaching part while
    somebody may still confirm, or the channel be mended."""
    return readers.is_read if decode(body).shows_students else bool(readers.preceptors)


async def _went(
    world: World, work: UnitOfWork, digest: _TurnedAway, readers: Readers, body: str, *, at: datetime
) -> bool:
    """Move a digest to its preceptors, unless there was another attempt at its channel by now."""
    gone = await work.delivery.settle(digest.message.id, State.CANCELLED, reason=WENT_DIRECTLY, attempt=digest.attempt)
    if gone:
        texts = Texts(body, encode(compose(None, curriculum=world.curriculum, on=digest.on)))
        for planned in instead_of(digest.message.planned, digest.cohort, texts, readers, on=digest.on, at=at):
            await work.outbox.add(planned)
        log("digest_went_directly", attempt=digest.attempt)
        world.meters.ended(Kind.DIGEST, State.CANCELLED)
    return gone


async def _tell(world: World, work: UnitOfWork, digest: _TurnedAway, meanwhile: Meanwhile, *, at: datetime) -> None:
    planned, cohort = digest.message.planned, digest.cohort
    notice = Notice(
        Obstacle.CHANNEL if planned.student is None else Obstacle.PRECEPTOR,
        cohort.name,
        channel=planned.channel or "" if planned.student is None else "",
        person=planned.student,
        on=digest.on,
        reason=digest.reason,
        meanwhile=meanwhile,
        directly_at=directly_at(planned).astimezone(cohort.zone),
        until=planned.too_late_at.astimezone(cohort.zone),
    )
    await tell_coordinators(world, work, notice, cohort, at=at)
