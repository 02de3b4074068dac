"""The state of a small Slack workspace with one app in it: people, conversations, messages, views. No I/O."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from bot.practice.faults import Faults
from bot.practice.forms import with_ids
from bot.practice.passes import Passes, PassTurnedAway
from bot.practice.rate_limits import RateLimits
from bot.practice.refusals import Refused
from bot.practice.scopes import BOT_SCOPES, EVENT_SCOPES
from bot.practice.views import OpenView, Views
from bot.practice.wire import Ack, Delivery, Json, Kind

__all__ = ["Accepted", "Channel", "Message", "OpenView", "Person", "Trigger", "Workspace"]

TEAM_ID, TEAM_DOMAIN = "T0PRACTICE", "practice"
BOT_USER_ID, BOT_ID, APP_ID = "U0BEDSIDE", "B0BEDSIDE", "A0BEDSIDE"
SLACKBOT = "USLACKBOT"
"""Slack's own account, which is listed among the people and does not say that it is a bot."""
BOT_TOKEN, APP_TOKEN = "xoxb-practice-bot", "xapp-practice-app"
SIGNING_SECRET = "practice-signing-secret"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account, or a bot's account; a guest sees some channels only. Whoever belongs to another team
    shares channels with this one."""

    id: str
    name: str
    real_name: str
    email: str
    tz: str
    is_bot: bool = False
    deleted: bool = False
    is_guest: bool = False
    team_id: str = TEAM_ID


@dataclass(slots=True)
class File:
    """A file of the app's, or of a `user` who attached it to a form. It is `shared` once its upload was completed;
    deleted, only its id is left."""

    id: str
    name: str
    title: str
    content: bytes | None = None
    shared: bool = False
    deleted: bool = False
    user: str = BOT_USER_ID

    @property
    def kind(self) -> str:
        """What its name ends in, which is what Slack goes by."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands now; an ephemeral one is seen by a single person and by no history."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    edited_ts: str | None = None
    ephemeral_to: str | None = None
    thread_ts: str | None = None
    files: tuple[File, ...] = ()


@dataclass(slots=True)
class Channel:
    """A channel, or the direct conversation of the app with `user`."""

    id: str
    name: str
    is_im: bool = False
    user: str | None = None
    members: set[str] = field(default_factory=set)
    archived: bool = False
    is_private: bool = False

    @property
    def kind(self) -> str:
        """`im`, `group` (a private channel) or `channel`: the names scopes use."""
        if self.is_im:
            return "im"
        return "group" if self.is_private else "channel"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One write accepted from the app. `user` is the person it reaches, if it reaches one person only."""

    method: str
    channel: str | None = None
    ts: str | None = None
    user: str | None = None
    metadata: Json | None = None
    arguments: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Who did something a moment ago, and in which view."""

    user: str
    view_id: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The message a response URL belongs to (`ts` is None for a command)."""

    user: str
    channel: str
    ts: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """The file that an upload's address is for, and how many bytes were announced."""

    file: File
    length: int


class Workspace:
    """Everything Slack knows. `now` is the time in it, which a demo moves; ids expire by `monotonic`."""

    def __init__(
        self,
        people: Iterable[Person],
        channels: Iterable[Channel],
        *,
        now: Callable[[], float],
        scopes: Iterable[str] = BOT_SCOPES,
        events: Iterable[str] = tuple(EVENT_SCOPES),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.now = now
        self.people = {each.id: each for each in people}
        self.channels = {each.id: each for each in channels}
        self.scopes, self.events = set(scopes), frozenset(events)
        self.bot_tokens, self.app_token, self.signing_secret = {BOT_TOKEN}, APP_TOKEN, SIGNING_SECRET
        self.faults = Faults()
        self.limits = RateLimits(monotonic)
        self.accepted: list[Accepted] = []
        self.delivery: Delivery | None = None
        # The server that serves this workspace says here where it is to be found.
        self.origin = "http://practice.invalid"
        self.views = Views(self.touch)
        self.triggers = Passes[Trigger]("trigger", seconds=3.0, uses=1, monotonic=monotonic)
        self.responses = Passes[Origin]("response", seconds=1800.0, uses=5, monotonic=monotonic)
        self.tickets = Passes[None]("ticket", seconds=30.0, uses=1, monotonic=monotonic)
        self.uploads = Passes[Upload]("upload", seconds=600.0, uses=1, monotonic=monotonic)
        self.files: dict[str, File] = {}
        self.version = 0
        self._moved = asyncio.Event()
        self._messages: dict[str, dict[str, Message]] = {each: {} for each in self.channels}
        self._last_microsecond = 0
        self._im_numbers = count(1)

    def person(self, user: str) -> Person:
        """Return the person, or refuse with `user_not_found`."""
        if user not in self.people:
            raise Refused("user_not_found")
        return self.people[user]

    def put_person(self, person: Person) -> None:
        """Give somebody an account, or change what stands in the one they have."""
        self.people[person.id] = person
        self.touch()

    def deactivate(self, user: str) -> None:
        """Close a person's account."""
        self.put_person(replace(self.people[user], deleted=True))

    def reactivate(self, user: str) -> None:
        """Open a closed account again."""
        self.put_person(replace(self.people[user], deleted=False))

    def new_file(self, name: str, *, user: str = BOT_USER_ID) -> File:
        """Begin a file that has no content yet."""
        file = File(f"F{len(self.files) + 1:04d}PRACTICE", name, name, user=user)
        self.files[file.id] = file
        return file

    def put_channel(self, channel: Channel) -> None:
        """Open a channel, or change what stands of it; what was said in it stays."""
        self.channels[channel.id] = channel
        self._messages.setdefault(channel.id, {})
        self.touch()

    def channel(self, channel: str) -> Channel:
        """Return the conversation, or refuse with `channel_not_found`."""
        if channel not in self.channels:
            raise Refused("channel_not_found")
        return self.channels[channel]

    def im_of(self, user: str) -> Channel | None:
        """Return the person's conversation with the app, if there is one."""
        return next((each for each in self.channels.values() if each.is_im and each.user == user), None)

    def has_written_to(self, user: str) -> bool:
        """Whether the app has begun to talk with a person, beside answers that nobody keeps."""
        im = self.im_of(user)
        said = self._messages[im.id].values() if im else ()
        return any(each.user == BOT_USER_ID and each.ephemeral_to is None for each in said)

    def open_im(self, user: str) -> Channel:
        """Return the person's conversation with the app and begin it if need be."""
        known = self.im_of(user)
        if known:
            return known
        name = f"D{next(self._im_numbers):02d}{user.removeprefix('U')}"
        self.channels[name] = Channel(name, "directmessage", is_im=True, user=user, members={user, BOT_USER_ID})
        self._messages[name] = {}
        self.touch()
        return self.channels[name]

    def post(
        self,
        channel: str,
        text: str,
        *,
        user: str = BOT_USER_ID,
        blocks: Iterable[Json] = (),
        metadata: Json | None = None,
        ephemeral_to: str | None = None,
        thread_ts: str | None = None,
        files: Iterable[File] = (),
    ) -> Message:
        """Put a message into a conversation, or into a thread of it, and return it."""
        written = with_ids(list(blocks))
        ts, shown = self._next_ts(), tuple(files)
        return self._keep(Message(channel, ts, user, text, written, metadata, None, ephemeral_to, thread_ts, shown))

    def edit(
        self,
        message: Message,
        *,
        text: str | None = None,
        blocks: Iterable[Json] | None = None,
        metadata: Json | None = None,
    ) -> Message:
        """Replace what is given and keep the rest, as `chat.update` does; empty metadata removes it."""
        changed = replace(
            message,
            text=message.text if text is None else text,
            blocks=message.blocks if blocks is None else with_ids(list(blocks)),
            metadata=message.metadata if metadata is None else metadata or None,
            edited_ts=self._next_ts(),
        )
        return self._keep(changed)

    def remove(self, message: Message) -> None:
        """Take a message away."""
        del self._messages[message.channel][message.ts]
        self.touch()

    def message(self, channel: str, ts: str) -> Message | None:
        """Return the message as it stands now, if it still stands."""
        return self._messages.get(channel, {}).get(ts)

    def messages(self, channel: str) -> list[Message]:
        """Return the conversation's messages, oldest first, ephemeral ones included."""
        return list(self._messages[channel].values())

    def trigger(self, user: str, *, view_id: str | None = None) -> str:
        """Return a trigger id: good once, and for three seconds."""
        return self.triggers.issue(Trigger(user, view_id))

    def redeem_trigger(self, trigger_id: str) -> Trigger:
        """Use a trigger id up, or refuse as Slack does."""
        try:
            return self.triggers.redeem(trigger_id)
        except PassTurnedAway as away:
            codes = {
                "unknown": "invalid_trigger_id",
                "spent": "exchanged_trigger_id",
                "expired": "expired_trigger_id",
            }
            raise Refused(codes[away.why.value]) from away

    def response_url(self, user: str, channel: str, ts: str | None = None) -> str:
        """Return a URL that answers `user` about what they did: good five times, and for half an hour."""
        return f"{self.origin}/response/{self.responses.issue(Origin(user, channel, ts))}"

    async def deliver(self, kind: Kind, payload: Json) -> Ack:
        """Hand something to the app over the road that is attached."""
        if self.delivery is None:
            return Ack(ok=False, reason="no app is connected to the practice workspace")
        return await self.delivery.deliver(kind, payload)

    def touch(self) -> None:
        """Tell everyone who waits that something changed."""
        self.version += 1
        self._moved.set()
        self._moved = asyncio.Event()

    async def changed(self, *, since: int, within: float = 10.0) -> int:
        """Wait until the version is past `since` and return it; TimeoutError after `within` seconds."""
        async with asyncio.timeout(within):
            while self.version <= since:
                await self._moved.wait()
        return self.version

    async def until(self, found: Callable[[], T], *, within: float = 10.0) -> T:
        """Ask `found` after every change until it answers with something true, and return that."""
        async with asyncio.timeout(within):
            while not (answer := found()):
                await self.changed(since=self.version, within=within)
        return answer

    def _keep(self, message: Message) -> Message:
        self._messages[message.channel][message.ts] = message
        self.touch()
        return message

    def _next_ts(self) -> str:
        # Two messages never share a ts, and a clock that is moved back doesn't reorder a conversation.
        self._last_microsecond = max(round(self.now() * 1_000_000), self._last_microsecond + 100)
        return f"{self._last_microsecond // 1_000_000}.{self._last_microsecond % 1_000_000:06d}"
