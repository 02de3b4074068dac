"""Rooms, beds, bays, units: "rm 412", "bed 7", "6 North bed 2", "on 5W", "the pt in 12A", "the guy in 14".

What makes it hard: stages and grades (3B), times in bed (3 times, 24 hours), "no room 4 error", numbers of people.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Finding
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.departments import find_departments
from bot.domain.screening.structure.doors import find_doors
from bot.domain.screening.structure.numbered_rooms import find_numbered_rooms
from bot.domain.screening.structure.occupied_rooms import find_occupied_rooms
from bot.domain.screening.structure.room_words import NO_COUNT
from bot.domain.screening.structure.spoken_rooms import find_spoken_rooms
from bot.domain.screening.structure.wording import Wording

# Further numbers of a list, which no plural noun follows that they would count; and on which side a bed stands.
_MORE: Final = LatePattern(
    rf"(?: on (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    rf"|tenth) floor\b)?"
    rf"(?:(?:, ?#?\d{{1,4}}[a-h]?){{0,4}}"
    rf"(?:,? (?:and|&|n|or|through|thru)) #?\d{{1,4}}[a-h]?{NO_COUNT}"
    r"(?! (?!(?:was|is|has|does|as|this|his|always|yes|plus|us|perhaps)\b)[a-z]{2,14}s\b))?"
    r"(?:-(?:window|door|wall|aisle|bathroom|hall|corner)(?:[ -]?side)?\b| (?:window|door|hall) (?:side|bed)\b)?"
)
_WITHOUT_DIGITS: Final = (find_numbered_rooms, find_spoken_rooms)
_RULES: Final = (*_WITHOUT_DIGITS, find_departments, find_occupied_rooms, find_doors)


def find_rooms(wording: Wording) -> Iterator[Finding]:
    """Every room, bed, bay or unit that is told by its number, letter or name, with those that are listed behind it."""
    rules = _RULES if wording.numeric else _WITHOUT_DIGITS
    for found in chain.from_iterable(rule(wording) for rule in rules):
        more = _MORE.match(wording.lower, found.end) if wording.numeric else None
        if more and more.end() > found.end:
            yield Finding(found.start, more.end(), found.kind, found.confidence)
        else:
            yield found
