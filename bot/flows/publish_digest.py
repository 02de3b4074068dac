"""Once a week a cohort's waiting replies pass the gate and become one digest, in one transaction."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import (
    Policy,
    PooledReply,
    Release,
    Voice,
    may_release,
    pooled_until,
    release,
    settled_before,
    waiting_since,
)
from bot.domain.digest import compose, encode
from bot.domain.outbox import DIGEST_LIMIT, digest_for
from bot.domain.people import Cohort
from bot.domain.reply import Reply, Sharing
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import attempt


async def publish_digests(world: World, *, at: datetime) -> int:
    """Compose every digest that is due at `at` and not composed yet. Returns how many."""
    async with world.open_work() as work:
        cohorts = await work.people.cohorts()
    return sum([await attempt(_publish(world, cohort, at=at)) for cohort in cohorts])


async def _publish(world: World, cohort: Cohort, *, at: datetime) -> bool:
    on, due = calendar.latest_weekly(at, weekday=cohort.digest_day, local_time=cohort.digest_at, zone=cohort.zone)
    if at > due + DIGEST_LIMIT:
        return False
    async with world.open_work() as work:
        if not await _digests_on(work, cohort, on) or not await work.digests.begin(cohort.id, on):
            return False
        released = await _release(world, work, cohort, on, at=due)
        digest = compose(released, curriculum=world.curriculum, on=on)
        await work.outbox.add(digest_for(cohort, on=on, due=due, body=encode(digest)))
        await work.commit()
    return True


async def _digests_on(work: UnitOfWork, cohort: Cohort, on: date) -> bool:
    """A cohort's digests begin in the week after its first day and end fourteen days after its last."""
    span = await work.people.span_of(cohort.id)
    return span is not None and span[0] < on <= pooled_until(span[1])


async def _release(world: World, work: UnitOfWork, cohort: Cohort, on: date, *, at: datetime) -> Release | None:
    if not may_release(await work.digests.last_release(cohort.id), at=at):
        return None
    since = waiting_since(at, world.program.carry_over)
    # Nobody can answer an older question for the first time, and changing a reply must not carry it over for ever.
    asked_since = calendar.local_date(since - world.program.question_open, cohort.zone)
    waiting = await work.replies.waiting(
        cohort.id, settled_before=settled_before(at, world.program.settle), since=since, asked_since=asked_since
    )
    released = release(
        _pooled(reply for _, reply in waiting),
        # Only who could have written what waits here hides who did: not last year's students, nor next month's.
        roster_size=await work.people.roster_size(cohort.id, since=asked_since, until=on),
        policy=Policy(world.program.smallest_group),
        key=hmac.digest(world.release_key, f"{cohort.id}:{on}".encode(), hashlib.sha256),
    )
    if released is not None:
        await work.replies.spend(reply_id for reply_id, _ in waiting)
        await work.digests.released(cohort.id, on, at=at)
    return released


def _pooled(replies: Iterable[Reply]) -> list[PooledReply]:
    """Replies without their authors: a voice is a number made up for this one release."""
    voices: dict[str, Voice] = {}
    pooled = []
    for reply in replies:
        voice = voices.setdefault(reply.student, Voice(len(voices)))
        words = reply.excerpt if reply.sharing is Sharing.WORDS else None
        pooled.append(PooledReply(voice, reply.themes, words))
    return pooled
