"""Rooms that are called rooms: "rm 412", "bed 7", "seclusion room 2", "bay C"; and "no room 4 error"."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.room_words import IN_WORDS, NO_COUNT, SPOKEN, lead_of
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_LINK: Final = r"(?:[ .#:-]{1,3}(?:(?:number|no|num|nr)\b[ .#:]{0,2})?)"
_NUMBER: Final = r"(?:\d{1,4}(?:-\d{1,4})?(?:-?[a-h]\b)?|[a-h]-?\d{1,4}[a-h]?)"
_ROOM: Final = LatePattern(
    r"\b(?:(?:rooms?|habitaci[oó]n|zimmer|chambre|sala|quarto|kamer|stanza|cama|bett|letto|isolation|incubators?|cots?"
    r"|trolley|side ?room|resus|rms?|r(?=[ #]{1,2}\d{3}\b)|bed(?:space|s)?|bays?|cubicles?|suites?|stalls?"
    r"|bassinets?|cribs?"
    r"|isolettes?|warmers?)"
    rf"(?:{_LINK}(?P<number>{_NUMBER})|(?P<close>\d{{1,4}}(?:-\d{{1,4}})?(?:-?[a-h]\b)?))"
    rf"|(?:units?|wards?|pods?|wing|curtains?|module)(?:{_LINK}(?P<unit>{_NUMBER})|\d{{1,4}}(?:-?[a-h]\b)?)"
    rf"|(?:room|rm|bay|bed)(?: number)? (?P<words>(?:{SPOKEN}|{IN_WORDS})(?:[ -][b-d]\b)?))"
    rf"{NO_COUNT}"
    r"(?: (?:north|south|east|west)\b(?! (?:of|african|american|asian|indian|korea\w?)\b))?"
)
# "No room 4 error", "room 2 breathe": a number may be a word.
_SPELLS_A_WORD: Final = LatePattern(
    r" (?:of (?!the\b|our\b)|improvement|errors?|growth|doubt|debate|all\b|us\b|you\b|u\b|me\b|them\b|everyone"
    r"|everybody|hope|interpretation"
    r"|both\b|one\b|mistakes?|fun\b|change|discussion|breathe|grow|think|move|spare|be\b|talk|sit\b|cry\b|learn"
    r"|improve|maneuver|bed\b|room\b|go\b|fail|lie\b|die\b|sleep|rest\b|stand|get\b|do\b|have|make|walk|feel|say\b"
    r"|(?:wheel|bedside )?(?:chair|commode)|w/?c\b|toilet|bathroom|stretcher|gurney|floor\b|standing|walker"
    r"|(?:door|window)\b)"
)
_SOME: Final = LatePattern(r"\b(?:an?|no|any|some|enough|more|need|make|made|little|much|is|there's|leaves?) \Z")
# Else it is a day after an operation.
_IN_A_POD: Final = LatePattern(r"\b(?:in|from|to|at|of|into|our|the|by|cover|[a-z]{0,5}icu,?) $")
_NO_WARD: Final = LatePattern(
    r"(?: (?:and|&|or) \d{1,2})? (?:of (?:(?:the|my|this|our) (?:\w{3,14} )?(?:book|course|exam|module|curriculum"
    r"|text)|blood"
    r"|prbcs?|ffp|platelets|plasma|cryo|insulin)\b|exam|test|quiz|lecture"
    r"|in the (?:book|course))"
)
_LETTERED: Final = LatePattern(
    r"\b(?i:(?:exam|labor|isolation|trauma|family|consult|treatment|hall(?:way)?) (?=room|bay|bed))?"
    r"(?i:room|rm|bed|pod|bay|unit|ward|wing|suite|hall(?:way)?(?: (?:spot|chair|slot|space|stretcher|cot|recliner))?"
    r"|tower)\.? (?P<letter>[A-H])\b(?! or [A-H]\b|\.[A-Za-z]|'"
    r"|-)(?! (?:little|lot|bit|few))"
)
_LETTERED_SMALL: Final = LatePattern(
    r"\b(?:(?:hall(?:way)? )?(?:room|rm|bed|pod|bay|wing|suite|tower)"
    r"|hall(?:way)? (?:spot|chair|slot|space|stretcher|cot|recliner)) (?P<letter>[b-h])(?![\w'./-])(?! (?:diff"
    r"|section|spine|little|lot"
    r"|bit|few)\b)"
)
_TRIGGERS: Final = words_of(
    "habitaci habitacion zimmer chambre sala quarto kamer stanza cama bett letto isolation incubator incubators cot"
    " cots"
    " trolley side sideroom resus r room rooms rm rms bed beds bedspace bedspaces bay bays cubicle cubicles suite"
    " suites stall stalls bassinet"
    " bassinets"
    " crib cribs isolette isolettes warmer warmers unit units ward wards pod"
    " pods wing curtain curtains module hall hallway tower"
)
_LETTERED_BEGINS: Final = _TRIGGERS | words_of("exam labor isolation trauma family consult treatment hallway")
_LETTERS: Final = frozenset("bcdefgh")


def find_numbered_rooms(wording: Wording) -> Iterator[Finding]:
    """Every room, bed or unit that is called so, with its number or letter and with what it is for."""
    if not wording.has(_TRIGGERS):
        return
    for match in chain(wording.beginning(_TRIGGERS, _ROOM), *_letters(wording)):
        if match.re is _ROOM.made and _is_no_room(match, wording):
            continue
        lead = lead_of(wording.before(match.start(), 40), wording)
        yield Finding(match.start() - lead, match.end(), IdentifierKind.ROOM)


def _is_no_room(match: re.Match[str], wording: Wording) -> bool:
    return _spells_a_word(match, wording) or (match["unit"] is not None and _is_no_ward(match, wording))


def _is_no_ward(match: re.Match[str], wording: Wording) -> bool:
    """Whether "POD 2" is a day after an operation, or "unit 2" a part of a book."""
    is_day = match[0].startswith("pod") and not _IN_A_POD.search(wording.before(match.start(), 8))
    return is_day or _NO_WARD.match(wording.lower, match.end()) is not None


def _spells_a_word(match: re.Match[str], wording: Wording) -> bool:
    """Whether the number is a word: "no room 4 error", "bed 2 chair", "a bed 2 sleep in"."""
    if (match["number"] or match["unit"]) not in {"2", "4"}:
        return False
    goes_on = wording.text[match.end() : match.end() + 1] == " "
    is_some = goes_on and _SOME.search(wording.before(match.start(), 8)) is not None
    return is_some or _SPELLS_A_WORD.match(wording.lower, match.end()) is not None


def _letters(wording: Wording) -> Iterator[Iterator[re.Match[str]]]:
    if not (wording.has(_LETTERS) or " A" in wording.text):
        return
    yield wording.beginning(_LETTERED_BEGINS, _LETTERED, capitals=True)
    yield wording.beginning(_LETTERED_BEGINS, _LETTERED_SMALL)
