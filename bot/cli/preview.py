"""`bedside preview ROTATION`: what goes out when."""

import argparse
import sys

from bot.configuration.settings import read_settings
from bot.domain.errors import NoSuchRotation
from bot.flows.preview_rotation import PreviewDay, preview_rotation, rotation_to_preview
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world


async def run(chosen: argparse.Namespace) -> int:
    """Print the coming weeks of a rotation in its own zone."""
    at = SystemClock().now()
    async with open_world(read_settings()) as world:
        try:
            rotation = await rotation_to_preview(world, chosen.rotation, at=at)
        except NoSuchRotation as error:
            print(_unfound(chosen.rotation, error), file=sys.stderr)
            return 2
        days = await preview_rotation(world, rotation, weeks=chosen.weeks, at=at)
    if not days:
        print("Nothing goes out in these weeks.")
    for day in days or ():
        _show(day)
    return 0


def _unfound(typed: str, error: NoSuchRotation) -> str:
    names = error.fields["names"]
    listed = "".join(f"\n  {name}" for name in names) if isinstance(names, tuple) else ""
    return f"There is no rotation named {typed!r}. There are:{listed}"


def _show(day: PreviewDay) -> None:
    print(f"{day.on:%a %d %b %Y}  {_title(day)}".rstrip())
    lines = [(day.digest_at, "The digest for the preceptors")]
    if day.lesson is not None:
        lines += [(day.reminder_at, day.lesson.reminder), (day.question_at, _question(day))]
    for at, text in lines:
        if at is not None:
            print(f"  {at:%H:%M}  {text}")


def _title(day: PreviewDay) -> str:
    if day.day_off is not None:
        return f"Day off: {day.day_off.name}" if day.day_off.name else "Day off"
    if day.lesson is None:
        return ""
    return f"{day.lesson.principle.title}{' (changed for this date)' if day.is_changed else ''}"


def _question(day: PreviewDay) -> str:
    if day.lesson is None or day.question_at is None:
        return ""
    return f"{day.lesson.question}{' (the morning after)' if day.question_at.date() != day.on else ''}"
