"""A text as a row of words, each read once: where it stands, how it is written, and what kind of word it is."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from bot.domain.screening import hand_words, lexicon
from bot.domain.screening.lexicon import Known
from bot.domain.screening.name_cues import BEFORE_A_DOT, SMALL

# Accents, and the vowels of scripts that write them around a consonant (Hebrew to Thai, Khmer, Javanese): no letters.
_MARKS: Final = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    r"\u06df-\u06ed\u0711\u0730-\u07f3\u0816-\u082d\u0859-\u0963\u0981-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece"
    r"\u0f71-\u0f84\u0f86-\u0fbc\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u1a17-\u1a1b"
    r"\u1b00-\u1b44\u1b80-\u1bf3\u1dc0-\u1dff\u302a-\u302f\u3099\u309a\ua980-\ua9c0"
)
# A mark behind its letter ("e" and an accent) belongs to the word; digits do, too, so that "MS3" is no "MS".
_WORD: Final = re.compile(rf"[\w{_MARKS}]+(?:['-][\w{_MARKS}]+){{0,9}}")
# "al-Masri", "d'Angelo".
_ARTICLE: Final = re.compile(r"(?:[ae][lsdrn]|ibn|bin|[dlo]|mc|mac|de|di|van|von)['-]?[A-Z]")
_BLANKED: Final = str.maketrans("_*~", "   ")
_GOES_ON: Final = frozenset(" ,;'()/&+-|[]")
_CONTRACTED: Final = ("'ll", "'re", "'ve", "'d", "'m", "n't", "'all", "'s", "s'")
_BOTH: Final = Known.AMBIGUOUS.value | Known.GIVEN.value
_NAME: Final = Known.GIVEN.value | Known.FAMILY.value
_FEW: Final = 3
_MOST_COMPARED: Final = 12
_LOUD_FROM: Final = 3
_HEADING_FROM: Final = 4
_LONG: Final = 3


class Sort(StrEnum):
    """What a word is by itself, as the lists know it."""

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


class Case(StrEnum):
    """How a word is written. In a sentence all in capitals they tell nothing, so its words count as small."""

    SMALL = "small"
    CAPITALIZED = "capitalized"
    LOUD = "all in capitals"


class Word(NamedTuple):
    """A word of a text, and what stands before it. (A tuple, since hundreds are made while somebody waits.)"""

    start: int
    end: int
    shown: str
    plain: str
    gap: str
    """Everything between the word before and this one."""
    sort: Sort
    case: Case
    opens: bool
    """Whether it begins a sentence, a quotation or a heading's word, where a capital tells little."""
    owns: bool
    """Whether "'s" follows, which the word is shown without."""

    @property
    def is_called(self) -> bool:
        """Whether it has a capital that its place in the sentence does not explain."""
        return self.case is not Case.SMALL and not self.opens

    @property
    def is_capital(self) -> bool:
        return self.case is Case.CAPITALIZED

    @property
    def is_small(self) -> bool:
        return self.case is Case.SMALL


_ENGLISH: Final = frozenset({Sort.ORDINARY, Sort.AMBIGUOUS, Sort.NUMBER})
NOTHING: Final = Word(0, 0, "", "", "\n", Sort.NOTHING, Case.SMALL, opens=True, owns=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text in order; places before the first and behind the last one hold nothing."""

    text: str
    words: tuple[Word, ...]
    is_english: bool
    """Whether capitals of words in no list tell something."""
    knows_most: bool
    """Whether so few words are in no list that each may be compared with ordinary ones, letter by letter."""

    def at(self, place: int) -> Word:
        """The word at a place, or nothing."""
        return self.words[place] if 0 <= place < len(self.words) else NOTHING


class _Known(NamedTuple):
    """A word as it is spelled in a text, looked up."""

    shown: str
    plain: str
    sort: Sort
    case: Case
    owns: bool


def read(text: str) -> Reading:
    """Every word of a folded text, each looked up once."""
    known: dict[str, _Known] = {}
    words: list[Word] = []
    begin, reached, before = 0, 0, ""
    text = text.translate(_BLANKED)
    for match in _WORD.finditer(text):
        word = _word(match, _one_space(text[reached : match.start()]), before, known)
        if not word.plain:  # Marks without a letter.
            continue
        if word.opens:
            words[begin:] = _settled(words[begin:])
            begin = len(words)
        words.append(word)
        reached, before = word.end, word.plain
    words[begin:] = _settled(words[begin:])
    unknown = sum(word.sort is Sort.UNKNOWN for word in words)
    return Reading(text, tuple(words), _is_english(words), unknown <= _MOST_COMPARED)


def _one_space(gap: str) -> str:
    return " " if len(gap) > 1 and gap.isspace() and "\n" not in gap else gap


def _word(match: re.Match[str], gap: str, before: str, known: dict[str, _Known]) -> Word:
    spelled, start, end = match[0], match.start(), match.end()
    kept = known.get(spelled)
    if kept is None:
        kept = known[spelled] = _look_up(spelled)
    opens = gap != " " and (not start or not before or _opens(gap, before))
    if kept.owns:
        end -= 2
    return Word(start, end, kept.shown, kept.plain, gap, kept.sort, kept.case, opens, kept.owns)


def _look_up(spelled: str) -> _Known:
    owns = spelled[-2:] in {"'s", "'S"}
    shown = spelled[:-2] if owns else spelled
    plain = lexicon.plain(shown)
    return _Known(shown, plain, _sort(plain), _case(shown), owns)


def _settled(sentence: list[Word]) -> list[Word]:
    """A sentence's words; where all are in capitals they count as small, where all have one each opens anew."""
    capitals = [word for word in sentence if word.case is not Case.SMALL]
    if len(capitals) < _LOUD_FROM:
        return sentence
    longer = [word for word in sentence if len(word.plain) > 1]
    if 2 * sum(word.case is Case.LOUD for word in capitals) > len(longer):
        return [word._replace(case=Case.SMALL) for word in sentence]
    longer = [word for word in longer if len(word.plain) > _LONG]
    if len(longer) >= _HEADING_FROM and sum(word.case is not Case.SMALL for word in longer) >= 0.75 * len(longer):
        return [word._replace(opens=True) for word in sentence]
    return sentence


def _opens(gap: str, before: str) -> bool:
    """Whether what stands between two words ends a sentence or begins a quotation."""
    if gap in {" ", "'s "} or _GOES_ON.issuperset(gap):
        return False
    if gap.startswith(".") and _GOES_ON.issuperset(gap[1:]) and (len(before) == 1 or before in BEFORE_A_DOT):
        return False
    return not gap.startswith("'s") or not _GOES_ON.issuperset(gap[2:])


def _case(shown: str) -> Case:
    if shown.islower():
        return Case.SMALL
    if not shown[0].isupper():
        return Case.CAPITALIZED if _ARTICLE.match(shown) else Case.SMALL
    return Case.LOUD if len(shown) > 1 and shown.isupper() else Case.CAPITALIZED


def _sort(plain: str) -> Sort:
    if not plain.isalpha() and any(char.isdigit() for char in plain):
        return Sort.NUMBER
    if len(plain) == 1 and plain.isascii():
        return Sort.LETTER
    if plain in SMALL:
        return Sort.ORDINARY
    if not plain.isascii() and any(unicodedata.category(char) == "Lo" for char in plain):
        return Sort.CASELESS
    return _listed(plain)


def _listed(plain: str) -> Sort:
    if plain in hand_words.ORDINARY:
        return Sort.ORDINARY
    flags = lexicon.known_as(plain)
    if plain in hand_words.AMBIGUOUS or flags & _BOTH == _BOTH:
        return Sort.AMBIGUOUS
    if flags & Known.ORDINARY.value or (not flags and _is_ordinary(plain)):
        return Sort.ORDINARY
    if flags & Known.COMMON_NAME.value:
        return Sort.COMMON
    if not flags & Known.GIVEN.value and (flags & Known.EPONYM.value or plain in hand_words.EPONYMS):
        return Sort.EPONYM
    return _rarer(plain, flags)


def _rarer(plain: str, flags: int) -> Sort:
    if flags & Known.STATE.value:
        return Sort.PLACE
    if flags & _NAME:
        return Sort.NAME
    return Sort.PLACE if flags & Known.PLACE.value else _unlisted(plain)


def _unlisted(plain: str) -> Sort:
    """Of "Eun-ji" and "al-Masri" the parts may be known."""
    parts = [part for part in plain.split("-") if part]
    if any(plain.endswith(end) and lexicon.is_eponym(plain.removesuffix(end)) for end in ("ian", "oid", "n")):
        return Sort.ORDINARY
    if any(lexicon.is_eponym(part) or part in hand_words.EPONYMS for part in parts):
        return Sort.EPONYM
    if len(parts) > 1 and all(lexicon.is_given(part) or lexicon.is_family(part) for part in parts):
        return Sort.NAME
    return Sort.UNKNOWN


def _is_ordinary(plain: str) -> bool:
    if "-" in plain:
        return _is_compound(plain.split("-"))
    return "'" in plain and (plain.endswith(_CONTRACTED) or plain.startswith("y'"))


def _is_compound(parts: list[str]) -> bool:
    """Whether a word with hyphens is made of ordinary ones: "Spanish-speaking", but not "Jean-Baptiste"."""
    return all(len(part) == 1 or part in hand_words.ORDINARY or lexicon.is_ordinary(part) for part in parts if part)


def _is_english(words: list[Word]) -> bool:
    """Whether no other language has to be suspected: of that, capitals tell little here."""
    if 2 * sum(word.sort is Sort.CASELESS for word in words) > len(words):
        return False
    small = [word for word in words if word.case is Case.SMALL and len(word.plain) > 1]
    foreign = sum(word.sort not in _ENGLISH for word in small)
    return foreign <= _FEW or 2 * foreign <= len(small)
