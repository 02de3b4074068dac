"""Somebody wants to answer a question, or to open what they saved."""

from datetime import date
from functools import lru_cache
from typing import Any

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.domain.program import SupportLine
from bot.flows.answer_prompt import open_form
from bot.flows.reply_forms import Form
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in, question_of_button
from bot.slack.switchboard import Switchboard
from bot.slack.views import question
from bot.slack.views.reply_form import reply_form


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form behind *Answer* and *Open*."""
    program = house.world.program

    async def open_the_form(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        on, person = question_of_button(body), person_in(body)
        form = await open_form(house.world, person, on, at=house.clock.now())
        draw = _drawn if form.is_fresh else _draw
        await open_view(client, body, draw(form, on, program.smallest_group, program.support_lines))
        # Nobody waits for them while writing.
        house.names.learn(client, person, on, at=house.clock.now())
        await ack()

    switchboard.action(question.ANSWER_ID, needs=Action.ANSWER)(open_the_form)
    switchboard.action(question.OPEN_ID, needs=Action.ANSWER)(open_the_form)


def _draw(form: Form, on: date, voices: int, support: tuple[SupportLine, ...]) -> dict[str, Any]:
    drawn: dict[str, Any] = reply_form(form, on, voices=voices, support=support).to_dict()
    return drawn


# On one evening everybody opens the same empty form, and drawing it takes longer than opening it. One that holds
# somebody's words is remembered nowhere.
_drawn = lru_cache(maxsize=32)(_draw)
