"""Why a digest does not arrive, by Slack's code, and what a coordinator can do about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.domain.notices import NO_CHANNEL, NOT_CONFIRMED

ANOTHER: Final = "choose another one for the cohort"
NOT_ALLOWED: Final = (
    "the workspace does not let Bedside write there",
    f"Ask one of its admins to allow it, or {ANOTHER}.",
)
CHANNEL_REASONS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "not_in_channel": ("Bedside is not in the channel", "Write this there: /invite @Bedside"),
        "channel_not_found": (
            "Slack shows Bedside no such channel",
            f"If it is the right one, write this there: /invite @Bedside. If not, {ANOTHER}.",
        ),
        "is_archived": ("the channel is archived", f"Unarchive it, or {ANOTHER}."),
        NO_CHANNEL: (
            "the cohort has no channel any more, and no preceptor who may read it directly",
            "Place a preceptor, or choose a channel for the cohort.",
        ),
        NOT_CONFIRMED: (
            "no preceptor whom Slack reaches has confirmed how a digest is to be read",
            "Ask a preceptor to confirm it on Bedside's Home tab, or place another one.",
        ),
        **dict.fromkeys(
            (
                "no_permission",
                "restricted_action",
                "restricted_action_non_threadable_channel",
                "restricted_action_read_only_channel",
                "restricted_action_thread_locked",
                "restricted_action_thread_only_channel",
            ),
            NOT_ALLOWED,
        ),
    }
)
NO_SUCH_MEMBER: Final = ("this workspace has no such member", "Take them off, and place the right person.")
A_BOT: Final = ("this id belongs to a bot", NO_SUCH_MEMBER[1])
PERSON_REASONS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "user_disabled": ("the account is deactivated", "Have it opened again, or place another preceptor."),
        "user_not_found": NO_SUCH_MEMBER,
        "user_not_visible": NO_SUCH_MEMBER,
        "cannot_dm_bot": A_BOT,
        "cannot_dm_self": A_BOT,
        "channel_not_found": (
            "Slack opens no direct conversation with them",
            "Ask them to open Bedside in Slack once, or place another preceptor.",
        ),
    }
)
OTHERWISE: Final = ("Slack does not take it ({reason})", "Ask whoever runs Bedside to look at: bedside outbox")


def why_not(reason: str, *, to_person: bool) -> tuple[str, str]:
    """Why, in a few words that end a sentence; and what to do, as a sentence."""
    known = (PERSON_REASONS if to_person else CHANNEL_REASONS).get(reason)
    why, remedy = known or OTHERWISE
    return why.format(reason=reason), remedy
