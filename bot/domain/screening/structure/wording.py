"""A folded text as the rules read it: in small letters too, with its words and where its digits are.

Most texts hold few digits and few of the words that a rule needs, so a rule asks for those first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, filterfalse, repeat
from operator import add
from typing import Final

from bot.domain.screening.late_patterns import LatePattern

_UNSPOKEN: Final = re.compile(r"\W")
_PLAINLY_UNSPOKEN: Final = _UNSPOKEN.sub(" ", "".join(map(chr, range(0x80))))
"""The same in a text of English letters: what becomes of each sign, since such a table takes less time."""
_SPOKEN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_MOST_SIGNS: Final = 24
"""To take so many different signs out of a text one by one takes less time than to look at each place."""
_WORD: Final = re.compile(r"[a-z]+")
_DIGITS: Final = re.compile(r"[0-9]+")
_WORD_BEFORE: Final = re.compile(r"\b[a-z]{1,12} \Z")
_WORD_LENGTH: Final = 12
_BEGINS: Final = re.compile(r"(?:[.!?:;\n]|[-*•(\"]|\A)[\s\"'(*-]{0,4}\Z")
_FARTHEST_MARK: Final = 6
FAR_FROM_DIGITS: Final = (64, 64)
"""How far before its first digit, in characters, a phrase with a number may begin, and how far behind the last end."""
AT_DIGITS: Final = (8, 24)
FROM_DIGITS: Final = (8, 64)
BESIDE_DIGITS: Final = (24, 24)
BEFORE_DIGITS: Final = (64, 24)
"""The same for phrases that stand closer: the less of a text is looked at, the better."""
FAR_BEFORE: Final = 72
"""How far before its number a phrase with many words may begin."""
_CLOSE: Final = 8
"""Where places stand closer than so many characters, to look everywhere takes less time than to try each of them."""
_SHORT: Final = 16
"""No more is looked at behind a number to know whether a rule needs to be asked."""
_SHORTLY: Final = (0, _SHORT)


@dataclass(slots=True)
class Wording:
    """A folded text, the same in small letters with every place unchanged, and its words."""

    text: str
    lower: str
    words: frozenset[str]
    spoken: list[str]
    """Everything between two signs or spaces in small letters, in order."""
    starts: list[int]
    """Where each of those begins."""
    places: dict[str, list[int]]
    """Where each of its words stands, which are of the letters from a to z."""
    numeric: tuple[tuple[int, int], ...]
    """Where its digits stand, those side by side together."""
    close_by: list[tuple[int, int, int]]
    """The same, of those that are near each other however far is near, and how many digits each holds."""
    around: dict[tuple[frozenset[str], tuple[int, int]], list[tuple[int, int]]]
    """The stretches around words by which they are and how far they go, as soon as a rule has asked for them."""
    stretches: dict[tuple[tuple[int, int], int], list[tuple[int, int]]]
    """Those near digits by how far is near and how many they are at least, as soon as a rule has asked for it."""
    leading: dict[int, frozenset[str]]
    """The words before digits by how far before, as soon as a rule has asked for them."""

    @classmethod
    def of(cls, folded: str) -> "Wording":
        """Read a text that `characters.fold` made plain."""
        lower = folded.lower()
        if len(lower) != len(folded):
            # A few capitals have two small letters; they stay as they are, so that places stay what they were.
            lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
        starts, spoken = _spoken(lower)
        places, numeric = _places(starts, spoken)
        return cls(folded, lower, frozenset(places), spoken, starts, places, numeric, _close_by(numeric), {}, {}, {})

    def has(self, words: Iterable[str]) -> bool:
        """Whether any of these words is in the text; most rules need not be asked otherwise."""
        return not self.words.isdisjoint(words)

    def count(self, words: frozenset[str]) -> int:
        """How often any of these words stands in the text."""
        return sum(len(self.places[word]) for word in self.words & words)

    def near(
        self, words: frozenset[str], pattern: LatePattern, *, reach: tuple[int, int], capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        """Each match of a pattern that holds one of these words and goes only so far before and behind it."""
        if self.words.isdisjoint(words):
            return iter(())
        text = self.text if capitals else self.lower
        return chain.from_iterable([pattern.finditer(text, *stretch) for stretch in self._around(words, reach)])

    def beginning(
        self, words: frozenset[str], pattern: LatePattern, *, capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins with one of these words, which takes less time to find than any other."""
        if self.words.isdisjoint(words):
            return iter(())
        return self._beginning_at(self._places_of(words), pattern, self.text if capitals else self.lower)

    def before_digits(
        self, words: frozenset[str], pattern: LatePattern, *, within: int = 24, capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins with one of these words and holds its first digit within so many
        characters."""
        leading = self._leading(within)
        if words.isdisjoint(leading):
            return iter(())
        near = self._near_digits((within, 0), 1)
        starts = sorted(chain.from_iterable(map(self._places_in, repeat(near), words & leading)))
        return self._beginning_at(starts, pattern, self.text if capitals else self.lower)

    def _leading(self, within: int) -> frozenset[str]:
        if within not in self.leading:
            near = self._near_digits((within, 0), 1)
            self.leading[within] = frozenset(chain.from_iterable(_WORD.findall(self.lower, *each) for each in near))
        return self.leading[within]

    def _places_in(self, stretches: Iterable[tuple[int, int]], word: str) -> Iterator[int]:
        places = self.places.get(word, [])
        for start, end in stretches:
            yield from places[bisect_left(places, start) : bisect_left(places, end)]

    def beginning_before(self, words: frozenset[str], pattern: LatePattern) -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins with one of these words or with the word before, in small letters."""
        if self.words.isdisjoint(words):
            return iter(())
        places = self._places_of(words)
        before = (_WORD_BEFORE.search(self.lower, max(0, place - _WORD_LENGTH), place) for place in places)
        starts = sorted({*places, *(match.start() for match in before if match)})
        return self._beginning_at(starts, pattern, self.lower)

    def near_capital_digits(self, pattern: LatePattern, *, reach: int = 16) -> Iterator[re.Match[str]]:
        """Each match of a pattern that holds a number with a capital beside it and goes only so far around it."""
        text, lower = self.text, self.lower
        if text == lower:
            return iter(())
        # A capital is what small letters change.
        beside = (
            (start, end)
            for start, end in self.numeric
            if text[start - 2 : start] != lower[start - 2 : start] or text[end : end + 2] != lower[end : end + 2]
        )
        return chain.from_iterable([pattern.finditer(text, start, end) for start, end in _near(beside, reach, reach)])

    def at_digits(self, pattern: LatePattern, *, capitals: bool = False, sign: str = "") -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins with a number, or with this sign before it."""
        if not self.numeric:
            return iter(())
        starts = [start for start, _ in self.numeric]
        if sign and sign in self.lower:
            starts = list(_with_sign(self.lower, starts, sign))
        return self._beginning_at(starts, pattern, self.text if capitals else self.lower)

    def _beginning_at(self, starts: Sequence[int], pattern: LatePattern, text: str) -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins at one of these places and nowhere else."""
        if _CLOSE * len(starts) > len(text):
            return pattern.finditer(text)
        found = list(filter(None, map(pattern.match, repeat(text), starts)))
        return iter(found) if len(found) < 2 else _apart(found)

    def _places_of(self, words: frozenset[str]) -> list[int]:
        return sorted(chain.from_iterable(map(self.places.__getitem__, self.words & words)))

    def _around(self, words: frozenset[str], reach: tuple[int, int]) -> list[tuple[int, int]]:
        if (words, reach) not in self.around:
            self.around[words, reach] = self._stretches(words, *reach)
        return self.around[words, reach]

    def _stretches(self, words: frozenset[str], before: int, behind: int) -> list[tuple[int, int]]:
        stretches: list[tuple[int, int]] = []
        start = end = -1
        for place in self._places_of(words):
            if place - before > end:
                if end >= 0:
                    stretches.append((start, end))
                start = max(0, place - before)
            # Whole words, so that none looks as if it ended here.
            end = self.lower.find(" ", place + behind)
            if end < 0:
                end = len(self.lower)
                break
        return [*stretches, (start, end)]

    def at_signs(self, signs: LatePattern, pattern: LatePattern) -> Iterator[re.Match[str]]:
        """Each match of a pattern that begins with one of these signs."""
        return self._beginning_at([sign.start() for sign in signs.finditer(self.text)], pattern, self.text)

    def unspaced(self, sign: LatePattern) -> Iterator[tuple[int, int]]:
        """From where to where everything without a space inside goes that holds such a sign, in small letters."""
        lower, found = self.lower, sign.search(self.lower)
        while found:
            start, end = lower.rfind(" ", 0, found.start()) + 1, lower.find(" ", found.end())
            end = len(lower) if end < 0 else end
            yield start, end
            found = sign.search(lower, end)

    def before(self, place: int, length: int = 40) -> str:
        """The small letters that stand before a place, as many as a rule looks at."""
        return self.lower[max(0, place - length) : place]

    def begins_a_sentence(self, place: int) -> bool:
        """Whether a capital at this place says nothing about its word."""
        return _BEGINS.search(self.text[max(0, place - _FARTHEST_MARK) : place]) is not None

    def has_digits(self, pattern: LatePattern) -> bool:
        """Whether a pattern that begins with a digit and is short matches anywhere, in small letters."""
        search, lower = pattern.search, self.lower
        return any(search(lower, *each) for each in self._near_digits(_SHORTLY, 1))

    def near_such_digits(
        self, such: LatePattern, pattern: LatePattern, *, reach: tuple[int, int], capitals: bool = False
    ) -> Iterator[re.Match[str]]:
        """The same of a pattern near digits where another matches, which begins with one of them and is short."""
        search, lower = such.search, self.lower
        near = self._near_digits(_SHORTLY, 1)
        numbers = [(start, end - _SHORT) for start, end in near if search(lower, start, end)]
        text = self.text if capitals else lower
        return chain.from_iterable([pattern.finditer(text, start, end) for start, end in _near(numbers, *reach)])

    def with_digits(
        self, pattern: LatePattern, *, least: int = 1, capitals: bool = False, reach: tuple[int, int] = FAR_FROM_DIGITS
    ) -> Iterator[re.Match[str]]:
        """Each match of a pattern that holds a digit, or no less than so many close by each other, and goes only so far
        before and behind it, in the text as it stands or in small letters."""
        if not self.numeric:
            return iter(())
        text = self.text if capitals else self.lower
        near = self._near_digits(reach, least)
        return chain.from_iterable([pattern.finditer(text, start, end) for start, end in near])

    def _near_digits(self, reach: tuple[int, int], least: int) -> list[tuple[int, int]]:
        if (reach, least) not in self.stretches:
            many = [(first, last) for first, last, held in self.close_by if held >= least]
            self.stretches[reach, least] = list(_near(many, *reach))
        return self.stretches[reach, least]


def _spoken(lower: str) -> tuple[list[int], list[str]]:
    """Where words begin, and the words."""
    # With one blank behind each, their places are told without a step for each of them.
    words = (lower.translate(_PLAINLY_UNSPOKEN) if lower.isascii() else _without_signs(lower)).split(" ")
    starts = map(add, accumulate(map(len, words), initial=0), count())
    return list(compress(starts, words)), list(filter(None, words))


def _without_signs(text: str) -> str:
    signs = [char for char in frozenset(text) - _SPOKEN if not char.isalnum()]
    if len(signs) > _MOST_SIGNS:
        return _UNSPOKEN.sub(" ", text)
    for sign in signs:
        text = text.replace(sign, " ")
    return text


def _places(starts: Iterable[int], spoken: Iterable[str]) -> tuple[dict[str, list[int]], tuple[tuple[int, int], ...]]:
    """Where each word of the letters from a to z stands, and where digits do."""
    places: dict[str, list[int]] = {}
    for start, word in zip(starts, spoken, strict=True):
        if word in places:
            places[word].append(start)
        else:
            places[word] = [start]
    numeric: list[tuple[int, int]] = []
    inside: set[str] = set()
    for mixed in dict.fromkeys([*filterfalse(str.isalpha, places), *filterfalse(str.isascii, places)]):
        found = places.pop(mixed)
        for match in _WORD.finditer(mixed):
            places.setdefault(match[0], []).extend([start + match.start() for start in found])
            inside.add(match[0])
        for match in _DIGITS.finditer(mixed):
            numeric += [(start + match.start(), start + match.end()) for start in found]
    # Words are looked up between two places, so they have to be in order.
    for word in inside:
        places[word].sort()
    return places, tuple(sorted(numeric))


def _with_sign(text: str, starts: Iterable[int], sign: str) -> Iterator[int]:
    for start in starts:
        if start and text[start - 1] == sign:
            yield start - 1
        yield start


def _apart(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    reached = 0
    for match in found:
        if match.start() >= reached:
            reached = match.end()
            yield match


def _close_by(numeric: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    together: list[tuple[int, int, int]] = []
    for start, end in numeric:
        if together and start - together[-1][1] <= _CLOSE:
            first, _, digits = together.pop()
            together.append((first, end, digits + end - start))
        else:
            together.append((start, end, end - start))
    return together


def _near(numbers: Iterable[tuple[int, int]], before: int, behind: int) -> Iterator[tuple[int, int]]:
    start = end = -1
    for first, last in numbers:
        if first - before > end:
            if end >= 0:
                yield start, end
            start = max(0, first - before)
        end = last + behind
    if end >= 0:
        yield start, end
