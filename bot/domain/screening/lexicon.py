"""What a single word is known as: an everyday one, a name, a place. The list is read when the first word is asked for.

A word may be several things at once ("will", "grace"): what it means in a sentence is for others to say. Words are
compared in small letters without accents, so any spelling may be asked for.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import IntFlag
from functools import cache, reduce
from importlib.resources import files
from operator import and_
from typing import Final
from zlib import crc32, decompress

_PACKED: Final = "lexicon.zlib"
_SHELF_END: Final = "\f"
_UNDECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʻ": "'", "‘": "'"}
)
_LONGEST: Final = 80
"""Nothing listed is as long, so no text can make a look-up long."""
_UNSPOKEN: Final = str.maketrans("", "", "'.")


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
    OFTEN = 256


# Plain numbers: a flag of an enum takes longer to be joined than a word to be found.
_ORDINARY, _GIVEN, _FAMILY, _COMMON_NAME, _AMBIGUOUS, _PLACE, _STATE, _EPONYM, _OFTEN = map(int, Known)


def plain(word: str) -> str:
    """Small letters without accents: how words are compared here."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_UNDECOMPOSED))
    return "".join(char for char in apart if not unicodedata.combining(char))


def is_ordinary(word: str) -> bool:
    """Whether it stands in the dictionary, however inflected or contracted."""
    return bool(known_as(word) & _ORDINARY)


def is_given(word: str) -> bool:
    """Whether it is a first name somewhere in the world."""
    return bool(known_as(word) & _GIVEN)


def is_family(word: str) -> bool:
    """Whether it is a family name somewhere in the world."""
    return bool(known_as(word) & _FAMILY)


def is_common_name(word: str) -> bool:
    """Whether it is a first name that many bear and that is hardly ever anything else: one in small letters too."""
    return bool(known_as(word) & _COMMON_NAME)


def is_ambiguous(word: str) -> bool:
    """Whether it is as well an ordinary word as a name that people are called by, like "will" or "grace"."""
    return bool(known_as(word) & _AMBIGUOUS)


def is_place(phrase: str) -> bool:
    """Whether it is a place smaller than a state: a city, a town, a county. It may be of several words."""
    return bool(known_as(phrase) & _PLACE)


def is_state(phrase: str) -> bool:
    """Whether it is a state or a country, which points at nobody. It may be of several words."""
    return bool(known_as(phrase) & _STATE)


def is_eponym(word: str) -> bool:
    """Whether a disease, a sign, a device or a saying is commonly called by this person's name."""
    return bool(known_as(word) & _EPONYM)


def is_written_often(word: str) -> bool:
    """Whether it is an everyday word that many write, and no rare one: one that hands slip on."""
    return bool(known_as(word) & _OFTEN)


def is_one_written_often(words: Iterable[str]) -> bool:
    """Whether at least one of many words in small English letters is an everyday one that many write."""
    shelves, meanings, often = _words()
    count = len(shelves)
    # The same as asking for each, which takes three times as long where a hundred are asked for.
    for word in words:
        known = often.get(word)
        if known is None:
            shelf, line = shelves[crc32(word.encode()) % count], f"\n{word}\t"
            known = meanings[shelf[shelf.find(line) + len(line)]] if line in shelf else 0
        if known & _OFTEN:
            return True
    return False


def known_as(word: str) -> int:
    """All that a word is known as at once: the numbers of `Known`, added up. A word with hyphens is what it is without
    them, and what all its parts are: "Eun-ji", "well-known", "Smith-Jones"."""
    # Most words are typed so, and need nothing done to them.
    if word.isascii() and word.isalpha() and word.islower():
        return _found(word)
    # So are phrases.
    if word.isascii() and word.islower() and word.replace(" ", "").isalpha() and len(word) <= _LONGEST:
        return _found(word)
    if len(word) > _LONGEST:
        return 0
    spelled = plain(word)
    # All that is listed is spelled in English letters.
    if not spelled.isascii():
        return 0
    if "'" in spelled or "." in spelled:
        spelled = spelled.removesuffix("'s").translate(_UNSPOKEN)
    if "-" not in spelled:
        return _found(spelled)
    parts = [_found(part) for part in spelled.split("-") if part]
    return _found(spelled.replace("-", "")) | (reduce(and_, parts) if parts else 0)


def _found(spelled: str) -> int:
    known = _words()[2].get(spelled)
    return seldom_known_as(spelled) if known is None else known


def seldom_known_as(word: str) -> int:
    """All that a word in small English letters is known as which is none of those that people write most."""
    shelves, meanings, _ = _words()
    shelf, line = shelves[crc32(word.encode()) % len(shelves)], f"\n{word}\t"
    return meanings[shelf[shelf.find(line) + len(line)]] if line in shelf else 0


def most_used() -> Mapping[str, int]:
    """The words that people write most, in small letters, and what each is known as."""
    return _words()[2]


@cache
def _words() -> tuple[tuple[str, ...], Mapping[str, int], Mapping[str, int]]:
    """The shelves, each with the words of one remainder, what the sign behind a word means, and the words of most
    texts, which are found sooner. One text a shelf takes a fifth of the memory of a set of words."""
    packed = files("bot.domain.screening").joinpath(_PACKED).read_bytes()
    head, often, *shelves = decompress(packed).decode("ascii").split(_SHELF_END)
    meanings = {sign[0]: int(sign[1:], 16) for sign in head.split(" ")}
    return tuple(shelves), meanings, {word[:-1]: meanings[word[-1]] for word in often.split(" ")}
