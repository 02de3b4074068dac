"""Who can read the channels of digests, where Slack lets the app look: the coordinators are told when students can, and
when Bedside is not there."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from logging import WARNING
from typing import Final

from bot.domain.errors import SlackUnavailable
from bot.domain.notices import Notice, Obstacle
from bot.domain.people import Cohort, CohortId, PersonId
from bot.flows.ports import Directory, World
from bot.flows.records.coordination import SeenChannel
from bot.flows.steps import attempt, cohorts_with_digests, coordinators_of, known_as, tell_coordinators
from bot.logs import log

MOST_CHANNELS: Final = 20
"""So many are looked at in an hour: each takes a few requests."""
AN_HOUR: Final = timedelta(hours=1)


async def warn_of_readers(world: World, directory: Directory, *, at: datetime) -> int:
    """Look at a few of the channels of digests to come, every hour at the next few, write down which of them
    students can read and which of them Bedside is not in, and tell each coordinator once. Returns of how many.
    Raises AppShutOut, so that the beat has not gone well."""
    return await _look_at(world, directory, await _next_few(world, at=at), at=at)


async def look_at_channels(world: World, directory: Directory, *, of: CohortId | None = None, at: datetime) -> int:
    """Look right away, as in `warn_of_readers`: at the channel of one cohort, or at those of the newest ones. What
    Slack does not tell now is looked at within hours. Returns of how many coordinators are told. Raises AppShutOut."""
    if of is None:
        cohorts = _by_channel(await cohorts_with_digests(world, at=at))[-MOST_CHANNELS:]
    else:
        async with world.open_work() as work:
            cohorts = _by_channel((await work.people.cohorts_among([of])).values())
    return await _look_at(world, directory, cohorts, at=at)


async def look_again(world: World, directory: Directory, person: PersonId, *, at: datetime) -> bool:
    """Look for a coordinator whether Bedside has been invited to channels that it was not in. Returns whether there is
    such a channel, and so something that may have been put right. Raises AppShutOut."""
    async with world.open_work() as work:
        if person not in await coordinators_of(world, work):
            return False
        missing = {each.id for each in (await work.channels.unfit()).values() if not each.has_bedside}
        cohorts = await work.people.cohorts() if missing else ()
    there = [each for each in _by_channel(cohorts) if each.digest_channel in missing][:MOST_CHANNELS]
    await _look_at(world, directory, there, at=at)
    return bool(there)


async def _look_at(world: World, directory: Directory, cohorts: Iterable[Cohort], *, at: datetime) -> int:
    warned = 0
    try:
        for cohort in cohorts:
            warned += await attempt(_look(world, directory, cohort, at=at))
    except SlackUnavailable as error:
        log("look_at_channels_ended_early", level=WARNING, error=error)
    return warned


def _by_channel(cohorts: Iterable[Cohort]) -> list[Cohort]:
    """One cohort for each channel."""
    return list({each.digest_channel: each for each in cohorts if each.digest_channel}.values())


async def _next_few(world: World, *, at: datetime) -> list[Cohort]:
    """One cohort for each channel, page after page as the hours go by, as long as there is somebody to tell."""
    async with world.open_work() as work:
        if not await coordinators_of(world, work):
            return []
    cohorts = _by_channel(await cohorts_with_digests(world, at=at))
    pages = -(-len(cohorts) // MOST_CHANNELS) or 1
    first = int(at.timestamp() // AN_HOUR.total_seconds()) % pages * MOST_CHANNELS
    return cohorts[first : first + MOST_CHANNELS]


async def _look(world: World, directory: Directory, cohort: Cohort, *, at: datetime) -> bool:
    readers = await directory.readers(cohort.digest_channel)
    if readers is None:
        return False
    whose = known_as(world, readers.members)
    async with world.open_work() as work:
        # As long as marks last: a number that falls when one fades would tell whose it was.
        placed = await work.people.students_among(whose, since=at.date())
        students = {whose[each] for each in placed}
        seen = SeenChannel(cohort.digest_channel, readers.is_public, len(students), readers.has_bedside)
        await work.channels.note(seen)
        told = [await tell_coordinators(world, work, each, cohort, at=at) for each in _notices(cohort, seen)]
        await work.commit()
    return any(told)


def _notices(cohort: Cohort, seen: SeenChannel) -> Iterator[Notice]:
    if seen.is_open_to_students:
        obstacle = Obstacle.EVERYBODY if seen.is_public else Obstacle.STUDENTS
        yield Notice(obstacle, cohort.name, channel=seen.id, students=seen.students)
    if not seen.has_bedside:
        yield Notice(Obstacle.NOT_INVITED, cohort.name, channel=seen.id)
