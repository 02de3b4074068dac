"""A folded text as the rules read it: in small letters too, and with a quick answer to which words are in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:;\n]|[-*•(\"])[\s\"'(*-]{0,4}\Z")
_FARTHEST_MARK = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """A folded text, the same in small letters with every place unchanged, and its words."""

    text: str
    lower: str
    words: frozenset[str]
    has_digits: bool

    @classmethod
    def of(cls, folded: str) -> "Wording":
        """Read a text that `characters.fold` made plain."""
        lower = folded.lower()
        if len(lower) != len(folded):
            # A few capitals have two small letters; they stay as they are, so that places stay what they were.
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
        return cls(folded, lower, frozenset(_WORD.findall(lower)), _DIGIT.search(folded) is not None)

    def has(self, words: Iterable[str]) -> bool:
        """Whether any of these words is in the text; most rules need not be asked otherwise."""
        return not self.words.isdisjoint(words)

    def before(self, place: int, length: int = 40) -> str:
        """The small letters that stand before a place, as many as a rule looks at."""
        return self.lower[max(0, place - length) : place]

    def begins_a_sentence(self, place: int) -> bool:
        """Whether a capital at this place says nothing about its word."""
        return _SENTENCE_BEGINS.search(self.text[max(0, place - _FARTHEST_MARK) : place]) is not None or not place
