"""Everybody of the workspace is looked through again and again, since an event that tells of them may get lost."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from logging import WARNING
from typing import Final

from bot.domain.errors import SlackUnavailable
from bot.domain.people import PersonId
from bot.flows.ports import Directory, Profile, World
from bot.flows.reach_people import follow
from bot.flows.steps import attempt
from bot.logs import log

BETWEEN_ROUNDS: Final = timedelta(hours=6)
"""Slack tells of nearly every change at once, and of a school with thousands of members a round takes many pages."""


class PeopleSync:
    """Rounds over all members, a page at a time: where the last one ended, the next one goes on. It is one process's
    own; what several find out is written down once."""

    def __init__(self, world: World, directory: Directory) -> None:
        self._world, self._directory = world, directory
        self._cursor: str | None = None
        self._ended_at: datetime | None = None

    async def next_page(self, *, at: datetime) -> int:
        """Follow whoever stands on the next page: who left pauses, who is back goes on, zones follow. Returns of how
        many that was news; between two rounds nobody is asked.

        Where Slack can't be asked, the same page comes next. Raises AppShutOut, so that the beat has not gone well.
        """
        if self._ended_at is not None and abs(at - self._ended_at) < BETWEEN_ROUNDS:
            return 0
        try:
            page = await self._directory.members(self._cursor)
            changed = await self._follow(page.profiles, at=at)
        except SlackUnavailable as error:
            log("sync_put_off", level=WARNING, error=error)
            return 0
        self._cursor, self._ended_at = page.more, None if page.more else at
        return changed

    async def _follow(self, profiles: Mapping[PersonId, Profile], *, at: datetime) -> int:
        async with self._world.open_work() as work:
            ours = await work.people.known(profiles)
        return sum(
            [await attempt(follow(self._world, self._directory, each, profiles[each], at=at)) for each in sorted(ours)]
        )
