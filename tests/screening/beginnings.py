"""With which letters a pattern can begin: the words of a text are looked up by them before any pattern is made."""

import re
from importlib import import_module
from typing import Any, Final

# The parser is the standard library's own and has no public name.
_PARSER: Final = import_module("re._parser")
LETTERS: Final = 3
_SMALL: Final = [chr(code) for code in range(0x80) if re.match(r"[^\WA-Z]", chr(code))]

Parsed = Any
Node = tuple[Any, Any]
Heads = set[tuple[str, bool]]
"""The first letters of what may be read, and whether a word goes on behind them."""


def beginnings(source: str) -> set[str]:
    """The first letters, three at most, of all words that this pattern can begin with."""
    return {letters for letters, _ in _heads(_PARSER.parse(source))}


def _heads(parsed: Parsed) -> Heads:
    heads: Heads = {("", True)}
    for node in parsed:
        heads = {
            head
            for letters, goes_on in heads
            for head in (_longer(letters, node) if goes_on and len(letters) < LETTERS else {(letters, False)})
        }
    return heads


def _longer(letters: str, node: Node) -> Heads:
    return {((letters + more)[:LETTERS], goes_on) for more, goes_on in _first_of(node)}


def _first_of(node: Node) -> Heads:
    code, value = str(node[0]), node[1]
    if code in {"AT", "ASSERT", "ASSERT_NOT"}:
        return {("", True)}
    if code == "BRANCH":
        return {head for part in value[1] for head in _heads(part)}
    if code == "SUBPATTERN":
        return _heads(value[3])
    if code.endswith("REPEAT"):
        return _repeated(*value)
    return _chars(node)


def _repeated(least: int, most: int, part: Parsed) -> Heads:
    found: Heads = set() if least else {("", True)}
    heads: Heads = {("", True)}
    for times in range(1, min(most, LETTERS) + 1):
        heads = {
            ((letters + more)[:LETTERS], goes_on and more_goes_on)
            for letters, goes_on in heads
            for more, more_goes_on in (_heads(part) if goes_on and len(letters) < LETTERS else {("", goes_on)})
        }
        if times >= min(least, LETTERS):
            found |= heads
    return found


def _chars(node: Node) -> Heads:
    if str(node[0]) == "LITERAL":
        char = chr(node[1])
        return {(char, True)} if re.match(r"\w", char) else {("", False)}
    pattern = import_module("re._compiler").compile(_PARSER.SubPattern(_PARSER.State(), [node]), 0)
    return {(char, True) if pattern.match(char) else ("", False) for char in _SMALL}
