"""Somebody stops sharing."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.stop_sharing import stop_sharing
from bot.slack.home_tab import publish_home
from bot.slack.requests import Body, House, home_that_stands, person_in
from bot.slack.responses import within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.sharing import STOP_ID


def register(switchboard: Switchboard, house: House) -> None:
    """Take everything back that no digest has used, then show it on Home."""

    async def stop(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        person = person_in(body)
        await stop_sharing(house.world, person, at=house.clock.now())
        await within_time(publish_home(client, house, person, stands=home_that_stands(body)))
        await ack()

    switchboard.action(STOP_ID, needs=Action.KEEP_OWN_DATA)(stop)
