"""Somebody pauses, from under a question or on the Home tab, or comes back."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.set_pace import keep_on
from bot.flows.take_break import pause, resume
from bot.slack.home_tab import publish_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, break_in, date_in, home_that_stands, is_on_home, person_in
from bot.slack.responses import respond, within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views.message import Drawn, Message
from bot.slack.views.notice import note, notice
from bot.slack.views.pause import CALLBACK_ID, MENU_ID, RESUME_ID, RESUMED, UNTIL, pause_form, paused, paused_note


def register(switchboard: Switchboard, house: House) -> None:
    """Commit a pause or its end, then say so where it was pressed: beside the question, or on Home."""
    world, now = house.world, house.clock.now

    async def choose(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        if (chosen := break_in(body)) is None:
            own = await keep_on(world, person_in(body), at=now())
            await open_view(client, body, pause_form(own))
        else:
            own = await pause(world, person_in(body), chosen, at=now())
            await _show(body, client, house, paused_note(own), replace=False)
        await ack()

    async def save(body: Body, ack: AsyncAck) -> None:
        own = await pause(world, person_in(body), date_in(body, UNTIL), at=now())
        await ack(response_action="update", view=notice(paused(own)))

    async def come_back(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await resume(world, person_in(body), at=now())
        house.poke()
        await _show(body, client, house, note(RESUMED), replace=True)
        await ack()

    switchboard.action(MENU_ID, needs=Action.CHOOSE_PACE)(choose)
    switchboard.action(RESUME_ID, needs=Action.CHOOSE_PACE)(come_back)
    switchboard.view(CALLBACK_ID, needs=Action.CHOOSE_PACE)(save)


async def _show(body: Body, client: AsyncWebClient, house: House, message: Message, *, replace: bool) -> None:
    if is_on_home(body):
        await within_time(publish_home(client, house, person_in(body), stands=home_that_stands(body)))
    else:
        await within_time(respond(client, body, Drawn.of(message), replace=replace))
