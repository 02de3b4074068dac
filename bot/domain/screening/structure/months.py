"""Dates with the name of a month: March 3rd, 22 Sept, feb12, the third of May, in March 2024, Sept '23.

"May" and "March" are verbs too, "Jun", "Jan", "April" and "August" names: a month counts beside a day or a year. A year
alone may stay, and so may a month alone, unless something happened to a patient in it: then it is possible.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_MONTHS: Final = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_ENDING: Final = r" ?(?:st|nd|rd|th)"
NTH: Final = rf"{DAY}{_ENDING}\b"
NTH_IN_WORDS: Final = (
    r"(?:(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth)"
)
YEAR: Final = r"(?:19|20)\d\d\b"
UNIT: Final = (
    r"(?:mg|mcg|µg|g|kg|ml|l|cc|units?|iu|meq|mmol|mmhg|bpm|mm|cm|h|hrs?|hours?|min|mins|minutes?|times?|flights?"
    r"|tab(?:let)?s?|pills?|doses?|cups?|puffs?|drops?|days?|weeks?|months?|years?|shifts?|nights?|patients?|pts?"
    r"|people"
    r"|points?|more|out of|of us|floors?|steps?|miles|blocks|laps|rotations?|students?)"
)
_NO_QUANTITY: Final = rf"(?![\w/%]|[.,:]\d|-\d|\s?{UNIT}\b)"
_UNTIL: Final = rf"(?: ?(?:-|to|through|thru|and) ?(?:the )?{DAY}(?:{_ENDING}\b|{_NO_QUANTITY}))?"
_AND_YEAR: Final = rf"(?:(?:,? ?| of ){YEAR}|,? '\d\d\b)?"

_MONTH_FIRST: Final = LatePattern(
    rf"(?<![^\W_])(?P<month>{_MONTHS})\b\.?[ -]?(?:the )?"
    rf"(?:(?P<sure>{NTH}|{DAY},? {YEAR}|'\d\d\b(?!s)|(?:of )?{YEAR}(?! steps))|{NTH_IN_WORDS}\b(?![ -](?:year|grade"
    rf"|time|line))"
    rf"|{DAY}{_NO_QUANTITY}){_UNTIL}{_AND_YEAR}"
)
_TIGHT: Final = LatePattern(rf"(?<![^\W_])(?P<month>{_MONTHS})(?P<sure>{DAY})(?:{_ENDING})?(?![\w/%]|[.,:]\d|-\d)")
_DAY_FIRST: Final = LatePattern(
    rf"(?<![\w/.,:-])(?:(?P<sure>{NTH}[ -]?(?:of )?|{DAY}(?=[ -]?{_MONTHS}\b\.?,?[ -]?(?:{YEAR}|'\d\d))[ -]?)"
    rf"|{DAY}[ -]?(?:of )?)(?P<month>{_MONTHS})\b(?:\.?,?[ -]?{YEAR}|\.?,? '\d\d\b|-\d\d\b)?"
)
_WORD_FIRST: Final = LatePattern(rf"\b(?P<sure>{NTH_IN_WORDS} of )(?P<month>{_MONTHS})\b(?:\.?,? {YEAR})?")
_HAPPENED: Final = LatePattern(
    r"\b(?:admit(?:ted)?|discharged|dc'?d|diagnosed|dx(?:'?d|ed)?|born|died|passed(?: away)?|delivered"
    r"|transplant(?:ed)?|surgery|operation"
    r"|operated on|amputation|stroke|overdosed|miscarried|hospitalized|seen|here|inpatient|baby|miscarriage|biopsy"
    r"|chemo|relapsed?|due)"
    r"(?: (?:back|again|was|were|happened|started|ended|in hospital|on the unit|with us))?"
    rf" (?:in|since|from|until|last|this)(?: (?:early|mid|late|mid to late))? (?P<month>{_MONTHS})\b(?![ -]\d)"
)
# Behind one of these, "may 3" and "march 3" are dates in small letters too.
_DATE_BEFORE: Final = re.compile(
    r"\b(?:on|since|until|till?|from|by|before|after|as of|(?:night|day|morning|week) of|(?:b-?day|birth ?day"
    r"|anniversary|dob|born|due date|due|appt"
    r"|appointment|surgery|date|discharge|d/?c)(?:'?s| is| was| will be| falls on)?)[: ]{1,2}$"
)
# "We may 2 times" and "they march 3 by 3" have who does so before; "back in may 2 of them quit" only counts.
_VERB_BEFORE: Final = re.compile(
    r"(?:^|[^a-z] |\b(?:i|you|u|we|he|she|they|it|that|this|who|one|to|in|last|of)|[a-z]s) ?$"
)
_ENDS: Final = LatePattern(
    r"(?:[,.;:!?)]|$|\n)| (?:and|but|so|then|because|bc|at|is|was|if|when|after|which|i|we|she|he|they|it|works?)\b"
)
# Holidays are judged by themselves.
_HOLIDAY: Final = frozenset({"fourth of july", "4th of july"})
_TRIGGERS: Final = words_of(
    "jan january feb february febuary mar march apr april may jun june jul july aug august sep sept sepember september"
    " oct october nov november dec december"
)


def find_months(wording: Wording) -> Iterator[Finding]:
    """Every date of which the month is named; a month in which something happened to a patient is only possible."""
    if not wording.has(_TRIGGERS):
        return
    for match in chain(wording.beginning(_TRIGGERS, _MONTH_FIRST), _days_first(wording)):
        if _is_month(match, wording):
            yield Finding(*match.span(), IdentifierKind.DATE, _confidence(match, wording))
    for match in wording.near(_TRIGGERS, _HAPPENED, reach=(80, 24)):
        yield Finding(*match.span("month"), IdentifierKind.DATE, Confidence.POSSIBLE)


def _days_first(wording: Wording) -> Iterator[re.Match[str]]:
    yield from wording.before_digits(_TRIGGERS, _TIGHT)
    yield from wording.at_digits(_DAY_FIRST)
    yield from wording.near(_TRIGGERS, _WORD_FIRST, reach=(40, 30))


def _is_month(match: re.Match[str], wording: Wording) -> bool:
    """Whether "may" or "march" may mean the month, since nobody who could march stands before it."""
    if match[0] in _HOLIDAY:
        return False
    if _is_surely_month(match, wording):
        return True
    ends = _ENDS.match(wording.lower, match.end())
    return ends is not None and _VERB_BEFORE.search(wording.before(match.start(), 8)) is None


def _confidence(match: re.Match[str], wording: Wording) -> Confidence:
    return Confidence.DEFINITE if _is_surely_month(match, wording) else Confidence.POSSIBLE


def _is_surely_month(match: re.Match[str], wording: Wording) -> bool:
    """Whether "may" or "march" means the month: capitalized, beside a day that can be nothing else, or behind a word
    that leads to a date."""
    is_verb = match["month"] in {"may", "march"}
    if not is_verb or wording.text[match.start("month")].isupper() or match["sure"]:
        return True
    return _DATE_BEFORE.search(wording.before(match.start())) is not None
