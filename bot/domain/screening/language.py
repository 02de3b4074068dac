"""Whether a text is mostly English: the rules of screening are.

Words speak for English when the dictionary has them, and against it when they are small words of another language or
nothing that is known. Names say little: they come from everywhere.
"""

import re
import unicodedata
from collections import Counter
from itertools import chain
from operator import itemgetter
from typing import Final

from bot.domain.screening.english_words import ALIKE, KNOWN, SMALL, UNKNOWN
from bot.domain.screening.names.spoken_words import Reading, Word

_ENGLISH_LETTER = re.compile(r"[A-Za-z]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 5
_SAYS: Final = itemgetter(Word._fields.index("says"))
# A sign of Chinese, Japanese or Korean says as much as two or three letters.
_DENSE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def is_mostly_english(reading: Reading) -> bool:
    """Whether screening knows the language of most of a text; a few words are English until they are surely not."""
    if _is_in_another_script(reading.text):
        return False
    weights = list(chain.from_iterable(map(_SAYS, reading.words)))
    return _are_few_in_english(weights) if len(weights) <= _FEW else sum(weights) >= 0


def _are_few_in_english(weights: list[int]) -> bool:
    """Whether as many English words as small ones of another language stand in so few. Without an English one, a
    small word beside another is enough against it; one that English writes too needs more, and nothing known."""
    small, alike, english = map(weights.count, (SMALL, ALIKE, KNOWN))
    if english:
        return small < 2 or english >= small
    words = len(weights)
    return words < 2 or not (small or (words > 2 and alike and UNKNOWN in weights))


def _is_in_another_script(text: str) -> bool:
    """Whether more is written in other letters than in Latin ones."""
    if text.isascii():
        return False
    latin, other = 0, 0
    for char, count in Counter(filter(str.isalpha, _BEYOND_ASCII.findall(text))).items():
        script = unicodedata.name(char, "")
        if script.startswith("LATIN"):
            latin += count
        else:
            other += 2 * count if script.startswith(_DENSE) else count
    return other > 2 and other > latin + len(_ENGLISH_LETTER.findall(text))
