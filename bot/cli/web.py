"""`bedside web`: signed HTTP events from Slack, and how the process is."""

import argparse

from bot.cli.needs import demand
from bot.cli.signals import listen_for_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.wiring.bot import open_bot
from bot.wiring.clocks import SystemClock
from bot.wiring.doors import open_web


async def run(_: argparse.Namespace) -> int:
    """Serve until SIGTERM; a `bedside worker` sends what is due."""
    stop = listen_for_stop()
    set_up_logs()
    settings = read_settings()
    demand("web", settings)
    clock = SystemClock()
    async with open_bot(settings, clock=clock) as bot, open_web(settings, bot, clock=clock):
        print(f"Bedside answers Slack's events on port {settings.port}, at /slack/events.", flush=True)
        await stop.wait()
    return 0
