"""Plans two days of everybody in a database, in a process of its own whose memory is nobody else's.

Prints the seconds that each took and the most memory that the process held, in megabytes.
"""

import asyncio
import resource
import sys
import time
from datetime import timedelta
from pathlib import Path

from bot.configuration.program_files import load_curriculum, load_program
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.storage.database import open_database
from bot.storage.encryption import Cipher
from tests.stories import MONDAY, at


async def plan_days(url: str) -> list[float]:
    """Plan Monday and Tuesday at once, and in the next night Wednesday. Returns the seconds of both."""
    curriculum = load_curriculum(Path("config"))
    database = open_database(url, cipher=Cipher([Cipher.new_key()]))
    world = World(database.open_work, database.glances, curriculum, load_program(Path("config"), curriculum), b"key")
    took = []
    for on in (MONDAY, MONDAY + timedelta(days=1)):
        began = time.perf_counter()
        wanted = await plan_prompts(world, at=at(on, "00:01"))
        took.append(time.perf_counter() - began)
        if not wanted:
            raise RuntimeError("nobody was planned")
    await database.close()
    return took


if __name__ == "__main__":
    seconds = asyncio.run(plan_days(sys.argv[1]))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*seconds, megabytes)
