"""The one workspace that a database is for, and what people see on Home there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from bot.domain.people import PersonId


@dataclass(frozen=True, slots=True)
class Shown:
    """What a Home tab showed last: our keyed hash of it, and the hash that Slack gave it."""

    content: str
    hash: str


class Homes(Protocol):
    """What each person's Home tab showed last."""

    async def last(self, person: PersonId) -> Shown | None:
        """What was shown last, as far as anybody wrote it down."""

    async def show(self, person: PersonId, shown: Shown) -> None:
        """Write down what is shown now."""

    async def outdate(self, people: Collection[PersonId]) -> None:
        """Note that what some people's Home tabs show must not stand there any longer."""

    async def outdated(self, *, limit: int) -> tuple[PersonId, ...]:
        """Some of those people, ordered by id."""

    async def forget(self, person: PersonId) -> bool:
        """Know no longer what a Home tab showed. Returns whether anything was known."""


class Workspace(Protocol):
    """The one Slack workspace that a database belongs to."""

    async def bind(self, team: str) -> None:
        """Remember the workspace at the first start. Raises AnotherWorkspace when the database knows another."""
