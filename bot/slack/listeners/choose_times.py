"""Somebody chooses own times, goes back to the rotation's, or turns the day around for nights."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import RotationOver, SettingRefused
from bot.domain.permissions import Action
from bot.flows.choose_times import choose_times, follow_rotation, turn_day
from bot.flows.set_pace import keep_on
from bot.slack.home_tab import publish_home
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, button_in, home_that_stands, is_for_nights, person_in, times_in
from bot.slack.responses import within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import own_times


def register(switchboard: Switchboard, house: House) -> None:
    """Commit what was chosen, then show it on Home, where all of it is pressed."""
    world, now = house.world, house.clock.now

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        own = await keep_on(world, person_in(body), at=now())
        if own.times is None or own.hours is None:
            raise RotationOver
        await open_view(client, body, own_times.times_form(own.times, own.hours))
        await ack()

    async def save(body: Body, ack: AsyncAck) -> None:
        times = times_in(body)
        try:
            await choose_times(world, person_in(body), times, nights=is_for_nights(body), at=now())
        except SettingRefused as error:
            await ack(response_action="errors", errors=own_times.errors_for(error, times))
            return
        house.poke()
        await ack()

    async def turn(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        person, pressed = person_in(body), button_in(body)
        if pressed == own_times.USUAL_ID:
            await follow_rotation(world, person, at=now())
        else:
            await turn_day(world, person, nights=pressed == own_times.NIGHTS_ID, at=now())
        house.poke()
        await within_time(publish_home(client, house, person, stands=home_that_stands(body)))
        await ack()

    switchboard.action(own_times.CHANGE_ID, needs=Action.CHOOSE_PACE)(ask)
    switchboard.view(own_times.CALLBACK_ID, needs=Action.CHOOSE_PACE)(save)
    for action_id in (own_times.NIGHTS_ID, own_times.DAYS_ID, own_times.USUAL_ID):
        switchboard.action(action_id, needs=Action.CHOOSE_PACE)(turn)
