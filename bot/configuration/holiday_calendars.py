"""The holidays of countries and their states, from the `holidays` package, which is loaded when somebody asks."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from bot.domain.calendar import days_from
from bot.domain.errors import NoSuchCalendar
from bot.domain.people import DayOff
from bot.flows.ports import CalendarName

ENGLISH: Final = "en_US"
UNSPACED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
SMALL_WORDS: Final = ("And", "Of", "The")
LONGEST_ABBREVIATION: Final = 3
LONGEST_NAME: Final = 75
"""A holiday's name is shown in a line, and two of them may fall on one day."""


class Calendars:
    """Calendars are called "US" for a country and "US-PA" for a state, province or other part of it."""

    def countries(self) -> tuple[CalendarName, ...]:
        """Every country with a calendar, by name."""
        named = (CalendarName(code, name) for code, name in _countries().items())
        return tuple(sorted(named, key=lambda each: each.name))

    def states(self, country: str) -> tuple[CalendarName, ...]:
        """The parts of a country that have holidays of their own, by name; none where it has none, or is unknown."""
        named = (CalendarName(f"{country}-{code}", name) for code, name in _parts(country).items())
        return tuple(sorted(named, key=lambda each: each.name))

    def days(self, calendar: str, first: date, last: date) -> tuple[DayOff, ...]:
        """The holidays of a calendar from one date to another, in English where the calendar knows it.

        Raises NoSuchCalendar.
        """
        country, _, part = calendar.partition("-")
        if country not in _countries() or (part and part not in _parts(country)):
            raise NoSuchCalendar
        names = _holidays(country, part, tuple(range(first.year, last.year + 1)))
        span = days_from(first, (last - first).days + 1)
        return tuple(DayOff(on, names[on][:LONGEST_NAME]) for on in span if on in names)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    from holidays.registry import COUNTRIES

    return {names[1]: _spaced(names[0]) for names in COUNTRIES.values()}


def _spaced(name: str) -> str:
    """A class's name as one says it: "BosniaAndHerzegovina" is Bosnia and Herzegovina."""
    return " ".join(word.lower() if word in SMALL_WORDS else word for word in UNSPACED.sub(" ", name).split())


@lru_cache(maxsize=32)
def _parts(country: str) -> Mapping[str, str]:
    """The parts of a country by their codes. A part without a name goes by its code."""
    import holidays

    codes = holidays.list_supported_countries(include_aliases=False).get(country, [])
    if not codes:
        return {}
    aliases: Mapping[str, str] = getattr(holidays.country_holidays(country), "subdivisions_aliases", {})
    named: dict[str, str] = {}
    for name, code in aliases.items():
        # Of several names some are abbreviations, and the first of the others is the usual one.
        if len(name) > LONGEST_ABBREVIATION:
            named.setdefault(code, name)
    return {code: named.get(code, code) for code in codes}


@lru_cache(maxsize=64)
def _holidays(country: str, part: str, years: tuple[int, ...]) -> Mapping[date, str]:
    import holidays

    known = holidays.country_holidays(country)
    language = ENGLISH if ENGLISH in known.supported_languages else None
    return dict(holidays.country_holidays(country, subdiv=part or None, years=years, language=language))
