"""Everything that points at a person, put together from the rules of its kinds, and the names of the roster.

Every pattern is bounded and unambiguous, so that a hostile text takes no longer than an ordinary one.
"""

from collections.abc import Iterable
from typing import Final

from bot.domain.screening.findings import Confidence, Finding
from bot.domain.screening.names.person_names import find_person_names
from bot.domain.screening.roster import find_on_roster
from bot.domain.screening.structure.addresses import find_addresses
from bot.domain.screening.structure.ages import find_ages
from bot.domain.screening.structure.among_us import find_among_us
from bot.domain.screening.structure.codes import find_codes
from bot.domain.screening.structure.contacts import find_contacts
from bot.domain.screening.structure.dates import find_dates
from bot.domain.screening.structure.facilities import find_facilities
from bot.domain.screening.structure.firsts import find_firsts
from bot.domain.screening.structure.links import find_links
from bot.domain.screening.structure.numbers import find_bare_numbers, find_numbers
from bot.domain.screening.structure.places import find_places
from bot.domain.screening.structure.plates import find_plates
from bot.domain.screening.structure.rooms import find_rooms
from bot.domain.screening.structure.small_houses import find_small_houses
from bot.domain.screening.structure.spoken_codes import find_spoken_codes
from bot.domain.screening.structure.standing_out import find_standing_out
from bot.domain.screening.whole_text import WholeText

# Where two begin at the same place, the first of this list names the finding.
STRUCTURES: Final = (
    find_numbers,
    find_contacts,
    find_links,
    find_codes,
    find_bare_numbers,
    find_spoken_codes,
    find_plates,
    find_addresses,
    find_dates,
    find_ages,
    find_rooms,
    find_facilities,
    find_small_houses,
    find_places,
    find_standing_out,
    find_among_us,
    find_firsts,
)


def find_identifiers(text: WholeText, *, roster: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything in a text that points at somebody, in order and without overlaps. Places count in the given text."""
    found = [
        *(finding for rule in STRUCTURES for finding in rule(text.wording)),
        *find_on_roster(text, roster),
        *find_person_names(text.reading),
    ]
    apart = without_overlaps(found)
    if text.is_as_typed:
        return tuple(apart)
    # What was left out is as much of one finding as of the next.
    typed = (Finding(*text.span(each.start, each.end), each.kind, each.confidence) for each in apart)
    return tuple(without_overlaps(typed))


def without_overlaps(found: Iterable[Finding]) -> list[Finding]:
    """Findings that overlap become one, as long as all of them and of the first one's kind, so that nothing is left."""
    apart: list[Finding] = []
    for finding in sorted(found, key=lambda each: each.start):
        if not apart or finding.start >= apart[-1].end:
            apart.append(finding)
            continue
        last = apart.pop()
        sure = Confidence.DEFINITE in (last.confidence, finding.confidence)
        confidence = Confidence.DEFINITE if sure else Confidence.POSSIBLE
        apart.append(Finding(last.start, max(last.end, finding.end), last.kind, confidence))
    return apart
