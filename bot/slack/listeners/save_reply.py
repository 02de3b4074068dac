"""Somebody saves a reply."""

from datetime import date

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import NotYourQuestion, ReplyRefused
from bot.domain.program import Program
from bot.flows.take_reply import Late, Outdated, Saved, Stopped, take_reply
from bot.slack.requests import Body, House, draft_in, opened_in, person_in, text_block_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import reply_form
from bot.slack.views.outdated_form import outdated_form
from bot.slack.views.saved_notice import saved_notice
from bot.slack.views.share_words_form import share_words_form
from bot.slack.views.stopped_form import stopped_form


def register(switchboard: Switchboard, house: House) -> None:
    """Keep a sent form, or say in it what stands in the way."""

    async def save(body: Body, ack: AsyncAck) -> None:
        opened = opened_in(body)
        try:
            outcome = await take_reply(
                house.world,
                draft_in(body),
                student=person_in(body),
                on=opened.on,
                version=opened.version,
                at=house.clock.now(),
            )
        except NotYourQuestion:
            # Answered where it is known whether they had everything deleted.
            raise
        except ReplyRefused as error:
            await ack(response_action="errors", errors=reply_form.errors_for(error, text_block=text_block_in(body)))
            return
        if isinstance(outcome, Saved | Late):
            house.poke()
        await _answer(outcome, opened.on, house.world.program, ack, text_block=text_block_in(body))

    switchboard.view(reply_form.CALLBACK_ID)(save)


async def _answer(
    outcome: Saved | Late | Stopped | Outdated, on: date, program: Program, ack: AsyncAck, *, text_block: str
) -> None:
    support = program.support_lines
    match outcome:
        case Stopped(distress=True):
            view = stopped_form(outcome, on, voices=program.smallest_group, support=support)
            await ack(response_action="update", view=view)
        case Stopped(findings=findings):
            await ack(response_action="errors", errors=reply_form.stopped(findings, text_block=text_block))
        case Outdated():
            view = outdated_form(outcome, on, voices=program.smallest_group, support=support)
            await ack(response_action="update", view=view)
        case Late(form=form):
            await ack(response_action="update", view=reply_form.late_form(form, on, support=support))
        case Saved(distress=True):
            await ack(response_action="update", view=saved_notice(support))
        case Saved(offer=str(offer), version=version):
            await ack(response_action="update", view=share_words_form(offer, on, version))
        case Saved():
            await ack()
