"""Fakes of what a journey may touch. tests/contracts holds each of them to the promises of its real twin."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, Sent, Unknown
from bot.domain.people import PersonId
from bot.flows.ports import Done, Profile, Saying, Trace

NEW_YORK = ZoneInfo("America/New_York")


class FakeClock:
    """A clock that a test moves."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def forward(self, by: timedelta) -> datetime:
        self.at += by
        return self.at


@dataclass
class FakeMessenger:
    """A Slack in memory. `trouble` is taken, one entry a delivery: "lost" never arrived, "cut" arrived unseen."""

    monotonic: Callable[[], float] = lambda: 0.0
    accepted: list[tuple[OutboxMessage, Saying]] = field(default_factory=list)
    trouble: list[str | Outcome] = field(default_factory=list)
    readable: bool = True

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        if self.monotonic() >= give_up_at:
            return RetryLater(timedelta(0))
        trouble = self.trouble.pop(0) if self.trouble else None
        if isinstance(trouble, Sent | RetryLater | Unknown | GiveUp):
            return trouble
        if trouble == "lost":
            return Unknown()
        self.accepted.append((message, saying))
        return Unknown() if trouble == "cut" else self._where(message, saying)

    async def find(self, message: OutboxMessage) -> Sent | Trace:
        if not self.readable:
            return Trace.UNREADABLE
        for accepted, saying in self.accepted:
            if accepted.id == message.id:
                return self._where(accepted, saying)
        return Trace.ABSENT

    def said_to(self, person: str) -> list[Saying]:
        """What a person got, oldest first."""
        return [saying for message, saying in self.accepted if message.planned.student == person]

    def _where(self, message: OutboxMessage, saying: Saying) -> Sent:
        if isinstance(saying, Done):
            return Sent(saying.channel, saying.ts)
        number = [accepted.id for accepted, _ in self.accepted].index(message.id)
        place = message.planned.channel or f"D{message.planned.student}"
        return Sent(place, f"{1_700_000_000 + number}.000100")


class FakeDirectory:
    """A directory in memory: everybody is in New York and reachable but for those named."""

    def __init__(self, *, unreachable: Iterable[str] = (), unheard_of: Iterable[str] = ()) -> None:
        self._unreachable, self._unheard_of = set(unreachable), set(unheard_of)

    async def profile(self, person: PersonId) -> Profile | None:
        if person in self._unheard_of:
            return None
        return Profile(zone=NEW_YORK, reachable=person not in self._unreachable)
