"""The time zones that a form offers, by where one looks for them."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Option, OptionGroup, StaticSelectElement

from bot.domain.zones import OTHERS, UNITED_STATES, city_of
from bot.slack.views.rich import plain

ZONE: Final = "zone"
"""The block and the element in it share this id."""
THIS_ONE: Final = "As it is now"


def zone_menu(zone: ZoneInfo) -> StaticSelectElement:
    """A menu of zones with one chosen, whether or not it is among those that are offered otherwise."""
    groups = {label: [_option(key, name) for key, name in found] for label, found in _groups()}
    options = {option.value: option for group in groups.values() for option in group}
    if zone.key not in options:
        options[zone.key] = _option(zone.key, city_of(zone.key))
        groups = {THIS_ONE: [options[zone.key]], **groups}
    return StaticSelectElement(
        action_id=ZONE,
        option_groups=[OptionGroup(label=plain(label), options=group) for label, group in groups.items()],
        initial_option=options[zone.key],
    )


def _groups() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield "United States", list(UNITED_STATES.items())
    for label, keys in OTHERS.items():
        yield label, sorted(((key, city_of(key)) for key in keys.split()), key=lambda pair: pair[1])


def _option(key: str, name: str) -> Option:
    return Option(text=plain(name), value=key)
