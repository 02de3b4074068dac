"""The holidays of countries and states."""

import subprocess
import sys
from datetime import date
from zoneinfo import ZoneInfo, available_timezones

import holidays
import pytest

from bot.configuration.holiday_calendars import Calendars
from bot.domain.countries import COUNTRIES, country_of
from bot.domain.errors import NoSuchCalendar
from bot.domain.people import DayOff
from bot.storage.tables import rotations

CALENDARS = Calendars()
FALL = date(2026, 11, 20), date(2027, 1, 2)


def test_every_country_has_a_name_of_its_own() -> None:
    countries = CALENDARS.countries()
    names = [each.name for each in countries]
    assert {"United States", "Bosnia and Herzegovina", "Germany", "Isle of Man"} <= set(names)
    assert names == sorted(set(names))
    assert all(len(each.code) == 2 for each in countries)


def test_a_state_has_holidays_that_its_country_has_not() -> None:
    states = {each.code: each.name for each in CALENDARS.states("US")}
    assert (states["US-PA"], len(states)) == ("Pennsylvania", 57)
    whole = CALENDARS.days("US", *FALL)
    assert whole == (
        DayOff(date(2026, 11, 26), "Thanksgiving Day"),
        DayOff(date(2026, 12, 25), "Christmas Day"),
        DayOff(date(2027, 1, 1), "New Year's Day"),
    )
    assert DayOff(date(2026, 11, 27), "Day After Thanksgiving") in CALENDARS.days("US-PA", *FALL)
    assert CALENDARS.days("US", date(2026, 12, 1), date(2026, 12, 1)) == ()


def test_names_are_english_where_the_calendar_knows_it() -> None:
    assert "Christmas Day" in {day.name for day in CALENDARS.days("DE-BE", *FALL)}
    assert "Baden-Württemberg" in {each.name for each in CALENDARS.states("DE")}
    assert {each.code: each.name for each in CALENDARS.states("FR")}["FR-971"] == "Guadeloupe"
    assert {each.code: each.name for each in CALENDARS.states("CA")}["CA-NB"] == "New Brunswick"


def test_a_calendar_fits_into_its_column() -> None:
    supported = holidays.list_supported_countries(include_aliases=False)
    codes = [f"{country}-{part}" for country, parts in supported.items() for part in parts]
    assert max(map(len, codes)) <= rotations.c.calendar.type.length  # type: ignore[attr-defined]


@pytest.mark.parametrize("calendar", ["", "USA", "US-XX", "XX-PA", "us"])
def test_an_unknown_calendar_is_refused(calendar: str) -> None:
    with pytest.raises(NoSuchCalendar):
        CALENDARS.days(calendar, *FALL)
    assert CALENDARS.states("XX") == ()


def test_nothing_is_loaded_before_somebody_asks() -> None:
    program = "import sys, bot.configuration.holiday_calendars; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_every_country_that_is_proposed_has_a_calendar_and_zones_of_its_own() -> None:
    assert set(COUNTRIES.values()) <= {each.code for each in CALENDARS.countries()}
    assert COUNTRIES.keys() <= available_timezones()
    assert [country_of(ZoneInfo(zone)) for zone in ("America/New_York", "Europe/Berlin", "UTC")] == ["US", "DE", ""]
