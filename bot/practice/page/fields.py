"""Elements that hold a value: text, dates, lists, ticks and radio buttons."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot.practice.forms import FIELD_TYPES, Value
from bot.practice.page.html import AttributeValue, joined, lines, tag
from bot.practice.page.mrkdwn import plain, text_object
from bot.practice.page.place import Place, field_name

Element = Mapping[str, Any]
Option = Mapping[str, Any]

_WRITTEN: Mapping[str, str] = {
    "plain_text_input": "text",
    "email_text_input": "email",
    "url_text_input": "url",
    "number_input": "number",
    "datepicker": "date",
    "timepicker": "time",
}
"""The kind of HTML field for each element with one written value."""


def holds_a_value(element: Element) -> bool:
    """Whether an element is a field rather than a button."""
    return element.get("type") in FIELD_TYPES


def is_group(element: Element) -> bool:
    """Whether an element is several controls that need a common legend."""
    return element.get("type") in {"checkboxes", "radio_buttons"}


def control(block_id: str, element: Element, place: Place, **attributes: AttributeValue) -> Markup:
    """The HTML control of a field with what stands in it now; `attributes` tell its label and its errors."""
    if is_group(element):
        return _group(block_id, element, place)
    action_id = str(element["action_id"])
    value = place.value_of(block_id, action_id)
    attributes["id"] = place.id_of(block_id, action_id)
    attributes["name"] = field_name(block_id, action_id)
    attributes["autofocus"] = bool(element.get("focus_on_load"))
    if element["type"] in _WRITTEN:
        return _written(element, value, attributes)
    return _list(element, value, place, attributes)


def options_of(element: Element) -> Sequence[Option]:
    """All options of a static list, ticks or radio buttons, in order, out of their groups."""
    groups: Sequence[Mapping[str, Any]] = element.get("option_groups") or [element]
    return [option for group in groups for option in group.get("options", [])]


def _written(element: Element, value: Value, attributes: dict[str, AttributeValue]) -> Markup:
    attributes["placeholder"] = plain(element.get("placeholder")) or None
    text = str(value or "")
    if element.get("multiline"):
        return tag("textarea", "\n" + text, rows=5, **attributes)
    step = "any" if element.get("is_decimal_allowed") else None
    kind = _WRITTEN[str(element["type"])]
    return tag("input", type=kind, value=text, autocomplete="off", step=step, **attributes)


def _list(element: Element, value: Value, place: Place, attributes: dict[str, AttributeValue]) -> Markup:
    many = str(element["type"]).startswith("multi_")
    none_yet = [] if many else [tag("option", plain(element.get("placeholder")) or "Choose…", value="")]
    return tag("select", *none_yet, _choices(element, _picked(value), place), multiple=many, **attributes)


def _choices(element: Element, picked: Sequence[str], place: Place) -> Markup:
    if "static" not in str(element["type"]):
        return joined(_choice(key, name, picked) for key, name in _pickable(element, place))
    if not element.get("option_groups"):
        return _static_choices(element, picked)
    return joined(
        tag("optgroup", _static_choices(group, picked), label=plain(group.get("label")))
        for group in element["option_groups"]
    )


def _static_choices(group: Mapping[str, Any], picked: Sequence[str]) -> Markup:
    return joined(_choice(str(option["value"]), plain(option["text"]), picked) for option in group["options"])


def _choice(value: str, label: str, picked: Sequence[str]) -> Markup:
    return tag("option", label, value=value, selected=value in picked)


def _pickable(element: Element, place: Place) -> Sequence[tuple[str, str]]:
    wanted = ("U", "W") if "users" in str(element["type"]) else ("C", "G")
    return [(key, name) for key, name in place.names.items() if key.startswith(wanted)]


def _group(block_id: str, element: Element, place: Place) -> Markup:
    picked = _picked(place.value_of(block_id, str(element["action_id"])))
    return joined(
        _box(block_id, element, place, index, str(option["value"]) in picked)
        for index, option in enumerate(options_of(element))
    )


def _box(block_id: str, element: Element, place: Place, index: int, ticked: bool) -> Markup:
    option, action_id = options_of(element)[index], str(element["action_id"])
    box_id = place.id_of(block_id, action_id, str(index))
    box = tag(
        "input",
        type="checkbox" if element["type"] == "checkboxes" else "radio",
        id=box_id,
        name=field_name(block_id, action_id),
        value=str(option["value"]),
        checked=ticked,
        autofocus=index == 0 and bool(element.get("focus_on_load")),
        aria_describedby=f"{box_id}-more" if option.get("description") else None,
    )
    label = tag("label", box, tag("span", text_object(option.get("text"), place.names)), for_=box_id)
    if not option.get("description"):
        return tag("div", label, class_="choice")
    more = tag("p", lines(plain(option["description"])), id=f"{box_id}-more", class_="hint")
    return tag("div", label, more, class_="choice")


def _picked(value: Value) -> Sequence[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else value
