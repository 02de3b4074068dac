"""What a single word is known as: an everyday one, a name, a place. The list is read when the first word is asked for,
and its rarer words are unpacked part by part, when one of them is asked for.

A word may be several things at once ("will", "grace"): what it means in a sentence is for others to say. Words are
compared in small letters without accents, so any spelling may be asked for.
"""

import unicodedata
from collections.abc import Collection, Mapping
from enum import IntFlag
from functools import cache, reduce
from itertools import accumulate, pairwise
from operator import and_
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple
from zlib import crc32, decompress

# (`importlib.resources` would load much that nothing else here needs.)
_PACKED: Final = Path(__file__).with_name("lexicon.zlib")
SHELF_END: Final = "\f"
CASES: Final = 256
"""So many that a text opens few of them: to unpack them all takes longer than everything else that is loaded."""
LENGTHS: Final = Struct(f"<{1 + CASES}I")
"""How long each packed part is, which stands before them; the first of them holds what every text needs."""
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
    # This is asked of hundreds of spellings of one word, so nothing is unpacked for it.
    return bool(known_as(word, also_rare=False) & _OFTEN)


def is_one_written_often(words: Collection[str]) -> bool:
    """Whether at least one of many words in small English letters is an everyday one that many write."""
    most_used, often, _, _, meanings, _ = _words()
    # The same as asking for each, which takes four times as long where a hundred are asked for.
    if any(most_used[word] & _OFTEN for word in most_used.keys() & words):
        return True
    count = len(often)
    for word, number in zip(words, map(crc32, map(str.encode, words)), strict=True):
        shelf = often[number % count]
        # Few shelves have the word, be it within another: most need not be asked for its line.
        if word in shelf:
            line = f"\n{word}\t"
            if line in shelf and meanings[shelf[shelf.find(line) + len(line)]] & _OFTEN:
                return True
    return False


def known_as(word: str, *, also_rare: bool = True) -> int:
    """All that a word is known as at once: the numbers of `Known`, added up. A word with hyphens is what it is without
    them, and what all its parts are: "Eun-ji", "well-known", "Smith-Jones". What is not written often may be left
    out."""
    # Most words are typed so, and need nothing done to them.
    if word.isascii() and word.isalpha() and word.islower():
        return _found(word, also_rare)
    # So are phrases.
    if word.isascii() and word.islower() and word.replace(" ", "").isalpha() and len(word) <= _LONGEST:
        return _found(word, also_rare)
    if len(word) > _LONGEST:
        return 0
    spelled = plain(word)
    # All that is listed is spelled in English letters.
    if not spelled.isascii():
        return 0
    if "'" in spelled or "." in spelled:
        spelled = spelled.removesuffix("'s").translate(_UNSPOKEN)
    if "-" not in spelled:
        return _found(spelled, also_rare)
    parts = [_found(part, also_rare) for part in spelled.split("-") if part]
    return _found(spelled.replace("-", ""), also_rare) | (reduce(and_, parts) if parts else 0)


def _found(spelled: str, also_rare: bool) -> int:
    known = _words().most_used.get(spelled)
    return seldom_known_as(spelled, also_rare=also_rare) if known is None else known


def seldom_known_as(word: str, *, also_rare: bool = True) -> int:
    """All that a word in small English letters is known as which is none of those that people write most."""
    _, often, rare, _, meanings, _ = _words()
    number, line = crc32(word.encode()), f"\n{word}\t"
    shelf = often[number % len(often)]
    place = shelf.find(line)
    if place < 0 and also_rare:
        number %= len(rare)
        shelf = rare[number] or _taken_out(number)
        place = shelf.find(line)
    return meanings[shelf[place + len(line)]] if place >= 0 else 0


def most_used() -> Mapping[str, int]:
    """The words that people write most, in small letters, and what each is known as."""
    return _words().most_used


@cache
def begin_places() -> frozenset[str]:
    """The first words of all places that have several, as look-ups spell them: "san", "st", "los". Behind any other
    word nobody has to look for the rest of a place."""
    return frozenset(_words().begin_places.split(" "))


class Words(NamedTuple):
    """The list as far as it is unpacked. A word's checksum says on which shelf it stands, in a line with a sign: one
    text a shelf takes a fifth of the memory of a set of words."""

    most_used: Mapping[str, int]
    """What the words of most texts are known as: those are found sooner."""
    often: list[str]
    """The shelves of other words that are written often, and of those that the rules have lists of."""
    rare: list[str]
    """The shelves of all others; a shelf without any line is still packed."""
    cases: list[bytes]
    """Those shelves as they are packed, the same number in each case."""
    meanings: Mapping[str, int]
    """What the sign behind a word means."""
    begin_places: str
    """The first words of places that have several, between spaces."""


@cache
def _words() -> Words:
    packed = _PACKED.read_bytes()
    ends = accumulate(LENGTHS.unpack_from(packed), initial=LENGTHS.size)
    first, *cases = (packed[start:end] for start, end in pairwise(ends))
    head, shelves, begin, used, *often = decompress(first).decode("ascii").split(SHELF_END)
    meanings = {sign[0]: int(sign[1:], 16) for sign in head.split(" ")}
    most_used: dict[str, int] = {}
    for alike in used.split("\n"):
        most_used.update(dict.fromkeys(alike[1:].split(" "), meanings[alike[0]]))
    return Words(most_used, often, [""] * int(shelves), cases, meanings, begin)


def _taken_out(shelf: int) -> str:
    """A shelf that is still packed; those beside it come out of their case with it."""
    _, _, rare, cases, _, _ = _words()
    held = len(rare) // len(cases)
    case = shelf // held
    rare[case * held : (case + 1) * held] = decompress(cases[case]).decode("ascii").split(SHELF_END)
    return rare[shelf]
