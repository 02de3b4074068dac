"""Somebody asks how sharing works."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import NotOnRoster
from bot.domain.permissions import Action
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import how_sharing_works


def register(switchboard: Switchboard, house: House) -> None:
    """Show it to a student; nobody else is told anything about the program."""

    async def explain(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        if await house.world.glances.student(person_in(body)) is None:
            raise NotOnRoster
        await open_view(client, body, how_sharing_works.how_sharing_works(house.world.program))
        await ack()

    switchboard.action(how_sharing_works.OPEN_ID, needs=Action.KEEP_OWN_DATA)(explain)
