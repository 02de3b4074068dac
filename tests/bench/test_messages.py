"""Messages a second, from planned to recorded, beside the bare client of the SDK that posts the same payloads."""

import asyncio
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.deliver_outbox.relay import Relay
from bot.flows.ports import World
from bot.slack.messenger import EVENT_TYPE, SlackMessenger
from bot.slack.views.reminder import remind
from bot.storage.database import Database
from bot.wiring.clocks import monotonic
from tests.bench.due import DUE, as_never_sent, conversation_of, remind_all, sent
from tests.bench.listening import MOST_AT_ONCE, our_client, sdk
from tests.bench.rounds import in_turns, ratio, seconds
from tests.bench.slack_process import SlackProcess
from tests.bench.table import Table
from tests.crowd import student_ids
from tests.stories import MONDAY

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]


def payloads(world: World, number: int) -> list[dict[str, Any]]:
    """What Bedside posts to so many students, drawn beforehand."""
    view = remind(world.curriculum.lesson_on(MONDAY, world.program.overrides), open_question=None)
    return [
        {
            "channel": conversation_of(student),
            "text": view.escaped_text,
            "blocks": view.block_dicts,
            "mrkdwn": False,
            "metadata": {"event_type": EVENT_TYPE, "event_payload": {"id": f"{each:032x}"}},
            "unfurl_links": False,
            "unfurl_media": False,
        }
        for each, student in enumerate(student_ids(number))
    ]


async def post_all(client: AsyncWebClient, bodies: list[dict[str, Any]], *, at_once: int) -> None:
    """Post every payload with the bare client, so many at a time."""
    waiting: Iterator[dict[str, Any]] = iter(bodies)

    async def one_after_the_other() -> None:
        for body in waiting:
            await client.chat_postMessage(**body)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))


async def deliver_all(world: World, client: AsyncWebClient, *, at_once: int) -> None:
    """Deliver everything that is due, as a worker does."""
    relay = Relay(world, SlackMessenger(client, monotonic=monotonic), monotonic=monotonic, concurrent=at_once)
    while await relay.round(at=DUE):
        pass


async def compare(
    world: World, database: Database, slack: SlackProcess, *, number: int, at_once: int, rounds: int
) -> tuple[list[float], list[float]]:
    """Messages a second of the bare client and of Bedside, round by round."""
    await remind_all(database, number)
    bodies = payloads(world, number)
    async with sdk(slack) as client, our_client(slack) as client_of_ours:

        async def bare() -> float:
            return number / await seconds(lambda: post_all(client, bodies, at_once=at_once))

        async def ours() -> float:
            await as_never_sent(database)
            took = await seconds(lambda: deliver_all(world, client_of_ours, at_once=at_once))
            assert await sent(world) == number
            return number / took

        return await in_turns(bare, ours, rounds=rounds)


@pytest.mark.parametrize(("at_once", "number"), [(1, 40), (10, 400), (50, 2000)])
async def test_beside_the_bare_client_when_slack_takes_50_ms(
    world: World,
    database: Database,
    slow_slack: SlackProcess,
    table: Table,
    database_name: str,
    at_once: int,
    number: int,
) -> None:
    bare, ours = await compare(world, database, slow_slack, number=number, at_once=at_once, rounds=5)
    measure = f"messages a second beside the bare client, {at_once} at once, 50 ms server, {database_name}"
    table.at_least(measure, ratio(ours, bare), 0.9, also=f"{median(ours):.0f} beside {median(bare):.0f} a second")


async def test_our_own_cost(
    world: World, database: Database, slack: SlackProcess, table: Table, database_name: str
) -> None:
    bare, ours = await compare(world, database, slack, number=2000, at_once=MOST_AT_ONCE, rounds=5)
    measure = f"messages a second beside the bare client, {MOST_AT_ONCE} at once, 0 ms server, {database_name}"
    table.at_least(measure, ratio(ours, bare), 0.25, also=f"{median(ours):.0f} beside {median(bare):.0f} a second")
