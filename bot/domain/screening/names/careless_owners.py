"""Names with an "s" and without the apostrophe: "hamzas mom", "Oksanas phone", "tell bills wife"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import sorts
from bot.domain.screening.names.found_names import POSSIBLE, Found
from bot.domain.screening.names.hand_words import FIRM
from bot.domain.screening.names.misspellings import resembles
from bot.domain.screening.names.name_cues import (
    AFTER_A_NAME,
    BELONGINGS,
    CONJUNCTIONS,
    DETERMINERS,
    DOES,
    KIN,
    KIN_FOR_SHORT,
    MEETS,
    WITH,
)
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_SHORTEST: Final = 4
_WORDS: Final = frozenset({sorts.AMBIGUOUS, sorts.ORDINARY})
_EVERYDAY: Final = (
    FIRM
    | words_of(
        "bill amber brandy dawn daisy faith ginger gloria hazel heather holly ivy jade jewel joy grace kitty lacy lily"
        " lola molly olive pansy pearl penny poppy rosemary ruby rose sandy sierra violet willow dolly cherish dakota"
        " brooks mikey maria brandon aria destiny carter hunter sam dan victor stan bart"
    )
) - words_of("ng guy dick max jesus al ty dean duke earl don beau ward buck chip phoenix zephyr")
_OWNERS: Final = frozenset(f"{name}s" for name in _EVERYDAY)
"""With their "s" most of them are everyday words: "bills", "marks", "roses"."""
_AS_TYPED: Final = _OWNERS | {*map(str.capitalize, _OWNERS)}
_RELATIVES: Final = KIN | KIN_FOR_SHORT | words_of("family fam folks in-laws")
"""Whoever is nobody's thing to pat, mark or bill, unless somebody does so: "he pats mom on the arm"."""
_LED_BY: Final = (
    WITH
    | MEETS
    | CONJUNCTIONS
    | words_of("tell ask call hug see thank is was as how if calling telling asking letting")
)
_ONLY_JOIN: Final = words_of("and then or that what out")
"""Behind them a deed may follow as well: "smiles and pats mom"."""


def is_careless_owner(reading: Reading, place: int) -> bool:
    """Whether a word is somebody to whom what follows belongs."""
    word, owned, owner = reading.words[place], reading.at[place + 1], reading.words[place].plain[:-1]
    if word.plain[-1] != "s" or word.sort in _WORDS or owned.gap != " ":
        return False
    if owned.plain not in BELONGINGS:
        is_known = lexicon.is_common_name(owner) and not lexicon.is_eponym(owner)
        return (
            is_known
            and reading.at[place - 1].plain not in DETERMINERS
            and owned.sort is sorts.ORDINARY
            and owned.plain not in AFTER_A_NAME
        )
    if owner in FIRM or (lexicon.is_given(owner) and not lexicon.is_ordinary(owner)):
        return True
    is_free = reading.at[place - 1].plain not in DETERMINERS and (word.opens or word.gap in {" ", ", "})
    return is_free and word.sort is sorts.UNKNOWN and len(owner) >= _SHORTEST and not resembles(reading, word)


def owning_a_relative(reading: Reading) -> Iterator[Found]:
    """Names that are everyday words with their "s", where somebody's relative is told of: "marks mom cried"."""
    if reading.spelled.isdisjoint(_AS_TYPED):
        return
    for place in reading.places_of(_OWNERS):
        word, relative = reading.words[place], reading.at[place + 1]
        if relative.plain not in _RELATIVES or relative.gap != " " or word.owns:
            continue
        if _is_owners_place(reading, place):
            yield Found(place, place, POSSIBLE)


def _is_owners_place(reading: Reading, place: int) -> bool:
    word, before = reading.words[place], reading.at[place - 1].plain
    if reading.at[place + 2].plain in {"member", "members"}:
        return False
    if word.is_capital and not word.opens:
        return before not in DETERMINERS
    if word.opens or before in _ONLY_JOIN or word.gap == ", ":
        return reading.at[place + 2].plain in DOES
    return before in _LED_BY
