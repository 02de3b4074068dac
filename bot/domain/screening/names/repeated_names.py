"""Names where they stand a second time and nothing around tells: "naw paw, or Naw Paw Htoo"."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.found_names import NAME, POSSIBLE, Found
from bot.domain.screening.names.hand_words import FIRM, IDEAS
from bot.domain.screening.names.name_cues import LEADING
from bot.domain.screening.names.spoken_words import Reading, Word

_INITIALS: Final = 3
_LIKE_MOST: Final = frozenset({sorts.ORDINARY, sorts.NUMBER})


def said_again(reading: Reading, found: Sequence[Found], taken: AbstractSet[int]) -> Iterator[Found]:
    """Whatever was found, said once more where no name is taken for one yet."""
    named = [each for each in found if each.confidence is not None and each.kind is NAME]
    if not named:
        return
    words = reading.words
    single = {word.plain for each in named for word in _telling(reading, each)}
    whole = {(words[each.first].plain, words[each.first + 1].plain) for each in named if each.last > each.first}
    begun = single | {first for first, _ in whole}
    for place in [place for place in _may_begin(reading, named) if words[place].plain in begun]:
        if place in taken:
            continue
        word = words[place]
        if word.plain in single and _is_hardly_a_word(word):
            yield Found(place, place, POSSIBLE)
        following = reading.at[place + 1]
        if (word.plain, following.plain) in whole and following.gap == " " and place + 1 not in taken:
            yield Found(place, place + 1, POSSIBLE)


def _may_begin(reading: Reading, named: Iterable[Found]) -> Iterable[int]:
    """Where any of the names could begin: at a notable word, unless one begins with a usual word and has two."""
    firsts = [reading.words[each.first] for each in named if each.last > each.first]
    is_usual = any(word.sort in _LIKE_MOST and word.plain not in LEADING for word in firsts)
    return range(len(reading.words)) if is_usual else reading.notable


def _telling(reading: Reading, found: Found) -> Sequence[Word]:
    """The parts of a name that are somebody's name by themselves, too."""
    words = reading.words[found.first : found.last + 1]
    return words if len(words) == 1 else [word for word in words if _tells(word)]


def _tells(word: Word) -> bool:
    return len(word.plain) > _INITIALS and word.sort in sorts.HARDLY_WORDS


def _is_hardly_a_word(word: Word) -> bool:
    """Whether a word that is somebody's name once in a text is so again, more often than not."""
    if word.sort in sorts.HARDLY_WORDS:
        return not word.owns or not word.is_honored
    is_somebody = word.case is cases.CAPITALIZED or (word.opens and word.plain in FIRM)
    return is_somebody and word.plain not in IDEAS and word.sort is sorts.AMBIGUOUS
