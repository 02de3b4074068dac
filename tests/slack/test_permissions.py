"""Who may do what, tried through the real app: every button, form, command and event, by everybody there is.

The doors are those that the switchboard knows, and what is behind them those drawings in which they stand; so a new
listener is tried here before anybody thinks of it.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, NoReturn

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import make_url

from bot.domain.errors import (
    AnswerRefused,
    NotACoordinator,
    NotAPreceptor,
    NothingIsSent,
    NotOnRoster,
    NotYourQuestion,
    PolicyNotYours,
    RotationOver,
)
from bot.domain.letters import digest_name
from bot.domain.people import CohortId, Pace, PersonId
from bot.domain.permissions import Action, Party, may
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.set_pace import leave, start
from bot.flows.welcome_students import welcome_students
from bot.practice import forms
from bot.practice.hands import Hands
from bot.practice.wire import Ack, Json, Kind, Retry
from bot.practice.workspace import BOT_USER_ID, TEAM_ID, Person, Workspace
from bot.slack import requests
from bot.slack.app import make_app, make_switchboard
from bot.slack.identity import Identity
from bot.slack.requests import House
from bot.slack.switchboard import Door
from bot.slack.tasks import Tasks
from bot.slack.views import how_sharing_works
from bot.slack.views.delete_form import CALLBACK_ID as DELETE_FORM
from bot.slack.views.notice import TROUBLE
from bot.slack.views.pace import LEAVE_ID
from tests.fakes import FakeClock, FakeDirectory, FakeMessenger
from tests.slack.conftest import Pokes, Straight
from tests.slack.drawings import drawn, parts, texts
from tests.stories import ALICE, DR_KIM, GUS, JO, MALLORY, MONDAY, at, confirm, deliver_all, roster

FRIDAY = MONDAY - timedelta(days=3)
ELSEWHERE: Final = "T0ELSEWHERE"
MAX, GUEST, LEE, VISITOR = (PersonId(f"U0{name}") for name in ("MAX", "GUEST", "LEE", "VISITOR"))

CAST: Final[Mapping[PersonId, frozenset[Party] | None]] = MappingProxyType(
    {
        MALLORY: frozenset(),
        GUEST: frozenset(),
        # Coordinated until today.
        MAX: frozenset(),
        PersonId(BOT_USER_ID): None,
        VISITOR: None,
        GUS: frozenset({Party.ENDED_STUDENT}),
        DR_KIM: frozenset({Party.PRECEPTOR, Party.READER}),
        JO: frozenset({Party.COORDINATOR}),
        LEE: frozenset({Party.COORDINATOR, Party.PRECEPTOR, Party.READER}),
        ALICE: frozenset({Party.STUDENT}),
    }
)
"""What everybody is here. None is somebody whom nothing is for: a bot, and somebody of another workspace."""

REFUSALS: Final = tuple(
    str(refusal())
    for refusal in (
        NotOnRoster,
        NotYourQuestion,
        NothingIsSent,
        RotationOver,
        NotAPreceptor,
        AnswerRefused,
        NotACoordinator,
        PolicyNotYours,
    )
)
FILLED_IN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "plain_text_input": "A few words.",
        "datepicker": "2026-12-01",
        "timepicker": "08:00",
        "users_select": ALICE,
        "conversations_select": "C0MEDICINE",
        "channels_select": "C0MEDICINE",
        "number_input": "5",
    }
)
"""What is entered where a drawing leaves a field empty."""
EVERYBODYS: Final = {
    "app_home_opened",
    "message",
    "team_join",
    "user_change",
    "/bedside",
    # Each turns a page of the presser's own Home.
    "journal_newer",
    "journal_older",
    "desk_open",
    "desk_close",
    "desk_page",
    "desk_page_before",
    # The words are the presser's own, and nothing else is looked at.
    "use_neutral_reply",
    "use_neutral_excerpt",
}
LAST: Final = (LEAVE_ID, DELETE_FORM)
"""What leaves nothing to try the others with."""
DRAWN: Final = drawn()
WHERE: Final = {
    action_id: name
    for name, drawing in reversed(DRAWN.items())
    for action_id, times in Counter(part.get("action_id") for part in parts(drawing)).items()
    if times == 1
}
"""For each button, menu and field a drawing in which it stands once."""
FORMS: Final = {view["callback_id"]: view for view in reversed(DRAWN.values()) if "submit" in view}
"""A drawing of each form that can be sent."""


@pytest.fixture
def world(world: World) -> World:
    """The environment names three coordinators."""
    return replace(world, coordinators=frozenset({JO, LEE, MAX}))


@pytest.fixture
async def doors(world: World, clock: FakeClock, pokes: Pokes) -> tuple[Door, ...]:
    found = make_switchboard(House(world, clock, pokes)).doors
    return tuple(sorted(found, key=lambda door: LAST.index(door.name) if door.name in LAST else -1))


@dataclass
class Abroad:
    """The road for what somebody of another workspace does in a shared channel."""

    road: Straight

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        if kind is Kind.EVENT:
            payload = {**payload, "team_id": ELSEWHERE, "authorizations": []}
        return await self.road.deliver(kind, payload, retry=retry)


@pytest.fixture
async def everybody(world: World, workspace: Workspace, clock: FakeClock) -> None:
    """Alice's rotation runs, with Dr. Kim and Lee; that of Gus ended on Friday. Each has been asked a question on the
    last day, and there was a digest. Max does not coordinate any more."""
    for person in CAST.keys() - workspace.people.keys():
        joins = Person(person, person.lower(), person.title(), "", "America/New_York", is_guest=person == GUEST)
        workspace.put_person(replace(joins, team_id=ELSEWHERE if person == VISITOR else TEAM_ID))
    lee_too = roster([ALICE], first=MONDAY - timedelta(days=7)) + "\n"
    lee_too += lee_too.strip().rsplit("\n", maxsplit=1)[-1].replace(DR_KIM, LEE)
    ended = roster([GUS], first=FRIDAY - timedelta(days=25), rotation="Medicine before")
    for file in (lee_too, ended):
        await apply_roster(world, file, at=at(FRIDAY, "06:00"))
    await welcome_students(world, FakeDirectory(), at=at(FRIDAY, "06:00"))
    await start(world, ALICE, Pace.EVERY_DAY, at=at(FRIDAY, "06:01"))
    await start(world, GUS, Pace.EVERY_DAY, at=at(FRIDAY, "06:01"))
    await confirm(world, DR_KIM, LEE, when=at(FRIDAY, "06:02"))
    for on in (FRIDAY, MONDAY):
        await deliver_all(world, FakeMessenger(), when=at(on, "17:45"))
    # Who has started and presses the same again is told how it stands, whatever has ended meanwhile.
    await leave(world, GUS, at=clock.now())
    async with world.open_work() as work:
        await work.coordinators.put(MAX, stands=False, at=clock.now())
        assert await work.digests.begin(CohortId(1), MONDAY)
        await work.commit()


@dataclass
class Trial:
    """One person tries one door, as their own client would let them."""

    hands: Hands
    road: Straight
    tasks: Tasks
    records: list[str]
    database: sqlite3.Connection
    begun: set[str] = field(default_factory=set)
    """The hashes of what was put before somebody to be pressed."""

    async def refused(self, person: PersonId, door: Door) -> bool:
        """Whether this is nothing for them; then nothing has changed."""
        before, said = self._version(), len(self._shown(person))
        self.records.clear()
        self.hands.workspace.delivery = self.road if CAST[person] is not None else self._road_of(person)
        ack = await self._try(person, door)
        await self.tasks.close()
        shown = [*self._shown(person)[said:], *texts(ack.payload or {}), *self._open(person)]
        is_unchanged = self._version() == before
        is_shut_out = "request_refused" in self.records or (door.name == "message" and is_unchanged)
        # Home and /bedside tell a stranger kindly that nothing is here for them; that is no refusal.
        is_told = door.needs is not Action.TALK and any(refusal in "\n".join(shown) for refusal in REFUSALS)
        is_refused = is_shut_out or is_told
        assert ack.ok, (person, door, ack)
        assert TROUBLE not in shown, (person, door)
        assert is_unchanged or not is_refused, (person, door, "was refused, and changed something")
        assert not (is_shut_out and shown), (person, door, "was shut out, and shown something")
        self.hands.workspace.views.clear(person)
        return is_refused

    def _road_of(self, person: PersonId) -> Straight | Abroad:
        return Abroad(self.road) if person == VISITOR else self.road

    async def _try(self, person: PersonId, door: Door) -> Ack:
        match door.kind:
            case requests.Kind.BUTTON:
                return await self._press(person, door.name)
            case requests.Kind.FORM:
                return await self._send(person, door.name)
            case requests.Kind.COMMAND:
                return await self.hands.command(person, door.name)
            case _:
                return await self._tell(person, door.name)

    async def _press(self, person: PersonId, name: str) -> Ack:
        drawing = _drawing_of(name, person)
        workspace, element = self.hands.workspace, _element(drawing, name)
        value = element.get("value") or element.get("initial_date") or _options(element)
        if drawing.get("type") == "home":
            workspace.views.publish(person, drawing)
            return await self.hands.press_home(person, name, value=value)
        if drawing.get("type") == "modal":
            opened = workspace.views.open(person, drawing)
            self.begun.add(opened.hash)
            return await self.hands.press_view(person, opened.id, name, value=value)
        message = workspace.post(workspace.open_im(person).id, drawing["text"], blocks=drawing["blocks"])
        return await self.hands.press(person, message.ts, name, channel=message.channel, value=value)

    async def _send(self, person: PersonId, name: str) -> Ack:
        opened = self.hands.workspace.views.open(person, _of_their_day(FORMS[name], person))
        self.begun.add(opened.hash)
        return await self.hands.submit(person, opened.id, dict(_missing(opened.blocks)))

    async def _tell(self, person: PersonId, name: str) -> Ack:
        member = self.hands.workspace.person(person)
        match name:
            case "app_home_opened":
                return await self.hands.open_home(person)
            case "message":
                return await self.hands.say(person, "It was a long day.")
            case "user_change":
                return await self.hands.change_account(replace(member, name="renamed"))
            case "team_join":
                return await self.hands.join(member)
        raise NotImplementedError(name)

    def _shown(self, person: PersonId) -> list[str]:
        """What stands in the person's conversation, from us."""
        messages = self.hands.workspace.messages(self.hands.workspace.open_im(person).id)
        return [message.text for message in messages if message.user == BOT_USER_ID and message.ephemeral_to]

    def _open(self, person: PersonId) -> list[str]:
        """What stands before the person since the press, and what is wrong in what they sent."""
        views = self.hands.workspace.views.stack(person)
        return [
            text
            for view in views
            for text in (*(() if view.hash in self.begun else texts(view.blocks)), *view.errors.values())
        ]

    def _version(self) -> int:
        """Another one after each change that somebody commits."""
        (version,) = self.database.execute("PRAGMA data_version").fetchone()
        return int(version)


def _drawing_of(name: str, person: PersonId) -> dict[str, Any]:
    """The first drawing with a button, or where there is none a message with nothing but this button."""
    if name in WHERE:
        return _of_their_day(DRAWN[WHERE[name]], person)
    button = {"type": "button", "action_id": name, "value": "1", "text": {"type": "plain_text", "text": "Press"}}
    return {"text": "Press", "blocks": [{"type": "actions", "elements": [button]}]}


def _of_their_day(drawing: Json, person: PersonId) -> dict[str, Any]:
    """The same about the question that this person was asked last."""
    on = FRIDAY if person == GUS else MONDAY
    found: dict[str, Any] = json.loads(json.dumps(drawing).replace(f"{MONDAY}", f"{on}"))
    return found


def _element(drawing: Json, name: str) -> dict[str, Any]:
    return next((part for part in parts(drawing) if part.get("action_id") == name), {})


def _options(element: Json) -> str | None:
    options = element.get("options") or []
    return str(options[0]["value"]) if options else None


def _missing(blocks: list[Json]) -> Iterator[tuple[str, str | list[str]]]:
    """Something for each field that has to hold something and is empty."""
    begun = forms.first_values(blocks)
    for each in forms.fields(blocks):
        if begun[each.block_id][each.action_id]:
            continue
        if each.type == "multi_users_select":
            yield each.block_id, [ALICE]
        elif each.type in ("checkboxes", "multi_static_select"):
            yield each.block_id, [each.options[0]["value"]]
        elif each.type in ("radio_buttons", "static_select"):
            yield each.block_id, each.options[0]["value"]
        elif each.type in FILLED_IN:
            yield each.block_id, FILLED_IN[each.type]


@pytest.fixture
def trial(
    hands: Hands,
    straight: Straight,
    tasks: Tasks,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Trial]:
    records: list[str] = []
    monkeypatch.setattr("bot.slack.app.log", lambda event, **_: records.append(event))
    database = sqlite3.connect(str(make_url(database_url).database))
    yield Trial(hands, straight, tasks, records, database)
    database.close()


@pytest.mark.usefixtures("everybody")
async def test_every_door_opens_to_whom_the_table_says_and_to_nobody_else(trial: Trial, doors: Iterable[Door]) -> None:
    wrong = [
        f"{person} was {'refused' if is_refused else 'let in'}: {door.kind} {door.name}, which needs {door.needs}"
        for person, parties in CAST.items()
        for door in doors
        if (is_refused := await trial.refused(person, door)) == (parties is not None and may(parties, door.needs))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("everybody")
async def test_a_students_own_press_waits_for_nothing_before_its_flow(
    world: World, clock: FakeClock, client: AsyncWebClient, identity: Identity, pokes: Pokes, hands: Hands
) -> None:
    def ask() -> NoReturn:
        raise AssertionError("the flow of this press takes one glance and nothing else")

    app = make_app(
        replace(world, open_work=ask), clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes
    )
    hands.workspace.delivery = Straight(app)
    hands.workspace.views.publish(ALICE, DRAWN[WHERE[how_sharing_works.OPEN_ID]])
    assert (await hands.press_home(ALICE, how_sharing_works.OPEN_ID)).ok
    (opened,) = await hands.open_views(ALICE)
    assert texts(opened.blocks) == texts(how_sharing_works.how_sharing_works(world.program).to_dict()["blocks"])


def test_only_what_tells_of_nobody_else_is_everybodys(doors: tuple[Door, ...]) -> None:
    """The table holds what a door says that it needs; so whoever opens one to everybody says so here as well."""
    assert {door.name for door in doors if door.needs is Action.TALK} <= EVERYBODYS


def test_every_button_that_is_drawn_has_a_door_and_every_door_is_drawn(doors: tuple[Door, ...]) -> None:
    ids = {part["action_id"] for drawing in DRAWN.values() for part in parts(drawing) if "action_id" in part}
    known = {door.name for door in doors if door.kind is requests.Kind.BUTTON}
    assert {action_id for action_id in ids if action_id.startswith("desk_")} <= known
    assert known <= ids


def test_every_form_that_can_be_sent_is_drawn(doors: tuple[Door, ...]) -> None:
    assert {door.name for door in doors if door.kind is requests.Kind.FORM} <= FORMS.keys()


def test_the_digest_that_is_tried_is_the_one_that_is_drawn() -> None:
    assert digest_name(CohortId(1), date(2026, 11, 23)) in json.dumps(DRAWN)
