"""Slack says that somebody joined, that an account was closed or opened again, or of another time zone."""

from bot.domain.permissions import Action
from bot.flows.reach_people import found_again, lose
from bot.slack.requests import Body, House, person_in, profile_of
from bot.slack.switchboard import Switchboard


def register(switchboard: Switchboard, house: House) -> None:
    """Send a student nothing while the account is closed, go on afterwards, and go by the clocks of where the student
    is. Most events are about other things."""

    async def follow(body: Body) -> None:
        person, at = person_in(body), house.clock.now()
        profile = profile_of(body["event"]["user"])
        if profile.unreachable:
            await lose(house.world, person, profile.unreachable, at=at)
        elif await found_again(house.world, person, at=at, zone=profile.zone):
            house.poke()

    for event in ("user_change", "team_join"):
        switchboard.event(event, needs=Action.TALK)(follow)
