"""A coordinator sends a roster, looks at what it would change, and has it changed."""

import asyncio
import hashlib
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from logging import ERROR, WARNING
from typing import Final
from uuid import uuid4

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import BedsideError, NothingSent, RosterMoved, RosterRefused, StartRefused, TwoRosters
from bot.domain.outbox import GiveUp
from bot.domain.people import PersonId
from bot.domain.permissions import Action
from bot.domain.roster import (
    Found,
    RosterDraft,
    changes_in_words,
    channels_of,
    draft_roster,
    fingerprint_of,
    reading_in_words,
)
from bot.domain.set_up import Effects
from bot.flows.apply_roster import Roster, apply_roster, effects_of_roster, preview_roster
from bot.flows.find_people import find_channels, find_people
from bot.logs import log
from bot.slack.channels import look_around
from bot.slack.membership import MembershipPace, SlackMembership
from bot.slack.opening import open_view
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import Body, House, SeenRoster, person_in, roster_in, seen_roster_in
from bot.slack.roster_files import read_roster_file
from bot.slack.switchboard import Switchboard
from bot.slack.views.notice import TROUBLE
from bot.slack.views.roster_form import (
    FILE,
    FORM_ID,
    OPEN_ID,
    PREVIEW_ID,
    ROWS,
    Sent,
    nothing_form,
    placed_form,
    preview_form,
    roster_form,
    waiting_form,
)
from bot.slack.views.set_up.weighing import COUNTED, effects_in_words

FILES_SCOPE: Final = "files:read"
KEPT_FOR: Final = timedelta(minutes=15)
"""As long as somebody may look at what a roster would change."""
SHOWN_AGAIN_AFTER: Final = 0.3
SHOWN_TRIES: Final = 20
"""Until then a form that waits has come into being, or was closed."""


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form; read what was sent and show what it would change; change it. Each of these is a task that puts its
    answer in the place of a form that waits."""
    desk = _RosterDesk(house)

    async def open_form(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, roster_form(takes_files=desk.takes_files))
        await ack()

    async def look(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        sent = roster_in(body)
        if wrong := _not_one(sent, takes_files=desk.takes_files):
            await ack(response_action="errors", errors=wrong)
            return
        waiting = uuid4().hex
        house.tasks.start("roster_preview", desk.preview(client, sent, waiting))
        await ack(response_action="update", view=waiting_form(waiting))

    async def place(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        seen = seen_roster_in(body)
        if wrong := _not_one(seen.sent, takes_files=False):
            await ack(response_action="errors", errors=wrong)
            return
        waiting = uuid4().hex
        house.tasks.start("roster_placed", desk.place(client, seen, waiting, by=person_in(body)))
        await ack(response_action="update", view=waiting_form(waiting, placing=True))

    switchboard.action(OPEN_ID, needs=Action.SET_UP)(open_form)
    switchboard.view(FORM_ID, needs=Action.SET_UP)(look)
    switchboard.view(PREVIEW_ID, needs=Action.SET_UP)(place)


def _not_one(sent: Sent, *, takes_files: bool) -> dict[str, str]:
    """What is wrong with a form that holds no roster, or two, under the field in question."""
    if sent.file_id and sent.rows.strip():
        return {ROWS: str(TwoRosters())}
    if not sent.file_id and not sent.rows.strip():
        return {FILE if takes_files else ROWS: str(NothingSent())}
    return {}


@dataclass(frozen=True, slots=True)
class _Kept:
    """Who the people of a roster are, and since when that is known."""

    found: Found
    since: datetime


class _RosterDesk:
    """Reads rosters, and keeps for a while who the people of the last ones are, so that they are asked about once."""

    def __init__(self, house: House) -> None:
        self._house, self._pace = house, MembershipPace()
        self._kept: dict[str, _Kept] = {}

    @property
    def takes_files(self) -> bool:
        """Whether Slack shows files to the bot, as far as anybody knows."""
        scopes = self._house.scopes
        return scopes is None or FILES_SCOPE in scopes

    async def preview(self, client: AsyncWebClient, sent: Sent, waiting: str) -> None:
        """Show what a roster would change, or what is wrong with it."""
        await _show(client, waiting, await self._or_why_not(self._previewed(client, sent), sent))

    async def place(self, client: AsyncWebClient, seen: SeenRoster, waiting: str, *, by: PersonId) -> None:
        """Make the changes that were shown; where others would be made by now, show these first."""
        await _show(client, waiting, await self._or_why_not(self._placed(client, seen, by=by), seen.sent))

    async def _or_why_not(self, work: Awaitable[View], sent: Sent) -> View:
        """What comes of it, or the form with what is to be put right: nothing that was typed is lost."""
        try:
            return await work
        except RosterRefused as refused:
            problems = refused.problems
        except BedsideError as error:
            problems = (TROUBLE if isinstance(error, StartRefused) else str(error),)
        except Exception as error:  # noqa: BLE001 - whoever waits before the form is told, whatever went wrong
            log("roster_broke", level=ERROR, error=error)
            problems = (TROUBLE,)
        return roster_form(sent, takes_files=self.takes_files, problems=problems)

    async def _previewed(self, client: AsyncWebClient, sent: Sent, *, is_news: bool = False) -> View:
        roster, beside = await self._read(client, sent)
        at = self._house.clock.now()
        changes = await preview_roster(self._house.world, roster, at=at)
        said = (*beside, *changes_in_words(changes))
        if changes.is_empty:
            return nothing_form(said, channels_of(changes), some_are_missing=changes.stay > 0)
        seen, missing = fingerprint_of(changes), changes.stay > 0
        messages = effects_of_roster(self._house.world, changes, at=at)
        said = (*said, *effects_in_words(messages), *((COUNTED,) if messages != Effects() else ()))
        return preview_form(sent, said, seen, channels_of(changes), some_are_missing=missing, is_news=is_news)

    async def _placed(self, client: AsyncWebClient, seen: SeenRoster, *, by: PersonId) -> View:
        if not seen.fingerprint:
            # Nothing is done that was not looked at.
            return await self._previewed(client, seen.sent)
        roster, _ = await self._read(client, seen.sent)
        roster = replace(roster, seen=seen.fingerprint)
        try:
            changes = await apply_roster(self._house.world, roster, at=self._house.clock.now(), by=by)
        except RosterMoved:
            return await self._previewed(client, seen.sent, is_news=True)
        self._house.poke()
        # What Home showed when the form was sent is outdated only now.
        self._house.tasks.start("channels_of_roster_seen", look_around(client, self._house, by))
        return placed_form(changes_in_words(changes), channels_of(changes))

    async def _read(self, client: AsyncWebClient, sent: Sent) -> tuple[Roster, tuple[str, ...]]:
        """A roster whose people were looked up, and what is said of the columns beside it."""
        text = await read_roster_file(client, sent.file_id) if sent.file_id else sent.rows
        draft = await asyncio.to_thread(draft_roster, text, program=self._house.world.program)
        found = await self._who(client, text, draft)
        return Roster(text, found, remove_missing=sent.remove_missing), reading_in_words(draft, found)

    async def _who(self, client: AsyncWebClient, text: str, draft: RosterDraft) -> Found:
        key, at = hashlib.sha256(text.encode()).hexdigest(), self._house.clock.now()
        self._kept = {each: kept for each, kept in self._kept.items() if abs(at - kept.since) < KEPT_FOR}
        if key in self._kept:
            return self._kept[key].found
        members = SlackMembership(client, self._pace)
        channels = await find_channels(members, draft.channels)
        found = replace(await find_people(self._house.world, members, draft.people, at=at), channels=channels)
        if not found.trouble and len(channels) == len(draft.channels):
            # Whoever is missing may have joined until the roster comes again.
            self._kept[key] = _Kept(found, at)
        return found


async def _show(client: AsyncWebClient, waiting: str, view: View) -> None:
    """Put a view in the place of the form that waits, which Slack may know of only in a moment; not where it was
    closed."""
    for _ in range(SHOWN_TRIES):
        try:
            await client.views_update(external_id=waiting, view=view)
        except SLACK_FAILURES as failure:
            if isinstance(what_now(failure), GiveUp) and not _is_not_there_yet(failure):
                log("roster_not_shown", level=WARNING, error=failure)
                return
            await asyncio.sleep(SHOWN_AGAIN_AFTER)
        else:
            return


def _is_not_there_yet(failure: Exception) -> bool:
    return isinstance(failure, SlackApiError) and failure.response.get("error") == "not_found"
