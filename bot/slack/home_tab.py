"""Shows a person's Home tab as it is now: it is published only where it changed, with the hash of what it replaces."""

import asyncio
import hashlib
import hmac
import json
from logging import WARNING
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import GiveUp
from bot.domain.people import PersonId
from bot.flows.open_home.opening import last_shown, now_shown, open_home
from bot.flows.ports import Shown
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import House
from bot.slack.views.home.tab import home

CONFLICT: Final = GiveUp("hash_conflict")
REFRESHED_WITHIN: Final = 4.0
"""Seconds: less than a process that stops waits for its tasks."""


async def publish_home(
    client: AsyncWebClient, house: House, person: PersonId, *, stands: str | None = None, page: int = 1
) -> None:
    """Show a person what they may see now, unless it stands there. `stands` is the hash of what Slack shows at
    present; None where it shows nothing, or where nobody can tell."""
    last = await last_shown(house.world, person) if stands else None
    await _publish(client, house, person, page=page, last=last, is_there=last is not None and last.hash == stands)


async def refresh_home(client: AsyncWebClient, house: House, person: PersonId) -> None:
    """The same where no press tells what stands there, for whoever has opened Home before. What can't be shown now
    shows when Home is opened next."""
    last = await last_shown(house.world, person)
    if last is None:
        return
    try:
        async with asyncio.timeout(REFRESHED_WITHIN):
            await _publish(client, house, person, page=1, last=last, is_there=True)
    except SLACK_FAILURES as failure:
        log("home_not_refreshed", level=WARNING, error=failure)


async def _publish(
    client: AsyncWebClient, house: House, person: PersonId, *, page: int, last: Shown | None, is_there: bool
) -> None:
    """What was shown last is read before anything else: whoever publishes after that makes its hash a stale one, and
    then all is drawn anew. A record that is behind Slack, because a process ended in between, conflicts too."""
    view, content = await _drawn(house, person, page)
    if is_there and last is not None and last.content == content:
        return
    try:
        shown = await _show(client, person, view, over=last.hash if last else None)
    except SlackApiError as failure:
        if what_now(failure) != CONFLICT:
            raise
        newer = await last_shown(house.world, person)
        view, content = await _drawn(house, person, page)
        shown = await _show(client, person, view, over=newer.hash if newer and newer != last else None)
    await now_shown(house.world, person, Shown(content, shown))


async def _drawn(house: House, person: PersonId, page: int) -> tuple[dict[str, Any], str]:
    """A Home tab and our keyed hash of it: it holds a journal, and nobody without the key shall try words on it."""
    found = await open_home(house.world, person, at=house.clock.now(), page=page)
    view: dict[str, Any] = home(found, support=house.world.program.support_lines).to_dict()
    return view, hmac.new(house.world.home_key, json.dumps(view).encode(), hashlib.sha256).hexdigest()


async def _show(client: AsyncWebClient, person: PersonId, view: dict[str, Any], *, over: str | None) -> str:
    """The hash that Slack gives it."""
    answer = await client.views_publish(user_id=person, view=view, hash=over)
    return str(answer["view"]["hash"])
