"""How long somebody who presses a button waits for the ack, beside a bare Bolt app that answers the press alike."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from statistics import median

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.people import Pace, PersonId, Standing
from bot.flows.answer_prompt import open_form
from bot.flows.ports import World
from bot.flows.reply_forms import Form
from bot.slack.views import pace, question, reply_form, welcome
from bot.storage.database import Database
from tests.bench.due import ANSWERED_AT, ask_all
from tests.bench.listening import bare_app, bare_http, bare_socket, our_app, our_client, our_http, our_sockets, sdk
from tests.bench.presses import Json, pressed
from tests.bench.rounds import in_turns, percentile, ratio
from tests.bench.slack_process import SlackProcess
from tests.bench.table import Table
from tests.crowd import student_ids
from tests.fakes import FakeClock
from tests.stories import MONDAY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]
STUDENTS = student_ids(200)
ROUNDS = 3
PRESSES = {1: 200, 20: 600, 200: 1000}
WAYS = {"Socket Mode": (bare_socket, our_sockets), "signed HTTP": (bare_http, our_http)}


@dataclass(frozen=True, slots=True)
class Button:
    """A button that needs no write, what Slack sends when it is pressed, and how a bare app answers it."""

    name: str
    payload: Callable[[PersonId], Json]
    listen: Callable[[AsyncApp], None]


def not_now(world: World, form: Form, slack: SlackProcess) -> Button:
    """Nothing will come, and the welcome says so."""
    asked = welcome.welcome(world.program.smallest_group)
    answered = welcome.answered(world.program.smallest_group, Standing.PLACED, Pace.THREE_A_WEEK)
    text, blocks = answered.escaped_text, answered.block_dicts

    def listen(app: AsyncApp) -> None:
        async def answer(ack: AsyncAck, respond: AsyncRespond) -> None:
            await respond(text=text, blocks=blocks, replace_original=True)
            await ack()

        app.action(pace.DECLINE_ID)(answer)

    return Button(
        "Not now", lambda person: pressed(person, pace.DECLINE_ID, asked, response_url=slack.response_url), listen
    )


def answer(world: World, form: Form, slack: SlackProcess) -> Button:
    """The form opens."""
    asked = question.ask(form.lesson)
    program = world.program
    view = reply_form.reply_form(form, MONDAY, voices=program.smallest_group, support=program.support_lines).to_dict()

    def listen(app: AsyncApp) -> None:
        async def answer(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
            await client.views_open(trigger_id=body["trigger_id"], view=view)
            await ack()

        app.action(question.ANSWER_ID)(answer)

    def payload(person: PersonId) -> Json:
        return pressed(person, question.ANSWER_ID, asked, value=f"{MONDAY}", response_url=slack.response_url)

    return Button("Answer", payload, listen)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("button", [not_now, answer])
async def test_the_ack_of_a_button_that_needs_no_write(
    world: World,
    database: Database,
    slack: SlackProcess,
    table: Table,
    database_name: str,
    way: str,
    button: Callable[[World, Form, SlackProcess], Button],
) -> None:
    await ask_all(database, len(STUDENTS))
    form = await open_form(world, STUDENTS[0], MONDAY, at=ANSWERED_AT)
    pressing = button(world, form, slack)
    payloads = [pressing.payload(person) for person in STUDENTS]
    bare_way, our_way = WAYS[way]
    async with sdk(slack) as client, our_client(slack) as client_of_ours:
        bare, ours = bare_app(client), our_app(world, client_of_ours, FakeClock(ANSWERED_AT))
        pressing.listen(bare)
        async with bare_way(bare, "xapp-bare") as to_bare, our_way(ours, "xapp-ours") as to_ours:
            for at_once, number in PRESSES.items():
                waits = partial(slack.waits, payloads, number=number, at_once=at_once)
                bare_waits, our_waits = await in_turns(
                    partial(waits, **to_bare), partial(waits, **to_ours), rounds=ROUNDS
                )
                for share in (0.5, 0.99):
                    measure = f"ack of {pressing.name}, p{100 * share:.0f}, {at_once} at once, {way}, {database_name}"
                    below, above = ([percentile(each, share) for each in some] for some in (bare_waits, our_waits))
                    beside = f"{1000 * median(above):.1f} beside {1000 * median(below):.1f} ms"
                    table.at_most(measure, ratio(above, below), 1.3, also=beside)
