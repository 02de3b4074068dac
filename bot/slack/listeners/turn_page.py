"""Somebody turns a page of the journal, or of the desk, on the Home tab, or goes from one to the other."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.slack.home_tab import publish_home
from bot.slack.requests import Body, House, home_that_stands, page_of_button, person_in
from bot.slack.responses import shown_in_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.desk_buttons import CLOSE_ID, OPEN_ID, PAGE_BEFORE_ID, PAGE_ID
from bot.slack.views.home import journal


def register(switchboard: Switchboard, house: House) -> None:
    """Publish Home with another page, as it is now. Whoever presses sees their own Home and nobody else's."""

    async def turn(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await _show(client, house, body, desk=False)
        await ack()

    async def turn_desk(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await _show(client, house, body, desk=True)
        await ack()

    for action_id in (journal.NEWER_ID, journal.OLDER_ID, CLOSE_ID):
        switchboard.action(action_id, needs=Action.TALK)(turn)
    for action_id in (PAGE_ID, PAGE_BEFORE_ID, OPEN_ID):
        switchboard.action(action_id, needs=Action.TALK)(turn_desk)


async def _show(client: AsyncWebClient, house: House, body: Body, *, desk: bool) -> None:
    stands, page = home_that_stands(body), page_of_button(body)
    await shown_in_time(publish_home(client, house, person_in(body), stands=stands, page=page, desk=desk))
