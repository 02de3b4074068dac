"""Somebody wants to answer a question, or to open what they saved."""

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.answer_prompt import open_form
from bot.slack.requests import Body, House, person_in, question_of_button
from bot.slack.views import question
from bot.slack.views.reply_form import reply_form


def register(app: AsyncApp, house: House) -> None:
    """Open the form behind *Answer* and *Open*."""
    program = house.world.program

    async def open_the_form(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        on = question_of_button(body)
        form = await open_form(house.world, person_in(body), on, at=house.clock.now())
        view = reply_form(form, on, voices=program.smallest_group, support=program.support_lines)
        await client.views_open(trigger_id=body["trigger_id"], view=view)
        await ack()

    app.action(question.ANSWER_ID)(open_the_form)
    app.action(question.OPEN_ID)(open_the_form)
