"""A press or a form finds its listener by its id, whoever else listens."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.domain.errors import NotACoordinator
from bot.domain.permissions import Action
from bot.slack.requests import Body
from bot.slack.switchboard import Admit, Switchboard

PRESS = {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}}
FORM = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "U1"}}


def connected(switchboard: Switchboard, admit: Admit) -> AsyncApp:
    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-test")

    app = AsyncApp(authorize=authorize, signing_secret="secret", process_before_response=True)
    switchboard.connect(app, admit=admit, after_form=lambda _body, _client: None)
    return app


async def everybody(_body: Body, _action: Action) -> None:
    """Let anybody in."""


async def status_of(app: AsyncApp, body: dict[str, Any]) -> int:
    return (await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))).status


async def test_everything_reaches_its_own_listener_and_nothing_else_any() -> None:
    switchboard, heard = Switchboard(), list[tuple[str, str]]()

    async def skip(ack: AsyncAck) -> None:
        heard.append(("skip", ""))
        await ack()

    async def skip_all(body: Body, ack: AsyncAck) -> None:
        heard.append(("skip.all", body["user"]["id"]))
        await ack()

    async def skip_form(body: Body, ack: AsyncAck) -> None:
        heard.append(("form", body["user"]["id"]))
        await ack()

    switchboard.action("skip", needs=Action.TALK)(skip)
    switchboard.action("skip.all", needs=Action.TALK)(skip_all)
    switchboard.view("skip", needs=Action.TALK)(skip_form)
    app = connected(switchboard, everybody)
    for action_id, status in (("skip", 200), ("skip.all", 200), ("skipxall", 404), ("unskip", 404), ("skip\n", 404)):
        assert await status_of(app, PRESS | {"actions": [{"action_id": action_id, "block_id": "b"}]}) == status
    assert await status_of(app, FORM | {"view": {"callback_id": "skip", "type": "modal"}}) == 200
    assert heard == [("skip", ""), ("skip.all", "U1"), ("form", "U1")]


async def test_nobody_is_heard_who_is_not_let_in() -> None:
    switchboard, heard, asked = Switchboard(), list[str](), list[Action]()

    async def set_up(ack: AsyncAck) -> None:
        heard.append("set up")
        await ack()

    async def coordinators_only(body: Body, action: Action) -> None:
        asked.append(action)
        if body["user"]["id"] != "U0JO":
            raise NotACoordinator

    switchboard.action("set-up", needs=Action.SET_UP)(set_up)
    switchboard.view("set-up", needs=Action.CHANGE_POLICY)(set_up)
    app = connected(switchboard, coordinators_only)
    pressed = {"actions": [{"action_id": "set-up", "block_id": "b"}]}
    sent = {"view": {"callback_id": "set-up", "type": "modal"}}
    for body in (PRESS | pressed, FORM | sent):
        assert await status_of(app, body) == 500
        assert heard == []
    assert asked == [Action.SET_UP, Action.CHANGE_POLICY]
    assert await status_of(app, PRESS | pressed | {"user": {"id": "U0JO"}}) == 200
    assert heard == ["set up"]


def test_two_listeners_for_one_button_are_a_mistake() -> None:
    switchboard = Switchboard()

    async def skip(ack: AsyncAck) -> None:
        await ack()

    switchboard.action("skip", needs=Action.TALK)(skip)
    switchboard.view("skip", needs=Action.TALK)(skip)
    with pytest.raises(ValueError, match="skip has a listener already"):
        switchboard.action("skip", needs=Action.TALK)
