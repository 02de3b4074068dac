"""Names as they are said aloud: '"Hyacinth, may I listen to your heart?"', "she goes honey its Dot"."""

from typing import Final

from bot.domain.screening.names import cases, sorts
from bot.domain.screening.names.hand_words import IDEAS
from bot.domain.screening.names.name_cues import EVERY_ROLE, SMALL
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_ASKED: Final = words_of(
    "may can could would will do did does don't are aren't is was were how what who where when why have it's this we"
    " we're i'm i i'd i'll let's you you're your thank thanks tell look listen wake squeeze breathe open hold please"
    " my"
)
"""What is said next to somebody who is called by name."""
_NOBODY: Final = (
    SMALL
    | EVERY_ROLE
    | words_of(
        "honey hon sweetie sweetheart dear darling love babe baby sugar sunshine buddy bud bro sis man boy girl son"
        " dude mom dad mama papa god lord jesus christ allah sir doc yes yeah yep sure please sorry hey hi hello thanks"
        " happy true fine bless mercy grace joy patience hope faith today tonight boss chief pal mate bunny angel"
        " precious princess king queen star page code alexa siri guy guys champ lady ace"
    )
)
"""Who or what begins such a sentence besides."""
_IS: Final = frozenset({"its", "it's", "im", "i'm", "am", "is"})
_ONLY: Final = frozenset({"just", "only", "actually", "really", "dr", "still"})
_CORRECTED: Final = words_of(
    "said says goes went replied laughed smiled whispered answered like corrected insisted honey hon no nope sweetie"
    " dear doc baby please call"
)
_NEVER_SAID: Final = SMALL | EVERY_ROLE | IDEAS
_FURTHEST: Final = 5


def is_called_to(reading: Reading, place: int) -> bool:
    """Whether a quotation begins with a name and goes on with what somebody is asked or told."""
    word, following = reading.words[place], reading.at[place + 1]
    if following.gap != ", " or not word.gap.endswith(('"', " '")) or word.case is not cases.CAPITALIZED:
        return False
    is_ever = word.is_given or word.sort is not sorts.ORDINARY
    return is_ever and following.plain in _ASKED and word.plain not in _NOBODY


def is_own_name(reading: Reading, place: int) -> bool:
    """Whether somebody says what to be called by: "she goes honey its Dot", "said its just Bud"."""
    word, following = reading.words[place], reading.at[place + 1]
    if word.case is not cases.CAPITALIZED or word.owns or not word.is_given or word.plain in _NEVER_SAID:
        return False
    if not (following.opens or following.gap != " "):
        return False
    last = place - 1 - (reading.at[place - 1].plain in _ONLY)
    says = reading.at[last]
    is_it = says.plain in _IS or (says.plain == "it" and says.owns)
    if not is_it or (says.plain in {"is", "am"} and reading.at[last - 1].plain not in {"it", "i"}):
        return False
    return says.gap.endswith('"') or any(reading.at[last - step].plain in _CORRECTED for step in range(1, _FURTHEST))
