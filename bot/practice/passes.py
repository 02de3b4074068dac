"""Ids that open something a few times, for a while: trigger ids, response URLs, socket tickets."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T")


class Turned(Enum):
    """Why a pass did not open anything."""

    UNKNOWN = "unknown"
    SPENT = "spent"
    EXPIRED = "expired"


class PassTurnedAway(Exception):
    """This pass opens nothing (any more)."""

    def __init__(self, why: Turned) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(slots=True)
class _Pass(Generic[T]):
    opens: T
    until: float
    uses_left: int


class Passes(Generic[T]):
    """Issues passes that last `seconds` on a monotonic clock and open what they stand for `uses` times."""

    def __init__(self, prefix: str, *, seconds: float, uses: int, monotonic: Callable[[], float]) -> None:
        self._prefix, self._seconds, self._uses, self._monotonic = prefix, seconds, uses, monotonic
        self._issued: dict[str, _Pass[T]] = {}
        self._numbers = count(1)

    def issue(self, opens: T) -> str:
        """Return a new id that stands for `opens`."""
        name = f"{self._prefix}.{next(self._numbers):06d}"
        self._issued[name] = _Pass(opens, self._monotonic() + self._seconds, self._uses)
        return name

    def redeem(self, name: str) -> T:
        """Use the pass once and return what it stands for, or raise PassTurnedAway."""
        held = self._issued.get(name)
        if held is None:
            raise PassTurnedAway(Turned.UNKNOWN)
        if held.uses_left == 0:
            raise PassTurnedAway(Turned.SPENT)
        if self._monotonic() > held.until:
            raise PassTurnedAway(Turned.EXPIRED)
        held.uses_left -= 1
        return held.opens
