"""Once a week a cohort's waiting replies pass the gate and become one digest, in one transaction."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import (
    Policy,
    PooledReply,
    Release,
    Voice,
    may_release,
    release,
    settled_before,
    still_pooled_since,
    waiting_since,
)
from bot.domain.digest import compose, encode
from bot.domain.letters import digest_for
from bot.domain.outbox import DIGEST_LIMIT
from bot.domain.people import Cohort
from bot.domain.reply import Reply, Sharing
from bot.flows.ports import DigestHour, UnitOfWork, World
from bot.flows.steps import attempt


async def publish_digests(world: World, *, at: datetime) -> int:
    """Compose every digest that is due at `at` and not composed yet. Returns how many."""
    return sum([await attempt(_publish(world, one)) for one in await _due(world, at=at)])


@dataclass(frozen=True, slots=True)
class _Due:
    """A cohort's digest of a date, and the instant at which it became due."""

    cohort: Cohort
    on: date
    at: datetime


async def _due(world: World, *, at: datetime) -> list[_Due]:
    """The digests that nobody seems to have begun: mostly there is none, and this is asked every few seconds.

    A cohort's digests begin in the week after its first day and end fourteen days after its last.
    """
    due = []
    async with world.open_work() as work:
        for hour in await work.digests.hours():
            on, since = _latest(hour, at=at)
            if at <= since + DIGEST_LIMIT:
                missing = await work.digests.to_begin(hour, on, ended_since=still_pooled_since(on))
                due += [_Due(cohort, on, since) for cohort in missing]
    return due


def _latest(hour: DigestHour, *, at: datetime) -> tuple[date, datetime]:
    return calendar.latest_weekly(at, weekday=hour.weekday, local_time=hour.local_time, zone=hour.zone)


async def _publish(world: World, one: _Due) -> bool:
    cohort, on, due = one.cohort, one.on, one.at
    async with world.open_work() as work:
        if not await work.digests.begin(cohort.id, on):
            return False
        released = await _release(world, work, cohort, on, at=due)
        digest = compose(released, curriculum=world.curriculum, on=on)
        await work.outbox.add(digest_for(cohort, on=on, due=due, body=encode(digest)))
        # What the release wiped must not stay in the database's files.
        await work.commit_and_erase()
    return True


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
        # The hash of a Home tab could be tried on what the release has just wiped, and the tab itself still shows it.
        await work.homes.outdate({reply.student for _, reply in waiting})
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
