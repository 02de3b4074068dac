"""How a Web API method reads its arguments, and the table entry that describes one."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from bot.practice.refusals import Refused
from bot.practice.wire import Json
from bot.practice.workspace import Workspace

Run: TypeAlias = Callable[[Workspace, Json], Json]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Method:
    """One method: the arguments it can't do without, and what it does. It answers what stands beside `ok`."""

    required: tuple[str, ...]
    run: Run


Methods: TypeAlias = Mapping[str, Method]


def decoded(arguments: Json, key: str) -> object:
    """Return a structured argument, which the clients send as JSON text or as JSON itself; ValueError if broken."""
    value = arguments.get(key)
    return json.loads(value) if isinstance(value, str) and value else value


def whole_number(arguments: Json, key: str, otherwise: int) -> int:
    """Return a number that may have come as text."""
    value = str(arguments.get(key) or "")
    return int(value) if value.isdecimal() else otherwise


def is_on(arguments: Json, key: str) -> bool:
    """Return a switch, however the client wrote it."""
    return str(arguments.get(key, "")).lower() in ("1", "true")


def one_page(found: Sequence[T], arguments: Json, *, otherwise: int) -> tuple[list[T], str]:
    """Return the page that `cursor` and `limit` ask for, and the cursor of the next one (empty at the end)."""
    begin, limit = _place(str(arguments.get("cursor") or "")), whole_number(arguments, "limit", otherwise)
    end = begin + max(1, min(limit, 999))
    return list(found[begin:end]), _cursor(end) if end < len(found) else ""


def _cursor(place: int) -> str:
    return b64encode(f"from:{place}".encode()).decode()


def _place(cursor: str) -> int:
    """A cursor is good for handing back, and not for counting with."""
    if not cursor:
        return 0
    try:
        return int(b64decode(cursor, validate=True).decode().removeprefix("from:"))
    except ValueError:
        raise Refused("invalid_cursor") from None
