"""Who is in the workspace: the list of all members, or one of them by e-mail or id, at Slack's pace."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from enum import Enum
from types import MappingProxyType
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.errors import AppShutOut, EmailsHidden, PersonRefused
from bot.domain.outbox import AppRefused, GiveUp, SlowDown, Unreachable
from bot.domain.people import PersonId
from bot.domain.roster import Member, Trouble
from bot.domain.roster.cells import is_address
from bot.flows.ports import ChannelsPage, MembersPage
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, what_now
from bot.slack.requests import Body, profile_of


class Call(Enum):
    """What is asked, each at a pace of its own."""

    LIST = "users.list"
    CHANNELS = "conversations.list"
    BY_ADDRESS = "users.lookupByEmail"
    BY_ID = "users.info"


A_PAGE: Final = 200
CHANNELS_A_PAGE: Final = 500
A_MINUTE: Final = 60.0
CALLS_A_MINUTE: Final[Mapping[Call, int]] = MappingProxyType(
    {Call.LIST: 18, Call.CHANNELS: 18, Call.BY_ADDRESS: 45, Call.BY_ID: 90}
)
"""A little less than Slack takes, since others ask as well."""
TRIES: Final = 5
"""How often the same is asked when Slack asks for a pause."""
_NOBODY: Final = ("users_not_found", "user_not_found", "user_not_visible")
_TROUBLE: Final[Mapping[str, Trouble]] = MappingProxyType(
    {"user_disabled": Trouble.DEACTIVATED, "cannot_dm_bot": Trouble.BOT}
)

Sleep = Callable[[float], Awaitable[object]]


class MembershipPace:
    """How fast one process may ask, whoever in it asks. `monotonic` tells seconds, and `sleep` waits for some."""

    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._monotonic, self.sleep = monotonic, sleep
        self._last: Mapping[Call, deque[float]] = {call: deque(maxlen=most) for call, most in CALLS_A_MINUTE.items()}

    async def turn(self, call: Call) -> None:
        """Wait until one more request of a kind fits into the last minute."""
        now, last = self._monotonic(), self._last[call]
        at = max(now, last[0] + A_MINUTE) if len(last) == last.maxlen else now
        # Noted before waiting, so that two who ask at once do not take the same turn.
        last.append(at)
        if at > now:
            await self.sleep(at - now)


class SlackMembership:
    """The real `Membership`."""

    def __init__(self, client: AsyncWebClient, pace: MembershipPace) -> None:
        self._client, self._pace = client, pace

    async def page(self, cursor: str) -> MembersPage:
        """The members that a cursor leads to, the first ones for an empty one; those that are deactivated too. Raises
        SlackUnavailable, and AppShutOut or PersonRefused where Slack refuses to show the list."""
        answer = await self._ask(Call.LIST, lambda: self._client.users_list(limit=A_PAGE, cursor=cursor or None))
        next_cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        return MembersPage(tuple(map(_member, answer["members"])), next_cursor)

    async def channels(self, cursor: str, *, private: bool) -> ChannelsPage:
        """The public or private channels that a cursor leads to, archived ones aside; none where the app may not see
        them. Raises SlackUnavailable and AppShutOut."""
        types = "private_channel" if private else "public_channel"
        try:
            answer = await self._ask(
                Call.CHANNELS,
                lambda: self._client.conversations_list(
                    types=types, limit=CHANNELS_A_PAGE, cursor=cursor or None, exclude_archived=True
                ),
            )
        except AppShutOut as refused:
            if refused.fields["code"] == "missing_scope":
                return ChannelsPage()
            raise
        next_cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        return ChannelsPage(tuple((str(each["name"]), str(each["id"])) for each in answer["channels"]), next_cursor)

    async def member(self, person: str) -> Member | None:
        """One member by e-mail address or id, if Slack knows anybody by it. Raises EmailsHidden where the app may not
        see addresses, SlackUnavailable and AppShutOut."""
        try:
            if is_address(person):
                answer = await self._ask(Call.BY_ADDRESS, lambda: self._client.users_lookupByEmail(email=person))
            else:
                answer = await self._ask(Call.BY_ID, lambda: self._client.users_info(user=person))
        except PersonRefused as refused:
            if refused.fields["code"] in _NOBODY:
                return None
            raise
        return _member(answer["user"])

    async def _ask(self, call: Call, ask: Callable[[], Awaitable[AsyncSlackResponse]]) -> AsyncSlackResponse:
        for _ in range(TRIES):
            await self._pace.turn(call)
            try:
                return await ask()
            except SLACK_FAILURES as failure:
                await self._pace.sleep(_pause_after(failure, call).total_seconds())
        raise SlackUnavailable


def _pause_after(failure: Exception, call: Call) -> timedelta:
    """How long Slack asks to wait; whatever is no such wish raises."""
    match what_now(failure, to_person=True):
        case SlowDown(pause=pause):
            return pause
        case AppRefused(reason="missing_scope") if call is Call.BY_ADDRESS:
            raise EmailsHidden from failure
        case AppRefused(reason=reason):
            raise AppShutOut(code=reason) from failure
        case Unreachable(reason=reason) | GiveUp(reason=reason):
            raise PersonRefused(code=reason) from failure
        case _:
            raise SlackUnavailable from failure


def _member(user: Body) -> Member:
    address = str((user.get("profile") or {}).get("email") or "").lower()
    reason = profile_of(user).unreachable
    return Member(PersonId(user["id"]), address, _TROUBLE.get(reason) if reason else None)
