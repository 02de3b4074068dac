"""A text as a row of words, each read once: where it stands, how it is written, and what kind of word it is."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import accumulate, compress, count
from operator import itemgetter
from string import ascii_lowercase
from typing import Final, NamedTuple

from bot.domain.screening import lexicon
from bot.domain.screening.characters import MARKS
from bot.domain.screening.english_words import weights, words_of_others
from bot.domain.screening.names import cases, hand_words, sorts
from bot.domain.screening.names.cases import Case
from bot.domain.screening.names.name_cues import BEFORE_A_DOT, LEADING, NAMED, SMALL
from bot.domain.screening.names.sorts import Sort
from bot.domain.screening.word_sets import words_of

# A mark behind its letter ("e" and an accent) belongs to the word; digits do, too, so that "MS3" is no "MS".
_WORD: Final = re.compile(rf"([\w{MARKS}]+(?:['-][\w{MARKS}]+){{0,9}})")
_PLAIN_WORD: Final = re.compile(r"([A-Za-z0-9_]++(?:['-][A-Za-z0-9_]++){0,9}+)")
"""The same in a text without any mark, where it takes half the time, and never goes back."""
# "al-Masri", "d'Angelo".
_ARTICLE: Final = re.compile(r"(?:[ae][lsdrn]|ibn|bin|[dlo]|mc|mac|de|di|van|von)['-]?[A-Z]")
_BLANKED: Final = "_*~"
_AS_BLANKS: Final = str.maketrans(dict.fromkeys(_BLANKED, " "))
_GOES_ON: Final = frozenset(" ,;'()/&+-|[]")
_WITHIN: Final = frozenset({" ", ", ", "; ", " (", ") ", " - ", " & ", "/"})
"""What nearly always stands between words within a sentence."""
_ENDS: Final = frozenset({". ", "? ", "! ", "\n", "\n\n", ".\n", ".\n\n"})
"""What nearly always stands between sentences."""
_CONTRACTED: Final = ("'ll", "'re", "'ve", "'d", "'m", "n't", "'all", "'s", "s'")
# Here and below, members of enumerations have names of their own: to ask for one takes as long as a look-up.
_LISTED: Final = lexicon.Known.ORDINARY.value
_GIVEN: Final = lexicon.Known.GIVEN.value
_WELL_KNOWN: Final = lexicon.Known.COMMON_NAME.value
_HONORED: Final = lexicon.Known.EPONYM.value
_BOTH: Final = lexicon.Known.AMBIGUOUS.value | _GIVEN
_FAMILY: Final = lexicon.Known.FAMILY.value
_PLACE: Final = lexicon.Known.PLACE.value
_STATE: Final = lexicon.Known.STATE.value
_NAME: Final = _GIVEN | _FAMILY
_EVER_A_NAME: Final = _NAME | lexicon.Known.AMBIGUOUS.value
_FEW: Final = 3
_MOST_COMPARED: Final = 12
_LOUD_FROM: Final = 3
_COUNTED: Final = 100
_ALONE: Final = words_of("mr mrs ms dr")
_SHORTENED: Final = words_of(
    "i'm i'd i've i'll he's he'd he'll she's she'd she'll it's that's there's what's who's let's we're we'd we've we'll"
    " they're they'd they've they'll you're you'd you've didn't don't doesn't wasn't weren't isn't aren't can't"
    " couldn't wouldn't shouldn't won't haven't hasn't hadn't"
)
_LIKE_MOST: Final = "thing"
"""A word in no list by hand."""
_ALIKE: Final = 4
"""From this field of `Word` on, all words that are known as the same in the same case are alike."""
_HEADING_FROM: Final = 4
_LONG: Final = 3


class Word(NamedTuple):
    """A word of a text, and what stands before it. Where it stands its reading tells: so the words that people write
    most are made once for all texts. (A tuple, since the others are made while somebody waits.)"""

    gap: str
    """Everything between the word before and this one."""
    opens: bool
    """Whether it begins a sentence, a quotation or a heading's word, where a capital tells little."""
    shown: str
    plain: str
    sort: Sort
    case: Case
    owns: bool
    """Whether "'s" follows, which the word is shown without."""
    known: int
    """What the lists know it as: the numbers of `Known`, added up."""
    stands_out: bool
    """Whether it is no ordinary word in small letters, or a name begins with it inside a sentence."""
    says: tuple[int, ...]
    """What it says for English."""

    @property
    def is_called(self) -> bool:
        """Whether it has a capital that its place in the sentence does not explain."""
        return self.case is not cases.SMALL and not self.opens

    @property
    def is_capital(self) -> bool:
        return self.case is cases.CAPITALIZED

    @property
    def is_small(self) -> bool:
        return self.case is cases.SMALL

    @property
    def is_given(self) -> bool:
        """Whether it is a first name somewhere in the world."""
        return self.known & _GIVEN != 0

    @property
    def is_family(self) -> bool:
        """Whether it is a family name somewhere in the world."""
        return self.known & _FAMILY != 0

    @property
    def is_ever_a_name(self) -> bool:
        """Whether anybody is called so, be it an ordinary word besides."""
        return self.known & _EVER_A_NAME != 0

    @property
    def is_place(self) -> bool:
        """Whether it is a place smaller than a state."""
        return self.known & _PLACE != 0

    @property
    def is_state(self) -> bool:
        """Whether it is a state or a country."""
        return self.known & _STATE != 0

    @property
    def is_honored(self) -> bool:
        """Whether a disease, a sign, a device or a saying is called by this person's name."""
        return self.known & _HONORED != 0


_tuple: Final = tuple.__new__
_PLAIN: Final = itemgetter(Word._fields.index("plain"))
_STANDS_OUT: Final = itemgetter(Word._fields.index("stands_out"))
_BLANK: Final = " "
_ENGLISH: Final = frozenset({sorts.ORDINARY, sorts.AMBIGUOUS, sorts.NUMBER})
NOTHING: Final = Word("\n", True, "", "", sorts.NOTHING, cases.SMALL, owns=False, known=0, stands_out=True, says=())
_FAR_BEHIND: Final = 32
"""So many words and gaps between them, and hardly half of them for the longest phrase."""
_AROUND: Final = [NOTHING] * 100
"""No rule looks farther away from a word than that."""


@dataclass(slots=True)
class Reading:
    """The words of a text in order; places before the first and behind the last one hold nothing."""

    text: str
    words: tuple[Word, ...]
    is_english: bool
    """Whether capitals of words in no list tell something."""
    knows_most: bool
    """Whether so few words are in no list that each may be compared with ordinary ones, letter by letter."""
    spelled: frozenset[str]
    """How its words are spelled."""
    notable: Sequence[int]
    """The places of all words but ordinary ones in small letters inside a sentence, before which no name is led to."""
    at: Sequence[Word]
    """The word at a place, or nothing where the place is not far outside the text."""
    parts: Sequence[str]
    """What is between the words and the words by turns."""
    reached: list[int] = field(default_factory=list)
    """How far each of those reaches, as soon as a rule has asked where a word is."""

    def start(self, place: int) -> int:
        """Where in the text a word begins."""
        return self._reached(2 * place)

    def end(self, place: int) -> int:
        """Where in the text a word ends, without the possessive."""
        return self._reached(2 * place + 1) - 2 * self.at[place].owns

    def behind(self, place: int) -> str:
        """What the text goes on with behind a word, as far as rules look: that is asked of many words."""
        begin = 2 * place + 2
        following = "".join(self.parts[begin : begin + _FAR_BEHIND])
        return self.parts[begin - 1][-2:] + following if self.at[place].owns else following

    def _reached(self, part: int) -> int:
        if not self.reached:
            self.reached += accumulate(map(len, self.parts))
        return self.reached[part] if part >= 0 else 0

    def places_of(self, some: AbstractSet[str]) -> Iterator[int]:
        """The places of all words that are among some, in order."""
        return compress(count(), map(some.__contains__, map(_PLAIN, self.words)))


def read(text: str) -> Reading:
    """Every word of a folded text, each looked up once."""
    if any(sign in text for sign in _BLANKED):
        text = text.translate(_AS_BLANKS)
    # What is between the words and the words by turns: cheaper than a match for each word.
    parts = _PLAIN_WORD.split(text) if text.isascii() else _with_letters(_WORD.split(text))
    spelled = parts[1::2]
    told, usual = frozenset(spelled), _typed()
    rare = _looked_up(told.difference(usual))
    words = [usual[each] if each in usual else rare[each] for each in spelled]
    notable = _place(words, spelled, parts[::2])
    others = [words[place] for place in notable if words[place].sort not in _ENGLISH]
    unknown = len([word for word in others if word.sort is sorts.UNKNOWN])
    return Reading(
        text,
        tuple(words),
        _is_english(words, others),
        unknown <= _MOST_COMPARED,
        told,
        notable,
        # Places below the first one count from the end. To ask a list takes a third of what a method around it takes.
        words + _AROUND,
        parts,
    )


def _with_letters(parts: list[str]) -> list[str]:
    """The same parts, where marks without a letter are no words, but belong to what is between words."""
    bare = {each for each in parts[1::2] if not (each.isascii() or lexicon.plain(_shown(each)))}
    if not bare:
        return parts
    kept = parts[:1]
    for spelled, gap in zip(parts[1::2], parts[2::2], strict=True):
        if spelled in bare:
            kept[-1] += spelled + gap
        else:
            kept += (spelled, gap)
    return kept


@cache
def _everyday() -> Mapping[str, Word]:
    """Words that are looked up before anybody writes them, in small letters: most of what people write, and what is
    ordinary whatever the lists say."""
    by_hand = {
        word: lexicon.known_as(word)
        for word in SMALL | hand_words.ORDINARY
        if len(word) > 1 and word.isascii() and word.isalpha()
    }
    most_used = lexicon.most_used()
    looked_up = _as_known(most_used, partial(_listed, _LIKE_MOST)) | _as_known(by_hand, lambda _: sorts.ORDINARY)
    for word in looked_up.keys() & (words_of_others() | LEADING | (hand_words.AMBIGUOUS - by_hand.keys())):
        flags = looked_up[word].known
        looked_up[word] = _in_small_letters(word, flags, sorts.ORDINARY if word in by_hand else _listed(word, flags))
    return looked_up


def _as_known(words: Mapping[str, int], sort: Callable[[int], Sort]) -> dict[str, Word]:
    """Words of which no more is told than what the list knows them as: all that are known alike are told at once."""
    told = {flags: _in_small_letters(_LIKE_MOST, flags, sort(flags))[_ALIKE:] for flags in {*words.values()}}
    return {word: _tuple(Word, (_BLANK, False, word, word, *told[flags])) for word, flags in words.items()}


@cache
def _like_most(flags: int) -> tuple[object, ...]:
    """All that is told of an English word in small letters by what the lists know it as."""
    return _in_small_letters(_LIKE_MOST, flags, _listed(_LIKE_MOST, flags))[_ALIKE:]


@cache
def _told_by_hand() -> AbstractSet[str]:
    """Words of which more is told than that."""
    return words_of_others() | LEADING | hand_words.ORDINARY | hand_words.AMBIGUOUS | {*ascii_lowercase}


@cache
def _typed() -> dict[str, Word]:
    """The same, and how small words, what is said of one and numbers are typed: "I'm", "She", "11"."""
    small = {*SMALL, *_ALONE, *_SHORTENED, *ascii_lowercase}
    others = {*small, *map(str.capitalize, small), *map(str, range(_COUNTED))} - _everyday().keys()
    return {**_everyday(), **{spelled: _look_up(spelled) for spelled in others}}


def _in_small_letters(word: str, flags: int, sort: Sort) -> Word:
    stands_out = sort is not sorts.ORDINARY or word in LEADING
    return _word(word, word, sort, cases.SMALL, False, flags, stands_out, weights(word, word, flags))


def _word(*looked_up: object) -> Word:
    """A word inside a sentence behind a blank. (What `Word(…)` does, without looking at the names of what is given.)"""
    return _tuple(Word, (_BLANK, False, *looked_up))


def _place(words: list[Word], spelled: list[str], gaps: list[str]) -> list[int]:
    """Tell words what stands before them and which begin a sentence, and find which are notable. Most stand behind a
    blank and are like most, and nothing has to be done for them."""
    # One more, as there is one more gap: then what is behind the last word needs no looking after.
    noted = [*map(_STANDS_OUT, words), False]
    capitals = _see_to_notable(words, spelled, gaps, noted)
    begin = 0
    for place in [place for place, gap in enumerate(gaps[:-1]) if gap != _BLANK]:
        gap, opens = gaps[place], False
        if gap not in _WITHIN or not place:
            gap = _one_space(gap)
            opens = gap != _BLANK and (not place or _opens(gap, words[place - 1].plain))
        words[place] = _tuple(Word, (gap, opens, *words[place][2:]))
        if opens:
            noted[place] = True
            _settle(words, noted, capitals, begin, place)
            begin = place
    _settle(words, noted, capitals, begin, len(words))
    return list(compress(range(len(words)), noted))


def _see_to_notable(words: list[Word], spelled: list[str], gaps: list[str], noted: list[bool]) -> list[int]:
    """Note what is led to, and put "'s" into the gap behind; where words in capitals are."""
    capitals: list[int] = []
    for place in list(compress(count(), noted)):
        word = words[place]
        if word.case is not cases.SMALL:
            capitals.append(place)
        if word.plain in NAMED:
            noted[place + 1] = True
        if word.owns:
            gaps[place + 1] = spelled[place][-2:] + gaps[place + 1]
    return capitals


def _one_space(gap: str) -> str:
    return " " if len(gap) > 1 and gap.isspace() and "\n" not in gap else gap


def _looked_up(rare: Iterable[str]) -> dict[str, Word]:
    """Words that are not everyday ones, by how they are spelled."""
    # Most of them are listed English ones in small letters, and need little done to them.
    often, by_hand = lexicon.written_often(), _told_by_hand()
    words: dict[str, Word] = {}
    for each in rare:
        flags = often.get(each, 0)
        if flags & _LISTED and each not in by_hand and each.isalpha():
            words[each] = _tuple(Word, (_BLANK, False, each, each, *_like_most(flags)))
        else:
            words[each] = _look_up(each)
    return words


def _look_up(spelled: str) -> Word:
    # Most others are typed so.
    if spelled.isascii() and spelled.isalnum() and len(spelled) > 1:
        if spelled.isdigit():
            return _word(spelled, spelled, sorts.NUMBER, cases.SMALL, False, 0, False, ())
        if spelled.isalpha():
            return _in_letters(spelled)
    shown = _shown(spelled)
    owns = shown is not spelled
    plain = lexicon.plain(shown)
    everyday = _everyday().get(plain)
    flags = lexicon.known_as(plain) if everyday is None else everyday.known
    sort = _sort(plain, flags) if everyday is None else everyday.sort
    case = _case(shown)
    is_like_most = sort is sorts.NUMBER or (sort is sorts.ORDINARY and plain not in LEADING)
    stands_out = not is_like_most or case is not cases.SMALL or owns
    return _word(shown, plain, sort, case, owns, flags, stands_out, weights(spelled, plain, flags))


def _shown(spelled: str) -> str:
    return spelled[:-2] if spelled[-2:] in {"'s", "'S"} else spelled


def _in_letters(spelled: str) -> Word:
    """A word of two English letters or more."""
    plain = spelled.lower()
    small = _everyday().get(plain)
    if small is None:
        flags = lexicon.seldom_known_as(plain)
        small = _in_small_letters(plain, flags, _listed(plain, flags))
    if plain == spelled:
        return small
    return _word(spelled, plain, small.sort, _case(spelled), False, small.known, True, small.says)


def _settle(words: list[Word], noted: list[bool], capitals: list[int], begin: int, end: int) -> None:
    """Change a sentence: where all are in capitals they count as small, where all have one each opens anew."""
    if len(capitals) < _LOUD_FROM or bisect_left(capitals, end) - bisect_left(capitals, begin) < _LOUD_FROM:
        return
    sentence = words[begin:end]
    loud = len([word for word in sentence if word.case is cases.LOUD])
    if loud and 2 * loud > len([word for word in sentence if len(word.plain) > 1]):
        words[begin:end] = [word._replace(case=cases.SMALL) for word in sentence]
        return
    longer = [word.case for word in sentence if len(word.plain) > _LONG]
    if len(longer) >= _HEADING_FROM and len(longer) - longer.count(cases.SMALL) >= 0.75 * len(longer):
        words[begin:end] = [word._replace(opens=True) for word in sentence]
        noted[begin:end] = [True] * len(sentence)


def _opens(gap: str, before: str) -> bool:
    """Whether what stands between two words ends a sentence or begins a quotation."""
    if gap in _ENDS:
        return gap != ". " or not _is_short(before)
    if gap in {" ", "'s "} or _GOES_ON.issuperset(gap):
        return False
    if _is_short(before) and gap.startswith(".") and _GOES_ON.issuperset(gap[1:]):
        return False
    return not gap.startswith("'s") or not _GOES_ON.issuperset(gap[2:])


def _is_short(word: str) -> bool:
    """Whether a dot behind a word says that it is a short form or an initial."""
    return (len(word) == 1 and word.isalpha()) or word in BEFORE_A_DOT


def _case(shown: str) -> Case:
    if shown.islower():
        return cases.SMALL
    if not shown[0].isupper():
        return cases.CAPITALIZED if _ARTICLE.match(shown) else cases.SMALL
    return cases.LOUD if len(shown) > 1 and shown.isupper() else cases.CAPITALIZED


def _sort(plain: str, flags: int) -> Sort:
    if not plain.isalpha() and any(char.isdigit() for char in plain):
        return sorts.NUMBER
    if len(plain) == 1 and plain.isascii():
        return sorts.LETTER
    if plain in SMALL:
        return sorts.ORDINARY
    if not plain.isascii() and any(unicodedata.category(char) == "Lo" for char in plain):
        return sorts.CASELESS
    return _listed(plain, flags)


def _listed(plain: str, flags: int) -> Sort:
    if plain in hand_words.ORDINARY:
        return sorts.ORDINARY
    if not flags and _is_many(plain):
        return sorts.ORDINARY
    if plain in hand_words.AMBIGUOUS or flags & _BOTH == _BOTH:
        return sorts.AMBIGUOUS
    if flags & _LISTED or (not flags and _is_ordinary(plain)):
        return sorts.ORDINARY
    if flags & _WELL_KNOWN:
        return sorts.COMMON
    if not flags & _GIVEN and (flags & _HONORED or plain in hand_words.EPONYMS):
        return sorts.EPONYM
    return _rarer(plain, flags)


def _is_many(plain: str) -> bool:
    """Whether a word in no list is the plural of an ordinary one: "Gatorades", "Koreans"."""
    single = plain[:-1]
    return (
        plain.endswith("s") and len(single) > _LONG and (single in hand_words.ORDINARY or lexicon.is_ordinary(single))
    )


def _rarer(plain: str, flags: int) -> Sort:
    if flags & _STATE:
        return sorts.PLACE
    if flags & _NAME:
        return sorts.NAME
    return sorts.PLACE if flags & _PLACE else _unlisted(plain)


def _unlisted(plain: str) -> Sort:
    """Of "Eun-ji" and "al-Masri" the parts may be known."""
    if any(plain.endswith(end) and lexicon.is_eponym(plain.removesuffix(end)) for end in ("ian", "oid", "n")):
        return sorts.ORDINARY
    if plain.isalpha():
        return sorts.UNKNOWN
    parts = [part for part in plain.split("-") if part]
    if any(lexicon.is_eponym(part) or part in hand_words.EPONYMS for part in parts):
        return sorts.EPONYM
    if len(parts) > 1 and all(lexicon.is_given(part) or lexicon.is_family(part) for part in parts):
        return sorts.NAME
    return sorts.UNKNOWN


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
    if 2 * len([word for word in others if word.sort is sorts.CASELESS]) > len(words):
        return False
    foreign = _number_in_small(others)
    return foreign <= _FEW or 2 * foreign <= _number_in_small(words)


def _number_in_small(words: list[Word]) -> int:
    return len([word for word in words if word.case is cases.SMALL and len(word.plain) > 1])
