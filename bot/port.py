"""How a process gets the port that it listens on: by insisting, or when nobody else wants it."""

import asyncio
from datetime import timedelta
from typing import Final

from aiohttp import web

from bot.domain.errors import SettingWrong
from bot.logs import log

TRIES: Final = 20
BETWEEN_TRIES: Final = timedelta(seconds=0.25)
LOOK_EVERY: Final = timedelta(seconds=15)
"""How often somebody who would like a port that is taken looks whether it is free."""


async def insist_on(runner: web.AppRunner, port: int) -> None:
    """Listen, if need be once the process before has let go of the port. Raises SettingWrong when it stays taken."""
    for _ in range(TRIES):
        if await _take(runner, port):
            return
        await asyncio.sleep(BETWEEN_TRIES.total_seconds())
    raise SettingWrong(
        name="PORT", problem=f"nobody may listen on {port}, or something else does", write="Write another number"
    )


async def take_when_free(
    runner: web.AppRunner, port: int, *, courtesy: timedelta, look_every: timedelta = LOOK_EVERY
) -> None:
    """Listen once the port has been free for as long as `courtesy` asks; when it is taken, say so once and wait."""
    await asyncio.sleep(courtesy.total_seconds())
    taken = not await _take(runner, port)
    if taken:
        log("health_port_taken", port=port)
    while taken:
        await asyncio.sleep(look_every.total_seconds())
        taken = not await _take_in_turn(runner, port, courtesy)


async def _take_in_turn(runner: web.AppRunner, port: int, courtesy: timedelta) -> bool:
    """Listen if the port is free, and is so still after a while: whoever had it may be on its way back."""
    if not await _is_free(port):
        return False
    await asyncio.sleep(courtesy.total_seconds())
    return await _take(runner, port)


async def _is_free(port: int) -> bool:
    probe = web.AppRunner(web.Application())
    await probe.setup()
    try:
        return await _take(probe, port)
    finally:
        await probe.cleanup()


async def _take(runner: web.AppRunner, port: int) -> bool:
    """Listen on every address of the host; whether that could be."""
    site = web.TCPSite(runner, port=port)
    try:
        await site.start()
    except OSError:
        await site.stop()
        return False
    return True
