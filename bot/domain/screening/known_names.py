"""What the people around a writer are called, as far as that is known when a text is screened."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.characters import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 3
"""Two letters are an abbreviation at least as often as somebody's name."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a writer, of the students pooled with the writer, and of their preceptors. Nothing shows when this
    is printed."""

    own: tuple[str, ...] = field(default=(), repr=False)
    classmates: tuple[str, ...] = field(default=(), repr=False)
    preceptors: tuple[str, ...] = field(default=(), repr=False)

    @property
    def telling(self) -> tuple[str, ...]:
        """Whatever of them can mean nobody else and nothing else, in small letters too: whole names, and single words
        that are neither ordinary ones ("will") nor what diseases and states are called by."""
        names = (*self.own, *self.classmates, *self.preceptors)
        words = (word for name in names for word in _WORD.findall(fold(name).text))
        return tuple(dict.fromkeys((*(name for name in names if len(words_of(name)) > 1), *filter(_is_telling, words))))


NOBODY: Final = KnownNames()


def words_of(name: str) -> frozenset[str]:
    """The words of a name as names are compared: in small letters, and no initial."""
    return frozenset(word for word in _WORD.findall(fold(name).text.casefold()) if len(word) > 1)


def bears(name: str, names: Iterable[str]) -> bool:
    """Whether somebody who has these names may be meant by a name."""
    said = words_of(name)
    return any(not said.isdisjoint(words_of(each)) for each in names)


def _is_telling(word: str) -> bool:
    known_otherwise = (lexicon.is_ordinary, lexicon.is_ambiguous, lexicon.is_eponym, lexicon.is_state)
    return len(word) >= _SHORTEST and not any(known(word) for known in known_otherwise)
