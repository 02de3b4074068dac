"""Names that are words where something is done to them: "gave rose the bad news", "held pearl's hand"."""

from typing import Final

from bot.domain.screening.names.hand_words import IDEAS
from bot.domain.screening.names.name_cues import DETERMINERS, GIVES, MEETS, SOMEBODY
from bot.domain.screening.names.name_or_thing import is_owned
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

POSSESSIVES: Final = frozenset({"his", "her", "their"})
_HE: Final = frozenset({"he", "she"})
_FROM: Final = MEETS | {"from", "with", "w", "to", "by"}
SENT: Final = words_of("note notes letter text texts card message call hug gift voicemail email drawing")
_LOST_AT: Final = words_of("at on this last today yesterday")
_ALSO_IDEAS: Final = words_of("lost miss love remember admire see saw seeing checked followed")
"""What is done with hope and grace as well."""


def is_object(reading: Reading, place: int) -> bool:
    """Whether a word is given something, sends something, owns something, or is met and then does something."""
    word, following = reading.words[place], reading.at[place + 1]
    if reading.at[place - 1].plain in DETERMINERS or word.gap != " ":
        return False
    if word.owns:
        return is_owned(reading, place)
    if _is_sender(reading, place):
        return True
    return following.gap == " " and (
        _is_given(reading, place)
        or _is_explained(reading, place)
        or _is_thanked_or_lost(reading, place)
        or _is_met_first(reading, place)
    )


def _is_sender(reading: Reading, place: int) -> bool:
    before, sent = reading.at[place - 1].plain, reading.at[place - 2].plain
    return before in {"from", "by"} and sent in SENT and reading.words[place].plain not in IDEAS


def _is_given(reading: Reading, place: int) -> bool:
    """ "Gave rose the bad news", but not "gave hope a chance"."""
    what = reading.at[place + 1].plain
    if reading.at[place - 1].plain not in GIVES or what not in DETERMINERS:
        return False
    return reading.words[place].plain not in IDEAS or what in POSSESSIVES


def _is_explained(reading: Reading, place: int) -> bool:
    """ "Text from faith my co-student"."""
    is_ours = reading.at[place + 1].plain in {"my", "our"} and reading.at[place + 2].plain in SOMEBODY
    return is_ours and reading.at[place - 1].plain in _FROM


def _is_thanked_or_lost(reading: Reading, place: int) -> bool:
    """ "Thank you faith for the coffee", "we lost ginger at 4am"."""
    second, before, following = (reading.at[place + step].plain for step in (-2, -1, 1))
    if before == "you" and second in {"thank", "bless"}:
        return following == "for"
    is_dead = before == "lost" and second in {"we", "we've", "i"} and following in _LOST_AT
    return is_dead and reading.words[place].plain not in IDEAS


def _is_met_first(reading: Reading, place: int) -> bool:
    """ "Examining hope and she called me out"."""
    before = reading.at[place - 1].plain
    is_met = before in MEETS and before not in _ALSO_IDEAS
    is_met |= before in {"about", "abt"} and reading.words[place].plain not in IDEAS
    return is_met and reading.at[place + 1].plain in {"and", "n"} and reading.at[place + 2].plain in _HE
