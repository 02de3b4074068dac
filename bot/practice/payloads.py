"""What Slack tells the app when somebody does something, as completely as Slack tells it."""

from datetime import UTC, datetime
from itertools import count
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.practice import forms
from bot.practice.forms import Field, Value
from bot.practice.scopes import EMAIL_SCOPE
from bot.practice.views import OpenView
from bot.practice.wire import Json
from bot.practice.workspace import (
    APP_ID,
    BOT_ID,
    BOT_USER_ID,
    TEAM_DOMAIN,
    TEAM_ID,
    Channel,
    File,
    Message,
    Person,
    Workspace,
)

VERIFICATION_TOKEN = "practice-verification-token"

_event_numbers = count(1)


def pressed_in_message(workspace: Workspace, person: Person, message: Message, field: Field, value: Value) -> Json:
    """Build the `block_actions` payload for something pressed in a message."""
    channel = workspace.channel(message.channel)
    values = forms.first_values(message.blocks)
    if field.type in forms.FIELD_TYPES:
        values[field.block_id][field.action_id] = value
    return {
        **_interaction(person, "block_actions"),
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.ephemeral_to is not None,
        },
        "trigger_id": workspace.trigger(person.id),
        "channel": {"id": channel.id, "name": channel.name},
        "message": message_json(message),
        "state": forms.state(message.blocks, values),
        "response_url": workspace.response_url(person.id, channel.id, message.ts),
        "actions": [_action(workspace, field, value)],
    }


def pressed_in_view(workspace: Workspace, person: Person, opened: OpenView, field: Field, value: Value) -> Json:
    """Build the `block_actions` payload for something pressed in a modal or on the Home tab."""
    is_modal = opened.view["type"] == "modal"
    return {
        **_interaction(person, "block_actions"),
        "container": {"type": "view", "view_id": opened.id},
        "trigger_id": workspace.trigger(person.id, view_id=opened.id if is_modal else None),
        "view": view_json(opened),
        "actions": [_action(workspace, field, value)],
    }


def submitted(workspace: Workspace, person: Person, opened: OpenView) -> Json:
    """Build the `view_submission` payload for a modal as it is filled in."""
    return {
        **_interaction(person, "view_submission"),
        "trigger_id": workspace.trigger(person.id, view_id=opened.id),
        "view": view_json(opened),
        "response_urls": [],
    }


def closed(person: Person, opened: OpenView, *, is_cleared: bool) -> Json:
    """Build the `view_closed` payload."""
    return {**_interaction(person, "view_closed"), "view": view_json(opened), "is_cleared": is_cleared}


def home_opened(workspace: Workspace, person: Person, channel: Channel, tab: str) -> Json:
    """Build the `app_home_opened` event; Slack adds the Home tab as it stands, if there is one."""
    home = workspace.views.home(person.id)
    event = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": channel.id,
        "tab": tab,
        "event_ts": f"{workspace.now():.6f}",
        **({"view": view_json(home)} if home and tab == "home" else {}),
    }
    return _event(workspace, event)


def said(workspace: Workspace, message: Message) -> Json:
    """Build the `message` event for something a person wrote to the app."""
    event = {
        **message_json(message),
        "client_msg_id": f"00000000-0000-4000-8000-{next(_event_numbers):012d}",
        "channel": message.channel,
        "channel_type": "im",
        "event_ts": message.ts,
    }
    return _event(workspace, event)


def unsaid(workspace: Workspace, message: Message) -> Json:
    """Build the `message` event for something that a person wrote to the app and has deleted."""
    at = f"{workspace.now():.6f}"
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": message.channel,
        "channel_type": "im",
        "deleted_ts": message.ts,
        "previous_message": message_json(message),
        "ts": at,
        "event_ts": at,
    }
    return _event(workspace, event)


def member_told_of(workspace: Workspace, person: Person, kind: str) -> Json:
    """Build the `user_change` or the `team_join` event; Slack sends the whole person, whatever changed."""
    event = {
        "type": kind,
        "user": user_json(workspace, person),
        "cache_ts": int(workspace.now()),
        "event_ts": f"{workspace.now():.6f}",
    }
    return _event(workspace, event)


def command(workspace: Workspace, person: Person, channel: Channel, *, name: str, text: str) -> Json:
    """Build the form fields of a slash command."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": person.team_id,
        "team_domain": TEAM_DOMAIN if person.team_id == TEAM_ID else "elsewhere",
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": person.id,
        "user_name": person.name,
        "command": name,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": workspace.response_url(person.id, channel.id),
        "trigger_id": workspace.trigger(person.id),
    }


def message_json(message: Message, *, with_metadata: bool = False) -> Json:
    """Render a message as Slack shows it to the app."""
    is_ours = message.user == BOT_USER_ID
    edited = {"edited": {"user": message.user, "ts": message.edited_ts}} if message.edited_ts else {}
    return {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "team": TEAM_ID,
        "text": message.text,
        "blocks": message.blocks,
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
        **({"bot_id": BOT_ID, "app_id": APP_ID} if is_ours else {}),
        **edited,
        **({"files": [_file_json(file) for file in message.files]} if message.files else {}),
        **({"metadata": message.metadata} if with_metadata and message.metadata else {}),
    }


def _file_json(file: File) -> Json:
    """Render a file as Slack shows it; of a deleted one only the id."""
    if file.deleted:
        return {"id": file.id, "mode": "tombstone"}
    return {"id": file.id, "mode": "hosted", "name": file.name, "title": file.title, "size": len(file.content or b"")}


def file_json(workspace: Workspace, file: File) -> Json:
    """Render a file with everything the app may know of it, and where its bytes are."""
    address = f"{workspace.origin}/files-pri/{TEAM_ID}-{file.id}"
    return {
        **_file_json(file),
        "created": int(workspace.now()),
        "timestamp": int(workspace.now()),
        "mimetype": "text/csv" if file.kind == "csv" else "text/plain",
        "filetype": file.kind,
        "user": file.user,
        "user_team": TEAM_ID,
        "is_external": False,
        "is_public": False,
        "url_private": f"{address}/{quote(file.name)}",
        "url_private_download": f"{address}/download/{quote(file.name)}",
    }


def user_json(workspace: Workspace, person: Person) -> Json:
    """Render a person as Slack shows them to the app; their address only with the scope for it, and little of an
    account that is closed."""
    shows_email = EMAIL_SCOPE in workspace.scopes and person.email
    return {
        "id": person.id,
        "team_id": person.team_id,
        "name": person.name,
        "deleted": person.deleted,
        "is_bot": person.is_bot,
        **({} if person.deleted else _living(workspace, person)),
        **({"is_stranger": True} if person.team_id != TEAM_ID else {}),
        "profile": {
            "real_name": person.real_name,
            "display_name": person.name,
            **({"email": person.email} if shows_email else {}),
        },
    }


def _living(workspace: Workspace, person: Person) -> Json:
    """What Slack tells of an account that is open."""
    offset = datetime.fromtimestamp(workspace.now(), UTC).astimezone(ZoneInfo(person.tz)).utcoffset()
    return {
        "real_name": person.real_name,
        "tz": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_restricted": person.is_guest,
        "is_ultra_restricted": False,
    }


def view_json(opened: OpenView) -> Json:
    """Render a modal or Home tab as Slack shows it to the app."""
    view = opened.view
    return {
        "id": opened.id,
        "team_id": TEAM_ID,
        "type": view["type"],
        "title": view.get("title"),
        "submit": view.get("submit"),
        "close": view.get("close"),
        "blocks": opened.blocks,
        "private_metadata": view.get("private_metadata", ""),
        "callback_id": view.get("callback_id", ""),
        "external_id": view.get("external_id", ""),
        "state": forms.state(opened.blocks, opened.values, opened.attached),
        "hash": opened.hash,
        "clear_on_close": view.get("clear_on_close", False),
        "notify_on_close": view.get("notify_on_close", False),
        "root_view_id": opened.root_id,
        "previous_view_id": opened.previous_id,
        "app_id": APP_ID,
        "app_installed_team_id": TEAM_ID,
        "bot_id": BOT_ID,
    }


def _interaction(person: Person, kind: str) -> Json:
    return {
        "type": kind,
        "team": {"id": person.team_id, "domain": TEAM_DOMAIN if person.team_id == TEAM_ID else "elsewhere"},
        "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _action(workspace: Workspace, field: Field, value: Value) -> Json:
    element = field.element
    action = {
        "type": field.type,
        "action_id": field.action_id,
        "block_id": field.block_id,
        "action_ts": f"{workspace.now():.6f}",
    }
    if field.type != "button":
        return {**action, **forms.chosen(field, value)}
    return {
        **action,
        "text": element["text"],
        **{key: element[key] for key in ("value", "style") if key in element},
    }


def _event(workspace: Workspace, event: Json) -> Json:
    who = {"team_id": TEAM_ID, "user_id": BOT_USER_ID, "is_bot": True}
    return {
        "type": "event_callback",
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "api_app_id": APP_ID,
        "event": event,
        "event_id": f"Ev{next(_event_numbers):010d}",
        "event_time": int(workspace.now()),
        "event_context": "practice",
        "is_ext_shared_channel": False,
        "authorizations": [{**who, "enterprise_id": None, "is_enterprise_install": False}],
    }
