"""What goes on after a request was acknowledged: each task tells of its own failure, and a stop waits for them all."""

import asyncio
from collections.abc import Coroutine
from logging import ERROR, WARNING
from typing import Any, Final

from bot.logs import log

LAST_TASKS: Final = 5.0
"""Seconds that tasks may take once the process is asked to stop; so each of them has to set itself a shorter limit."""


class Tasks:
    """Holds on to every task until it has ended: the event loop alone would drop one, and tell nobody of its error."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        """Do this without waiting for it. If it fails, a log line `<name>_failed` says with which error and where."""
        task = asyncio.create_task(_told(name, work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self, *, within: float = LAST_TASKS) -> None:
        """Wait for every task, also for those that a task starts meanwhile, and cut off what takes too long."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + within
        while self._running:
            left = deadline - clock()
            await asyncio.wait(set(self._running), timeout=max(left, 0))
            if left <= 0:
                break
        late = set(self._running)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def _told(name: str, work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except asyncio.CancelledError:
        log(f"{name}_cut_off", level=WARNING)
        raise
    except Exception as error:  # noqa: BLE001 - nobody awaits a task, so nobody else could tell of its error
        log(f"{name}_failed", level=ERROR, error=error)
