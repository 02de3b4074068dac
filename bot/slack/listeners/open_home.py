"""Somebody opens the Home tab."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.reach_people import found_again
from bot.slack.channels import see_what_was_mended
from bot.slack.home_tab import publish_home
from bot.slack.requests import Body, House, home_that_stands, person_in
from bot.slack.switchboard import Switchboard


def register(switchboard: Switchboard, house: House) -> None:
    """Publish Home for whoever opens it; Slack sends the same event for the Messages tab."""

    async def show(body: Body, client: AsyncWebClient) -> None:
        person = person_in(body)
        # Whoever comes in is there, whatever Slack said last.
        if await found_again(house.world, person, at=house.clock.now()):
            house.poke()
        if body["event"].get("tab") == "home":
            await publish_home(client, house, person, stands=home_that_stands(body))
            house.tasks.start("channels_seen_again", see_what_was_mended(client, house, person))

    switchboard.event("app_home_opened", needs=Action.TALK)(show)
