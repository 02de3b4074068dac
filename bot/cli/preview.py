"""`bedside preview ROTATION`: what goes out when."""

import argparse
import sys

from bot.configuration.settings import read_settings
from bot.flows.preview_rotation import PreviewDay, preview_rotation
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world


async def run(chosen: argparse.Namespace) -> int:
    """Print the coming weeks of a rotation in its own zone."""
    async with open_world(read_settings()) as world:
        days = await preview_rotation(world, chosen.rotation, weeks=chosen.weeks, at=SystemClock().now())
    if days is None:
        print(
            f"There is no rotation named {chosen.rotation!r}. Place people with `bedside roster`.",
            file=sys.stderr,
        )
        return 2
    for day in days:
        _show(day)
    return 0


def _show(day: PreviewDay) -> None:
    print(f"{day.lesson.on:%a %d %b %Y}  {day.lesson.principle.title}")
    print(f"  {day.reminder_at:%H:%M}  {day.lesson.reminder}")
    print(f"  {day.question_at:%H:%M}  {day.lesson.question}")
