"""Elements that do something when pressed: buttons, menus, and fields that act as soon as they are set."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from bot.practice.page.fields import Element, control, holds_a_value, is_group, options_of
from bot.practice.page.html import AttributeValue, joined, tag
from bot.practice.page.mrkdwn import is_web_address, mrkdwn, plain, text_object, with_emoji
from bot.practice.page.place import PRESS, Place, Press, press_value


def element(block_id: str, shown: Element, place: Place) -> Markup:
    """One element of an actions block, or of the right-hand side of a section."""
    kind = shown.get("type")
    if kind == "button":
        return _button(block_id, shown, place)
    if kind == "overflow":
        return _overflow(block_id, shown, place)
    if kind == "image":
        return picture(shown)
    if holds_a_value(shown):
        return _set_at_once(block_id, shown, place)
    return tag("span", f"An element of type “{kind}” stands here; this page cannot show it.", class_="hint")


def picture(shown: Mapping[str, Any]) -> Markup:
    """A picture told by its alternative text, with a link: this page loads nothing from elsewhere."""
    alt = str(shown.get("alt_text") or "A picture without a description")
    address = str(shown.get("image_url", ""))
    words = tag("a", alt, href=address, target="_blank", rel="noopener noreferrer") if is_web_address(address) else alt
    return tag("span", tag("span", "▧ ", aria_hidden="true"), words, class_="picture")


def _button(block_id: str, shown: Element, place: Place) -> Markup:
    look = f"button {shown.get('style', '')}".strip()
    words = with_emoji(plain(shown.get("text")))
    label: AttributeValue = shown.get("accessibility_label")
    if is_web_address(str(shown.get("url", ""))):
        address = str(shown["url"])
        return tag(
            "a",
            words,
            class_=look,
            href=address,
            target="_blank",
            rel="noopener noreferrer",
            aria_label=label,
        )
    said = press_value(Press(block_id, str(shown["action_id"]), str(shown.get("value", ""))))
    if not shown.get("confirm"):
        return tag("button", words, class_=look, name=PRESS, value=said, formnovalidate=True, aria_label=label)
    asked_id = place.id_of(block_id, str(shown["action_id"]), "confirm")
    opener = tag("button", words, type="button", class_=look, popovertarget=asked_id, aria_label=label)
    return opener + _confirmation(shown["confirm"], said, asked_id, place)


def _confirmation(confirm: Mapping[str, Any], said: str, asked_id: str, place: Place) -> Markup:
    style = "danger" if confirm.get("style") == "danger" else "primary"
    yes = plain(confirm.get("confirm")) or "Yes"
    no = plain(confirm.get("deny")) or "Cancel"
    return tag(
        "div",
        tag("h3", plain(confirm.get("title")) or "Are you sure?", id=f"{asked_id}-title"),
        tag("p", text_object(confirm.get("text"), place.names)),
        tag(
            "div",
            tag("button", no, type="button", class_="button", popovertarget=asked_id, autofocus=True),
            tag("button", yes, class_=f"button {style}", name=PRESS, value=said, formnovalidate=True),
            class_="actions",
        ),
        id=asked_id,
        popover="auto",
        role="dialog",
        aria_labelledby=f"{asked_id}-title",
        class_="confirm",
    )


def _overflow(block_id: str, shown: Element, place: Place) -> Markup:
    entries = joined(
        tag(
            "button",
            mrkdwn(plain(option["text"]), {}) if option["text"].get("type") == "mrkdwn" else plain(option["text"]),
            class_="button",
            name=PRESS,
            value=press_value(Press(block_id, str(shown["action_id"]), str(option["value"]))),
            formnovalidate=True,
        )
        for option in options_of(shown)
    )
    label = shown.get("accessibility_label") or "More choices"
    summary = tag("summary", tag("span", "⋯", aria_hidden="true"), tag("span", label, class_="unseen"), class_="button")
    menu_id = place.id_of(block_id, str(shown["action_id"]))
    return tag("details", summary, tag("div", entries, class_="menu"), class_="overflow", id=menu_id)


def _set_at_once(block_id: str, shown: Element, place: Place) -> Markup:
    """A list or a date, and beside it the button that says it: arrow keys may pass over other choices."""
    label = shown.get("accessibility_label") or plain(shown.get("placeholder")) or "Your choice"
    said = press_value(Press(block_id, str(shown["action_id"])))
    button = tag(
        "button",
        "Set",
        class_="button",
        name=PRESS,
        value=said,
        formnovalidate=True,
        aria_label=f"Set: {label}",
    )
    if is_group(shown):
        legend = tag("legend", label, class_="unseen")
        return tag("fieldset", legend, control(block_id, shown, place), button, class_="set")
    return tag("span", control(block_id, shown, place, aria_label=label), button, class_="set")
