"""The bot on SQLite inside the practice workspace: people act with their hands, and what Slack tells the app goes
straight to its dispatcher."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.curriculum import Curriculum
from bot.domain.program import Program
from bot.flows.ports import World
from bot.practice.cast import practice_workspace
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.wire import Ack, Json, Kind, Retry
from bot.practice.workspace import BOT_TOKEN, Workspace
from bot.slack.app import make_app
from bot.slack.identity import Identity, learn_identity
from bot.slack.tasks import Tasks
from bot.storage.database import Database
from tests.databases import (  # noqa: F401
    another_database,
    beginnings,
    cipher,
    database,
    libraries,
    open_work,
    sqlite_template,
    sqlite_url,
)
from tests.fakes import FakeClock
from tests.flows.conftest import begin_as_others_did, curriculum, program  # noqa: F401
from tests.stories import MONDAY, at

CONFIG = Path("config")
MANIFEST = CONFIG / "slack_manifest.json"


@pytest.fixture(name="database_url")
def sqlite_only(sqlite_url: str) -> str:  # noqa: F811 - a fixture is used by naming it
    """What this room does is the same on every database."""
    return sqlite_url


@pytest.fixture
def world(
    database: Database,  # noqa: F811 - a fixture is used by naming it
    curriculum: Curriculum,  # noqa: F811
    program: Program,  # noqa: F811
) -> World:
    unhurried = replace(program, messages_a_minute=60_000)
    return World(
        database.open_work,
        database.glances,
        curriculum,
        unhurried,
        release_key=b"a key for tests",
        mark_keys=(b"a mark's key",),
    )


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(at(MONDAY, "18:00"))


@pytest.fixture
def workspace(clock: FakeClock) -> Workspace:
    """The practice workspace, granting exactly what the manifest asks for."""
    scopes = json.loads(MANIFEST.read_text())["oauth_config"]["scopes"]["bot"]
    return practice_workspace(lambda: clock.now().timestamp(), scopes=scopes)


@pytest.fixture
def hands(workspace: Workspace) -> Hands:
    return Hands(workspace)


@pytest.fixture
async def server(workspace: Workspace) -> AsyncIterator[PracticeServer]:
    # Nobody is to lose patience on a machine that is busy with other things.
    server = await PracticeServer.start(workspace, ack_seconds=60.0, retry_delays=(0.0, 0.01, 0.01))
    yield server
    await server.stop()


@pytest.fixture
async def client(server: PracticeServer) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield AsyncWebClient(BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])


@pytest.fixture
async def identity(client: AsyncWebClient) -> Identity:
    return await learn_identity(client)


@dataclass
class Pokes:
    """Counts how often the outbox was to be delivered at once."""

    count: int = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def pokes() -> Pokes:
    return Pokes()


@dataclass
class Straight:
    """A road from Slack to the app without any network; it keeps what travelled on it."""

    app: AsyncApp
    delivered: list[Json] = field(default_factory=list)

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        self.delivered.append(payload)
        answer = await self.app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
        said = json.loads(answer.body) if answer.body.startswith("{") else None
        return Ack(ok=answer.status == 200, payload=said, reason=f"{answer.status}")


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    """What goes on after a request; `close` waits for it."""
    tasks = Tasks()
    yield tasks
    await tasks.close()


@pytest.fixture
async def app(
    world: World, clock: FakeClock, client: AsyncWebClient, identity: Identity, pokes: Pokes, tasks: Tasks
) -> AsyncApp:
    return make_app(world, clock=clock, client=client, identity=identity, signing_secret=None, poke=pokes, tasks=tasks)


@pytest.fixture
def straight(app: AsyncApp, workspace: Workspace) -> Straight:
    road = Straight(app)
    workspace.delivery = road
    return road
