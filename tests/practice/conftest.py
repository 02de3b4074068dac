"""A practice workspace on loopback, its people's hands, and the real Slack clients that talk to it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice.cast import practice_workspace
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import BOT_TOKEN, Workspace
from tests.practice.stand_ins import MONDAY_NOON, MovableTime


@pytest.fixture
def time() -> MovableTime:
    return MovableTime(MONDAY_NOON)


@pytest.fixture
def monotonic() -> MovableTime:
    return MovableTime(1000.0)


@pytest.fixture
def workspace(time: MovableTime, monotonic: MovableTime) -> Workspace:
    return practice_workspace(time, monotonic=monotonic)


@pytest.fixture
def hands(workspace: Workspace) -> Hands:
    return Hands(workspace)


@pytest.fixture
async def server(workspace: Workspace) -> AsyncIterator[PracticeServer]:
    server = await PracticeServer.start(workspace, retry_delays=(0.0, 0.01, 0.01))
    yield server
    await server.stop()


@pytest.fixture
async def session(server: PracticeServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield session


@pytest.fixture
def client(server: PracticeServer, session: aiohttp.ClientSession) -> AsyncWebClient:
    return AsyncWebClient(BOT_TOKEN, base_url=server.base_url, session=session, retry_handlers=[])
