"""Time zones as one says them."""

from zoneinfo import ZoneInfo

import pytest

from bot.domain.zones import OTHERS, UNITED_STATES, clock_in_words, zone_in_words

OFFERED = [*UNITED_STATES, *(key for keys in OTHERS.values() for key in keys.split())]


@pytest.mark.parametrize(
    ("key", "zone", "clock"),
    [
        ("America/New_York", "Eastern, New York", "Eastern time (New York)"),
        ("America/Phoenix", "Mountain, Phoenix (no daylight saving time)", "Mountain time (Phoenix)"),
        ("Pacific/Guam", "Guam", "Guam time"),
        ("Europe/Berlin", "Berlin", "Berlin time"),
        ("America/Sao_Paulo", "Sao Paulo", "Sao Paulo time"),
        ("America/Indiana/Tell_City", "America/Indiana/Tell City", "America/Indiana/Tell City time"),
    ],
)
def test_a_zone_is_said_as_its_form_offers_it(key: str, zone: str, clock: str) -> None:
    assert (zone_in_words(ZoneInfo(key)), clock_in_words(ZoneInfo(key))) == (zone, clock)


@pytest.mark.parametrize("key", OFFERED)
def test_no_zone_that_is_offered_is_read_aloud_with_a_slash_or_underscore(key: str) -> None:
    assert not set("/_,") & set(clock_in_words(ZoneInfo(key)))


def test_two_zones_are_never_said_alike() -> None:
    assert len({zone_in_words(ZoneInfo(key)) for key in OFFERED}) == len(OFFERED)
