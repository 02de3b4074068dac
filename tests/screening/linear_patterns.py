"""Whether a regular expression reads a text in time that grows only with its length.

The engine tells nobody how far it has read, so this is judged by the pattern. A pattern without an endless repeat
reaches a fixed number of characters from each place, whatever the text: that is linear. An endless repeat ("\\s*",
"[a-z]+") does no harm where it is entered only at the beginning of what it would read: because what stands before it
cannot be of the same kind ("th\\s*"), or because the pattern begins at the edge of a word and has read only the same
word since ("\\bfever\\w*"). Then a stretch of the text is read by it a fixed number of times. The same holds for a
pattern that begins with a repeat and cannot fail once that has read something, or ends with one. Anything else counts
as not linear, though some of it may be: then write an end, as in "\\s{0,3}".
"""

import re
from dataclasses import dataclass, replace
from functools import cache, reduce
from importlib import import_module
from typing import Any, Final

# The parser is the standard library's own and has no public name.
_PARSER: Final = import_module("re._parser")
_COMPILER: Final = import_module("re._compiler")
FARTHEST: Final = 1000
"""How many characters the bounded parts of one attempt to match may read, if each is read once."""
_SAMPLE: Final = "".join(map(chr, range(0x180))) + "ſ\u0301\u200b\u2009‘’“”–—…अ५王５"

Parsed = Any
Node = tuple[Any, Any]
Chars = frozenset[str]

_ANY: Final = frozenset(_SAMPLE)
_WORDS: Final = frozenset(char for char in _SAMPLE if re.match(r"\w", char))
_EDGES: Final = frozenset({"AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING"})


class _NotLinearError(Exception):
    """An endless repeat may read the same again and again."""


@dataclass(frozen=True, slots=True)
class _Behind:
    """What may stand behind a place in a pattern."""

    char: Chars
    """The characters that may stand right behind it."""
    refused: Chars
    """Those that cannot stand before the last edge: a word boundary, a beginning, or a lookbehind that says no."""
    since: Chars
    """Those that may have been read since that edge."""

    def reading(self, chars: Chars) -> "_Behind":
        return replace(self, char=chars, since=self.since | chars)

    def after_edge(self, refused: Chars) -> "_Behind":
        return _Behind(self.char - refused, refused, frozenset())

    def __or__(self, other: "_Behind") -> "_Behind":
        return _Behind(self.char | other.char, self.refused & other.refused, self.since | other.since)


_ANYTHING: Final = _Behind(_ANY, frozenset(), frozenset())


def is_linear(pattern: re.Pattern[str]) -> bool:
    """Whether no text can make this pattern take longer than in proportion to its length."""
    parsed = _without_the_group_around(_PARSER.parse(pattern.pattern, pattern.flags))
    if _reach(parsed) > FARTHEST:
        return False
    try:
        _go(_without_the_end(_without_what_cannot_fail(parsed)), _begins(parsed))
    except _NotLinearError:
        return False
    return True


def _reach(parsed: Parsed) -> int:
    """How many characters the bounded parts read from one place, looking ahead and behind included; an endless one
    counts as one round."""
    return sum(_rounds(node) * max(map(_reach, _parts(parsed, node)), default=1) for node in parsed)


def _rounds(node: Node) -> int:
    return int(node[1][1]) if _is_repeat(node) and not _is_endless(node) else 1


def _is_repeat(node: Node) -> bool:
    return str(node[0]).endswith("REPEAT")


def _is_endless(node: Node) -> bool:
    return _is_repeat(node) and node[1][1] is _PARSER.MAXREPEAT


def _parts(parsed: Parsed, node: Node) -> list[Parsed]:
    """The patterns inside a part of a pattern."""
    value = node[1]
    match str(node[0]):
        case "ASSERT" | "ASSERT_NOT":
            return [value[1]]
        case "BRANCH":
            return list(value[1])
        case "SUBPATTERN":
            return [value[3]]
        case "ATOMIC_GROUP":
            return [value]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [value[2]]
    return []


def _without_the_group_around(parsed: Parsed) -> Parsed:
    """What stands in a group that is all of a pattern, and so changes nothing."""
    is_all = len(parsed) == 1 and str(parsed[0][0]) == "SUBPATTERN" and not any(parsed[0][1][1:3])
    return parsed[0][1][3] if is_all else parsed


def _without_what_cannot_fail(parsed: Parsed) -> Parsed:
    """The pattern without the repeat that it begins with, if all the rest may be left out."""
    return parsed[1:] if _cannot_fail(parsed) else parsed


def _cannot_fail(parsed: Parsed) -> bool:
    first, rest = parsed[0], list(parsed)[1:]
    is_read = _is_endless(first) and first[1][0] > 0 and len(first[1][2]) == 1
    return is_read and all(_is_repeat(node) and node[1][0] == 0 for node in rest)


def _without_the_end(parsed: Parsed) -> Parsed:
    """The pattern without the repeat that it ends with: what that has read is matched and not read again."""
    return parsed[:-1] if parsed and _is_endless(parsed[-1]) and _is_one_char(parsed[-1][1][2]) else parsed


def _begins(parsed: Parsed) -> _Behind:
    return _ANYTHING.reading(_chars(parsed[0][1][2])) if _cannot_fail(parsed) else _ANYTHING


def _go(parsed: Parsed, behind: _Behind) -> _Behind:
    """What may stand behind the end of a pattern, going through it from a place."""
    for node in parsed:
        behind = _step(parsed, node, behind)
    return behind


def _step(parsed: Parsed, node: Node, behind: _Behind) -> _Behind:
    code, parts = str(node[0]), _parts(parsed, node)
    if code == "AT":
        return (
            behind.after_edge(_refused_before(str(node[1]), parsed.state.flags)) if str(node[1]) in _EDGES else behind
        )
    if code in {"ASSERT", "ASSERT_NOT"}:
        return _look(node, parts[0], behind)
    if _is_repeat(node):
        return _repeat(node, parts[0], behind)
    if parts:
        return reduce(_Behind.__or__, [_go(part, behind) for part in parts])
    if code == "GROUPREF":
        return behind.reading(_ANY)
    return behind.reading(_chars(_PARSER.SubPattern(parsed.state, [node])))


def _refused_before(edge: str, flags: int) -> Chars:
    if edge == "AT_BOUNDARY":
        return _WORDS
    return _ANY - {"\n"} if flags & re.MULTILINE else _ANY


def _look(node: Node, part: Parsed, behind: _Behind) -> _Behind:
    is_back, says_no = node[1][0] < 0, str(node[0]) == "ASSERT_NOT"
    _go(part, _ANYTHING if is_back else behind)
    return behind.after_edge(_chars(part)) if is_back and says_no and _is_one_char(part) else behind


def _repeat(node: Node, part: Parsed, behind: _Behind) -> _Behind:
    least = node[1][0]
    if _is_endless(node):
        if not _is_one_char(part) or not _is_entered_once(_chars(part), behind):
            raise _NotLinearError
        # What comes next stands behind any part of what was read, so the edge before it says no more.
        after = _Behind(_chars(part), frozenset(), frozenset())
    else:
        after = _go(part, behind)
        # From the second round on, what stands behind is the end of the round before.
        after |= _go(part, behind | after) if node[1][1] > 1 else after
    return after if least else after | behind


def _is_entered_once(chars: Chars, behind: _Behind) -> bool:
    """Whether a repeat of these characters begins only where a stretch of them begins."""
    if behind.refused == _WORDS and not behind.since and not chars & _WORDS:
        return True
    return not chars & behind.char or (chars | behind.since) <= behind.refused


def _is_one_char(part: Parsed) -> bool:
    return (
        len(part) == 1 and (str(part[0][0]) in {"IN", "LITERAL", "NOT_LITERAL", "ANY", "BRANCH"}) and _reach(part) == 1
    )


def _chars(part: Parsed) -> Chars:
    """The characters that a pattern of a single one matches."""
    return _chars_of(repr(list(part)), part.state.flags, _Hidden(part))


class _Hidden:
    """A parsed pattern that takes no part in what a cached call is known by."""

    def __init__(self, part: Parsed) -> None:
        self.part = part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hidden)

    def __hash__(self) -> int:
        return 0


@cache
def _chars_of(_: str, __: int, hidden: _Hidden) -> Chars:
    compiled = _COMPILER.compile(hidden.part, 0)
    return frozenset(char for char in _SAMPLE if compiled.fullmatch(char))
