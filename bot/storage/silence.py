"""A PostgreSQL that is connected and says nothing, as one that was frozen: its own limits end nothing there, and its
host still answers for it, so only the client can give up."""

import asyncio
from collections.abc import Generator
from datetime import timedelta
from typing import Any, Final, Self, TypeVar

from psycopg import AsyncConnection, OperationalError
from psycopg.abc import PQGen

Ends = TypeVar("Ends")

LOOK_EVERY: Final = 0.1
"""Seconds."""


class ServerSilent(OperationalError):
    """The connection stands, and nothing came over it for too long."""


def gives_up_after(silence: timedelta) -> type[AsyncConnection[Any]]:
    """Connections that end when the server says nothing at all for so long while it is waited for, and as soon as they
    stand when nobody waits for them any more."""
    looks = max(1, int(silence.total_seconds() / LOOK_EVERY))

    class Impatient(AsyncConnection[Any]):
        @classmethod
        async def connect(cls, *args: Any, **settings: Any) -> Self:  # noqa: ANN401 - whatever the driver takes
            # A task that is cancelled here would leave the server with half a connection until it is swept up, and a
            # server has few to give.
            opening = asyncio.create_task(super().connect(*args, **settings))
            try:
                return await asyncio.shield(opening)
            except asyncio.CancelledError:
                opening.add_done_callback(_end)
                raise

        async def wait(self, gen: PQGen[Ends], interval: float = LOOK_EVERY, timeout: float | None = None) -> Ends:
            try:
                return await super().wait(_heard(gen, looks), interval=interval, timeout=timeout)
            except ServerSilent:
                # What was asked for can't be cancelled either: the same server would have to hear of it.
                self.pgconn.finish()
                raise

    return Impatient


def _end(opening: asyncio.Task[Any]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().pgconn.finish()


def _heard(waits: PQGen[Ends], looks: int) -> Generator[Any, Any, Ends]:
    """The same waits, until so many looks in a row were in vain. Looks are counted and not seconds, so that a process
    that was stopped for a while does not take its own absence for the server's silence."""
    in_vain = 0
    try:
        wanted = next(waits)
        while True:
            ready = yield wanted
            in_vain = 0 if ready else in_vain + 1
            if in_vain == looks:
                raise ServerSilent("the server says nothing")
            wanted = waits.send(ready)
    except StopIteration as end:
        ended: Ends = end.value
        return ended
