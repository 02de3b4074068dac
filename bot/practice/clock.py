"""A clock that runs like any other and can be moved forward."""

import time
from datetime import datetime, timedelta


class PracticeClock:
    """Begins at an instant and goes on at the usual pace; a move only ever goes forward."""

    def __init__(self, begins: datetime) -> None:
        self._begins = begins
        self._started = time.monotonic()

    def now(self) -> datetime:
        """The practice instant, in the zone of the instant it began at."""
        return self._begins + timedelta(seconds=time.monotonic() - self._started)

    def move_to(self, at: datetime) -> None:
        """Jump forward to an instant; one that has passed changes nothing."""
        self._begins += max(timedelta(0), at - self.now())

    def timestamp(self) -> float:
        """The practice instant in seconds since 1970, as Slack counts."""
        return self.now().timestamp()
