"""YAML with its places kept: whatever is wrong with a value can be said with its file, line and key."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import yaml

from bot.domain.errors import ProgramFileWrong

WHOLE = "the whole file"
"""The key of the outermost place."""

_CALLED = {
    "str": "a text",
    "null": "nothing",
    "bool": "a yes or no",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
}

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Place:
    """One value in a file. Its readers return what is asked for, or raise ProgramFileWrong with the value's line."""

    file: Path
    key: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line on which the value begins, counted from 1."""
        return self.node.start_mark.line + 1

    @property
    def raw(self) -> str:
        """What stands in the file, before it is read as anything; nothing for a list or a group."""
        return str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""

    def wrong(self, problem: str, *, write: str) -> ProgramFileWrong:
        """The error to raise about this value."""
        return ProgramFileWrong(file=self.file, line=self.line, key=self.key, problem=problem, write=write)

    def fields(self, *required: str, optional: Iterable[str] = ()) -> Mapping[str, "Place"]:
        """The values of a group of known keys; an unknown key is refused with the nearest that is known."""
        known = (*required, *optional)
        found = {}
        for key, value in self.entries():
            if key.raw not in known:
                raise key.wrong("this key is not known here", write=_nearest(key.raw, known))
            found[key.raw] = value
        for name in required:
            if name not in found:
                raise self._under(name, self.node).wrong("it is missing", write=f"Write “{name}: …” here")
        return found

    def entries(self) -> tuple[tuple["Place", "Place"], ...]:
        """Each key of a group with its value, in the order of the file; a key that stands twice is refused."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(f"this is {self._called}, not a group of keys", write="Write “key: value”, one a line")
        entries = tuple((self._named(key, key), self._named(key, value)) for key, value in self.node.value)
        refuse_repeats(name for name, _ in entries)
        return entries

    def items(self, *, least: int = 0, exactly: int | None = None) -> tuple["Place", ...]:
        """The values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong(f"this is {self._called}, not a list", write="Write each item on its own line, after “- ”")
        count = len(self.node.value)
        if exactly is not None and count != exactly:
            raise self.wrong(f"there are {count} here", write=f"Write exactly {exactly}")
        if count < least:
            raise self.wrong("there are too few here", write=f"Write at least {least}")
        return tuple(replace(self, key=f"{self.key}[{i}]", node=node) for i, node in enumerate(self.node.value))

    def text(self, *, longest: int, empty: bool = False) -> str:
        """A text of one paragraph, at most so many characters long."""
        if self._kind != "str":
            raise self.wrong(f"this is {self._called}, not a text", write="Put the whole text in double quotes")
        text = " ".join(self.raw.split())
        if not text and not empty:
            raise self.wrong("this text is empty", write="Write some words")
        if len(text) > longest:
            raise self.wrong(f"this text has {len(text)} characters", write=f"Write at most {longest}")
        return text

    def number(self, least: int, most: int) -> int:
        """A whole number within bounds, both included."""
        if self._kind == "int" and re.fullmatch(r"\d{1,9}", self.raw, re.ASCII) and least <= int(self.raw) <= most:
            return int(self.raw)
        raise self.wrong(f"“{self.raw}” can't be used", write=f"Write a whole number from {least} to {most}")

    def yes_or_no(self) -> bool:
        """True or false."""
        if self.raw not in ("true", "false"):
            raise self.wrong(f"“{self.raw}” is neither true nor false", write="Write true or false")
        return self.raw == "true"

    def clock(self) -> time:
        """A time of day such as 07:00, with or without quotes."""
        return self._matching(r"\d\d:\d\d", time.fromisoformat, called="a time", like='"07:00"')

    def day(self) -> date:
        """A date such as 2026-12-24, with or without quotes."""
        return self._matching(r"\d{4}-\d\d-\d\d", date.fromisoformat, called="a date", like="2026-12-24")

    def one_of(self, known: Iterable[str]) -> str:
        """One of the words that can stand here."""
        if self.raw not in (words := tuple(known)):
            raise self.wrong(f"“{self.raw}” is not known here", write=_nearest(self.raw, words))
        return self.raw

    def _matching(self, pattern: str, read: Callable[[str], _Read], *, called: str, like: str) -> _Read:
        # What has the right form may still be no real time or date, such as 25:00.
        with suppress(ValueError):
            if re.fullmatch(pattern, self.raw, re.ASCII):
                return read(self.raw)
        raise self.wrong(f"“{self.raw}” is not {called}", write=f"Write {called} such as {like}")

    def _named(self, key: yaml.Node, node: yaml.Node) -> "Place":
        return self._under(key.value if isinstance(key, yaml.ScalarNode) else "?", node)

    def _under(self, name: str, node: yaml.Node) -> "Place":
        return replace(self, key=name if self.key == WHOLE else f"{self.key}.{name}", node=node)

    @property
    def _kind(self) -> str:
        return str(self.node.tag).rpartition(":")[2]

    @property
    def _called(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return _CALLED.get(self._kind, "something else")
        return "a list" if isinstance(self.node, yaml.SequenceNode) else "a group of keys"


def read_yaml(file: Path) -> Place:
    """The outermost value of a YAML file in UTF-8."""
    text = _read_text(file)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _unreadable(file, line, error.problem or "this is not YAML", write=_HOW_TO_WRITE_YAML) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _unreadable(file, line, "there is a character that no text holds", write="Delete it") from None
    except RecursionError:
        raise _unreadable(file, 1, "it is nested too deeply", write=_TAKE_OURS) from None
    if node is None:
        raise _unreadable(file, 1, "it is empty", write=_TAKE_OURS)
    return Place(file, WHOLE, node)


def refuse_repeats(places: Iterable[Place]) -> None:
    """Raise ProgramFileWrong at the first place that says the same as one before it."""
    lines: dict[str, int] = {}
    for place in places:
        said = " ".join(place.raw.casefold().split())
        if said in lines:
            raise place.wrong(f"line {lines[said]} says the same", write="Keep one of the two, or write another")
        lines[said] = place.line


_TAKE_OURS = "Take the file that comes with Bedside and edit that"
_HOW_TO_WRITE_YAML = "Check this line and the one above it: spaces before the key, quotes around the text"


def _read_text(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        problem = f"it can't be read ({error.strerror})"
        raise _unreadable(file, 1, problem, write="Set BEDSIDE_CONFIG to the folder that holds it") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _unreadable(file, line, "this line is not in UTF-8", write="Save the file as UTF-8") from None


def _unreadable(file: Path, line: int, problem: str, *, write: str) -> ProgramFileWrong:
    return ProgramFileWrong(file=file, line=line, key=WHOLE, problem=problem, write=write)


def _nearest(word: str, known: Iterable[str]) -> str:
    known = tuple(known)
    near = difflib.get_close_matches(word, known, n=1)
    return f"Write {near[0]}" if near else f"Write one of {', '.join(known)}"
