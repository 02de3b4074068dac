"""Publishes a person's Home tab as it is now."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import PersonId
from bot.flows.open_home import open_home
from bot.slack.requests import House
from bot.slack.views.home import home


async def publish_home(client: AsyncWebClient, house: House, person: PersonId) -> None:
    """Show a person what they may see now; doing it twice changes nothing."""
    found = await open_home(house.world, person, at=house.clock.now())
    await client.views_publish(user_id=person, view=home(found, support=house.world.program.support_lines))
