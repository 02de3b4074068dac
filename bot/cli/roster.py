"""`bedside roster FILE`: place people in rotations."""

import argparse

from bot.cli.words import counted
from bot.configuration.settings import read_settings
from bot.domain.errors import RosterRefused
from bot.domain.people import Role
from bot.flows.apply_roster import apply_roster
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world


async def run(chosen: argparse.Namespace) -> int:
    """Apply a roster file as a whole, or print every problem with its line and change nothing."""
    try:
        text = chosen.file.read_text(encoding="utf-8-sig")
    except OSError:
        raise RosterRefused(problems=(f"There is no file {chosen.file}. Write the path of a CSV file.",)) from None
    except UnicodeDecodeError:
        problem = "The file is not UTF-8. In Excel, save it as “CSV UTF-8 (Comma delimited)”."
        raise RosterRefused(problems=(problem,)) from None
    async with open_world(read_settings()) as world:
        plan = await apply_roster(world, text, at=SystemClock().now())
    students = {placement.person for placement in plan.placements if placement.role is Role.STUDENT}
    preceptors = {placement.person for placement in plan.placements if placement.role is Role.PRECEPTOR}
    print(
        f"Placed: {counted(len(students), 'student')} and {counted(len(preceptors), 'preceptor')}, "
        f"in {counted(len(plan.rotations), 'rotation')} of {counted(len(plan.cohorts), 'cohort')}."
    )
    return 0
