"""A worker as it is deployed, but for its clock, which is off by what stands in a file, and for its patience.

`python -m tests.campaigns.worker CLOCK_FILE`
"""

import asyncio
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.signals import asked_to_stop
from bot.configuration.settings import read_settings
from bot.flows.ports import Timing
from bot.logs import set_up_logs
from bot.wiring.bot import open_bot
from bot.wiring.clocks import SystemClock

READY = "Bedside works."
QUICK = Timing(
    lease=timedelta(seconds=6),
    safety=timedelta(seconds=3),
    request=timedelta(seconds=1.5),
    settle_after=timedelta(seconds=2),
    unreadable_for=timedelta(seconds=2),
    repeat_after=timedelta(seconds=1),
)
"""A tenth of what is usual, in the same proportions."""


class JumpingClock:
    """The host's clock, moved by as many seconds as a file says: whoever writes the file makes it jump."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The current instant on this host, as far as it knows."""
        return SystemClock().now() + timedelta(seconds=float(self._file.read_text(encoding="ascii")))

    def set(self, at: datetime) -> None:
        """Make it show an instant now, in every process that reads the file."""
        seconds = (at - SystemClock().now()).total_seconds()
        beside = self._file.with_suffix(".new")
        beside.write_text(str(seconds), encoding="ascii")
        beside.replace(self._file)


async def work(clock_file: Path) -> None:
    """Plan, send and publish until SIGTERM."""
    set_up_logs()
    async with open_bot(read_settings(None), clock=JumpingClock(clock_file), timing=QUICK) as bot:
        bot.heartbeat.start()
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()
        await asked_to_stop()


if __name__ == "__main__":
    asyncio.run(work(Path(sys.argv[1])))
