"""A process that is asked to stop ends: by itself, at the latest after a while, and at once when asked twice."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# Each says when it listens, and what it does once it is asked to stop.
ENDS = "pass"
HANGS = "await asyncio.Event().wait()"
BLOCKS = "while True: pass"
PROGRAM = """
import asyncio, sys
from bot.cli import signals
signals.END_WITHIN = {end_within}

async def main():
    stop = signals.listen_for_stop()
    print("listens", flush=True)
    await stop.wait()
    print("stops", flush=True)
    {then}

asyncio.run(main())
"""


@contextmanager
def running(then: str, *, end_within: float = 60.0) -> Iterator[subprocess.Popen[str]]:
    program = PROGRAM.format(then=then, end_within=end_within)
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", program], stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "listens\n"
        try:
            yield process
        finally:
            process.kill()


def ask(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send the first signal and wait until it was understood."""
    process.send_signal(number)
    assert process.stdout is not None
    assert process.stdout.readline() == "stops\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_process_that_has_nothing_in_hand_ends_well(number: signal.Signals) -> None:
    with running(ENDS) as process:
        ask(process, number)
        assert process.wait(30) == 0


@pytest.mark.parametrize("then", [HANGS, BLOCKS])
def test_an_end_that_hangs_is_cut_off_and_said(then: str) -> None:
    with running(then, end_within=0.1) as process:
        ask(process, signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stderr is not None
        assert "end_cut_off" in process.stderr.read()


@pytest.mark.parametrize("then", [HANGS, BLOCKS])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_a_process_at_once(then: str, number: signal.Signals) -> None:
    with running(then) as process:
        ask(process, signal.SIGTERM)
        process.send_signal(number)
        assert process.wait(30) == 128 + number
