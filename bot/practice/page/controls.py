"""What the page needs from whoever keeps the clock: the time, and a way to the next stop."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Stop(StrEnum):
    """Where the clock can be moved to."""

    REMINDER = "reminder"
    QUESTION = "question"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Moved:
    """When it is after a move, and what happened in a few words."""

    at: datetime
    note: str


class ClockStuck(Exception):
    """The clock could not be moved; the text says why and what to do."""


class ClockControls(Protocol):
    """The clock of the practice workspace."""

    def now(self) -> datetime:
        """Return the workspace's time, aware of its zone."""
        ...

    async def move_to_next(self, stop: Stop) -> Moved:
        """Move to the next such moment and return once all that was due has been delivered, or raise ClockStuck."""
        ...
