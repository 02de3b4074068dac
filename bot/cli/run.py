"""`bedside run`: the whole bot in one process, over Socket Mode."""

import argparse
import asyncio
from collections.abc import Coroutine
from typing import Any, Final

from bot.cli.needs import demand
from bot.cli.signals import end_soon, listen_for_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.slack.sockets import token_refused
from bot.wiring.bot import open_bot
from bot.wiring.clocks import SystemClock
from bot.wiring.doors import open_health, open_sockets

TOKEN_IS_REFUSED: Final = 2
"""The exit status of whatever has to be put right first."""
SLACK_IS_SILENT: Final = 3
"""The exit status that has a supervisor start the bot anew."""


async def run(_: argparse.Namespace) -> int:
    """Run until SIGTERM, or until Slack stays silent. Raises SettingWrong for whatever is missing, or refused at any
    time."""
    stop = listen_for_stop()
    set_up_logs()
    settings = read_settings()
    demand("run", settings)
    async with (
        open_bot(settings, clock=SystemClock()) as bot,
        open_sockets(settings, bot) as sockets,
        open_health(settings, bot, sockets=sockets),
    ):
        bot.heartbeat.start()
        print("Bedside is running. Stop it with Ctrl+C.", flush=True)
        ended = await _first_of(stop.wait(), sockets.be_refused(), sockets.fall_silent())
        if ended == 0:
            return 0
        status = TOKEN_IS_REFUSED if ended == 1 else SLACK_IS_SILENT
        end_soon(status)
    if status == TOKEN_IS_REFUSED:
        raise token_refused()
    return status


async def _first_of(*waits: Coroutine[Any, Any, object]) -> int:
    """Which of several things happens first."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    first = next(number for number, task in enumerate(tasks) if task.done())
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return first
