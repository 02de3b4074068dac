"""Whether a regular expression reads a text in time that grows only with its length.

The engine tells nobody how far it has read, so this is judged by the pattern. A pattern that ends somewhere reaches a
fixed number of characters from each place, whatever the text: that is linear. A pattern with one repeat that has no
end is linear too where the repeat is of single characters and cannot be entered in the midst of what it would read,
because a word boundary or a lookbehind at the very beginning forbids that. A repeat that ends the pattern does no harm:
nothing behind it can fail, and what it has read is not read again. Anything else counts as not linear, though some of
it may be.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from math import inf
from typing import Any, Final

# The parser is the standard library's own and has no public name.
_PARSER: Final = import_module("re._parser")
_COMPILER: Final = import_module("re._compiler")
FARTHEST: Final = 1000
"""How many characters one attempt to match may read, if it were to read each of them once."""
_SAMPLE: Final = "".join(map(chr, range(0x250)))

Parsed = Any


def is_linear(pattern: re.Pattern[str]) -> bool:
    """Whether no text can make this pattern take longer than in proportion to its length."""
    parsed = _without_its_end(list(_PARSER.parse(pattern.pattern, pattern.flags)))
    endless = list(_endless(parsed))
    if not endless:
        return _reach(parsed) <= FARTHEST
    return _most_in_a_row(parsed) == 1 and all(_is_entered_once(parsed, run) for run in endless)


def _without_its_end(parsed: Parsed) -> Parsed:
    """The pattern without an endless repeat of single characters that it ends with."""
    code, value = parsed[-1]
    ends = str(code).endswith("REPEAT") and _most(value) == inf and _reach(value[2]) == 1
    return parsed[:-1] if ends else parsed


def _reach(parsed: Parsed) -> float:
    """The most characters that may be read from one place, looking ahead and behind included."""
    return sum(_reach_of(str(code), value) for code, value in parsed)


def _reach_of(code: str, value: Any) -> float:  # noqa: ANN401
    parts = list(_parts(code, value))
    if code.endswith("REPEAT"):
        return _most(value) * _reach(parts[0])
    return max(map(_reach, parts), default=1)


def _most(repeat: Any) -> float:  # noqa: ANN401
    return inf if repeat[1] is _PARSER.MAXREPEAT else int(repeat[1])


def _parts(code: str, value: Any) -> Iterator[Parsed]:  # noqa: ANN401
    """The patterns inside a part of a pattern."""
    if code in {"ASSERT", "ASSERT_NOT"}:
        yield value[1]
    elif code == "BRANCH":
        yield from value[1]
    elif code == "SUBPATTERN":
        yield value[3]
    elif code == "ATOMIC_GROUP":
        yield value
    elif code.endswith("REPEAT"):
        yield value[2]


def _endless(parsed: Parsed) -> Iterator[Parsed]:
    """What is repeated without an end, wherever it stands."""
    for code, value in parsed:
        if str(code).endswith("REPEAT") and _most(value) == inf:
            yield value[2]
        for part in _parts(str(code), value):
            yield from _endless(part)


def _most_in_a_row(parsed: Parsed) -> float:
    """How many endless repeats one way through a pattern meets; one inside a repeat may be met any number of times."""
    return sum(_met(str(code), value) for code, value in parsed)


def _met(code: str, value: Any) -> float:  # noqa: ANN401
    inside = max(map(_most_in_a_row, _parts(code, value)), default=0)
    if not code.endswith("REPEAT"):
        return inside
    # A repeat of at most one is a choice and not a repeat.
    return inf if inside and _most(value) > 1 else max(inside, _most(value) == inf)


def _is_entered_once(parsed: Parsed, run: Parsed) -> bool:
    """Whether a repeat of single characters can begin in only one place of each stretch that it would read."""
    if _reach(run) != 1:
        return False
    read = {char for char in _SAMPLE if _COMPILER.compile(run, 0).fullmatch(char)}
    return read <= _refused_before(parsed)


def _refused_before(parsed: Parsed) -> set[str]:
    """The characters behind which a pattern cannot begin."""
    code, value = str(parsed[0][0]), parsed[0][1]
    if code == "AT" and str(value) == "AT_BOUNDARY":
        return {char for char in _SAMPLE if re.match(r"\w", char)}
    if code == "ASSERT_NOT" and value[0] < 0:
        return {char for char in _SAMPLE if _COMPILER.compile(value[1], 0).fullmatch(char)}
    return set()
