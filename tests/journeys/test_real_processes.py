"""The bot as it is deployed: real processes, the environment, Socket Mode, and signed HTTP on PostgreSQL. They start
clearly or not at all, say how they are, and end well."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.practice.cast import practice_workspace
from bot.practice.hands import Hands
from bot.practice.server import PracticeServer
from bot.practice.workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Message, Workspace
from bot.storage.encryption import Cipher
from bot.wiring.clocks import SystemClock
from tests.stories import ALICE, MALLORY, roster

PATIENCE = 30.0
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def slack() -> AsyncIterator[PracticeServer]:
    server = await PracticeServer.start(practice_workspace(lambda: SystemClock().now().timestamp()))
    yield server
    await server.stop()


INSTALLATIONS: "list[Installation]" = []


class Installation:
    """A folder with the program's files, and the processes that were started in it."""

    def __init__(self, folder: Path, slack_api_url: str, **settings: str) -> None:
        self.folder = folder
        self.processes: list[asyncio.subprocess.Process] = []
        INSTALLATIONS.append(self)
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

    async def fail(self, *arguments: str) -> tuple[int, str]:
        """Run a command that ends by itself; its exit status and what it said on stderr."""
        process = await self._begin(*arguments, stderr=asyncio.subprocess.PIPE)
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode is not None
        return process.returncode, said.decode()

    async def start(self, *arguments: str, stderr: int | None = None) -> asyncio.subprocess.Process:
        """Start a command that stays, and wait for its first word."""
        process = await self._begin(*arguments, stderr=stderr)
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

    @property
    def port(self) -> int:
        """The port that its processes listen on."""
        return int(self._environment["PORT"])

    async def ask(self, path: str) -> tuple[int, Any]:
        """Ask whoever listens on PORT, as soon as somebody does; the status and the JSON of the answer."""
        url = f"http://127.0.0.1:{self.port}{path}"
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(url) as answer:
                        return answer.status, await answer.json(content_type=None)
                except aiohttp.ClientConnectorError:
                    await asyncio.sleep(0.05)

    async def _begin(self, *arguments: str, stderr: int | None = None) -> asyncio.subprocess.Process:
        command = ["-m", "bot"] if arguments[0] != "-c" else []
        return await asyncio.create_subprocess_exec(
            sys.executable, *command, *arguments,
            cwd=self.folder, env=self._environment, stdout=asyncio.subprocess.PIPE, stderr=stderr,
        )  # fmt: skip


@pytest.fixture(autouse=True)
async def nobody_is_left() -> AsyncIterator[None]:
    """What a test that failed has not stopped, ends with it."""
    yield
    while INSTALLATIONS:
        for process in INSTALLATIONS.pop().processes:
            if process.returncode is None:
                process.kill()
                await process.wait()


@asynccontextmanager
async def taken(port: int) -> AsyncIterator[None]:
    """Somebody else listens on a port."""
    async with await asyncio.start_server(lambda *_: None, port=port):
        yield


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


@pytest.fixture
def alone(tmp_path: Path, slack: PracticeServer, unused_tcp_port: int) -> Installation:
    """An installation for `bedside run`."""
    return Installation(tmp_path, slack.base_url, PORT=str(unused_tcp_port))


async def a_request_hangs(installation: Installation, slack: PracticeServer) -> asyncio.subprocess.Process:
    """A `bedside run` that waits for Slack to take its messages."""
    slack.workspace.faults.add("chat.postMessage", "time_out", times=1_000)
    ordered = slack.workspace.faults.ordered[0]
    await installation.run("roster", "roster.csv")
    process = await installation.start("run")
    async with asyncio.timeout(PATIENCE):
        while ordered.times == 1_000:  # noqa: ASYNC110 - the workspace tells nobody of a fault
            await asyncio.sleep(0.05)
    return process


async def test_run_is_the_whole_bot_over_socket_mode(alone: Installation, slack: PracticeServer) -> None:
    await alone.run("roster", "roster.csv")
    await alone.start("run")
    await alice_starts(slack.workspace)
    status, told = await alone.ask("/readyz")
    assert (status, told["ready"]) == (200, True), told
    assert set(told) == {"ready", "database", "slack", "last_beat"}
    assert await alone.stop() == [0]


@pytest.mark.slow
async def test_run_works_without_its_port_and_says_so_once(alone: Installation, slack: PracticeServer) -> None:
    async with taken(alone.port):
        await alone.run("roster", "roster.csv")
        process = await alone.start("run", stderr=asyncio.subprocess.PIPE)
        await alice_starts(slack.workspace)
        assert await alone.stop() == [0]
    assert process.stderr is not None
    assert (await process.stderr.read()).count(b"health_port_taken") == 1


@pytest.mark.slow
async def test_a_process_that_waits_for_slack_ends_in_time_when_asked(
    alone: Installation, slack: PracticeServer
) -> None:
    await a_request_hangs(alone, slack)
    assert await alone.stop() == [0]


@pytest.mark.slow
async def test_a_process_that_is_asked_twice_ends_at_once(alone: Installation, slack: PracticeServer) -> None:
    process = await a_request_hangs(alone, slack)
    while process.returncode is None:
        process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.05)
    assert process.returncode == 128 + signal.SIGTERM


async def test_a_refused_app_token_ends_the_start_in_one_line(
    tmp_path: Path, slack: PracticeServer, unused_tcp_port: int
) -> None:
    installation = Installation(tmp_path, slack.base_url, SLACK_APP_TOKEN="xapp-wrong", PORT=str(unused_tcp_port))
    status, said = await installation.fail("run")
    assert (status, said.count("\n")) == (2, 1), said
    assert said.startswith("SLACK_APP_TOKEN: Slack does not accept it. Write")


@pytest.mark.parametrize("wrong", ["token", "scope"])
async def test_a_bot_that_may_not_do_its_work_ends_the_start_in_one_line(
    tmp_path: Path, slack: PracticeServer, unused_tcp_port: int, wrong: str
) -> None:
    token = "xoxb-wrong" if wrong == "token" else BOT_TOKEN
    if wrong == "scope":
        slack.workspace.scopes.discard("im:history")
    installation = Installation(tmp_path, slack.base_url, SLACK_BOT_TOKEN=token, PORT=str(unused_tcp_port))
    status, said = await installation.fail("run")
    assert (status, said.count("\n")) == (2, 1), said
    expected = {"token": "Slack does not accept it. Write", "scope": "the app was installed without im:history. Reins"}
    assert said.startswith(f"SLACK_BOT_TOKEN: {expected[wrong]}")


async def test_a_slack_that_is_away_ends_the_start_in_one_line(alone: Installation, slack: PracticeServer) -> None:
    slack.workspace.faults.add("auth.test", "html")
    status, said = await alone.fail("run")
    assert (status, said) == (1, "Slack can't be asked at the moment. Please try again in a minute.\n")


@pytest.mark.slow
async def test_a_slack_that_falls_silent_ends_run_so_that_it_is_started_anew(
    alone: Installation, slack: PracticeServer
) -> None:
    """With the silence cut short."""
    program = (
        "import functools, sys, datetime; from bot.wiring import doors; from bot.cli import run_command; "
        "doors.Sockets = functools.partial(doors.Sockets, silence=datetime.timedelta(seconds=1)); "
        "sys.exit(run_command(['run']))"
    )
    process = await alone.start("-c", program, stderr=asyncio.subprocess.PIPE)
    slack.workspace.faults.add("apps.connections.open", "html", times=1_000)
    await slack.sockets.close()
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 3
    assert process.stderr is not None
    assert b"slack_silent" in await process.stderr.read()


@pytest.mark.slow
async def test_an_app_token_that_is_revoked_ends_run_in_one_line(alone: Installation, slack: PracticeServer) -> None:
    process = await alone.start("run", stderr=asyncio.subprocess.PIPE)
    slack.workspace.faults.add("apps.connections.open", "error", times=1_000, code="token_revoked")
    await slack.sockets.disconnect()
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 2
    assert process.stderr is not None
    said = (await process.stderr.read()).decode()
    assert "app_token_refused" in said
    assert said.splitlines()[-1].startswith("SLACK_APP_TOKEN: Slack does not accept it. Write")


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
    status, told = await installation.ask("/readyz")
    assert (status, told["ready"]) == (200, True), told
    # It is `web` that answers, though the worker was there first.
    assert "no heartbeat" in told["last_beat"]["says"]
    assert await installation.stop() == [0, 0]
