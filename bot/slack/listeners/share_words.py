"""Somebody shares the words that the second form previews."""

from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import ReplyRefused
from bot.flows.share_words import Held, share_words
from bot.slack.requests import Body, House, excerpt_in, person_in, preview_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import share_words_form
from bot.slack.views.saved_notice import saved_notice


def register(switchboard: Switchboard, house: House) -> None:
    """Commit an excerpt, or say what has to go first."""

    async def share(body: Body, ack: AsyncAck) -> None:
        shown = preview_in(body)
        try:
            held = await share_words(
                house.world,
                excerpt_in(body),
                student=person_in(body),
                on=shown.on,
                version=shown.version,
                at=house.clock.now(),
            )
        except ReplyRefused as error:
            await ack(response_action="errors", errors=share_words_form.errors_for(error))
            return
        match held:
            case Held(distress=True):
                await ack(response_action="update", view=saved_notice(house.world.program.support_lines))
            case Held(findings=findings):
                await ack(response_action="errors", errors=share_words_form.stopped(findings))
            case None:
                await ack()

    switchboard.view(share_words_form.CALLBACK_ID)(share)
