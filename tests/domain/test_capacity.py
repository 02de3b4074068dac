"""What the pace cannot carry is known beforehand, to the message."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import DAY
from bot.domain.capacity import Due, Overload, foresee, placed_dues
from bot.domain.outbox import Kind
from tests.domain.test_outbox_plan import MEDICINE, MONDAY, PROGRAM

SEVEN = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
PACES = st.integers(1, 30)


def reminders(number: int, *, send_at: datetime = SEVEN, limit: timedelta = 3 * HOUR) -> Due:
    return Due(Kind.REMINDER, send_at, send_at + limit, number)


@st.composite
def groups(draw: st.DrawFn) -> list[Due]:
    """A few groups with windows of some minutes."""
    return [
        Due(kind, SEVEN + opens * MINUTE / 4, SEVEN + (opens + lasts) * MINUTE / 4, number)
        for kind, opens, lasts, number in draw(
            st.lists(
                st.tuples(
                    st.sampled_from([Kind.REMINDER, Kind.QUESTION]),
                    st.integers(-20, 60),
                    st.integers(0, 60),
                    st.integers(1, 80),
                ),
                max_size=6,
            )
        )
    ]


def lost(due: list[Due], pace: int) -> int:
    return sum(overload.too_late for overload in foresee(due, a_minute=pace, at=SEVEN))


def lost_step_by_step(due: list[Due], pace: int) -> int:
    """The same, carried a quarter of a minute at a time: nothing opens or closes in between."""
    left = [(each, Fraction(each.number)) for each in sorted(due, key=lambda each: (each.send_at, -_stamp(each)))]
    for step in range(200):
        begins = SEVEN + step * MINUTE / 4
        power = Fraction(pace, 4)
        for place in reversed(range(len(left))):
            each, number = left[place]
            if each.send_at <= begins < each.too_late_at:
                left[place] = each, number - min(power, number)
                power -= min(power, number)
    return sum(-(-number.numerator // number.denominator) for _, number in left)


def _stamp(due: Due) -> float:
    return due.too_late_at.timestamp()


def test_240_a_minute_carry_43_200_reminders_in_three_hours() -> None:
    assert foresee([reminders(43_200)], a_minute=240, at=SEVEN - HOUR) == ()
    assert foresee([reminders(50_000)], a_minute=240, at=SEVEN - HOUR) == (
        Overload(Kind.REMINDER, SEVEN, due=50_000, carried=43_200),
    )


def test_messages_spread_over_ten_minutes_are_one_rush() -> None:
    spread = [
        reminders(5_000, send_at=SEVEN + number * MINUTE, limit=3 * HOUR - number * MINUTE) for number in range(10)
    ]
    assert foresee(spread, a_minute=240, at=SEVEN) == (Overload(Kind.REMINDER, SEVEN, due=50_000, carried=43_200),)


def test_what_leaves_before_the_next_is_due_is_a_rush_of_its_own() -> None:
    morning, evening = reminders(50_000), Due(Kind.QUESTION, SEVEN + 10 * HOUR, SEVEN + 14 * HOUR, 57_601)
    assert foresee([evening, morning], a_minute=240, at=SEVEN) == (
        Overload(Kind.REMINDER, SEVEN, due=50_000, carried=43_200),
        Overload(Kind.QUESTION, SEVEN + 10 * HOUR, due=57_601, carried=57_600),
    )


def test_the_freshest_leave_first_and_what_waited_longest_is_lost() -> None:
    older = reminders(300, limit=3 * MINUTE)
    newer = Due(Kind.QUESTION, SEVEN + MINUTE, SEVEN + 3 * MINUTE, 150)
    assert foresee([older, newer], a_minute=100, at=SEVEN) == (Overload(Kind.REMINDER, SEVEN, due=300, carried=150),)


def test_only_the_time_that_is_left_counts() -> None:
    assert foresee([reminders(300)], a_minute=1, at=SEVEN + 2 * HOUR) == (
        Overload(Kind.REMINDER, SEVEN, due=300, carried=60),
    )


def test_nothing_due_is_no_overload() -> None:
    assert foresee([], a_minute=240, at=SEVEN) == ()


@given(groups(), PACES)
def test_it_is_as_if_every_step_had_been_walked(due: list[Due], pace: int) -> None:
    assert lost(due, pace) == lost_step_by_step(due, pace)


@given(groups(), PACES)
def test_no_more_is_carried_than_the_pace_and_the_windows_allow(due: list[Due], pace: int) -> None:
    carried = sum(each.number for each in due) - lost(due, pace)
    open_for = max([timedelta(), *(each.too_late_at - SEVEN for each in due)])
    assert carried <= pace * (open_for / MINUTE)
    for overload in foresee(due, a_minute=pace, at=SEVEN):
        assert 0 <= overload.carried < overload.due


@given(st.integers(1, 10_000), PACES)
def test_what_fits_into_its_window_is_carried(number: int, pace: int) -> None:
    window = -(-number * MINUTE // pace)
    assert lost([reminders(number, limit=window)], pace) == 0
    assert lost([reminders(number + 1, limit=number * MINUTE / pace)], pace) >= 1


@given(groups(), PACES, PACES)
def test_a_faster_pace_loses_no_more(due: list[Due], pace: int, more: int) -> None:
    assert lost(due, pace + more) <= lost(due, pace)


@given(groups(), PACES)
def test_the_order_of_the_groups_means_nothing(due: list[Due], pace: int) -> None:
    assert foresee(due, a_minute=pace, at=SEVEN) == foresee(reversed(due), a_minute=pace, at=SEVEN)


# From a roster


def test_a_roster_is_due_on_its_working_days_in_the_zone_of_its_rotation() -> None:
    days = [MONDAY - 3 * DAY, MONDAY, MONDAY + 5 * DAY]
    dues = list(placed_dues([(MEDICINE, 40)], days=days, program=PROGRAM, at=SEVEN - 9 * DAY))
    seven, half_past_five = (
        datetime.combine(MONDAY, clock, ZoneInfo("America/New_York")) for clock in (time(7), time(17, 30))
    )
    assert dues == [
        Due(Kind.REMINDER, seven, seven + 3 * HOUR, 40),
        Due(Kind.QUESTION, half_past_five, half_past_five.replace(hour=22, minute=0), 40),
    ]


def test_a_day_off_is_no_load() -> None:
    assert list(placed_dues([(MEDICINE, 40)], days=[date(2026, 11, 26)], program=PROGRAM, at=SEVEN)) != []
    program = replace(PROGRAM, days_off=frozenset({date(2026, 11, 26)}))
    assert list(placed_dues([(MEDICINE, 40)], days=[date(2026, 11, 26)], program=program, at=SEVEN)) == []
