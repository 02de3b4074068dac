"""What stands for an age or a day: very old, late in life, long ago, that week."""

import re
from typing import Final

from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.neutral.swaps import Swap, length_of

_UNIT_OF_AGE: Final = LatePattern(
    r"\A(?:[FM]\b|[ -](?:something|ish|plus)\b"
    r"|[ -]?(?:years?(?:[ -]old| of age)?|y\.?/?o\.?|yrs?(?:[ -]old)?)(?![\w]))",
    re.IGNORECASE,
)
_DOTTED: Final = LatePattern(r"\.o\Z", re.IGNORECASE)
_ITS_DOT: Final = LatePattern(r"\A\.(?= [a-z]|[,;:!?)])")
_IN_A_NUMBER_OF_YEARS: Final = LatePattern(r"\bin (?:her|his|their|the|my) (?:early |mid |late )?\Z", re.IGNORECASE)
_OF_AN_AGE: Final = LatePattern(r"\b(?:(?:the |an? )?age(?: of)?|aged) \Z", re.IGNORECASE)
_AT: Final = LatePattern(r"\bat (?:(?:the )?age (?:of )?)?\Z", re.IGNORECASE)
_LIVED_TO: Final = LatePattern(
    r"\b(?P<till>to|until|till) (?:be |see )?(?:(?:the |an )?age (?:of )?)?\Z", re.IGNORECASE
)
_TURNS: Final = LatePattern(r"\b(?P<turn>turn|turns|turned|turning) \Z", re.IGNORECASE)
_HAS: Final = {"turn": "have", "turns": "has", "turned": "had", "turning": "having"}
_YEAR: Final = LatePattern(r"\b1[89]\d\d\b")
_IN_A_YEAR: Final = LatePattern(r"\b(?:(?:back )?in|on|around|about)(?: the year)? \Z", re.IGNORECASE)
_BORN: Final = LatePattern(r"\bborn(?P<cut> (?:(?:in|on)(?: the)? )?)\Z", re.IGNORECASE)
_OLD_ONES: Final = LatePattern(r"\b(?:centenarian|nonagenarian)", re.IGNORECASE)
_DESCRIBED: Final = LatePattern(r"\b(?:the|an?|my|our|this|that|another) [\w-]{2,20} \Z", re.IGNORECASE)
_GOES_ON: Final = LatePattern(
    r"\A(?:[^\w\s(]|\s*\Z"
    r"| (?:who|was|is|had|has|with|and|told|said|asked|smiled|laughed|in|on|at|from|that|but|whose)\b)"
)
_ENDS_HERE: Final = LatePattern(r"\A(?:[.,;:!?)]|\Z)")
_YEARS_OLD: Final = LatePattern(r"\b(?:old|y\.?/?o\.?)\Z", re.IGNORECASE)
_IS: Final = LatePattern(
    r"(?:\b(?:is|was|are|were|am|be|being|turned|turns|turning|im|hes|shes)|['’](?:s|m|re)) (?:\w+ )?\Z", re.IGNORECASE
)

_BIRTHDAY: Final = LatePattern(
    r"\b(?:dob|d\.o\.b\.|date of birth|birth ?date|birthday)(?:'s|’s| is| was)?[ :=]{1,3}\Z", re.IGNORECASE
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


def for_an_age(said: str, before: str, after: str) -> Swap:
    """Not "in their nineties", which says as much as a number. What counts the years goes with them: "103F"."""
    unit = length_of(_UNIT_OF_AGE.match(after) or (_DOTTED.search(said) and _ITS_DOT.match(after)))
    counted = _YEARS_OLD.search(said + after[:unit]) is not None
    swap = _of_a_year(said, before) or _reached(before) or _in_words(said, before, after[unit:], counted=counted)
    return Swap(swap.words, swap.before, unit)


def for_a_day(said: str, before: str, after: str) -> Swap:
    """What was "on March 3rd" was "that week"."""
    if _BIRTHDAY.search(before):
        return Swap("on file")
    if _YEAR.search(said) and (born := _BORN.search(before)):
        return Swap("long ago", before=len(born["cut"]) - 1)
    if first := _SINCE.match(said):
        return Swap(f"{first[0]} that week")
    if not _OF_A_DAY.match(after):
        return Swap("that week", before=length_of(_ON_A_DAY.search(before)))
    if _OWN_DAY.search(before):
        return Swap("", before=1)
    return Swap("that week's", before=length_of(_THE_DAY.search(before)))


def _of_a_year(said: str, before: str) -> Swap | None:
    """Who was born "in 1930" was born "long ago"."""
    return Swap("long ago", before=length_of(_IN_A_YEAR.search(before))) if _YEAR.search(said) else None


def _reached(before: str) -> Swap | None:
    """Who "turned 97" had a birthday."""
    if turns := _TURNS.search(before):
        return Swap(f"{_HAS[turns['turn'].lower()]} a birthday", before=len(turns[0]))
    if lived := _LIVED_TO.search(before):
        return Swap(f"{lived['till']} a great age", before=len(lived[0]))
    return None


def _in_words(said: str, before: str, after: str, *, counted: bool) -> Swap:
    if said.lower().startswith("in "):
        return Swap("late in life")
    if _OLD_ONES.search(said):
        return Swap("very old person")
    for pattern, words in ((_IN_A_NUMBER_OF_YEARS, "late in life"), (_AT, "at a great age"), (_OF_AN_AGE, "very old")):
        if found := pattern.search(before):
            return Swap(words, before=len(found[0]))
    if before == " ":
        # It stands right behind somebody, whose name may go without a trace: "pt, very old, cried".
        return Swap(f", very old{'' if _ENDS_HERE.match(after) else ','}", before=1)
    is_noun = counted and not _IS.search(before) and _GOES_ON.match(after)
    if not is_noun:
        return Swap("very old")
    return Swap("very old person" if _DESCRIBED.search(before) else "a very old person")
