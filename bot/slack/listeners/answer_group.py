"""A preceptor answers the students of a digest: types, looks at it once more, sends it."""

from datetime import datetime

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.group_answer import GroupAnswer, answer_text, signature_of
from bot.domain.permissions import Action
from bot.flows.answer_group import open_answer, send_answer
from bot.flows.ports import World
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, answer_in, digest_of_button, person_in, previewed_answer_in
from bot.slack.roster_names import RosterNames
from bot.slack.switchboard import Switchboard
from bot.slack.views.answer_form import (
    CALLBACK_ID,
    PREVIEW_ID,
    answer_form,
    answered_notice,
    preview_form,
    sent_notice,
)
from bot.slack.views.digest_post import ANSWER_ID


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form, show what was typed as students will see it, and commit what was shown."""
    world, now, names = house.world, house.clock.now, RosterNames(house.tasks)

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        digest, person = digest_of_button(body), person_in(body)
        found = await open_answer(world, person, digest.cohort, digest.on, at=now())
        if isinstance(found, GroupAnswer):
            await open_view(client, body, answered_notice(found, is_own=found.preceptor == person))
        else:
            await open_view(client, body, answer_form(found.cohort, found.on, name=found.name))
            # Nobody waits for them while typing.
            names.look_up(client, (person, *found.roster), at=now())
        await ack()

    async def preview(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        view = await _previewed(body, client, world, names, at=now())
        # Above the form, so that nothing typed is lost.
        await ack(response_action="push", view=view)

    async def send(body: Body, ack: AsyncAck) -> None:
        answer = previewed_answer_in(body, at=now())
        stands = await send_answer(world, answer)
        is_own = stands.preceptor == answer.preceptor
        if is_own and (stands.text, stands.signature) == (answer.text, answer.signature):
            house.poke()
            await ack(response_action="update", view=sent_notice())
        else:
            await ack(response_action="update", view=answered_notice(stands, is_own=is_own))

    switchboard.action(ANSWER_ID, needs=Action.ANSWER_GROUP)(ask)
    switchboard.view(CALLBACK_ID, needs=Action.ANSWER_GROUP)(preview)
    switchboard.view(PREVIEW_ID, needs=Action.ANSWER_GROUP)(send)


async def _previewed(body: Body, client: AsyncWebClient, world: World, names: RosterNames, *, at: datetime) -> View:
    """What was typed as students will see it, or the answer that the digest has already. Raises AnswerRefused for words
    that can't be sent."""
    typed, person = answer_in(body), person_in(body)
    found = await open_answer(world, person, typed.digest.cohort, typed.digest.on, at=at)
    if isinstance(found, GroupAnswer):
        return answered_notice(found, is_own=found.preceptor == person)
    known = await names.of(client, (person, *found.roster), at=at)
    theirs = [name for each in found.roster if each != person for name in known[each].names]
    text = answer_text(typed.text, names=theirs, own=known[person].names)
    return preview_form(found.cohort, found.on, text, signature_of(known[person].signature), name=found.name)
