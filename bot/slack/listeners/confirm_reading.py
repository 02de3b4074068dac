"""A preceptor confirms how a digest is to be read."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.confirm_reading import confirm_reading
from bot.flows.sayings import Briefing
from bot.slack.home_tab import publish_home, refresh_home
from bot.slack.requests import Body, House, home_that_stands, is_in_briefing, is_on_home, person_in
from bot.slack.responses import respond, within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.briefing import CONFIRM_ID, CONFIRMED, briefing
from bot.slack.views.message import Drawn
from bot.slack.views.notice import note


def register(switchboard: Switchboard, house: House) -> None:
    """Commit it, then show it where it was pressed: on Home, in the briefing, or below a digest, which stays."""

    async def confirm(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        person = person_in(body)
        read = await confirm_reading(house.world, person, at=house.clock.now())
        if is_on_home(body):
            await within_time(publish_home(client, house, person, stands=home_that_stands(body)))
        else:
            house.tasks.start("home_refresh", refresh_home(client, house, person))
            await within_time(_show(client, body, read))
        await ack()

    switchboard.action(CONFIRM_ID, needs=Action.CONFIRM_READING)(confirm)


async def _show(client: AsyncWebClient, body: Body, read: Briefing) -> None:
    is_briefing = is_in_briefing(body)
    shown = briefing(read.cohorts, read.voices, is_confirmed=True) if is_briefing else note(CONFIRMED)
    await respond(client, body, Drawn.of(shown), replace=is_briefing)
