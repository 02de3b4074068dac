"""Somebody takes the offer of a slower pace, or keeps everything as it is."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.set_pace import keep_on, slow_down
from bot.slack.requests import Body, House, button_in, person_in
from bot.slack.responses import respond, within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.message import Drawn
from bot.slack.views.offer import KEEP_ID, SLOWER_IDS, kept, slowed


def register(switchboard: Switchboard, house: House) -> None:
    """Commit the choice, and let the offer say what came of it."""

    async def slower(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        pace = SLOWER_IDS[button_in(body)]
        own = await slow_down(house.world, person_in(body), pace, at=house.clock.now())
        house.poke()
        await within_time(respond(client, body, Drawn.of(slowed(own.pace)), replace=True))
        await ack()

    async def keep(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        own = await keep_on(house.world, person_in(body), at=house.clock.now())
        await within_time(respond(client, body, Drawn.of(kept(own.pace)), replace=True))
        await ack()

    for action_id in SLOWER_IDS:
        switchboard.action(action_id, needs=Action.CHOOSE_PACE)(slower)
    switchboard.action(KEEP_ID, needs=Action.CHOOSE_PACE)(keep)
