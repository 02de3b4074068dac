"""Somebody wants everything that they wrote."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.send_journal import send_journal
from bot.slack.requests import Body, House, person_in
from bot.slack.responses import within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import own_data
from bot.slack.views.notice import notice


def register(switchboard: Switchboard, house: House) -> None:
    """Have the journal sent by way of the outbox, and say that it comes."""

    async def send(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        asked = await send_journal(house.world, person_in(body), at=house.clock.now())
        house.poke()
        # The file comes whether or not this can be shown.
        await within_time(client.views_open(trigger_id=body["trigger_id"], view=notice(own_data.SENTENCES[asked])))
        await ack()

    switchboard.action(own_data.SEND_ID, needs=Action.KEEP_OWN_DATA)(send)
