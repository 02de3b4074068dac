"""Days off as a coordinator writes them: a line for each, with its date or its first and last one, and what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from bot.domain.calendar import DAY, days_from
from bot.domain.errors import DaysOffTooLong, DaysOffUnreadable, TooManyDaysOff
from bot.domain.people import DayOff

MOST: Final = 60
"""Twelve weeks of working days are a break between two rotations."""
LONGEST_NAME: Final = 60
LONGEST_TEXT: Final = 2000
"""What the field holds into which it is written back."""
EXAMPLE: Final = "2026-12-24 Winter break, or 2026-12-24 to 2026-12-31 Winter break"
_DATE = r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})"
_LINE = re.compile(rf"{_DATE}(?:\s*(?:to|-|–)\s*{_DATE})?(?:[\s,:–-]+(\S.*))?")


def read_days_off(text: str) -> tuple[DayOff, ...]:
    """Read one day or a few days in a row from each line, by date; of two for one date the first counts.

    Dates are written as 2026-12-24 or, with the month first, 12/24/2026. Raises DaysOffUnreadable, TooManyDaysOff or
    DaysOffTooLong.
    """
    found: dict[date, DayOff] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        for day in _days_of(line.strip(), number):
            found.setdefault(day.on, day)
    if len(found) > MOST:
        raise TooManyDaysOff(most=MOST)
    days = tuple(found[on] for on in sorted(found))
    if len(write_days_off(days)) > LONGEST_TEXT:
        raise DaysOffTooLong
    return days


def write_days_off(days: Iterable[DayOff]) -> str:
    """The same days as text that `read_days_off` reads, days in a row of one name on one line. Where that would be too
    long, a row goes over days that stand on a line before it, as it may have been typed."""
    in_order = sorted(days, key=lambda day: day.on)
    text = "\n".join(map(_written, rows(in_order)))
    return text if len(text) <= LONGEST_TEXT else "\n".join(map(_written, _long_rows(in_order)))


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


def _long_rows(days: Sequence[DayOff]) -> Iterator[list[DayOff]]:
    """The same, name by name, the rarest first: between two days of one row may be those of rows before it."""
    together: dict[str, list[DayOff]] = {}
    for day in days:
        together.setdefault(day.name, []).append(day)
    said: set[date] = set()
    for own in sorted(together.values(), key=len):
        row = own[:1]
        for before, day in pairwise(own):
            between = days_from(before.on + DAY, (day.on - before.on).days - 1)
            if not said.issuperset(between) or (day.on - row[0].on).days >= MOST:
                yield row
                row = []
            row.append(day)
        yield row
        said.update(day.on for day in own)


def _written(row: Sequence[DayOff]) -> str:
    dates = f"{row[0].on}" if len(row) == 1 else f"{row[0].on} to {row[-1].on}"
    return f"{dates} {row[0].name}".strip()
