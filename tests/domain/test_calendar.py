"""Local times and instants, in every zone and at every change of clocks from 2020 to 2035."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.calendar import (
    DAY,
    LONGEST_JITTER,
    Hours,
    days_from,
    end_of_day,
    instant,
    jittered,
    latest_weekly,
    local_date,
    next_allowed,
)

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
HOURS = Hours(time(6, 30), time(21, 30))
TIMES = [time(0), time(0, 30), time(2, 30), time(7), time(12), time(17, 30), time(22, 30)]


@dataclass(frozen=True, slots=True)
class Change:
    """The clocks of a zone go from one offset to another at an instant."""

    zone: ZoneInfo
    at: datetime
    before: timedelta
    after: timedelta

    @property
    def middle(self) -> datetime:
        """The wall time in the middle of what is skipped or repeated."""
        return self.at.replace(tzinfo=None) + (self.before + self.after) / 2


@cache
def every_change() -> tuple[Change, ...]:
    """All changes of all zones; where several zones change alike at the same instant, one of them."""
    found = (change for name in sorted(available_timezones()) for change in _changes(ZoneInfo(name)))
    return tuple({(change.at, change.before, change.after): change for change in found}.values())


def _changes(zone: ZoneInfo) -> Iterator[Change]:
    step = timedelta(days=7)
    start = FIRST
    while start < LAST:
        if _offset(zone, start) != _offset(zone, start + step):
            low, high = start, start + step
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(zone, middle) == _offset(zone, start) else (low, middle)
            at = high.replace(microsecond=0)
            yield Change(zone, at, _offset(zone, start), _offset(zone, at))
        start += step


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
changes = st.deferred(lambda: st.sampled_from(every_change()))
dates = st.dates(date(2020, 1, 1), date(2035, 12, 31))
times = st.times(max_value=time(22, 59)).map(lambda at: at.replace(microsecond=0))
awake = st.times(time(6, 30), time(21, 30))
instants = st.integers(0, int((LAST - FIRST).total_seconds())).map(lambda seconds: FIRST + timedelta(seconds=seconds))
# Half of the instants lie within a day of a change, where mistakes would be.
moments = st.tuples(zones, instants) | st.builds(
    lambda change, minutes: (change.zone, change.at + timedelta(minutes=minutes)), changes, st.integers(-1500, 1500)
)


# ── Dates and times become instants ──────────────────────────────────────────────────────────────────────────────


def test_around_every_change_of_clocks_each_date_has_its_own_instant_on_that_date() -> None:
    assert len(every_change()) > 500
    for change in every_change():
        days = list(days_from(local_date(change.at, change.zone) - 2 * DAY, 5))
        for at in TIMES:
            found = [instant(on, at, change.zone) for on in days]
            assert [local_date(each, change.zone) for each in found] == days, change
            assert found == sorted(set(found)), change


@given(zones, dates, times)
def test_consecutive_dates_have_increasing_instants_on_their_own_date(zone: ZoneInfo, on: date, at: time) -> None:
    days = list(days_from(on, 4))
    found = [instant(day, at, zone) for day in days]
    assert [local_date(each, zone) for each in found] == days
    assert found == sorted(set(found))
    assert all(each.tzinfo is UTC for each in found)


def test_a_time_that_the_clocks_skip_comes_as_much_later_as_they_skip() -> None:
    gaps = [change for change in every_change() if change.after > change.before]
    assert gaps
    for gap in gaps:
        there = instant(gap.middle.date(), gap.middle.time(), gap.zone)
        assert there.astimezone(gap.zone).replace(tzinfo=None) == gap.middle + (gap.after - gap.before), gap


def test_a_time_that_the_clocks_repeat_means_its_first_occurrence() -> None:
    folds = [change for change in every_change() if change.after < change.before]
    assert folds
    for fold in folds:
        there = instant(fold.middle.date(), fold.middle.time(), fold.zone)
        assert there == fold.middle.replace(tzinfo=UTC) - fold.before, fold
        assert there < fold.at


def test_where_the_last_hour_of_a_day_is_skipped_its_times_come_after_midnight() -> None:
    nuuk = ZoneInfo("America/Nuuk")
    there = instant(date(2024, 3, 30), time(23, 30), nuuk).astimezone(nuuk)
    assert (there.date(), there.time()) == (date(2024, 3, 31), time(0, 30))
    assert instant(date(2024, 3, 31), time(23, 30), nuuk) - there == timedelta(hours=23)


def test_half_past_two_on_the_day_of_the_gap_goes_out_at_half_past_three() -> None:
    there = instant(date(2026, 3, 8), time(2, 30), NEW_YORK)
    assert there == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    assert there.astimezone(NEW_YORK).time() == time(3, 30)


@given(zones, dates, awake)
def test_the_wall_shows_the_time_that_was_meant(zone: ZoneInfo, on: date, at: time) -> None:
    there = instant(on, at, zone).astimezone(zone).replace(tzinfo=None)
    assert there - datetime.combine(on, at) in {timedelta(0), _skipped(zone, on)}


def _skipped(zone: ZoneInfo, on: date) -> timedelta:
    midnight = datetime.combine(on, time(0), zone)
    return _offset(zone, midnight + 2 * DAY) - _offset(zone, midnight - DAY)


def test_days_follow_one_another() -> None:
    assert list(days_from(date(2028, 2, 28), 3)) == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert list(days_from(date(2028, 2, 28), 0)) == []


# ── Quiet hours ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_hours_allow_both_their_ends() -> None:
    assert HOURS.allow(time(6, 30))
    assert HOURS.allow(time(21, 30))
    assert not HOURS.allow(time(6, 29, 59))
    assert HOURS.allow(time(21, 30, 59, 999_999))
    assert not HOURS.allow(time(21, 31))


@given(moments)
def test_the_next_allowed_instant_is_the_first_one_inside_the_hours(moment: tuple[ZoneInfo, datetime]) -> None:
    zone, at = moment
    then = next_allowed(at, zone, HOURS)
    assert then >= at
    assert HOURS.allow(then.astimezone(zone).time())
    quarters = int((then - at) / timedelta(minutes=15))
    between = [at + timedelta(minutes=15) * number for number in range(quarters)]
    assert then == at or not any(HOURS.allow(each.astimezone(zone).time()) for each in between)


@given(moments, times)
def test_even_odd_hours_never_send_anything_back_in_time(moment: tuple[ZoneInfo, datetime], earliest: time) -> None:
    zone, at = moment
    then = next_allowed(at, zone, Hours(earliest, time(23, 59, 59)))
    assert at <= then <= at + DAY + timedelta(hours=3)


def test_in_the_second_of_two_equal_hours_the_second_occurrence_is_waited_for() -> None:
    quarter_past_one_again = datetime(2026, 11, 1, 6, 15, tzinfo=UTC)
    then = next_allowed(quarter_past_one_again, NEW_YORK, Hours(time(1, 30), time(22)))
    assert then == quarter_past_one_again + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("hours", "last"),
    [
        (HOURS, time(21, 20)),
        (Hours(time(6), time(21, 5)), time(20, 55)),
        (Hours(time(6), time(6, 5)), time(6)),
        (Hours(time(0), time(0, 5)), time(0)),
    ],
)
def test_the_last_time_to_choose_leaves_room_for_the_jitter(hours: Hours, last: time) -> None:
    assert hours.last_choice == last
    assert hours.offer(last)
    assert not hours.offer(time(last.hour, last.minute + 1))
    assert hours.allow(last)


# ── Jitter ───────────────────────────────────────────────────────────────────────────────────────────────────────


@given(moments, st.text())
def test_jitter_goes_forward_by_at_most_ten_minutes_and_never_out_of_the_hours(
    moment: tuple[ZoneInfo, datetime], key: str
) -> None:
    zone, at = moment
    assume(HOURS.allow(at.astimezone(zone).time()))
    until = instant(local_date(at, zone), HOURS.latest, zone)
    then = jittered(at, key, until=until)
    assert at <= then <= at + LONGEST_JITTER
    assert HOURS.allow(then.astimezone(zone).time())
    assert then == jittered(at, key, until=until)
    assert local_date(then, zone) == local_date(at, zone)


def test_jitter_spreads_students_over_the_ten_minutes() -> None:
    at = instant(date(2026, 11, 23), time(7), NEW_YORK)
    found = {jittered(at, f"reminder:U{number}:2026-11-23", until=at + DAY) for number in range(200)}
    assert len(found) > 120
    assert max(found) - min(found) > timedelta(minutes=8)


def test_at_the_end_of_the_hours_there_is_no_jitter_left() -> None:
    at = instant(date(2026, 11, 23), HOURS.latest, NEW_YORK)
    assert {jittered(at, f"key {number}", until=at) for number in range(20)} == {at}


@given(moments)
def test_the_end_of_a_day_is_the_first_instant_of_the_next_date(moment: tuple[ZoneInfo, datetime]) -> None:
    zone, at = moment
    end = end_of_day(at, zone)
    assert local_date(end, zone) > local_date(at, zone)
    assert local_date(end - timedelta(microseconds=1), zone) <= local_date(at, zone)


# ── Once a week ──────────────────────────────────────────────────────────────────────────────────────────────────


@given(moments, st.integers(0, 6), times)
def test_the_latest_weekly_event_is_past_and_the_next_one_is_not(
    moment: tuple[ZoneInfo, datetime], weekday: int, local_time: time
) -> None:
    zone, at = moment
    on, due = latest_weekly(at, weekday=weekday, local_time=local_time, zone=zone)
    assert on.weekday() == weekday
    assert due == instant(on, local_time, zone)
    assert due <= at < instant(on + 7 * DAY, local_time, zone)


@pytest.mark.parametrize(
    ("clock", "on"), [("06:59", date(2026, 11, 16)), ("07:00", date(2026, 11, 23)), ("23:00", date(2026, 11, 23))]
)
def test_a_digest_of_monday_at_seven_is_due_from_then_on(clock: str, on: date) -> None:
    at = instant(date(2026, 11, 23), time.fromisoformat(clock), NEW_YORK)
    assert latest_weekly(at, weekday=0, local_time=time(7), zone=NEW_YORK)[0] == on
