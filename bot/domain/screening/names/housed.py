"""Whether somebody is said to be in a room, a bed or a ward: "SK in 7b", "ramirez in 12 needs", "patel in obs"."""

from typing import Final

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names import sorts
from bot.domain.screening.names.name_cues import BEDS, DOES
from bot.domain.screening.names.spoken_words import Reading
from bot.domain.screening.word_sets import words_of

_WARDS: Final = words_of(
    "obs icu picu nicu micu sicu ccu cvicu pacu ed er ward preop pre-op postop post-op triage holding stepdown tele"
    " clinic isolation hospice rehab dialysis recovery observation maternity l&d"
)
_ROOMS: Final = BEDS | {"chair", "pod"}
_IN_WORDS: Final = words_of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty"
)
_OURS: Final = frozenset({"my", "our"})
_GROUPS: Final = words_of("cohort group class team rotation section")
_NUMBERED: Final = LatePattern(r"\d{1,4}[a-f]|[a-f]\d{1,2}")
_PLAIN: Final = LatePattern(r"(?!19\d\d|20\d\d)\d{1,4}")
"""And no year's."""


def is_in_a_room(reading: Reading, place: int) -> bool:
    """Whether "in" and where somebody lies follow, or "from" and a bed; but not "in 2 days" or "in the 90s"."""
    lead, where, following = reading.at[place + 1], reading.at[place + 2], reading.at[place + 3]
    if not lead.gap == where.gap == " " or reading.at[place].owns:
        return False
    if lead.plain != "in" and (lead.plain != "from" or where.plain not in _ROOMS):
        return False
    if where.plain in _ROOMS:
        return following.sort is sorts.NUMBER or _is_a_number_in_words(reading, place + 3)
    if _NUMBERED.fullmatch(where.plain):
        return True
    if where.sort is not sorts.NUMBER or not _PLAIN.fullmatch(where.plain):
        return False
    return following.opens or following.gap != " " or following.plain in DOES


def _is_a_number_in_words(reading: Reading, place: int) -> bool:
    """ "Bed six was", but not "in bed six hours"."""
    behind = reading.at[place + 1]
    return reading.at[place].plain in _IN_WORDS and (behind.opens or behind.gap != " " or behind.plain in DOES)


def is_of_our_group(reading: Reading, place: int) -> bool:
    """ "Shaq in my cohort", "dre from our class"."""
    lead, whose, group = (reading.at[place + step] for step in (1, 2, 3))
    is_ours = lead.plain in {"in", "from"} and whose.plain in _OURS and group.plain in _GROUPS
    return is_ours and lead.gap == whose.gap == group.gap == " "


def is_on_a_ward(reading: Reading, place: int) -> bool:
    """Whether a room follows, or a ward and what somebody there does: "patel in obs wants to leave", "ramirez in
    my cohort"."""
    if is_in_a_room(reading, place):
        return True
    if reading.at[place + 1].plain != "in":
        return False
    where, following = reading.at[place + 2], reading.at[place + 3]
    if where.plain in _OURS and following.plain in _GROUPS:
        return True
    is_ward = where.plain in _WARDS and where.gap == " "
    return is_ward and (following.opens or following.gap != " " or following.plain in DOES)
