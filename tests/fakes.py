"""Fakes of what a journey may touch. tests/contracts holds each of them to the promises of its real twin."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import SlackUnavailable
from bot.domain.outbox import OutboxMessage, Outcome, RetryLater, Sent, Unknown, Unreachable
from bot.domain.people import PersonId
from bot.flows.ports import ChannelReaders, Profile, Trace
from bot.flows.sayings import Done, Saying

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
        if isinstance(trouble, Outcome):
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
    """A directory in memory: everybody is in New York and reachable but for those named. `answers` is how often it
    still answers, and `asked` whom it was asked about, in vain too. It knows who can read `channels`."""

    def __init__(
        self,
        *,
        unreachable: Iterable[str] = (),
        unheard_of: Iterable[str] = (),
        closed: Iterable[str] = (),
        answers: float = float("inf"),
        channels: Mapping[str, ChannelReaders] | None = None,
    ) -> None:
        self._unreachable, self._unheard_of, self._closed = set(unreachable), set(unheard_of), set(closed)
        self.answers = answers
        self.asked: list[str] = []
        self.channels = dict(channels or {})

    async def profile(self, person: PersonId) -> Profile:
        self._answer(person)
        if person in self._unheard_of:
            return Profile(None, unreachable="user_not_found")
        return Profile(NEW_YORK, unreachable="user_disabled" if person in self._unreachable else None)

    async def conversation(self, person: PersonId) -> str | Unreachable:
        self._answer(person)
        if person in self._unheard_of:
            return Unreachable("user_not_found")
        if person in self._unreachable | self._closed:
            return Unreachable("user_disabled" if person in self._unreachable else "channel_not_found")
        return f"D{person}"

    async def readers(self, channel: str) -> ChannelReaders | None:
        self._answer(channel)
        return self.channels.get(channel)

    def _answer(self, name: str) -> None:
        self.asked.append(name)
        if self.answers <= 0:
            raise SlackUnavailable
        self.answers -= 1
