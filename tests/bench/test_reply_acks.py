"""How long somebody who sends a reply waits for the ack, beside the same statements in bare SQLAlchemy."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.sql import Executable

from bot.domain.people import PersonId
from bot.domain.reply import Sharing
from bot.flows.answer_prompt import open_form
from bot.flows.ports import World
from bot.slack.views import reply_form
from bot.storage.database import Database
from tests.bench.due import ANSWERED_AT, as_just_asked, ask_all, replies_kept
from tests.bench.listening import our_app, our_http, sdk
from tests.bench.presses import Json, submitted
from tests.bench.rounds import in_turns, percentile, ratio, waits
from tests.bench.slack_process import SlackProcess
from tests.bench.table import Table
from tests.crowd import student_ids
from tests.fakes import FakeClock
from tests.stories import MONDAY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]
STUDENTS = student_ids(200)
ROUNDS = 5
TEXT = "I sat down before I asked anything, and she told me what she was afraid of. Next time I will sit down first."


@dataclass
class Statements:
    """What is executed on every connection between `listen` and `stop`, as SQLAlchemy got it."""

    taken: list[tuple[Executable, Any]] = field(default_factory=list)

    def listen(self) -> None:
        event.listen(Engine, "before_execute", self._take)

    def stop(self) -> list[tuple[Executable, Any]]:
        event.remove(Engine, "before_execute", self._take)
        return self.taken

    def _take(self, _: Connection, statement: Executable, many: Any, one: Any, options: Any) -> None:  # noqa: ANN401
        self.taken.append((statement, many or one or None))


async def forms(world: World) -> dict[PersonId, Json]:
    """The form that each student sends: four taps and two sentences."""
    form = await open_form(world, STUDENTS[0], MONDAY, at=ANSWERED_AT)
    program = world.program
    view = reply_form.reply_form(form, MONDAY, voices=program.smallest_group, support=program.support_lines).to_dict()
    themes = [theme.slug for theme in form.themes[:2]]
    return {person: submitted(person, view, themes=themes, text=TEXT, sharing=Sharing.THEMES) for person in STUDENTS}


async def send(app: AsyncApp, body: Json) -> None:
    answer = await app.async_dispatch(AsyncBoltRequest(body=body, mode="socket_mode"))
    assert (answer.status, answer.body) == (200, "")


async def recorded(database: Database, app: AsyncApp, bodies: Iterable[Json]) -> list[list[tuple[Executable, Any]]]:
    """The statements by which each of some replies is kept."""
    kept = []
    for body in bodies:
        statements = Statements()
        statements.listen()
        try:
            await send(app, body)
        finally:
            kept.append(statements.stop())
    await as_just_asked(database)
    return kept


@pytest.mark.parametrize("at_once", [1, 20])
async def test_beside_the_same_statements(
    world: World, database: Database, slack: SlackProcess, table: Table, database_name: str, at_once: int
) -> None:
    await ask_all(database, len(STUDENTS))
    bodies = (await forms(world)).values()
    async with sdk(slack) as client:
        app = our_app(world, client, FakeClock(ANSWERED_AT))
        transactions = await recorded(database, app, bodies)

        async def execute(statements: list[tuple[Executable, Any]]) -> None:
            async with database.connect() as connection:
                for statement, parameters in statements:
                    await connection.execute(statement, parameters)
                await connection.commit()

        async def bare() -> list[float]:
            await as_just_asked(database)
            took = await waits(execute, transactions, at_once=at_once)
            assert await replies_kept(database) == len(STUDENTS)
            return took

        async def ours() -> list[float]:
            await as_just_asked(database)
            took = await waits(lambda body: send(app, body), bodies, at_once=at_once)
            assert await replies_kept(database) == len(STUDENTS)
            return took

        below, above = await in_turns(bare, ours, rounds=ROUNDS)
    for share in (0.5, 0.99):
        under, over = ([percentile(each, share) for each in some] for some in (below, above))
        measure = f"ack of a reply beside the same statements, p{100 * share:.0f}, {at_once} at once, {database_name}"
        table.at_most(
            measure, ratio(over, under), 1.5, also=f"{1000 * median(over):.1f} beside {1000 * median(under):.1f} ms"
        )


async def test_twenty_at_once_over_signed_http(
    world: World, database: Database, slack: SlackProcess, table: Table, database_name: str
) -> None:
    await ask_all(database, len(STUDENTS))
    bodies = list((await forms(world)).values())
    slowest = []
    async with sdk(slack) as client, our_http(our_app(world, client, FakeClock(ANSWERED_AT)), "") as way:
        for _ in range(ROUNDS):
            await as_just_asked(database)
            took = await slack.waits(bodies, number=len(bodies), at_once=20, **way)
            assert await replies_kept(database) == len(STUDENTS)
            slowest.append(1000 * percentile(took, 0.99))
    measure = f"ack of a reply over signed HTTP, p99, 20 at once, {database_name}"
    table.at_most(measure, median(slowest), 250, unit="ms")
