"""What a word is by itself, as the lists know it. Each sort has a name of its own here: asking an enumeration for a
member takes longer than looking a word up."""

from enum import StrEnum
from typing import Final


class Sort(StrEnum):
    """What a word is by itself."""

    ORDINARY = "ordinary"
    AMBIGUOUS = "both a name and an ordinary word"
    COMMON = "a first name that many bear"
    NAME = "a first or family name"
    EPONYM = "somebody's name, mostly said of something else"
    PLACE = "a place"
    UNKNOWN = "in no list"
    LETTER = "a single letter"
    NUMBER = "a word with digits"
    CASELESS = "in letters of which there are no capitals"
    NOTHING = "before the beginning or behind the end"


ORDINARY: Final = Sort.ORDINARY
AMBIGUOUS: Final = Sort.AMBIGUOUS
COMMON: Final = Sort.COMMON
NAME: Final = Sort.NAME
EPONYM: Final = Sort.EPONYM
PLACE: Final = Sort.PLACE
UNKNOWN: Final = Sort.UNKNOWN
LETTER: Final = Sort.LETTER
NUMBER: Final = Sort.NUMBER
CASELESS: Final = Sort.CASELESS
NOTHING: Final = Sort.NOTHING

NAMES: Final = frozenset({COMMON, NAME})
"""Names and hardly anything else."""
RARE: Final = frozenset({NAME, UNKNOWN})
"""What few people write, be it in a list of names or not."""
HARDLY_WORDS: Final = NAMES | {UNKNOWN}
"""What is in no dictionary."""
LIKE_NAMES: Final = HARDLY_WORDS | {AMBIGUOUS, EPONYM, PLACE}
"""What can be a part of a name beside another."""
