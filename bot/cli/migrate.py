"""`bedside migrate`: the database's tables up to date, its secrets under the newest key."""

import argparse

from bot.configuration.settings import read_settings
from bot.storage.migrate import upgrade
from bot.storage.reencrypt import reencrypt
from bot.wiring.world import open_storage


async def run(_: argparse.Namespace) -> int:
    """Migrate, then re-encrypt whatever an older key or an earlier release has written; both may be repeated."""
    settings = read_settings()
    if not settings.embedded:
        upgrade(settings.database_url.get_secret_value())
    async with open_storage(settings) as (database, _keys):
        renewed = await reencrypt(database)
    print(f"The database is up to date. Re-encrypted under the newest key: {renewed}.")
    return 0
