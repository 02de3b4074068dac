"""Somebody opens the form with what they typed."""

import asyncio
from dataclasses import dataclass
from logging import ERROR, WARNING
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import BedsideError, StartRefused
from bot.domain.outbox import GiveUp
from bot.domain.people import PersonId
from bot.domain.permissions import Action
from bot.domain.typed import fill
from bot.flows.answer_prompt import open_form
from bot.flows.delete_everything import as_meant
from bot.logs import log
from bot.slack.opening import open_view
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import Body, House, PressedOffer, offer_in, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.typed_messages import read_typed
from bot.slack.views.notice import TROUBLE, notice
from bot.slack.views.typed_answer import OFFER_ID
from bot.slack.views.typed_form import GONE, NOT_NOW, typed_form, waiting_form

READ_WITHIN: Final = 1.5
FILLED_WITHIN: Final = 2.5
"""Seconds, those for reading among them."""
SHOWN_WITHIN: Final = 1.2
"""Seconds for each of two tries. Together that is how long somebody may look at a form that waits."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A waiting form in front of a person, as Slack knows it."""

    client: AsyncWebClient
    view_id: str
    hash: str


def register(switchboard: Switchboard, house: House) -> None:
    """Open a form that waits, at once; a task fills it with the text, or with a sentence on why there is none."""

    async def open_waiting(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        offer, person = offer_in(body), person_in(body)
        waiting = await open_view(client, body, waiting_form())
        opened = _Opened(client, waiting["id"], waiting["hash"])
        house.tasks.start("fill_typed_form", _fill(house, opened, person, offer))
        house.names.learn(client, person, offer.on, at=house.clock.now())
        await ack()

    switchboard.action(OFFER_ID, needs=Action.ANSWER)(open_waiting)


async def _fill(house: House, opened: _Opened, person: PersonId, offer: PressedOffer) -> None:
    """Put something else in the place of the waiting form, whatever happens."""
    try:
        async with asyncio.timeout(FILLED_WITHIN):
            view = await _filled(house, opened.client, person, offer)
    except BedsideError as error:
        meant = await as_meant(house.world, person, error)
        view = notice(TROUBLE if isinstance(meant, StartRefused) else str(meant))
    except Exception as error:  # noqa: BLE001 - whoever waits before the form is told, whatever went wrong
        log("typed_form_broke", level=ERROR, error=error)
        view = notice(TROUBLE)
    await _show(opened, view)


async def _filled(house: House, client: AsyncWebClient, person: PersonId, offer: PressedOffer) -> View:
    """The form of one of the person's own questions, or why the text is not in it. Raises what `open_form` raises."""
    form = await open_form(house.world, person, offer.on, at=house.clock.now())
    try:
        async with asyncio.timeout(READ_WITHIN):
            typed = await read_typed(client, person, channel=offer.channel, place=offer.place)
    except SLACK_FAILURES as failure:
        log("typed_text_not_read", level=WARNING, error=failure)
        return notice(NOT_NOW)
    if typed is None:
        return notice(GONE)
    filled = fill(form.text, typed, key=house.world.mark_keys[0], known=house.names.of(person))
    return typed_form(form, filled, offer.on, house.world.program)


async def _show(opened: _Opened, view: View) -> None:
    """Show it unless the form was closed or has changed meanwhile; where Slack does not answer, a second time."""
    failure = await _update(opened, view) and await _update(opened, view)
    if failure:
        log("typed_form_not_shown", level=WARNING, error=failure)


async def _update(opened: _Opened, view: View) -> Exception | None:
    """What went wrong in such a way that trying again makes sense."""
    try:
        async with asyncio.timeout(SHOWN_WITHIN):
            await opened.client.views_update(view_id=opened.view_id, hash=opened.hash, view=view)
    except SLACK_FAILURES as failure:
        return None if isinstance(what_now(failure), GiveUp) else failure
    return None
