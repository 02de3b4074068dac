"""Somebody saves a reply."""

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import ReplyRefused
from bot.flows.take_reply import Saved, Stopped, take_reply
from bot.slack.requests import Body, House, draft_in, person_in, question_of_form, text_block_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import reply_form
from bot.slack.views.saved_notice import saved_notice
from bot.slack.views.share_words_form import share_words_form


def register(switchboard: Switchboard, house: House) -> None:
    """Keep a sent form, or say under its fields what stands in the way."""

    async def save(body: Body, ack: AsyncAck) -> None:
        on = question_of_form(body)
        try:
            outcome = await take_reply(
                house.world, draft_in(body), student=person_in(body), on=on, at=house.clock.now()
            )
        except ReplyRefused as error:
            await ack(response_action="errors", errors=reply_form.errors_for(error, text_block=text_block_in(body)))
            return
        match outcome:
            case Stopped(findings=findings):
                await ack(response_action="errors", errors=reply_form.stopped(findings, text_block=text_block_in(body)))
            case Saved(distress=True):
                house.poke()
                await ack(response_action="update", view=saved_notice(house.world.program.support_lines))
            case Saved(offer=str(offer), version=version):
                house.poke()
                await ack(response_action="update", view=share_words_form(offer, on, version))
            case Saved():
                house.poke()
                await ack()

    switchboard.view(reply_form.CALLBACK_ID)(save)
