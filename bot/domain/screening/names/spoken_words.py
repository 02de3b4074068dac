"""A text as a row of words, each read once: where it stands, how it is written, and what kind of word it is."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from itertools import accumulate
from typing import Final, NamedTuple

from bot.domain.screening import lexicon
from bot.domain.screening.characters import MARKS
from bot.domain.screening.english_words import weights, words_of_others
from bot.domain.screening.names import hand_words
from bot.domain.screening.names.name_cues import BEFORE_A_DOT, SMALL
from bot.domain.screening.word_sets import words_of

# A mark behind its letter ("e" and an accent) belongs to the word; digits do, too, so that "MS3" is no "MS".
_WORD: Final = re.compile(rf"([\w{MARKS}]+(?:['-][\w{MARKS}]+){{0,9}})")
_PLAIN_WORD: Final = re.compile(r"([A-Za-z0-9_]+(?:['-][A-Za-z0-9_]+){0,9})")
"""The same in a text without any mark, where it takes half the time."""
# "al-Masri", "d'Angelo".
_ARTICLE: Final = re.compile(r"(?:[ae][lsdrn]|ibn|bin|[dlo]|mc|mac|de|di|van|von)['-]?[A-Z]")
_BLANKED: Final = "_*~"
_AS_BLANKS: Final = str.maketrans(dict.fromkeys(_BLANKED, " "))
_GOES_ON: Final = frozenset(" ,;'()/&+-|[]")
_CONTRACTED: Final = ("'ll", "'re", "'ve", "'d", "'m", "n't", "'all", "'s", "s'")
# Here and below, members of enumerations have names of their own: to ask for one takes as long as a look-up.
_LISTED: Final = lexicon.Known.ORDINARY.value
_GIVEN: Final = lexicon.Known.GIVEN.value
_WELL_KNOWN: Final = lexicon.Known.COMMON_NAME.value
_HONORED: Final = lexicon.Known.EPONYM.value
_BOTH: Final = lexicon.Known.AMBIGUOUS.value | _GIVEN
_NAME: Final = _GIVEN | lexicon.Known.FAMILY.value
_FEW: Final = 3
_MOST_COMPARED: Final = 12
_LOUD_FROM: Final = 3
_COUNTED: Final = 100
_ALONE: Final = words_of("a i mr mrs ms dr")
_SHORTENED: Final = words_of(
    "i'm i'd i've i'll he's he'd he'll she's she'd she'll it's that's there's what's who's let's we're we'd we've we'll"
    " they're they'd they've they'll you're you'd you've didn't don't doesn't wasn't weren't isn't aren't can't"
    " couldn't wouldn't shouldn't won't haven't hasn't hadn't"
)
_LIKE_MOST: Final = "thing"
"""A word in no list by hand."""
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


_ORDINARY: Final = Sort.ORDINARY
_SMALL: Final = Case.SMALL
_CAPITALIZED: Final = Case.CAPITALIZED


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
        return self.case is not _SMALL and not self.opens

    @property
    def is_capital(self) -> bool:
        return self.case is _CAPITALIZED

    @property
    def is_small(self) -> bool:
        return self.case is _SMALL


_tuple: Final = tuple.__new__
_ENGLISH: Final = frozenset({Sort.ORDINARY, Sort.AMBIGUOUS, Sort.NUMBER})
NOTHING: Final = Word(0, 0, "", "", "\n", Sort.NOTHING, Case.SMALL, opens=True, owns=False)


LookedUp = tuple[str, str, Sort, Case, bool, int, tuple[int, ...]]
"""A word as it is spelled in a text, looked up: what `Word` calls shown, plain, sort, case and owns, what the lists
know it as, and what it says for English."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text in order; places before the first and behind the last one hold nothing."""

    text: str
    words: tuple[Word, ...]
    is_english: bool
    """Whether capitals of words in no list tell something."""
    knows_most: bool
    """Whether so few words are in no list that each may be compared with ordinary ones, letter by letter."""
    spellings: Mapping[str, int]
    """How often each word stands in the text as it is spelled."""
    known: Mapping[str, LookedUp]
    """What each of them was looked up as."""

    def at(self, place: int) -> Word:
        """The word at a place, or nothing."""
        try:
            return self.words[place] if place >= 0 else NOTHING
        except IndexError:
            return NOTHING


def read(text: str) -> Reading:
    """Every word of a folded text, each looked up once."""
    if any(sign in text for sign in _BLANKED):
        text = text.translate(_AS_BLANKS)
    # What is between the words and the words by turns: cheaper than a match for each word.
    parts = (_PLAIN_WORD if text.isascii() else _WORD).split(text)
    usual, counted = _typed(), Counter(parts[1::2])
    known = {each: usual.get(each) or _look_up(each) for each in counted}
    words = _placed(text, parts, known)
    others = [word for word in words if word.sort not in _ENGLISH]
    unknown = len([word for word in others if word.sort is Sort.UNKNOWN])
    return Reading(text, tuple(words), _is_english(words, others), unknown <= _MOST_COMPARED, counted, known)


@cache
def _everyday() -> Mapping[str, LookedUp]:
    """Words that are looked up before anybody writes them, in small letters: most of what people write, and what is
    ordinary whatever the lists say."""
    by_hand = {
        word: lexicon.known_as(word)
        for word in SMALL | hand_words.ORDINARY
        if len(word) > 1 and word.isascii() and word.isalpha()
    }
    most_used = lexicon.most_used()
    looked_up = _as_known(most_used, partial(_listed, _LIKE_MOST)) | _as_known(by_hand, lambda _: _ORDINARY)
    for word in looked_up.keys() & (words_of_others() | (hand_words.AMBIGUOUS - by_hand.keys())):
        flags = looked_up[word][5]
        looked_up[word] = _in_small_letters(word, flags, _ORDINARY if word in by_hand else _listed(word, flags))
    return looked_up


def _as_known(words: Mapping[str, int], sort: Callable[[int], Sort]) -> dict[str, LookedUp]:
    """Words of which no more is told than what the list knows them as: all that are known alike are told at once."""
    told = {flags: _in_small_letters(_LIKE_MOST, flags, sort(flags))[2:] for flags in {*words.values()}}
    return {word: (word, word, *told[flags]) for word, flags in words.items()}


@cache
def _typed() -> Mapping[str, LookedUp]:
    """The same, and how small words, what is said of one and numbers are typed: "I'm", "She", "11"."""
    small = {*SMALL, *_ALONE, *_SHORTENED}
    others = {*small, *map(str.capitalize, small), *map(str, range(_COUNTED))}
    return {**_everyday(), **{spelled: _look_up(spelled) for spelled in others}}


def _in_small_letters(word: str, flags: int, sort: Sort) -> LookedUp:
    return word, word, sort, _SMALL, False, flags, weights(word, word, flags)


def _placed(text: str, parts: list[str], known: Mapping[str, LookedUp]) -> list[Word]:
    """Each word of a text where it stands, by what is between them and how they are spelled."""
    words: list[Word] = []
    ends = list(accumulate(map(len, parts)))
    before, reached, begin, capitals = "", 0, 0, 0
    row = zip(parts[::2], ends[::2], ends[1::2], map(known.__getitem__, parts[1::2]), strict=False)
    for gap, start, end, (shown, plain, sort, case, owns, _, _) in row:
        if not plain:  # Marks without a letter.
            continue
        opens = False
        if gap != " " or start != reached + 1:
            gap = _one_space(text[reached:start])
            opens = gap != " " and (not before or _opens(gap, before))
            if opens:
                if capitals >= _LOUD_FROM:
                    words[begin:] = _settled(words[begin:])
                begin, capitals = len(words), 0
        before, reached = plain, end - 2 if owns else end
        if case is not _SMALL:
            capitals += 1
        # What `Word(…)` does, without looking at the names of what it is given.
        words.append(_tuple(Word, (start, reached, shown, plain, gap, sort, case, opens, owns)))
    if capitals >= _LOUD_FROM:
        words[begin:] = _settled(words[begin:])
    return words


def _one_space(gap: str) -> str:
    return " " if len(gap) > 1 and gap.isspace() and "\n" not in gap else gap


def _look_up(spelled: str) -> LookedUp:
    # Most others are typed so, and need nothing done to them.
    if spelled.isascii() and spelled.isalpha() and spelled.islower() and len(spelled) > 1:
        flags = lexicon.known_as(spelled)
        return _in_small_letters(spelled, flags, _listed(spelled, flags))
    owns = spelled[-2:] in {"'s", "'S"}
    shown = spelled[:-2] if owns else spelled
    plain = lexicon.plain(shown)
    everyday = _everyday().get(plain)
    flags = lexicon.known_as(plain) if everyday is None else everyday[5]
    sort = _sort(plain, flags) if everyday is None else everyday[2]
    return shown, plain, sort, _case(shown), owns, flags, weights(spelled, plain, flags)


def _settled(sentence: list[Word]) -> list[Word]:
    """A sentence's words; where all are in capitals they count as small, where all have one each opens anew."""
    capitals = [word for word in sentence if word.case is not _SMALL]
    longer = [word for word in sentence if len(word.plain) > 1]
    if 2 * sum(word.case is Case.LOUD for word in capitals) > len(longer):
        return [word._replace(case=_SMALL) for word in sentence]
    longer = [word for word in longer if len(word.plain) > _LONG]
    if len(longer) >= _HEADING_FROM and sum(word.case is not _SMALL for word in longer) >= 0.75 * len(longer):
        return [word._replace(opens=True) for word in sentence]
    return sentence


def _opens(gap: str, before: str) -> bool:
    """Whether what stands between two words ends a sentence or begins a quotation."""
    if gap in {" ", "'s "} or _GOES_ON.issuperset(gap):
        return False
    is_short = (len(before) == 1 and before.isalpha()) or before in BEFORE_A_DOT
    if is_short and gap.startswith(".") and _GOES_ON.issuperset(gap[1:]):
        return False
    return not gap.startswith("'s") or not _GOES_ON.issuperset(gap[2:])


def _case(shown: str) -> Case:
    if shown.islower():
        return Case.SMALL
    if not shown[0].isupper():
        return Case.CAPITALIZED if _ARTICLE.match(shown) else Case.SMALL
    return Case.LOUD if len(shown) > 1 and shown.isupper() else Case.CAPITALIZED


def _sort(plain: str, flags: int) -> Sort:
    if not plain.isalpha() and any(char.isdigit() for char in plain):
        return Sort.NUMBER
    if len(plain) == 1 and plain.isascii():
        return Sort.LETTER
    if plain in SMALL:
        return _ORDINARY
    if not plain.isascii() and any(unicodedata.category(char) == "Lo" for char in plain):
        return Sort.CASELESS
    return _listed(plain, flags)


def _listed(plain: str, flags: int) -> Sort:
    if plain in hand_words.ORDINARY:
        return _ORDINARY
    if not flags and _is_many(plain):
        return _ORDINARY
    if plain in hand_words.AMBIGUOUS or flags & _BOTH == _BOTH:
        return Sort.AMBIGUOUS
    if flags & _LISTED or (not flags and _is_ordinary(plain)):
        return _ORDINARY
    if flags & _WELL_KNOWN:
        return Sort.COMMON
    if not flags & _GIVEN and (flags & _HONORED or plain in hand_words.EPONYMS):
        return Sort.EPONYM
    return _rarer(plain, flags)


def _is_many(plain: str) -> bool:
    """Whether a word in no list is the plural of an ordinary one: "Gatorades", "Koreans"."""
    single = plain[:-1]
    return (
        plain.endswith("s") and len(single) > _LONG and (single in hand_words.ORDINARY or lexicon.is_ordinary(single))
    )


def _rarer(plain: str, flags: int) -> Sort:
    if flags & lexicon.Known.STATE.value:
        return Sort.PLACE
    if flags & _NAME:
        return Sort.NAME
    return Sort.PLACE if flags & lexicon.Known.PLACE.value else _unlisted(plain)


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


def _is_english(words: list[Word], others: list[Word]) -> bool:
    """Whether no other language has to be suspected, by the words that are no English ones: of that, capitals tell
    little here."""
    if 2 * len([word for word in others if word.sort is Sort.CASELESS]) > len(words):
        return False
    foreign = _number_in_small(others)
    return foreign <= _FEW or 2 * foreign <= _number_in_small(words)


def _number_in_small(words: list[Word]) -> int:
    return len([word for word in words if word.case is _SMALL and len(word.plain) > 1])
