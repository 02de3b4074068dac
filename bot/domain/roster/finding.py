"""People whom a roster names by e-mail or id → members of a Slack workspace, asked for in the cheapest way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.people import PersonId
from bot.domain.roster.cells import is_address

PAGES_A_MINUTE: Final = 20
"""Of the list of all members."""
ADDRESSES_A_MINUTE: Final = 50
IDS_A_MINUTE: Final = 100


class Trouble(StrEnum):
    """Why somebody can't be placed."""

    UNKNOWN = "unknown"
    DEACTIVATED = "deactivated"
    BOT = "bot"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a workspace, guests too. The address is in small letters, and empty where Slack does not show it."""

    id: PersonId
    address: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Who some people are, by the address or id that a roster has for them, and why others can't be placed; and the ids
    of the channels that it names."""

    people: Mapping[str, PersonId] = field(default_factory=lambda: MappingProxyType({}))
    trouble: Mapping[str, Trouble] = field(default_factory=lambda: MappingProxyType({}))
    channels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def who(self, person: str) -> PersonId | Trouble:
        """Somebody's id, or why it can't be told. An id that was not asked about is taken as it stands."""
        if person in self.trouble:
            return self.trouble[person]
        if person in self.people:
            return self.people[person]
        return Trouble.UNKNOWN if is_address(person) else PersonId(person)


NOBODY_ASKED: Final = Found()
"""People stand there by their ids."""


def found_among(wanted: Iterable[str], members: Mapping[str, Member]) -> Found:
    """What members that were asked for, by address and id, say of the people that a roster names. Whoever is none of
    them is unknown."""
    each = {person: members.get(person) for person in wanted}
    return Found(
        people={person: member.id for person, member in each.items() if member and not member.trouble},
        trouble={
            person: (member.trouble if member else None) or Trouble.UNKNOWN
            for person, member in each.items()
            if member is None or member.trouble
        },
    )


def has_addresses(people: Iterable[str]) -> bool:
    """Whether anybody of these is named by an e-mail address."""
    return any(map(is_address, people))


def asks_one_by_one(missing: Iterable[str], *, pages_read: int) -> bool:
    """Whether to ask for each of those who are missing, instead of reading one more page of all members.

    Nobody knows how many pages there are. Asking begins as soon as it takes no longer than the pages that were read
    together with the next one: so it never takes more than twice as long as the better way would have.
    """
    people = list(missing)
    addresses = sum(map(is_address, people))
    asking = addresses / ADDRESSES_A_MINUTE + (len(people) - addresses) / IDS_A_MINUTE
    return asking <= (pages_read + 1) / PAGES_A_MINUTE
