"""What one person sees: put together from the workspace, ready for the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from urllib.parse import quote
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.practice.cast import CAST
from bot.practice.classmates import Classmates
from bot.practice.hands import Hands
from bot.practice.page.blocks import blocks_to_html
from bot.practice.page.casting import part_of
from bot.practice.page.html import joined, tag
from bot.practice.page.mrkdwn import Names, mrkdwn, plain
from bot.practice.page.place import Offered, Place
from bot.practice.views import OpenView
from bot.practice.workspace import BOT_USER_ID, Channel, File, Message, Person, Workspace

HOME = "home"
"""The tab that shows the app's Home; every other tab is a conversation."""


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody in the list of people."""

    path: str
    name: str
    part: str
    is_current: bool
    is_simulated: bool
    unread: int
    is_of_the_cast: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """A conversation, or Home."""

    key: str
    label: str
    is_current: bool
    unread: int


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it is shown."""

    id: str
    ts: str
    author: str
    kind: str
    at: datetime
    day: str
    is_first_of_day: bool
    shown: Markup
    is_edited: bool
    is_private: bool
    is_own: bool
    """Whether the person who looks wrote it, and may delete it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A modal in front of everything, or the Home tab."""

    id: str
    title: str
    submit: str
    close: str
    shown: Markup
    errors: int
    trouble: str


class Screens:
    """Puts screens together and remembers what each person has already seen."""

    def __init__(self, workspace: Workspace, hands: Hands, classmates: Classmates) -> None:
        self._workspace, self._hands, self._classmates = workspace, hands, classmates
        self._seen: dict[tuple[str, str], str] = {}

    def person(self, name: str) -> Person | None:
        """The person whose path this is."""
        return next((each for each in self._people() if each.name == name), None)

    async def first_in(self, channel: str) -> Person | None:
        """The first of the cast who is in a conversation."""
        for person in self._people():
            if channel in {each.id for each in await self._hands.channels_of(person.id)}:
                return person
        return None

    async def faces(self, current: Person | None = None) -> Sequence[Face]:
        """Everyone one can be, in the order of the cast."""
        return [await self._face(each, current) for each in self._people()]

    def members(self) -> Sequence[Person]:
        """Everybody with an account, open or closed, by name."""
        people = [each for each in self._workspace.people.values() if not each.is_bot]
        return sorted(people, key=lambda each: each.real_name)

    async def tabs(self, person: Person, current: str) -> Sequence[Tab]:
        """The person's places: messages from the app, Home, and the channels they are in."""
        direct, channels = await self._places(person)
        messages = Tab(direct, "Messages", current == direct, await self._unread(person, direct))
        home = Tab(HOME, "Home", current == HOME, 0)
        return [messages, home, *[await self._tab(person, each, current) for each in channels]]

    async def direct(self, person: Person) -> str:
        """The id of the person's conversation with the app; empty while there is none."""
        return (await self._places(person))[0]

    async def log(self, person: Person, channel: str) -> Sequence[Said]:
        """The conversation, oldest first; from now on all of it has been seen."""
        if not channel:
            return []
        messages = await self._hands.messages(person.id, channel)
        if messages:
            self._seen[person.id, channel] = messages[-1].ts
        zone, days, log = ZoneInfo(person.tz), set[str](), list[Said]()
        for message in messages:
            said = self._said(message, person, zone, days)
            days.add(said.day)
            log.append(said)
        return log

    async def modal(self, person: Person) -> Sheet | None:
        """The modal in front of the person, if one is open."""
        stack = await self._hands.open_views(person.id)
        return self._sheet(stack[-1], person) if stack else None

    async def home(self, person: Person) -> Sheet | None:
        """The person's Home tab, once the app has published one."""
        home = await self._hands.home(person.id)
        return self._sheet(home, person) if home else None

    def _people(self) -> Sequence[Person]:
        return [each for each in self._workspace.people.values() if not each.is_bot and not each.deleted]

    async def _face(self, person: Person, current: Person | None) -> Face:
        direct, channels = await self._places(person)
        places = [direct, *(each.id for each in channels)]
        return Face(
            path=person.name,
            name=person.real_name,
            part=part_of(person.id).role,
            is_current=person == current,
            is_simulated=person.id in self._classmates.simulated,
            unread=sum([await self._unread(person, each) for each in places]),
            is_of_the_cast=person.id in CAST,
        )

    async def _places(self, person: Person) -> tuple[str, Sequence[Channel]]:
        channels = await self._hands.channels_of(person.id)
        direct = next((each.id for each in channels if each.is_im), "")
        return direct, [each for each in channels if not each.is_im]

    async def _tab(self, person: Person, channel: Channel, current: str) -> Tab:
        unread = await self._unread(person, channel.id)
        return Tab(channel.id, f"#{channel.name}", current == channel.id, unread)

    async def _unread(self, person: Person, channel: str) -> int:
        if not channel:
            return 0
        seen = self._seen.get((person.id, channel), "")
        messages = await self._hands.messages(person.id, channel)
        return sum(1 for each in messages if _moment(each.ts) > _moment(seen) and each.user != person.id)

    def _names(self) -> Names:
        people = {each.id: each.real_name for each in self._workspace.people.values()}
        return people | {each.id: each.name for each in self._workspace.channels.values() if not each.is_im}

    def _said(self, message: Message, person: Person, zone: tzinfo, days: set[str]) -> Said:
        at = datetime.fromtimestamp(_moment(message.ts), UTC).astimezone(zone)
        place = Place(f"m{message.ts}", self._names(), zone=zone)
        author = self._workspace.people.get(message.user)
        return Said(
            id=place.prefix,
            ts=message.ts,
            author=author.real_name if author else "Slackbot",
            kind="app" if message.user == BOT_USER_ID else "person",
            at=at,
            day=day_in_words(at),
            is_first_of_day=day_in_words(at) not in days,
            shown=_shown(message, place),
            is_edited=message.edited_ts is not None,
            is_private=message.ephemeral_to is not None,
            is_own=message.user == person.id,
        )

    def _offered(self, person: Person) -> Sequence[Offered]:
        """Whom and what the person can pick: accounts that are open, and the channels that they see."""
        people = [each for each in self._workspace.people.values() if not each.deleted]
        seen = [each for each in self._workspace.channels.values() if _is_seen(each, person)]
        return [
            *(Offered(each.id, each.real_name, "person") for each in sorted(people, key=lambda each: each.real_name)),
            *(Offered(each.id, f"#{each.name}", "private" if each.is_private else "public") for each in seen),
        ]

    def _sheet(self, opened: OpenView, person: Person) -> Sheet:
        view: Mapping[str, Mapping[str, str]] = opened.view
        place = Place(
            opened.id,
            self._names(),
            values=opened.values,
            errors=opened.errors,
            offered=self._offered(person),
            attached=opened.attached,
            zone=ZoneInfo(person.tz),
        )
        return Sheet(
            id=opened.id,
            title=plain(view.get("title")),
            submit=plain(view.get("submit")),
            close=plain(view.get("close")) or ("Cancel" if view.get("submit") else "Close"),
            shown=blocks_to_html(opened.blocks, place),
            errors=len(opened.errors),
            trouble=opened.trouble or "",
        )


def day_in_words(at: datetime) -> str:
    """A day as people say it: Monday 23 November."""
    return f"{at:%A} {at.day} {at:%B}"


def path_of(person: Person, tab: str, direct: str) -> str:
    """The address at which a person sees a tab."""
    address = f"/as/{quote(person.name)}"
    if tab == HOME:
        return f"{address}?tab={HOME}"
    return address if tab == direct else f"{address}?channel={quote(tab)}"


def _shown(message: Message, place: Place) -> Markup:
    if message.blocks:
        return blocks_to_html(message.blocks, place)
    return joined([tag("div", mrkdwn(message.text, place.names), class_="words"), *map(_file, message.files)])


def _file(file: File) -> Markup:
    """A file by its title and name, with its text to unfold."""
    if file.deleted:
        return tag("p", "This file was deleted.", class_="hint")
    content = (file.content or b"").decode(errors="replace")
    return tag("details", tag("summary", f"{file.title} ({file.name})"), tag("pre", content), class_="file")


def _is_seen(channel: Channel, person: Person) -> bool:
    is_hidden = channel.is_private and person.id not in channel.members
    return not (channel.is_im or channel.archived or is_hidden)


def _moment(ts: str) -> float:
    return float(ts or 0)
