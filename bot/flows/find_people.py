"""Whoever a roster names by e-mail or id is found in Slack, in as few requests as its limits make cheap."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from logging import WARNING

from bot.domain.errors import AppShutOut, BedsideError, CannotBePlaced, PersonRefused
from bot.domain.people import PersonId
from bot.domain.roster import NOBODY_ASKED, Found, Member, asks_one_by_one, found_among, has_addresses
from bot.domain.roster.cells import is_address
from bot.flows.ports import Directory, Membership, World
from bot.flows.steps import known_as
from bot.logs import log

Progress = Callable[[int, int], None]
"""Is told how many of how many are done."""


async def find_people(
    world: World, members: Membership, people: Sequence[str], *, at: datetime, tell: Progress | None = None
) -> Found:
    """Who some people are, named by e-mail address or id. Of an id that is placed now or later nothing is asked,
    whatever the person has deleted.

    Where Slack refuses the list of all members, it is asked for one after the other. Raises EmailsHidden,
    SlackUnavailable and AppShutOut.
    """
    wanted = await _to_ask(world, people, on=at.date())
    if not wanted:
        return NOBODY_ASKED
    search = _Search(members, wanted, tell)
    while search.reads_on:
        await search.read_a_page()
    if not search.has_read_all:
        await search.ask_for_the_rest()
    return found_among(wanted, search.known)


async def require_people(directory: Directory, people: Collection[PersonId], *, within: float) -> None:
    """Return where nobody of these is an app, or has an account that is deactivated, as far as Slack says so within
    some seconds: the first message finds out of the others. Raises CannotBePlaced."""
    unfit = sum(await asyncio.gather(*(_is_unfit(directory, each, within=within) for each in sorted(people))))
    if unfit:
        raise CannotBePlaced(number=unfit)


async def _is_unfit(directory: Directory, person: PersonId, *, within: float) -> bool:
    try:
        async with asyncio.timeout(within):
            return (await directory.profile(person)).unreachable is not None
    except (TimeoutError, BedsideError) as error:
        log("pick_not_looked_up", level=WARNING, error=error)
        return False


async def find_channels(members: Membership, names: Sequence[str]) -> Mapping[str, str]:
    """The ids of channels by names such as #medicine; of a name that several have, or none, nothing is told. Asks only
    where there are names. Raises SlackUnavailable and AppShutOut."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for private in (False, True) if names else ():
        page = await members.channels("", private=private)
        while True:
            for name, channel in page.channels:
                found[f"#{name}"].add(channel)
            if not page.cursor:
                break
            page = await members.channels(page.cursor, private=private)
    return {name: min(found[name]) for name in names if len(found[name]) == 1}


class _Search:
    """Goes through the list of all members for as long as that is the cheapest, then asks for each who is missing."""

    def __init__(self, members: Membership, wanted: Sequence[str], tell: Progress | None) -> None:
        self._members, self._wanted, self._tell = members, wanted, tell
        self._missing = list(wanted)
        # A list in which no address is shown, for want of the permission, finds only those who are named by ids.
        self._cursor, self._pages, self._is_of_use = "", 0, True
        self.known: dict[str, Member] = {}
        self.has_read_all = False

    @property
    def reads_on(self) -> bool:
        """Whether the next page is worth its while."""
        is_of_use = self._is_of_use and not self.has_read_all
        return is_of_use and bool(self._missing) and not asks_one_by_one(self._missing, pages_read=self._pages)

    async def read_a_page(self) -> None:
        try:
            page = await self._members.page(self._cursor)
        except (AppShutOut, PersonRefused) as refused:
            # Whoever is shown no list may still ask for one member after the other.
            log("list_of_members_refused", level=WARNING, error=refused)
            self._is_of_use = False
            return
        self.known |= {each.id: each for each in page.members}
        self.known |= {each.address: each for each in page.members if each.address}
        self._missing = [person for person in self._missing if person not in self.known]
        self._cursor, self._pages = page.cursor, self._pages + 1
        shows_addresses = any(each.address for each in self.known.values())
        self._is_of_use = shows_addresses or not has_addresses(self._missing)
        self.has_read_all = self._is_of_use and not page.cursor
        self._tell_how_far()

    async def ask_for_the_rest(self) -> None:
        while self._missing:
            person = self._missing[0]
            member = await self._members.member(person)
            if member is not None:
                self.known[person] = member
            self._missing = self._missing[1:]
            self._tell_how_far()

    def _tell_how_far(self) -> None:
        """Who is not in a list that was read to its end is found out as well: there is nobody."""
        if self._tell is not None:
            in_all = len(self._wanted)
            self._tell(in_all if self.has_read_all else in_all - len(self._missing), in_all)


async def _to_ask(world: World, people: Sequence[str], *, on: date) -> list[str]:
    whose = known_as(world, (PersonId(person) for person in people if not is_address(person)))
    async with world.open_work() as work:
        # Not in what is over: marks have faded there, and only whoever left one would be asked about.
        placed = {whose[each] for each in await work.people.placed_among(whose, since=on)}
    return [person for person in people if person not in placed]
