"""Codes and numbers in words, for whoever runs the bot."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from bot.domain.capacity import Overload
from bot.domain.notices import NO_CHANNEL
from bot.domain.outbox import NOT_WANTED, SEEN, WENT_DIRECTLY, WITHDRAWN
from bot.domain.pace import NO_ANSWER

_NO_PLACE: Final = (
    "Slack knows no such conversation, or shows it only to its members. For a digest: write /invite @Bedside in its "
    "channel, or correct the channel in the roster file and place it again"
)
_NO_CONVERSATION: Final = "Slack knows no direct conversation with this person"
_NO_TAB: Final = "The app's Messages tab is turned off. Turn it on (Slack app page, App Home), as the manifest does"
_NOT_ALLOWED: Final = "The workspace does not let Bedside write there. Ask one of its admins"
_NO_ENTRY: Final = "Slack does not let the app in. Ask an admin of the workspace"

_BY_REASON: Final[Mapping[str, tuple[str, ...]]] = {
    "It became too late before it could go out": ("too_late",),
    "It was not wanted any more": (NOT_WANTED,),
    "Slack does not answer. Bedside goes on by itself when it does": (NO_ANSWER,),
    "Bedside could not build this message. That is a mistake in Bedside: please report it, with its log": ("broken",),
    "What it needs to say was not there any more": ("incomplete",),
    "A person cancelled it": (WITHDRAWN,),
    "A person has seen it in Slack": (SEEN,),
    "Its channel did not take it for a day, so it went to the preceptors directly": (WENT_DIRECTLY,),
    "Its cohort has no channel any more, and no preceptor who may read it": (NO_CHANNEL,),
    "Bedside is not in the channel. Write /invite @Bedside there": ("not_in_channel",),
    _NO_PLACE: ("channel_not_found",),
    "The channel is archived. Unarchive it, or name another in the roster file and place it again": ("is_archived",),
    "Slack knows nobody with this id. Correct it where it is written": ("user_not_found", "user_not_visible"),
    "The account is deactivated": ("user_disabled",),
    "This id belongs to a bot. Correct it where it is written": ("cannot_dm_bot", "cannot_dm_self"),
    _NOT_ALLOWED: (
        "no_permission",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
    ),
    _NO_TAB: ("messages_tab_disabled",),
    "The workspace has used up what it may send": ("message_limit_exceeded",),
    "The app lacks a permission. Install it again from slack_manifest.json": ("missing_scope",),
    "Slack does not accept the bot's token. `bedside check --live` says more": (
        "not_authed",
        "invalid_auth",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_allowed_token_type",
    ),
    _NO_ENTRY: (
        "access_denied",
        "accesslimited",
        "ekm_access_denied",
        "org_login_required",
        "team_access_not_granted",
        "two_factor_setup_required",
    ),
    "Slack refuses how this message is built. That is a mistake in Bedside: please report it": (
        "msg_too_long",
        "msg_blocks_too_long",
        "too_many_attachments",
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
        "no_text",
        "time_in_past",
        "view_too_large",
    ),
    "Slack no longer takes what this version of Bedside asks. Install a newer one": (
        "method_deprecated",
        "deprecated_endpoint",
    ),
    "Its question can't be changed in Slack any more. Nothing is lost by that": (
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
    ),
    "Slack did not take the file. It is tried again": ("upload_refused",),
    "The workspace takes no file from Bedside, so it comes as messages": (
        "file_uploads_disabled",
        "file_uploads_except_images_disabled",
        "storage_limit_reached",
    ),
    "Slack does not let Bedside remove this. An admin of the workspace can": (
        "cant_delete_message",
        "compliance_exports_prevent_deletion",
        "cant_delete_file",
        "delete_not_allowed",
        "file_deleting_disabled",
    ),
    "It was looked for once and is not there. If the next look says the same, it is sent again": ("not_seen_yet",),
    "It was gone already": ("file_not_found", "file_deleted"),
}
REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {code: words for words, codes in _BY_REASON.items() for code in codes}
)


def reason_in_words(code: str, *, to_person: bool = False) -> str:
    """A sentence for a reason; Slack's own code where we have no better word. `to_person` is said of a direct
    message."""
    known = _NO_CONVERSATION if to_person and REASONS.get(code) == _NO_PLACE else REASONS.get(code)
    return f"{known} ({code})." if known else f"Slack says {code}."


def counted(number: int, thing: str) -> str:
    """How many of something: "1 reminder", "43,200 reminders"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def moment(at: datetime) -> str:
    """An instant to the minute, in UTC."""
    return f"{at:%Y-%m-%d %H:%M} UTC"


def waiting(wait: timedelta) -> str:
    """In how long something comes: "in less than a minute", "in 7 minutes", "in 24 hours"."""
    minutes = -(-wait // timedelta(minutes=1))
    if minutes <= 1:
        return "in less than a minute"
    return f"in {counted(minutes, 'minute')}" if minutes < 120 else f"in {counted(round(minutes / 60), 'hour')}"


def overload_in_words(overload: Overload, *, a_minute: int) -> str:
    """What the pace will not carry, and what can be done about it."""
    due = "is due" if overload.due == 1 else "are due"
    first = overload.first_at
    return (
        f"On {first.day} {first:%B} {counted(overload.due, overload.kind)} {due} from {first:%H:%M} UTC; at "
        f"{a_minute:,} a minute {overload.carried:,} can leave before they are too late. Raise messages_a_minute in "
        "program.yaml, or spread the rotations' times."
    )
