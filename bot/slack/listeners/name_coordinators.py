"""A coordinator says who coordinates."""

import asyncio
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.coordinators import Doubts, Wish
from bot.domain.errors import CoordinatorsRefused, PressAgain
from bot.domain.permissions import Action
from bot.flows.name_coordinators import doubts_about, list_coordinators, name_coordinators, require_people
from bot.slack.directory import SlackDirectory
from bot.slack.home_tab import refresh_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, confirmed_coordinators_in, person_in, wish_for_coordinators
from bot.slack.switchboard import Switchboard
from bot.slack.views.coordinators_form import (
    CALLBACK_ID,
    CONFIRM_ID,
    OPEN_ID,
    PEOPLE,
    changed_notice,
    confirm_form,
    coordinators_form,
)
from bot.slack.views.notice import notice

LOOKED_UP_WITHIN: Final = 1.5
"""Seconds that somebody may wait who has just sent the form."""


def register(switchboard: Switchboard, house: House) -> None:
    """Open the list, and commit what was changed in it. The Home tabs of whom it concerns follow at once."""

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, coordinators_form(await list_coordinators(house.world)))
        await ack()

    async def save(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        wish = wish_for_coordinators(body)
        try:
            doubts = await _doubts(house, body, client, wish)
            if doubts.any:
                await ack(response_action="push", view=confirm_form(wish, doubts))
                return
            await ack(response_action="update", view=await _name(house, body, client, wish))
        except CoordinatorsRefused as error:
            await ack(response_action="errors", errors={PEOPLE: str(error)})

    async def save_after_all(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        try:
            view = await _name(house, body, client, confirmed_coordinators_in(body))
        except CoordinatorsRefused as error:
            # Here is no field under which it could stand; the form below still holds what was chosen.
            view = notice(str(error))
        await ack(response_action="update", view=view)

    switchboard.action(OPEN_ID, needs=Action.NAME_COORDINATORS)(ask)
    switchboard.view(CALLBACK_ID, needs=Action.NAME_COORDINATORS)(save)
    switchboard.view(CONFIRM_ID, needs=Action.NAME_COORDINATORS)(save_after_all)


async def _doubts(house: House, body: Body, client: AsyncWebClient, wish: Wish) -> Doubts:
    try:
        async with asyncio.timeout(LOOKED_UP_WITHIN):
            guests = await require_people(SlackDirectory(client), wish.added)
    except TimeoutError as late:
        raise PressAgain from late
    return await doubts_about(house.world, person_in(body), wish, guests=guests, at=house.clock.now())


async def _name(house: House, body: Body, client: AsyncWebClient, wish: Wish) -> View:
    change = await name_coordinators(house.world, person_in(body), wish, at=house.clock.now())
    house.poke()
    for person in (*change.named, *change.removed):
        house.tasks.start("home_refresh", refresh_home(client, house, person))
    return changed_notice(change, by=person_in(body))
