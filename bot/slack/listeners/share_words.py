"""Somebody shares the words that the second form previews."""

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import NotYourQuestion, ReplyRefused
from bot.domain.program import Program
from bot.flows.share_words import Cleaned, Held, share_words
from bot.slack.requests import Body, House, Preview, person_in, preview_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import share_words_form
from bot.slack.views.saved_notice import HELD, saved_notice


def register(switchboard: Switchboard, house: House) -> None:
    """Commit an excerpt, or say what has to go first."""

    async def share(body: Body, ack: AsyncAck) -> None:
        shown = preview_in(body)
        try:
            held = await share_words(
                house.world,
                shown.excerpt,
                student=person_in(body),
                on=shown.on,
                version=shown.version,
                keep_copy=shown.keep_copy,
                at=house.clock.now(),
            )
        except NotYourQuestion:
            # Answered where it is known whether they had everything deleted.
            raise
        except ReplyRefused as error:
            await ack(response_action="errors", errors=share_words_form.errors_for(error, shown.block_id))
            return
        await _answer(held, shown, house.world.program, ack)

    switchboard.view(share_words_form.CALLBACK_ID)(share)


async def _answer(held: Held | Cleaned | None, shown: Preview, program: Program, ack: AsyncAck) -> None:
    match held:
        case Held(distress=True, findings=()):
            await ack(response_action="update", view=saved_notice(program.support_lines, became=HELD))
        case Held(distress=True, findings=findings):
            again = share_words_form.stopped_form(
                findings, shown.excerpt, shown.on, shown.version, block_id=shown.block_id, support=program.support_lines
            )
            await ack(response_action="update", view=again)
        case Held(findings=findings):
            await ack(response_action="errors", errors=share_words_form.stopped(findings, shown.block_id))
        case Cleaned(excerpt=excerpt):
            again = share_words_form.cleaned_form(excerpt, shown.on, shown.version, instead_of=shown.block_id)
            await ack(response_action="update", view=again)
        case None:
            await ack()
