"""Fields that hold several choices out of many, or files: lists to tick, with a field to find a name in them."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot.practice.page.html import AttributeValue, joined, tag
from bot.practice.page.place import Offered, Place, field_name

Element = Mapping[str, Any]
Choice = tuple[str, str]

ENOUGH_TO_SEARCH = 9
"""A list of fewer than these is seen at a glance."""


def picker(block_id: str, element: Element, place: Place, groups: Sequence[tuple[str, Sequence[Choice]]]) -> Markup:
    """Lists to tick, each under its heading; what is picked already stands first."""
    picked = place.list_of(block_id, str(element["action_id"]))
    among = [choice for _, choices in groups for choice in choices]
    shown = joined(_group(block_id, element, place, heading, _picked_first(all_, picked)) for heading, all_ in groups)
    finder = _finder(place.id_of(block_id, str(element["action_id"]), "find")) if len(among) >= ENOUGH_TO_SEARCH else ""
    most = f" of at most {element['max_selected_items']}" if element.get("max_selected_items") else ""
    counted = tag("p", tag("output", str(len(picked))), f" chosen{most}", class_="hint")
    return tag("div", finder, counted, tag("div", shown, class_="long"), class_="picker", data_found=True)


def files_to_attach(block_id: str, element: Element, place: Place, attributes: dict[str, AttributeValue]) -> Markup:
    """A field for files, and a tick for each that is attached already: unticked, it is taken off."""
    kept = place.list_of(block_id, str(element["action_id"]))
    boxes = joined(_attached(block_id, element, place, file) for file in kept)
    kinds = ",".join(f".{kind}" for kind in element.get("filetypes", [])) or None
    several = int(element.get("max_files", 2)) > 1
    return boxes + tag("input", type="file", accept=kinds, multiple=several, **attributes)


def pickable(element: Element, place: Place, picked: Sequence[str] = ()) -> Sequence[Choice]:
    """The people or channels that an element offers, by name; what is picked stays even when it is no longer there."""
    kinds = _kinds(element)
    offered = [each for each in place.offered if each.kind in kinds]
    known = {each.id for each in offered}
    gone = [Offered(each, place.names.get(each, each), "") for each in picked if each not in known]
    return [(each.id, each.name) for each in [*offered, *gone]]


def _kinds(element: Element) -> Sequence[str]:
    kind = str(element["type"]).removeprefix("multi_")
    if kind == "users_select":
        return ["person"]
    if kind == "channels_select":
        return ["public"]
    include: Sequence[str] = element.get("filter", {}).get("include") or ["public", "private"]
    return include


def _picked_first(choices: Sequence[Choice], picked: Sequence[str]) -> Sequence[tuple[str, str, bool]]:
    marked = [(value, label, value in picked) for value, label in choices]
    return sorted(marked, key=lambda choice: not choice[2])


def _group(
    block_id: str, element: Element, place: Place, heading: str, choices: Sequence[tuple[str, str, bool]]
) -> Markup:
    title = tag("p", heading, class_="hint") if heading else ""
    return title + joined(_tick(block_id, element, place, *choice) for choice in choices)


def _tick(block_id: str, element: Element, place: Place, value: str, label: str, is_picked: bool) -> Markup:
    action_id = str(element["action_id"])
    box_id = place.id_of(block_id, action_id, value)
    name = field_name(block_id, action_id)
    box = tag("input", type="checkbox", id=box_id, name=name, value=value, checked=is_picked)
    return tag("div", tag("label", box, tag("span", label), for_=box_id), class_="choice", data_name=label.lower())


def _attached(block_id: str, element: Element, place: Place, file: str) -> Markup:
    described: Mapping[str, Any] = place.attached.get(file, {})
    return _tick(block_id, element, place, file, str(described.get("name", file)), is_picked=True)


def _finder(field_id: str) -> Markup:
    return tag(
        "input",
        id=field_id,
        type="search",
        class_="finder",
        aria_label="Find in this list",
        placeholder="Find a name",
        autocomplete="off",
        data_finds=True,
    )
