"""Dates as students write them: 2026-03-14, 3/14/26, March 3rd, 22 Sept, on the 4th, Christmas Eve.

The hard part is what only looks like a date: scores (7/10), blood pressures (120/80), fractions (1/2 tablet), doses,
and ordinals ("on the 4th floor"). A bare 3/14 is therefore judged by the words around it.
"""

import re
from collections.abc import Iterator

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)"
_NTH_IN_WORDS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth"
)
_YEAR = r"(?:19|20)\d\d"
_UNIT = (
    r"(?:mg|mcg|µg|g|kg|ml|l|cc|units?|iu|meq|mmol|mmhg|bpm|mm|cm|h|hrs?|hours?|minutes?|times?"
    r"|tab(?:let)?s?|pills?|doses?|cups?|puffs?|drops?|days?|weeks?|months?|shifts?|nights?|patients?|pts?|people|points?)"
)
_NO_QUANTITY = rf"(?![\w/%]|[.,:]\d|-\d|\s?{_UNIT}\b)"

_WITH_YEAR = re.compile(
    rf"(?<![\w/.-])(?:{_YEAR}([-/.])(?:0?[1-9]|1[0-2])\1{_DAY}"
    rf"|(?:{_DAY}([-/.])(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])([-/.]){_DAY})(?:\2|\3)(?:{_YEAR}|\d\d))"
    r"(?![\w/]|[.-]\d)"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTHS})[ -]?(?:the )?"
    rf"(?:(?P<sure>{_NTH}\b|{_DAY},? {_YEAR}\b|{_YEAR}\b)|(?:{_NTH_IN_WORDS})\b(?![ -]year)|{_DAY}{_NO_QUANTITY})"
    rf"(?:,? {_YEAR}\b)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(?<![\w/.,:-])(?:(?P<sure>{_NTH} (?:of )?|(?:{_NTH_IN_WORDS}) of |{_DAY}(?=[ -]{_MONTHS},? {_YEAR}\b)[ -])"
    rf"|{_DAY}[ -](?:of )?)(?P<month>{_MONTHS})(?:,? {_YEAR}\b)?",
    re.IGNORECASE,
)
# Only where the sentence ends or goes on with a small word: "on the 4th floor" and "on the 3rd try" are no dates.
_ON_THE_NTH = re.compile(
    rf"\b(?:on|since|until|till) the {_NTH}\b"
    r"(?=\s*(?:[.,;:!?)\"]|-|$|\n| (?:and|at|when|after|before|but|because|for|with|to|we|she|he|i|they|it|that|who"
    r"|in|was|of (?:this|last|next|the) month|this|last|next)\b))",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b(?:Christmas (?:Eve|Day)|New Year'?s (?:Eve|Day)|Thanksgiving Day|Valentine'?s Day|Halloween night)\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\w/.,%-])(?P<one>\d\d?)/(?P<two>\d\d?)(?![\w/%]|[.,]\d)")
_DATE_BEFORE = re.compile(
    r"\b(?:on|since|until|till|through|week of|dated?|dob|born|seen|admit(?:ted)?|discharged?|surgery|delivered|died"
    r"|appointment|appt|follow-up)(?: (?:on|is|was))?[ :]{0,2}$",
    re.IGNORECASE,
)
_SCORE_BEFORE = re.compile(
    r"\b(?:gcs|mmse|moca|mini-cog|phq(?:-\d)?|gad(?:-\d)?|apgars?|scor(?:es?|ed|ing)|strength|pain|murmurs?|reflexes"
    r"|pulses|nihss|braden|rat(?:ed?|es|ing)|exam|quiz|vision|acuity|bp|pressures?|bipap|cpap|peep|ratio"
    r"|h/h|hgb|hct|insulin)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_COUNT_AFTER = re.compile(
    rf"\s?(?:{_UNIT}|of|on (?:the|a|my|her|his)|pain|strength|murmur|systolic|diastolic|bilateral(?:ly)?|throughout"
    r"|reflexes|pulses|correct|questions|stars|scale|score|ratio|rotations|classmates|students|visits|ago|chance)\b",
    re.IGNORECASE,
)
_USUAL_DENOMINATORS = frozenset({*range(2, 11), 12})
_IDIOMS = frozenset({(24, 7), (9, 11)})


def find_dates(text: str) -> Iterator[Finding]:
    """Every date in a folded text; a bare 3/14 without a word that makes it a date is only possible."""
    for pattern in (_WITH_YEAR, _ON_THE_NTH, _FEAST):
        for match in pattern.finditer(text):
            yield Finding(*match.span(), IdentifierKind.DATE)
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            if _is_month(match):
                yield Finding(*match.span(), IdentifierKind.DATE)
    for match in _SLASHED.finditer(text):
        confidence = _slashed_date(match, text)
        if confidence is not None:
            yield Finding(*match.span(), IdentifierKind.DATE, confidence)


def _is_month(match: re.Match[str]) -> bool:
    """Whether "may" or "march" means the month: capitalized, or beside a day that can be nothing else."""
    return match["month"].lower() not in {"may", "march"} or match["month"][0].isupper() or bool(match["sure"])


def _slashed_date(match: re.Match[str], text: str) -> Confidence | None:
    one, two = int(match["one"]), int(match["two"])
    if not _on_a_calendar(one, two) or _COUNT_AFTER.match(text, match.end()):
        return None
    before = text[max(0, match.start() - 60) : match.start()]
    scored = _SCORE_BEFORE.search(before) is not None
    score_like = one <= two and two in _USUAL_DENOMINATORS
    if _DATE_BEFORE.search(before) and not (scored and score_like):
        return Confidence.DEFINITE
    return None if scored or score_like or (one, two) in _IDIOMS else Confidence.POSSIBLE


def _on_a_calendar(one: int, two: int) -> bool:
    return (1 <= one <= 12 and 1 <= two <= 31) or (1 <= one <= 31 and 1 <= two <= 12)
