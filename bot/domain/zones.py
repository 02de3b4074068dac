"""Time zones as one says them: those that a form offers have words of their own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

UNITED_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "America/New_York": "Eastern, New York",
        "America/Detroit": "Eastern, Detroit",
        "America/Indiana/Indianapolis": "Eastern, Indianapolis",
        "America/Chicago": "Central, Chicago",
        "America/Denver": "Mountain, Denver",
        "America/Boise": "Mountain, Boise",
        "America/Phoenix": "Mountain, Phoenix (no daylight saving time)",
        "America/Los_Angeles": "Pacific, Los Angeles",
        "America/Anchorage": "Alaska, Anchorage",
        "Pacific/Honolulu": "Hawaii, Honolulu",
        "America/Puerto_Rico": "Atlantic, Puerto Rico",
        "Pacific/Guam": "Guam",
    }
)
OTHERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Canada": (
            "America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina America/Edmonton "
            "America/Vancouver America/Whitehorse"
        ),
        "Latin America and Caribbean": (
            "America/Argentina/Buenos_Aires America/Bogota America/Caracas America/Costa_Rica America/Guatemala "
            "America/Guayaquil America/Havana America/Jamaica America/La_Paz America/Lima America/Mexico_City "
            "America/Montevideo America/Panama America/Port_of_Spain America/Santiago America/Santo_Domingo "
            "America/Sao_Paulo America/Tijuana"
        ),
        "Europe": (
            "Atlantic/Azores Atlantic/Reykjavik Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin "
            "Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki "
            "Europe/Istanbul Europe/Kyiv Europe/Lisbon Europe/London Europe/Madrid Europe/Moscow Europe/Oslo "
            "Europe/Paris Europe/Prague Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vienna "
            "Europe/Warsaw Europe/Zurich"
        ),
        "Africa": (
            "Africa/Abidjan Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Cairo Africa/Casablanca "
            "Africa/Dakar Africa/Harare Africa/Johannesburg Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Lagos "
            "Africa/Lusaka Africa/Maputo Africa/Nairobi Africa/Tripoli Africa/Tunis"
        ),
        "Asia": (
            "Asia/Almaty Asia/Amman Asia/Baghdad Asia/Bangkok Asia/Beirut Asia/Colombo Asia/Dhaka Asia/Dubai "
            "Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Karachi Asia/Kathmandu "
            "Asia/Kolkata Asia/Kuala_Lumpur Asia/Kuwait Asia/Manila Asia/Qatar Asia/Riyadh Asia/Seoul Asia/Shanghai "
            "Asia/Singapore Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo Asia/Yangon Asia/Yerevan"
        ),
        "Australia and Pacific": (
            "Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Hobart Australia/Melbourne "
            "Australia/Perth Australia/Sydney Pacific/Apia Pacific/Auckland Pacific/Fiji Pacific/Port_Moresby "
            "Pacific/Tongatapu"
        ),
    }
)
"""The zones of other parts of the world, which are called by their cities."""
_CITIES: Final = frozenset(key for keys in OTHERS.values() for key in keys.split())


def zone_in_words(zone: ZoneInfo) -> str:
    """A time zone by the words under which a form offers it; by its own name where none does."""
    if zone.key in UNITED_STATES:
        return UNITED_STATES[zone.key]
    return city_of(zone.key) if zone.key in _CITIES else zone.key.replace("_", " ")


def clock_in_words(zone: ZoneInfo) -> str:
    """Whose time a clock shows, as one says it after an hour: Eastern time (New York)."""
    region, _, city = zone_in_words(zone).partition(" (")[0].partition(", ")
    return f"{region} time ({city})" if city else f"{region} time"


def city_of(key: str) -> str:
    """The city that a zone is named after."""
    return key.rpartition("/")[2].replace("_", " ")
