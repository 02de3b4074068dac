"""`bedside worker`: the heartbeat alone."""

import argparse
from datetime import timedelta
from typing import Final

from bot.cli.needs import demand
from bot.cli.signals import listen_for_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.wiring.bot import open_bot
from bot.wiring.clocks import SystemClock
from bot.wiring.doors import open_health

WEB_FIRST: Final = timedelta(seconds=20)
"""A worker leaves PORT to a `bedside web` that starts beside it on the same machine, which takes a busy one more than
five seconds; a `web` that comes too late could not start at all."""


async def run(_: argparse.Namespace) -> int:
    """Plan, send and publish until SIGTERM; a `bedside web` listens to Slack."""
    stop = listen_for_stop()
    set_up_logs()
    settings = read_settings()
    demand("worker", settings)
    async with open_bot(settings, clock=SystemClock()) as bot, open_health(settings, bot, courtesy=WEB_FIRST):
        bot.heartbeat.start()
        print("Bedside plans, sends and publishes. Stop it with Ctrl+C.", flush=True)
        await stop.wait()
    return 0
