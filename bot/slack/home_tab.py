"""Shows a person's Home tab as it is now: it is published only where it changed, with the hash of what it replaces."""

import asyncio
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from logging import WARNING
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.outbox import GiveUp, Unreachable
from bot.domain.people import PersonId
from bot.flows.open_home.opening import (
    StrangerHome,
    last_shown,
    now_shown,
    open_home,
    outdated_homes,
    shown_no_more,
)
from bot.flows.ports import World
from bot.flows.records.workspace import Shown
from bot.logs import log
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import House
from bot.slack.views.home.tab import home

CONFLICT: Final = GiveUp("hash_conflict")
REFRESHED_WITHIN: Final = 4.0
"""Seconds: less than a process that stops waits for its tasks."""


async def publish_home(
    client: AsyncWebClient,
    house: House,
    person: PersonId,
    *,
    stands: str | None = None,
    page: int = 1,
    desk: bool = False,
) -> None:
    """Show a person what they may see now, unless it stands there; the `desk` to a student who coordinates as well,
    where that is asked for. `stands` is the hash of what Slack shows at
    present; None where it shows nothing, or where nobody can tell."""
    last = await last_shown(house.world, person) if stands else None
    tab = _Tab(client, house.world, person, house.clock.now(), page, desk)
    await tab.show(over=last, is_there=last is not None and last.hash == stands)


async def refresh_home(client: AsyncWebClient, house: House, person: PersonId, *, desk: bool = False) -> None:
    """The same where no press tells what stands there, for whoever has opened Home before. What can't be shown now
    shows when Home is opened next."""
    # Most have never opened it, and this comes after every form that is sent.
    if not await house.world.glances.may_have_home(person):
        return
    last = await last_shown(house.world, person)
    if last is None:
        return
    try:
        async with asyncio.timeout(REFRESHED_WITHIN):
            await _Tab(client, house.world, person, house.clock.now(), desk=desk).show(over=last, is_there=True)
    except SLACK_FAILURES as failure:
        log("home_not_refreshed", level=WARNING, error=failure)


async def renew_outdated(client: AsyncWebClient, world: World, *, at: datetime) -> int:
    """Show those Home tabs anew that still hold what was deleted since. Returns how many; where Slack is in trouble,
    the rest stays to be done."""
    renewed = 0
    while people := await outdated_homes(world):
        for person in people:
            try:
                await _Tab(client, world, person, at).show(over=None, is_there=False)
            except SLACK_FAILURES as failure:
                log("home_not_renewed", level=WARNING, error=failure)
                if not isinstance(what_now(failure, to_person=True), GiveUp | Unreachable):
                    return renewed
                # Nobody can open this Home tab any more.
                await shown_no_more(world, person)
            renewed += 1
    return renewed


@dataclass(frozen=True, slots=True)
class _Tab:
    """One person's Home tab at an instant, with one page of the journal."""

    client: AsyncWebClient
    world: World
    person: PersonId
    at: datetime
    page: int = 1
    desk: bool = False

    async def show(self, *, over: Shown | None, is_there: bool) -> None:
        """Publish it in the place of what was shown last, unless that is the same and is there.

        What was shown last has been read before anything else: whoever publishes after that makes its hash a stale
        one, and then all is drawn anew. A record that is behind Slack, because a process ended in between, conflicts
        too.
        """
        drawn = await self._draw()
        if is_there and over is not None and over.content == drawn.content:
            return
        try:
            given = await self._publish(drawn, over=over)
        except SlackApiError as failure:
            if what_now(failure) != CONFLICT:
                raise
            newer = await last_shown(self.world, self.person)
            drawn = await self._draw()
            given = await self._publish(drawn, over=newer if newer != over else None)
        if drawn.is_remembered:
            await now_shown(self.world, self.person, Shown(drawn.content, given))
        else:
            await shown_no_more(self.world, self.person)

    async def _draw(self) -> "_Drawn":
        found = await open_home(self.world, self.person, at=self.at, page=self.page, desk=self.desk)
        support, routes = self.world.program.support_lines, self.world.program.reporting_routes
        drawn = home(found, support=support, routes=routes, workspace_url=self.world.workspace_url)
        view: dict[str, Any] = drawn.to_dict()
        content = hmac.new(self.world.home_key, json.dumps(view).encode(), hashlib.sha256).hexdigest()
        return _Drawn(view, content, is_remembered=not isinstance(found, StrangerHome))

    async def _publish(self, drawn: "_Drawn", *, over: Shown | None) -> str:
        """The hash that Slack gives it."""
        answer = await self.client.views_publish(user_id=self.person, view=drawn.view, hash=over.hash if over else None)
        return str(answer["view"]["hash"])


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A Home tab and our keyed hash of it: it holds a journal, and nobody without the key shall try words on it. Of
    strangers nothing is written down, nor of somebody who has just become one."""

    view: dict[str, Any]
    content: str
    is_remembered: bool
