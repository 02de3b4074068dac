"""What the people around a writer are called, as far as that is known when a text is screened."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from bot.domain.screening import word_sets
from bot.domain.screening.answers.roster_names import bare
from bot.domain.screening.characters import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_ASIDE: Final = word_sets.words_of("""
    aprn bsn cnm cns crna dds dmd dnp faafp faap facc facep facog facp facs frcp frcs lcsw lmsw lpn mba mbbs mbchb md
    mdphd mph ms msc msn msw np pa pac pharmd phd rn rph rrt
    m1 m2 m3 m4 ms1 ms2 ms3 ms4 msi msii msiii msiv oms oms1 oms2 oms3 oms4 omsi omsii omsiii omsiv pgy pgy1 pgy2 pgy3
    she they him them his hers theirs hir hirs sie zie xem xyr elle elles iel fae faer
    afk ooo brb dnd wfh
""")
"""What a profile says behind a name without a bracket or a comma: degrees, years, pronouns, and being away. Whatever
families are called by as well ("Do", "He", "Her") is not among them."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of a writer, of the students pooled with the writer, and of their preceptors. Nothing shows when this
    is printed."""

    own: tuple[str, ...] = field(default=(), repr=False)
    classmates: tuple[str, ...] = field(default=(), repr=False)
    preceptors: tuple[str, ...] = field(default=(), repr=False)

    @property
    def called(self) -> tuple[str, ...]:
        """What all of them are called."""
        return tuple(dict.fromkeys(map(_called, (*self.own, *self.classmates, *self.preceptors))))


NOBODY: Final = KnownNames()


def parts_of(name: str) -> frozenset[str]:
    """The words of a name as names are compared: in small letters, and no initial."""
    return frozenset(word for word in _WORD.findall(fold(name).text.casefold()) if len(word) > 1)


def bears(name: str, names: Iterable[str]) -> bool:
    """Whether somebody who has these names may be meant by a name."""
    said = parts_of(name)
    return any(not said.isdisjoint(parts_of(_called(each))) for each in names)


def _called(name: str) -> str:
    """What a profile calls somebody, first name first and without what it says besides."""
    family, _, given = bare(name).partition(",")
    words = f"{given} {family}".replace(",", " ").split()
    # The first word is what somebody is called, be it spelled like a pronoun.
    return " ".join(word for place, word in enumerate(words) if not place or _plain(word) not in _ASIDE)


def _plain(word: str) -> str:
    return "".join(char for char in fold(word).text.casefold() if char.isalnum())
