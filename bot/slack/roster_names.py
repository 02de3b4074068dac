"""The names of the people on a roster, as Slack has them: looked up while somebody types, and known for an hour.

They are kept in this process only, to see that no answer to the group and no reply holds one; nothing stores or logs
them.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from logging import WARNING
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import BedsideError, PersonRefused, PressAgain
from bot.domain.people import PersonId
from bot.domain.screening import NOBODY, KnownNames
from bot.flows.people_around import Around, people_around
from bot.flows.ports import World
from bot.logs import log
from bot.slack.directory import Named, SlackDirectory
from bot.slack.tasks import Tasks

KNOWN_FOR: Final = timedelta(hours=1)
AT_ONCE: Final = 8
"""How many requests are on their way together."""
LOOKED_UP_WITHIN: Final = 4.0
"""Seconds: less than a process that stops waits for its tasks. Who is missing then is looked up at the next press."""
WAITED_FOR: Final = 1.5
"""Seconds that somebody may wait who has just sent a form."""


@dataclass(frozen=True, slots=True)
class _Known:
    named: Named
    since: datetime


class RosterNames:
    """One process's knowledge of names."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._known: dict[PersonId, _Known] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)

    def look_up(self, client: AsyncWebClient, people: Collection[PersonId], *, at: datetime) -> asyncio.Event:
        """Look up those who are not known, without anybody waiting. The event comes when that has ended."""
        self._known = {person: known for person, known in self._known.items() if abs(at - known.since) < KNOWN_FOR}
        ended = asyncio.Event()
        missing = [person for person in people if person not in self._known]
        if missing:
            self._tasks.start("names_lookup", self._look_up(SlackDirectory(client), missing, ended, at=at))
        else:
            ended.set()
        return ended

    async def of(
        self, client: AsyncWebClient, people: Collection[PersonId], *, at: datetime
    ) -> Mapping[PersonId, Named]:
        """The names of each of some people. Raises PressAgain where Slack has not told all of them in time."""
        ended = self.look_up(client, people, at=at)
        try:
            async with asyncio.timeout(WAITED_FOR):
                await ended.wait()
        except TimeoutError as late:
            raise PressAgain from late
        if any(person not in self._known for person in people):
            raise PressAgain
        return {person: self._known[person].named for person in people}

    def known(self, people: Collection[PersonId]) -> tuple[str, ...]:
        """Every name of some people, as far as they are known at this moment."""
        found = (self._known[person].named for person in people if person in self._known)
        return tuple(name for named in found for name in named.names)

    async def _look_up(
        self, directory: SlackDirectory, people: Collection[PersonId], ended: asyncio.Event, *, at: datetime
    ) -> None:
        try:
            async with asyncio.timeout(LOOKED_UP_WITHIN), asyncio.TaskGroup() as lookups:
                for person in people:
                    lookups.create_task(self._learn(directory, person, at=at))
        except* (BedsideError, TimeoutError) as failures:
            log("names_not_looked_up", level=WARNING, error=failures.exceptions[0])
        finally:
            ended.set()

    async def _learn(self, directory: SlackDirectory, person: PersonId, *, at: datetime) -> None:
        async with self._turns:
            if person in self._known:
                return
            try:
                named = await directory.named(person)
            except PersonRefused:
                # Slack tells nobody's name here, and will not tell it later.
                named = Named()
            self._known[person] = _Known(named, at)


@dataclass(frozen=True, slots=True)
class _Surrounded:
    around: Around
    since: datetime


class RosterAround:
    """One process's knowledge of who is around whom: learned when a form is opened, for when it is sent."""

    def __init__(self, world: World, tasks: Tasks) -> None:
        self._world, self._tasks = world, tasks
        self._names = RosterNames(tasks)
        self._around: dict[PersonId, _Surrounded] = {}

    def learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        """Find out who is around a student, and what they are called, unless that was done within the hour."""
        self._around = {each: known for each, known in self._around.items() if abs(at - known.since) < KNOWN_FOR}
        if student not in self._around:
            self._around[student] = _Surrounded(Around(), at)
            self._tasks.start("names_around", self._learn(client, student, on, at=at))

    def of(self, student: PersonId) -> KnownNames:
        """Whatever is known at this moment."""
        if student not in self._around:
            return NOBODY
        around, known = self._around[student].around, self._names.known
        return KnownNames(known([student]), known(around.classmates), known(around.preceptors))

    async def _learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        around = await people_around(self._world, student, on, at=at)
        self._around[student] = _Surrounded(around, at)
        everybody = (student, *around.classmates, *around.preceptors)
        await self._names.look_up(client, everybody, at=at).wait()
