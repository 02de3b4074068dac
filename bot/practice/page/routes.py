"""The page on the network: what can be looked at and what can be posted."""

from collections.abc import Awaitable
from importlib.resources import files
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined
from multidict import MultiDict

from bot.practice.classmates import Classmates
from bot.practice.hands import Hands
from bot.practice.page.acts import Acts, Chosen, Outcome, Posted, UnknownAct
from bot.practice.page.casting import part_of
from bot.practice.page.clock_bar import ClockBar
from bot.practice.page.controls import ClockControls, Stop
from bot.practice.page.guard import guarded
from bot.practice.page.office import ZONES
from bot.practice.page.screen import HOME, Screens, day_in_words, path_of
from bot.practice.page.voices import voices
from bot.practice.workspace import Person, Workspace

LONGEST_WAIT = 20.0
"""Seconds after which the script asks again whether something has changed."""

_ASSETS = {"page.css": "text/css", "page.js": "text/javascript"}


def routes(
    workspace: Workspace,
    hands: Hands,
    clock: ClockControls,
    classmates: Classmates,
    *,
    voices_needed: int = 5,
    longest_wait: float = LONGEST_WAIT,
) -> list[web.RouteDef]:
    """The routes of the practice page, to be served beside the workspace's own."""
    page = Page(workspace, hands, clock, classmates, voices_needed=voices_needed, longest_wait=longest_wait)
    return [
        web.get("/", guarded(page.begin)),
        web.get("/assets/{name}", guarded(page.asset)),
        web.get("/as/{person}", guarded(page.look)),
        web.get("/archives/{channel}/{message}", guarded(page.follow)),
        web.get("/as/{person}/changes", guarded(page.changes)),
        web.post("/as/{person}/{act}", guarded(page.act)),
    ]


class Page:
    """Answers requests: it looks through the screens and acts through the hands, and keeps no state of Slack's."""

    def __init__(
        self,
        workspace: Workspace,
        hands: Hands,
        clock: ClockControls,
        classmates: Classmates,
        *,
        voices_needed: int,
        longest_wait: float,
    ) -> None:
        self._workspace, self._classmates = workspace, classmates
        self._voices_needed, self._longest_wait = voices_needed, longest_wait
        self._clock = ClockBar(clock, classmates, workspace.touch)
        self._acts = Acts(hands, classmates, self._clock)
        self._screens = Screens(workspace, hands, classmates)
        self._notices: dict[str, str] = {}
        self._templates = Environment(
            loader=PackageLoader("bot.practice.page", ""),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def begin(self, _: web.Request) -> web.StreamResponse:
        """Come in as the first of the cast."""
        first = (await self._screens.faces())[0]
        return _see_other(f"/as/{quote(first.path)}")

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """The style sheet and the script."""
        name = request.match_info["name"]
        if name not in _ASSETS:
            raise web.HTTPNotFound
        text = files("bot.practice.page").joinpath(name).read_text("utf-8")
        return web.Response(text=text, content_type=_ASSETS[name])

    async def look(self, request: web.Request) -> web.StreamResponse:
        """What a person sees: a conversation, or Home, and the modal in front of it."""
        person = self._person(request)
        version = self._workspace.version
        html = await self._rendered(person, await self._tab(request, person), version)
        return web.Response(text=html, content_type="text/html")

    async def follow(self, request: web.Request) -> web.StreamResponse:
        """A link to a message, as Slack makes them. A link does not say who follows it: the first of the cast does who
        can."""
        channel, stamp = request.match_info["channel"], request.match_info["message"].removeprefix("p")
        person = await self._screens.first_in(channel)
        if person is None:
            raise web.HTTPNotFound(text="Nobody here is in that conversation.")
        path = path_of(person, channel, await self._screens.direct(person))
        return _see_other(f"{path}#m{quote(stamp[:-6])}.{quote(stamp[-6:])}")

    async def changes(self, request: web.Request) -> web.StreamResponse:
        """The workspace's version, as soon as it is past the one asked for."""
        self._person(request)
        try:
            since = int(request.query["since"])
        except (KeyError, ValueError) as wrong:
            raise web.HTTPBadRequest(text="Say `since` which version.") from wrong
        version = await self._version_past(since)
        return web.json_response({"version": version})

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Do what a form asks for, then show the page again."""
        person = self._person(request)
        tab = await self._tab(request, person)
        said = (await request.post()).items()
        form = MultiDict((name, value) for name, value in said if isinstance(value, str))
        files = [
            Chosen(name, value.filename, value.file.read()) for name, value in said if isinstance(value, web.FileField)
        ]
        outcome = await self._done(self._acts.do(request.match_info["act"], Posted(person.id, form, files)))
        self._notices[person.id] = outcome.notice
        return _see_other(path_of(person, outcome.tab or tab, await self._screens.direct(person)))

    async def _done(self, act: Awaitable[Outcome]) -> Outcome:
        try:
            return await act
        except UnknownAct as unknown:
            raise web.HTTPNotFound from unknown

    async def _version_past(self, since: int) -> int:
        try:
            return await self._workspace.changed(since=since, within=self._longest_wait)
        except TimeoutError:
            return self._workspace.version

    def _person(self, request: web.Request) -> Person:
        person = self._screens.person(request.match_info["person"])
        if person is None:
            raise web.HTTPNotFound(text="Nobody of that name is here.")
        return person

    async def _tab(self, request: web.Request, person: Person) -> str:
        """The tab a request is about: one the person has, or else their messages."""
        direct = await self._screens.direct(person)
        wanted = HOME if request.query.get("tab") == HOME else request.query.get("channel", direct)
        known = {each.key for each in await self._screens.tabs(person, wanted)}
        return wanted if wanted in known else direct

    async def _rendered(self, person: Person, tab: str, version: int) -> str:
        screens = self._screens
        path = path_of(person, tab, await screens.direct(person))
        log = [] if tab == HOME else await screens.log(person, tab)
        return self._templates.get_template("page.html").render(
            version=version,
            person=person,
            part=part_of(person.id, is_written_to=self._workspace.has_written_to(person.id)),
            explains=person.id not in self._acts.dismissed,
            notice=self._notices.get(person.id, ""),
            here=path,
            query=path.partition("?")[2],
            tab=tab,
            is_home=tab == HOME,
            log=log,
            home=await screens.home(person) if tab == HOME else None,
            modal=await screens.modal(person),
            faces=await screens.faces(person),
            tabs=await screens.tabs(person, tab),
            members=screens.members(),
            zones=ZONES,
            **self._bar(person),
        )

    def _bar(self, person: Person) -> dict[str, object]:
        now = self._clock.now().astimezone(ZoneInfo(person.tz))
        return {
            "now": now,
            "today": day_in_words(now),
            "note": self._clock.note,
            "moving": self._clock.moving,
            "stops": tuple(Stop),
            "voices": voices(self._classmates, needed=self._voices_needed),
            "taking_part": self._classmates.taking_part,
            "most": self._classmates.most,
        }


def _see_other(path: str) -> web.Response:
    return web.Response(status=303, headers={"Location": path})
