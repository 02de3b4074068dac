"""Handing things to the app as patiently as Slack does, over whichever road leads there."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.practice.faults import DELIVERY_KINDS, Faults
from bot.practice.wire import Ack, Delivery, Json, Kind, Retry


class Courier:
    """Delivers as Slack does: three seconds of patience, three retries for events and none for people."""

    def __init__(
        self,
        road: Delivery,
        faults: Faults,
        *,
        ack_seconds: float = 3.0,
        retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0),
    ) -> None:
        self.road = road
        self._faults, self._ack_seconds, self._retry_delays = faults, ack_seconds, retry_delays
        self._tasks: set[asyncio.Task[Any]] = set()

    async def deliver(self, kind: Kind, payload: Json, *, retry: Retry | None = None) -> Ack:
        """Deliver, with any fault that was ordered; an event without an ack is tried again meanwhile."""

        async def attempt() -> Ack:
            return await self._attempt(kind, payload, retry)

        fault = self._faults.take(name_of(kind, payload), DELIVERY_KINDS)
        ack = await (DELIVERY_KINDS[fault.kind](fault, attempt, self.in_background) if fault else attempt())
        if kind is Kind.EVENT and not ack.ok:
            self.in_background(self._retry(payload, ack.reason))
        return ack

    def in_background(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do the work without waiting for it; `close` ends it if it is still going on."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """End everything that still goes on in the background."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _attempt(self, kind: Kind, payload: Json, retry: Retry | None) -> Ack:
        try:
            async with asyncio.timeout(self._ack_seconds):
                return await self.road.deliver(kind, payload, retry=retry)
        except TimeoutError:
            return Ack(ok=False, reason="timed_out")

    async def _retry(self, payload: Json, reason: str) -> None:
        for number, delay in enumerate(self._retry_delays, start=1):
            await asyncio.sleep(delay)
            if (await self._attempt(Kind.EVENT, payload, Retry(number, reason))).ok:
                return


def name_of(kind: Kind, payload: Json) -> str:
    """Return the name faults know a delivery by: `message`, `view_submission`, `/bedside`, …"""
    if kind is Kind.COMMAND:
        return str(payload["command"])
    return str(payload["event"]["type"] if kind is Kind.EVENT else payload["type"])
