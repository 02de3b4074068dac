"""People by what they are called out of respect or as kin, in any language: "boeta faiek", "Dilnoza opa", "hatsue-san".

Few of those names are in a list. That somebody is called so tells that they are names.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence
from bot.domain.screening.names import sorts
from bot.domain.screening.names.found_names import DEFINITE, INITIALS, POSSIBLE, Found
from bot.domain.screening.names.kin_words import DOUBTFUL_TITLES, KIN_HONORS, KIN_TITLES, NO_NAMES, TITLES_OF_TWO
from bot.domain.screening.names.misspellings import is_misspelled
from bot.domain.screening.names.name_cues import AFTER_A_NAME, CONJUNCTIONS, EVERY_ROLE, MEETS, SMALL, WITH
from bot.domain.screening.names.name_spans import behind_small_particles, grown
from bot.domain.screening.names.places_of_names import is_told_of
from bot.domain.screening.names.sorts import HARDLY_WORDS, LIKE_NAMES, NAMES
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_IN_TWO: Final = frozenset(phrase.split()[-1] for phrase in TITLES_OF_TWO)
_TITLES: Final = KIN_TITLES | DOUBTFUL_TITLES | _IN_TWO
_ALL: Final = _TITLES | KIN_HONORS
_AS_TYPED: Final = _ALL | {*map(str.capitalize, _ALL), *map(str.upper, _ALL)}
_JOINED: Final = words_of("san sama la ssi nim chan kun ji jan bhai ben garu sensei")
_HARDLY_ALONE: Final = words_of("la ur ben jan chan san kun ate tai")
"""What stands behind somebody, and is much else in English and other languages."""
_BABIES: Final = words_of("baby boy girl honey")
_OF_THE_PHILIPPINES: Final = words_of("tito tita kuya")
_CALLED_THERE: Final = words_of("boy girl baby bing bong jun dong ging jing ting ping nene totoy bebot inday")
"""What grown people are called there all their lives: "tito boy"."""
_NOBODY: Final = NO_NAMES | SMALL | KIN_TITLES | KIN_HONORS | (EVERY_ROLE - _BABIES)
_BEFORE_SOMEBODY: Final = WITH | MEETS | CONJUNCTIONS | words_of("of si ni kay like says that held over")
_NEW: Final = frozenset({"a", "an", "another"})
_SHORTEST: Final = 3
_MOST_PARTS: Final = 3


def named_as_kin(reading: Reading) -> Iterator[Found]:
    """Every name with such a word before or behind it, both together, the word joined to it by a hyphen among them."""
    for place in _places(reading):
        word = reading.words[place]
        if word.plain in _TITLES and (found := _behind_a_title(reading, place)) is not None:
            yield found
        if word.plain in KIN_HONORS and word.gap == " " and (found := _before_an_honor(reading, place)) is not None:
            yield found
    for place in reading.notable:
        if "-" in reading.words[place].plain and _is_joined(reading.words[place]):
            yield Found(place, place, DEFINITE)


def _places(reading: Reading) -> Iterator[int]:
    """Where such words stand. Most texts have none, which their spelling tells, if it has no accents."""
    is_one = not reading.spelled.isdisjoint(_AS_TYPED) or not reading.text.isascii()
    return reading.places_of(_ALL) if is_one else iter(())


def _behind_a_title(reading: Reading, place: int) -> Found | None:
    word = reading.words[place]
    if _is_called_for_life(reading, place):
        return Found(place, place + 1, POSSIBLE)
    named = behind_small_particles(reading, place + 1)
    following = reading.at[named]
    if word.owns or reading.at[place + 1].gap != " " or following.gap != " " or following.plain in _NOBODY:
        return None
    first = place - (word.gap == " " and f"{reading.at[place - 1].plain} {word.plain}" in TITLES_OF_TWO)
    is_sure = word.plain in KIN_TITLES or first < place
    if not is_sure and word.plain not in DOUBTFUL_TITLES:
        return None
    if following.sort is sorts.LETTER:
        is_initial = is_sure and reading.behind(named).startswith(".")
        return Found(first, named, DEFINITE, INITIALS) if is_initial else None
    confidence = (_sure if is_sure else _doubtful)(reading, place, named)
    return None if confidence is None else Found(first, _end(reading, named), confidence)


def _is_called_for_life(reading: Reading, place: int) -> bool:
    following = reading.at[place + 1]
    if reading.words[place].plain not in _OF_THE_PHILIPPINES or following.plain not in _CALLED_THERE:
        return False
    return following.gap == " " and not reading.words[place].owns and reading.at[place - 1].plain not in _NEW


def _end(reading: Reading, place: int) -> int:
    """Where a name ends behind such a title, with everything else in capitals and what is said behind it."""
    last = grown(reading, place)
    while last - place < _MOST_PARTS and _goes_on_in_capitals(reading, last):
        last += 1
    honor = reading.at[last + 1]
    return last + (honor.plain in KIN_HONORS and honor.gap == " " and honor.is_small)


def _goes_on_in_capitals(reading: Reading, last: int) -> bool:
    word, following = reading.words[last], reading.at[last + 1]
    return word.is_capital and following.is_capital and following.is_called and following.gap == " " and not word.owns


def _sure(reading: Reading, place: int, named: int) -> Confidence | None:
    """How surely a name is behind what hardly anybody else is called than kin."""
    word, following = reading.words[place], reading.at[named]
    if following.is_small and not reading.is_english:
        return DEFINITE if following.sort in NAMES else None
    if following.sort in NAMES or (following.sort is sorts.UNKNOWN and not is_misspelled(reading, following)):
        return DEFINITE
    if following.is_small:
        is_between = word.gap == ", " and reading.at[named + 1].gap == ", "
        is_ever = following.sort in LIKE_NAMES or following.is_given
        return POSSIBLE if is_ever and (is_between or is_told_of(reading, named)) else None
    if following.sort in LIKE_NAMES:
        return DEFINITE
    return POSSIBLE if following.is_called and (word.is_capital or following.is_given or following.is_family) else None


def _doubtful(reading: Reading, place: int, named: int) -> Confidence | None:
    """The same where the title is a word of English, too: "ate", "ah", "doctor"."""
    word, following, before = reading.words[place], reading.at[named], reading.at[place - 1]
    is_free = word.opens or word.gap != " " or before.plain in _BEFORE_SOMEBODY
    if not following.is_small:
        is_title = (word.is_capital and not word.opens) or (is_free and word.plain != "ate")
        is_name = following.is_called and (following.sort in LIKE_NAMES or (word.is_called and following.is_given))
        return POSSIBLE if is_title and is_name else None
    if following.sort not in HARDLY_WORDS or len(following.plain) < _SHORTEST or not reading.is_english:
        return None
    if is_misspelled(reading, following):
        return None
    if word.plain == "ate":
        return POSSIBLE if word.opens and reading.at[named + 1].gap == ", " else None
    return POSSIBLE if is_free or is_told_of(reading, named) or _is_alone(reading, named) else None


def _is_alone(reading: Reading, place: int) -> bool:
    """Whether no noun follows: "its doctor sigrun and nobody minds"."""
    following = reading.at[place + 1]
    return not reading.words[place].owns and (following.gap != " " or following.plain in AFTER_A_NAME)


def _before_an_honor(reading: Reading, place: int) -> Found | None:
    honor, word = reading.words[place], reading.at[place - 1]
    if (not honor.is_small and not word.is_capital) or not _is_a_name(reading, word):
        return None
    if honor.plain in _HARDLY_ALONE and word.sort not in NAMES:
        return None
    first = place - 1
    while place - first < _MOST_PARTS and reading.words[first].gap == " " and _is_more(reading, first - 1, word):
        first -= 1
    is_sure = word.sort in NAMES or (word.sort in LIKE_NAMES and word.is_capital and word.is_called)
    return Found(first, place, DEFINITE if is_sure else POSSIBLE)


def _is_a_name(reading: Reading, word: Word) -> bool:
    if word.owns or word.plain in _NOBODY or len(word.plain) < _SHORTEST:
        return False
    if word.is_small:
        return reading.is_english and word.sort in HARDLY_WORDS and not is_misspelled(reading, word)
    return (word.sort in LIKE_NAMES or (word.is_called and word.is_capital)) and word.plain not in EVERY_ROLE


def _is_more(reading: Reading, place: int, word: Word) -> bool:
    """Whether another part of a name stands before one: "venkata ramana garu"."""
    before = reading.at[place]
    return before.case is word.case and _is_a_name(reading, before)


def _is_joined(word: Word) -> bool:
    head, _, tail = word.plain.rpartition("-")
    return tail in _JOINED and head.isalpha() and len(head) >= _SHORTEST and not lexicon.is_ordinary(head)
