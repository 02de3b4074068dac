"""Everything that points at a person, put together from the rules of its kinds, and the names of the roster.

Every pattern is bounded and unambiguous, so that a hostile text takes no longer than an ordinary one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.domain.screening.addresses import find_addresses
from bot.domain.screening.ages import find_ages
from bot.domain.screening.characters import fold
from bot.domain.screening.codes import find_codes
from bot.domain.screening.contacts import find_contacts
from bot.domain.screening.dates import find_dates
from bot.domain.screening.facilities import find_facilities
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.known_names import is_only_words
from bot.domain.screening.links import find_links
from bot.domain.screening.numbers import find_bare_numbers, find_numbers
from bot.domain.screening.person_names import find_person_names
from bot.domain.screening.places import find_places
from bot.domain.screening.rooms import find_rooms
from bot.domain.screening.standing_out import find_standing_out
from bot.domain.screening.wording import Wording

# Where two begin at the same place, the first of this list names the finding.
STRUCTURES: Final = (
    find_numbers,
    find_contacts,
    find_links,
    find_codes,
    find_bare_numbers,
    find_addresses,
    find_dates,
    find_ages,
    find_rooms,
    find_facilities,
    find_places,
    find_standing_out,
)

_WORD = re.compile(r"\w+")
_BETWEEN: Final = re.compile(r"[^\S\n]{1,9}|[-']")
_BEHIND_AN_INITIAL: Final = re.compile(r"\.[^\S\n]{0,9}")
_INITIAL: Final = 2
"""So short a word of a name may have a dot: "Alice J. Chen", "Dr. Kim"."""


def find_identifiers(text: str, *, roster: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Everything in a text that points at somebody, in order and without overlaps. Places count in the given text."""
    folded = fold(text)
    wording = Wording.of(folded.text)
    found = [
        *(finding for rule in STRUCTURES for finding in rule(wording)),
        *_on_roster(folded.text, roster),
        *find_person_names(folded.text),
    ]
    return tuple(
        Finding(*folded.span(finding.start, finding.end), finding.kind, finding.confidence)
        for finding in without_overlaps(found)
    )


def _on_roster(text: str, roster: Iterable[str]) -> Iterator[Finding]:
    """Names and ids of the roster as whole words, in capitals or not; looked up by their first word. A name of nothing
    but ordinary words is meant only where all of them are capitalized."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for entry in roster:
        words = tuple(_WORD.findall(fold(entry).text.casefold()))
        if words:
            names.setdefault(words[0], set()).add(words)
    spoken = list(_WORD.finditer(text))
    for place, word in enumerate(spoken):
        for name in names.get(word[0].casefold(), ()):
            said = spoken[place : place + len(name)]
            if tuple(each[0].casefold() for each in said) == name and _is_one_name(text, said):
                yield Finding(word.start(), said[-1].end(), IdentifierKind.NAME)


def _is_one_name(text: str, said: Sequence[re.Match[str]]) -> bool:
    """Whether words stand together as those of one name do, with nothing else between them."""
    if len(said) > 1 and is_only_words(each[0] for each in said) and not all(_is_called(each[0]) for each in said):
        return False
    return all(_is_near(text, one, other) for one, other in pairwise(said))


def _is_near(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    has_dot = len(one[0]) <= _INITIAL and _BEHIND_AN_INITIAL.fullmatch(between)
    return bool(has_dot or _BETWEEN.fullmatch(between))


def _is_called(word: str) -> bool:
    """Whether it is written as names are, and not only said loudly ("I WILL")."""
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


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
