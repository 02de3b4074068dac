"""A coordinator makes, changes, copies or ends a rotation: fills in a form, looks at what it changes, does it."""

import asyncio
from dataclasses import replace
from datetime import datetime
from logging import WARNING
from typing import Final

from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.models.views import View
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain import calendar
from bot.domain.errors import (
    DaysOffTooLong,
    DaysOffUnreadable,
    PressAgain,
    RotationGone,
    SetUpRefused,
    TooManyDaysOff,
    TooMuchWritten,
)
from bot.domain.people import CohortId, RotationId
from bot.domain.permissions import Action
from bot.domain.set_up import Draft, Field, Problems
from bot.flows.find_people import require_people
from bot.flows.ports import World
from bot.flows.set_up.outcomes import Clash, Done, Outdated, Refused, RotationForm, Weighed
from bot.flows.set_up.rotation import (
    copy_form,
    form_of,
    new_rotation_form,
    rotation_form,
    save_rotation,
    weigh_rotation,
)
from bot.logs import log
from bot.slack.directory import SlackDirectory
from bot.slack.filled_forms import (
    country_chosen_in,
    fields_in,
    how_to_show_anew,
    how_to_show_next,
    id_of_button,
    kept,
    kept_rotation_in,
    last_day_in,
    rotation_drawn_in,
    rotation_in,
    rotation_opened_in,
)
from bot.slack.home_tab import CONFLICT
from bot.slack.opening import open_view, push_view
from bot.slack.outcomes import SLACK_FAILURES, what_now
from bot.slack.requests import Body, House, person_in
from bot.slack.responses import SHOWN_WITHIN
from bot.slack.switchboard import Switchboard
from bot.slack.views.desk_buttons import NEW_ROTATION_ID, ROTATION_ID
from bot.slack.views.set_up import rotation_form as form_view
from bot.slack.views.set_up import weighing

LOOKED_UP_WITHIN: Final = 1.5
"""Seconds that somebody may wait who has just sent the form."""


def register(switchboard: Switchboard, house: House) -> None:
    """Open the forms, say what they would change, and commit what was looked at."""
    _open_forms(switchboard, house)
    _take_forms(switchboard, house)


def _open_forms(switchboard: Switchboard, house: House) -> None:
    world, now = house.world, house.clock.now

    async def begin(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        cohort = id_of_button(body)
        form = await new_rotation_form(world, cohort=None if cohort is None else CohortId(cohort), at=now())
        await open_view(client, body, _drawn(world, form))
        await ack()

    async def change(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await open_view(client, body, _drawn(world, await rotation_form(world, _rotation_of(body), at=now())))
        await ack()

    async def copy(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await push_view(client, body, _drawn(world, await copy_form(world, _rotation_of(body), at=now())))
        await ack()

    async def end(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await push_view(client, body, await _end_of(world, _rotation_of(body), at=now()))
        await ack()

    async def choose_country(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        await _show(client, body, _drawn(world, await _with_country(world, body, at=now())))
        await ack()

    switchboard.action(NEW_ROTATION_ID, needs=Action.SET_UP)(begin)
    switchboard.action(ROTATION_ID, needs=Action.SET_UP)(change)
    switchboard.action(form_view.COPY_ID, needs=Action.SET_UP)(copy)
    switchboard.action(form_view.END_ID, needs=Action.SET_UP)(end)
    switchboard.action(form_view.COUNTRY, needs=Action.SET_UP)(choose_country)


def _take_forms(switchboard: Switchboard, house: House) -> None:
    world, now = house.world, house.clock.now

    async def look(body: Body, client: AsyncWebClient, ack: AsyncAck) -> None:
        try:
            draft = rotation_in(body)
            remembered = kept(draft)
            picked = draft.students | draft.preceptors
            await require_people(SlackDirectory(client), picked, within=LOOKED_UP_WITHIN)
        except SetUpRefused as error:
            await _refuse(body, ack, {_field_of(error): error})
            return
        await _answer(world, await weigh_rotation(world, draft, at=now()), remembered, body, ack)

    async def look_at_end(body: Body, ack: AsyncAck) -> None:
        draft = await _ended(world, body, at=now())
        await _answer(world, await weigh_rotation(world, draft, at=now()), kept(draft), body, ack)

    async def do(body: Body, ack: AsyncAck) -> None:
        outcome = await save_rotation(world, kept_rotation_in(body), by=person_in(body), at=now())
        if isinstance(outcome, Done):
            house.poke()
            await ack(response_action="clear")
        else:
            await _answer(world, outcome, "", body, ack)

    switchboard.view(form_view.CALLBACK_ID, needs=Action.SET_UP)(look)
    switchboard.view(form_view.END_CALLBACK_ID, needs=Action.SET_UP)(look_at_end)
    switchboard.view(weighing.ROTATION_ID, needs=Action.SET_UP)(do)


async def _answer(
    world: World, outcome: Weighed | Clash | Refused | Outdated, remembered: str, body: Body, ack: AsyncAck
) -> None:
    match outcome:
        case Weighed():
            view = weighing.rotation_weighed(outcome, remembered)
            await ack(response_action=how_to_show_next(body), view=view)
        case Clash():
            await ack(response_action=how_to_show_next(body), view=weighing.clash_notice(outcome))
        case Outdated(form=form):
            await ack(response_action=how_to_show_anew(body), view=_drawn(world, form))
        case Refused(problems=problems):
            await _refuse(body, ack, problems)


def _drawn(world: World, form: RotationForm) -> View:
    return form_view.rotation_form(form, world.program)


def _field_of(error: SetUpRefused) -> str:
    """The field that can't be read; what is wrong with the whole form is said under the people, of whom there may be
    too many."""
    is_of_days = isinstance(error, DaysOffUnreadable | TooManyDaysOff | DaysOffTooLong | TooMuchWritten)
    return Field.DAYS_OFF if is_of_days else Field.STUDENTS


async def _ended(world: World, body: Body, *, at: datetime) -> Draft:
    """The rotation as it stands, with the last day that was picked."""
    rotation, edition, _ = rotation_opened_in(body)
    standing = (await rotation_form(world, rotation, at=at)).draft.rotation
    return Draft(replace(standing, last_day=last_day_in(body), edition=edition), ends=True)


def _rotation_of(body: Body) -> RotationId:
    found = id_of_button(body)
    if found is None:
        raise RotationGone
    return RotationId(found)


async def _end_of(world: World, rotation: RotationId, *, at: datetime) -> View:
    """Asks for the last day; what has not begun is removed, and there is nothing to ask."""
    standing = (await rotation_form(world, rotation, at=at)).draft.rotation
    today = calendar.local_date(at, standing.zone)
    if standing.begun_by(today):
        return form_view.end_form(standing, today=today)
    draft = Draft(standing, ends=True)
    weighed = await weigh_rotation(world, draft, at=at)
    if not isinstance(weighed, Weighed):
        raise RotationGone
    return weighing.rotation_weighed(weighed, kept(draft))


async def _with_country(world: World, body: Body, *, at: datetime) -> RotationForm:
    """The form with the states of the country that was chosen. Slack keeps what stands in the other fields."""
    drawn = rotation_drawn_in(body)
    chosen = replace(drawn.rotation, calendar=country_chosen_in(body))
    touched = (drawn.touched or frozenset()) | {"calendar"}
    return await form_of(world, replace(drawn, rotation=chosen, touched=touched), at=at)


async def _refuse(body: Body, ack: AsyncAck, problems: Problems) -> None:
    """Say what stands in the way under its field, or by itself where the form has no such field."""
    fields = fields_in(body)
    if problems.keys() <= set(fields):
        await ack(response_action="errors", errors={name: str(error) for name, error in problems.items()})
    else:
        await ack(response_action="update", view=weighing.refused_notice(problems.values()))


async def _show(client: AsyncWebClient, body: Body, view: View) -> None:
    shown = body["view"]
    try:
        async with asyncio.timeout(SHOWN_WITHIN):
            await client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)
    except SLACK_FAILURES as failure:
        # Whoever has chosen once more since sees that.
        if what_now(failure) != CONFLICT:
            raise PressAgain from failure
        log("press_not_shown", level=WARNING, error=failure)
