"""Whose words a phrase is, and of which time: what is quoted, reported or long past is not the writer's today."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

What = TypeVar("What")

AROUND = 160
MOST_LOOKED_AT = 30
"""Phrases of each kind in a text: one is enough for an answer, and a text of nothing else is looked at no longer."""

_WORD = re.compile(r"(?<!\w)\w{1,3}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern for small letters that is made when a text first needs it, since most texts need none of them."""

    beginnings: str
    """The first letters of each word that it can begin with."""
    source: str
    """Each space in it stands for one or two, or for a line break."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made at the first call."""
        return _made(self.source)


def late(*alternatives: str) -> Phrase:
    """A pattern of any of them that is looked for everywhere."""
    return Phrase("", "|".join(alternatives))


@cache
def _made(source: str) -> re.Pattern[str]:
    return re.compile(re.sub(" (?![?])", r"\\s{1,2}", source))


_QUOTED = re.compile(
    r"(?<!\w)\"[^\"\n]{0,600}(?:\"|\n|$)|“[^”\n]{0,600}(?:”|\n|$)|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){1,300}'(?!\w)"
)
_SENTENCE_END = re.compile(r"[.!?](?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)(?=\s|$)|\n")
_STOP = re.compile(r"[.!?]+(?=\s)")
_LONG_AGO = late(
    r"\b(?:(?:years?|decades?) ago|long ago|used to|back then|as an? (?:kid|child|teen|teenager|scribe)"
    r"|when i was (?:an? |in |only |just )?(?:\d|kid|child|teen|young|little|high|middle|college|school|fif|six|sev|eig"
    r"|nine|twelve|thirteen|fourteen|scribe|emt|nurse|cna|undergrad)\w{0,12}"
    r"|(?:in|during|back in|through) (?:my )?(?:high school|middle school|college|undergrad|teens|twenties)"
    r"|(?:old|last|first|previous|former) job|before med(?:ical)? school)\b",
)
_GOES_ON = late(r"\b(?:again|still|now|lately|these days|today|tonight|any ?more|coming back|ever since)\b")


def in_small_letters(text: str) -> str:
    """The text in small letters, each where it was: patterns are several times as fast when no letter has two forms."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def by_beginnings(groups: Iterable[tuple[Iterable[Phrase], What]]) -> dict[str, list[tuple[Phrase, What]]]:
    """The phrases by the first letters of their words, each with what its group is about."""
    found: dict[str, list[tuple[Phrase, What]]] = {}
    for group, what in groups:
        for phrase in group:
            for letters in phrase.beginnings.split():
                found.setdefault(letters, []).append((phrase, what))
    return found


def matches(
    lookup: Mapping[str, list[tuple[Phrase, What]]], text: str, start: int, stop: int
) -> Iterator[tuple[re.Match[str], What]]:
    """Where phrases begin in a stretch of a text, and what each is about; none goes on behind the stretch."""
    for word in _WORD.finditer(text, start, stop):
        for phrase, what in lookup.get(word[0], ()):
            match = phrase.pattern.match(text, word.start(), stop)
            if match is not None:
                yield match, what


def sentences_with(hints: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences lie that hold one of the hints; all others need no closer look."""
    start = 0
    for stop in (*(match.end() for match in _STOP.finditer(text)), len(text)):
        sentence = text[start:stop]
        if any(map(sentence.__contains__, hints)):
            yield start, stop
        start = stop


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where something is quoted; a quotation that is never closed ends with its line."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def is_inside(spans: tuple[tuple[int, int], ...], place: int) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= place < end for start, end in spans)


def sentence_before(text: str, place: int) -> str:
    """What stands before a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[max(0, place - AROUND) : place])[-1]


def sentence_after(text: str, place: int) -> str:
    """What stands behind a place in its sentence, no more than is read at a glance."""
    return _SENTENCE_END.split(text[place : place + AROUND], maxsplit=1)[0]


def is_long_past(text: str, start: int, end: int) -> bool:
    """Whether the sentence puts a phrase into a time long past, and not also into the present."""
    sentence = sentence_before(text, start) + text[start:end] + sentence_after(text, end)
    return _LONG_AGO.pattern.search(sentence) is not None and _GOES_ON.pattern.search(sentence) is None
