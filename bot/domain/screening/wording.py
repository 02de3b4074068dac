"""A folded text as the rules read it: in small letters too, with its words and where its digits are.

Most texts hold few digits and few of the words that a rule needs, so a rule asks for those first.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[a-z]+")
_DIGITS: Final = re.compile(r"\d+")
_BEGINS: Final = re.compile(r"(?:[.!?:;\n]|[-*•(\"]|\A)[\s\"'(*-]{0,4}\Z")
_FARTHEST_MARK: Final = 6
_REACH: Final = 64
"""How far from a digit, in characters, a phrase with a number may begin or end."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A folded text, the same in small letters with every place unchanged, and its words."""

    text: str
    lower: str
    words: frozenset[str]
    places: dict[str, list[int]]
    """Where each of its words stands."""
    numeric: tuple[tuple[int, int], ...]
    """The stretches of the text that are near a digit."""

    @classmethod
    def of(cls, folded: str) -> "Wording":
        """Read a text that `characters.fold` made plain."""
        lower = folded.lower()
        if len(lower) != len(folded):
            # A few capitals have two small letters; they stay as they are, so that places stay what they were.
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(lower):
            places.setdefault(match[0], []).append(match.start())
        return cls(folded, lower, frozenset(places), places, tuple(_near_digits(folded)))

    def has(self, words: Iterable[str]) -> bool:
        """Whether any of these words is in the text; most rules need not be asked otherwise."""
        return not self.words.isdisjoint(words)

    def near(
        self, words: frozenset[str], pattern: re.Pattern[str], *, reach: tuple[int, int], capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        """Each match of a pattern that holds one of these words and goes only so far before and behind it."""
        text = self.text if capitals else self.lower
        for start, end in self._around(self.words & words, *reach):
            yield from pattern.finditer(text, start, end)

    def _around(self, words: frozenset[str], before: int, behind: int) -> Iterator[tuple[int, int]]:
        start = end = -1
        for place in sorted(place for word in words for place in self.places[word]):
            if place - before > end:
                if end >= 0:
                    yield start, end
                start = max(0, place - before)
            # Whole words, so that none looks as if it ended here.
            end = self.lower.find(" ", place + behind)
            if end < 0:
                yield start, len(self.lower)
                return
        if end >= 0:
            yield start, end

    def before(self, place: int, length: int = 40) -> str:
        """The small letters that stand before a place, as many as a rule looks at."""
        return self.lower[max(0, place - length) : place]

    def begins_a_sentence(self, place: int) -> bool:
        """Whether a capital at this place says nothing about its word."""
        return _BEGINS.search(self.text[max(0, place - _FARTHEST_MARK) : place]) is not None

    def has_digits(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern that holds a digit matches anywhere, in small letters."""
        return any(pattern.search(self.lower, start, end) for start, end in self.numeric)

    def with_digits(self, pattern: re.Pattern[str], *, capitals: bool = False) -> Iterator[re.Match[str]]:
        """Each match of a pattern that holds a digit, in the text as it stands or in small letters."""
        text = self.text if capitals else self.lower
        for start, end in self.numeric:
            yield from pattern.finditer(text, start, end)


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


def _near_digits(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for match in _DIGITS.finditer(text):
        if match.start() - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _REACH)
        end = min(len(text), match.end() + _REACH)
    if end >= 0:
        yield start, end
