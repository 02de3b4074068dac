"""Who the bot is in its workspace, and whether it may do there what it has to: learned once at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SettingWrong
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, is_the_apps_fault

SLACKBOT: Final = "USLACKBOT"
"""Slack's own bot, which is in every workspace."""
SCOPES: Final = frozenset(
    {"channels:history", "chat:write", "commands", "groups:history", "im:history", "im:write", "users:read"}
)
"""What the bot must have been allowed when it was installed: all that it does in Slack, and no more."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The one workspace with its address, the bot's own ids in it, and the scopes that it was installed with, as far as
    Slack says. The token does not show when this is printed."""

    team_id: str
    bot_user_id: str
    bot_id: str
    bot_token: str = field(repr=False)
    url: str = ""
    scopes: frozenset[str] | None = None


async def learn_identity(client: AsyncWebClient) -> Identity:
    """Ask Slack once whose token this is.

    Raises SettingWrong when Slack refuses it or it lacks scopes, or SlackUnavailable.
    """
    try:
        answer = await client.auth_test()
    except SLACK_FAILURES as failure:
        if not is_the_apps_fault(failure):
            raise SlackUnavailable from failure
        raise SettingWrong(
            name="SLACK_BOT_TOKEN",
            problem="Slack does not accept it",
            write="Write the token that begins with xoxb- (Slack app page, OAuth & Permissions)",
        ) from None
    scopes = _scopes_in(answer.headers)
    return Identity(
        team_id=answer["team_id"],
        bot_user_id=answer["user_id"],
        bot_id=answer.get("bot_id") or "",
        bot_token=client.token or "",
        url=answer.get("url") or "",
        scopes=scopes,
    )


async def trouble_with(client: AsyncWebClient) -> str:
    """Ask Slack whether it knows the bot; empty when it does, else what is wrong, in a sentence."""
    try:
        await client.auth_test()
    except SLACK_FAILURES as failure:
        return "Slack refuses the bot's token." if is_the_apps_fault(failure) else "Slack can't be asked at the moment."
    return ""


def _scopes_in(headers: Mapping[str, str]) -> frozenset[str] | None:
    """What the bot was allowed. Raises SettingWrong where that is too little."""
    given = headers.get("x-oauth-scopes")
    if given is None:
        # Slack always says; whatever stands in for it need not.
        log("scopes_unknown")
        return None
    scopes = frozenset(scope.strip() for scope in given.split(","))
    missing = SCOPES - scopes
    if missing:
        raise SettingWrong(
            name="SLACK_BOT_TOKEN",
            problem=f"the app was installed without {', '.join(sorted(missing))}",
            write="Reinstall the app with config/slack_manifest.json, then write the token that it has then",
        )
    return scopes
