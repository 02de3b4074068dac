"""Slack's text objects as HTML: `mrkdwn` with its few marks, `plain_text` to the letter."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from bot.practice.page.html import joined, lines, tag

Names = Mapping[str, str]
"""What people and channels are called, by their ids."""

EMOJI: Mapping[str, str] = {
    "wave": "👋",
    "sunrise": "🌅",
    "sunny": "☀️",
    "seedling": "🌱",
    "herb": "🌿",
    "leaves": "🍃",
    "white_check_mark": "✅",
    "heavy_check_mark": "✔️",
    "lock": "🔒",
    "speech_balloon": "💬",
    "thought_balloon": "💭",
    "pencil2": "✏️",
    "bulb": "💡",
    "books": "📚",
    "bar_chart": "📊",
    "warning": "⚠️",
    "heart": "❤️",
    "sos": "🆘",
    "telephone_receiver": "📞",
    "calendar": "📅",
    "clock7": "🕖",
}

_OPEN, _CLOSE = "\ue000", "\ue001"
_FENCE = re.compile(r"```\n?(.+?)\n?```", re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_CONTROL = re.compile(r"<([^<>\n]+)>")
_KEPT = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_SHORTCODE = re.compile(r":([a-z0-9_+-]+):")
_MARKS = tuple(
    (re.compile(rf"(?<![\w{mark}]){mark}(?=\S)([^{mark}\n]+?)(?<=\S){mark}(?![\w{mark}])"), element)
    for mark, element in ((r"\*", "strong"), ("_", "em"), ("~", "s"))
)


def text_object(text: Mapping[str, Any] | None, names: Names) -> Markup:
    """A text object as Slack would show it; nothing at all for no object."""
    if not text:
        return Markup("")
    if text.get("type") == "mrkdwn":
        return mrkdwn(str(text.get("text", "")), names)
    return lines(with_emoji(str(text.get("text", "")))) if text.get("emoji", True) else lines(str(text["text"]))


def plain(text: Mapping[str, Any] | None) -> str:
    """The words of a text object, for labels and attributes."""
    return str(text.get("text", "")) if text else ""


def mrkdwn(text: str, names: Names) -> Markup:
    """Bold, italic, strike, code, quotes, links and mentions; everything else is literal."""
    kept: list[Markup] = []

    def keep(shown: Markup) -> str:
        kept.append(shown)
        return f"{_OPEN}{len(kept) - 1}{_CLOSE}"

    text = text.replace(_OPEN, "").replace(_CLOSE, "")
    text = _FENCE.sub(lambda found: keep(tag("pre", unescaped(found[1]))), text)
    text = _CODE.sub(lambda found: keep(tag("code", unescaped(found[1]))), text)
    text = _CONTROL.sub(lambda found: keep(_control(found[1], names)), text)
    shown = _quoted(_emphasised(with_emoji(unescaped(text))))
    return Markup(_KEPT.sub(lambda found: str(kept[int(found[1])]), str(shown)))


def with_emoji(text: str) -> str:
    """The text with the short codes this page knows replaced; others stay as they were typed."""
    return _SHORTCODE.sub(lambda found: EMOJI.get(found[1], found[0]), text)


def unescaped(text: str) -> str:
    """Slack's three entities turned back into the characters they stand for, and no others."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def link(address: str, label: str) -> Markup:
    """A link that opens apart; an address that is neither http nor https is shown as words only."""
    if not is_web_address(address):
        return lines(label)
    return tag("a", label, href=address, target="_blank", rel="noopener noreferrer")


def is_web_address(address: str) -> bool:
    """Whether the address is a complete http or https address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def mention(sign: str, shown_name: str) -> Markup:
    """A person or a channel named in a text."""
    return tag("span", sign + shown_name, class_="mention")


def _control(inside: str, names: Names) -> Markup:
    target, _, label = inside.partition("|")
    target, label = unescaped(target), unescaped(label)
    handlers: dict[str, Callable[[], Markup]] = {
        "@": lambda: mention("@", names.get(target[1:], label or target[1:])),
        "#": lambda: mention("#", names.get(target[1:], label or target[1:]).removeprefix("#")),
        "!": lambda: lines(label) if label else mention("@", target[1:]),
    }
    handler = handlers.get(target[:1])
    return handler() if handler else link(target, label or target)


def _emphasised(text: str) -> str:
    shown = str(escape(text))
    for pattern, element in _MARKS:
        shown = pattern.sub(rf"<{element}>\1</{element}>", shown)
    return shown


def _quoted(shown: str) -> Markup:
    """Lines that begin with a quote sign stand together in one quotation; other line breaks are kept."""
    parts: list[Markup] = []
    quote: list[Markup] = []
    plain_lines: list[Markup] = []

    def close() -> None:
        if quote:
            parts.append(tag("blockquote", Markup("<br>").join(quote)))
        if plain_lines:
            parts.append(Markup("<br>").join(plain_lines))
        quote.clear()
        plain_lines.clear()

    for line in shown.split("\n"):
        is_quote = line.startswith("&gt;")
        if (is_quote and plain_lines) or (not is_quote and quote):
            close()
        (quote if is_quote else plain_lines).append(Markup(line.removeprefix("&gt;").lstrip() if is_quote else line))
    close()
    return joined(parts)
