"""Misbehaviour on order. A new kind is one function with a decorator; nothing else has to know of it."""

import asyncio
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, TypeAlias, TypeVar

from bot.practice.wire import Ack, Json

EVERYTHING = "*"
ALWAYS = sys.maxsize


@dataclass(frozen=True, slots=True)
class Answer:
    """What a Web API method answers over HTTP; of an answer that is not `whole` only the first half arrives."""

    body: Json | str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True


class Cut(Exception):
    """The connection is cut instead of an answer."""


@dataclass(slots=True)
class Fault:
    """One order: misbehave like `kind` the next `times` times that `target` comes up and the dice say so."""

    target: str
    kind: str
    times: int
    chance: float
    details: Mapping[str, Any]


Call: TypeAlias = Callable[[], Awaitable[Answer]]
CallKind: TypeAlias = Callable[[Fault, Call], Awaitable[Answer]]
Attempt: TypeAlias = Callable[[], Coroutine[Any, Any, Ack]]
InBackground: TypeAlias = Callable[[Coroutine[Any, Any, Any]], None]
DeliveryKind: TypeAlias = Callable[[Fault, Attempt, InBackground], Awaitable[Ack]]

CALL_KINDS: dict[str, CallKind] = {}
DELIVERY_KINDS: dict[str, DeliveryKind] = {}
# The socket server itself knows how to misbehave in these ways; their target is LINK.
LINK = "link"
LINK_KINDS: Mapping[str, str] = {
    "disconnect": "says `disconnect` (reason=…) before the next envelope goes over another connection",
    "hang_up": "takes the connection away with the envelope still unanswered",
}

K = TypeVar("K", bound=Callable[..., Any])


class Faults:
    """The switchboard: what was ordered and has not happened yet, oldest first, and how often each kind happened."""

    def __init__(self) -> None:
        self.ordered: list[Fault] = []
        self.happened: Counter[str] = Counter()
        # The same seed gives the same faults to the same calls.
        self.dice = Random(0)

    def add(self, target: str, kind: str, times: int = 1, *, chance: float = 1.0, **details: object) -> None:
        """Order a fault for a method, a delivery (`message`, `view_submission`, `/bedside`), LINK or `*`.

        With a `chance` each time is hit with this probability only, and `times` counts the hits.
        """
        if kind not in {**CALL_KINDS, **DELIVERY_KINDS, **LINK_KINDS}:
            known = ", ".join(sorted({**CALL_KINDS, **DELIVERY_KINDS, **LINK_KINDS}))
            raise ValueError(f"No fault is called {kind!r}; there are: {known}.")
        self.ordered.append(Fault(target, kind, times, chance, details))

    def take(self, target: str, kinds: Mapping[str, Any]) -> Fault | None:
        """Use up one turn of the oldest order for this target that is of one of these kinds and hits."""
        for fault in self.ordered:
            is_meant = fault.target in (target, EVERYTHING) and fault.kind in kinds
            if is_meant and self.dice.random() < fault.chance:
                fault.times -= 1
                if fault.times <= 0:
                    self.ordered.remove(fault)
                self.happened[fault.kind] += 1
                return fault
        return None


def _in(registry: dict[str, Any]) -> Callable[[K], K]:
    def register(kind: K) -> K:
        registry[kind.__name__] = kind
        return kind

    return register


@_in(CALL_KINDS)
async def drop_before(_: Fault, __: Call) -> Answer:
    """Cut the connection before the request is accepted."""
    raise Cut


@_in(CALL_KINDS)
async def drop_after(_: Fault, call: Call) -> Answer:
    """Accept the request, then cut the connection."""
    await call()
    raise Cut


@_in(CALL_KINDS)
async def time_out(fault: Fault, call: Call) -> Answer:
    """Stay silent for `seconds`, having accepted the request first if `accepted`; then cut the connection."""
    if fault.details.get("accepted"):
        await call()
    await asyncio.sleep(fault.details.get("seconds", 60.0))
    raise Cut


@_in(CALL_KINDS)
async def status(fault: Fault, call: Call) -> Answer:
    """Answer with an HTTP status (`code`, default 500), having accepted the request first if `accepted`."""
    if fault.details.get("accepted"):
        await call()
    code = fault.details.get("code", 500)
    return Answer({"ok": False, "error": "internal_error"}, status=code)


@_in(CALL_KINDS)
async def html(fault: Fault, call: Call) -> Answer:
    """Answer `code` (default 503) with a web page where JSON belongs, accepted first if `accepted`."""
    if fault.details.get("accepted"):
        await call()
    page = "<!DOCTYPE html><title>Slack</title><p>Something went wrong on our side.</p>"
    headers = {"Content-Type": fault.details.get("content_type", "text/html")}
    return Answer(page, status=fault.details.get("code", 503), headers=headers)


@_in(CALL_KINDS)
async def half_an_answer(_: Fault, call: Call) -> Answer:
    """Accept the request, then cut the connection in the middle of the answer."""
    return replace(await call(), whole=False)


@_in(CALL_KINDS)
async def slow(fault: Fault, call: Call) -> Answer:
    """Answer only after `seconds` (default 1); the request is accepted no earlier, or at once if `accepted`."""
    accepted = await call() if fault.details.get("accepted") else None
    await asyncio.sleep(fault.details.get("seconds", 1.0))
    return accepted or await call()


@_in(CALL_KINDS)
async def hold(fault: Fault, call: Call) -> Answer:
    """Accept the request, then await what `until` returns before answering: time enough to kill whoever asked."""
    answer = await call()
    await fault.details["until"]()
    return answer


@_in(CALL_KINDS)
async def rate_limited(fault: Fault, _: Call) -> Answer:
    """Refuse with 429 and a Retry-After of `retry_after` seconds (default 1)."""
    headers = {"Retry-After": str(fault.details.get("retry_after", 1))}
    return Answer({"ok": False, "error": "ratelimited"}, status=429, headers=headers)


@_in(CALL_KINDS)
async def error(fault: Fault, _: Call) -> Answer:
    """Refuse with Slack's error `code`."""
    return Answer({"ok": False, "error": fault.details["code"]})


@_in(DELIVERY_KINDS)
async def duplicate(_: Fault, attempt: Attempt, __: InBackground) -> Ack:
    """Deliver the same thing twice and keep the first answer."""
    ack = await attempt()
    await attempt()
    return ack


@_in(DELIVERY_KINDS)
async def late(fault: Fault, attempt: Attempt, in_background: InBackground) -> Ack:
    """Give up on the app at once, and hand it the delivery `seconds` (default 0) later all the same."""

    async def afterwards() -> None:
        await asyncio.sleep(fault.details.get("seconds", 0.0))
        await attempt()

    in_background(afterwards())
    return _nothing_heard()


@_in(DELIVERY_KINDS)
async def unheard(_: Fault, attempt: Attempt, __: InBackground) -> Ack:
    """Deliver, then lose the app's answer."""
    await attempt()
    return _nothing_heard()


@_in(DELIVERY_KINDS)
async def lost(_: Fault, __: Attempt, ___: InBackground) -> Ack:
    """Never deliver; an event is then tried again like any other that was not acknowledged."""
    return _nothing_heard()


def _nothing_heard() -> Ack:
    return Ack(ok=False, reason="timed_out")
