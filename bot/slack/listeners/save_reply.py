"""Somebody saves a reply."""

from datetime import date

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import NotYourQuestion, ReplyRefused
from bot.domain.permissions import Action
from bot.domain.program import Program
from bot.domain.reply import Sharing
from bot.domain.screening import NO_CARE
from bot.flows.take_reply import Late, Outdated, Refused, Saved, Stopped, take_reply
from bot.slack.requests import Body, House, draft_in, opened_in, person_in, text_block_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import reply_form
from bot.slack.views.outdated_form import outdated_form
from bot.slack.views.saved_notice import refused_notice, saved_notice
from bot.slack.views.share_words_form import Shown, share_words_form
from bot.slack.views.stopped_form import stopped_form


def register(switchboard: Switchboard, house: House) -> None:
    """Keep a sent form, or say in it what stands in the way."""

    async def save(body: Body, ack: AsyncAck) -> None:
        opened, person = opened_in(body), person_in(body)
        try:
            outcome = await take_reply(
                house.world,
                draft_in(body),
                student=person,
                on=opened.on,
                version=opened.version,
                kept=opened.kept,
                known=house.names.of(person),
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

    switchboard.view(reply_form.CALLBACK_ID, needs=Action.ANSWER)(save)


async def _answer(
    outcome: Saved | Late | Stopped | Outdated | Refused, on: date, program: Program, ack: AsyncAck, *, text_block: str
) -> None:
    match outcome:
        case Stopped():
            view = stopped_form(outcome, on, program, text_block=text_block)
        case Outdated():
            view = outdated_form(outcome, on, program, text_block=text_block)
        case Late(form=form, care=care):
            view = reply_form.late_form(form, on, program, care=care)
        case Refused():
            view = refused_notice(outcome, program)
        case Saved(offer=str(offer), version=version, sharing=sharing, care=care, kept=kept):
            is_shared = sharing is Sharing.WORDS
            shown = Shown(offer, on, version, kept, asks=care.mistreatment, is_shared=is_shared)
            view = share_words_form(shown, program, care=care)
        case Saved(care=care, sharing=sharing) if care != NO_CARE:
            view = saved_notice(care, program, shares=sharing is not Sharing.JOURNAL)
        case Saved():
            await ack()
            return
    await ack(response_action="update", view=view)
