"""A coordinator looks at the rules, types others, sees what that would mean, and changes them."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.permissions import Action
from bot.flows.change_rules import Meanwhile, Weighed, Wrong, change_rules, open_rules, weigh_rules
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, TypedRules, person_in, previewed_rules_in, rules_in
from bot.slack.switchboard import Switchboard
from bot.slack.views import rules_form


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form, show above it what would change, and commit what was shown."""
    world, now = house.world, house.clock.now

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        found = await open_rules(world, person_in(body), at=now())
        await open_view(client, body, rules_form.rules_form(found.rules, changeable=found.changeable))
        await ack()

    async def look(body: Body, ack: AsyncAck) -> None:
        form = rules_in(body)
        found = await weigh_rules(world, person_in(body), form.typed, seen=form.seen, at=now())
        if not isinstance(found, Weighed):
            await _refuse(found, form, ack)
        elif found.change.is_none:
            await ack(response_action="errors", errors=rules_form.nothing_different(form.first_field))
        else:
            preview = rules_form.rules_preview(
                found.change, form.typed, students=found.students, too_small=found.too_small
            )
            # Above the form, so that nothing typed is lost.
            await ack(response_action="push", view=preview)

    async def save(body: Body, ack: AsyncAck) -> None:
        form = previewed_rules_in(body)
        found = await change_rules(world, person_in(body), form.typed, seen=form.seen, at=now())
        if isinstance(found, Weighed):
            house.poke()
            await ack(response_action="update", view=rules_form.changed_notice())
        elif isinstance(found, Wrong):
            await ack(response_action="update", view=rules_form.wrong_notice(found.problems))
        else:
            await _refuse(found, form, ack)

    switchboard.action(rules_form.OPEN_ID, needs=Action.SEE_DESK)(ask)
    switchboard.view(rules_form.CALLBACK_ID, needs=Action.CHANGE_LINES)(look)
    switchboard.view(rules_form.PREVIEW_ID, needs=Action.CHANGE_LINES)(save)


async def _refuse(found: Wrong | Meanwhile, form: TypedRules, ack: AsyncAck) -> None:
    """Say under the fields what is wrong, or show the form anew over what holds by now."""
    if isinstance(found, Wrong):
        await ack(response_action="errors", errors=rules_form.errors_for(found.problems, edition=form.seen))
    else:
        await ack(response_action="update", view=_again(found, form))


def _again(found: Meanwhile, form: TypedRules) -> View:
    return rules_form.rules_form(found.rules, changeable=found.changeable, typed=form.typed)
