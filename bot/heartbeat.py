"""APScheduler beats and calls the flows. It holds no rule: a beat that comes late, twice or never changes nothing that
the database does not allow."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from enum import StrEnum
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import log

STOP_WITHIN: Final = 7.0
"""Seconds that a stop waits for what is in flight, before it is cut off: a platform kills after ten."""
CUT_WITHIN: Final = 0.5
"""Seconds that something cut off may take to put down what it holds."""
AGAIN_AFTER: Final = (timedelta(seconds=2), timedelta(seconds=5))
"""A beat that failed is tried again about so soon: a database that was away is back before a slow beat's next turn."""


class BeatName(StrEnum):
    """What a beat does, for logs, meters and health."""

    RENEW = "renew"
    WELCOME = "welcome"
    PLAN = "plan"
    DIGESTS = "digests"
    LOOK = "look"
    FORGET = "forget"
    DELIVER = "deliver"
    SETTLE = "settle"
    WARN = "warn"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Beat:
    """Something to do again and again; when it returns True there is more, and it is done again at once, even while
    the heart is being stopped. `prompt` beats also run when somebody pokes the heart.
    """

    run: Callable[[], Awaitable[object]]
    every: timedelta
    prompt: bool = False
    name: BeatName = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class LastBeat:
    """How long ago a beat last ended well, or the heart began to beat; how often it should come; and whether it is
    under way just now."""

    name: BeatName
    ago: timedelta
    every: timedelta
    is_running: bool


class Heartbeat:
    """Runs beats at their pace, one at a time each, until it is stopped. `on_stop` tells whoever does long work within
    a beat that it has less than `STOP_WITHIN` to end."""

    def __init__(self, beats: Iterable[Beat], *, on_stop: Callable[[], None] = lambda: None) -> None:
        self._beats = tuple(_OneAtATime(beat, stopping=lambda: self.stopping) for beat in beats)
        self._on_stop = on_stop
        self._under_way: set[asyncio.Task[None]] = set()
        self._scheduler: AsyncIOScheduler | None = None
        self.stopping = False
        """Whether the end has begun. A beat that is under way then has `STOP_WITHIN`, and is cut off after that: what
        it has not committed is simply not done."""

    def start(self) -> None:
        """Begin to beat: every beat once now, in order, and from then on at its own pace."""
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        for beat in self._beats:
            beat.note()
            self._scheduler.add_job(
                self._take_turn,
                IntervalTrigger(seconds=int(beat.every.total_seconds()), timezone=UTC),
                args=[beat],
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._scheduler.start()
        self._soon(self._beat_each())

    def poke(self) -> None:
        """Run the prompt beats soon, since something was just put into the outbox."""
        if self._scheduler is None or self.stopping:
            return
        for beat in self._beats:
            if beat.prompt and not beat.is_awaited:
                self._soon(self._beat(beat))

    async def beat_all(self) -> None:
        """Run every beat once, in order, and wait for it."""
        for beat in self._beats:
            await beat.tick()

    def last_beats(self) -> tuple[LastBeat, ...]:
        """When each beat last ended well; nothing while the heart does not beat."""
        if self._scheduler is None:
            return ()
        return tuple(LastBeat(beat.name, beat.well_ago(), beat.every, beat.is_running) for beat in self._beats)

    async def stop(self) -> None:
        """Begin nothing more, wait for what is in flight, and cut off what takes too long."""
        if not self.stopping:
            self.stopping = True
            self._on_stop()
        if self._scheduler is not None:
            self._scheduler.remove_all_jobs()
        for beat in self._beats:
            beat.forget_retry()
        for beat in self._beats:
            self._soon(beat.idle())
        await self._finish()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    async def _take_turn(self, beat: "_OneAtATime") -> None:
        """A turn of the scheduler's; what it began is ours to wait for and to cut off, not the scheduler's."""
        await asyncio.wait({self._soon(self._beat(beat))})

    async def _beat_each(self) -> None:
        for beat in self._beats:
            await self._beat(beat)

    async def _beat(self, beat: "_OneAtATime") -> None:
        """Run a beat, and again soon when it failed and its next turn is far away."""
        if await beat.tick() or self.stopping or beat.every <= AGAIN_AFTER[1]:
            return
        # Drawn, so that many processes do not come back to a database at one moment.
        delay = random.uniform(*(after.total_seconds() for after in AGAIN_AFTER))
        beat.retry(asyncio.get_running_loop().call_later(delay, lambda: self._soon(self._beat(beat))))

    async def _finish(self) -> None:
        """Wait for everything under way, and cut off what takes too long."""
        late = await self._wait(STOP_WITHIN)
        if late:
            log("stop_cut_off", level=logging.WARNING)
        for beat in self._beats:
            if beat.is_running:
                log("beat_cut_off", level=logging.WARNING, beat=beat.name)
        for task in late:
            task.cancel()
        await self._wait(CUT_WITHIN)

    async def _wait(self, seconds: float) -> set[asyncio.Task[None]]:
        """Those that did not end within so many seconds."""
        if not self._under_way:
            return set()
        _, late = await asyncio.wait(self._under_way, timeout=seconds)
        return late

    def _soon(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Start something that `stop` waits for: a bare task could be lost, and with it what it was doing."""
        task = asyncio.get_running_loop().create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task


class _OneAtATime:
    """A beat behind a lock, so that a tick, a poke, a retry and a practice clock never run it side by side."""

    def __init__(self, beat: Beat, *, stopping: Callable[[], bool]) -> None:
        self.name, self.every, self.prompt, self._run = beat.name, beat.every, beat.prompt, beat.run
        self.is_awaited = False
        """Whether a run is still to begin: another poke adds nothing to it."""
        self._stopping = stopping
        self._lock = asyncio.Lock()
        self._retry: asyncio.TimerHandle | None = None
        self._well_at = 0.0

    async def tick(self) -> bool:
        """Run once, or as long as there is more; whether it went well.

        A failure is logged and ends this tick only: the outbox keeps what is not done.
        """
        self.is_awaited = True
        async with self._lock:
            self.is_awaited = False
            self.forget_retry()
            if self._stopping():
                return True
            try:
                while await self._run() is True:
                    self.note()
            except Exception as error:  # noqa: BLE001 - the outermost loop: a beat that dies must not stop the heart
                log("beat_failed", level=logging.ERROR, error=error, beat=self.name)
                return False
            self.note()
            return True

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._lock.locked()

    def note(self) -> None:
        """Note that all is well just now."""
        self._well_at = asyncio.get_running_loop().time()

    def well_ago(self) -> timedelta:
        """How long ago all was well."""
        return timedelta(seconds=asyncio.get_running_loop().time() - self._well_at)

    def retry(self, timer: asyncio.TimerHandle) -> None:
        """Keep the timer of the next try; there is never more than one."""
        self.forget_retry()
        self._retry = timer

    def forget_retry(self) -> None:
        """Try no more: there is another run, or the end."""
        if self._retry is not None:
            self._retry.cancel()
            self._retry = None

    async def idle(self) -> None:
        """Wait until no run is under way."""
        async with self._lock:
            return
