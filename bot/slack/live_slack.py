"""Asks the real workspace what the bot may do there, and changes nothing in it."""

from typing import Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SettingWrong
from bot.domain.outbox import GiveUp
from bot.slack.messenger import SlackMessenger
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, is_the_apps_fault, what_now

SCOPES_HEADER: Final = "x-oauth-scopes"


class LiveSlack:
    """The workspace that a bot's token opens."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self.messenger = SlackMessenger(client)

    async def scopes(self) -> frozenset[str] | None:
        """What the bot was allowed when it was installed; None when Slack does not say.

        Raises SettingWrong when Slack refuses the token, or SlackUnavailable.
        """
        try:
            answer = await self._client.auth_test()
        except SLACK_FAILURES as failure:
            raise _refused("SLACK_BOT_TOKEN", "xoxb-", failure) from failure
        granted = answer.headers.get(SCOPES_HEADER)
        return None if granted is None else frozenset(scope.strip() for scope in granted.split(",") if scope.strip())

    async def try_socket(self, app_token: str) -> None:
        """Ask for a Socket Mode connection and leave it unused. Raises SettingWrong or SlackUnavailable."""
        try:
            await self._client.apps_connections_open(app_token=app_token)
        except SLACK_FAILURES as failure:
            raise _refused("SLACK_APP_TOKEN", "xapp-", failure) from failure

    async def trouble_reading(self, channel: str) -> str:
        """Slack's code for why a channel's history can't be read; empty when it can. Raises SlackUnavailable."""
        try:
            await self._client.conversations_history(channel=channel, limit=1)
        except SLACK_FAILURES as failure:
            verdict = what_now(failure)
            return verdict.reason if isinstance(verdict, GiveUp) else _code(failure)
        return ""


def _refused(name: str, prefix: str, failure: Exception) -> SettingWrong:
    problem = f"Slack does not accept it ({_code(failure)})"
    return SettingWrong(name=name, problem=problem, write=f"Write the token that begins with {prefix}")


def _code(failure: Exception) -> str:
    """Slack's own code for what is wrong with the app. Raises SlackUnavailable when nothing is."""
    if is_the_apps_fault(failure) and isinstance(failure, SlackApiError):
        return str(failure.response["error"])
    raise SlackUnavailable from failure
