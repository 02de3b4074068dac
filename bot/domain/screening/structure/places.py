"""Places smaller than a state, put together from the ways they are told, with their state and what is by them.

States and countries may stay.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Finding
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.cued_places import find_cued_places
from bot.domain.screening.structure.known_places import find_known_places
from bot.domain.screening.structure.landmarks import find_landmarks
from bot.domain.screening.structure.short_towns import find_short_towns
from bot.domain.screening.structure.towns_beside import find_towns_beside
from bot.domain.screening.structure.wording import Wording

# What is told besides is a part of it: "by the water tower in Kearny", "off route 9 in Saugus".
_LEADS_TO: Final = LatePattern(
    r"\b(?:by|near|behind|across from|next to|off|under|past|beside|above|below|opposite) (?:the "
    r"|an? )?(?:[\w'-]{1,12} ){1,3}"
    r"(?:in|on|at|of) (?:the )?\Z"
)
_STATE_BEHIND: Final = LatePattern(
    r",? (?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY])\b|, (?P<state>[A-Z][a-z]{3,13}(?: [A-Z][a-z]{4,9})?)"
)


def find_places(wording: Wording) -> Iterator[Finding]:
    """Every town, county or neighborhood where somebody lives, is or comes from, with its state and what is by it."""
    for found in _places(wording):
        lead = _LEADS_TO.search(wording.before(found.start, 60))
        start = found.start - len(lead[0] if lead else "")
        yield Finding(start, _end_of_state(found.end, wording), found.kind, found.confidence)


def _end_of_state(end: int, wording: Wording) -> int:
    behind = _STATE_BEHIND.match(wording.text, end)
    is_state = behind is not None and (not behind["state"] or lexicon.is_state(behind["state"]))
    return behind.end() if behind and is_state else end


def _places(wording: Wording) -> Iterator[Finding]:
    yield from find_cued_places(wording)
    yield from find_towns_beside(wording)
    yield from find_known_places(wording)
    yield from find_landmarks(wording)
    yield from find_short_towns(wording)
