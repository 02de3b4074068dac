"""Worker processes that can be hired, killed, frozen and dismissed at any time."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping
from pathlib import Path

from tests.campaigns.worker import READY

LOG = "worker.log"
FAREWELL_SECONDS = 10


class Crew:
    """The workers of one installation. Everything that they log goes into one file of its folder."""

    def __init__(self, folder: Path, *, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.clock_file = folder / "clock"
        self.kills = self.gave_up = 0
        self.at_work: list[Process] = []
        self._environment = {
            "PATH": os.environ["PATH"],  # noqa: TID251 - a process needs it to find its Python's libraries
            "PYTHONPATH": str(Path.cwd()),
            **environment,
        }

    async def hire(self, number: int = 1) -> None:
        """Start some more workers, and do not wait until they are ready."""
        for _ in range(number):
            with (self.folder / LOG).open("ab") as log:
                worker = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", "tests.campaigns.worker", str(self.clock_file)),
                    env=self._environment, stdout=log, stderr=log,
                )  # fmt: skip
            self.at_work.append(worker)

    async def ready(self, number: int) -> None:
        """Wait until so many of those who were ever hired have begun to work."""
        begun = 0
        while begun < number:
            await asyncio.sleep(0.1)
            begun = self.log().count(READY)

    def bury(self) -> None:
        """Take those off the list who ended by themselves, and count them: a supervisor would start others."""
        alive = [worker for worker in self.at_work if worker.returncode is None]
        self.gave_up += len(self.at_work) - len(alive)
        self.at_work = alive

    async def kill(self, worker: Process) -> None:
        """SIGKILL, at whatever it is doing."""
        self.at_work.remove(worker)
        worker.kill()
        await worker.wait()
        self.kills += 1

    async def kill_all(self) -> None:
        """SIGKILL for everybody, at the same moment."""
        self.bury()
        dying, self.at_work = self.at_work, []
        for worker in dying:
            worker.kill()
        for worker in dying:
            await worker.wait()
        self.kills += len(dying)

    def freeze(self, worker: Process) -> None:
        """SIGSTOP: the worker knows nothing of the time that passes from now on."""
        worker.send_signal(signal.SIGSTOP)

    def thaw(self, worker: Process) -> None:
        """SIGCONT: the worker goes on in the middle of whatever it was doing."""
        worker.send_signal(signal.SIGCONT)

    async def dismiss(self) -> list[int]:
        """SIGTERM for everybody; their exit statuses."""
        leaving, self.at_work = self.at_work, []
        for worker in leaving:
            worker.terminate()
        return [await asyncio.wait_for(worker.wait(), FAREWELL_SECONDS) for worker in leaving]

    async def close(self) -> None:
        """Leave no process behind, whatever happened."""
        for worker in self.at_work:
            if worker.returncode is None:
                worker.kill()
            await worker.wait()

    def log(self) -> str:
        """What the workers have logged."""
        return (self.folder / LOG).read_text(encoding="utf-8", errors="replace")
