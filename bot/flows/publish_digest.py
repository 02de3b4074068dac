"""Once a week a cohort's waiting replies pass the gate and become one digest, in one transaction."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import Release, still_pooled_since
from bot.domain.digest import compose, encode
from bot.domain.letters import Readers, Texts, digests_for
from bot.domain.notices import Notice, Obstacle
from bot.domain.outbox import DIGEST_LIMIT
from bot.domain.people import Cohort
from bot.flows.ports import World
from bot.flows.records.digests import DigestHour
from bot.flows.release_replies import release_replies
from bot.flows.steps import attempt, digest_readers, program_in, tell_coordinators


async def publish_digests(world: World, *, at: datetime) -> int:
    """Compose every digest that is due at `at` and not composed yet. Returns how many."""
    return sum([await attempt(_publish(world, one, at=at)) for one in await _due(world, at=at)])


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


async def _publish(world: World, one: _Due, *, at: datetime) -> bool:
    cohort, on, due = one.cohort, one.on, one.at
    async with world.open_work() as work:
        if not await work.digests.begin(cohort.id, on):
            return False
        # What holds at this moment, whatever this process has learned of it; and nobody changes it until the end.
        await work.program.keep()
        world = replace(world, program=await program_in(world, work))
        readers = await digest_readers(work, cohort.id, since=on, until=on)
        # Until somebody who is there knows how to read what students said, their replies wait.
        released = await release_replies(world, work, cohort, on, due=due, at=at) if readers.is_read else None
        texts = Texts(whole=_composed(world, released, on), teaching=_composed(world, None, on))
        for planned in digests_for(cohort, texts, readers, on=on, due=due):
            await work.outbox.add(planned)
        if (obstacle := _obstacle(cohort, readers)) is not None:
            await tell_coordinators(world, work, Notice(obstacle, cohort.name, on=on), cohort, at=due)
        # What the release wiped must not stay in the database's files.
        await work.commit_and_erase()
    return True


def _composed(world: World, released: Release | None, on: date) -> str:
    overrides, days = world.program.overrides, world.program.working_days
    return encode(compose(released, curriculum=world.curriculum, on=on, overrides=overrides, days=days))


def _obstacle(cohort: Cohort, readers: Readers) -> Obstacle | None:
    """Why nobody reads all of a digest, where it is for the coordinators to put right."""
    if not readers.preceptors:
        return Obstacle.NO_READER if cohort.digest_channel else Obstacle.NO_PRECEPTOR
    return None if readers.ready else Obstacle.NOBODY_CONFIRMED
