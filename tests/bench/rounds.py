"""Two ways to do one thing, measured in turns, so that whatever slows the machine down slows both."""

import asyncio
import gc
import math
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from statistics import median
from typing import TypeVar

T = TypeVar("T")


async def in_turns(
    bare: Callable[[], Awaitable[T]], ours: Callable[[], Awaitable[T]], *, rounds: int
) -> tuple[list[T], list[T]]:
    """What each way gave in every round, after a round to warm up. Who goes first changes from round to round."""
    gave: dict[bool, list[T]] = {True: [], False: []}
    for number in range(rounds + 1):
        for is_ours in (False, True) if number % 2 else (True, False):
            gc.collect()
            gave[is_ours].append(await (ours if is_ours else bare)())
    return gave[False][1:], gave[True][1:]


async def seconds(work: Callable[[], Awaitable[object]]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the rounds' ratios."""
    return median(one / other for one, other in zip(above, below, strict=True))


def percentile(waits: Sequence[float], share: float) -> float:
    """The smallest of some waits that this share of them (0.99, say) does not exceed."""
    return sorted(waits)[math.ceil(len(waits) * share) - 1]


async def waits(do: Callable[[T], Awaitable[object]], things: Iterable[T], *, at_once: int) -> list[float]:
    """How many seconds each thing took to do, so many at once."""
    took, left = [], iter(things)

    async def one_after_the_other() -> None:
        for thing in left:
            began = time.perf_counter()
            await do(thing)
            took.append(time.perf_counter() - began)

    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return took
