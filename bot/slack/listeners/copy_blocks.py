"""A coordinator copies all rotations of a cohort to the next block."""

from dataclasses import replace

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.errors import RotationGone
from bot.domain.people import CohortId
from bot.domain.permissions import Action
from bot.flows.set_up.block import WeighedBlock, next_block, save_block, weigh_block
from bot.flows.set_up.outcomes import Clash, Done, Refused
from bot.slack.filled_forms import block_in, id_of_button
from bot.slack.opening import push_view
from bot.slack.requests import Body, House, person_in
from bot.slack.switchboard import Switchboard
from bot.slack.views.set_up import cohort_form, weighing


def register(switchboard: Switchboard, house: House) -> None:
    """Show the next block above the cohort's form, and commit it as it was shown."""
    world, now = house.world, house.clock.now

    async def ask(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        cohort = id_of_button(body)
        if cohort is None:
            raise RotationGone
        await push_view(client, body, _drawn(await next_block(world, CohortId(cohort), at=now())))
        await ack()

    async def do(body: Body, ack: AsyncAck) -> None:
        block, ticked = block_in(body)
        if ticked != block.roles:
            # Nothing is done that was not looked at.
            await _show(await weigh_block(world, replace(block, roles=ticked), at=now()), ack)
            return
        outcome = await save_block(world, block, by=person_in(body), at=now())
        if isinstance(outcome, Done):
            house.poke()
            await ack(response_action="clear")
        else:
            await _show(outcome, ack)

    switchboard.action(cohort_form.NEXT_BLOCK_ID, needs=Action.SET_UP)(ask)
    switchboard.view(weighing.BLOCK_ID, needs=Action.SET_UP)(do)


async def _show(outcome: WeighedBlock | Clash | Refused, ack: AsyncAck) -> None:
    """What was weighed takes the place of the form; what stands in the way lies above it."""
    await ack(response_action="update" if isinstance(outcome, WeighedBlock) else "push", view=_drawn(outcome))


def _drawn(outcome: WeighedBlock | Clash | Refused) -> View:
    match outcome:
        case WeighedBlock():
            return weighing.block_weighed(outcome)
        case Clash():
            return weighing.clash_notice(outcome)
        case Refused(problems=problems):
            return weighing.refused_notice(problems.values())
