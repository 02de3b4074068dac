"""Codes and numbers in words, for whoever runs the bot."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.domain.capacity import Overload
from bot.domain.outbox import Kind

_THE_TOKEN: Final = "Slack does not accept the bot's token. `bedside check --live` says more"
_THE_APP: Final = "The app lacks a permission. Install it again from config/slack_manifest.json"
_OUR_FAULT: Final = "Slack refuses how this message is built. That is a mistake in Bedside: please report it"
_ITS_QUESTION: Final = "Its question can't be changed in Slack any more. Nothing is lost by that"
_NOT_ALLOWED: Final = "The workspace does not let Bedside write there. Ask one of its admins"

REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "too_late": "It became too late before it could go out",
        "not_wanted": "It was not wanted any more",
        "incomplete": "What it needs to say was not there any more",
        "withdrawn": "A person cancelled it",
        "seen_by_a_person": "A person has seen it in Slack",
        "not_in_channel": "Bedside is not in the channel. Write /invite @Bedside there",
        "channel_not_found": (
            "Slack knows no such conversation, or shows it only to its members. For a digest: write /invite @Bedside "
            "in its channel, or correct the channel in the roster file and place it again"
        ),
        "is_archived": ("The channel is archived. Unarchive it, or name another in the roster file and place it again"),
        "user_not_found": "Slack knows nobody with this id. Correct it where it is written",
        "user_disabled": "The account is deactivated",
        "cannot_dm_bot": "This id belongs to a bot. Correct it where it is written",
        "restricted_action": _NOT_ALLOWED,
        "no_permission": _NOT_ALLOWED,
        "messages_tab_disabled": (
            "The app's Messages tab is turned off. Turn it on (Slack app page, App Home), as the manifest does"
        ),
        "message_limit_exceeded": "The workspace has used up what it may send",
        "missing_scope": _THE_APP,
        "not_allowed_token_type": _THE_TOKEN,
        "not_authed": _THE_TOKEN,
        "invalid_auth": _THE_TOKEN,
        "account_inactive": _THE_TOKEN,
        "token_revoked": _THE_TOKEN,
        "token_expired": _THE_TOKEN,
        "msg_too_long": _OUR_FAULT,
        "invalid_blocks": _OUR_FAULT,
        "invalid_arguments": _OUR_FAULT,
        "no_text": _OUR_FAULT,
        "message_not_found": _ITS_QUESTION,
        "cant_update_message": _ITS_QUESTION,
        "edit_window_closed": _ITS_QUESTION,
    }
)


def reason_in_words(code: str) -> str:
    """A sentence for a reason; Slack's own code where we have no better word."""
    known = REASONS.get(code)
    return f"{known} ({code})." if known else f"Slack says {code}."


def counted(number: int, kind: Kind) -> str:
    """How many of a kind: "1 reminder", "43,200 reminders"."""
    return f"{number:,} {kind}{'' if number == 1 else 's'}"


def moment(at: datetime) -> str:
    """An instant to the minute, in UTC."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def overload_in_words(overload: Overload, *, a_minute: int) -> str:
    """What the pace will not carry, and what can be done about it."""
    due = "is due" if overload.due == 1 else "are due"
    first = overload.first_at
    return (
        f"On {first.day} {first:%B} {counted(overload.due, overload.kind)} {due} from {first:%H:%M} UTC; at "
        f"{a_minute:,} a minute {overload.carried:,} can leave before they are too late. Raise messages_a_minute in "
        "program.yaml, or spread the rotations' times."
    )
