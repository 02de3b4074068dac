"""With which letters a pattern can begin: the words of a text are looked up by them before any pattern is made."""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from typing import Any, Final, NamedTuple

# The parser is the standard library's own and has no public name.
_PARSER: Final = import_module("re._parser")
_COMPILER: Final = import_module("re._compiler")
LETTERS: Final = 4
INITIALS: Final = 3
LONGEST: Final = 4
MOST_LISTED: Final = 30
"""More of the next words sort out too little to be listed."""
MANY: Final = 8
"""Where so many letters may stand, nothing is known of them."""
_CHARS: Final = "".join(char for char in map(chr, range(0x80)) if not "A" <= char <= "Z")

Parsed = Any
Node = tuple[Any, Any]


class Read(NamedTuple):
    """What is known of a text when a pattern has read a part of it."""

    letters: str = ""
    """The first letters of its first word."""
    is_past: bool = False
    """Whether that word has ended."""
    initials: str = ""
    """The first letters of the next word."""
    is_known: bool = False
    """Whether they are all that can be known of it."""

    def then(self, char: str) -> "Read":
        """What is known after one more character."""
        if self.is_known:
            return self
        if not re.match(r"\w", char):
            return self._replace(is_past=True, is_known=bool(self.initials))
        if not self.is_past:
            return self._replace(letters=(self.letters + char)[:LETTERS])
        initials = self.initials + char
        return self._replace(initials=initials, is_known=len(initials) == INITIALS)

    def ended(self) -> "Read":
        """What is known where a word ends."""
        return self._replace(is_known=True) if self.initials else self

    def unsure(self) -> "Read":
        """What is known where the next word goes on with any letter."""
        return self if self.is_known else self._replace(initials="", is_known=True)


def beginnings(source: str) -> str:
    """For each word that this pattern can begin with its first letters, and, if anything is sure of it, the first
    letters that the next word may have, of which many first words may have the same: "say|wis:i,th"."""
    following: defaultdict[str, set[str]] = defaultdict(set)
    for read in _after(_PARSER.parse(source), frozenset({Read()})):
        following[read.letters].add(read.unsure().initials)
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for letters, found in sorted(following.items()):
        is_listed = "" not in found and len(found) <= MOST_LISTED
        alike[f":{','.join(sorted(found))}" if is_listed else ""].append(letters)
    return " ".join("|".join(words) + initials for initials, words in alike.items())


def _after(parsed: Parsed, reads: frozenset[Read]) -> frozenset[Read]:
    for node in parsed:
        reads = _after_node(node, reads)
    return reads


def _after_node(node: Node, reads: frozenset[Read]) -> frozenset[Read]:
    code, value = str(node[0]), node[1]
    if code in {"AT", "ASSERT", "ASSERT_NOT"} or all(read.is_known for read in reads):
        return frozenset(read.ended() for read in reads) if str(value) == "AT_BOUNDARY" else reads
    if code == "BRANCH":
        return frozenset(read for part in value[1] for read in _after(part, reads))
    if code == "SUBPATTERN":
        return _after(value[3], reads)
    if code.endswith("REPEAT"):
        return _after_repeat(value, reads)
    return frozenset(chain.from_iterable(_after_char(node, read) for read in reads))


def _after_char(node: Node, read: Read) -> Iterator[Read]:
    chars = _chars(node)
    is_any = read.is_past and sum(map(str.isalpha, chars)) > MANY
    if is_any:
        yield read.unsure()
    yield from (read.then(char) for char in chars if not (is_any and re.match(r"\w", char)))


def _after_repeat(repeat: tuple[int, int, Parsed], reads: frozenset[Read]) -> frozenset[Read]:
    least, most, part = repeat
    found = frozenset() if least else reads
    for times in range(1, most + 1):
        before, reads = reads, _after(part, reads)
        if times >= least:
            found |= reads
        if times >= least and reads == before:
            break
    return found


def _chars(node: Node) -> str:
    if str(node[0]) == "LITERAL":
        return chr(node[1])
    pattern = _COMPILER.compile(_PARSER.SubPattern(_PARSER.State(), [node]), 0)
    return "".join(char for char in _CHARS if pattern.match(char))


def first_words(source: str) -> frozenset[str]:
    """Every word of small letters that this pattern can begin with. Where a letter may be one of many, as in
    "[a-z]{3}", a dot ends it."""
    return frozenset(word.rstrip("|") for word in _words(_PARSER.parse(source), frozenset({""})))


def always_has(source: str, words: frozenset[str]) -> bool:
    """Whether every way through this pattern leads past a place from which it goes on with one of these words."""
    return _leads_past(_PARSER.parse(source), words)


def _leads_past(parsed: Parsed, words: frozenset[str]) -> bool:
    return any(
        _leads_past_within(node, words)
        or {word.rstrip("|") for word in _words(parsed[place:], frozenset({""}))} <= words
        for place, node in enumerate(parsed)
    )


def _leads_past_within(node: Node, words: frozenset[str]) -> bool:
    code, value = str(node[0]), node[1]
    if code == "BRANCH":
        return all(_leads_past(part, words) for part in value[1])
    return code == "SUBPATTERN" and _leads_past(value[3], words)


def _words(parsed: Parsed, words: frozenset[str]) -> frozenset[str]:
    """What is read of first words behind a part of a pattern; those that have ended have a bar behind them."""
    for node in parsed:
        if all(word.endswith("|") for word in words):
            break
        words = _words_behind(node, words)
    return words


def _words_behind(node: Node, words: frozenset[str]) -> frozenset[str]:
    code, value = str(node[0]), node[1]
    if _is_end(node):
        return frozenset(word if word.endswith("|") or not word else f"{word}|" for word in words)
    if code in {"AT", "ASSERT", "ASSERT_NOT"}:
        return words
    if code == "BRANCH":
        return frozenset(word for part in value[1] for word in _words(part, words))
    if code == "SUBPATTERN":
        return _words(value[3], words)
    if code.endswith("REPEAT"):
        return _words_behind_repeat(value, words)
    letters = frozenset(_chars(node).lower())
    if sum("a" <= letter <= "z" for letter in letters) > MANY:
        return frozenset(word if word.endswith("|") else f"{word}.|" for word in words)
    return frozenset(_read(word, char) for word in words for char in letters)


def _is_end(node: Node) -> bool:
    """Whether a word that was begun has ended here: "\\b", or "(?![a-z])"."""
    if str(node[0]) == "AT":
        return str(node[1]) == "AT_BOUNDARY"
    is_ahead = str(node[0]) == "ASSERT_NOT" and node[1][0] > 0 and len(node[1][1]) == 1
    return is_ahead and str(node[1][1][0][0]) == "IN" and {*_chars(node[1][1][0])} >= {"a", "z"}


def _words_behind_repeat(repeat: tuple[int, int, Parsed], words: frozenset[str]) -> frozenset[str]:
    least, most, part = repeat
    found = frozenset() if least else words
    for times in range(1, min(most, LONGEST) + 1):
        before, words = words, _words(part, words)
        if times >= least:
            found |= words
        if words == before:
            break
    return found


def _read(word: str, char: str) -> str:
    if word.endswith("|"):
        return word
    return word + (char if "a" <= char <= "z" else "|")
