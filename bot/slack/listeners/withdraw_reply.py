"""Somebody withdraws or deletes a reply."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.withdraw_reply import delete_reply, withdraw_reply
from bot.slack.home_tab import publish_home, refresh_home
from bot.slack.requests import Body, House, home_that_stands, is_on_home, person_in, question_of_button
from bot.slack.responses import within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import reply_form
from bot.slack.views.notice import notice


def register(switchboard: Switchboard, house: House) -> None:
    """Commit it, then say so in the place of the form, or on Home where it was pressed there."""

    async def withdraw(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await withdraw_reply(house.world, person_in(body), question_of_button(body), at=house.clock.now())
        await _show(client, house, body, reply_form.WITHDRAWN)
        await ack()

    async def delete(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        used = await delete_reply(house.world, person_in(body), question_of_button(body), at=house.clock.now())
        await _show(client, house, body, reply_form.DELETED_AFTER_USE if used else reply_form.DELETED)
        await ack()

    switchboard.action(reply_form.WITHDRAW_ID, needs=Action.ANSWER)(withdraw)
    switchboard.action(reply_form.DELETE_ID, needs=Action.ANSWER)(delete)


async def _show(client: AsyncWebClient, house: House, body: Body, sentence: str) -> None:
    if is_on_home(body):
        await within_time(publish_home(client, house, person_in(body), stands=home_that_stands(body)))
        return
    # The form stands above a Home tab that still shows what was.
    house.tasks.start("home_refresh", refresh_home(client, house, person_in(body)))
    view = body["view"]
    # With its hash: a second press comes too late for a form that says so already.
    await within_time(client.views_update(view_id=view["id"], hash=view["hash"], view=notice(sentence)))
