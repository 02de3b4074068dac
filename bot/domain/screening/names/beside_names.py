"""Names that are told by those beside them: "Dot, Earlene and Buck", "maria and samkelo"."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.found_names import NAME, POSSIBLE, Found
from bot.domain.screening.names.hand_words import IDEAS, is_eponymous
from bot.domain.screening.names.name_cues import EVERY_ROLE, SMALL
from bot.domain.screening.names.sorts import LIKE_NAMES
from bot.domain.screening.names.spoken_words import Reading, Word

_JOINS: Final = frozenset({"and", "n", "or"})
_COMMAS: Final = frozenset({", ", "/"})
_MOST: Final = 6
"""Longer lists of names that are everyday words nobody writes."""
_NOBODY: Final = SMALL | EVERY_ROLE
_LIKE_NAMES: Final = LIKE_NAMES - {sorts.PLACE, sorts.EPONYM}


def told_by_others(reading: Reading, found: Iterable[Found], taken: set[int]) -> Iterator[Found]:
    """Words that could be names, in one list with words that surely are; what they take is taken from then on."""
    for each in found:
        if each.confidence is None or each.kind is not NAME:
            continue
        for step in (-1, 1):
            place = each.first if step < 0 else each.last
            for _ in range(_MOST):
                further = _next_in_list(reading, place, step, taken)
                if further is None or further in taken or not _may_be_one(reading, further, like=reading.at[place]):
                    break
                taken.add(further)
                yield Found(further, further, POSSIBLE)
                place = further


def _next_in_list(reading: Reading, place: int, step: int, taken: AbstractSet[int]) -> int | None:
    """The place of what is listed next to a word, one way or the other, unless it is known."""
    nearest = reading.at[place + step]
    if nearest.plain in _JOINS:
        if nearest.gap in {" ", ", "}:
            behind = reading.at[place + 2 if step > 0 else place]
            return place + 2 * step if behind.gap == " " else None
    elif place + step in taken:
        return None
    gap = nearest.gap if step > 0 else reading.at[place].gap
    if gap == " & " or (gap in _COMMAS and _is_listed(reading, min(place, place + step))):
        return place + step
    return None


def _is_listed(reading: Reading, place: int) -> bool:
    """Whether a comma joins this word to the next, and sets off nobody who speaks: "Rain, Marcus and I"."""
    behind, further = reading.at[place + 2], reading.at[place + 3]
    if ":" in reading.at[place].gap or "(" in reading.at[place].gap:
        return True
    is_within = reading.at[place].gap in _COMMAS and reading.at[place - 1].case is cases.CAPITALIZED
    return is_within or behind.plain in _JOINS or (behind.gap in _COMMAS and further.plain in _JOINS)


def _may_be_one(reading: Reading, place: int, *, like: Word) -> bool:
    word = reading.at[place]
    if word.case is not like.case or word.owns or word.plain in _NOBODY:
        return False
    if word.case is cases.SMALL:
        return word.sort in sorts.HARDLY_WORDS and word.plain.isalpha() and not is_eponymous(word.plain)
    is_known = word.is_given or word.sort in _LIKE_NAMES
    return is_known and (word.plain not in IDEAS or reading.at[place + 1].plain in _JOINS)
