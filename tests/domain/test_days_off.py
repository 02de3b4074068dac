"""Days off as a coordinator writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import DAY, days_from
from bot.domain.days_off import LONGEST_NAME, LONGEST_TEXT, MOST, read_days_off, write_days_off
from bot.domain.errors import DaysOffTooLong, DaysOffUnreadable, TooManyDaysOff
from bot.domain.people import DayOff

EVE = date(2026, 12, 24)
names = st.sampled_from(["", "Winter break", "Retreat: all day", "1st of May", "W" * 40])
days = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), names), max_size=30, unique_by=lambda day: day[0]
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2026-12-24 Winter break", "Winter break"),
        ("  2026-12-24  ", ""),
        ("12/24/2026: Winter break", "Winter break"),
        ("2026-12-24, Winter break", "Winter break"),
        ("2026-12-24 – Winter break", "Winter break"),
        (f"2026-12-24 {'x' * 100}", "x" * LONGEST_NAME),
    ],
)
def test_a_day_is_a_date_and_what_it_is(line: str, name: str) -> None:
    assert read_days_off(line) == (DayOff(EVE, name),)


@pytest.mark.parametrize("line", ["2026-12-24 to 2026-12-27 Break", "2026-12-24 - 12/27/2026 Break"])
def test_a_few_days_in_a_row_stand_on_one_line(line: str) -> None:
    assert read_days_off(line) == tuple(DayOff(on, "Break") for on in days_from(EVE, 4))


@pytest.mark.parametrize(
    "line",
    [
        "Thanksgiving",
        "2026-02-30",
        "24.12.2026",
        "12/24 Break",
        "13/24/2026",
        "2026-12-27 to 2026-12-24",
        "2026-12-24x",
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(line: str) -> None:
    with pytest.raises(DaysOffUnreadable, match=r"Line 3 can't be read\. Write a date"):
        read_days_off(f"2026-12-24\n\n{line}")


def test_more_days_than_a_break_has_are_refused() -> None:
    lines = "\n".join(f"{EVE + number * DAY}" for number in range(MOST))
    assert len(read_days_off(lines)) == MOST
    with pytest.raises(TooManyDaysOff):
        read_days_off(f"{lines}\n2027-12-24")
    with pytest.raises(DaysOffUnreadable):
        read_days_off("2026-01-01 to 2027-01-01")


def test_of_two_names_for_one_day_the_first_counts() -> None:
    assert read_days_off("2026-12-24 Eve\n12/24/2026 Break") == (DayOff(EVE, "Eve"),)


def test_a_break_around_other_days_off_is_written_back_into_the_field_as_it_was_typed() -> None:
    others = [f"1/{day}/2026 a" for day in range(1, 31, 2)] + [f"2/{day}/2026 b" for day in range(2, 28, 2)]
    found = read_days_off("\n".join([*others, f"1/1/2026 to 2/28/2026 {'W' * LONGEST_NAME}"]))
    written = write_days_off(found)
    assert len(written) <= LONGEST_TEXT
    assert read_days_off(written) == found


def test_what_could_not_be_written_back_into_the_field_is_refused() -> None:
    lines = [f"{EVE + number * DAY} {'VWX'[number % 3] * LONGEST_NAME}" for number in range(MOST)]
    with pytest.raises(DaysOffTooLong):
        read_days_off("\n".join(lines))


@given(days)
def test_what_is_written_is_read_again(chosen: list[tuple[date, str]]) -> None:
    found = tuple(DayOff(*day) for day in sorted(chosen))
    assert read_days_off(write_days_off(found)) == found
