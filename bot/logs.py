"""Structured logs that cannot hold a reply or a name.

A line of ours has fields of kinds that people do not type: numbers, enums, instants, classes and opaque ids. A line of
a library keeps its place and loses its words, since libraries print what they were given.
"""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import TracebackType
from typing import TextIO

OURS = logging.getLogger("bedside")

LogValue = bool | int | float | Enum | date | datetime | timedelta | type | str
"""A `str` has to be an opaque id: 32 hexadecimal digits."""

_EVENT = re.compile(r"[a-z][a-z_]{1,39}")
_OPAQUE_ID = re.compile(r"[0-9a-f]{32}")


def log(event: str, *, level: int = logging.INFO, error: BaseException | None = None, **fields: LogValue) -> None:
    """Write one line. `error` adds its class and where it was raised, never its message.

    Raises ValueError for an event that is not snake_case or a string that is not an opaque id.
    """
    if not _EVENT.fullmatch(event):
        raise ValueError("a log event is named in snake_case")
    told: dict[str, object] = {name: _plain(value) for name, value in fields.items()}
    if error is not None:
        told |= {"error": type(error).__name__, "raised": _places(error.__traceback__)}
    OURS.log(level, event, extra={"told": told})


def set_up_logs(stream: TextIO | None = None, *, level: int = logging.INFO) -> None:
    """Send all logs of the process through the one formatter that keeps people's words out.

    `level` is for our own lines; libraries report from warnings on.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(WordlessFormatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    OURS.setLevel(level)
    # A tick that comes while the last one is still at work is left out on purpose.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


class WordlessFormatter(logging.Formatter):
    """Formats our lines with their fields and everybody else's with their place only, as one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        if record.name == OURS.name:
            line |= {"event": record.msg, **getattr(record, "told", {})}
        else:
            line |= {"library": record.name, "place": f"{record.module}:{record.lineno}"}
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line |= {"error": type(error).__name__, "raised": _places(error.__traceback__)}
        return json.dumps(line)


def _plain(value: LogValue) -> str | int | float | bool:
    match value:
        case Enum():
            return str(value.value)
        case bool() | int() | float():
            return value
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case type():
            return value.__name__
    if not _OPAQUE_ID.fullmatch(value):
        raise ValueError("a log takes no words: only numbers, enums, instants, classes and opaque ids")
    return value


def _places(trace: TracebackType | None) -> list[str]:
    """The last few places of a traceback, without the source lines or values of anything."""
    frames = traceback.extract_tb(trace)[-4:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]
