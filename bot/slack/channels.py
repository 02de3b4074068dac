"""Looks at the channels of digests where a coordinator waits to see what is wrong with them."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import CohortId, PersonId
from bot.flows.watch_channels import look_again, look_at_channels
from bot.slack.directory import SlackDirectory
from bot.slack.home_tab import refresh_home
from bot.slack.requests import House


async def look_around(
    client: AsyncWebClient, house: House, person: PersonId, *, cohort: CohortId | None = None
) -> None:
    """After something was set up: look at the channel of a cohort, or at those of the newest ones. Home shows what was
    seen, and every coordinator is told of it once."""
    # What was set up shows at once, however long Slack takes to show channels.
    await refresh_home(client, house, person, desk=True)
    if await look_at_channels(house.world, SlackDirectory(client), of=cohort, at=house.clock.now()):
        house.poke()
    await refresh_home(client, house, person, desk=True)


async def see_what_was_mended(client: AsyncWebClient, house: House, person: PersonId) -> None:
    """Whoever has invited Bedside to a channel comes Home to see that it is put right."""
    if await look_again(house.world, SlackDirectory(client), person, at=house.clock.now()):
        await refresh_home(client, house, person)
