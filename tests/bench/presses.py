"""What Slack sends when people press a button or send a form."""

from collections.abc import Sequence
from typing import Any

from bot.domain.people import PersonId
from bot.slack.views import reply_form
from bot.slack.views.message import Message
from tests.bench.due import conversation_of
from tests.bench.slack_stand_in import TEAM

Json = dict[str, Any]


def pressed(person: PersonId, action_id: str, message: Message, *, response_url: str, value: str | None = None) -> Json:
    """Somebody presses a button below a message in the conversation with the bot."""
    channel, ts = conversation_of(person), "1800000000.000100"
    action = {"type": "button", "action_id": action_id, "block_id": "b1", "action_ts": "1800000001.000100"}
    return {
        **_interaction(person, "block_actions"),
        "container": {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": False},
        "channel": {"id": channel, "name": "directmessage"},
        "message": {"type": "message", "ts": ts, "text": message.text, "blocks": message.block_dicts},
        "state": {"values": {}},
        "response_url": response_url,
        "actions": [{**action, "text": {"type": "plain_text", "text": "Press"}, **({"value": value} if value else {})}],
    }


def submitted(person: PersonId, view: Json, *, themes: Sequence[str], text: str, sharing: str) -> Json:
    """Somebody sends a filled-in reply form."""
    values = {
        reply_form.THEMES: {"type": "checkboxes", "selected_options": [{"value": theme} for theme in themes]},
        reply_form.TEXT: {"type": "plain_text_input", "value": text},
        reply_form.SHARING: {"type": "radio_buttons", "selected_option": {"value": sharing}},
    }
    state = {"values": {field: {field: value} for field, value in values.items()}}
    return {**_interaction(person, "view_submission"), "view": {"id": "V1", "hash": "h", **view, "state": state}}


def _interaction(person: PersonId, kind: str) -> Json:
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": "practice"},
        "user": {"id": person, "username": "student", "name": "student", "team_id": TEAM},
        "api_app_id": "A0",
        "token": "verification",
        "trigger_id": "1.2.abc",
        "is_enterprise_install": False,
        "enterprise": None,
    }
