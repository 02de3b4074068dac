"""How many calls of a method Slack takes: counted for each method in the whole workspace, off until it is asked for."""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

MINUTE: Final = 60.0
TIERS: Final[Mapping[int, int]] = {1: 1, 2: 20, 3: 50, 4: 100}
"""Calls a minute that each of Slack's tiers promises at least."""
TIER_OF: Final[Mapping[str, int]] = {
    "users.list": 2,
    "conversations.list": 2,
    "users.lookupByEmail": 3,
    "conversations.open": 3,
    "conversations.history": 3,
    "conversations.replies": 3,
    "conversations.info": 3,
    "chat.update": 3,
    "chat.delete": 3,
    "files.delete": 3,
    "files.info": 4,
    "files.getUploadURLExternal": 4,
    "files.completeUploadExternal": 4,
    "conversations.members": 4,
    "chat.postEphemeral": 4,
    "users.info": 4,
    "views.open": 4,
    "views.push": 4,
    "views.update": 4,
    "views.publish": 4,
}


class Limit(Protocol):
    """What one method is held to."""

    def count(self, now: float) -> float:
        """Count a call at `now` and return 0; or, when it is one too many, after how many seconds the next may come."""
        ...


@dataclass(slots=True)
class Window:
    """So many calls in each minute; the first call after a minute is over begins the next one."""

    a_minute: int
    began: float = -math.inf
    used: int = 0

    def count(self, now: float) -> float:
        """Count a call, or say when the minute is over."""
        if now >= self.began + MINUTE:
            self.began, self.used = now, 0
        if self.used >= self.a_minute:
            return self.began + MINUTE - now
        self.used += 1
        return 0.0


@dataclass(slots=True)
class Bucket:
    """So many calls a minute, evenly, and `burst` at once after a rest."""

    a_minute: float
    burst: float
    filled_at: float = -math.inf
    left: float = 0.0

    def count(self, now: float) -> float:
        """Take a call out of the bucket, or say when there is a whole one in it again."""
        self.left = min(self.burst, self.left + (now - self.filled_at) * self.a_minute / MINUTE)
        self.filled_at = now
        if self.left < 1.0:
            return (1.0 - self.left) * MINUTE / self.a_minute
        self.left -= 1.0
        return 0.0


class RateLimits:
    """The limits in force, by method; what was asked for, and what was too much."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.asked: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self._monotonic = monotonic
        self._limits: dict[str, Limit] = {}

    def set(self, method: str, limit: Limit) -> None:
        """Hold a method to a limit from now on."""
        self._limits[method] = limit

    def set_tiers(self) -> None:
        """Hold every method that has a tier to what the tier promises, and not one call more."""
        for method, tier in TIER_OF.items():
            self.set(method, Window(TIERS[tier]))

    def count(self, method: str) -> int:
        """Count a call and return 0; or, when it is one too many, how many whole seconds Slack asks to wait."""
        self.asked[method] += 1
        limit = self._limits.get(method)
        wait = math.ceil(limit.count(self._monotonic())) if limit else 0
        self.refused[method] += bool(wait)
        return wait
