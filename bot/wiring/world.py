"""Files and database become a world, without Slack."""

import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.configuration.holiday_calendars import Calendars
from bot.configuration.program_files import load_curriculum, load_program
from bot.configuration.settings import Settings
from bot.flows.ports import World
from bot.flows.steps import renew_program
from bot.storage.database import Database, open_database, parse_url
from bot.storage.encryption import Cipher, key_beside
from bot.storage.migrate import require_current, upgrade


@asynccontextmanager
async def open_world(settings: Settings) -> AsyncIterator[World]:
    """The files and the database, without Slack. An embedded database is made and brought up to date here.

    Raises ProgramFileWrong, SettingWrong or OutdatedDatabase.
    """
    curriculum = load_curriculum(settings.bedside_config)
    program = load_program(settings.bedside_config, curriculum)
    async with open_storage(settings) as (database, keys):
        world = World(
            open_work=database.open_work,
            glances=database.glances,
            curriculum=curriculum,
            program=program,
            release_key=_derived(keys[0], b"the order of a release"),
            mark_keys=tuple(_derived(key, b"the mark of a person") for key in keys),
            home_key=_derived(keys[0], b"what a Home tab shows"),
            coordinators=frozenset(settings.bedside_coordinators),
            calendars=Calendars(),
        )
        await renew_program(world)
        yield world


@asynccontextmanager
async def open_storage(settings: Settings) -> AsyncIterator[tuple[Database, tuple[str, ...]]]:
    """The database and the keys it is read with, newest first. Raises SettingWrong or OutdatedDatabase."""
    url = settings.database_url.get_secret_value()
    keys = tuple(key.get_secret_value() for key in settings.bedside_key)
    if settings.embedded:
        upgrade(url)
        keys = keys or (key_beside(Path(parse_url(url).database or "")),)
    else:
        require_current(url)
    database = open_database(url, cipher=Cipher(keys))
    try:
        yield database, keys
    finally:
        await database.close()


def _derived(key: str, purpose: bytes) -> bytes:
    """A key for one purpose, from one that the database is written with."""
    return hmac.digest(key.encode(), purpose, hashlib.sha256)
