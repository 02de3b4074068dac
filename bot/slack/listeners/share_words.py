"""Somebody shares the words that the second form previews."""

from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.domain.errors import BedsideError
from bot.flows.share_words import share_words
from bot.slack.requests import Body, House, excerpt_in, person_in, question_of_form
from bot.slack.views import share_words_form


def register(app: AsyncApp, house: House) -> None:
    """Commit an excerpt, or say what has to go first."""

    async def share(body: Body, ack: AsyncAck) -> None:
        on = question_of_form(body)
        try:
            findings = await share_words(
                house.world, excerpt_in(body), student=person_in(body), on=on, at=house.clock.now()
            )
        except BedsideError as error:
            await ack(response_action="errors", errors=share_words_form.errors_for(error))
            return
        if findings:
            await ack(response_action="errors", errors=share_words_form.stopped(findings))
        else:
            await ack()

    app.view(share_words_form.CALLBACK_ID)(share)
