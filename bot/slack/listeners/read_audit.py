"""A coordinator reads what was changed, by whom."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.read_audit import read_audit
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, page_of_button
from bot.slack.responses import shown_in_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.audit_list import NEWER_ID, OLDER_ID, OPEN_ID, audit_list


def register(switchboard: Switchboard, house: House) -> None:
    """Open the newest page, or put another one in its place."""

    async def show(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, audit_list(await read_audit(house.world, page=1)))
        await ack()

    async def turn(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        page, shown = audit_list(await read_audit(house.world, page=page_of_button(body))), body["view"]
        # With its hash: a second press comes too late for a page that was turned already.
        await shown_in_time(client.views_update(view_id=shown["id"], hash=shown["hash"], view=page))
        await ack()

    switchboard.action(OPEN_ID, needs=Action.SEE_DESK)(show)
    for action_id in (NEWER_ID, OLDER_ID):
        switchboard.action(action_id, needs=Action.SEE_DESK)(turn)
