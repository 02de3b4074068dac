"""What a single word is known as: an everyday one, a name, a place. The list is read when the first word is asked for.

A word may be several things at once ("will", "grace"): what it means in a sentence is for others to say. Words are
compared in small letters without accents, so any spelling may be asked for.

Words that are written often are listed as they are. Of the rare ones, seven times as many, only two checksums are
listed, which are found without unpacking anything. So a word in no list is taken for a rare one, but only once in four
hundred million times.
"""

import sys
import unicodedata
from array import array
from binascii import crc32, crc_hqx
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntFlag
from functools import cache, reduce
from io import BufferedReader
from operator import and_, ior
from pathlib import Path
from string import ascii_lowercase, digits
from struct import Struct
from typing import Final
from zlib import decompress

# (`importlib.resources` would load much that nothing else here needs.)
_PACKED: Final = Path(__file__).with_name("lexicon.zlib")
LENGTHS: Final = Struct("<6I")
"""How long each part of the file is, which stands before them; the parts are the fields of `Words`."""
ALIKE: Final = "\n"
"""Stands between words that are known as the same; their numbers of `Known`, added up, stand behind them."""
APART: Final = ","
SMALLER_CHECKSUMS: Final = 1 << 16
_UNDECOMPOSED: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʻ": "'", "‘": "'"}
)
_AS_LISTED: Final = frozenset(f"{ascii_lowercase}{digits} &/+")
"""What listed words are spelled with."""
_LONGEST: Final = 80
"""Nothing listed is as long, so no text can make a look-up long."""


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
    # The same as asking for each, without a step for each of hundreds.
    lists = (_words().most_used, _words().often)
    return any(listed[word] & _OFTEN for listed in lists for word in listed.keys() & words)


def known_as(word: str) -> int:
    """All that a word is known as at once: the numbers of `Known`, added up. A word with hyphens is what it is without
    them, and what all its parts are: "Eun-ji", "well-known", "Smith-Jones"."""
    # Most words are typed as they are listed, and need nothing done to them.
    words = _words()
    known = words.most_used.get(word) or words.often.get(word)
    if known is not None:
        return known
    if len(word) > _LONGEST:
        return 0
    if _AS_LISTED.issuperset(word):
        return seldom_known_as(word)
    spelled = plain(word)
    # All that is listed is spelled in English letters.
    if not spelled.isascii():
        return 0
    if "'" in spelled or "." in spelled:
        spelled = spelled.removesuffix("'s").replace("'", "").replace(".", "")
    if "-" not in spelled:
        return _found(spelled)
    parts = [_found(part) for part in spelled.split("-") if part]
    return _found(spelled.replace("-", "")) | (reduce(and_, parts) if parts else 0)


def _found(spelled: str) -> int:
    known = _words().most_used.get(spelled)
    return seldom_known_as(spelled) if known is None else known


def seldom_known_as(word: str) -> int:
    """All that a word in small English letters is known as which is none of those that people write most."""
    words = _words()
    known = words.often.get(word)
    if known is not None:
        return known
    spelled = word.encode()
    number = crc32(spelled)
    place = number % words.divisors[crc_hqx(spelled, 0)]
    return words.meanings[place] if words.numbers[place] == number else 0


def most_used() -> Mapping[str, int]:
    """The words that people write most, in small letters, and what each is known as."""
    return _words().most_used


def written_often() -> Mapping[str, int]:
    """The same of other words that are written often, and of those that the rules have lists of."""
    return _words().often


@cache
def begin_places() -> frozenset[str]:
    """The first words of all places that have several, as look-ups spell them: "san", "st", "los". Behind any other
    word nobody has to look for the rest of a place."""
    return frozenset(decompress(_words().begin_places).decode("ascii").split(APART))


@dataclass(frozen=True, slots=True)
class Words:
    """The list as it is unpacked."""

    most_used: Mapping[str, int]
    """What the words of most texts are known as: those are found sooner."""
    often: Mapping[str, int]
    """What other words are known as that are written often, and those that the rules have lists of."""
    begin_places: bytes
    """The first words of places that have several, still packed."""
    divisors: Sequence[int]
    """One for each of the smaller checksums: what is left of the greater one, divided by it, is a rare word's place.
    They are chosen so that no two words have the same place."""
    numbers: Sequence[int]
    """At each place the greater checksum of the word that has it."""
    meanings: bytes
    """At each place what the word is known as."""


def unpacked(file: Path) -> Words:
    """The list in a file."""
    with file.open("rb") as packed:
        most_used, often, begin, divisors, numbers, meanings = LENGTHS.unpack(packed.read(LENGTHS.size))
        return Words(
            most_used=_meant(packed.read(most_used)),
            often=_meant(packed.read(often)),
            begin_places=packed.read(begin),
            divisors=_numbers(packed, divisors),
            numbers=_numbers(packed, numbers),
            meanings=packed.read(meanings),
        )


@cache
def _words() -> Words:
    return unpacked(_PACKED)


def _meant(packed: bytes) -> dict[str, int]:
    """What each word of a list is known as."""
    # Into the first words, which are the most, go all others.
    return reduce(ior, map(_alike, decompress(packed).decode("ascii").split(ALIKE)))


def _alike(listed: str) -> dict[str, int]:
    words = listed.split(APART)
    known = int(words.pop())
    return dict.fromkeys(words, known)


def _numbers(packed: BufferedReader, length: int) -> Sequence[int]:
    numbers = array("I", [0]) * (length // 4)
    # Straight to where they are to stay: to copy them would take as long again.
    packed.readinto(numbers)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
