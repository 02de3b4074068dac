"""Looks people up in Slack: time zone, and whether messages make sense at all."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import GiveUp
from bot.domain.people import PersonId
from bot.flows.ports import Profile
from bot.slack.identity import SLACKBOT
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, what_now


class SlackDirectory:
    """The real `Directory`."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def profile(self, person: PersonId) -> Profile | None:
        """A member's profile; None when Slack does not know the member. Raises SlackUnavailable."""
        try:
            answer = await self._client.users_info(user=person)
        except SLACK_FAILURES as failure:
            if isinstance(what_now(failure), GiveUp):
                return None
            raise SlackUnavailable from failure
        return _profile(answer["user"])


def _profile(user: Mapping[str, Any]) -> Profile:
    is_a_person = not user.get("is_bot") and user.get("id") != SLACKBOT
    return Profile(zone=_zone(user.get("tz")), reachable=is_a_person and not user.get("deleted"))


def _zone(name: object) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
