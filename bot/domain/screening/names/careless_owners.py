"""Names with an "s" and without the apostrophe: "hamzas mom", "Oksanas phone"."""

from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.names import sorts
from bot.domain.screening.names.hand_words import FIRM
from bot.domain.screening.names.misspellings import resembles
from bot.domain.screening.names.name_cues import AFTER_A_NAME, BELONGINGS, DETERMINERS
from bot.domain.screening.names.spoken_words import Reading

_SHORTEST: Final = 4
_WORDS: Final = frozenset({sorts.AMBIGUOUS, sorts.ORDINARY})


def is_careless_owner(reading: Reading, place: int) -> bool:
    """Whether a word is somebody to whom what follows belongs."""
    word, owned, owner = reading.words[place], reading.at[place + 1], reading.words[place].plain[:-1]
    if word.plain[-1] != "s" or word.sort in _WORDS or owned.gap != " ":
        return False
    if owned.plain not in BELONGINGS:
        is_known = lexicon.is_common_name(owner) and not lexicon.is_eponym(owner)
        return (
            is_known
            and reading.at[place - 1].plain not in DETERMINERS
            and owned.sort is sorts.ORDINARY
            and owned.plain not in AFTER_A_NAME
        )
    if owner in FIRM or (lexicon.is_given(owner) and not lexicon.is_ordinary(owner)):
        return True
    is_free = reading.at[place - 1].plain not in DETERMINERS and (word.opens or word.gap in {" ", ", "})
    return is_free and word.sort is sorts.UNKNOWN and len(owner) >= _SHORTEST and not resembles(reading, word)
