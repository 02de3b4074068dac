"""`rich_text` blocks: what people typed, shown to the letter."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup

from bot.practice.page.html import joined, lines, tag
from bot.practice.page.mrkdwn import EMOJI, Names, link, mention

Piece = Mapping[str, Any]

_STYLES = (("code", "code"), ("strike", "s"), ("italic", "em"), ("bold", "strong"))


def rich_text(pieces: Sequence[Piece], names: Names, zone: tzinfo) -> Markup:
    """The sections, lists, quotes and preformatted parts in their order."""
    return joined(_part(piece, names, zone) for piece in pieces)


def _part(piece: Piece, names: Names, zone: tzinfo) -> Markup:
    inside: Sequence[Piece] = piece.get("elements", [])
    match piece.get("type"):
        case "rich_text_quote":
            return tag("blockquote", _run(inside, names, zone))
        case "rich_text_preformatted":
            return tag("pre", _run(inside, names, zone))
        case "rich_text_list":
            element = "ol" if piece.get("style") == "ordered" else "ul"
            items = (tag("li", _run(item.get("elements", []), names, zone)) for item in inside)
            return tag(element, *items, class_=f"indent-{min(int(piece.get('indent', 0)), 4)}")
        case _:
            return tag("p", _run(inside, names, zone))


def _run(pieces: Sequence[Piece], names: Names, zone: tzinfo) -> Markup:
    return joined(_styled(piece, _word(piece, names, zone)) for piece in pieces)


def _word(piece: Piece, names: Names, zone: tzinfo) -> Markup:
    words: dict[str, Callable[[], Markup]] = {
        "text": lambda: lines(str(piece.get("text", ""))),
        "link": lambda: link(str(piece.get("url", "")), str(piece.get("text") or piece.get("url", ""))),
        "emoji": lambda: lines(EMOJI.get(str(piece.get("name")), f":{piece.get('name')}:")),
        "user": lambda: mention("@", names.get(str(piece.get("user_id")), str(piece.get("user_id")))),
        "channel": lambda: mention("#", names.get(str(piece.get("channel_id")), str(piece.get("channel_id")))),
        "broadcast": lambda: mention("@", str(piece.get("range"))),
        "date": lambda: lines(_moment(piece, zone)),
    }
    word = words.get(str(piece.get("type")))
    return word() if word else Markup("")


def _moment(piece: Piece, zone: tzinfo) -> str:
    """A moment by the reader's own clock; what this page can't say so, Slack's other readers get as its fallback."""
    at = datetime.fromtimestamp(int(piece.get("timestamp", 0)), zone)
    said = str(piece.get("format", ""))
    for token, words in (("{date_short_pretty}", f"{at:%b} {at.day}, {at.year}"), ("{time}", f"{at:%I:%M %p}")):
        said = said.replace(token, words.lstrip("0"))
    return str(piece.get("fallback", "")) if "{" in said else said


def _styled(piece: Piece, shown: Markup) -> Markup:
    style: Mapping[str, Any] = piece.get("style") or {}
    for wanted, element in _STYLES:
        if style.get(wanted):
            shown = tag(element, shown)
    return shown
