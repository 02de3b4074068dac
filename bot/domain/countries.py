"""In which country a time zone is, where that is plain."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

_ZONES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "US": (
            "America/New_York America/Detroit America/Indiana/Indianapolis America/Chicago America/Denver "
            "America/Boise America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu"
        ),
        "AR": "America/Argentina/Buenos_Aires",
        "AT": "Europe/Vienna",
        "AU": (
            "Australia/Adelaide Australia/Brisbane Australia/Hobart Australia/Melbourne Australia/Perth "
            "Australia/Sydney"
        ),
        "BE": "Europe/Brussels",
        "BR": "America/Sao_Paulo",
        "CA": (
            "America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina America/Edmonton "
            "America/Vancouver America/Whitehorse"
        ),
        "CH": "Europe/Zurich",
        "CL": "America/Santiago",
        "CO": "America/Bogota",
        "CZ": "Europe/Prague",
        "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen",
        "EG": "Africa/Cairo",
        "ES": "Europe/Madrid",
        "FI": "Europe/Helsinki",
        "FR": "Europe/Paris",
        "GB": "Europe/London",
        "GR": "Europe/Athens",
        "HU": "Europe/Budapest",
        "IE": "Europe/Dublin",
        "IN": "Asia/Kolkata",
        "IT": "Europe/Rome",
        "JP": "Asia/Tokyo",
        "KE": "Africa/Nairobi",
        "KR": "Asia/Seoul",
        "MX": "America/Mexico_City America/Tijuana",
        "NG": "Africa/Lagos",
        "NL": "Europe/Amsterdam",
        "NO": "Europe/Oslo",
        "NZ": "Pacific/Auckland",
        "PE": "America/Lima",
        "PH": "Asia/Manila",
        "PL": "Europe/Warsaw",
        "PR": "America/Puerto_Rico",
        "PT": "Europe/Lisbon Atlantic/Azores",
        "RO": "Europe/Bucharest",
        "SE": "Europe/Stockholm",
        "SG": "Asia/Singapore",
        "TR": "Europe/Istanbul",
        "ZA": "Africa/Johannesburg",
    }
)
COUNTRIES: Final[Mapping[str, str]] = MappingProxyType(
    {zone: country for country, zones in _ZONES.items() for zone in zones.split()}
)
"""The code of a country by a zone of its own."""


def country_of(zone: ZoneInfo) -> str:
    """The code of the country that a zone is of, such as "US"; empty where nobody could tell for sure."""
    return COUNTRIES.get(zone.key, "")
