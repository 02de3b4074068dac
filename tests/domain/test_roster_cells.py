"""Dates, times, zones and people as Excel writes them: read when they mean one thing, refused when they may mean
two."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.roster.cells import (
    CellRefused,
    DayOrder,
    check_cell,
    day_order,
    read_channel,
    read_date,
    read_person,
    read_time,
)

DAY = date(2026, 11, 23)
UNKNOWN = DayOrder.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-11-23",
            "2026/11/23",
            "2026-11-23 00:00:00",
            "2026-11-23T00:00",
            "11/23/2026",
            "11/23/26",
            "11-23-2026",
        ),
        *("23/11/2026", "23.11.2026", "23. 11. 2026", "23.11.26", "23-Nov-26", "23-Nov-2026", "23 November 2026"),
        *("Nov 23, 2026", "November 23, 2026", "Nov. 23 2026", "Monday, November 23, 2026", "11/23/2026 12:00:00 AM"),
    ],
)
def test_a_date_that_means_one_day_is_understood(text: str) -> None:
    assert read_date("first_day", text, UNKNOWN) == DAY


@pytest.mark.parametrize(
    "text",
    [
        *("soon", "2026-02-30", "31/31/2026", "13/13/2026", "23-Nob-26", "Ju 3, 2026", "11/2026", "0026-11-23"),
        *("2026-11-23 07:00", "20261123", "11.23.2026", "٢٣.١١.٢٠٢٦"),
    ],
)
def test_a_date_that_is_none_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(CellRefused, match=r"” can't be read as last_day\. Write a date such as 2026-12-18\."):
        read_date("last_day", text, UNKNOWN)


def test_a_date_that_may_be_two_days_is_refused_with_both() -> None:
    with pytest.raises(CellRefused) as refused:
        read_date("first_day", "03/04/2026", UNKNOWN)
    assert str(refused.value) == (
        "first_day is 03/04/2026, which may mean March 4 or April 3. Write 2026-03-04 or 2026-04-03."
    )


def test_the_number_that_excel_has_for_a_date_is_refused_with_the_remedy() -> None:
    with pytest.raises(CellRefused, match="format the column as a date"):
        read_date("first_day", "46349", UNKNOWN)


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)), is_month_first=st.booleans(), settles=st.booleans())
def test_one_date_of_a_file_settles_how_the_others_are_meant(day: date, is_month_first: bool, settles: bool) -> None:
    def written(on: date) -> str:
        return f"{on:%m/%d/%Y}" if is_month_first else f"{on:%d/%m/%Y}"

    others = [written(day.replace(day=25))] if settles else []
    order = day_order([written(day), *others])
    if settles or day.day > 12 or day.day == day.month:
        assert read_date("first_day", written(day), order) == day
    else:
        with pytest.raises(CellRefused):
            read_date("first_day", written(day), order)


def test_dates_of_one_file_that_contradict_settle_nothing() -> None:
    assert day_order(["11/23/2026", "23/11/2026"]) is UNKNOWN
    assert day_order(["11/23/2026", "2026-11-23"]) is DayOrder.MONTH_FIRST


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d-%b-%y", "%B %d, %Y"])
)
def test_a_date_without_slashes_is_read_as_it_was_written(day: date, how: str) -> None:
    assert read_date("first_day", day.strftime(how), UNKNOWN) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        *(("7:00", time(7)), ("07:00:00", time(7)), ("7 AM", time(7)), ("7am", time(7)), ("7:30 p.m.", time(19, 30))),
        *(("12 AM", time(0)), ("12:15 PM", time(12, 15)), ("17.30", time(17, 30)), ("17:30:00.000", time(17, 30))),
    ],
)
def test_a_time_is_understood_however_it_is_written(text: str, at: time) -> None:
    assert read_time(text) == at


@given(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(["%H:%M", "%I:%M %p", "%H:%M:%S"])
)
def test_every_minute_is_read_as_it_was_written(at: time, how: str) -> None:
    assert read_time(at.strftime(how)) == at


@pytest.mark.parametrize("text", ["7", "25:00", "07:60", "13 PM", "0 AM", "07:00:30", "noon", "7:00:00:00"])
def test_a_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(CellRefused, match="Write a time such as 07:00"):
        check_cell("reminder_at", text)


def test_the_number_that_excel_has_for_a_time_is_refused_with_the_remedy() -> None:
    with pytest.raises(CellRefused, match="format the column as a time"):
        check_cell("question_at", "0.729166666666667")


@pytest.mark.parametrize("zone", ["EST", "EST5EDT", "America", "America/Nowhere", "Eastern Time", "../UTC"])
def test_a_zone_is_a_place_so_that_it_knows_when_clocks_change(zone: str) -> None:
    with pytest.raises(CellRefused, match="Write a zone such as America/New_York"):
        check_cell("timezone", zone)


def test_an_address_is_the_same_however_it_is_capitalized() -> None:
    assert read_person("Alice.Adams@Example.EDU") == "alice.adams@example.edu"


@pytest.mark.parametrize(
    "person", ["alice", "alice@example", "@alice", "a b@example.edu", "u012abcdef", "Alice <a@b.edu>"]
)
def test_a_person_who_is_neither_address_nor_id_is_refused(person: str) -> None:
    with pytest.raises(CellRefused, match="Write an e-mail address, or a Slack member id"):
        check_cell("person", person)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("31/02/2026", "“31/02/2026”"), ("soon\tor later", "“soon or later”"), ("s" * 41, f"“{'s' * 40}…”")],
)
def test_what_can_not_be_read_is_quoted_in_a_few_letters(cell: str, shown: str) -> None:
    with pytest.raises(CellRefused, match=f"^{shown} can't be read as first_day"):
        read_date("first_day", cell, UNKNOWN)


@pytest.mark.parametrize(
    "written",
    [
        "C012ABCDEF",
        "https://school.slack.com/archives/C012ABCDEF",
        "https://school.enterprise.slack.com/archives/C012ABCDEF/p1700000000000100",
        "https://app.slack.com/client/T012ABCDEF/C012ABCDEF",
    ],
)
def test_a_channel_is_known_by_its_id_or_the_link_that_slack_copies(written: str) -> None:
    check_cell("digest_channel", written)
    assert read_channel(written) == "C012ABCDEF"


@pytest.mark.parametrize("written", ["# medicine", "medicine", "https://slack.example.edu/archives/C012ABCDEF"])
def test_what_is_no_channel_is_refused_with_how_to_find_the_id(written: str) -> None:
    with pytest.raises(CellRefused, match="right-click the channel, Copy, Copy link"):
        check_cell("digest_channel", written)


@given(st.text(max_size=30), st.sampled_from(["first_day", "reminder_at", "person", "timezone", "role"]))
def test_whatever_is_written_is_read_or_refused(text: str, column: str) -> None:
    with suppress(CellRefused):
        check_cell(column, text)
        if column == "first_day":
            assert read_date(column, text, UNKNOWN).year in range(2000, 2100)
