"""The bot as it is deployed: real processes, the environment, Socket Mode, and signed HTTP on PostgreSQL."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.practice.cast import practice_workspace
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Message, Workspace
from bot.storage.encryption import Cipher
from bot.wiring import SystemClock
from tests.stories import ALICE, MALLORY, roster

PATIENCE = 30.0
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def slack() -> AsyncIterator[PracticeServer]:
    server = await PracticeServer.start(practice_workspace(lambda: SystemClock().now().timestamp()))
    yield server
    await server.stop()


class Installation:
    """A folder with the program's files, and the processes that were started in it."""

    def __init__(self, folder: Path, slack_api_url: str, **settings: str) -> None:
        self.folder = folder
        self.processes: list[asyncio.subprocess.Process] = []
        self._environment = {
            "PATH": os.environ["PATH"],  # noqa: TID251 - a process needs it to find its Python's libraries
            "PYTHONPATH": str(Path.cwd()),
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "SLACK_API_URL": slack_api_url,
            **settings,
        }
        shutil.copytree("config", folder / "config")
        program = folder / "config" / "program.yaml"
        text = program.read_text(encoding="utf-8")
        assert 'earliest: "06:00"' in text
        # Whatever the hour of this test is, a welcome may go out.
        text = text.replace('earliest: "06:00"', 'earliest: "00:00"').replace('latest: "21:00"', 'latest: "23:59"')
        program.write_text(text, encoding="utf-8")
        today = SystemClock().now().date()
        (folder / "roster.csv").write_text(roster(first=today - timedelta(days=1)), encoding="utf-8")

    async def run(self, *arguments: str) -> None:
        """Run a command to its end."""
        process = await self._begin(*arguments)
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0

    async def start(self, *arguments: str) -> asyncio.subprocess.Process:
        """Start a command that stays, and wait for its first word."""
        process = await self._begin(*arguments)
        self.processes.append(process)
        assert process.stdout is not None
        said = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert said.startswith(b"Bedside"), said
        return process

    async def stop(self) -> list[int]:
        """Ask every process to end; their exit statuses."""
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
        return [await asyncio.wait_for(process.wait(), 10) for process in self.processes]

    async def _begin(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *arguments,
            cwd=self.folder, env=self._environment, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip


def conversation(workspace: Workspace, person: str) -> list[Message]:
    im = workspace.im_of(person)
    return workspace.messages(im.id) if im else []


async def alice_starts(workspace: Workspace) -> None:
    """Alice gets her welcome, presses Start, and the message says so."""
    await workspace.until(lambda: conversation(workspace, ALICE), within=PATIENCE)
    (welcome,) = conversation(workspace, ALICE)
    ack = await Hands(workspace).press(ALICE, welcome.ts, "start_every_day")
    assert ack.ok, ack.reason
    await workspace.until(lambda: "You're in" in conversation(workspace, ALICE)[0].text, within=PATIENCE)
    assert conversation(workspace, MALLORY) == []


async def test_run_is_the_whole_bot_over_socket_mode(tmp_path: Path, slack: PracticeServer) -> None:
    installation = Installation(tmp_path, slack.base_url)
    await installation.run("roster", "roster.csv")
    await installation.start("run")
    await alice_starts(slack.workspace)
    assert await installation.stop() == [0]


async def test_web_and_worker_share_postgresql_and_answer_signed_http(
    tmp_path: Path, slack: PracticeServer, unused_tcp_port: int, postgres_url: str
) -> None:
    settings = {"DATABASE_URL": postgres_url, "BEDSIDE_KEY": Cipher.new_key(), "PORT": str(unused_tcp_port)}
    installation = Installation(tmp_path, slack.base_url, **settings)
    await installation.run("migrate")
    await installation.run("roster", "roster.csv")
    await installation.start("worker")
    await installation.start("web")
    address = f"http://127.0.0.1:{unused_tcp_port}"
    assert await slack.send_to(f"{address}/slack/events")
    await alice_starts(slack.workspace)
    async with aiohttp.ClientSession() as session, session.get(f"{address}/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")
    assert await installation.stop() == [0, 0]
