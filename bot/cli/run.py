"""`bedside run`: the whole bot in one process, over Socket Mode."""

import argparse

from bot.cli.needs import demand
from bot.cli.signals import asked_to_stop
from bot.configuration.settings import read_settings
from bot.logs import set_up_logs
from bot.wiring import SystemClock, open_bot, open_sockets


async def run(_: argparse.Namespace) -> int:
    """Run until SIGTERM. Raises SettingWrong for whatever is missing or refused."""
    set_up_logs()
    settings = read_settings()
    demand("run", settings)
    async with open_bot(settings, clock=SystemClock()) as bot, open_sockets(settings, bot):
        bot.heartbeat.start()
        print("Bedside is running. Stop it with Ctrl+C.", flush=True)
        await asked_to_stop()
    return 0
