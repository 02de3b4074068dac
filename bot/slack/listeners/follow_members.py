"""Slack says that an account was closed, or opened again."""

from bot.flows.reach_people import found_again, lose
from bot.slack.requests import Body, House, person_in, profile_of
from bot.slack.switchboard import Switchboard


def register(switchboard: Switchboard, house: House) -> None:
    """Send a student nothing while the account is closed, and go on afterwards. Most events are about other things."""

    async def follow(body: Body) -> None:
        person, at = person_in(body), house.clock.now()
        why = profile_of(body["event"]["user"]).unreachable
        if why:
            await lose(house.world, person, why, at=at)
        elif await found_again(house.world, person, at=at):
            house.poke()

    switchboard.event("user_change")(follow)
