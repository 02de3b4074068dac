"""What a single word is known as: an everyday one, a name, a place. The list is read when the first word is asked for.

A word may be several things at once ("will", "grace"): what it means in a sentence is for others to say. Words are
compared in small letters without accents, so any spelling may be asked for.
"""

import re
import unicodedata
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from importlib.resources import files
from typing import Final

_PACKED: Final = "lexicon.zlib"
_SHELF_END: Final = "\f"
_UNDECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʻ": "'", "‘": "'"}
)
_OWNED: Final = re.compile(r"'s\Z")


class Known(IntFlag):
    """What a word can be known as; the numbers stand in the packed list."""

    ORDINARY = 1
    GIVEN = 2
    FAMILY = 4
    COMMON_NAME = 8
    AMBIGUOUS = 16
    PLACE = 32
    STATE = 64
    EPONYM = 128


_ORDINARY: Final = int(Known.ORDINARY)
_GIVEN: Final = int(Known.GIVEN)
_FAMILY: Final = int(Known.FAMILY)
_COMMON_NAME: Final = int(Known.COMMON_NAME)
_AMBIGUOUS: Final = int(Known.AMBIGUOUS)
_PLACE: Final = int(Known.PLACE)
_STATE: Final = int(Known.STATE)
_EPONYM: Final = int(Known.EPONYM)


def plain(word: str) -> str:
    """Small letters without accents: how words are compared here."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_UNDECOMPOSED))
    return "".join(char for char in apart if not unicodedata.combining(char))


def is_ordinary(word: str) -> bool:
    """Whether it stands in the dictionary, however inflected or contracted; of a hyphenated word each part has to."""
    if _known_as(word) & _ORDINARY:
        return True
    return "-" in word and all(_known_as(part) & _ORDINARY for part in word.split("-") if part)


def is_given(word: str) -> bool:
    """Whether it is a first name somewhere in the world."""
    return bool(_known_as(word) & _GIVEN)


def is_family(word: str) -> bool:
    """Whether it is a family name somewhere in the world."""
    return bool(_known_as(word) & _FAMILY)


def is_common_name(word: str) -> bool:
    """Whether it is a first name that many bear and that is hardly ever anything else, so a name in small letters too."""
    return bool(_known_as(word) & _COMMON_NAME)


def is_ambiguous(word: str) -> bool:
    """Whether it is as well an ordinary word as a name that people are called by, like "will" or "grace"."""
    return bool(_known_as(word) & _AMBIGUOUS)


def is_place(phrase: str) -> bool:
    """Whether it is a place smaller than a state: a city, a town, a county. It may be of several words."""
    return bool(_known_as(phrase) & _PLACE)


def is_state(phrase: str) -> bool:
    """Whether it is a state or a country, which points at nobody. It may be of several words."""
    return bool(_known_as(phrase) & _STATE)


def is_eponym(word: str) -> bool:
    """Whether a disease, a sign, a device or a saying is commonly called by this person's name."""
    return bool(_known_as(word) & _EPONYM)


def known_as(word: str) -> int:
    """All that a word is known as at once: the numbers of `Known`, added up."""
    return _known_as(word)


def _known_as(word: str) -> int:
    spelled = word if word.isascii() and word.islower() else plain(word)
    if "." in spelled:
        spelled = spelled.replace(".", "")
    if "'" in spelled:
        spelled = _OWNED.sub("", spelled).replace("'", "")
    return _shelves().flags(spelled)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """All words in order, a few to a shelf: one long text a shelf takes a tenth of the memory of a set of words."""

    firsts: tuple[str, ...]
    shelves: tuple[str, ...]

    def flags(self, word: str) -> int:
        shelf = self.shelves[bisect_right(self.firsts, word) - 1]
        place = shelf.find(f"\n{word}\t")
        return int(shelf[place + len(word) + 2 : place + len(word) + 4], 16) if place >= 0 else 0


@cache
def _shelves() -> _Shelves:
    packed = files("bot.domain.screening").joinpath(_PACKED).read_bytes()
    shelves = tuple(zlib.decompress(packed).decode("ascii").split(_SHELF_END))
    return _Shelves(tuple(shelf[1 : shelf.index("\t")] for shelf in shelves), shelves)
