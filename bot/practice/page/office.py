"""What an administrator of the workspace does with accounts: somebody joins, leaves, comes back, moves, is renamed."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.practice.cast import ZONE
from bot.practice.hands import Hands
from bot.practice.refusals import OutOfReach
from bot.practice.workspace import Person

ZONES: Final = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "Pacific/Honolulu",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Sydney",
)
"""Where people of the practice workspace can move to."""

NO_NAME: Final = "Type a name first."


@dataclass(frozen=True, slots=True)
class AskedOfOffice:
    """What is to be done, with whose account, and what it shall say."""

    what: str
    whom: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Office:
    """Keeps the accounts; the app hears of each change as it does from Slack."""

    hands: Hands

    async def do(self, asked: AskedOfOffice) -> str:
        """Do it and say so. Raises OutOfReach for somebody, or something, that is not there."""
        known: Mapping[str, Callable[[AskedOfOffice], Awaitable[str]]] = {
            "join": self._join,
            "close": self._close,
            "open": self._open,
            "move": self._move,
            "rename": self._rename,
        }
        if asked.what not in known:
            raise OutOfReach(asked.what)
        return await known[asked.what](asked)

    async def _join(self, asked: AskedOfOffice) -> str:
        if not _letters(asked.name):
            return NO_NAME
        handle = self._free_handle(".".join(_letters(asked.name)))
        user = f"U0{handle.replace('.', '').upper()}"
        await self.hands.join(Person(user, handle, asked.name, f"{handle}@example.edu", asked.zone or ZONE))
        return f"{asked.name} has joined the workspace."

    async def _close(self, asked: AskedOfOffice) -> str:
        await self.hands.close_account(self._person(asked).id)
        return f"{self._person(asked).real_name}'s account is closed."

    async def _open(self, asked: AskedOfOffice) -> str:
        await self.hands.open_account(self._person(asked).id)
        return f"{self._person(asked).real_name}'s account is open."

    async def _move(self, asked: AskedOfOffice) -> str:
        if asked.zone not in ZONES:
            raise OutOfReach(asked.zone)
        await self.hands.change_account(replace(self._person(asked), tz=asked.zone))
        return f"{self._person(asked).real_name} is in {asked.zone} now."

    async def _rename(self, asked: AskedOfOffice) -> str:
        if not asked.name:
            return NO_NAME
        before = self._person(asked).real_name
        await self.hands.change_account(replace(self._person(asked), real_name=asked.name))
        return f"{before} is called {asked.name} now."

    def _person(self, asked: AskedOfOffice) -> Person:
        person = self.hands.workspace.people.get(asked.whom)
        if person is None:
            raise OutOfReach(asked.whom)
        return person

    def _free_handle(self, wanted: str) -> str:
        taken = {each.name for each in self.hands.workspace.people.values()}
        tries = (f"{wanted}{number or ''}" for number in range(len(taken) + 1))
        return next(each for each in tries if each not in taken)


def _letters(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.lower())
