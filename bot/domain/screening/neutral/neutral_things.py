"""What stands for whatever else points at somebody: a room, that week, a number."""

import re
from typing import Final

from bot.domain.screening.findings import IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral.neutral_roles import PATIENTS, RELATIVES, ROLES
from bot.domain.screening.neutral.neutral_times import for_a_day, for_an_age
from bot.domain.screening.neutral.swaps import Swap, length_of, with_article

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
_SHELTER: Final = LatePattern(r"\b(?:shelter|inn)\b", re.IGNORECASE)
_CLINIC: Final = LatePattern(r"\b(?:clinic|practice)\b", re.IGNORECASE)
_COUNTY: Final = LatePattern(r"\bcounty\b", re.IGNORECASE)
_RESERVATION: Final = LatePattern(r"\b(?:reservation|rez)\b", re.IGNORECASE)
_ISLAND: Final = LatePattern(r"\bisland\b", re.IGNORECASE)
_QUARTER: Final = LatePattern(r"\b(?:neighbou?rhood|district|quarter|projects?)\b", re.IGNORECASE)
_STREET: Final = LatePattern(r"\A\D+\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd)\b", re.IGNORECASE)
_CLOSER: Final = {
    IdentifierKind.ADDRESS: ((_CLINIC, "a clinic"), (_SHELTER, "a shelter"), (_STREET, "a street")),
    IdentifierKind.PLACE: (
        (_COUNTY, "a county"),
        (_RESERVATION, "a reservation"),
        (_ISLAND, "an island"),
        (_QUARTER, "a neighborhood"),
        (_STREET, "a street"),
    ),
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
    r"\b(?:mrn|acct|account|record|chart|case|claim|member|policy|encounter|visit|id|badge|serial|s/n|number|no|nr|phone"
    r"|cell|tel|fax|pager|ext|extension|plate|license|tag|passport|ssn|social|csn)\.?(?P<cut>[ :#.=-]{1,3})\Z",
    re.IGNORECASE,
)
_NEXT_LABEL: Final = LatePattern(r"\A (?:mrn|dob|d\.o\.b|phone|tel|acct|csn|id)\b", re.IGNORECASE)
_WHAT_IT_IS: Final = LatePattern(
    r"\A (?:county|reservation|rez|island|neighbou?rhood|district|quarter|projects?|area)\b", re.IGNORECASE
)
"""A place can be told with what it is, of which only its name was found."""
_SHORTENED: Final = LatePattern(r"\b(?:st|ave|rd|blvd|dr|ln|hwy|ct)\Z", re.IGNORECASE)
_GOES_ON: Final = LatePattern(r"\A\.(?=[,;]| [a-z0-9(])")
_STATE: Final = LatePattern(r"\A,? (?!OK\b|ED\b|ER\b|OR\b|IV\b|I\b)[A-Z]{2}\b")

_ONLY: Final = LatePattern(r"(\bthe (?:only|sole|lone|first|one)\b)", re.IGNORECASE)
_BY_THE_WRITER: Final = LatePattern(r"\A(?:as|i|i'm|i’m|im|being|we|we're|my|our|only|sole)\b", re.IGNORECASE)
_AS_THE_WRITER: Final = LatePattern(
    r"\b(?:i['’]?m|i am|i was|as|being) (?:(?:still|also|now) )?(?:the |an? )?(?:one )?\Z", re.IGNORECASE
)
_NAMELY_ME: Final = LatePattern(r"\A, (?:me|i|myself)\b", re.IGNORECASE)
_OF_THE_WRITER: Final = LatePattern(r"\A(?:as|i|i'm|i’m|im|i was|i am|being|we|we're) ?\Z", re.IGNORECASE)
_THE: Final = LatePattern(r"\b(?:the|an?) \Z", re.IGNORECASE)
_BUT_ME: Final = LatePattern(r"\A (?:but|except|besides) (?:for )?me\b", re.IGNORECASE)
_NOBODY: Final = LatePattern(r"(?:no other|nobody|no ?one|none|only one of us)\b", re.IGNORECASE)
_PATIENT: Final = "patient"
_ROLE: Final = LatePattern(rf"\b{ROLES}\b", re.IGNORECASE)
_WHERE: Final = LatePattern(r" (?:in|on|at|of|from|with|who|here)\b", re.IGNORECASE)
_THE_ONE: Final = LatePattern(r"\bthe (?:one|only) \Z", re.IGNORECASE)
_ON_A_TEAM: Final = LatePattern(r"\A (?:rotation|team|service|unit|floor|class|cohort|ward)\b", re.IGNORECASE)

_DOES_SOMETHING: Final = LatePattern(
    r"\A (?:told|tells|said|says|asked|asks|wants?|wanted|cried|laughed|smiled|loves?|loved|likes?|liked|thanked|called"
    r"|refused|refuses|needs|needed|hates?|hated|died|knows?|knew|felt|feels|hugged|apologized|who\b"
    r"|is (?:an?|so|asking|deaf|blind|scared|crying|awake|asleep|dying|calling|back|tired|sad|angry|alone"
    r"|intubated|gone)\b"
    r"|has (?:an?|no) (?:wife|husband|son|daughter|dog|cat|family|visitors?)\b|got (?:extubated|intubated"
    r"|discharged|worse"
    r"|better)\b|coded\b|knits\b|snores\b|keeps (?:asking|calling)\b|never (?:asks|complains|sleeps)\b)"
)
_ITS_PATIENT: Final = LatePattern(
    rf"{_DOES_SOMETHING.pattern}|\A['’]s (?:\w{{1,15}} )?(?:{RELATIVES}|family|nurse|face|hands?|voice|story)\b"
)
_AT_A_PLACE: Final = LatePattern(
    r"\b(?:in|into|inside|from|to|at|of|near|outside|by|past|behind|on|around|beside|toward|towards|for|w|with)"
    r" (?:(?:the|my|our|his|her|their|an?) )?\Z",
    re.IGNORECASE,
)
_TO_SOMEBODY: Final = LatePattern(
    r"\b(?:tell|told|telling|ask|asked|asking|thanked|hugged|promised|fed|comforted) \Z", re.IGNORECASE
)
_NEXT_TO_A_ROOM: Final = LatePattern(r"\b(?:room|rm)\.? ?\d{1,4}[a-z]?,? \Z", re.IGNORECASE)
"""Of a room and its bed only what stands last may have been found."""
_BED: Final = LatePattern(r"\b(?:beds?|bay)\b", re.IGNORECASE)
_TWO: Final = LatePattern(r"\d (?:and|&) \d")
_UNIT: Final = LatePattern(
    r"\b(?:unit|floor|ward|north|south|east|west|tower|icu|picu|nicu|micu|sicu)\b", re.IGNORECASE
)
_ROOM: Final = LatePattern(r"\b(?:rooms?|rm)\b", re.IGNORECASE)


def for_a_thing(kind: IdentifierKind, said: str, before: str, after: str) -> Swap:
    """Neutral words for what a text says of some kind, between what stands before and behind it."""
    match kind:
        case IdentifierKind.AGE:
            return for_an_age(said, before, after)
        case IdentifierKind.DATE:
            return for_a_day(said, before, after)
        case IdentifierKind.ROOM:
            return _room(said, before, after)
        case IdentifierKind.ONLY_ONE:
            return _only_one(said, before, after)
        case _:
            return (_number(before, after) if kind in _NUMBERS else None) or _plain(kind, said, after)


def _number(before: str, after: str) -> Swap | None:
    """A number that its own label announces needs no word."""
    if _NUMBER_IS.search(before):
        return Swap("on file")
    label = _LABEL.search(before)
    if label and ":" in label["cut"]:
        return Swap("on file," if _NEXT_LABEL.match(after) else "on file")
    return Swap("", before=len(label["cut"])) if label else None


def _room(said: str, before: str, after: str) -> Swap:
    """A room that speaks is whoever lies in it; somebody "in room 412" is not that room."""
    room = _NEXT_TO_A_ROOM.search(before)
    lead = before[: room.start()] if room else before
    if _TO_SOMEBODY.search(lead) or (_ITS_PATIENT.match(after) and not _AT_A_PLACE.search(lead)):
        return Swap("the patient", before=length_of(room))
    if room:
        return Swap("a room", before=length_of(room))
    if _TWO.search(said):
        return Swap("two beds" if _BED.search(said) and not _ROOM.search(said) else "two rooms")
    if _BED.search(said) and not _ROOM.search(said):
        return Swap("a bed")
    return Swap("a unit" if _UNIT.search(said) and not _ROOM.search(said) else "a room")


def _only_one(said: str, before: str, after: str) -> Swap:
    """ "I'm the only student here" is "I'm a student here", and "the only deaf patient" is "a patient"."""
    if _NOBODY.match(said):
        return Swap("few are like me", after=length_of(_BUT_ME.match(after)))
    lead, only, rest = _ONLY.split(said, maxsplit=1) if _ONLY.search(said) else ("", "", "")
    of_the_writer = _BY_THE_WRITER.match(said) or _AS_THE_WRITER.search(before) or _NAMELY_ME.match(after)
    if not only and not of_the_writer:
        return Swap("one of a few", before=length_of(_THE.search(before)))
    if not only or _OF_THE_WRITER.match(lead):
        words = "a student"
    else:
        roles = _ROLE.findall(_WHERE.split(rest, maxsplit=1)[0])
        words = with_article(_PATIENT if roles[-1].lower() in PATIENTS else roles[-1]) if roles else "one of a few"
    the_one = _THE_ONE.search(before) or (None if only else _THE.search(before))
    return Swap(f"{lead}{words}", length_of(the_one), length_of(_ON_A_TEAM.match(after)))


def _plain(kind: IdentifierKind, said: str, after: str) -> Swap:
    what_it_is = _WHAT_IT_IS.match(after) if kind is IdentifierKind.PLACE else None
    whole = said + (what_it_is[0] if what_it_is else "")
    words = next((words for word, words in _CLOSER.get(kind, ()) if word.search(whole)), _PLAIN[kind])
    if what_it_is:
        return Swap(words, after=length_of(what_it_is))
    if _SHORTENED.search(said):
        return Swap(words, after=length_of(_GOES_ON.match(after)))
    return Swap(words, after=length_of(_STATE.match(after)) if kind is IdentifierKind.PLACE else 0)
