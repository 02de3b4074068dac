"""Dates as students write them: 2026-03-14, 3/14/26, 03/2024, on the 4th, Tuesday the 14th; months and holidays beside.

The hard part is what only looks like a date: scores (7/10), blood pressures (120/80), fractions (1/2 tablet), doses,
and ordinals ("on the 4th floor"). A bare 3/14 is therefore judged by the words around it.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.holidays import find_holidays
from bot.domain.screening.structure.months import DAY, NTH, NTH_IN_WORDS, UNIT, YEAR, find_months
from bot.domain.screening.structure.months_abroad import find_months_abroad
from bot.domain.screening.structure.neighbors import is_behind_numbers
from bot.domain.screening.structure.wording import BEFORE_DIGITS, BESIDE_DIGITS, FROM_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

_MONTH: Final = r"(?:0?[1-9]|1[0-2])(?!\d)"
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_WITH_YEAR: Final = LatePattern(
    rf"(?<![\w/.-])(?:{YEAR}([-/.]){_MONTH}\1{DAY}"
    rf"|(?:{DAY}([-/.]){_MONTH}|{_MONTH}([-/.]){DAY})(?:\2|\3)(?:{YEAR}|'?\d\d))"
    r"(?![\w/]|[.-]\d)"
)
_MONTH_AND_YEAR: Final = LatePattern(
    rf"(?<![\w/.,-])(?:{_MONTH}/{YEAR}|(?:19|20)\d\d[-/](?:0[1-9]|1[0-2]))(?![\w/%-]|[.,]\d)"
)
# Only where the sentence ends or goes on with a small word: "on the 4th floor" and "on the 3rd try" are no dates.
_GOES_ON: Final = (
    r"(?=\s{0,9}(?:[.,;:!?)\"]|-|$|\n| (?:and|at|when|after|before|but|because|for|with|to|we|she|he|i|they|it|that|who"
    r"|in|was|is|my|her|his|our|the|w|so|then|now|not|again|already|instead|probably|maybe|if|unless|too|only"
    r"|since|which"
    r"|until|as|while|just|but|still|morning|night|afternoon|evening|today|he's|she's|hes|shes|they're|theyre|i've"
    r"|ive|around|of (?:the|this|last|next|that) month|this"
    r"|last|next|no|nobody|none|everyone|there|things|you|pt|all|bc|hopefully|both|were|had|[a-z]{3,9}ing|each"
    r"|finally|without"
    r"|hoping|everything|nothing|[a-z]{3,9}ed)\b))"
)
_ON_THE_NTH: Final = LatePattern(
    rf"\b(?:on|since|until|till|til|from|as of|come) the (?:{NTH}(?: (?:and|or|to|through|-) (?:the )?{NTH}"
    rf"|(?! (?:and|or|to) (?:the )?\d(?!\d?[/-]\d)))"
    rf"){_GOES_ON}"
)
_ON_THE_NTH_IN_WORDS: Final = LatePattern(
    rf"\b(?:on|since|until|till|til|as of|come) the (?!(?:first|second|third)\b){NTH_IN_WORDS}\b{_GOES_ON}"
)
# Two days together: "the 9th and the 11th both times", "between the 3rd and the 9th", "on call the 5th and 8th".
_TWO_DAYS: Final = LatePattern(
    rf"\b(?P<date>the {NTH},? (?:and|&|n|or|to|through|until|till|thru|then) (?:(?:on|by|again) )?the {NTH}){_GOES_ON}"
    rf"|\b(?:work(?:ed|ing)?|call|off|nights?|shifts?|here|admitted) (?P<two>(?:the )?{NTH},? (?:and|&|n|or|to|through)"
    rf" (?:the )?{NTH}){_GOES_ON}"
)
_DAYS_IN_WORDS: Final = words_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
_BY_THE_NTH: Final = LatePattern(
    rf"\b(?:yesterday|today|tomorrow|tonight|starts|begins|ends|by|before|after|through|for|around|to|till|dc'?d"
    rf"|discharged?|admit(?:ted)?|home|night of|morning of|born"
    rf"|died|due|b-?day|birthday|wedding|funeral|hearing|graduation|party|appointment|appt|procedure|transplant"
    rf"|biopsy|scan"
    rf"|went home|came|arrived|left|started|began|returned|surgery|scheduled|came in|pushed|moved|bumped|postponed"
    rf"|delayed|rescheduled|off|dc|d/c|call|(?:now|so) it'?s|it'?s now|worked|working|meeting)(?: for| to"
    rf"| until| till| is"
    rf"| was)?"
    rf" (?P<date>the (?:1[3-9]|2\d|3[01]|1[0-2]|0?[4-9])(?:st|nd|rd|th)\b){_GOES_ON}"
)
# A day that was hard; but so may the fourth of anything be that was counted before.
_NTH_WAS: Final = LatePattern(
    r"(?:\A|[.!?\n] ?|(?<= out )|(?<=that )|(?<= says )|(?<=cause )|(?<= bc )|(?<= and )|(?<= but )|(?<= so"
    r" ))(?P<date>the (?:1[0-9]|2\d|3[01]|0?[4-9])(?:st|nd|rd|th))(?=[.:]| -| (?:was|is|will be)(?:"
    r" (?:so|such"
    r"|really|a|an|the|my|very|pretty|too|just|one|such a|her|his)){0,2} (?:hard|hardest|rough|roughest|long|longest"
    r"|tough|brutal|awful|sad|saddest|bad|worst|good|great|best|busy|busiest|quiet|horrible|terrible|crazy|day|one|off"
    r"|last|birthday|bday|surgery|discharge)\b)"
)
# "The 3rd was my first death."
_NTH_WAS_FIRST: Final = LatePattern(
    r"(?:\A|[.!?\n] ?)(?P<date>the (?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?= was (?:my first (?:code|death|delivery"
    r"|birth"
    r"|night|day|shift|call)|(?:the )?(?:first|last) time (?:i|we|she|he|they)|when (?:i|we|she|he|they))\b)"
)
# "Her last good day, the 17th, was mine too."
_BESIDE: Final = LatePattern(
    r"[,;:(-] ?(?P<date>the (?:1[0-9]|2\d|3[01]|0?[4-9])(?:st|nd|rd|th))(?=[,.;:!?)]|$|\n| ?-)"
)
_EVENT_WAS: Final = LatePattern(
    r"\b(?:code|surgery|funeral|wake|birthday|b-?day|admission|wedding|due date|appt|appointment|biopsy"
    r"|transplant|delivery"
    r"|scan|discharge|party|hearing|graduation|c-?section|anniversary|chemo|dialysis"
    r"|(?:last|next|best|worst|big|good|bad|hard|hardest|only|final) (?:day|night|shift|visit|dose)) (?:is|was|will be)"
    r" (?P<date>the (?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))(?=[.,;!?)]|$|\n| (?:and|but|so|then|at)\b)"
)
_OF_NO_MONTH: Final = words_of(
    "floor floors grade year years percentile century street ave avenue rib chapter attempt attempts try tries time"
    " times stick sticks question questions third fourth"
)
_COUNTED: Final = words_of(
    "first second third attempt attempts try tries time times stick sticks question questions patient"
    " patients pts three four five six seven eight nine ten"
)
_WEEKDAY_NTH: Final = LatePattern(rf"\b{_WEEKDAY},? (?:the )?{NTH}(?! (?:floor|year|time|grade))")
_WEEKDAY_SLASHED: Final = LatePattern(rf"\b{_WEEKDAY},? \d\d?/\d\d?(?![\w/])")
_WEEKDAYS: Final = frozenset(
    start + end
    for start in ("mon", "tue", "tues", "wed", "wednes", "thu", "thur", "thus", "thurs", "fri", "sat", "satur", "sun")
    for end in ("", "day")
)
_JOINED: Final = LatePattern(r"[-/.]\d")
_THE_NTH: Final = LatePattern(rf"the {NTH}")
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
# "Bumped to the twenty third" is no third time of anything.
_COMPOUND_DAY: Final = LatePattern(
    rf"\b(?:on|since|until|till|til|as of|come|by|for|to|is|was|it's|its) the"
    rf" (?P<date>(?:twenty|thirty)[ -]{{1,2}}(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    rf"|ninth)\b){_GOES_ON}"
)
_FROM_THE_NTH_IN_WORDS: Final = LatePattern(
    rf"\b(?:from|between) (?P<date>the (?!(?:first|second|third)\b){NTH_IN_WORDS} (?:to|and|through|until|till)"
    rf" the {NTH_IN_WORDS})\b(?! (?:floor|grade|rib|percentile))"
)
_TENS: Final = frozenset({"twenty", "thirty"})
# "Lost the baby 14.02.": a number with two decimals is seldom followed by a full stop and goes on.
_WITH_FULL_STOPS: Final = LatePattern(r"(?<![\w.,/-])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?=[,;:)]| [a-z])")
_OF_THE_MONTH: Final = LatePattern(rf"\b(?:the )?(?:{NTH}|{NTH_IN_WORDS}) of (?:this|last|next|the|that|every) month\b")

_SLASHED: Final = LatePattern(
    r"(?<![\w/.,%-])(?P<one>\d\d?)/(?P<two>\d\d?)(?P<until> ?(?:-|to|through|thru) ?\d\d?/\d\d?)?(?![\w/%]|[.,]\d|-\d)"
)
_DATE_BEFORE: Final = LatePattern(
    r"\b(?:on|since|until|till|til|through|thru|week of|dated?|dob|b-?day|birthday|born|seen|admit(?:ted)?|adm"
    r"|discharged?|dc'?d"
    r"|d/c'?d?|surgery"
    r"|delivered|died|came in|night of|morning of|day of|from|moved to|scheduled for|due|appointment|appt|follow-up|f/u"
    r"|visit|pushed to|rescheduled to|set for|booked for|procedure|transplant|biopsy|chemo|scan|mri|ct)"
    r"(?: (?:on|is|was|date|for))?[ :,(]{0,2}$"
)
_SCORE_BEFORE: Final = LatePattern(
    r"\b(?:gcs|mmse|moca|mini-cog|phq(?:-\d)?|gad(?:-\d)?|apgars?|scor(?:es?|ed|ing)|strength|pain|murmurs?|reflexes"
    r"|pulses|nihss|braden|rat(?:ed?|es|ing)|exam|quiz|vision|acuity|bp|pressures?|bipap|cpap|peep|ratio"
    r"|h/h|hgb|hct|insulin|rubric|points|epworth|ces-d|audit|cage)\b[^.!?\n]{0,40}$"
)
_COUNT_AFTER: Final = LatePattern(
    rf"\s?(?:{UNIT}|of|on (?:the|a|my|her|his)|pain|strength|murmur|systolic|diastolic|bilateral(?:ly)?|throughout"
    r"|reflexes|pulses|correct|questions|stars|scale|score|ratio|rotations|classmates|students|visits|ago|chance"
    r"|split|seconds|secs?|dehydration|recommend|would)\b"
)
_USUAL_DENOMINATORS: Final = frozenset({*range(2, 11), 12})
_DAY_AFTER: Final = LatePattern(
    r" (?:was|is|will be) (?:(?:the|a|my|our|such|so|really|very) ){1,2}(?:[a-z]{3,9} )?(?:day|night|hardest|worst"
    r"|saddest"
    r"|longest|anniversary|funeral|birthday)\b"
)
# With dashes only where a day is told: "since 9-3", and not "3-4 hours".
_DASHED: Final = LatePattern(
    rf"(?<![\d.])(?:0?[1-9]|1[0-2])-{DAY}(?:-\d\d)?(?![\w/%-]|[.,]\d|\s?{UNIT}\b| ?(?:am|pm|a\.m|p\.m|in favor))"
)
_BEFORE_DASHED: Final = LatePattern(
    r"\b(?:since|admit(?:ted)?|adm|discharged|dc'?d|born|died|dated|signed|consent(?:ed)?|surgery|delivered|dx'?d?"
    r"|diagnosed"
    r"|scheduled|intubated|extubated|transferred)(?: on| for|:)? \Z"
)
# "11-02 was the transplant", and no score: "3-2 was the vote".
_EVENT_AFTER_DASHED: Final = LatePattern(
    r" (?:was|is|will be) (?:the|his|her|my|our|their|when|supposed to be)(?: (?:first|last|big|second|kidney|liver"
    r"|heart|due|wedding))? (?:transplant|surgery|operation|birthday|b-?day|funeral|wedding|admission|discharge|biopsy"
    r"|accident|crash|wreck|delivery|c-section|stroke|code|anniversary|diagnosis|date|scan|chemo|fall|amputation"
    r"|overdose|miscarriage|birth|death|(?:day )?(?:she|he|they|we|mom|dad|everything)(?= (?:died|coded|fell|came|left"
    r"|went|was|got|changed|stopped)))\b"
)
# What belongs to a date: its weekday, the night of it, and further days.
_WEEKDAY_BEFORE: Final = LatePattern(rf"\b{_WEEKDAY},? \Z")
_NIGHT_BEFORE: Final = LatePattern(r"\bthe (?:night|morning|day|evening|afternoon|week|weekend) of \Z")
_DAY_BEFORE: Final = LatePattern(r"\b(?:the|a) (?:night|morning|day|week|weekend) (?:after|before) \Z")
_MORE_DAYS: Final = LatePattern(
    rf"(?:,? ?(?:and|&|or|-|to|through|,) ?(?:the )?{DAY}(?:st|nd|rd|th)?(?![\w/%]|[.,:]\d|\s?{UNIT}\b)){{1,4}}"
)
_MONTH_AT_AN_END: Final = LatePattern(r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?\Z")
_BEFORE: Final = 60
_BEHIND_DAYS: Final = 80
_IDIOMS: Final = frozenset({(24, 7), (9, 11)})


def find_dates(wording: Wording) -> Iterator[Finding]:
    """Every date in a text with its weekday; a bare 3/14 without a word that makes it a date is only possible."""
    # What stands in the same words again is as long again.
    longer: dict[tuple[str, str, str], tuple[int, int]] = {}
    for found in _dates(wording):
        said, behind = wording.lower[found.start : found.end], wording.lower[found.end : found.end + _BEHIND_DAYS]
        around = wording.before(found.start, 36), said, behind
        if around not in longer:
            longer[around] = _longer(found, wording)
        before, more = longer[around]
        yield Finding(found.start - before, found.end + more, found.kind, found.confidence)


def _longer(found: Finding, wording: Wording) -> tuple[int, int]:
    """How long the weekday before a date is, and what further days stand behind it."""
    is_month_first = _MONTH_AT_AN_END.search(wording.lower, max(0, found.end - 14), found.end) is not None
    before = wording.before(found.start, 36)
    lead = _WEEKDAY_BEFORE.search(before) or (_NIGHT_BEFORE if is_month_first else _DAY_BEFORE).search(before)
    more = _MORE_DAYS.match(wording.lower, found.end) if is_month_first else None
    return len(lead[0]) if lead else 0, more.end() - found.end if more else 0


def _dates(wording: Wording) -> Iterator[Finding]:
    yield from find_holidays(wording)
    yield from find_months(wording)
    yield from find_months_abroad(wording)
    if "month" in wording.words:
        yield from _all(wording.near(frozenset({"month"}), _OF_THE_MONTH, reach=(32, 8)))
    if wording.has(_DAYS_IN_WORDS) and not wording.has(_COUNTED - _DAYS_IN_WORDS):
        for match in wording.near(_DAYS_IN_WORDS, _ON_THE_NTH_IN_WORDS, reach=(24, 20)):
            yield Finding(*match.span(), IdentifierKind.DATE, Confidence.POSSIBLE)
        for match in wording.near(_DAYS_IN_WORDS, _FROM_THE_NTH_IN_WORDS, reach=(24, 40)):
            yield Finding(*match.span("date"), IdentifierKind.DATE, Confidence.POSSIBLE)
    for match in wording.near(_TENS, _COMPOUND_DAY, reach=(12, 24)):
        yield Finding(*match.span("date"), IdentifierKind.DATE, Confidence.POSSIBLE)
    if wording.has(_ORDINALS):
        yield from _ordinal(wording)
    if is_behind_numbers(wording, _JOINED):
        yield from _in_digits(wording)


def _ordinal(wording: Wording) -> Iterator[Finding]:
    """ "On the 4th", "Tuesday 4th": none of them is without "the" or a weekday, or is one of two."""
    yield from _all(wording.before_digits(_WEEKDAYS, _WEEKDAY_NTH))
    if wording.count(_ORDINALS) == 1 and not any(wording.before_digits(frozenset({"the"}), _THE_NTH)):
        return
    for pattern, reach in ((_ON_THE_NTH, BESIDE_DIGITS), (_BY_THE_NTH, BEFORE_DIGITS)):
        yield from _all(wording.with_digits(pattern, reach=reach))
    for pattern, without, reach in (
        (_NTH_WAS, _COUNTED, FROM_DIGITS),
        (_NTH_WAS_FIRST, frozenset(), FROM_DIGITS),
        (_TWO_DAYS, frozenset(), BEFORE_DIGITS),
        (_BESIDE, _OF_NO_MONTH, FROM_DIGITS),
        (_EVENT_WAS, _OF_NO_MONTH, BESIDE_DIGITS),
    ):
        for match in () if wording.has(without) else wording.with_digits(pattern, reach=reach):
            yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.DATE, Confidence.POSSIBLE)


def _in_digits(wording: Wording) -> Iterator[Finding]:
    for pattern in (_WITH_YEAR, _MONTH_AND_YEAR):
        yield from _all(wording.at_digits(pattern))
    for match in wording.at_digits(_WITH_FULL_STOPS, capitals=True):
        yield Finding(*match.span(), IdentifierKind.DATE, Confidence.POSSIBLE)
    if "/" in wording.text:
        yield from _all(wording.before_digits(_WEEKDAYS, _WEEKDAY_SLASHED))
        yield from _slashed(wording)
    yield from _dashed(wording)


def _all(matches: Iterator[re.Match[str]]) -> Iterator[Finding]:
    for match in matches:
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.DATE)


def _dashed(wording: Wording) -> Iterator[Finding]:
    """ "Since 9-3", where a word before it leads to a date."""
    for match in wording.at_digits(_DASHED):
        if _BEFORE_DASHED.search(wording.before(match.start(), 24)):
            yield Finding(*match.span(), IdentifierKind.DATE)
        elif wording.begins_a_sentence(match.start()) and _EVENT_AFTER_DASHED.match(wording.lower, match.end()):
            yield Finding(*match.span(), IdentifierKind.DATE, Confidence.POSSIBLE)


def _slashed(wording: Wording) -> Iterator[Finding]:
    for match in wording.at_digits(_SLASHED):
        confidence = _slashed_date(match, wording)
        if confidence is not None:
            yield Finding(*match.span(), IdentifierKind.DATE, confidence)


def _slashed_date(match: re.Match[str], wording: Wording) -> Confidence | None:
    one, two = int(match["one"]), int(match["two"])
    if not _on_a_calendar(one, two) or _COUNT_AFTER.match(wording.lower, match.end()):
        return None
    before = wording.before(match.start(), _BEFORE)
    if _DAY_AFTER.match(wording.lower, match.end()):
        return Confidence.POSSIBLE
    scored = _SCORE_BEFORE.search(before) is not None
    score_like = one <= two and two in _USUAL_DENOMINATORS
    if (_DATE_BEFORE.search(before) or match["until"]) and not (scored and score_like):
        return Confidence.DEFINITE
    return None if scored or score_like or (one, two) in _IDIOMS else Confidence.POSSIBLE


def _on_a_calendar(one: int, two: int) -> bool:
    return (1 <= one <= 12 and 1 <= two <= 31) or (1 <= one <= 31 and 1 <= two <= 12)
