"""Somebody wants everything about them deleted."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.delete_everything import delete_everything, require_student
from bot.slack.home_tab import publish_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in
from bot.slack.responses import within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import delete_form, own_data


def register(switchboard: Switchboard, house: House) -> None:
    """Ask once, then delete; whoever sends the form twice reads the same twice."""

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await require_student(house.world, person_in(body))
        await open_view(client, body, delete_form.delete_form())
        await ack()

    async def delete(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await delete_everything(house.world, person_in(body), at=house.clock.now())
        house.poke()
        # Home still shows the journal; what can't be taken away now goes at the next beat.
        await within_time(publish_home(client, house, person_in(body)))
        await ack(response_action="update", view=delete_form.goodbye())

    switchboard.action(own_data.DELETE_ID, needs=Action.KEEP_OWN_DATA)(ask)
    switchboard.view(delete_form.CALLBACK_ID, needs=Action.KEEP_OWN_DATA)(delete)
