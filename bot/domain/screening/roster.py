"""The people around the writer, found by their names wherever they are meant, in capitals or not.

A word that names a classmate and hardly means anything else is always that classmate. One that is an everyday word as
well ("will", "joy") is sure only where it is written like a name inside a sentence, and asked about where a person can
stand: else "I will" could not be written by whoever has a classmate of that name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.characters import MARKS, fold
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.names.name_cues import AFTER_A_NAME, DETERMINERS, DONE_TO_PEOPLE, SAYS
from bot.domain.screening.names.name_or_thing import speaks_for_somebody
from bot.domain.screening.names.places_of_names import says_something
from bot.domain.screening.names.spoken_words import NOTHING, Reading
from bot.domain.screening.whole_text import WholeText

_WORD: Final = re.compile(rf"[\w{MARKS}]+")
_BETWEEN: Final = re.compile(r"[^\S\n]{1,9}|[-']")
_BEHIND_AN_INITIAL: Final = re.compile(r"\.[^\S\n]{0,9}")
_INITIAL: Final = 2
"""So short a word of a name may have a dot: "Alice J. Chen", "Dr. Kim"."""
_SHORTEST: Final = 3
"""Two letters out of a longer name are an abbreviation at least as often as somebody."""

_WITH: Final = frozenset({"w", "with", "and", "n"}) | DONE_TO_PEOPLE
_AND: Final = frozenset({"and", "n", "&"})
_ME: Final = frozenset({"i", "me"})
_NOT_WITH_PEOPLE: Final = frozenset({"in", "for", "of", "to", "as", "at", "that"})
_NEXT_PART: Final = frozenset({"and", "but", "so", "when", "that", "because", "then"})


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a roster: by their first word those that mean somebody wherever they stand, and single words that
    may mean something else."""

    telling: dict[str, set[tuple[str, ...]]]
    everyday: frozenset[str]


def find_on_roster(text: WholeText, roster: Iterable[str]) -> Iterator[Finding]:
    """Names and ids of a roster in a text, whole or in part."""
    names = _names_of(roster)
    if names.telling:
        yield from _spelled_out(text.told.text, names.telling)
    if names.everyday:
        yield from _meant(text.reading, names.everyday)


def is_everyday(word: str) -> bool:
    """Whether a word of a name is an ordinary one as well, or what a disease or a state is called by."""
    known_otherwise = (lexicon.is_ordinary, lexicon.is_ambiguous, lexicon.is_eponym, lexicon.is_state)
    return any(known(word) for known in known_otherwise)


def _names_of(roster: Iterable[str]) -> _Names:
    telling: dict[str, set[tuple[str, ...]]] = {}
    everyday: set[str] = set()
    for entry in roster:
        words = tuple(_WORD.findall(fold(entry).text.casefold()))
        parts = {(word,) for word in words if len(word) >= _SHORTEST or len(words) == 1}
        everyday |= {word for (word,) in parts if is_everyday(word)}
        whole = {words} if len(words) > 1 else set()
        for name in whole | {part for part in parts if not is_everyday(part[0])}:
            telling.setdefault(name[0], set()).add(name)
    return _Names(telling, frozenset(everyday))


def _spelled_out(text: str, names: dict[str, set[tuple[str, ...]]]) -> Iterator[Finding]:
    """Names as whole words. One of nothing but ordinary words is meant only where all of them are capitalized."""
    spoken = list(_WORD.finditer(text))
    for place, word in enumerate(spoken):
        for name in names.get(word[0].casefold(), ()):
            said = spoken[place : place + len(name)]
            if tuple(each[0].casefold() for each in said) == name and _is_one_name(text, said):
                yield Finding(word.start(), said[-1].end(), IdentifierKind.NAME)


def _is_one_name(text: str, said: Sequence[re.Match[str]]) -> bool:
    """Whether words stand together as those of one name do, with nothing else between them."""
    by_chance = len(said) > 1 and all(is_everyday(each[0]) for each in said)
    if by_chance and not all(_is_called(each[0]) for each in said):
        return False
    return all(_is_near(text, one, other) for one, other in pairwise(said))


def _is_near(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    has_dot = len(one[0]) <= _INITIAL and _BEHIND_AN_INITIAL.fullmatch(between)
    return bool(has_dot or _BETWEEN.fullmatch(between))


def _is_called(word: str) -> bool:
    """Whether it is written as names are, and not only said loudly ("I WILL")."""
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _meant(reading: Reading, names: frozenset[str]) -> Iterator[Finding]:
    """Everyday words that are names here, where somebody is meant."""
    for place, word in enumerate(reading.words):
        if word.plain in names and (confidence := _how_surely(reading, place)):
            yield Finding(reading.start(place), reading.end(place), IdentifierKind.NAME, confidence)


def _how_surely(reading: Reading, place: int) -> Confidence | None:
    word = reading.words[place]
    if word.is_called:
        return Confidence.DEFINITE
    if not word.is_small:
        return Confidence.POSSIBLE
    if reading.at[place - 1].plain in DETERMINERS:
        return None
    stands = _is_with_somebody(reading, place) or _does_something(reading, place)
    return Confidence.POSSIBLE if stands else None


def _is_with_somebody(reading: Reading, place: int) -> bool:
    """ "Rounded w joy", "thanked will after", "joy and i"."""
    before, following = reading.at[place - 1], reading.at[place + 1]
    if following.plain in _AND and reading.at[place + 2].plain in _ME:
        return True
    ends = following.opens or following.gap != " " or following.plain in AFTER_A_NAME
    return before.plain in _WITH and ends and following.plain not in _NOT_WITH_PEOPLE


def _does_something(reading: Reading, place: int) -> bool:
    """ "joy told us", "and then grace laughed"."""
    before = reading.at[place - 1]
    begins = reading.words[place].opens or before is NOTHING or before.plain in _NEXT_PART
    return begins and (says_something(reading, place, SAYS) or speaks_for_somebody(reading, place))
