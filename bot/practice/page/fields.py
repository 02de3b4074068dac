"""Elements that hold a value: text, dates, lists, ticks and radio buttons."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot.practice.forms import FIELD_TYPES, Value, listed
from bot.practice.page.html import AttributeValue, joined, lines, tag
from bot.practice.page.mrkdwn import plain, text_object
from bot.practice.page.pickers import Choice, files_to_attach, pickable, picker
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
    return element.get("type") in {"checkboxes", "radio_buttons"} or _is_picker(element)


def control(block_id: str, element: Element, place: Place, **attributes: AttributeValue) -> Markup:
    """The HTML control of a field with what stands in it now; `attributes` tell its label and its errors."""
    if _is_picker(element):
        picked = place.list_of(block_id, str(element["action_id"]))
        return picker(block_id, element, place, _groups(element, place, picked))
    if is_group(element):
        return _group(block_id, element, place)
    action_id = str(element["action_id"])
    value = place.value_of(block_id, action_id)
    attributes["id"] = place.id_of(block_id, action_id)
    attributes["name"] = field_name(block_id, action_id)
    attributes["autofocus"] = bool(element.get("focus_on_load"))
    if element["type"] == "file_input":
        return files_to_attach(block_id, element, place, attributes)
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
    none_yet = tag("option", plain(element.get("placeholder")) or "Choose…", value="")
    picked = listed(value)
    shown = joined(_titled(heading, choices, picked) for heading, choices in _groups(element, place, picked))
    return tag("select", none_yet, shown, **attributes)


def _is_picker(element: Element) -> bool:
    return str(element.get("type")).startswith("multi_")


def _groups(element: Element, place: Place, picked: Sequence[str]) -> Sequence[tuple[str, Sequence[Choice]]]:
    """What an element offers, under its headings."""
    if "static" not in str(element["type"]):
        return [("", pickable(element, place, picked))]
    groups: Sequence[Mapping[str, Any]] = element.get("option_groups") or [element]
    return [(plain(group.get("label")), _static_choices(group)) for group in groups]


def _static_choices(group: Mapping[str, Any]) -> Sequence[Choice]:
    return [(str(option["value"]), plain(option["text"])) for option in group["options"]]


def _titled(heading: str, choices: Sequence[Choice], picked: Sequence[str]) -> Markup:
    shown = joined(tag("option", label, value=value, selected=value in picked) for value, label in choices)
    return tag("optgroup", shown, label=heading) if heading else shown


def _group(block_id: str, element: Element, place: Place) -> Markup:
    picked = place.list_of(block_id, str(element["action_id"]))
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
