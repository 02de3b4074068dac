"""Who the bot is in its workspace, learned once at the start."""

from dataclasses import dataclass, field
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SettingWrong
from bot.slack.outcomes import SLACK_FAILURES, SlackUnavailable, is_the_apps_fault

SLACKBOT: Final = "USLACKBOT"
"""Slack's own bot, which is in every workspace."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The one workspace, and the bot's own ids in it. The token does not show when this is printed."""

    team_id: str
    bot_user_id: str
    bot_id: str
    bot_token: str = field(repr=False)


async def learn_identity(client: AsyncWebClient) -> Identity:
    """Ask Slack once whose token this is. Raises SettingWrong when Slack refuses it, or SlackUnavailable."""
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
    return Identity(
        team_id=answer["team_id"],
        bot_user_id=answer["user_id"],
        bot_id=answer.get("bot_id") or "",
        bot_token=client.token or "",
    )
