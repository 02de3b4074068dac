"""A coordinator removes a cohort in which nobody ever was."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import RotationGone
from bot.domain.people import CohortId
from bot.domain.permissions import Action
from bot.flows.set_up.cohort import CohortRefused
from bot.flows.set_up.removal import CohortRemoval, CohortRemoved, remove_cohort, weigh_removal
from bot.slack.filled_forms import cohort_seen_in, id_of_button
from bot.slack.opening import push_view
from bot.slack.requests import Body, House, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.views.notice import notice
from bot.slack.views.set_up import cohort_form


def register(switchboard: Switchboard, house: House) -> None:
    """Ask above the cohort's form, or say why it stays; and do it."""
    world, now = house.world, house.clock.now

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        cohort = id_of_button(body)
        if cohort is None:
            raise RotationGone
        await push_view(client, body, _drawn(await weigh_removal(world, CohortId(cohort))))
        await ack()

    async def do(body: Body, ack: AsyncAck) -> None:
        cohort, edition = cohort_seen_in(body)
        outcome = await remove_cohort(world, cohort, edition=edition, by=person_in(body), at=now())
        if isinstance(outcome, CohortRemoved):
            await ack(response_action="clear")
        else:
            await ack(response_action="update", view=_drawn(outcome))

    switchboard.action(cohort_form.REMOVE_ID, needs=Action.SET_UP)(ask)
    switchboard.view(cohort_form.REMOVAL_ID, needs=Action.SET_UP)(do)


def _drawn(outcome: CohortRemoval | CohortRefused) -> View:
    if isinstance(outcome, CohortRemoval):
        return cohort_form.removal_form(outcome.cohort)
    return notice(" ".join(map(str, outcome.problems.values())))
