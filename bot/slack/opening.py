"""Opens a form where a button was pressed, as long as Slack still takes it."""

import asyncio
from collections.abc import Awaitable
from typing import Any, Final

from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.errors import PressAgain
from bot.slack.outcomes import SLACK_FAILURES
from bot.slack.requests import Body

OPENED_WITHIN: Final = 2.0
"""Seconds. A press is worth three to Slack, and a form that opens later than that opens for nobody."""


async def open_view(client: AsyncWebClient, body: Body, view: View | dict[str, Any]) -> dict[str, Any]:
    """Open a form for whoever pressed, and return it as Slack knows it. Raises PressAgain where Slack does not open it
    in time."""
    return await _opened(client.views_open(trigger_id=body["trigger_id"], view=view))


async def push_view(client: AsyncWebClient, body: Body, view: View | dict[str, Any]) -> dict[str, Any]:
    """The same above the form in which somebody pressed."""
    return await _opened(client.views_push(trigger_id=body["trigger_id"], view=view))


async def _opened(answering: Awaitable[AsyncSlackResponse]) -> dict[str, Any]:
    try:
        async with asyncio.timeout(OPENED_WITHIN):
            answer = await answering
    except SLACK_FAILURES as failure:
        raise PressAgain from failure
    opened: dict[str, Any] = answer.get("view") or {}
    return opened
