"""Fakes of what a journey may touch. tests/contracts holds each of them to the promises of its real twin."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import BedsideError, SlackUnavailable
from bot.domain.outbox import OutboxMessage, Outcome, RetryLater, Sent, Unknown, Unreachable
from bot.domain.people import PersonId
from bot.domain.roster import Member
from bot.flows.ports import ChannelReaders, ChannelsPage, Members, MembersPage, Profile, Trace
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
    still answers, and `asked` whom it was asked about, in vain too. It knows who can read `channels`, and lists those
    `listed`, two a page, in their `zones`."""

    def __init__(
        self,
        *,
        unreachable: Iterable[str] = (),
        unheard_of: Iterable[str] = (),
        closed: Iterable[str] = (),
        answers: float = float("inf"),
        channels: Mapping[str, ChannelReaders] | None = None,
        listed: Iterable[str] = (),
    ) -> None:
        self.unreachable, self._unheard_of, self.closed = set(unreachable), set(unheard_of), set(closed)
        self.listed, self.zones = [PersonId(each) for each in listed], dict[str, ZoneInfo]()
        self.answers = answers
        self.asked: list[str] = []
        self.channels = dict(channels or {})

    async def members(self, since: str | None) -> Members:
        self._answer(f"members since {since}")
        if since and since not in self.listed:
            return Members({}, None)
        rest = self.listed[self.listed.index(PersonId(since)) if since else 0 :]
        return Members({each: self._profile(each) for each in rest[:2]}, rest[2] if len(rest) > 2 else None)

    async def profile(self, person: PersonId) -> Profile:
        self._answer(person)
        if person in self._unheard_of:
            return Profile(None, unreachable="user_not_found")
        return self._profile(person)

    async def conversation(self, person: PersonId) -> str | Unreachable:
        self._answer(person)
        if person in self._unheard_of:
            return Unreachable("user_not_found")
        if person in self.unreachable | self.closed:
            return Unreachable("user_disabled" if person in self.unreachable else "channel_not_found")
        return f"D{person}"

    async def readers(self, channel: str) -> ChannelReaders | None:
        self._answer(channel)
        return self.channels.get(channel)

    def _profile(self, person: str) -> Profile:
        reason = "user_disabled" if person in self.unreachable else None
        return Profile(self.zones.get(person, NEW_YORK), unreachable=reason)

    def _answer(self, name: str) -> None:
        self.asked.append(name)
        if self.answers <= 0:
            raise SlackUnavailable
        self.answers -= 1


@dataclass
class FakeMembership:
    """A list of members in memory, in pages of two. It knows what it was `asked`, and answers nothing when silent; and
    raises what it `refuses` a page with."""

    members: Sequence[Member]
    shows_addresses: bool = True
    public_channels: tuple[tuple[str, str], ...] = ()
    private_channels: tuple[tuple[str, str], ...] = ()
    is_silent: bool = False
    refuses: BedsideError | None = None
    asked: list[str] = field(default_factory=list)

    async def page(self, cursor: str) -> MembersPage:
        self._answer("page")
        if self.refuses is not None:
            raise self.refuses
        first = int(cursor or 0)
        rest = "" if first + 2 >= len(self.members) else str(first + 2)
        shown = self.members[first : first + 2]
        hidden = tuple(replace(each, address="") for each in shown)
        return MembersPage(tuple(shown) if self.shows_addresses else hidden, rest)

    async def channels(self, cursor: str, *, private: bool) -> ChannelsPage:
        self._answer("channels")
        shown = self.private_channels if private else self.public_channels
        first = int(cursor or 0)
        return ChannelsPage(shown[first : first + 2], str(first + 2) if first + 2 < len(shown) else "")

    async def member(self, person: str) -> Member | None:
        self._answer(person)
        return next((each for each in self.members if person in (each.id, each.address)), None)

    def _answer(self, asked: str) -> None:
        self.asked.append(asked)
        if self.is_silent:
            raise SlackUnavailable
