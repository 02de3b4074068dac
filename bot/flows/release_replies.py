"""What waits in a cohort is offered to the gate. Here stand the promises that need more than the replies themselves:
when, by whom, and what was promised when they were written."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import PooledReply, Release, Voice, batches, may_release, release
from bot.domain.people import Cohort, PersonId
from bot.domain.policy import Policy, PolicyChange, promised
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.replies import WaitingReply
from bot.flows.steps import insiders_of


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A reply that waits, and the policy that it was promised."""

    reply: WaitingReply
    policy: Policy


async def release_replies(
    world: World, work: UnitOfWork, cohort: Cohort, on: date, *, due: datetime, at: datetime
) -> Release | None:
    """What the digest of a date may tell of a cohort's replies, in the transaction that marks them as used; None when
    nothing may be told, and then all of them wait. It is told at `at`, and what it tells had settled when it was due.
    """
    # Six days between releases, whatever was reconfigured: also of those whose rotation was in another cohort before.
    if not may_release(await work.digests.rests_since(cohort.id), at=at):
        return None
    last = await work.digests.last_release(cohort.id)
    # Who reads this cohort's digests or sets them up is no voice, and does not count for the roster.
    insiders = await insiders_of(world, work, cohort.id)
    waiting = await _waiting(world, work, cohort, insiders, at=due)
    roster_size = await _roster_size(world, work, cohort, insiders, at=due, last=last)
    key = hmac.digest(world.release_key, f"{cohort.id}:{on}".encode(), hashlib.sha256)
    for policy, batch in _batches(waiting, world.program.policy):
        released = release(_pooled(batch), roster_size=roster_size, policy=policy, key=key)
        if released is not None:
            # Once: in this very transaction they are wiped, and no later digest finds them.
            await work.replies.spend([reply.id for reply in batch])
            # Their Home tabs still show it, and the hash of one could be tried on everything it may have shown.
            await work.homes.outdate({reply.student for reply in batch})
            await work.digests.released(cohort.id, on, at=at)
            return released
    return None


async def _waiting(
    world: World, work: UnitOfWork, cohort: Cohort, insiders: frozenset[PersonId], *, at: datetime
) -> list[_Waiting]:
    """The replies that may join a digest now: settled, carried over for no longer than was promised, and written for
    this cohort, wherever their authors are placed by now."""
    policy, changes = world.program.policy, await work.policies.changes()
    found = await work.replies.waiting(
        cohort.id,
        settled_before=policy.settled_before(at),
        since=policy.waiting_since(at),
        asked_since=_asked_since(world, cohort, at=at),
    )
    waiting = (_Waiting(reply, _promised(reply, changes, policy)) for reply in found if reply.student not in insiders)
    return [each for each in waiting if each.policy.lets_join(each.reply.changed_at, at=at)]


def _promised(reply: WaitingReply, changes: Iterable[PolicyChange], now: Policy) -> Policy:
    return promised(changes, now=now, written_at=reply.written_at)


def _asked_since(world: World, cohort: Cohort, *, at: datetime) -> date:
    """Nobody can answer an older question for the first time, and changing a reply must not carry it over for ever."""
    return calendar.local_date(world.program.policy.waiting_since(at) - world.program.question_open, cohort.zone)


async def _roster_size(
    world: World,
    work: UnitOfWork,
    cohort: Cohort,
    insiders: frozenset[PersonId],
    *,
    at: datetime,
    last: datetime | None,
) -> int:
    """How many students could have written what waits, for only they hide who did: not last year's students, nor next
    month's, nor those whom nothing reaches, as a coordinator can read, nor those whose rotation had ended before the
    last release took what there was, nor who was placed too late to have a reply in this digest."""
    # Whoever could only have written under a looser promise that came too late for it could have written nothing.
    now = world.program.policy
    kept = promised(await work.policies.changes(), now=now, written_at=now.waiting_since(at))
    settled = kept.settled_before
    since = calendar.local_date(kept.waiting_since(at) - world.program.question_open, cohort.zone)
    if last is not None:
        since = max(since, calendar.local_date(settled(last) - world.program.question_open, cohort.zone))
    until = calendar.local_date(settled(at), cohort.zone)
    return await work.people.roster_size(cohort.id, since=since, until=until, placed_by=settled(at), without=insiders)


def _batches(waiting: list[_Waiting], now: Policy) -> Iterator[tuple[Policy, list[WaitingReply]]]:
    for voices in batches((each.policy.smallest_group for each in waiting), smallest_group=now.smallest_group):
        yield (
            replace(now, smallest_group=voices),
            [each.reply for each in waiting if each.policy.smallest_group <= voices],
        )


def _pooled(replies: Iterable[WaitingReply]) -> list[PooledReply]:
    """Replies without their authors: a voice is a number made up for this one release."""
    voices: dict[PersonId, Voice] = {}
    return [
        PooledReply(voices.setdefault(reply.student, Voice(len(voices))), reply.themes, reply.words)
        for reply in replies
    ]
