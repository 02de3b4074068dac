"""Who coordinates next, when somebody changes the list."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from bot.domain.errors import LastCoordinator, TooManyCoordinators
from bot.domain.people import PersonId

MOST_COORDINATORS: Final = 50
"""An office is smaller, and a form holds so many."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The list as somebody `saw` it, and as they want it. Only the difference is theirs to decide."""

    saw: frozenset[PersonId]
    wants: frozenset[PersonId]

    @property
    def added(self) -> frozenset[PersonId]:
        """Whom they put on the list."""
        return self.wants - self.saw

    @property
    def taken_off(self) -> frozenset[PersonId]:
        """Whom they took off the list."""
        return self.saw - self.wants


@dataclass(frozen=True, slots=True)
class NewList:
    """Whom a wish names and removes, as the list stood by then, and who coordinates after it."""

    named: tuple[PersonId, ...]
    removed: tuple[PersonId, ...]
    standing: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What whoever wishes for another list is asked about first: whom they name that studies here or is a guest, and
    whether they take themselves off."""

    students: tuple[PersonId, ...] = ()
    guests: tuple[PersonId, ...] = ()
    oneself: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.students or self.guests or self.oneself)


def after(wish: Wish, standing: Collection[PersonId]) -> NewList:
    """What a wish comes to for those who coordinate at this moment: what others have changed since it was seen stays.

    Raises LastCoordinator or TooManyCoordinators.
    """
    now = frozenset(standing)
    named, removed = wish.added - now, wish.taken_off & now
    then = (now | named) - removed
    if not then:
        raise LastCoordinator
    if named and len(then) > MOST_COORDINATORS:
        raise TooManyCoordinators(limit=MOST_COORDINATORS)
    return NewList(tuple(sorted(named)), tuple(sorted(removed)), then)
