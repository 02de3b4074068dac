"""How long `bedside run` takes until it is ready, and how much memory it holds when nothing happens."""

import asyncio
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import pytest

from tests.bench.slack_process import SlackProcess
from tests.bench.table import Table

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]
STARTS = 5
IDLE = 10.0


@asynccontextmanager
async def running(folder: Path, slack: SlackProcess) -> AsyncIterator[int]:
    """`bedside run` until its first words; its process."""
    environment = {
        "PATH": os.environ["PATH"],  # noqa: TID251 - a process needs it to find its Python's libraries
        "PYTHONPATH": str(Path.cwd()),
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_APP_TOKEN": "xapp-bench",
        "SLACK_API_URL": slack.api_url,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        assert (await process.stdout.readline()).startswith(b"Bedside")
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


async def start_once(folder: Path, slack: SlackProcess) -> float:
    began = time.perf_counter()
    async with running(folder, slack):
        return time.perf_counter() - began


async def test_start_to_ready(tmp_path: Path, slack: SlackProcess, table: Table) -> None:
    shutil.copytree("config", tmp_path / "config")
    first = await start_once(tmp_path, slack)
    later = [await start_once(tmp_path, slack) for _ in range(STARTS)]
    table.at_most("`bedside run`, start to ready, with a new database", first, 2, unit="s")
    table.at_most("`bedside run`, start to ready, every later time", median(later), 2, unit="s")


async def test_memory_when_idle(tmp_path: Path, slack: SlackProcess, table: Table) -> None:
    shutil.copytree("config", tmp_path / "config")
    async with running(tmp_path, slack) as process:
        await asyncio.sleep(IDLE)
        table.at_most("`bedside run`, resident memory when idle", _resident(process), 150, unit="MB")


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
