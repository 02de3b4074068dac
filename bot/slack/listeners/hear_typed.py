"""Somebody simply types to the bot."""

from bot.domain.permissions import Action
from bot.flows.hear_typed import hear_typed
from bot.flows.reach_people import found_again
from bot.slack.requests import Body, House, typed_in
from bot.slack.switchboard import Switchboard


def register(switchboard: Switchboard, house: House) -> None:
    """Answer what a person typed by way of the outbox. Slack tells of changed and deleted messages in the same way."""

    async def hear(body: Body) -> None:
        typed, at = typed_in(body), house.clock.now()
        if typed is None:
            return
        # Whoever types is there, whatever Slack said last.
        found = await found_again(house.world, typed.person, at=at)
        if await hear_typed(house.world, typed, known=house.names.of(typed.person), at=at) or found:
            house.poke()

    switchboard.event("message", needs=Action.TALK)(hear)
