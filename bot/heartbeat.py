"""APScheduler beats and calls the flows. It holds no rule: a beat that comes late, twice or never changes nothing that
the database does not allow."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import log


@dataclass(frozen=True, slots=True)
class Beat:
    """Something to do again and again. `prompt` beats also run when somebody pokes the heart."""

    run: Callable[[], Awaitable[object]]
    every: timedelta
    prompt: bool = False


class Heartbeat:
    """Runs beats at their pace, one at a time each, until it is stopped."""

    def __init__(self, beats: Iterable[Beat]) -> None:
        self._beats = tuple(_OneAtATime(beat) for beat in beats)
        self._under_way: set[asyncio.Task[None]] = set()
        self._scheduler: AsyncIOScheduler | None = None
        self.stopping = False
        """Whether a long beat should end soon."""

    def start(self) -> None:
        """Begin to beat: every beat once now, in order, and from then on at its own pace."""
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        for beat in self._beats:
            self._scheduler.add_job(
                beat.tick,
                IntervalTrigger(seconds=int(beat.every.total_seconds()), timezone=UTC),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._scheduler.start()
        self._soon(self.beat_all())

    def poke(self) -> None:
        """Run the prompt beats soon, since something was just put into the outbox."""
        for beat in self._beats:
            if beat.prompt and self._scheduler is not None:
                self._soon(beat.tick())

    async def beat_all(self) -> None:
        """Run every beat once, in order, and wait for it."""
        for beat in self._beats:
            await beat.tick()

    async def stop(self) -> None:
        """Beat no more, and wait for what is in flight."""
        self.stopping = True
        if self._scheduler is not None:
            self._scheduler.remove_all_jobs()
        await asyncio.gather(*self._under_way)
        for beat in self._beats:
            await beat.idle()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    def _soon(self, work: Coroutine[None, None, None]) -> None:
        """Start something that `stop` waits for: a bare task could be lost, and with it what it was doing."""
        task = asyncio.get_running_loop().create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


class _OneAtATime:
    """A beat behind a lock, so that a tick, a poke and a practice clock never run it side by side."""

    def __init__(self, beat: Beat) -> None:
        self.every, self.prompt, self._run = beat.every, beat.prompt, beat.run
        self._lock = asyncio.Lock()

    async def tick(self) -> None:
        """Run once. A failure is logged and ends this tick only: the outbox keeps what is not done."""
        async with self._lock:
            try:
                await self._run()
            except Exception as error:  # noqa: BLE001 - the outermost loop: a beat that dies must not stop the heart
                log("beat_failed", level=logging.ERROR, error=error)

    async def idle(self) -> None:
        """Wait until no run is under way."""
        async with self._lock:
            return
