"""Writes HTML in which whatever is not already markup has been escaped."""

from collections.abc import Iterable

from markupsafe import Markup, escape

AttributeValue = str | int | bool | None

_VOID = frozenset({"input", "hr", "br"})


def tag(name: str, /, *children: str, **attributes: AttributeValue) -> Markup:
    """One element; `class_` loses its underscore, `data_x` becomes `data-x`, None and False vanish."""
    opening = Markup("<{}{}>").format(Markup(name), joined(_attribute(*pair) for pair in attributes.items()))
    if name in _VOID:
        return opening
    return opening + joined(children) + Markup("</{}>").format(Markup(name))


def joined(parts: Iterable[str]) -> Markup:
    """The parts in order, each escaped unless it is markup."""
    return Markup("").join(parts)


def lines(text: str) -> Markup:
    """Literal text whose line breaks are kept."""
    return Markup("<br>").join(escape(text).split("\n"))


def _attribute(name: str, value: AttributeValue) -> Markup:
    if value is None or value is False:
        return Markup("")
    shown = Markup(name.rstrip("_").replace("_", "-"))
    return Markup(" {}").format(shown) if value is True else Markup(' {}="{}"').format(shown, value)
