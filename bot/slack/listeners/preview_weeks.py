"""A coordinator looks at what goes out when in a rotation."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import RotationGone
from bot.domain.permissions import Action
from bot.flows.preview_rotation import preview_week
from bot.slack.opening import open_view, push_view
from bot.slack.requests import Body, House, week_of_button
from bot.slack.responses import shown_in_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.preview_week import EARLIER_ID, LATER_ID, OPEN_ID, preview_view


def register(switchboard: Switchboard, house: House) -> None:
    """Open the first week, above the form in which somebody pressed where there is one, or put another one in its
    place."""

    async def show(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        # Above the form in which it was pressed, so that nothing is lost there; Home is no form.
        in_a_form = (body.get("view") or {}).get("type") == "modal"
        await (push_view if in_a_form else open_view)(client, body, await _drawn(house, body))
        await ack()

    async def turn(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        week, shown = await _drawn(house, body), body["view"]
        # With its hash: a second press comes too late for a page that was turned already.
        await shown_in_time(client.views_update(view_id=shown["id"], hash=shown["hash"], view=week))
        await ack()

    switchboard.action(OPEN_ID, needs=Action.SEE_DESK)(show)
    for action_id in (EARLIER_ID, LATER_ID):
        switchboard.action(action_id, needs=Action.SEE_DESK)(turn)


async def _drawn(house: House, body: Body) -> View:
    rotation, page = week_of_button(body)
    found = await preview_week(house.world, rotation, page=page, at=house.clock.now())
    if found is None:
        raise RotationGone
    return preview_view(found)
