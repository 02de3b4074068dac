"""What one cell says: dates and times as Excel writes them, zones, roles and people. Whatever can be read in two ways
is refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.people import Role
from bot.domain.roster.columns import (
    HOW_TO_WRITE,
    IDS,
    LONGEST_ADDRESS,
    LONGEST_ID,
    LONGEST_LINK,
    LONGEST_NAME,
    MAY_BE_EMPTY,
    TIMES,
)

YEARS: Final = range(2000, 2100)
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MIDNIGHT: Final = re.compile(r"[ T](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)\Z", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"\A[A-Za-z]+day,? +", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DOTS: Final = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}|[0-9]{2})")
_SLASHES: Final = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_DAY_AND_NAME: Final = re.compile(r"([0-9]{1,2})[-. /]*([A-Za-z]{3,9})\.?[-, /]*([0-9]{4}|[0-9]{2})")
_NAME_AND_DAY: Final = re.compile(r"([A-Za-z]{3,9})\.?[- ]*([0-9]{1,2})[-, ]+([0-9]{4}|[0-9]{2})")
_DAYS_OF_EXCEL: Final = re.compile(r"[0-9]{5}(?:\.0+)?")
_PART_OF_A_DAY: Final = re.compile(r"0?\.[0-9]+")
_TIME: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?::00(?:\.0+)?)?)? ?(?:(?P<half>[ap])\.? ?m\.?)?", re.IGNORECASE
)
_SHOWN: Final = 40
"""Letters of a cell that can't be read."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_PERSON: Final = re.compile(r"[UW][A-Z0-9]{2,}")
_CHANNEL: Final = re.compile(r"[CG][A-Z0-9]{2,}")
_CHANNELS_NAME: Final = re.compile(r"#[\w-]{1,80}")
_LINK_TO_CHANNEL: Final = re.compile(
    r"https://[a-z0-9.-]+\.slack\.com/(?:archives|client/[A-Z0-9]+)/([A-Z0-9]+)(?:[/?#]\S*)?"
)
_ADDRESS: Final = re.compile(r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]]+\.[^\s@<>,;:\"()\[\]]+")


class CellRefused(ValueError):
    """What is wrong with a cell of a column, and what to write instead."""

    def __init__(self, problem: str, write: str) -> None:
        super().__init__(f"{problem}. {write}")


class DayOrder(Enum):
    """Which of two numbers of a date such as 03/04/2026 is the month."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"
    UNKNOWN = "unknown"


def day_order(texts: Iterable[str]) -> DayOrder:
    """How the dates of one file are written, as far as any of them can be read in one way only and none contradicts."""
    found = [match for text in texts if (match := _SLASHES.fullmatch(_bare(text)))]
    month_first = any(int(match[3]) > 12 for match in found)
    day_first = any(int(match[1]) > 12 for match in found)
    if month_first == day_first:
        return DayOrder.UNKNOWN
    return DayOrder.MONTH_FIRST if month_first else DayOrder.DAY_FIRST


def check_cell(column: str, value: str) -> None:
    """Raise CellRefused for a cell that is empty, too long or can't be read. Dates are read by `read_date`."""
    if not value:
        if column not in MAY_BE_EMPTY:
            raise CellRefused(f"{column} is empty", HOW_TO_WRITE[column])
        return
    if len(value) > _longest(column, value):
        raise CellRefused(f"{quoted(value)} is too long for {column}", HOW_TO_WRITE[column])
    if column in TIMES and _PART_OF_A_DAY.fullmatch(value):
        problem = f"{column} is the number {value}, which Excel shows for a time in a cell without a format"
        raise CellRefused(problem, f"In Excel, format the column as a time. {HOW_TO_WRITE[column]}")
    try:
        _READERS.get(column, _name)(value)
    except (ValueError, ZoneInfoNotFoundError, OSError):
        # A zone is a file: one that names a folder, such as "America", can't be opened.
        raise _unreadable(column, value) from None


def read_date(column: str, value: str, order: DayOrder) -> date:
    """A date as Excel writes it. Raises CellRefused, also for one that can be read in two ways."""
    text = _WEEKDAY.sub("", _bare(value))
    if _DAYS_OF_EXCEL.fullmatch(text):
        problem = f"{column} is the number {text}, which Excel shows for a date in a cell without a format"
        raise CellRefused(problem, f"In Excel, format the column as a date. {HOW_TO_WRITE[column]}")
    try:
        found = _date(text, order)
    except ValueError:
        raise _unreadable(column, value) from None
    if len(found) > 1:
        either = "or".join(f" {_MONTHS[each.month - 1].capitalize()} {each.day} " for each in found).strip()
        either = f"{column} is {value}, which may mean {either}"
        raise CellRefused(either, f"Write {found[0]} or {found[1]}.")
    return found[0]


def read_time(value: str) -> time:
    """A time such as 7:00, 07:00:00 or 7 AM. Raises ValueError."""
    match = _TIME.fullmatch(value)
    if match is None or not (match["minute"] or match["half"]):
        raise ValueError("not a time")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("not an hour of half a day")
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return time(hour, minute)


def read_zone(value: str) -> ZoneInfo:
    """A zone by its place. Raises ValueError, also for letters such as EST, which know no daylight saving time."""
    if "/" not in value and value != "UTC":
        raise ValueError("not a place")
    return ZoneInfo(value)


def read_role(value: str) -> Role:
    """Student or preceptor, however it is capitalized. Raises ValueError."""
    return Role(value.lower())


def quoted(value: str) -> str:
    """What stands in a cell, short enough for a sentence about it."""
    shown = _CONTROL.sub(" ", value)
    return f"“{shown[:_SHOWN]}…”" if len(shown) > _SHOWN else f"“{shown}”"


def is_address(person: str) -> bool:
    """Whether a person is written as an e-mail address, instead of a Slack member id."""
    return "@" in person


def read_person(value: str) -> str:
    """A Slack member id, or an e-mail address in small letters. Raises ValueError."""
    if _ADDRESS.fullmatch(value):
        return value.lower()
    if not _PERSON.fullmatch(value):
        raise ValueError("neither an address nor an id")
    return value


def is_channels_name(channel: str) -> bool:
    """Whether a channel is written by its name, instead of its id."""
    return channel.startswith("#")


def read_channel(value: str) -> str:
    """A channel's id, also out of the link that Slack copies; or its name as it is shown. Raises ValueError."""
    if _CHANNELS_NAME.fullmatch(value):
        return value.lower()
    match = _LINK_TO_CHANNEL.fullmatch(value)
    channel = match[1] if match else value
    if not _CHANNEL.fullmatch(channel) or len(channel) > LONGEST_ID:
        raise ValueError("not a channel's id")
    return channel


def _unreadable(column: str, value: str) -> CellRefused:
    return CellRefused(f"{quoted(value)} can't be read as {column}", HOW_TO_WRITE[column])


def _longest(column: str, value: str) -> int:
    if column == "person" and is_address(value):
        return LONGEST_ADDRESS
    if column == "digest_channel" and ("/" in value or is_channels_name(value)):
        return LONGEST_LINK
    return LONGEST_ID if column in IDS else LONGEST_NAME


def _bare(value: str) -> str:
    return _MIDNIGHT.sub("", value)


def _date(text: str, order: DayOrder) -> list[date]:
    """Everything that a text may mean; a date that can be read in one way has one meaning. Raises ValueError."""
    if match := _YEAR_FIRST.fullmatch(text):
        return [_day(match[1], int(match[2]), match[3])]
    if match := _DOTS.fullmatch(text):
        # Nobody puts dots behind a month.
        return [_day(match[3], int(match[2]), match[1])]
    if match := _DAY_AND_NAME.fullmatch(text):
        return [_day(match[3], _month(match[2]), match[1])]
    if match := _NAME_AND_DAY.fullmatch(text):
        return [_day(match[3], _month(match[1]), match[2])]
    if match := _SLASHES.fullmatch(text):
        return _either(match[1], match[3], match[4], order)
    raise ValueError("not a date")


def _either(first: str, second: str, year: str, order: DayOrder) -> list[date]:
    """The month-first meaning comes first."""
    if order is not DayOrder.UNKNOWN and max(int(first), int(second)) <= 12:
        month, day = (first, second) if order is DayOrder.MONTH_FIRST else (second, first)
        return [_day(year, int(month), day)]
    found = [_day(year, int(month), day) for month, day in ((first, second), (second, first)) if int(month) <= 12]
    return list(dict.fromkeys(found)) or [_day(year, int(first), second)]


def _day(year: str, month: int, day: str) -> date:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if full not in YEARS:
        raise ValueError("not a year of ours")
    return date(full, month, int(day))


def _month(name: str) -> int:
    found = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    if len(found) != 1:
        raise ValueError("not a month")
    return found[0]


def _name(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError("a control character")
    return value


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "timezone": read_zone,
    # What they say depends on how the others are written.
    "first_day": _name,
    "last_day": _name,
    "reminder_at": read_time,
    "question_at": read_time,
    "role": read_role,
    "person": read_person,
    "digest_channel": read_channel,
}
