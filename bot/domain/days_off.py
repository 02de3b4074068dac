"""Days off as a coordinator writes them: a line for each, with its date or its first and last one, and what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from bot.domain.calendar import DAY, days_from
from bot.domain.errors import DaysOffUnreadable, TooManyDaysOff
from bot.domain.people import DayOff

MOST: Final = 60
"""Twelve weeks of working days are a break between two rotations."""
LONGEST_NAME: Final = 60
EXAMPLE: Final = "2026-12-24 Winter break, or 2026-12-24 to 2026-12-31 Winter break"
_DATE = r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})"
_LINE = re.compile(rf"{_DATE}(?:\s*(?:to|-|–)\s*{_DATE})?(?:[\s,:–-]+(\S.*))?")


def read_days_off(text: str) -> tuple[DayOff, ...]:
    """Read one day or a few days in a row from each line, by date; of two for one date the first counts.

    Dates are written as 2026-12-24 or, with the month first, 12/24/2026. Raises DaysOffUnreadable or TooManyDaysOff.
    """
    found: dict[date, DayOff] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        for day in _days_of(line.strip(), number):
            found.setdefault(day.on, day)
    if len(found) > MOST:
        raise TooManyDaysOff(most=MOST)
    return tuple(found[on] for on in sorted(found))


def write_days_off(days: Iterable[DayOff]) -> str:
    """The same days as text that `read_days_off` reads, days in a row of one name on one line."""
    return "\n".join(map(_written, rows(sorted(days, key=lambda day: day.on))))


def rows(days: Sequence[DayOff]) -> Iterator[list[DayOff]]:
    """Days by date, in parts: days in a row that have one name."""
    row = list(days[:1])
    for before, day in pairwise(days):
        if day.on != before.on + DAY or day.name != before.name:
            yield row
            row = []
        row.append(day)
    if row:
        yield row


def _days_of(line: str, number: int) -> Iterator[DayOff]:
    if not line:
        return
    match = _LINE.fullmatch(line)
    if match is None:
        raise DaysOffUnreadable(line=number, example=EXAMPLE)
    first = _date(match[1], number)
    last = _date(match[2], number) if match[2] else first
    if last < first or (last - first).days >= MOST:
        raise DaysOffUnreadable(line=number, example=EXAMPLE)
    for on in days_from(first, (last - first).days + 1):
        yield DayOff(on, (match[3] or "")[:LONGEST_NAME].strip())


def _date(text: str, number: int) -> date:
    try:
        return datetime.strptime(text, "%m/%d/%Y" if "/" in text else "%Y-%m-%d").date()  # noqa: DTZ007 - only a date
    except ValueError:
        raise DaysOffUnreadable(line=number, example=EXAMPLE) from None


def _written(row: Sequence[DayOff]) -> str:
    dates = f"{row[0].on}" if len(row) == 1 else f"{row[0].on} to {row[-1].on}"
    return f"{dates} {row[0].name}".strip()
