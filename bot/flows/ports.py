"""What a journey may touch: the clock, the unit of work, and the way to Slack. Fakes and real twins of these stand
under one contract suite."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.curriculum import Curriculum
from bot.domain.outbox import (
    OutboxMessage,
    Outcome,
    Sent,
    SlowDown,
    Unreachable,
)
from bot.domain.people import DayOff, PersonId, Student
from bot.domain.program import Program
from bot.domain.reply import Question, Reply
from bot.domain.roster import Member
from bot.flows.records.coordination import Audit, Channels, Coordinators, SetUps
from bot.flows.records.digests import Digests, GroupAnswers, Preceptors
from bot.flows.records.outbox import Delivery, Lanes, Outbox
from bot.flows.records.people import People
from bot.flows.records.replies import Replies
from bot.flows.records.rules import Policies, ProgramChanges
from bot.flows.records.workspace import Homes, Workspace
from bot.flows.sayings import Saying
from bot.meters import Meters


class Clock(Protocol):
    """Tells the time. Only the outermost loop and the listeners ask it."""

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack tells about a person: the time zone, by its own code why messages make no sense, if so, and whether
    they are only a guest in the workspace."""

    zone: ZoneInfo | None
    unreachable: str | None = None
    is_guest: bool = False


class Trace(StrEnum):
    """What Slack's history says about a message whose sending nobody saw end, when it is not there to be read."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    """Slack does not let us read this history."""
    UNANSWERED = "unanswered"
    """Slack does not answer at the moment."""


class Messenger(Protocol):
    """Carries messages to Slack: each is shown by one request, which is never made a second time by itself."""

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        """Send one message unless the monotonic instant `give_up_at` has passed, and say what became of it."""

    async def find(self, message: OutboxMessage) -> Sent | Trace | SlowDown:
        """Look for a message in the newest part of its conversation by the id in its metadata."""


@dataclass(frozen=True, slots=True)
class ChannelReaders:
    """Who can read a channel: everybody where it is public, and else its members, as far as they were counted up. Where
    Bedside is not in it, no digest gets there."""

    is_public: bool
    members: frozenset[PersonId] = frozenset()
    has_bedside: bool = True


@dataclass(frozen=True, slots=True)
class Members:
    """A page of the workspace's members, and where the next one begins; None after the last."""

    profiles: Mapping[PersonId, Profile]
    more: str | None


class Directory(Protocol):
    """Looks people up in Slack."""

    async def members(self, since: str | None) -> Members:
        """A page of everybody with an account, closed ones among them: the first, or the one that begins at `since`.
        Where Slack knows no such beginning any more, it is an empty last page. Raises SlackUnavailable and
        AppShutOut."""

    async def profile(self, person: PersonId) -> Profile:
        """A person's profile, an unreachable one when Slack knows nobody by this id. Raises SlackUnavailable,
        AppShutOut, and PersonRefused for a code that says nothing of the person."""

    async def conversation(self, person: PersonId) -> str | Unreachable:
        """The direct conversation with a person, opened if need be. Nobody notices. Raises SlackUnavailable,
        AppShutOut, and PersonRefused for a code that says nothing of the person."""

    async def readers(self, channel: str) -> ChannelReaders | None:
        """Who can read a channel, or that Bedside is not in it; None where the app may not ask Slack, since its scopes
        for that are optional. Raises SlackUnavailable and AppShutOut."""


@dataclass(frozen=True, slots=True)
class MembersPage:
    """Some members of the workspace. `cursor` leads to the next ones, and is empty after the last."""

    members: tuple[Member, ...]
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """Some channels by name and id. `cursor` leads to the next ones, and is empty after the last."""

    channels: tuple[tuple[str, str], ...] = ()
    cursor: str = ""


class Membership(Protocol):
    """Who is in the workspace, by e-mail too, and which channels are. Asking keeps to Slack's pace, so it may take
    minutes."""

    async def page(self, cursor: str) -> MembersPage:
        """The members that a cursor leads to, the first ones for an empty one; those that are deactivated too. Raises
        SlackUnavailable, and AppShutOut or PersonRefused where Slack refuses to show the list."""

    async def channels(self, cursor: str, *, private: bool) -> ChannelsPage:
        """The public or private channels that a cursor leads to, archived ones aside; none where the app may not see
        them. Raises SlackUnavailable and AppShutOut."""

    async def member(self, person: str) -> Member | None:
        """One member by e-mail address or id, if Slack knows anybody by it. Raises EmailsHidden where the app may not
        see addresses, SlackUnavailable and AppShutOut."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` rolls everything back."""

    @property
    def people(self) -> People: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def delivery(self) -> Delivery: ...
    @property
    def lanes(self) -> Lanes: ...
    @property
    def replies(self) -> Replies: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def preceptors(self) -> Preceptors: ...
    @property
    def group_answers(self) -> GroupAnswers: ...
    @property
    def policies(self) -> Policies: ...
    @property
    def program(self) -> ProgramChanges: ...
    @property
    def coordinators(self) -> Coordinators: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def channels(self) -> Channels: ...
    @property
    def set_up(self) -> SetUps: ...
    @property
    def homes(self) -> Homes: ...
    @property
    def workspace(self) -> Workspace: ...

    async def commit(self) -> None:
        """Make everything done in this unit of work lasting, at once."""

    async def commit_and_erase(self) -> None:
        """The same; and what was deleted does not stay in the database's files, as far as that is in our hands."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long delivering waits. A request is not begun in the last part of a lease, `safety`, and is over before that
    part is: `request` is for the whole of it, from connecting to the last byte. What is unknown is looked for when
    Slack's history has surely caught up, `settle_after`."""

    lease: timedelta = timedelta(seconds=60)
    safety: timedelta = timedelta(seconds=20)
    request: timedelta = timedelta(seconds=10)
    settle_after: timedelta = timedelta(seconds=30)
    unreadable_for: timedelta = timedelta(minutes=10)
    repeat_after: timedelta = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Glance:
    """A person's settings, if they are a student; the question of one date that has, or may have, reached them; and
    what they replied."""

    student: Student | None = None
    question: Question | None = None
    reply: Reply | None = None


class Glances(Protocol):
    """What somebody who has pressed a button waits for, as it is committed at this moment. Nothing is locked, so what
    is written by it has to be read once more in a unit of work. Raises BedsideError when the database does not
    answer."""

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings; None for anybody else."""

    async def may_have_home(self, person: PersonId) -> bool:
        """Whether a Home tab may be shown to a person: of somebody who is no student nothing is known here."""

    async def lost_preceptor(self, person: PersonId) -> str | None:
        """Slack's code for why nothing reaches a preceptor, empty when something does; None for who was never told as
        one."""

    async def question(self, person: PersonId, on: date) -> Glance:
        """A person's settings, question and reply of a date, as far as there are any."""


@dataclass(frozen=True, slots=True)
class CalendarName:
    """A calendar of holidays: its code, such as "US" or "US-PA", and what the country, or the part of it, is called."""

    code: str
    name: str


class HolidayCalendars(Protocol):
    """Knows the holidays of countries, and of the states or other parts of them."""

    def countries(self) -> tuple[CalendarName, ...]:
        """Every country with a calendar, by name."""

    def states(self, country: str) -> tuple[CalendarName, ...]:
        """The parts of a country that have holidays of their own, by name; none where it has none, or is unknown."""

    def days(self, calendar: str, first: date, last: date) -> tuple[DayOff, ...]:
        """The holidays of a calendar from one date to another. Raises NoSuchCalendar."""


OpenWork = Callable[[], AbstractAsyncContextManager[UnitOfWork]]


@dataclass(slots=True)
class World:
    """What every journey may reach. `release_key` shuffles digests and never leaves the process; no more do the
    `mark_keys`, which make the marks of who had everything deleted: the first writes, every one of them reads; nor
    does `home_key`, which tells whether a Home tab has changed. Where none is given, it is made up: then Home tabs
    that another process has shown count as changed. `workspace_url` is where Slack shows the workspace; without it
    nothing is linked. `coordinators` are those to begin with: `coordinators_of` says who they are now. `calendars` tell
    holidays when somebody sets up a rotation.

    `written` is the program as its file has it. `program` is the one part that changes: it holds what coordinators
    have changed as well, as this process learned last; `program_in` says what holds in a unit of work."""

    open_work: OpenWork
    glances: Glances
    curriculum: Curriculum
    program: Program
    release_key: bytes
    mark_keys: tuple[bytes, ...]
    coordinators: frozenset[PersonId] = frozenset()
    meters: Meters = field(default_factory=Meters)
    home_key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    workspace_url: str = ""
    calendars: HolidayCalendars | None = None
    written: Program = field(init=False)

    def __post_init__(self) -> None:
        self.written = self.program
