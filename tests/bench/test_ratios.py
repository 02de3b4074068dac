"""What Bedside costs beside the bare SDK: ratios measured in one run, printed and never asserted as times."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain.outbox import State
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.deliver_outbox import Delivery, deliver_outbox
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import OpenWork, World
from bot.flows.welcome_students import welcome_students
from bot.practice.cast import ZONE, practice_workspace
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Person
from bot.slack.app import make_app
from bot.slack.identity import Identity
from bot.slack.messenger import SlackMessenger
from tests.fakes import FakeClock, FakeDirectory
from tests.stories import MONDAY, at, everybody_starts, roster

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]
STUDENTS = tuple(PersonId(f"U0S{number:04d}") for number in range(200))
ACKS = 500
COMMAND = "command=%2Fbedside&text=&user_id=U0ALICE&team_id=T0PRACTICE&channel_id=D1&trigger_id=1.2.3&token=x"
FORM: dict[str, str | Sequence[str]] = {"content-type": ["application/x-www-form-urlencoded"]}


@pytest.fixture
async def client() -> AsyncIterator[AsyncWebClient]:
    workspace = practice_workspace(lambda: at(MONDAY, "07:15").timestamp())
    for student in STUDENTS:
        workspace.people[student] = Person(student, student, student, f"{student}@example.edu", ZONE)
    server = await PracticeServer.start(workspace)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield AsyncWebClient(token=BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
    await server.stop()


@pytest.fixture
def world(open_work: OpenWork) -> World:
    curriculum = load_curriculum(Path("config"))
    return World(open_work, curriculum, load_program(Path("config"), curriculum), b"key")


async def seconds(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


async def test_messages_a_second_planned_to_recorded(
    world: World, client: AsyncWebClient, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    await apply_roster(world, roster(STUDENTS), at=at(MONDAY, "06:30"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:30"))
    await everybody_starts(world, STUDENTS)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    channels = [(await client.conversations_open(users=student))["channel"]["id"] for student in STUDENTS]
    delivery = Delivery(SlackMessenger(client), time.monotonic)

    async def bare() -> None:
        for channel in channels:
            await client.chat_postMessage(channel=channel, text="A reminder", metadata=None)

    async def ours() -> None:
        while await deliver_outbox(world, delivery, at=at(MONDAY, "07:15")):
            pass

    without, with_bedside = await seconds(bare), await seconds(ours)
    async with world.open_work() as work:
        sent = (await work.outbox.counts())[State.SENT]
    assert sent == len(STUDENTS)
    with capsys.disabled():
        print(f"\nmessages a second, one at a time, 0 ms server, {request.node.callspec.id}:")
        print(f"  bare SDK {len(STUDENTS) / without:7.0f}   Bedside {sent / with_bedside:7.0f}", end="")
        print(f"   ratio {without / with_bedside:.2f}")


async def test_answering_the_command(
    world: World, client: AsyncWebClient, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    identity = Identity("T0PRACTICE", "U0BEDSIDE", "B0BEDSIDE", BOT_TOKEN)
    clock = FakeClock(at(MONDAY, "12:00") + timedelta(hours=1))
    ours = make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=lambda: None)

    async def rounds(app: AsyncApp) -> None:
        for _ in range(ACKS):
            answer = await app.async_dispatch(AsyncBoltRequest(body=COMMAND, headers=FORM, mode="socket_mode"))
            assert answer.status == 200

    bare = _bare_app(client)
    await rounds(bare)
    without, with_bedside = await seconds(lambda: rounds(bare)), await seconds(lambda: rounds(ours))
    with capsys.disabled():
        print(f"\nanswers to /bedside, milliseconds each, one at a time, {request.node.callspec.id}:")
        print(f"  bare Bolt {1000 * without / ACKS:6.2f}   Bedside {1000 * with_bedside / ACKS:6.2f}", end="")
        print(f"   ratio {with_bedside / without:.2f} (Bedside reads the database)")


def _bare_app(client: AsyncWebClient) -> AsyncApp:
    known = AuthorizeResult(enterprise_id=None, team_id="T0PRACTICE", bot_token=BOT_TOKEN, bot_user_id="U0BEDSIDE")

    async def authorize() -> AuthorizeResult:
        return known

    app = AsyncApp(client=client, authorize=authorize, signing_secret="", process_before_response=True)

    @app.command("/bedside")
    async def answer(ack: Callable[..., Awaitable[object]]) -> None:
        await ack("Hello")

    return app
