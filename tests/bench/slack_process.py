"""Starts the stand-in for Slack in a process of its own, and has it press buttons."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp

APP_TOKEN = "xapp-{name}"
SECRET = "signing-secret"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SlackProcess:
    """A running stand-in, by its port."""

    port: int

    @property
    def api_url(self) -> str:
        """The base of the Web API."""
        return f"http://127.0.0.1:{self.port}/api/"

    @property
    def response_url(self) -> str:
        """Where an app may answer a press."""
        return f"http://127.0.0.1:{self.port}/respond"

    async def waits(self, payloads: Sequence[Json], *, number: int, at_once: int, **way: str) -> list[float]:
        """Seconds that each of so many requests waited for its ack; the payloads take turns.

        The way is a socket's `token`, or `url` and `secret`.
        """
        order = json.dumps({"payloads": payloads, "number": number, "at_once": at_once, **way}).encode()
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{self.port}/presses", data=BytesIO(order)) as answer,
        ):
            assert answer.status == 200, await answer.text()
            waits: list[float] = await answer.json()
        return waits


@contextmanager
def slack_process(*, delay: float) -> Iterator[SlackProcess]:
    """A stand-in that answers every call after so many seconds; it ends with the block."""
    command = [sys.executable, "-m", "tests.bench.slack_stand_in", str(delay)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield SlackProcess(int(process.stdout.readline()))
        finally:
            process.terminate()
