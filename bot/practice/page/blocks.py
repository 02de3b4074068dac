"""Block Kit as HTML: dicts in, markup out, nothing typed by anybody left unescaped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from bot.practice.forms import first_values
from bot.practice.page.charts import chart
from bot.practice.page.elements import element, picture
from bot.practice.page.fields import Element, control, is_group
from bot.practice.page.html import joined, lines, tag
from bot.practice.page.mrkdwn import mrkdwn, plain, text_object
from bot.practice.page.place import PRESS, Place, Press, press_value
from bot.practice.page.rich_text import rich_text
from bot.practice.wire import Json

Block = Mapping[str, Any]


def blocks_to_html(blocks: Sequence[Block], place: Place) -> Markup:
    """All blocks of a message, a view or a Home tab, in order; fields without a value begin as they say."""
    named = [_named(block, index) for index, block in enumerate(blocks)]
    filled = replace(place, values=first_values(named, place.values))
    return joined(_block(block, filled) for block in named)


def _block(block: Block, place: Place) -> Markup:
    """One block; a kind this page does not know is said to be there, in words."""
    shown = _KINDS.get(str(block.get("type")))
    if shown is None:
        return tag(
            "p",
            f"A block of type “{block.get('type')}” stands here; this page cannot show it.",
            class_="hint",
        )
    return shown(block, place)


def _named(block: Block, index: int) -> Json:
    """A block without an id of its own is known by its place, as long as nobody has to answer to it."""
    return {**block, "block_id": block.get("block_id") or f"block{index}"}


def _section(block: Block, place: Place) -> Markup:
    said = [tag("div", text_object(block["text"], place.names))] if block.get("text") else []
    fields = [tag("div", text_object(one, place.names)) for one in block.get("fields", [])]
    words = tag("div", *said, *([tag("div", *fields, class_="pairs")] if fields else []), class_="words")
    beside = block.get("accessory")
    if not beside:
        return tag("div", words, class_="section")
    return tag(
        "div",
        words,
        tag("div", element(str(block["block_id"]), beside, place), class_="beside"),
        class_="section",
    )


def _header(block: Block, place: Place) -> Markup:
    return tag("h3", text_object(block.get("text"), place.names))


def _context(block: Block, place: Place) -> Markup:
    parts = (
        picture(part) if part.get("type") == "image" else tag("span", text_object(part, place.names))
        for part in block.get("elements", [])
    )
    return tag("div", *parts, class_="context")


def _actions(block: Block, place: Place) -> Markup:
    elements = (element(str(block["block_id"]), part, place) for part in block.get("elements", []))
    return tag("div", *elements, class_="actions")


def _input(block: Block, place: Place) -> Markup:
    part: Element = block["element"]
    block_id = str(block["block_id"])
    error = place.errors.get(block_id)
    notes = _notes(block, place, error)
    about = " ".join(note_id for note_id, _ in notes) or None
    label = (
        lines(plain(block.get("label"))),
        tag("span", " (optional)", class_="quiet") if block.get("optional") else "",
    )
    shown = joined(note for _, note in notes)
    wrong = "input wrong" if error else "input"
    at_once = _at_once(block_id, part) if block.get("dispatch_action") else Markup("")
    if is_group(part):
        boxes = control(block_id, part, place)
        return tag("fieldset", tag("legend", *label), shown, boxes, at_once, class_=wrong, aria_describedby=about)
    field = control(
        block_id,
        part,
        place,
        required=not block.get("optional", False),
        aria_describedby=about,
        aria_invalid="true" if error else None,
    )
    named = tag("label", *label, for_=place.id_of(block_id, str(part["action_id"])))
    return tag("div", named, shown, field, at_once, class_=wrong)


def _notes(block: Block, place: Place, error: str | None) -> list[tuple[str, Markup]]:
    """The error and the hint of an input, each with its id: a field says by these ids what describes it."""
    notes: list[tuple[str, Markup]] = []
    if error:
        error_id = place.id_of(str(block["block_id"]), "error")
        notes.append((error_id, tag("p", lines(error), id=error_id, class_="error")))
    if block.get("hint"):
        hint_id = place.id_of(str(block["block_id"]), "hint")
        notes.append((hint_id, tag("p", text_object(block["hint"], place.names), id=hint_id, class_="hint")))
    return notes


def _at_once(block_id: str, part: Element) -> Markup:
    said = press_value(Press(block_id, str(part["action_id"])))
    return tag("button", "Use this", class_="button", name=PRESS, value=said, formnovalidate=True)


def _image(block: Block, place: Place) -> Markup:
    title = tag("figcaption", text_object(block["title"], place.names)) if block.get("title") else ""
    return tag("figure", picture(block), title)


def _table(block: Block, place: Place) -> Markup:
    first, *others = block.get("rows") or [[]]
    head = tag("tr", *(tag("th", _cell(cell, place), scope="col") for cell in first))
    body = joined(tag("tr", *(tag("td", _cell(cell, place)) for cell in row)) for row in others)
    return tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="wide", tabindex=0)


def _cell(cell: Mapping[str, Any], place: Place) -> Markup:
    if cell.get("type") == "rich_text":
        return rich_text(cell.get("elements", []), place.names, place.zone)
    return lines(str(cell.get("text", cell.get("value", ""))))


def _rich_text(block: Block, place: Place) -> Markup:
    return tag("div", rich_text(block.get("elements", []), place.names, place.zone), class_="rich")


def _markdown(block: Block, place: Place) -> Markup:
    return tag("div", mrkdwn(str(block.get("text", "")), place.names), class_="words")


def _chart(block: Block, _: Place) -> Markup:
    return chart(block)


def _divider(_: Block, __: Place) -> Markup:
    return tag("hr")


_KINDS: Mapping[str, Callable[[Block, Place], Markup]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "divider": _divider,
    "actions": _actions,
    "input": _input,
    "rich_text": _rich_text,
    "image": _image,
    "table": _table,
    "markdown": _markdown,
    "data_visualization": _chart,
}
