"""What became of a request to Slack: one table from error codes and broken connections to what to do next.

docs/delivery.md holds the same table in plain words.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from aiohttp import ClientConnectorError, ClientError, ClientResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.errors import SlackUnavailable as SlackUnavailable
from bot.domain.outbox import AppRefused, GiveUp, RetryLater, SlowDown, Unknown, Unreachable

Failure = RetryLater | SlowDown | Unknown | GiveUp | Unreachable | AppRefused

SLACK_FAILURES: Final = (SlackApiError, ClientError, TimeoutError, OSError, AttributeError, ValueError)
"""What a request to Slack can raise; the last two when an answer is plain text or no text at all."""
SOON: Final = timedelta(seconds=10)
NEXT_DAY: Final = timedelta(days=1)
SHORTEST_PAUSE: Final = timedelta(seconds=1)
USUAL_PAUSE: Final = timedelta(seconds=10)
"""For a Slack that asks for a pause and does not say how long."""
LONGEST_PAUSE: Final = timedelta(minutes=10)
"""Nobody is silent longer for one answer; a Slack that meant more says it again."""


class Verdict(StrEnum):
    """What an error code means for one message. A code that is not in the table means THIS_MESSAGE."""

    SLOW_DOWN = "slow down"
    """Slack asks everybody for a pause and says how long. Nothing was done."""
    TOMORROW = "retry tomorrow"
    """The workspace has used up what it may send. Nothing was done."""
    UNKNOWN = "unknown"
    """Slack is in trouble and may have done it all the same."""
    THIS_MESSAGE = "give up on this message"
    """Slack has decided. Nothing was done, and asking again would change nothing."""
    THIS_PERSON = "give up on this person"
    """Nothing reaches this person at present. Nothing was done."""
    THIS_PLACE = "give up on this person, or on this message where it was for a channel"
    """The conversation is not there (any more). Nothing was done."""
    EVERYTHING = "stop everything"
    """The app, its token or its scopes are broken; the person is not. Nothing was done."""


_CODES: Final[Mapping[Verdict, tuple[str, ...]]] = {
    Verdict.SLOW_DOWN: ("ratelimited", "rate_limited"),
    Verdict.TOMORROW: ("message_limit_exceeded",),
    Verdict.UNKNOWN: (
        "fatal_error",
        "internal_error",
        "request_timeout",
        "service_unavailable",
        "team_added_to_org",
    ),
    Verdict.THIS_MESSAGE: (
        # The place takes nothing, or not from us.
        "not_in_channel",
        "is_archived",
        "no_permission",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        # The message to change is not there, or is not ours to change.
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        # What is to be removed is not ours, or must stay by the workspace's rules.
        "cant_delete_message",
        "compliance_exports_prevent_deletion",
        "cant_delete_file",
        "delete_not_allowed",
        "file_deleting_disabled",
        # What is to be removed is gone.
        "file_not_found",
        "file_deleted",
        # The workspace takes no file.
        "file_uploads_disabled",
        "file_uploads_except_images_disabled",
        "storage_limit_reached",
        # We drew it wrong, and would draw it wrong again.
        "no_text",
        "msg_too_long",
        "msg_blocks_too_long",
        "too_many_attachments",
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
        "view_too_large",
        "time_in_past",
        # What was pressed, or the view that was open, is no longer what it was.
        "invalid_trigger_id",
        "expired_trigger_id",
        "exchanged_trigger_id",
        "hash_conflict",
    ),
    Verdict.THIS_PERSON: (
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "cannot_dm_bot",
        "cannot_dm_self",
    ),
    Verdict.THIS_PLACE: ("channel_not_found",),
    Verdict.EVERYTHING: (
        "not_authed",
        "invalid_auth",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "missing_scope",
        "not_allowed_token_type",
        "access_denied",
        "accesslimited",
        "org_login_required",
        "ekm_access_denied",
        "team_access_not_granted",
        "two_factor_setup_required",
        "messages_tab_disabled",
        "method_deprecated",
        "deprecated_endpoint",
    ),
}
VERDICTS: Final[Mapping[str, Verdict]] = MappingProxyType(
    {code: verdict for verdict, codes in _CODES.items() for code in codes}
)


def what_now(failure: Exception, *, to_person: bool = False) -> Failure:
    """What to do about a request that failed; Unknown whenever Slack may have acted on it.

    Only a request about one person, `to_person`, can prove that this person can't be reached.
    """
    match failure:
        case ClientConnectorError():
            # No connection came about, so not a byte of the request was sent.
            return RetryLater(SOON)
        case SlackApiError(response=AsyncSlackResponse() as response):
            return _by_answer(response, to_person=to_person)
        case SlackApiError(response=ClientResponse(status=429) as page):
            # What the library hands on when an answer is called JSON and is none.
            return SlowDown(_pause(page.headers))
        case _:
            # A time-out, a cut connection, or an answer that is not Slack's (a proxy's page).
            return Unknown()


def is_the_apps_fault(failure: Exception) -> bool:
    """Whether Slack refuses the app, its token or its scopes, as no waiting mends."""
    return isinstance(what_now(failure), AppRefused)


def nothing_sent(failure: Failure) -> RetryLater | SlowDown | GiveUp | Unreachable | AppRefused:
    """The same for a request that sends nothing to anybody, and so may be repeated at will."""
    return RetryLater(SOON) if isinstance(failure, Unknown) else failure


def _by_answer(response: AsyncSlackResponse, *, to_person: bool) -> Failure:
    if response.status_code == 429:
        return SlowDown(_pause(response.headers))
    code = response.data.get("error") if isinstance(response.data, dict) else None
    if response.status_code >= 500 or not isinstance(code, str):
        return Unknown()
    match VERDICTS.get(code, Verdict.THIS_MESSAGE):
        case Verdict.SLOW_DOWN:
            return SlowDown(_pause(response.headers))
        case Verdict.TOMORROW:
            return RetryLater(NEXT_DAY, code)
        case Verdict.UNKNOWN:
            return Unknown()
        case Verdict.EVERYTHING:
            return AppRefused(code)
        case Verdict.THIS_PERSON | Verdict.THIS_PLACE if to_person:
            return Unreachable(code)
        case _:
            return GiveUp(code)


def _pause(headers: Mapping[str, str]) -> timedelta:
    """How long Slack asks for, within reason."""
    named = str(headers.get("Retry-After", ""))
    if not (named.isascii() and named.isdigit()):
        return USUAL_PAUSE
    # As a float, since a number too large for a timedelta, or for Python to read, is infinite and no error.
    seconds = min(float(named), LONGEST_PAUSE.total_seconds())
    return max(timedelta(seconds=seconds), SHORTEST_PAUSE)
