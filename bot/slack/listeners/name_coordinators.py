"""A coordinator says who coordinates."""

import asyncio
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.coordinators import NewList
from bot.domain.errors import CoordinatorsRefused, PressAgain
from bot.domain.permissions import Action
from bot.flows.name_coordinators import list_coordinators, name_coordinators, require_people
from bot.slack.directory import SlackDirectory
from bot.slack.home_tab import refresh_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in, wish_for_coordinators
from bot.slack.switchboard import Switchboard
from bot.slack.views.coordinators_form import CALLBACK_ID, OPEN_ID, PEOPLE, changed_notice, coordinators_form

LOOKED_UP_WITHIN: Final = 1.5
"""Seconds that somebody may wait who has just sent the form."""


def register(switchboard: Switchboard, house: House) -> None:
    """Open the list, and commit what was changed in it. The Home tabs of whom it concerns follow at once."""

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, coordinators_form(await list_coordinators(house.world)))
        await ack()

    async def save(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        try:
            change = await _save(house, body, client)
        except CoordinatorsRefused as error:
            await ack(response_action="errors", errors={PEOPLE: str(error)})
            return
        house.poke()
        for person in (*change.named, *change.removed):
            house.tasks.start("home_refresh", refresh_home(client, house, person))
        await ack(response_action="update", view=changed_notice(change, by=person_in(body)))

    switchboard.action(OPEN_ID, needs=Action.NAME_COORDINATORS)(ask)
    switchboard.view(CALLBACK_ID, needs=Action.NAME_COORDINATORS)(save)


async def _save(house: House, body: Body, client: AsyncWebClient) -> NewList:
    wish = wish_for_coordinators(body)
    try:
        async with asyncio.timeout(LOOKED_UP_WITHIN):
            await require_people(SlackDirectory(client), wish.added)
    except TimeoutError as late:
        raise PressAgain from late
    return await name_coordinators(house.world, person_in(body), wish, at=house.clock.now())
