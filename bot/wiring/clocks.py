"""The clocks: what time it is, and how much time has passed. The only place that asks the host."""

import time
from datetime import UTC, datetime


class SystemClock:
    """The host's clock: the only place that asks it."""

    def now(self) -> datetime:
        """The current instant in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the real Clock


def monotonic() -> float:
    """Seconds on a clock that nobody can set and that, where the system has such a clock, goes on while the machine
    sleeps: a lease does not sleep either."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)
