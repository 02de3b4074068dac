"""Working days, local times and instants. Everything here is exact in every time zone, also where clocks change."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
LONGEST_JITTER = timedelta(minutes=10)


class Weekday(IntEnum):
    """The days of a week, numbered as `date.weekday()` numbers them."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6

    @property
    def in_full(self) -> str:
        """The day as one says it."""
        return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[self]


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a day in which a message may arrive; outside them it is quiet."""

    earliest: time
    latest: time

    @property
    def last_choice(self) -> time:
        """The last time of day that somebody may choose for a message, so that it never comes after the hours."""
        minutes = self.latest.hour * 60 + self.latest.minute - int(LONGEST_JITTER / MINUTE)
        return max(self.earliest, time(*divmod(max(minutes, 0), 60)))

    def allow(self, at: time) -> bool:
        """Whether a local time lies inside the hours, both ends included: the last minute is inside until its end,
        since what is due at its beginning leaves a moment later."""
        return self.earliest <= at and at.replace(second=0, microsecond=0) <= self.latest

    def offer(self, at: time) -> bool:
        """Whether somebody may choose a local time for a message, both ends included."""
        return self.earliest <= at <= self.last_choice


def instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a local date and time.

    A time that the clocks skip comes as much later as they skip (02:30 becomes 03:30), and one that they repeat
    means its first occurrence; so every date has exactly one instant.
    """
    return datetime.combine(on, at, zone).astimezone(UTC)


def local_date(at: datetime, zone: ZoneInfo) -> date:
    """The date on the wall of a zone at an instant."""
    return at.astimezone(zone).date()


def in_words(on: date) -> str:
    """A date as one says it within a year."""
    return f"{on:%A, %B} {on.day}"


def days_from(first: date, count: int) -> Iterator[date]:
    """`count` dates in a row."""
    return (first + number * DAY for number in range(count))


def next_allowed(at: datetime, zone: ZoneInfo, hours: Hours) -> datetime:
    """The first instant from `at` on that lies inside the hours of a zone."""
    local = at.astimezone(zone)
    if hours.allow(local.time()):
        return at
    if local.time() < hours.earliest:
        # Where the clocks repeat an hour, an instant in its second half waits for the second occurrence.
        return instant(local.date(), hours.earliest.replace(fold=local.fold), zone)
    return instant(local.date() + DAY, hours.earliest, zone)


def jittered(at: datetime, key: str, *, until: datetime) -> datetime:
    """`at` moved forward by up to ten minutes, always alike for one key, and never beyond `until`.

    It spreads messages that are due at the same minute, so that they do not meet Slack's rate limit together.
    """
    seconds = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % int(LONGEST_JITTER.total_seconds())
    return max(at, min(at + timedelta(seconds=seconds), until))


def end_of_day(at: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the next date begins in a zone."""
    return instant(local_date(at, zone) + DAY, time(), zone)


def latest_weekly(at: datetime, *, weekday: int, local_time: time, zone: ZoneInfo) -> tuple[date, datetime]:
    """The last time a weekly event (Monday is 0) was due at or before `at`: its local date and its instant."""
    today = local_date(at, zone)
    on = today - (today.weekday() - weekday) % 7 * DAY
    if instant(on, local_time, zone) > at:
        on -= 7 * DAY
    return on, instant(on, local_time, zone)
