"""What a text says over and over, the same few signs, as nobody does who tells something.

Only the beginning and the end of that are read, so that it takes no longer than any other text.
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

_FAR: Final = 400
"""Farther no rule looks, the words around a phrase among it."""
_LONGEST: Final = 40
"""So many signs say whether it is the same again, and no more than twice as many are said over and over."""


@dataclass(slots=True)
class Shortened:
    """A text without the middle of what it says over and over."""

    text: str
    cut: int = 0
    """Where something was left out,"""
    left_out: int = 0
    """how many signs of it,"""
    period: int = 0
    """and how many of them say all of it."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty stretch of `text` lies in the whole one. What is said at the cut was said in all that was
        left out, too, and so is as long as that."""
        if end <= self.cut - self.period or not self.left_out:
            return start, end
        if start >= self.cut + self.period:
            return start + self.left_out, end + self.left_out
        return min(start, self.cut), max(end, self.cut) + self.left_out


def shortened(text: str) -> Shortened:
    """A text without the middle of what it says over and over, if it does so in its own middle and for long."""
    period = _period(text)
    begin, over = _said_again(text, period) if period else (0, 0)
    # Whole periods, so that all that is left is said as it was.
    left_out = (over - begin - 2 * _FAR) // period * period if over - begin > 2 * _FAR else 0
    if not left_out:
        return Shortened(text)
    cut = begin + _FAR
    return Shortened(text[:cut] + text[cut + left_out :], cut, left_out, period)


def _period(text: str) -> int:
    """How many signs are said over and over in the middle of a text, or 0."""
    if len(text) <= 2 * _FAR:
        return 0
    middle = len(text) // 2
    again = text.find(text[middle : middle + _LONGEST], middle + 1, middle + 2 * _LONGEST)
    return max(0, again - middle)


def _said_again(text: str, period: int) -> tuple[int, int]:
    """From where to where they are said."""
    middle = len(text) // 2
    behind, before = range(len(text) - period - middle + 1), range(middle + 1)
    far = bisect_left(
        behind, x=True, key=lambda far: text[middle : middle + far] != text[middle + period : middle + period + far]
    )
    near = bisect_left(
        before, x=True, key=lambda far: text[middle - far : middle] != text[middle - far + period : middle + period]
    )
    return middle - near + 1, middle + period + far - 1
