"""The coordinators are told when students can read a digest's channel, where Slack lets the app look."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from logging import WARNING
from typing import Final

from bot.domain.anonymity import still_pooled_since
from bot.domain.errors import SlackUnavailable
from bot.domain.letters import notice_for
from bot.domain.notices import Notice, Obstacle
from bot.domain.people import Cohort
from bot.flows.ports import Directory, World
from bot.flows.steps import TOLD_AGAIN_AFTER, attempt, cohorts_with_digests, coordinators_of, tell_coordinators
from bot.logs import log

MOST_CHANNELS: Final = 20
"""So many are looked at in an hour: each takes a few requests."""
AN_HOUR: Final = timedelta(hours=1)


async def warn_of_readers(world: World, directory: Directory, *, at: datetime) -> int:
    """Look at a few of the channels of digests to come, every hour at the next few, and tell each coordinator once of
    one that students can read. Returns of how many. Raises AppShutOut, so that the beat has not gone well."""
    warned = 0
    try:
        for cohort in await _next_few(world, at=at):
            warned += await attempt(_look(world, directory, cohort, at=at))
    except SlackUnavailable as error:
        log("look_at_channels_ended_early", level=WARNING, error=error)
    return warned


async def _next_few(world: World, *, at: datetime) -> list[Cohort]:
    """One cohort for each channel of which a coordinator is still to be told, page after page as the hours go by."""
    by_channel = {each.digest_channel: each for each in await cohorts_with_digests(world, at=at) if each.digest_channel}
    untold = await _untold(world, by_channel.values(), at=at)
    pages = -(-len(untold) // MOST_CHANNELS) or 1
    first = int(at.timestamp() // AN_HOUR.total_seconds()) % pages * MOST_CHANNELS
    return untold[first : first + MOST_CHANNELS]


async def _untold(world: World, cohorts: Iterable[Cohort], *, at: datetime) -> list[Cohort]:
    async with world.open_work() as work:
        coordinators = await coordinators_of(world, work)
        keys = {
            cohort: {
                notice_for(each, _notice(cohort, Obstacle.EVERYBODY), cohort, at=at).dedupe_key for each in coordinators
            }
            for cohort in cohorts
        }
        told = await work.outbox.stand(frozenset().union(*keys.values()), planned_before=at - TOLD_AGAIN_AFTER)
    return [cohort for cohort, theirs in keys.items() if not theirs <= told]


async def _look(world: World, directory: Directory, cohort: Cohort, *, at: datetime) -> bool:
    readers = await directory.readers(cohort.digest_channel)
    if readers is None:
        return False
    async with world.open_work() as work:
        placed = await work.people.students_among(readers.members, since=still_pooled_since(at.date()))
        if not readers.is_public and not placed:
            return False
        obstacle = Obstacle.EVERYBODY if readers.is_public else Obstacle.STUDENTS
        notice = _notice(cohort, obstacle, students=len(placed))
        is_news = await tell_coordinators(world, work, notice, cohort, at=at)
        await work.commit()
    return is_news


def _notice(cohort: Cohort, obstacle: Obstacle, *, students: int = 0) -> Notice:
    return Notice(obstacle, cohort.name, channel=cohort.digest_channel, students=students)
