"""The word to stop: asked once, a process ends well and soon; asked again, at once."""

import asyncio
import logging
import os
import signal
import threading
from types import FrameType
from typing import Final

from bot.logs import log

END_WITHIN: Final = 9.0
"""Seconds that the end may take before what is left of it is cut off: platforms kill after ten."""
TO_STOP: Final = (signal.SIGTERM, signal.SIGINT)


def listen_for_stop() -> asyncio.Event:
    """What is set when the process gets SIGTERM or SIGINT; from then on it has `END_WITHIN` seconds to end, and a
    second signal ends it at once."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop() -> None:
        asked.set()
        for number in TO_STOP:
            loop.remove_signal_handler(number)
            signal.signal(number, _end_at_once)
        end_soon(0)

    for number in TO_STOP:
        loop.add_signal_handler(number, stop)
    return asked


async def asked_to_stop() -> None:
    """Return when the process gets SIGTERM or SIGINT."""
    await listen_for_stop().wait()


def end_soon(status: int) -> None:
    """See to it that the process ends with this status even if its end hangs.

    By a thread, since it may be the event loop that hangs.
    """
    guard = threading.Timer(END_WITHIN, _cut_off, (status,))
    guard.daemon = True
    guard.start()


def _end_at_once(number: int, _: FrameType | None) -> None:
    os._exit(128 + number)


def _cut_off(status: int) -> None:
    log("end_cut_off", level=logging.ERROR)
    os._exit(status)
