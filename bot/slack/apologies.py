"""The one error handler: a kind sentence in the right place, and a log line without anybody's words."""

import asyncio
from collections.abc import Awaitable, Callable
from logging import ERROR, WARNING
from typing import Any, Final

from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import (
    AnswerRefused,
    BedsideError,
    NotACoordinator,
    NotOnRoster,
    NotYourQuestion,
    ReplyRefused,
    SettingRefused,
    SetUpRefused,
    StartRefused,
)
from bot.flows.delete_everything import as_meant
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES
from bot.slack.requests import Body, House, Kind, kind_of, person_in
from bot.slack.responses import respond
from bot.slack.views.message import Drawn
from bot.slack.views.notice import TROUBLE, TROUBLE_IN_A_FORM, note, notice

_MEANT: Final = ReplyRefused | SettingRefused | SetUpRefused | AnswerRefused | NotOnRoster | NotACoordinator
"""What people may run into without anything being wrong."""
APOLOGIZED_WITHIN: Final = 0.8
"""Seconds that are left to say so when a listener has used up two of Slack's three."""


def apologies_of(house: House) -> Callable[..., Awaitable[BoltResponse]]:
    """The handler that answers a request whose listener failed or that nobody listens to."""

    async def apologize(error: Exception, body: Body, client: AsyncWebClient) -> BoltResponse:
        if isinstance(error, NotOnRoster | NotYourQuestion):
            error = await as_meant(house.world, person_in(body), error)
        return await _answer(error, body, client)

    return apologize


async def _answer(error: Exception, body: Body, client: AsyncWebClient) -> BoltResponse:
    kind = kind_of(body)
    if isinstance(error, BoltUnhandledRequestError):
        log("request_unheard", level=WARNING, kind=kind)
        return BoltResponse(status=200, body="")
    meant = isinstance(error, BedsideError) and not isinstance(error, StartRefused)
    if not isinstance(error, _MEANT):
        log("request_failed", level=ERROR, kind=kind, error=error)
    sentence = str(error) if meant else TROUBLE
    match kind:
        case Kind.FORM:
            return _in_the_form(body["view"], sentence if meant else None)
        case Kind.COMMAND:
            return BoltResponse(status=200, body={"response_type": "ephemeral", "text": note(sentence).escaped_text})
        case Kind.BUTTON:
            await _in_private(body, sentence, client)
            return BoltResponse(status=200, body="")
        case _:
            # Slack repeats an event that was not answered well; nobody waits for words.
            return BoltResponse(status=500, body="")


def _in_the_form(view: dict[str, Any], sentence: str | None) -> BoltResponse:
    """Under the last field, right above the button; what was typed stays in the form."""
    fields = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    if not fields:
        shown = notice(sentence or TROUBLE).to_dict()
        return BoltResponse(status=200, body={"response_action": "update", "view": shown})
    again = TROUBLE_IN_A_FORM.format(button=view["submit"]["text"])
    return BoltResponse(status=200, body={"response_action": "errors", "errors": {fields[-1]: sentence or again}})


async def _in_private(body: Body, sentence: str, client: AsyncWebClient) -> None:
    """A message that only this person sees, or on the Home tab a small form; above a form, which keeps what was
    typed into it, another one."""
    try:
        async with asyncio.timeout(APOLOGIZED_WITHIN):
            if "response_url" in body:
                await respond(client, body, Drawn.of(note(sentence)), replace=False)
            elif (body.get("view") or {}).get("type") == "modal":
                await client.views_push(trigger_id=body["trigger_id"], view=notice(sentence))
            else:
                await client.views_open(trigger_id=body["trigger_id"], view=notice(sentence))
    except SLACK_FAILURES as failure:
        log("apology_not_shown", level=WARNING, error=failure)
