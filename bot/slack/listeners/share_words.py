"""Somebody shares the words that the second form previews."""

from dataclasses import replace

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import NotYourQuestion, ReplyRefused
from bot.domain.permissions import Action
from bot.domain.program import Program
from bot.flows.share_words import Cleaned, Held, share_words
from bot.slack.requests import Body, House, person_in, preview_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import share_words_form
from bot.slack.views.saved_notice import held_notice
from bot.slack.views.share_words_form import Shown


def register(switchboard: Switchboard, house: House) -> None:
    """Commit an excerpt, or say what has to go first."""

    async def share(body: Body, ack: AsyncAck) -> None:
        preview, person = preview_in(body), person_in(body)
        try:
            held = await share_words(
                house.world,
                preview.shown.excerpt,
                student=person,
                on=preview.shown.on,
                version=preview.shown.version,
                keep_copy=preview.keep_copy,
                agreed=preview.agreed,
                kept=preview.kept,
                known=house.names.of(person),
                at=house.clock.now(),
            )
        except NotYourQuestion:
            # Answered where it is known whether they had everything deleted.
            raise
        except ReplyRefused as error:
            await ack(response_action="errors", errors=share_words_form.errors_for(error, preview.shown.block_id))
            return
        await _answer(held, preview.shown, house.world.program, ack)

    switchboard.view(share_words_form.CALLBACK_ID, needs=Action.ANSWER)(share)


async def _answer(held: Held | Cleaned | None, shown: Shown, program: Program, ack: AsyncAck) -> None:
    match held:
        case Held(care=care) if care.distress:
            view = held_notice(care, program, words=shown.excerpt)
        case Held(care=care, kept=kept):
            again = replace(shown, kept=kept, asks=shown.asks or care.mistreatment)
            view = share_words_form.held_form(held, again, program)
        case Cleaned(excerpt=excerpt):
            view = share_words_form.cleaned_form(shown.with_words(excerpt))
        case None:
            await ack()
            return
    await ack(response_action="update", view=view)
