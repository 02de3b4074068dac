"""Somebody types /bedside."""

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.permissions import Action
from bot.flows.tell_today import tell_today
from bot.slack.requests import Body, House, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.views.today import COMMAND, today


def register(switchboard: Switchboard, house: House) -> None:
    """Answer with today's lesson, to this person only."""

    async def show(body: Body, ack: AsyncAck) -> None:
        answer = today(await tell_today(house.world, person_in(body), at=house.clock.now()))
        await ack(text=answer.escaped_text, blocks=answer.block_dicts, response_type="ephemeral")

    switchboard.command(COMMAND, needs=Action.TALK)(show)
