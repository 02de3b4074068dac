"""The rules of the program and its lessons, as coordinators changed them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.curriculum import Override
from bot.domain.policy import Policy, PolicyChange


class Policies(Protocol):
    """Which policy was in force since when."""

    async def changes(self) -> tuple[PolicyChange, ...]:
        """Every policy that ever came into force, in the order in which they did."""

    async def note(self, policy: Policy, *, at: datetime) -> None:
        """Note that a policy is in force from an instant on."""


@dataclass(frozen=True, slots=True)
class NewsOfRules:
    """A change of the rules, decided at an instant, that students are still to be told; those up to `after` are."""

    decided_at: datetime
    body: str
    after: str = ""


class ProgramChanges(Protocol):
    """What coordinators changed of the program, whatever its file says."""

    async def keep(self) -> None:
        """Wait until nobody is changing the program, and let nobody change it until the unit of work ends."""

    async def take(self) -> None:
        """The same, to change it oneself: nobody else keeps it meanwhile."""

    async def rules(self) -> Mapping[str, str]:
        """Every rule that was changed, by its name, as it was written."""

    async def lessons(self) -> Mapping[date, Override | None]:
        """Every date whose lesson was changed; None where it has its own one again."""

    async def put_rules(self, rules: Mapping[str, str], *, at: datetime) -> None:
        """Change some rules."""

    async def put_lesson(self, on: date, override: Override | None) -> None:
        """Give a date another lesson, or its own one again whatever the program's file says."""

    async def drop_lesson(self, on: date) -> None:
        """Let the program's file say again what a date teaches."""

    async def news(self) -> tuple[NewsOfRules, ...]:
        """What students are still to be told, the earliest change first."""

    async def put_news(self, news: NewsOfRules) -> None:
        """Write down that students are to be told of a change, and who was told by now."""

    async def drop_news(self, news: NewsOfRules) -> None:
        """Note that everybody was told."""
