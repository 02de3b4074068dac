"""A coordinator makes or changes a cohort: fills in a form, looks at what it changes, does it."""

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import RotationGone
from bot.domain.people import CohortId
from bot.domain.permissions import Action
from bot.flows.set_up.cohort import (
    CohortDone,
    CohortOutdated,
    CohortRefused,
    WeighedCohort,
    cohort_form,
    new_cohort_form,
    save_cohort,
    weigh_cohort,
)
from bot.slack.channels import look_around
from bot.slack.filled_forms import (
    cohort_in,
    fields_in,
    how_to_show_anew,
    how_to_show_next,
    id_of_button,
    kept,
    kept_cohort_in,
)
from bot.slack.opening import open_view
from bot.slack.requests import Body, House, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.views.desk_buttons import COHORT_ID, NEW_COHORT_ID
from bot.slack.views.set_up import cohort_form as form_view
from bot.slack.views.set_up import weighing


def register(switchboard: Switchboard, house: House) -> None:
    """Open the form, say what it would change, and commit what was looked at."""
    world, now = house.world, house.clock.now

    async def begin(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, form_view.cohort_form(await new_cohort_form(world, at=now())))
        await ack()

    async def change(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        cohort = id_of_button(body)
        if cohort is None:
            raise RotationGone
        await open_view(client, body, form_view.cohort_form(await cohort_form(world, CohortId(cohort), at=now())))
        await ack()

    async def look(body: Body, ack: AsyncAck) -> None:
        draft = cohort_in(body)
        await _answer(await weigh_cohort(world, draft, at=now()), kept(draft), body, ack)

    async def do(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        outcome = await save_cohort(world, kept_cohort_in(body), by=person_in(body), at=now())
        if isinstance(outcome, CohortDone):
            house.poke()
            work = look_around(client, house, person_in(body), cohort=outcome.cohort)
            house.tasks.start("channel_of_cohort_seen", work)
            await ack(response_action="clear")
        else:
            await _answer(outcome, "", body, ack)

    switchboard.action(NEW_COHORT_ID, needs=Action.SET_UP)(begin)
    switchboard.action(COHORT_ID, needs=Action.SET_UP)(change)
    switchboard.view(form_view.CALLBACK_ID, needs=Action.SET_UP)(look)
    switchboard.view(weighing.COHORT_ID, needs=Action.SET_UP)(do)


async def _answer(
    outcome: WeighedCohort | CohortRefused | CohortOutdated, remembered: str, body: Body, ack: AsyncAck
) -> None:
    match outcome:
        case WeighedCohort():
            view = weighing.cohort_weighed(outcome, remembered)
            await ack(response_action=how_to_show_next(body), view=view)
        case CohortOutdated(form=form):
            await ack(response_action=how_to_show_anew(body), view=form_view.cohort_form(form))
        case CohortRefused(problems=problems) if problems.keys() <= set(fields_in(body)):
            await ack(response_action="errors", errors={name: str(error) for name, error in problems.items()})
        case CohortRefused(problems=problems):
            await ack(response_action="update", view=weighing.refused_notice(problems.values()))
