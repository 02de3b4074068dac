"""`bedside roster FILE`: place people in rotations."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.cli.progress import Progress
from bot.configuration.settings import Settings, read_settings
from bot.domain.errors import RosterRefused, SettingWrong
from bot.domain.roster import (
    NOBODY_ASKED,
    Found,
    RosterDraft,
    changes_in_words,
    decoded,
    draft_roster,
    has_addresses,
    reading_in_words,
)
from bot.flows.apply_roster import Roster, apply_roster, preview_roster
from bot.flows.find_people import find_channels, find_people
from bot.flows.ports import World
from bot.wiring.bot import open_membership
from bot.wiring.clocks import SystemClock
from bot.wiring.world import open_world

LOOKING_UP: Final = "Looking people up in Slack"
ONLY_LOOKED: Final = "Nothing was changed: this is what would be. Leave out --dry-run to do it."
NOT_TAKEN_OFF: Final = "To take off whoever is missing from the file, add --remove-missing."


async def run(chosen: argparse.Namespace) -> int:
    """Apply a roster file as a whole, or print every problem with its line and change nothing."""
    text, settings = decoded(_content(chosen.file)), read_settings()
    async with open_world(settings) as world:
        draft = draft_roster(text, program=world.program)
        found = await _who(settings, world, draft)
        roster = Roster(text, found, remove_missing=chosen.remove_missing)
        do = preview_roster if chosen.dry_run else apply_roster
        changes = await do(world, roster, at=SystemClock().now())
    print(*reading_in_words(draft, found), *changes_in_words(changes), sep="\n")
    if changes.stay:
        print(NOT_TAKEN_OFF)
    if chosen.dry_run and not changes.is_empty:
        print(ONLY_LOOKED)
    return 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise RosterRefused(problems=(f"There is no file {file}. Write the path of a CSV file.",)) from None


async def _who(settings: Settings, world: World, draft: RosterDraft) -> Found:
    """Who the people of a file are. Without a token they have to stand there by their ids, which are taken as they
    are."""
    if settings.slack_bot_token is None:
        if has_addresses(draft.people):
            raise SettingWrong(
                name="SLACK_BOT_TOKEN",
                problem="it is missing, and only Slack knows whose e-mail addresses these are",
                write="Write the token that begins with xoxb-, or write Slack member ids into the file",
            )
        return NOBODY_ASKED
    async with open_membership(settings) as members:
        channels = await find_channels(members, draft.channels)
        found = await find_people(
            world, members, draft.people, at=SystemClock().now(), tell=Progress(LOOKING_UP, sys.stderr).tell
        )
    return replace(found, channels=channels)
