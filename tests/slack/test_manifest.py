"""The manifest asks for what the code uses, and for nothing else."""

import ast
import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.ports import World
from bot.slack.app import make_switchboard
from bot.slack.identity import SCOPES
from bot.slack.requests import House
from tests.fakes import FakeClock
from tests.slack.conftest import MANIFEST, Pokes

ROOM = Path("bot/slack")
# From Slack's reference of each method and event. History is read where a message was sent and nobody saw it arrive:
# in direct conversations, and in a digest's channel, public or private.
SCOPES_OF_METHOD: Mapping[str, tuple[str, ...]] = {
    "auth_test": (),
    "apps_connections_open": (),
    "chat_delete": ("chat:write",),
    "chat_postMessage": ("chat:write",),
    "chat_update": ("chat:write",),
    # Who is in a digest's channel, public or private: to warn when students can read it.
    "conversations_info": ("channels:read", "groups:read"),
    "conversations_members": ("channels:read", "groups:read"),
    # A roster may have a digest's channel by its name.
    "conversations_list": ("channels:read", "groups:read"),
    "conversations_open": ("im:write",),
    "files_delete": ("files:write",),
    # A roster may be attached to a form, and name people by e-mail.
    "files_info": ("files:read",),
    "files_upload_v2": ("files:write",),
    "conversations_history": ("im:history", "channels:history", "groups:history"),
    "conversations_replies": ("im:history",),
    "users_info": ("users:read",),
    "users_list": ("users:read",),
    "users_lookupByEmail": ("users:read.email",),
    "views_open": (),
    "views_publish": (),
    "views_push": (),
    "views_update": (),
}
SCOPE_OF_EVENT: Mapping[str, str | None] = {
    "app_home_opened": None,
    "message.im": "im:history",
    "team_join": "users:read",
    "user_change": "users:read",
}
# A message is subscribed to for each kind of conversation apart, and is heard as one and the same event.
SUBSCRIBED_AS = {"message": "message.im"}
SCOPE_OF_COMMANDS = "commands"


Heard = Mapping[str, list[str]]


@pytest.fixture
def heard(world: World, clock: FakeClock, pokes: Pokes) -> Heard:
    """What is listened to, by its kind."""
    found: dict[str, list[str]] = {}
    for door in make_switchboard(House(world, clock, pokes)).doors:
        found.setdefault(door.kind, []).append(door.name)
    return found


@pytest.fixture
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(MANIFEST.read_text())
    return loaded


def test_the_manifest_asks_for_what_the_code_uses(manifest: dict[str, Any], heard: Heard) -> None:
    assert list(_differences(manifest, heard, called_in(ROOM))) == []


def test_the_start_demands_what_the_manifest_asks_for_but_for_what_is_optional(manifest: dict[str, Any]) -> None:
    scopes = manifest["oauth_config"]["scopes"]
    assert set(scopes["bot"]) - set(scopes["bot_optional"]) == SCOPES


def test_files_addresses_and_looking_at_channels_are_optional(manifest: dict[str, Any]) -> None:
    """A journal can come as messages, a roster can be pasted and name people by their ids, and a school may know by
    itself who is in its channels."""
    scopes = manifest["oauth_config"]["scopes"]
    assert scopes["bot_optional"] == ["channels:read", "files:read", "files:write", "groups:read", "users:read.email"]
    assert set(scopes["bot_optional"]) <= set(scopes["bot"]), "Slack asks for an optional scope beside the others"


@pytest.mark.parametrize(
    "scope",
    [
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "im:history",
        "im:write",
        "users:read.email",
    ],
)
def test_a_missing_scope_is_noticed(manifest: dict[str, Any], heard: Heard, scope: str) -> None:
    poorer = copy.deepcopy(manifest)
    poorer["oauth_config"]["scopes"]["bot"].remove(scope)
    assert list(_differences(poorer, heard, called_in(ROOM))) == [f"missing scope {scope}"]


def test_whatever_is_superfluous_is_noticed(manifest: dict[str, Any], heard: Heard) -> None:
    richer = copy.deepcopy(manifest)
    richer["oauth_config"]["scopes"]["bot"].append("pins:read")
    richer["settings"]["event_subscriptions"]["bot_events"].append("app_uninstalled")
    richer["features"]["slash_commands"].append({"command": "/other"})
    assert list(_differences(richer, heard, called_in(ROOM))) == [
        "superfluous scope pins:read",
        "superfluous event app_uninstalled",
        "superfluous command /other",
    ]


def test_a_new_call_to_slack_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text("async def go(self):\n    await self._app.client.files_list(user='x')\n")
    assert called_in(tmp_path) == {"files_list"}
    with pytest.raises(KeyError, match="files_list"):
        _scopes(called_in(tmp_path), [], [])


def test_no_other_room_calls_slack() -> None:
    for room in Path("bot").iterdir():
        if room.is_dir() and room.name not in ("slack", "practice"):
            assert called_in(room) == set(), room


def test_people_can_write_to_the_bot_open_home_and_press(manifest: dict[str, Any]) -> None:
    assert manifest["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    settings = manifest["settings"]
    assert settings["interactivity"]["is_enabled"]
    assert settings["socket_mode_enabled"]
    assert "user" not in manifest["oauth_config"]["scopes"]


def test_the_manifest_keeps_slacks_limits(manifest: dict[str, Any]) -> None:
    display = manifest["display_information"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    for each in manifest["features"]["slash_commands"]:
        assert len(each["command"]) <= 32
        assert each["should_escape"] is True


def called_in(room: Path) -> set[str]:
    """The methods of Slack's Web API that the files of a room call."""
    methods = {name for name in vars(AsyncWebClient) if not name.startswith("_")}
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in room.rglob("*.py"))
    calls = (node.func for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {call.attr for call in calls if isinstance(call, ast.Attribute)} & methods


def _differences(manifest: Mapping[str, Any], heard: Heard, called: set[str]) -> Iterator[str]:
    commands = heard.get("command", [])
    events = [SUBSCRIBED_AS.get(event, event) for event in heard.get("event", [])]
    features, settings = manifest["features"], manifest["settings"]
    yield from _compare("scope", manifest["oauth_config"]["scopes"]["bot"], _scopes(called, commands, events))
    yield from _compare("event", settings["event_subscriptions"]["bot_events"], events)
    yield from _compare("command", [each["command"] for each in features["slash_commands"]], commands)


def _compare(what: str, asked: Iterable[str], used: Iterable[str]) -> Iterator[str]:
    yield from (f"missing {what} {each}" for each in sorted(set(used) - set(asked)))
    yield from (f"superfluous {what} {each}" for each in sorted(set(asked) - set(used)))


def _scopes(called: Iterable[str], commands: list[str], events: list[Any]) -> set[str]:
    by_method = {scope for method in called for scope in SCOPES_OF_METHOD[method]}
    by_event = {scope for event in events if (scope := SCOPE_OF_EVENT[event])}
    return by_method | by_event | ({SCOPE_OF_COMMANDS} if commands else set())
