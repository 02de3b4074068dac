"""The last look at the clock, right before a request's first byte is written.

Between deciding to post and writing to the socket lie name look-up, connecting and encryption, and a process may be
frozen anywhere on that way. What is past its deadline then is not written at all.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

from aiohttp import ClientSession, TraceConfig

_GIVE_UP_AT: ContextVar[float | None] = ContextVar("give_up_at", default=None)


class PastDeadline(Exception):
    """The deadline had passed, and nothing was written."""


@contextmanager
def deadline(give_up_at: float) -> Iterator[None]:
    """Within this, requests of a session that keeps deadlines are not written after a monotonic instant.

    They raise PastDeadline instead, or an error of aiohttp's whose cause it is.
    """
    token = _GIVE_UP_AT.set(give_up_at)
    try:
        yield
    finally:
        _GIVE_UP_AT.reset(token)


def keeps_deadlines(monotonic: Callable[[], float]) -> TraceConfig:
    """What makes a session keep the deadlines of its requests."""

    async def look(_session: ClientSession, _context: SimpleNamespace, _params: object) -> None:
        give_up_at = _GIVE_UP_AT.get()
        if give_up_at is not None and monotonic() >= give_up_at:
            raise PastDeadline

    config = TraceConfig()
    # aiohttp looks here before it puts the headers together, and in a later turn of the loop here once more, right
    # before it hands them to the transport together with the body. What is raised in that turn it wraps.
    config.on_request_headers_sent.append(look)
    config.on_request_chunk_sent.append(look)
    return config
