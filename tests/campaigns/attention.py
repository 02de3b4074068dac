"""How long Slack's stand-in stood still: what its machine keeps from it looks to a worker like Slack's silence."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

LOOK_EVERY = 0.05


@dataclass(slots=True)
class Attention:
    """The longest time, in seconds, in which this process answered nobody."""

    stood_still: float = 0.0

    async def watch(self) -> None:
        """Look at the clock again and again, for ever."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await asyncio.sleep(LOOK_EVERY)
            self.stood_still = max(self.stood_still, loop.time() - began - LOOK_EVERY)


@asynccontextmanager
async def attention_paid() -> AsyncIterator[Attention]:
    """Meanwhile it is measured."""
    attention = Attention()
    watch = asyncio.create_task(attention.watch())
    try:
        yield attention
    finally:
        watch.cancel()
        await asyncio.wait([watch])
