"""`bedside worker`: the heartbeat alone."""

import argparse

from bot.cli.needs import demand
from bot.cli.signals import asked_to_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.wiring import SystemClock, open_bot


async def run(_: argparse.Namespace) -> int:
    """Plan, send and publish until SIGTERM; a `bedside web` listens to Slack."""
    set_up_logs()
    settings = read_settings()
    demand("worker", settings)
    async with open_bot(settings, clock=SystemClock()) as bot:
        bot.heartbeat.start()
        print("Bedside plans, sends and publishes. Stop it with Ctrl+C.", flush=True)
        await asked_to_stop()
    return 0
