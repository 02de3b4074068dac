"""Looks people up in Slack: time zone, whether messages make sense at all, where they go, and who is in a channel."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.errors import AppShutOut, PersonRefused
from bot.domain.outbox import AppRefused, GiveUp, Unreachable
from bot.domain.people import PersonId
from bot.flows.ports import ChannelReaders, Members, Profile
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, what_now
from bot.slack.requests import Body, profile_of

A_PAGE: Final = 200
MOST_PAGES: Final = 5
"""Of a channel with more members than these hold, the rest is not looked at: no preceptors' channel is so large."""

SCOPES_HEADER: Final = "x-oauth-scopes"
SCOPES_TO_SEE: Final = frozenset({"channels:read", "groups:read"})
"""With both of them the app sees every channel that it is in."""
_NAMES: Final = ("real_name", "display_name", "first_name", "last_name")


@dataclass(frozen=True, slots=True)
class Named:
    """What a person is called in Slack: every name that their profile shows, and the one to sign with. Nothing shows
    when this is printed."""

    names: tuple[str, ...] = field(default=(), repr=False)
    signature: str = field(default="", repr=False)


class SlackDirectory:
    """The real `Directory`. Once the process is ending it looks up nobody new, so that whoever works through many
    people ends between two of them."""

    def __init__(self, client: AsyncWebClient, *, is_ending: Callable[[], bool] = lambda: False) -> None:
        self._client, self._is_ending = client, is_ending
        self._said_what_is_missing = False

    async def members(self, since: str | None) -> Members:
        """A page of everybody with an account, closed ones among them: the first, or the one that begins at `since`.
        Where Slack knows no such beginning any more, it is an empty last page. Raises SlackUnavailable and
        AppShutOut."""
        if self._is_ending():
            raise SlackUnavailable
        try:
            answer = await self._client.users_list(limit=A_PAGE, cursor=since)
        except SLACK_FAILURES as failure:
            return _no_page(failure)
        profiles = {PersonId(user["id"]): profile_of(user) for user in answer.get("members") or ()}
        return Members(profiles, _more(answer) or None)

    async def profile(self, person: PersonId) -> Profile:
        """A person's profile, an unreachable one when Slack knows nobody by this id. Raises SlackUnavailable,
        AppShutOut, and PersonRefused for a code that says nothing of the person."""
        if self._is_ending():
            raise SlackUnavailable
        try:
            answer = await self._client.users_info(user=person)
        except SLACK_FAILURES as failure:
            return Profile(None, unreachable=_code(failure))
        return profile_of(answer["user"])

    async def named(self, person: PersonId) -> Named:
        """What a person is called, nothing when Slack knows nobody by this id. Raises as `profile` does."""
        try:
            answer = await self._client.users_info(user=person)
        except SLACK_FAILURES as failure:
            # Of somebody who can't be reached there is nothing to say; whatever else went wrong raises.
            _code(failure)
            return Named()
        return _named(answer["user"])

    async def conversation(self, person: PersonId) -> str | Unreachable:
        """The direct conversation with a person, opened if need be. Nobody notices. Raises SlackUnavailable,
        AppShutOut, and PersonRefused for a code that says nothing of the person."""
        try:
            answer = await self._client.conversations_open(users=person)
        except SLACK_FAILURES as failure:
            return Unreachable(_code(failure))
        return str(answer["channel"]["id"])

    async def readers(self, channel: str) -> ChannelReaders | None:
        """Who can read a channel, or that Bedside is not in it; None where the app may not ask Slack, since its scopes
        for that are optional. Raises SlackUnavailable and AppShutOut."""
        if self._is_ending():
            raise SlackUnavailable
        try:
            answer = await self._client.conversations_info(channel=channel)
            if not answer["channel"].get("is_private"):
                return ChannelReaders(is_public=True, has_bedside=answer["channel"].get("is_member") is not False)
            return ChannelReaders(is_public=False, members=frozenset(await self._members(channel)))
        except SLACK_FAILURES as failure:
            self._hidden(failure)
            return ChannelReaders(is_public=False, has_bedside=False) if _is_not_in_it(failure) else None

    async def _members(self, channel: str) -> list[PersonId]:
        members: list[PersonId] = []
        cursor: str | None = None
        for _ in range(MOST_PAGES):
            answer = await self._client.conversations_members(channel=channel, limit=A_PAGE, cursor=cursor)
            members += answer["members"]
            cursor = _more(answer)
            if not cursor:
                break
        return members

    def _hidden(self, failure: Exception) -> None:
        """What keeps a channel from being looked at; whatever is no answer raises."""
        match what_now(failure):
            case AppRefused(reason="missing_scope"):
                if not self._said_what_is_missing:
                    log("channels_not_shown_to_the_app")
                    self._said_what_is_missing = True
            case AppRefused(reason=reason):
                raise AppShutOut(code=reason) from failure
            case GiveUp():
                # Whether digests get there is found out by sending them.
                return
            case _:
                raise SlackUnavailable from failure


def _is_not_in_it(failure: Exception) -> bool:
    """Whether Slack would have shown a channel to the app if it were there: it hides private ones from whoever is not
    in them, and any from an app without the scopes."""
    if not isinstance(failure, SlackApiError) or what_now(failure) != GiveUp("channel_not_found"):
        return False
    granted = str(failure.response.headers.get(SCOPES_HEADER) or "").split(",")
    return {scope.strip() for scope in granted} >= SCOPES_TO_SEE


def _more(answer: AsyncSlackResponse) -> str:
    return str((answer.get("response_metadata") or {}).get("next_cursor") or "")


def _no_page(failure: Exception) -> Members:
    match what_now(failure):
        case GiveUp():
            return Members({}, None)
        case AppRefused(reason=reason):
            raise AppShutOut(code=reason) from failure
        case _:
            raise SlackUnavailable from failure


def _code(failure: Exception) -> str:
    """Slack's code for why nothing reaches this person; whatever else went wrong is no answer, and raises."""
    match what_now(failure, to_person=True):
        case Unreachable(reason=reason):
            return reason
        case GiveUp(reason=reason):
            raise PersonRefused(code=reason) from failure
        case AppRefused(reason=reason):
            raise AppShutOut(code=reason) from failure
        case _:
            raise SlackUnavailable from failure


def _named(user: Body) -> Named:
    profile = user.get("profile") or {}
    called = [user.get("real_name"), *(profile.get(name) for name in _NAMES)]
    names = tuple(dict.fromkeys(name for name in called if isinstance(name, str) and name.strip()))
    return Named(names, names[0] if names else "")
