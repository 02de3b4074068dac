"""Whether a word in no list is only a slip of somebody who writes fast."""

from typing import Final

from bot.domain.screening.lexicon import is_one_written_often, is_written_often
from bot.domain.screening.names import sorts
from bot.domain.screening.names.hand_words import ORDINARY, is_everyday
from bot.domain.screening.names.name_cues import EVERY_ROLE
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_MISSPELLED_FROM: Final = 4
_OFTEN_MISSED: Final = "aeiounrstlhcdpm"
_GROUPS: Final = words_of("family families team everyone everybody nobody somebody someone people staff person they")
_VOWELS: Final = "aeiouy"


def is_misspelled(reading: Reading, word: Word) -> bool:
    """Whether a word in no list is an ordinary one with two letters swapped, one too many, or a wrong or no vowel."""
    return word.sort is sorts.UNKNOWN and resembles(reading, word)


def is_misspelled_role(word: Word) -> bool:
    """Whether it could be meant for what people are called without a name: "pateint", "familly"."""
    return any(spelled in EVERY_ROLE or spelled in _GROUPS for spelled in _spellings(word.plain))


def resembles_everyday(plain: str) -> bool:
    """Whether a word by itself could be such a slip; it takes long, so ask where little else is left to ask."""
    # Next to every short name stands a word that hardly anybody writes: of those there are no slips.
    spellings = _spellings(plain)
    if not ORDINARY.isdisjoint(spellings):
        return True
    is_english = plain.isascii() and plain.isalpha()
    return is_one_written_often(spellings) if is_english else any(map(is_written_often, spellings))


def resembles(reading: Reading, word: Word) -> bool:
    """Whether a word, a rare name or not, could be such a slip."""
    if len(word.plain) < _MISSPELLED_FROM or not reading.knows_most:
        return False
    # "Sayin", "tryin".
    if word.plain.endswith("in") and is_everyday(f"{word.plain}g"):
        return True
    parts = word.plain.split("-")
    # Of "do-yun" no part is long enough for a slip.
    return all(is_everyday(part) or (len(part) >= _MISSPELLED_FROM and resembles_everyday(part)) for part in parts)


def _spellings(plain: str) -> list[str]:
    spellings: list[str] = []
    for cut, letter in enumerate(plain):
        head, tail = plain[:cut], plain[cut + 1 :]
        spellings += (head + tail, f"{head}{tail[:1]}{letter}{tail[1:]}")
        spellings += _with_each(head, _OFTEN_MISSED, letter + tail)
        if letter in _VOWELS:
            spellings += _with_each(head, _VOWELS, tail)
    return spellings


def _with_each(head: str, letters: str, tail: str) -> list[str]:
    """What stands around a letter, with each of some letters: all are put together at once, since there are so many."""
    return f"{head}{f'{tail} {head}'.join(letters)}{tail}".split(" ")
