"""The names of the people on a roster, as Slack has them: looked up while somebody types, at most once an hour, and
forgotten an hour later.

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
"""After that the same is asked again."""
FORGOTTEN_AFTER: Final = 2 * KNOWN_FOR
"""Later than asked again, so that what a form was opened with is there for an hour, whoever opens another one."""
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

    def is_fresh(self, at: datetime) -> bool:
        return abs(at - self.since) < KNOWN_FOR


class RosterNames:
    """One process's knowledge of names."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._known: dict[PersonId, _Known] = {}
        self._turns = asyncio.Semaphore(AT_ONCE)

    def look_up(self, client: AsyncWebClient, people: Collection[PersonId], *, at: datetime) -> asyncio.Event:
        """Look up those who are not known, without anybody waiting. The event comes when that has ended."""
        self._known = {each: known for each, known in self._known.items() if abs(at - known.since) < FORGOTTEN_AFTER}
        ended = asyncio.Event()
        missing = [person for person in people if not self._knows(person, at)]
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
        if not all(self._knows(person, at) for person in people):
            raise PressAgain
        return {person: self._known[person].named for person in people}

    def known(self, people: Collection[PersonId]) -> tuple[str, ...]:
        """Every name of some people, as far as they are known at this moment."""
        found = (self._known[person].named for person in people if person in self._known)
        return tuple(name for named in found for name in named.names)

    async def _look_up(
        self, directory: SlackDirectory, people: Collection[PersonId], ended: asyncio.Event, *, at: datetime
    ) -> None:
        failures: list[Exception] = []
        try:
            async with asyncio.timeout(LOOKED_UP_WITHIN), asyncio.TaskGroup() as lookups:
                for person in people:
                    lookups.create_task(self._try_to_learn(directory, person, failures, at=at))
        except TimeoutError as late:
            failures.append(late)
        finally:
            ended.set()
        if failures:
            log("names_not_looked_up", level=WARNING, error=failures[0])

    async def _try_to_learn(
        self, directory: SlackDirectory, person: PersonId, failures: list[Exception], *, at: datetime
    ) -> None:
        """One failure keeps nobody else from being looked up."""
        try:
            await self._learn(directory, person, at=at)
        except BedsideError as failure:
            failures.append(failure)

    async def _learn(self, directory: SlackDirectory, person: PersonId, *, at: datetime) -> None:
        async with self._turns:
            if self._knows(person, at):
                return
            try:
                named = await directory.named(person)
            except PersonRefused:
                # Slack tells nobody's name here, and will not tell it later.
                named = Named()
            self._known[person] = _Known(named, at)

    def _knows(self, person: PersonId, at: datetime) -> bool:
        return person in self._known and self._known[person].is_fresh(at)


@dataclass(frozen=True, slots=True)
class _Surrounded:
    around: Around
    since: datetime


class RosterAround:
    """One process's knowledge of who is around whom: learned when a form is opened, for when it is sent."""

    def __init__(self, world: World, tasks: Tasks) -> None:
        self._world, self._tasks = world, tasks
        self._names = RosterNames(tasks)
        self._around: dict[tuple[PersonId, date], _Surrounded] = {}

    def learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        """Find out who is around a student who opens the question of a date, and what they are called, as far as that
        was not found out within the hour."""
        self._tasks.start("names_around", self._learn(client, student, on, at=at))

    def of(self, student: PersonId) -> KnownNames:
        """Whatever is known at this moment: who is around the student in any question that was opened lately."""
        around = [known.around for (person, _), known in self._around.items() if person == student]
        if not around:
            return NOBODY
        classmates = dict.fromkeys(each for known in around for each in known.classmates)
        preceptors = dict.fromkeys(each for known in around for each in known.preceptors)
        known = self._names.known
        return KnownNames(known([student]), known(classmates), known(preceptors))

    async def _learn(self, client: AsyncWebClient, student: PersonId, on: date, *, at: datetime) -> None:
        around = await self._people_around(student, on, at=at)
        everybody = (student, *around.classmates, *around.preceptors)
        await self._names.look_up(client, everybody, at=at).wait()

    async def _people_around(self, student: PersonId, on: date, *, at: datetime) -> Around:
        self._around = {each: known for each, known in self._around.items() if abs(at - known.since) < FORGOTTEN_AFTER}
        known = self._around.get((student, on))
        if known is not None and abs(at - known.since) < KNOWN_FOR:
            return known.around
        around = await people_around(self._world, student, on, at=at)
        self._around[student, on] = _Surrounded(around, at)
        return around
