"""What in a text is somebody's name, or looks like one, whoever is on the roster.

A refusal must not tell who is on the roster: else the name of a student who had everything deleted passes where it was
refused before. So any capitalized word that is neither an ordinary one nor the harmless name of a day, a language or
the like counts as a name, in a text that is mostly English; and so does a name that many people bear ("alice"), in
small letters too. A name that is an ordinary word as well ("Will", "Grace") counts where it is capitalized inside a
sentence.

The roster's own names add what nothing else tells: a rare name in small letters, one in a text of another language, and
an ordinary word that only here is somebody's name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.characters import fold
from bot.domain.screening.late_patterns import LatePattern

_WORD: Final = LatePattern(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHORT: Final = 2
"""So short a word is a name only where it is written or called like one."""
_BEGINS_A_SENTENCE: Final = LatePattern(r"(?:^|[.!?:…\n][\"')\]]*|[-*•\"“'(])\s*$")
_AFTER_A_TITLE: Final = LatePattern(r"\b(?:dr|mr|mrs|ms|mx|prof|st)\.\s*$", re.IGNORECASE)
_AFTER_A_COMMA: Final = LatePattern(r",\s*$")
_BEFORE_A_COMMA: Final = LatePattern(r"\s*,")
_BEFORE_A_MONTH: Final = LatePattern(
    r"\b(?:in|of|by|since|until|till|before|after|from|through|during|for|this|last|next|early|mid|late|and|or|to"
    r"|every|each)[\s-]*$",
    re.IGNORECASE,
)
_MONTHS: Final = frozenset({"april", "may", "june", "august"})
"""Those that are first names too."""
_HONORED: Final = """
    parkinson alzheimer hodgkin crohn hippocrates osler babinski foley glasgow apgar kussmaul cushing marfan huntington
    raynaud sjogren guillain barre heimlich trendelenburg kernig brudzinski mcburney romberg rinne snellen braden
    ranson virchow balint maslow kubler lyme aristotle socrates shakespeare freud einstein pareto likert doppler ringer
    ganz harvard yale stanford oxford cambridge hopkins mayo
"""
"""People and places that a ward speaks of without meaning anybody there."""
_CONTRACTED: Final = LatePattern(r"'(?:s|re|ve|ll|d|m|t|em|all|am|know)\Z")
_VOWEL: Final = LatePattern("[aeiouy]")
# What a profile says beside the name: "Alice Chen (she/her)", "Bob | Night Float".
_IN_BRACKETS: Final = LatePattern(r"[(\[{<].*?(?:[)\]}>]|\Z)")
_BESIDE: Final = LatePattern(r"[|/•·–—]|\s-\s")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A word as it stands in a text, how it is compared, and what stands before and behind it."""

    shown: str
    plain: str
    before: str
    behind: str

    @property
    def is_capitalized(self) -> bool:
        return self.shown[0].isupper()

    @property
    def begins_a_sentence(self) -> bool:
        return bool(_BEGINS_A_SENTENCE.search(self.before)) and not _AFTER_A_TITLE.search(self.before)

    @property
    def is_after_a_comma(self) -> bool:
        return bool(_AFTER_A_COMMA.search(self.before))

    @property
    def is_beside_a_comma(self) -> bool:
        return self.is_after_a_comma or bool(self.begins_a_sentence and _BEFORE_A_COMMA.match(self.behind))

    @property
    def is_called(self) -> bool:
        """Whether it is capitalized inside a sentence, and not only said loudly ("I WILL")."""
        is_loud = len(self.shown) > 1 and self.shown.isupper()
        return self.is_capitalized and not self.begins_a_sentence and (not is_loud or self.is_after_a_comma)

    @property
    def is_caseless(self) -> bool:
        """Whether it is written in letters of which there are no capitals."""
        return any(unicodedata.category(char) == "Lo" for char in self.shown)

    @property
    def is_ordinary(self) -> bool:
        base = _CONTRACTED.sub("", self.plain)
        spellings = (self.plain, base, base.removesuffix("s"))
        return base in "aio" or self.plain.endswith("n't") or any(map(lexicon.is_ordinary, spellings))

    @property
    def is_short_form(self) -> bool:
        """Whether it is one of the ward's: "ICU", "the ICUs". Without a vowel, one need not be known."""
        spelled = self.shown.removesuffix("s") if len(self.shown) > _SHORT else self.shown
        plain = spelled.casefold()
        is_vowelless = len(plain) > _SHORT and not _VOWEL.search(plain)
        return spelled.isupper() and (is_vowelless or lexicon.is_ordinary(plain))

    @property
    def is_harmless(self) -> bool:
        """Whether no name is meant, as far as the word alone can tell."""
        return self.is_ordinary or self.plain in _honored() or lexicon.is_state(self.plain) or self.is_short_form

    @property
    def is_many_peoples(self) -> bool:
        """Whether it is a name that many people bear, be it an ordinary word as well."""
        return lexicon.is_common_name(self.plain) or lexicon.is_ambiguous(self.plain)


def find_names(text: str, names: Iterable[str], *, own: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a text that are somebody's name or look like one, as they stand there, each once. `names` are those
    of the roster; `own` are the writer's, which give no student away."""
    roster, writer = _plain_names(names), _plain_names(own)
    words = tuple(_words(text))
    is_english, is_cased = _is_english(words), _is_cased(words)
    found: list[str] = []
    for word in words:
        if word.is_caseless:
            found.extend([word.shown] if is_cased else sorted(name for name in roster if name in word.plain))
        elif _is_of(roster, word) or (word.plain not in writer and _is_like_a_name(word, is_english=is_english)):
            found.append(word.shown)
    return tuple(dict.fromkeys(found))


def bare(name: str) -> str:
    """A name without what a profile says beside it. Behind a comma stands the first name ("Chen, Alice") or, behind a
    whole name, something else ("Alice Chen, Night Float")."""
    bare = _BESIDE.split(_IN_BRACKETS.sub(" ", name))[0]
    first = bare.split(",")[0]
    bare = first if len(first.split()) > 1 else bare
    return bare if _WORD.search(bare) else name


def _plain_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.plain for name in names for word in _words(bare(name)))


def _is_of(roster: frozenset[str], word: _Spoken) -> bool:
    """Whether a word is a name of the roster, and not only spelled like one."""
    if word.plain not in roster or word.plain in _MONTHS or len(word.plain) == 1:
        return False
    if len(word.plain) <= _SHORT or word.is_harmless:
        return word.is_called or (word.is_beside_a_comma and not word.is_harmless)
    return True


def _is_like_a_name(word: _Spoken, *, is_english: bool) -> bool:
    """Whether a word would be taken for a name by somebody who does not know the roster."""
    if len(word.plain) == 1:
        return word.is_capitalized and word.plain not in "aio" and word.is_beside_a_comma
    if word.plain in _MONTHS:
        return word.is_called and not _BEFORE_A_MONTH.search(word.before)
    if not is_english or word.is_harmless:
        return word.is_many_peoples and word.is_called and not word.is_short_form
    return word.is_capitalized or (word.is_many_peoples and len(word.plain) > _SHORT)


def _is_english(words: Iterable[_Spoken]) -> bool:
    """Whether no other language has to be suspected: of that, capitals tell nothing here."""
    longer = [word for word in words if len(word.plain) > _SHORT]
    foreign = (word for word in longer if word.shown.islower() and not word.is_harmless and not word.is_many_peoples)
    return sum(1 for _ in foreign) <= sum(word.is_ordinary for word in longer)


def _is_cased(words: Sequence[_Spoken]) -> bool:
    """Whether most of a text is written in letters that have capitals."""
    return 2 * sum(len(word.shown) for word in words if word.is_caseless) < sum(len(word.shown) for word in words)


def _words(text: str) -> Iterator[_Spoken]:
    """Its words, whosever they are: "Alice's" is Alice."""
    composed = unicodedata.normalize("NFC", fold(text).text)
    for match in _WORD.finditer(composed):
        shown = re.sub(r"'s\Z", "", match[0], flags=re.IGNORECASE)
        yield _Spoken(shown, lexicon.plain(shown), composed[: match.start()], composed[match.end() :])


@cache
def _honored() -> frozenset[str]:
    return frozenset(_HONORED.split())
