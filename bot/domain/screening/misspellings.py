"""Whether a word in no list is only a slip of somebody who writes fast."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.hand_words import ORDINARY
from bot.domain.screening.spoken_words import Reading, Sort, Word

_MISSPELLED_FROM: Final = 4
_OFTEN_MISSED: Final = "aeiounrstlhcdpm"
_VOWELS: Final = "aeiouy"


def is_misspelled(reading: Reading, word: Word) -> bool:
    """Whether a word in no list is an ordinary one with two letters swapped, one too many, or a wrong or no vowel."""
    if word.sort is not Sort.UNKNOWN or len(word.plain) < _MISSPELLED_FROM or not reading.knows_most:
        return False
    return any(spelled in ORDINARY or lexicon.is_ordinary(spelled) for spelled in _spellings(word.plain))


def _spellings(plain: str) -> Iterator[str]:
    for cut, letter in enumerate(plain):
        head, tail = plain[:cut], plain[cut + 1 :]
        yield head + tail
        yield f"{head}{tail[:1]}{letter}{tail[1:]}"
        for missed in _OFTEN_MISSED:
            yield f"{head}{missed}{letter}{tail}"
        if letter in _VOWELS:
            for vowel in _VOWELS:
                yield f"{head}{vowel}{tail}"
