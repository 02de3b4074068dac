"""How far a name goes: "Maria Lopez", "Abu Bakr al-Masri", "Tanisha W.", "HERNANDEZ, LUIS"."""

from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.famous_names import THINGS_OF
from bot.domain.screening.names.hand_words import FIRM
from bot.domain.screening.names.name_cues import (
    CONJUNCTIONS,
    EVERY_ROLE,
    HONORS,
    IRREGULAR,
    PARTICLES,
    SAYS,
    SMALL,
    SUFFIXES,
    TITLES,
)
from bot.domain.screening.names.places_of_names import says_something
from bot.domain.screening.names.sorts import LIKE_NAMES, NAMES
from bot.domain.screening.names.spoken_words import Reading, Word
from bot.domain.screening.word_sets import words_of

_MOST_PARTICLES: Final = 3
_LEADING: Final = frozenset({"van", "von", "der", "den", "del", "di", "al", "el", "ibn", "bin", "ter"})
_INSIDE: Final = _LEADING | {"de", "la", "las", "los", "da", "dos", "du", "bint", "ben"}
_SHORT_PARTS: Final = words_of("an my do so to be man no on")
"""What Vietnamese names share with small words: "Nguyễn Văn An"."""
_SHORT_FIRSTS: Final = frozenset({"an", "do"})
_LONGEST: Final = 6
_GAPS: Final = frozenset({" ", ". ", "."})
_SHORT: Final = 2
_SHORT_FIRST: Final = 4
_NO_PART: Final = EVERY_ROLE | THINGS_OF | (SMALL - words_of("one two three four five six seven eight nine ten"))
_SPOKEN: Final = LIKE_NAMES | {sorts.ORDINARY}
BEGIN_LAST_NAMES: Final = words_of(
    "two three four one red white black yellow blue little big good long running standing sitting walking spotted iron"
    " young old crow eagle bear bull horse wolf hawk elk thunder cloud many strong afraid"
)
_END_LAST_NAMES: Final = words_of(
    "bull bulls bear bears horse horses hawk hawks elk eagle eagles wolf wolves crow crows feather feathers cloud"
    " clouds thunder deer buffalo owl owls hat knife bonnet shield arrow arrows lance tail wound bird goat goats fox"
    " moon lightning lodge plume whirlwind boy robe shirt"
)
"""First and second half of last names on the Plains: "two bulls", "red cloud"."""


def begins_with_particles(reading: Reading, place: int) -> bool:
    """Whether small particles stand before a capital, as in "van der Berg"."""
    return grown_left(reading, place) < place


def grown_left(reading: Reading, place: int) -> int:
    """The place of a name's particles before it: "van der Berg"."""
    word = reading.words[place]
    if word.gap != " " or word.case is not cases.CAPITALIZED:
        return place
    before = reading.at[place - 1]
    if before.case is cases.CAPITALIZED:
        is_short = before.plain in _SHORT_FIRSTS and not before.opens
        if is_short or _is_rare_first(before, word):
            return place - 1
    first = place
    while (
        place - first < _MOST_PARTICLES
        and reading.words[first].gap == " "
        and reading.at[first - 1].plain in (_INSIDE if reading.at[first - 1].case is cases.CAPITALIZED else _LEADING)
    ):
        first -= 1
    return first


def _is_rare_first(before: Word, word: Word) -> bool:
    """Whether a short word before a name is its first part, though an everyday word: "Pa Houa", "Tou Ger"."""
    if before.sort is not sorts.ORDINARY or before.owns or word.opens:
        return False
    if len(before.plain) > _SHORT_FIRST or before.plain in TITLES or before.plain in SMALL:
        return False
    return word.sort in sorts.RARE and (before.is_given or before.is_family)


def grown(reading: Reading, place: int) -> int:
    """The place of a name's last word: "Maria Lopez", "Abu Bakr al-Masri", "Tanisha W.", "HERNANDEZ, LUIS"."""
    last = place
    while last - place < _LONGEST:
        further = _next_part(reading, last)
        if further is None:
            break
        last = further
    return last


def _next_part(reading: Reading, last: int) -> int | None:
    word, following = reading.words[last], reading.at[last + 1]
    if word.owns or following.sort is sorts.NOTHING:
        return None
    if word.sort is sorts.CASELESS:
        return last + 1 if following.sort is sorts.CASELESS and following.gap in {" ", "", "・", "·"} else None
    if following.gap == ", " and is_turned_around(word, following):
        return last + 1
    if following.gap != " " and not (following.gap == ". " and word.sort is sorts.LETTER and not following.opens):
        return None
    if word.case is cases.SMALL:
        return _small_part(reading, last + 1)
    return _capital_part(reading, last + 1)


def is_turned_around(word: Word, following: Word) -> bool:
    """Whether a family name and a comma stand before the rest: "HERNANDEZ, LUIS", "TRAN, VAN DUC", "Nguyen, Anh"."""
    if word.sort is sorts.EPONYM and following.sort is sorts.EPONYM:
        return False
    if following.gap != ", " or word.case is not following.case or word.case is cases.SMALL:
        return False
    if word.case is cases.LOUD and word.is_family and following.is_given:
        return len(following.plain) > _SHORT
    if word.opens and word.is_family and not word.is_given and following.plain in FIRM:
        return word.sort in LIKE_NAMES
    if following.sort not in NAMES:
        return False
    return word.case is cases.LOUD or (word.is_family and not word.is_given)


def _small_part(reading: Reading, place: int) -> int | None:
    """ "lopez" in "maria lopez", and "cruz" in "maria de la cruz"."""
    far = place
    while far - place < _MOST_PARTICLES and reading.at[far].plain in _INSIDE and reading.at[far].gap == " ":
        far += 1
    if far > place:
        return (
            far
            if reading.at[far].sort in NAMES and reading.at[far].case is cases.SMALL and reading.at[far].gap == " "
            else None
        )
    if _is_a_small_pair(reading, place):
        return place + 1
    return place if _is_small_part(reading, place) else None


def _is_a_small_pair(reading: Reading, place: int) -> bool:
    """ "Two bulls" in "delphine two bulls"."""
    first, second = reading.at[place], reading.at[place + 1]
    is_pair = first.plain in BEGIN_LAST_NAMES and second.plain in _END_LAST_NAMES
    return is_pair and reading.at[place - 1].is_given and first.is_small and second.is_small and second.gap == " "


def _is_small_part(reading: Reading, place: int) -> bool:
    word = reading.at[place]
    if word.plain in SMALL or word.plain in EVERY_ROLE or word.case is not cases.SMALL:
        return False
    if word.sort in NAMES and not (reading.is_english or word.sort is sorts.COMMON):
        return False
    if word.sort in NAMES or word.sort is sorts.EPONYM:
        return len(word.plain) > 2
    following = reading.at[place + 1]
    if word.is_given and following.gap == " " and following.plain.endswith("ed") and following.sort is sorts.ORDINARY:
        return True
    return word.is_family and (says_something(reading, place, SAYS) or _is_last_before_more(reading, place))


def _is_last_before_more(reading: Reading, place: int) -> bool:
    """ "Mamadou bah because …": a last name that is also a word, but no verb."""
    word, following = reading.at[place], reading.at[place + 1]
    if word.plain in IRREGULAR or word.plain in SAYS or word.plain.endswith(("ed", "s", "ing")):
        return False
    return word.sort is sorts.AMBIGUOUS and following.gap == " " and following.plain in CONJUNCTIONS


def _capital_part(reading: Reading, place: int) -> int | None:
    word = reading.at[place]
    if word.plain in PARTICLES and word.case is cases.SMALL:
        far = behind_particles(reading, place)
        return far if far > place else None
    if word.plain in HONORS and word.gap == " " and reading.at[place - 1].sort in NAMES:
        return place
    if word.plain in SUFFIXES or (word.sort is sorts.LETTER and word.case is not cases.SMALL and word.plain != "i"):
        return place
    if _is_descriptive(reading, place):
        return place + 1
    if _is_short_part(reading, place):
        return place
    if word.case is cases.SMALL or word.plain in SMALL or reading.at[place - 1].case is not word.case:
        return None
    is_part = word.sort in LIKE_NAMES or word.is_family or _is_rare_last(reading, place)
    return place if is_part else None


def _is_rare_last(reading: Reading, place: int) -> bool:
    """ "Tou Ger": a short word behind a name that few bear, though an everyday one."""
    word = reading.at[place]
    if not word.is_called or word.plain in _NO_PART:
        return False
    is_rare = len(word.plain) <= _SHORT_FIRST and reading.at[place - 1].sort in sorts.RARE
    return is_rare or word.is_given


def _is_short_part(reading: Reading, place: int) -> bool:
    """Whether a small word with a capital is the last part of a longer name, or of one with marks: "Trần My"."""
    word, before = reading.at[place], reading.at[place - 1]
    if not (word.plain in _SHORT_PARTS and word.case is cases.CAPITALIZED and word.is_called):
        return False
    is_longer = (
        before.gap == " "
        and reading.at[place - 2].case is cases.CAPITALIZED
        and reading.at[place - 2].sort in LIKE_NAMES
    )
    return before.case is cases.CAPITALIZED and (is_longer or not before.shown.isascii())


def _is_descriptive(reading: Reading, place: int) -> bool:
    """Whether an everyday word and another follow a name, both with capitals: "Winona Two Bulls", "Naw Paw Htoo"."""
    first, second = reading.at[place], reading.at[place + 1]
    if first.sort is not sorts.ORDINARY or not {first.plain, second.plain}.isdisjoint(_NO_PART):
        return False
    return all(
        word.is_called and word.case is cases.CAPITALIZED and word.gap == " " and word.sort in _SPOKEN
        for word in (first, second)
    )


def behind_particles(reading: Reading, place: int) -> int:
    """The place of "Cruz" in "de la Cruz", else the one given."""
    far = place
    while far - place < _MOST_PARTICLES and reading.at[far].case is cases.SMALL and reading.at[far].plain in PARTICLES:
        far += 1
    return far if reading.at[far].case is cases.CAPITALIZED and reading.at[far].gap == " " else place


def behind_small_particles(reading: Reading, place: int) -> int:
    """The place of "heijden" in "van der heijden", else the one given. Behind two of them any last name counts."""
    far = place
    while far - place < _MOST_PARTICLES and reading.at[far].plain in PARTICLES and reading.at[far].gap in _GAPS:
        far += 1
    word = reading.at[far]
    if far == place or word.gap != " ":
        return place
    is_last = word.is_small and word.is_family and word.plain not in SMALL and reading.at[place].plain in _INSIDE
    # "De la O" is a family too.
    is_last = is_last or (word.plain == "o" and far - place > 1)
    return far if word.sort in LIKE_NAMES or is_last else place
