"""`bedside web`: signed HTTP events from Slack, and `/healthz`."""

import argparse

from bot.cli.needs import demand
from bot.cli.signals import asked_to_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.wiring import SystemClock, open_bot, open_web


async def run(_: argparse.Namespace) -> int:
    """Serve until SIGTERM; a `bedside worker` sends what is due."""
    set_up_logs()
    settings = read_settings()
    demand("web", settings)
    async with open_bot(settings, clock=SystemClock()) as bot, open_web(settings, bot):
        print(f"Bedside answers Slack's events on port {settings.port}, at /slack/events.", flush=True)
        await asked_to_stop()
    return 0
