"""The time zones that a form offers, by where one looks for them."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Option, OptionGroup, StaticSelectElement

from bot.slack.views.rich import plain

ZONE: Final = "zone"
"""The block and the element in it share this id."""
THIS_ONE: Final = "As it is now"
UNITED_STATES: Final = {
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
OTHERS: Final = {
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
        "Europe/Istanbul Europe/Kyiv Europe/Lisbon Europe/London Europe/Madrid Europe/Moscow Europe/Oslo Europe/Paris "
        "Europe/Prague Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vienna Europe/Warsaw "
        "Europe/Zurich"
    ),
    "Africa": (
        "Africa/Abidjan Africa/Accra Africa/Addis_Ababa Africa/Algiers Africa/Cairo Africa/Casablanca Africa/Dakar "
        "Africa/Harare Africa/Johannesburg Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Lagos Africa/Lusaka "
        "Africa/Maputo Africa/Nairobi Africa/Tripoli Africa/Tunis"
    ),
    "Asia": (
        "Asia/Almaty Asia/Amman Asia/Baghdad Asia/Bangkok Asia/Beirut Asia/Colombo Asia/Dhaka Asia/Dubai "
        "Asia/Ho_Chi_Minh Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Karachi Asia/Kathmandu "
        "Asia/Kolkata Asia/Kuala_Lumpur Asia/Kuwait Asia/Manila Asia/Qatar Asia/Riyadh Asia/Seoul Asia/Shanghai "
        "Asia/Singapore Asia/Taipei Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo Asia/Yangon Asia/Yerevan"
    ),
    "Australia and Pacific": (
        "Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Hobart Australia/Melbourne Australia/Perth "
        "Australia/Sydney Pacific/Apia Pacific/Auckland Pacific/Fiji Pacific/Port_Moresby Pacific/Tongatapu"
    ),
}


def zone_menu(zone: ZoneInfo) -> StaticSelectElement:
    """A menu of zones with one chosen, whether or not it is among those that are offered otherwise."""
    groups = {label: [_option(key, name) for key, name in found] for label, found in _groups()}
    options = {option.value: option for group in groups.values() for option in group}
    if zone.key not in options:
        options[zone.key] = _option(zone.key, _city(zone.key))
        groups = {THIS_ONE: [options[zone.key]], **groups}
    return StaticSelectElement(
        action_id=ZONE,
        option_groups=[OptionGroup(label=plain(label), options=group) for label, group in groups.items()],
        initial_option=options[zone.key],
    )


def _groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield "United States", list(UNITED_STATES.items())
    for label, keys in OTHERS.items():
        yield label, sorted(((key, _city(key)) for key in keys.split()), key=lambda pair: pair[1])


def _option(key: str, name: str) -> Option:
    return Option(text=plain(name), value=key)


def _city(key: str) -> str:
    return key.rpartition("/")[2].replace("_", " ")
