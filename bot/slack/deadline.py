"""The last look at the clock, right before a request's first byte is written.

Between deciding to post and writing to the socket lie name look-up, connecting and encryption, and a process may be
frozen anywhere on that way. What is past its deadline then is not written at all.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import SimpleNamespace

from aiohttp import ClientError, ClientSession, TraceConfig, TraceRequestChunkSentParams, TraceRequestHeadersSentParams


class PastDeadline(Exception):
    """The deadline had passed, and nothing was written."""


@dataclass(slots=True)
class _Deadline:
    give_up_at: float
    passed: bool = False


_DEADLINE: ContextVar[_Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def deadline(give_up_at: float) -> Iterator[None]:
    """Within this, a request of a session that keeps deadlines is not written after a monotonic instant.

    It raises PastDeadline instead.
    """
    limit = _Deadline(give_up_at)
    token = _DEADLINE.set(limit)
    try:
        yield
    except ClientError as error:
        # A body is written by a task of aiohttp's own, which tells of the last look in words of its own.
        if limit.passed:
            raise PastDeadline from error
        raise
    finally:
        _DEADLINE.reset(token)


def keeps_deadlines(monotonic: Callable[[], float]) -> TraceConfig:
    """What makes a session keep the deadlines of its requests."""

    async def last_look(
        _session: ClientSession,
        _context: SimpleNamespace,
        _params: TraceRequestHeadersSentParams | TraceRequestChunkSentParams,
    ) -> None:
        limit = _DEADLINE.get()
        if limit is not None and monotonic() >= limit.give_up_at:
            limit.passed = True
            raise PastDeadline

    config = TraceConfig()
    # aiohttp keeps the headers back until there is a piece of the body to write with them, and before Python 3.12 a
    # task that comes up later writes it: behind every other request that begins at the same moment. The look before
    # a piece of the body is the last one, with nothing awaited between it and the transport.
    config.on_request_headers_sent.append(last_look)
    config.on_request_chunk_sent.append(last_look)
    return config
