"""Who may speak to the app, what happens to what nobody listens to, and what is said when something breaks."""

import json
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import AnotherWorkspace, BedsideError, SettingWrong
from bot.flows.ports import OpenWork, UnitOfWork, World
from bot.practice.hands import Hands
from bot.practice.workspace import BOT_TOKEN, Workspace
from bot.slack.app import Next, make_app
from bot.slack.identity import Identity
from bot.slack.views import reply_form, share_words_form
from bot.slack.views.notice import TROUBLE
from tests.fakes import FakeClock
from tests.slack.conftest import Pokes
from tests.slack.drawings import VIEWS, texts
from tests.slack.signing import sign
from tests.stories import ALICE, place

PRIVATE = "words that nobody may ever read in a log"


async def sent(app: AsyncApp, body: dict[str, Any]) -> BoltResponse:
    return await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))


def command(identity: Identity, **changed: object) -> dict[str, Any]:
    fields = {"command": "/bedside", "user_id": ALICE, "team_id": identity.team_id, "text": PRIVATE, "trigger_id": "1"}
    return {**fields, **changed}


def press(identity: Identity, action_id: str, **more: object) -> dict[str, Any]:
    action = {"type": "button", "action_id": action_id, "block_id": "b", "value": "2026-11-23"}
    team = {"id": identity.team_id}
    return {"type": "block_actions", "team": team, "user": {"id": ALICE}, "actions": [action], "note": PRIVATE, **more}


def sent_form(identity: Identity, name: str, **changed: object) -> dict[str, Any]:
    """A form as Slack sends it, as far as anybody reads it."""
    values = {
        reply_form.THEMES: {reply_form.THEMES: {"selected_options": []}},
        reply_form.TEXT: {reply_form.TEXT: {"value": PRIVATE}},
        reply_form.SHARING: {reply_form.SHARING: {"selected_option": {"value": "journal"}}},
        share_words_form.EXCERPT: {share_words_form.EXCERPT: {"value": PRIVATE}},
    }
    view = {**VIEWS[name].to_dict(), "state": {"values": values}, **changed}
    return {"type": "view_submission", "team": {"id": identity.team_id}, "user": {"id": ALICE}, "view": view}


@pytest.fixture
async def broken_app(
    world: World, clock: FakeClock, client: AsyncWebClient, identity: Identity, pokes: Pokes
) -> AsyncApp:
    """An app whose database answers every question with an error that quotes what it was given."""
    world = _failing(world, RuntimeError(f"could not write {PRIVATE}"))
    return make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes)


# ── Who may speak ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_person_of_our_workspace_is_answered(app: AsyncApp, identity: Identity) -> None:
    answer = await sent(app, command(identity))
    assert answer.status == 200
    assert "roster" in json.loads(answer.body)["text"]


@pytest.mark.parametrize(
    "changed",
    [
        {"team_id": "T0ELSEWHERE"},
        {"team_id": None},
        {"user_id": "U0BEDSIDE"},
        {"user_id": "USLACKBOT"},
        {"user_id": None},
    ],
)
async def test_nobody_else_gets_more_than_an_empty_answer(
    app: AsyncApp, identity: Identity, caplog: pytest.LogCaptureFixture, changed: dict[str, Any]
) -> None:
    assert identity.bot_user_id == "U0BEDSIDE"
    with caplog.at_level(logging.DEBUG):
        answer = await sent(app, command(identity, **changed))
    assert (answer.status, answer.body) == (200, "")
    assert PRIVATE not in caplog.text


async def test_an_event_by_a_bot_gets_nothing(app: AsyncApp, identity: Identity, hands: Hands) -> None:
    event = {"type": "app_home_opened", "tab": "home", "user": ALICE, "bot_id": "B0OTHER"}
    answer = await sent(app, {"type": "event_callback", "team_id": identity.team_id, "event": event})
    assert (answer.status, answer.body) == (200, "")
    assert await hands.home(ALICE) is None


@pytest.mark.parametrize(
    "environment", [{}, {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s", "SLACK_BOT_TOKEN": "xoxb-other"}]
)
async def test_one_auth_test_at_the_start_is_enough_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
    world: World,
    clock: FakeClock,
    client: AsyncWebClient,
    identity: Identity,
    pokes: Pokes,
    workspace: Workspace,
    environment: dict[str, str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    app = make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes)
    workspace.faults.add("auth.test", "error", times=5, code="invalid_auth")
    tokens = []

    @app.middleware
    async def note_token(context: AsyncBoltContext, next_: Next) -> BoltResponse:
        tokens.append((context.bot_token, context.client.token, context.team_id))
        return await next_()

    for _ in range(3):
        assert "roster" in (await sent(app, command(identity))).body
    assert set(tokens) == {(BOT_TOKEN, BOT_TOKEN, identity.team_id)}
    assert [fault.times for fault in workspace.faults.ordered] == [5]


async def test_the_signing_secret_never_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    world: World,
    clock: FakeClock,
    client: AsyncWebClient,
    identity: Identity,
    pokes: Pokes,
) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "somebody else's")
    app = make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes)
    body = json.dumps(command(identity))
    headers: dict[str, str | Sequence[str]] = {
        "Content-Type": "application/json",
        **sign(body.encode(), secret="somebody else's"),
    }
    answer = await app.async_dispatch(AsyncBoltRequest(body=body, headers=headers))
    assert "roster" not in answer.body


# ── What nobody listens to ────────────────────────────────────────────────────────────────────────────────────────


async def test_what_nobody_listens_to_is_taken_quietly(
    app: AsyncApp, identity: Identity, caplog: pytest.LogCaptureFixture
) -> None:
    reaction = {"type": "reaction_added", "user": ALICE, "reaction": PRIVATE}
    bodies = [
        {"type": "event_callback", "team_id": identity.team_id, "event": reaction},
        press(identity, "a_button_of_last_year"),
        command(identity, command="/other"),
        {**press(identity, "x"), "type": "view_closed", "view": {"callback_id": "x", "private_metadata": PRIVATE}},
    ]
    with caplog.at_level(logging.DEBUG):
        for body in bodies:
            answer = await sent(app, body)
            assert (answer.status, answer.body) == (200, "")
    assert [record.message for record in caplog.records].count("request_unheard") == len(bodies)
    assert PRIVATE not in caplog.text


# ── When something breaks ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "block", "button"),
    [("form", reply_form.SHARING, "Save"), ("share_words_form", share_words_form.COPY, "Share this")],
)
async def test_a_broken_database_leaves_the_text_in_the_form(
    broken_app: AsyncApp,
    identity: Identity,
    pokes: Pokes,
    caplog: pytest.LogCaptureFixture,
    name: str,
    block: str,
    button: str,
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await sent(broken_app, sent_form(identity, name))
    said = json.loads(answer.body)
    assert (answer.status, said["response_action"], list(said["errors"])) == (200, "errors", [block])
    assert said["errors"][block] == (
        f"Something went wrong on our side. Your text is still here: please press {button} again in a minute."
    )
    assert pokes.count == 0
    assert "request_failed" in caplog.text
    assert [record for record in caplog.records if PRIVATE in _written(record)] == []


async def test_a_form_without_fields_is_answered_too(app: AsyncApp, identity: Identity) -> None:
    body = sent_form(identity, "form_that_was_used", callback_id=reply_form.CALLBACK_ID, private_metadata="never")
    said = json.loads((await sent(app, body)).body)
    assert said["response_action"] == "update"
    assert said["view"]["type"] == "modal"


@pytest.mark.parametrize(
    "error",
    [SettingWrong(name="BEDSIDE_KEY", problem="no key fits", write="Add a key"), AnotherWorkspace()],
)
async def test_what_only_an_installer_may_read_is_shown_to_nobody_else(
    world: World,
    clock: FakeClock,
    client: AsyncWebClient,
    identity: Identity,
    pokes: Pokes,
    caplog: pytest.LogCaptureFixture,
    error: BedsideError,
) -> None:
    app = make_app(
        _failing(world, error), clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes
    )
    answers = [
        json.loads((await sent(app, body)).body)
        for body in (command(identity), sent_form(identity, "form"), sent_form(identity, "share_words_form"))
    ]
    assert answers[0]["text"] == TROUBLE
    for answer in answers[1:]:
        (sentence,) = answer["errors"].values()
        assert sentence.startswith("Something went wrong on our side. Your text is still here")
    noted = [getattr(record, "told", {}) for record in caplog.records if record.message == "request_failed"]
    assert [told["error"] for told in noted] == 3 * [type(error).__name__]
    assert [record for record in caplog.records if str(error) in _written(record)] == []


async def test_a_database_that_does_not_answer_asks_for_patience_in_the_form(
    world: World, clock: FakeClock, client: AsyncWebClient, identity: Identity, pokes: Pokes
) -> None:
    app = make_app(
        _failing(world, BedsideError()), clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes
    )
    for name in ("form", "share_words_form"):
        answer = json.loads((await sent(app, sent_form(identity, name))).body)
        assert list(answer["errors"].values()) == [str(BedsideError())]


async def test_a_broken_database_answers_a_command_kindly(broken_app: AsyncApp, identity: Identity) -> None:
    answer = await sent(broken_app, command(identity))
    assert (answer.status, json.loads(answer.body)) == (200, {"response_type": "ephemeral", "text": TROUBLE})


async def test_a_broken_database_answers_a_button_in_private(
    broken_app: AsyncApp, identity: Identity, workspace: Workspace, hands: Hands
) -> None:
    url = workspace.response_url(ALICE, workspace.open_im(ALICE).id)
    assert (await sent(broken_app, press(identity, "skip", response_url=url))).status == 200
    (note,) = await hands.messages(ALICE)
    assert note.ephemeral_to == ALICE
    assert texts(note.blocks) == [TROUBLE]


async def test_a_broken_database_answers_a_button_on_home_in_a_small_form(
    broken_app: AsyncApp, identity: Identity, workspace: Workspace, hands: Hands
) -> None:
    assert (await sent(broken_app, press(identity, "leave", trigger_id=workspace.trigger(ALICE)))).status == 200
    (notice,) = await hands.open_views(ALICE)
    assert TROUBLE in texts(notice.blocks)


async def test_where_nothing_can_be_shown_that_is_noted_and_nothing_else(
    broken_app: AsyncApp, identity: Identity, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await sent(broken_app, press(identity, "leave", trigger_id="an old one"))
    assert (answer.status, answer.body) == (200, "")
    assert "apology_not_shown" in caplog.text


async def test_an_event_that_broke_may_come_again(broken_app: AsyncApp, identity: Identity) -> None:
    event = {"type": "app_home_opened", "tab": "home", "user": ALICE}
    answer = await sent(broken_app, {"type": "event_callback", "team_id": identity.team_id, "event": event})
    assert answer.status == 500


async def test_nothing_is_acknowledged_before_it_is_committed(
    world: World,
    open_work: OpenWork,
    clock: FakeClock,
    client: AsyncWebClient,
    identity: Identity,
    pokes: Pokes,
) -> None:
    """A commit that fails turns the answer into an apology, although everything before it went well."""
    await place(world, [ALICE])

    @asynccontextmanager
    async def open_full_disk() -> AsyncIterator[UnitOfWork]:
        async with open_work() as work:
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(work, "commit", _no_space)
                yield work

    world = replace(world, open_work=open_full_disk)
    app = make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes)
    answer = await sent(app, press(identity, "start_every_day", trigger_id="1"))
    assert answer.body == ""
    assert pokes.count == 0
    async with open_work() as work:
        student = await work.people.student(ALICE)
    assert student is not None
    assert student.active_since is None


def _failing(world: World, error: Exception) -> World:
    """The same world, whose database answers every question with an error."""

    def failing() -> AbstractAsyncContextManager[UnitOfWork]:
        raise error

    return replace(world, open_work=failing)


async def _no_space() -> None:
    raise OSError("disk full")


def _written(record: logging.LogRecord) -> str:
    """Everything of a record that a handler could write, but for a traceback's values."""
    return f"{record.getMessage()} {getattr(record, 'told', '')} {record.exc_text or ''}"
