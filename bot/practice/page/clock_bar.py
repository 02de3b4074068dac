"""Moves the clock for the page: one move at a time, and the classmates have their say before and after."""

from collections.abc import Callable
from datetime import datetime

from bot.practice.classmates import Classmates
from bot.practice.page.controls import ClockControls, ClockStuck, Stop


class ClockBar:
    """What the bar on top of the page shows and does."""

    def __init__(self, clock: ClockControls, classmates: Classmates, touch: Callable[[], None]) -> None:
        self._clock, self._classmates, self._touch = clock, classmates, touch
        self.moving: Stop | None = None
        self.note = ""

    def now(self) -> datetime:
        """The workspace's time."""
        return self._clock.now()

    async def move(self, stop: Stop) -> None:
        """Move to the next stop, unless a move is going on; what happened, or why not, stands in `note`."""
        if self.moving:
            return
        self.moving, self.note = stop, ""
        self._touch()
        try:
            await self._classmates.act()
            self.note = (await self._clock.move_to_next(stop)).note
            await self._classmates.act()
        except ClockStuck as stuck:
            self.note = str(stuck)
        finally:
            self.moving = None
            self._touch()
