"""A coordinator reads what was changed, by whom."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import SettingRefused
from bot.domain.permissions import Action
from bot.flows.read_audit import read_audit, read_entry
from bot.slack.opening import open_view, push_view
from bot.slack.requests import Body, House, entry_of_button, page_of_button
from bot.slack.responses import shown_in_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.audit_list import (
    ENTRY_AFTER_ID,
    ENTRY_BEFORE_ID,
    ENTRY_ID,
    NEWER_ID,
    OLDER_ID,
    OPEN_ID,
    audit_entry,
    audit_list,
)


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

    async def show_entry(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await push_view(client, body, await _entry(house, body))
        await ack()

    async def turn_entry(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        page, shown = await _entry(house, body), body["view"]
        await shown_in_time(client.views_update(view_id=shown["id"], hash=shown["hash"], view=page))
        await ack()

    switchboard.action(OPEN_ID, needs=Action.SEE_DESK)(show)
    for action_id in (NEWER_ID, OLDER_ID):
        switchboard.action(action_id, needs=Action.SEE_DESK)(turn)
    switchboard.action(ENTRY_ID, needs=Action.SEE_DESK)(show_entry)
    for action_id in (ENTRY_BEFORE_ID, ENTRY_AFTER_ID):
        switchboard.action(action_id, needs=Action.SEE_DESK)(turn_entry)


async def _entry(house: House, body: Body) -> View:
    number, page = entry_of_button(body)
    found = await read_entry(house.world, number, page=page)
    if found is None:
        raise SettingRefused
    return audit_entry(found)
