"""`bedside outbox`: what is planned, stuck, unknown and failed."""

import argparse

from bot.configuration.settings import read_settings
from bot.domain.outbox import State
from bot.wiring import open_world

NEEDS_ATTENTION = (State.UNKNOWN, State.FAILED)


async def run(_: argparse.Namespace) -> int:
    """Print how many messages are in each state and name those that need a person. Exit status 1 if any does."""
    async with open_world(read_settings()) as world, world.open_work() as work:
        counts = await work.outbox.counts()
        troubled = await work.outbox.listed(NEEDS_ATTENTION, limit=50)
    for state in State:
        print(f"{state:<10} {counts.get(state, 0)}")
    for message in troubled:
        print(
            f"{message.state:<10} {message.planned.kind:<9} {message.planned.send_at:%Y-%m-%d %H:%M} UTC  {message.id}"
        )
    return 1 if troubled else 0
