"""Somebody skips a question."""

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.permissions import Action
from bot.flows.skip_question import skip_question
from bot.slack.requests import Body, House, person_in, question_of_button
from bot.slack.switchboard import Switchboard
from bot.slack.views import question


def register(switchboard: Switchboard, house: House) -> None:
    """Close a question; its message turns into "Done for today" by way of the outbox."""

    async def skip(body: Body, ack: AsyncAck) -> None:
        on = question_of_button(body)
        await skip_question(house.world, person_in(body), on, at=house.clock.now())
        house.poke()
        await ack()

    switchboard.action(question.SKIP_ID, needs=Action.ANSWER)(skip)
