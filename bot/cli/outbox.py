"""`bedside outbox`: what is planned, stuck, unknown and failed."""

import argparse

from bot.configuration.settings import read_settings
from bot.domain.outbox import OutboxMessage, State
from bot.wiring import open_world

MOST_SHOWN = 50


async def run(_: argparse.Namespace) -> int:
    """Print how many messages are in each state and name those that need a person. Exit status 1 if any does."""
    async with open_world(read_settings()) as world, world.open_work() as work:
        counts = await work.outbox.counts()
        troubled = await work.outbox.troubled(limit=MOST_SHOWN)
    for state in State:
        print(f"{state:<10} {counts.get(state, 0)}")
    if troubled:
        print("\nThese need a look:")
    for message in troubled:
        print(_line(message))
    return 1 if troubled else 0


def _line(message: OutboxMessage) -> str:
    planned = message.planned
    return f"{message.state:<10} {planned.kind:<9} {planned.send_at:%Y-%m-%d %H:%M} UTC  {message.reason}  {message.id}"
