"""First and last names of the people on a roster, found in a text as whole words.

A name that is an ordinary word too ("Will", "Grace", "May") counts only where it is capitalized inside a sentence. Its
bearer, called so at the very beginning of one, is missed: nothing there tells the two apart.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.screening.characters import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHORTEST: Final = 3
_BEGINS_A_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n][\"')\]]*|[-*•\"“'(])\s*$")
_AFTER_A_TITLE: Final = re.compile(r"\b(?:dr|mr|mrs|ms|mx|prof|st)\.\s*$", re.IGNORECASE)
_UNDECOMPOSED: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A word as it stands in a text, how it is compared, and what stands before it."""

    shown: str
    plain: str
    before: str

    @property
    def is_capitalized_inside(self) -> bool:
        """Whether it is capitalized and does not begin a sentence."""
        begins = _BEGINS_A_SENTENCE.search(self.before) and not _AFTER_A_TITLE.search(self.before)
        return self.shown[0].isupper() and not begins


def find_names(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The words of a text that are names of these people, as they stand there, each once."""
    known = {word.plain for name in names for word in _words(name)}
    ordinary = known & _ordinary_words()
    said = (word for word in _words(text) if word.plain in known)
    return tuple(dict.fromkeys(word.shown for word in said if word.plain not in ordinary or word.is_capitalized_inside))


def _words(text: str) -> Iterator[_Spoken]:
    """The words that are long enough for a name, whosever they are: "Alice's" is Alice."""
    composed = unicodedata.normalize("NFC", fold(text).text)
    for match in _WORD.finditer(composed):
        shown = re.sub(r"'s\Z", "", match[0], flags=re.IGNORECASE)
        if len(shown) >= _SHORTEST:
            yield _Spoken(shown, _plain(shown), composed[: match.start()])


def _plain(word: str) -> str:
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold().translate(_UNDECOMPOSED))
    return "".join(char for char in apart if not unicodedata.combining(char))


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(files("bot.domain.screening").joinpath("ordinary_words.txt").read_text(encoding="utf-8").split())
