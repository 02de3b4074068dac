"""Words in small letters that are in no dictionary, wherever they stand: more often than not somebody's name."""

import re
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names.misspellings import resembles
from bot.domain.screening.names.name_cues import DETERMINERS
from bot.domain.screening.names.spoken_words import Reading, Sort
from bot.domain.screening.word_sets import words_of

_SHORTEST: Final = 4
_SHORTEST_PART: Final = 3
# Before a drug, a dish, a language or a place.
_BEFORE_THINGS: Final = words_of(
    "on in of into start started starting stop stopped got get took take takes taking ordered hung pushed eat ate"
    " cooked drank speaks speak spoke speaking learn learned play played using use used via per vs some more no any"
    " much new old severe acute chronic very so too really near from iv po mg mcg is was are be been were not like"
    " feel feels felt get gets getting or"
)
_BEFORE_ANYTHING: Final = words_of(
    "on in into ordered hung pushed ate cooked drank speaks speak spoke speaking learn learned used use"
    " using via per vs"
    " iv po mg mcg near start started stop stopped"
)
"""Even what is in a list of names is something else behind them."""
_MADE_LIKE: Final = (
    *(
        "ing",
        "ed",
        "ly",
        "ness",
        "tion",
        "sion",
        "ment",
        "able",
        "ible",
        "ous",
        "less",
        "ful",
        "ish",
        "ist",
        "ism",
        "ity",
    ),
    *(
        "ology",
        "ologist",
        "itis",
        "osis",
        "emia",
        "uria",
        "ectomy",
        "otomy",
        "ostomy",
        "oscopy",
        "ogram",
        "pathy",
        "ase",
    ),
    *(
        "pril",
        "olol",
        "artan",
        "azole",
        "cillin",
        "mycin",
        "oxacin",
        "statin",
        "mab",
        "nib",
        "vir",
        "pam",
        "lam",
        "ine",
    ),
    *("ide", "ate", "one", "ol", "ic", "al", "oid", "gram", "ship", "hood", "wise", "ville", "burg", "ton", "y", "er"),
    *("s", "nt", "ve", "ll", "age", "ance", "ence", "um", "us"),
)
"""How everyday words, drugs and diseases end; a name that does is found by its place only."""
_VOWELS: Final = frozenset("aeiouy")
_DRAWN_OUT: Final = re.compile(r"(.)\1\1")


def is_stray(reading: Reading, place: int) -> bool:
    """Whether a word like no other stands where a person can, and hardly a thing: asked about even without a cue."""
    word, before = reading.words[place], reading.at(place - 1)
    if len(word.plain) < _SHORTEST or not word.plain.isalpha() or not reading.knows_most:
        return False
    if before.plain in DETERMINERS or word.gap not in {" ", ", ", ": ", ". ", "\n", ""}:
        return False
    is_listed = word.sort is Sort.NAME
    if before.plain in (_BEFORE_ANYTHING if is_listed else _BEFORE_THINGS) or _DRAWN_OUT.search(word.plain):
        return False
    if not is_listed and _is_made_like_a_thing(word.plain):
        return False
    return not resembles(reading, word)


def _is_made_like_a_thing(plain: str) -> bool:
    return _VOWELS.isdisjoint(plain) or plain.endswith(_MADE_LIKE) or _is_joined(plain)


def _is_joined(plain: str) -> bool:
    """Whether two everyday words were written as one: "handprint"."""
    cuts = range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1)
    return any(lexicon.is_ordinary(plain[:cut]) and lexicon.is_ordinary(plain[cut:]) for cut in cuts)
