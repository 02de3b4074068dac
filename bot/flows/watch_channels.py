"""Who can read the channels of digests, where Slack lets the app look: the coordinators are told when students can."""

from datetime import datetime, timedelta
from logging import WARNING
from typing import Final

from bot.domain.errors import SlackUnavailable
from bot.domain.notices import Notice, Obstacle
from bot.domain.people import Cohort
from bot.flows.ports import Directory, World
from bot.flows.records import SeenChannel
from bot.flows.steps import attempt, cohorts_with_digests, coordinators_of, known_as, tell_coordinators
from bot.logs import log

MOST_CHANNELS: Final = 20
"""So many are looked at in an hour: each takes a few requests."""
AN_HOUR: Final = timedelta(hours=1)


async def warn_of_readers(world: World, directory: Directory, *, at: datetime) -> int:
    """Look at a few of the channels of digests to come, every hour at the next few, write down which of them students
    can read, and tell each coordinator once. Returns of how many. Raises AppShutOut, so that the beat has not gone
    well."""
    warned = 0
    try:
        for cohort in await _next_few(world, at=at):
            warned += await attempt(_look(world, directory, cohort, at=at))
    except SlackUnavailable as error:
        log("look_at_channels_ended_early", level=WARNING, error=error)
    return warned


async def _next_few(world: World, *, at: datetime) -> list[Cohort]:
    """One cohort for each channel, page after page as the hours go by, as long as there is somebody to tell."""
    async with world.open_work() as work:
        if not await coordinators_of(world, work):
            return []
    by_channel = {each.digest_channel: each for each in await cohorts_with_digests(world, at=at) if each.digest_channel}
    cohorts = list(by_channel.values())
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
        seen = SeenChannel(cohort.digest_channel, readers.is_public, len(students))
        await work.channels.note(seen)
        is_news = seen.is_open_to_students and await tell_coordinators(
            world, work, _notice(cohort, seen), cohort, at=at
        )
        await work.commit()
    return is_news


def _notice(cohort: Cohort, seen: SeenChannel) -> Notice:
    obstacle = Obstacle.EVERYBODY if seen.is_public else Obstacle.STUDENTS
    return Notice(obstacle, cohort.name, channel=seen.id, students=seen.students)
