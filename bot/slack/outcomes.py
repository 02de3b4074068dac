"""What became of a request to Slack: one table from error codes and broken connections to what to do next."""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.errors import BedsideError
from bot.domain.outbox import GiveUp, RetryLater, Unknown

Failure = RetryLater | Unknown | GiveUp

SLACK_FAILURES: Final = (SlackApiError, ClientError, TimeoutError, OSError, AttributeError, ValueError)
"""What a request to Slack can raise; the last two when an answer is plain text or no text at all."""
SOON: Final = timedelta(seconds=10)
MEND_THE_APP: Final = RetryLater(timedelta(seconds=60))
"""Nothing can be sent to anybody until the app, its token or its scopes are put right."""
NEXT_DAY: Final = timedelta(days=1)


class SlackUnavailable(BedsideError):
    """Slack can't be asked at the moment. Please try again in a minute."""


class Verdict(Enum):
    """What an error code means for one message. A code that is not in the table means GIVE_UP."""

    SLOWER = auto()
    """Slack asks for a pause and says how long."""
    TROUBLE = auto()
    """Slack is in trouble and may have done it all the same."""
    MEND_THE_APP = auto()
    """The app or its token is broken; the person is not. Nothing was done."""
    TOMORROW = auto()
    """The workspace has used up what it may send. Nothing was done."""
    GIVE_UP = auto()
    """Slack has decided. Nothing was done, and asking again would change nothing."""


VERDICTS: Final[Mapping[str, Verdict]] = MappingProxyType(
    {
        "ratelimited": Verdict.SLOWER,
        "rate_limited": Verdict.SLOWER,
        "fatal_error": Verdict.TROUBLE,
        "internal_error": Verdict.TROUBLE,
        "request_timeout": Verdict.TROUBLE,
        "service_unavailable": Verdict.TROUBLE,
        "team_added_to_org": Verdict.TROUBLE,
        "not_authed": Verdict.MEND_THE_APP,
        "invalid_auth": Verdict.MEND_THE_APP,
        "account_inactive": Verdict.MEND_THE_APP,
        "token_revoked": Verdict.MEND_THE_APP,
        "token_expired": Verdict.MEND_THE_APP,
        "missing_scope": Verdict.MEND_THE_APP,
        "not_allowed_token_type": Verdict.MEND_THE_APP,
        "org_login_required": Verdict.MEND_THE_APP,
        "ekm_access_denied": Verdict.MEND_THE_APP,
        "messages_tab_disabled": Verdict.MEND_THE_APP,
        "message_limit_exceeded": Verdict.TOMORROW,
        "channel_not_found": Verdict.GIVE_UP,
        "not_in_channel": Verdict.GIVE_UP,
        "is_archived": Verdict.GIVE_UP,
        "restricted_action": Verdict.GIVE_UP,
        "no_permission": Verdict.GIVE_UP,
        "user_not_found": Verdict.GIVE_UP,
        "user_disabled": Verdict.GIVE_UP,
        "cannot_dm_bot": Verdict.GIVE_UP,
        "message_not_found": Verdict.GIVE_UP,
        "cant_update_message": Verdict.GIVE_UP,
        "edit_window_closed": Verdict.GIVE_UP,
        "msg_too_long": Verdict.GIVE_UP,
        "invalid_blocks": Verdict.GIVE_UP,
        "invalid_arguments": Verdict.GIVE_UP,
        "no_text": Verdict.GIVE_UP,
    }
)


def what_now(failure: Exception, *, to_person: bool = False) -> Failure:
    """What to do about a request that failed; Unknown whenever Slack may have acted on it."""
    match failure:
        case ClientConnectorError():
            # No connection came about, so not a byte of the request was sent.
            return RetryLater(SOON)
        case SlackApiError(response=AsyncSlackResponse() as response):
            return _by_answer(response)
        case _:
            # A time-out, a cut connection, or an answer that is not Slack's (a proxy's page).
            return Unknown()


def is_the_apps_fault(failure: Exception) -> bool:
    """Whether Slack refuses the app, its token or its scopes, as no waiting mends."""
    # By identity: a pause of a minute that Slack asks for is an equal value and means something else.
    return what_now(failure) is MEND_THE_APP


def nothing_sent(failure: Failure) -> RetryLater | GiveUp:
    """The same for a request that sends nothing to anybody, and so may be repeated at will."""
    return RetryLater(SOON) if isinstance(failure, Unknown) else failure


def _by_answer(response: AsyncSlackResponse) -> Failure:
    if response.status_code == 429:
        return RetryLater(_pause(response))
    code = response.data.get("error") if isinstance(response.data, dict) else None
    if response.status_code >= 500 or not isinstance(code, str):
        return Unknown()
    match VERDICTS.get(code, Verdict.GIVE_UP):
        case Verdict.SLOWER:
            return RetryLater(_pause(response))
        case Verdict.TROUBLE:
            return Unknown()
        case Verdict.MEND_THE_APP:
            return MEND_THE_APP
        case Verdict.TOMORROW:
            return RetryLater(NEXT_DAY)
        case Verdict.GIVE_UP:
            return GiveUp(code)


def _pause(response: AsyncSlackResponse) -> timedelta:
    named = str(response.headers.get("Retry-After", ""))
    return timedelta(seconds=int(named)) if named.isascii() and named.isdigit() else SOON
