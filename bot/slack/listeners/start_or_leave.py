"""Somebody starts, changes the pace, declines for now, or leaves."""

from functools import lru_cache

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import Pace, Standing, Student
from bot.domain.permissions import Action
from bot.flows.set_pace import decline, leave, start
from bot.slack.home_tab import publish_home
from bot.slack.requests import Body, House, button_in, home_that_stands, is_on_home, person_in
from bot.slack.responses import respond, within_time
from bot.slack.switchboard import Switchboard
from bot.slack.views import pace
from bot.slack.views.message import Drawn
from bot.slack.views.welcome import answered


def register(switchboard: Switchboard, house: House) -> None:
    """Commit every press, then show it where it was made, then acknowledge it."""

    async def press(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        student = await _change(house, body)
        house.poke()
        if is_on_home(body):
            await within_time(publish_home(client, house, student.id, stands=home_that_stands(body)))
        else:
            drawn = _drawn(house.world.program.smallest_group, student.standing, student.pace)
            await within_time(respond(client, body, drawn, replace=True))
        await ack()

    for action_id in pace.START_IDS:
        switchboard.action(action_id, needs=Action.CHOOSE_PACE)(press)
    for action_id in (pace.DECLINE_ID, pace.LEAVE_ID):
        switchboard.action(action_id, needs=Action.KEEP_OWN_DATA)(press)


async def _change(house: House, body: Body) -> Student:
    person, at = person_in(body), house.clock.now()
    match button_in(body):
        case pace.DECLINE_ID:
            return await decline(house.world, person, at=at)
        case pace.LEAVE_ID:
            return await leave(house.world, person, at=at)
        case action_id:
            return await start(house.world, person, pace.START_IDS[action_id], at=at)


@lru_cache(maxsize=32)
def _drawn(voices: int, standing: Standing, pace_now: Pace) -> Drawn:
    """On the morning on which a rotation begins a hundred people press the same button."""
    return Drawn.of(answered(voices, standing, pace_now))
