"""A text as a row of words, each read once: where it stands, how it is written, and what kind of word it is."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
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
_HEADING_FROM: Final = 4
_LONG: Final = 3


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
    known: int
    """What the lists know it as: the numbers of `Known`, added up."""

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
_ENGLISH: Final = frozenset({sorts.ORDINARY, sorts.AMBIGUOUS, sorts.NUMBER})
NOTHING: Final = Word(0, 0, "", "", "\n", sorts.NOTHING, cases.SMALL, opens=True, owns=False, known=0)
_AROUND: Final = [NOTHING] * 100
"""No rule looks farther away from a word than that."""


LookedUp = tuple[str, str, Sort, Case, bool, int, bool, tuple[int, ...]]
"""A word as it is spelled in a text, looked up: what `Word` calls shown, plain, sort, case, owns and known, whether it
is like most words and no name begins with it inside a sentence, and what it says for English."""


@dataclass(slots=True)
class Reading:
    """The words of a text in order; places before the first and behind the last one hold nothing."""

    text: str
    words: tuple[Word, ...]
    is_english: bool
    """Whether capitals of words in no list tell something."""
    knows_most: bool
    """Whether so few words are in no list that each may be compared with ordinary ones, letter by letter."""
    known: Mapping[str, LookedUp]
    """What each word was looked up as, as it is spelled."""
    counted: Sequence[tuple[LookedUp, int]]
    """The same in the same order, and how often each stands in the text."""
    notable: Sequence[int]
    """The places of all words but ordinary ones in small letters inside a sentence, before which no name is led to."""
    at: Sequence[Word]
    """The word at a place, or nothing where the place is not far outside the text."""

    def places_of(self, some: AbstractSet[str]) -> Iterator[int]:
        """The places of all words that are among some, in order."""
        return compress(count(), map(some.__contains__, map(_PLAIN, self.words)))


def read(text: str) -> Reading:
    """Every word of a folded text, each looked up once."""
    if any(sign in text for sign in _BLANKED):
        text = text.translate(_AS_BLANKS)
    # What is between the words and the words by turns: cheaper than a match for each word.
    parts = (_PLAIN_WORD if text.isascii() else _WORD).split(text)
    usual, counted = _typed(), Counter(parts[1::2])
    known = {each: usual.get(each) or _look_up(each) for each in counted}
    words, notable = _placed(text, parts, known)
    others = [words[place] for place in notable if words[place].sort not in _ENGLISH]
    unknown = len([word for word in others if word.sort is sorts.UNKNOWN])
    return Reading(
        text,
        tuple(words),
        _is_english(words, others),
        unknown <= _MOST_COMPARED,
        known,
        tuple(zip(known.values(), counted.values(), strict=True)),
        notable,
        # Places below the first one count from the end. To ask a list takes a third of what a method around it takes.
        words + _AROUND,
    )


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
    looked_up = _as_known(most_used, partial(_listed, _LIKE_MOST)) | _as_known(by_hand, lambda _: sorts.ORDINARY)
    for word in looked_up.keys() & (words_of_others() | LEADING | (hand_words.AMBIGUOUS - by_hand.keys())):
        flags = looked_up[word][5]
        looked_up[word] = _in_small_letters(word, flags, sorts.ORDINARY if word in by_hand else _listed(word, flags))
    return looked_up


def _as_known(words: Mapping[str, int], sort: Callable[[int], Sort]) -> dict[str, LookedUp]:
    """Words of which no more is told than what the list knows them as: all that are known alike are told at once."""
    told = {flags: _in_small_letters(_LIKE_MOST, flags, sort(flags))[2:] for flags in {*words.values()}}
    return {word: (word, word, *told[flags]) for word, flags in words.items()}


@cache
def _typed() -> Mapping[str, LookedUp]:
    """The same, and how small words, what is said of one and numbers are typed: "I'm", "She", "11"."""
    small = {*SMALL, *_ALONE, *_SHORTENED, *ascii_lowercase}
    others = {*small, *map(str.capitalize, small), *map(str, range(_COUNTED))} - _everyday().keys()
    return {**_everyday(), **{spelled: _look_up(spelled) for spelled in others}}


def _in_small_letters(word: str, flags: int, sort: Sort) -> LookedUp:
    is_usual = sort is sorts.ORDINARY and word not in LEADING
    return word, word, sort, cases.SMALL, False, flags, is_usual, weights(word, word, flags)


def _placed(text: str, parts: list[str], known: Mapping[str, LookedUp]) -> tuple[list[Word], list[int]]:
    """Each word of a text where it stands, by what is between them and how they are spelled; and which are notable."""
    words: list[Word] = []
    notable: list[int] = []
    begin, noted, capitals, is_led_to, is_behind = 0, 0, 0, False, False
    ends = list(accumulate(map(len, parts)))
    row = zip(parts[::2], ends[::2], ends[1::2], map(known.__getitem__, parts[1::2]), strict=False)
    for gap, start, end, (shown, plain, sort, case, owns, flags, is_usual, _) in row:
        opens = False
        if not is_behind or gap not in _WITHIN:
            gap, opens = _gap(text, words, start)
            if opens:
                _settle(words, begin, capitals, notable, noted)
                begin, noted, capitals = len(words), len(notable), 0
        is_behind = not owns
        if is_led_to or opens or not is_usual:
            if not plain:  # Marks without a letter.
                is_behind = False
                continue
            notable.append(len(words))
            is_led_to = plain in NAMED
            capitals += case is not cases.SMALL
            end -= 2 * owns
        # What `Word(…)` does, without looking at the names of what it is given.
        words.append(_tuple(Word, (start, end, shown, plain, gap, sort, case, opens, owns, flags)))
    _settle(words, begin, capitals, notable, noted)
    return words, notable


def _gap(text: str, words: list[Word], start: int) -> tuple[str, bool]:
    """What stands between the last word and the next, and whether that begins a sentence."""
    if not words:
        gap = _one_space(text[:start])
        return gap, gap != " "
    gap = _one_space(text[words[-1].end : start])
    return gap, gap != " " and _opens(gap, words[-1].plain)


def _one_space(gap: str) -> str:
    return " " if len(gap) > 1 and gap.isspace() and "\n" not in gap else gap


def _look_up(spelled: str) -> LookedUp:
    # Most others are typed so, and need little done to them.
    if spelled.isascii() and spelled.isalnum() and len(spelled) > 1:
        if spelled.isdigit():
            return spelled, spelled, sorts.NUMBER, cases.SMALL, False, 0, True, ()
        if spelled.isalpha():
            return _in_letters(spelled, spelled.lower())
    owns = spelled[-2:] in {"'s", "'S"}
    shown = spelled[:-2] if owns else spelled
    plain = lexicon.plain(shown)
    everyday = _everyday().get(plain)
    flags = lexicon.known_as(plain) if everyday is None else everyday[5]
    sort = _sort(plain, flags) if everyday is None else everyday[2]
    case = _case(shown)
    is_like_most = sort is sorts.NUMBER or (sort is sorts.ORDINARY and plain not in LEADING)
    is_usual = is_like_most and case is cases.SMALL and not owns
    return shown, plain, sort, case, owns, flags, is_usual, weights(spelled, plain, flags)


def _in_letters(spelled: str, plain: str) -> LookedUp:
    """A word of two English letters or more."""
    everyday = _everyday().get(plain)
    if everyday is not None:
        _, _, sort, _, _, flags, _, says = everyday
        return spelled, plain, sort, _case(spelled), False, flags, False, says
    flags = lexicon.seldom_known_as(plain)
    sort = _listed(plain, flags)
    if plain == spelled:
        return _in_small_letters(plain, flags, sort)
    return spelled, plain, sort, _case(spelled), False, flags, False, weights(spelled, plain, flags)


def _settle(words: list[Word], begin: int, capitals: int, notable: list[int], noted: int) -> None:
    """Change the last sentence: where all are in capitals they count as small, where all have one each opens anew."""
    if capitals < _LOUD_FROM:
        return
    sentence = words[begin:]
    loud = len([word for word in sentence if word.case is cases.LOUD])
    if loud and 2 * loud > len([word for word in sentence if len(word.plain) > 1]):
        words[begin:] = [word._replace(case=cases.SMALL) for word in sentence]
        return
    longer = [word.case for word in sentence if len(word.plain) > _LONG]
    if len(longer) >= _HEADING_FROM and len(longer) - longer.count(cases.SMALL) >= 0.75 * len(longer):
        words[begin:] = [word._replace(opens=True) for word in sentence]
        notable[noted:] = range(begin, len(words))


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
