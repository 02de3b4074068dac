"""What stands for whatever else points at somebody: a room, that week, a number."""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.screening.findings import IdentifierKind
from bot.domain.screening.late_patterns import LatePattern


@dataclass(frozen=True, slots=True)
class Swap:
    """Neutral words for a stretch of a text, and how many characters around it they take the place of too."""

    words: str
    before: int = 0
    after: int = 0


_PLAIN: Final = {
    IdentifierKind.MENTION: "somebody",
    IdentifierKind.EMAIL: "an e-mail address",
    IdentifierKind.LINK: "a website",
    IdentifierKind.PHONE: "a number",
    IdentifierKind.RECORD: "a number",
    IdentifierKind.DEVICE: "a number",
    IdentifierKind.PLATE: "a license plate",
    IdentifierKind.ADDRESS: "an address",
    IdentifierKind.PLACE: "a town",
    IdentifierKind.FACILITY: "a hospital",
}
_SCHOOL: Final = LatePattern(r"\b(?:elementary|school|high|college|university|academy)\b", re.IGNORECASE)
_WORSHIP: Final = LatePattern(r"\b(?:church|temple|mosque|synagogue|parish)\b", re.IGNORECASE)
_HOME: Final = LatePattern(r"\b(?:rehab|rehabilitation|nursing|hospice|manor|assisted|living|home)\b", re.IGNORECASE)
_SHELTER: Final = LatePattern(r"\bshelter\b", re.IGNORECASE)
_CLINIC: Final = LatePattern(r"\b(?:clinic|practice)\b", re.IGNORECASE)
_COUNTY: Final = LatePattern(r"\bcounty\b", re.IGNORECASE)
_STREET: Final = LatePattern(r"\A\D+\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd)\b", re.IGNORECASE)
_CLOSER: Final = {
    IdentifierKind.ADDRESS: ((_CLINIC, "a clinic"), (_SHELTER, "a shelter"), (_STREET, "a street")),
    IdentifierKind.PLACE: ((_COUNTY, "a county"), (_STREET, "a street")),
    IdentifierKind.FACILITY: (
        (_SCHOOL, "a school"),
        (_WORSHIP, "a place of worship"),
        (_HOME, "a care home"),
        (_SHELTER, "a shelter"),
        (_CLINIC, "a clinic"),
    ),
}
"""The first word of these that stands in it says more closely what it is."""
_NUMBERS: Final = frozenset({IdentifierKind.PHONE, IdentifierKind.RECORD, IdentifierKind.DEVICE, IdentifierKind.PLATE})
_NUMBER_IS: Final = LatePattern(
    r"\b(?:number|phone|cell|pager|fax|mrn|id|line|account|e-?mail|address|extension)(?:'s| is| was) \Z", re.IGNORECASE
)
_LABEL: Final = LatePattern(
    r"\b(?:mrn|acct|account|record|chart|case|claim|member|policy|encounter|visit|id|badge|serial|number|no|nr|phone"
    r"|cell|tel|fax|pager|ext|extension|plate|license|tag|passport|ssn|csn)\.?(?P<cut>[ :#.=-]{1,3})\Z",
    re.IGNORECASE,
)

_UNIT_OF_AGE: Final = LatePattern(
    r"\A(?:[FM]\b|[ -]?(?:years?(?:[ -]old| of age)?|y\.?/?o\.?|yrs?(?:[ -]old)?)(?![\w]))", re.IGNORECASE
)
_IN_A_NUMBER_OF_YEARS: Final = LatePattern(r"\bin (?:her|his|their|the|my) (?:early |mid |late )?\Z", re.IGNORECASE)
_OF_AN_AGE: Final = LatePattern(r"\b(?:(?:the |an? )?age(?: of)?|aged) \Z", re.IGNORECASE)
_AT: Final = LatePattern(r"\bat (?:(?:the )?age (?:of )?)?\Z", re.IGNORECASE)
_OLD_ONES: Final = LatePattern(r"\b(?:centenarian|nonagenarian)", re.IGNORECASE)
_GOES_ON: Final = LatePattern(
    r"\A(?:[^\w\s(]|\s*\Z"
    r"| (?:who|was|is|had|has|with|and|told|said|asked|smiled|laughed|in|on|at|from|that|but|whose)\b)"
)
_YEARS_OLD: Final = LatePattern(r"\b(?:old|y\.?/?o\.?)\Z", re.IGNORECASE)
_IS: Final = LatePattern(
    r"(?:\b(?:is|was|are|were|am|be|being|turned|turns|turning|im|hes|shes)|['’](?:s|m|re)) (?:\w+ )?\Z", re.IGNORECASE
)

_THE_DAY: Final = LatePattern(r"\b(?:the|this|that) \Z", re.IGNORECASE)
_ON_A_DAY: Final = LatePattern(r"\b(?:(?:on|in)(?: the| this| that)?|the|this|that) \Z", re.IGNORECASE)
_SINCE: Final = LatePattern(r"(?:since|until|till|from|after|before|through)\b", re.IGNORECASE)
_OF_A_DAY: Final = LatePattern(
    r"\A (?:admission|shift|surgery|visit|appointment|appt|call|night|morning|evening|afternoon|dinner|lunch|rounds"
    r"|clinic|exam|scan|labs|note|discharge|lecture|procedure|birthday|party|transfer|delivery)\b",
    re.IGNORECASE,
)
_OWN_DAY: Final = LatePattern(r"\b(?:my|our|your|his|her|their) \Z", re.IGNORECASE)

_ONLY: Final = LatePattern(r"(\bthe (?:only|sole|lone|first)\b)", re.IGNORECASE)
_OF_THE_WRITER: Final = LatePattern(r"\A(?:as|i|i'm|i’m|im|i was|i am|being|we|we're) ?\Z", re.IGNORECASE)
_ON_A_TEAM: Final = LatePattern(r"\A (?:rotation|team|service|unit|floor|class|cohort|ward)\b", re.IGNORECASE)

_DOES_SOMETHING: Final = LatePattern(
    r"\A (?:told|tells|said|says|asked|asks|wants?|wanted|cried|laughed|smiled|loves?|loved|likes?|liked|thanked|called"
    r"|refused|refuses|needs|needed|hates?|hated|died|knows?|knew|felt|feels|hugged|apologized|is (?:a|an|so)\b|who\b)"
)
_BED: Final = LatePattern(r"\b(?:bed|bay)\b", re.IGNORECASE)
_UNIT: Final = LatePattern(
    r"\b(?:unit|floor|ward|north|south|east|west|tower|icu|picu|nicu|micu|sicu)\b", re.IGNORECASE
)
_ROOM: Final = LatePattern(r"\b(?:room|rm)\b", re.IGNORECASE)


def for_a_thing(kind: IdentifierKind, said: str, before: str, after: str) -> Swap:
    """Neutral words for what a text says of some kind, between what stands before and behind it."""
    match kind:
        case IdentifierKind.AGE:
            return _age(said, before, after)
        case IdentifierKind.DATE:
            return _date(said, before, after)
        case IdentifierKind.ROOM:
            return _room(said, after)
        case IdentifierKind.ONLY_ONE:
            return _only_one(said, after)
        case _:
            return (_number(before) if kind in _NUMBERS else None) or Swap(_plain(kind, said))


def _number(before: str) -> Swap | None:
    """A number that its own label announces needs no word."""
    if _NUMBER_IS.search(before):
        return Swap("on file")
    label = _LABEL.search(before)
    return Swap("", before=len(label["cut"])) if label else None


def _age(said: str, before: str, after: str) -> Swap:
    """Not "in their nineties", which says as much as a number. What counts the years goes with them: "103F"."""
    unit = _length(_UNIT_OF_AGE.match(after))
    counted = _YEARS_OLD.search(said + after[:unit]) is not None
    swap = _in_words(said, before, after[unit:], counted=counted)
    return Swap(swap.words, swap.before, unit)


def _in_words(said: str, before: str, after: str, *, counted: bool) -> Swap:
    if said.lower().startswith("in "):
        return Swap("late in life")
    if _OLD_ONES.search(said):
        return Swap("very old person")
    for pattern, words in ((_IN_A_NUMBER_OF_YEARS, "late in life"), (_AT, "at a great age"), (_OF_AN_AGE, "very old")):
        if found := pattern.search(before):
            return Swap(words, before=len(found[0]))
    is_noun = counted and not _IS.search(before) and _GOES_ON.match(after)
    return Swap("a very old person" if is_noun else "very old")


def _date(said: str, before: str, after: str) -> Swap:
    """What was "on March 3rd" was "that week"."""
    if first := _SINCE.match(said):
        return Swap(f"{first[0]} that week")
    if not _OF_A_DAY.match(after):
        return Swap("that week", before=_length(_ON_A_DAY.search(before)))
    if _OWN_DAY.search(before):
        return Swap("", before=1)
    return Swap("that week's", before=_length(_THE_DAY.search(before)))


def _room(said: str, after: str) -> Swap:
    """A room that speaks is whoever lies in it."""
    if _DOES_SOMETHING.match(after):
        return Swap("the patient")
    if _BED.search(said) and not _ROOM.search(said):
        return Swap("a bed")
    return Swap("a unit" if _UNIT.search(said) and not _ROOM.search(said) else "a room")


def _only_one(said: str, after: str) -> Swap:
    """ "I'm the only student here" is "I'm a student here"."""
    lead, only, _ = _ONLY.split(said, maxsplit=1) if _ONLY.search(said) else ("", "", "")
    is_writer = not only or _OF_THE_WRITER.match(lead)
    return Swap(f"{lead}{'a student' if is_writer else 'one of a few'}", after=_length(_ON_A_TEAM.match(after)))


def _plain(kind: IdentifierKind, said: str) -> str:
    return next((words for word, words in _CLOSER.get(kind, ()) if word.search(said)), _PLAIN[kind])


def _length(found: re.Match[str] | None) -> int:
    return len(found[0]) if found else 0
