"""Once a week a cohort's waiting replies pass the gate and become one digest, in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import still_pooled_since
from bot.domain.digest import compose, encode
from bot.domain.letters import digest_for
from bot.domain.outbox import DIGEST_LIMIT
from bot.domain.people import Cohort
from bot.flows.ports import DigestHour, UnitOfWork, World
from bot.flows.release_replies import release_replies
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
        # Until somebody knows how to read what students said, their replies wait.
        has_reader = await _has_reader(work, cohort, on)
        released = await release_replies(world, work, cohort, on, at=due) if has_reader else None
        digest = compose(released, curriculum=world.curriculum, on=on)
        await work.outbox.add(digest_for(cohort, on=on, due=due, body=encode(digest)))
        # What the release wiped must not stay in the database's files.
        await work.commit_and_erase()
    return True


async def _has_reader(work: UnitOfWork, cohort: Cohort, on: date) -> bool:
    """Whether any of a cohort's preceptors has confirmed how a digest is to be read."""
    preceptors = await work.preceptors.of(cohort.id, since=still_pooled_since(on), until=on)
    return bool(await work.preceptors.confirmed(preceptors))
