"""Answers a press where it was made, in the time that Slack leaves."""

import asyncio
from collections.abc import Awaitable
from logging import WARNING
from typing import Final

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.domain.errors import BedsideError
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES
from bot.slack.requests import Body
from bot.slack.views.message import Drawn

SHOWN_WITHIN: Final = 1.5
"""Seconds. What was pressed is committed by then; showing it must not use up Slack's three seconds."""


async def respond(client: AsyncWebClient, body: Body, drawn: Drawn, *, replace: bool) -> None:
    """Put a message in the place of the one that was pressed, or show it below, to this person only.

    It goes through the client's session: Bolt's own `respond` opens one, and a connection, for each answer.
    """
    webhook = AsyncWebhookClient(
        str(body["response_url"]), session=client.session, logger=client.logger, retry_handlers=[]
    )
    await webhook.send_dict({"text": drawn.text, "blocks": drawn.blocks, "replace_original": replace})


async def within_time(showing: Awaitable[object]) -> None:
    """Show what a press has done; what can't be shown now shows later, and the press itself is kept."""
    try:
        await shown_in_time(showing)
    except BedsideError as failure:
        # It is committed, and an apology would say that it is not.
        log("press_not_shown", level=WARNING, error=failure)


async def shown_in_time(showing: Awaitable[object]) -> None:
    """Show what a press only looks at, unless Slack is in trouble. Raises what else goes wrong, for an apology."""
    try:
        async with asyncio.timeout(SHOWN_WITHIN):
            await showing
    except SLACK_FAILURES as failure:
        log("press_not_shown", level=WARNING, error=failure)
