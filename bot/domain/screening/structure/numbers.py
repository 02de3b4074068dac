"""Numbers that are somebody's: of records, accounts, insurances and licenses, of devices, of plates."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.contacts import NO_QUANTITY
from bot.domain.screening.structure.neighbors import is_behind_numbers
from bot.domain.screening.structure.wording import AT_DIGITS, BESIDE_DIGITS, FAR_BEFORE, Wording
from bot.domain.screening.word_sets import words_of

_LINK_WORDS: Final = (
    r"[ :#.,=-]{0,3}(?:(?:numbers?|num|nr|no|is|was|are|(?:ends|ending)(?: in| with)?|last four|last 4)\b"
    r"[ :#.,=-]{0,3}){0,3}"
)
# After a word that always has a number of somebody's, three digits are enough, among letters too.
_SURE_RECORD: Final = LatePattern(
    rf"\b(?:mrn|mr(?=#)|acct|account|ssn|csn|accession|fin|har(?=#)|npi"
    rf"|dea(?=[ #]{{1,2}}[a-z]{{2}}\d))(?![a-z]){_LINK_WORDS}"
    r"(?P<number>(?=[a-z-]{0,6}\d(?:[a-z -]{0,2}\d){2})[a-z0-9](?:[a-z0-9]|-[a-z0-9]| \d){2,19})" + NO_QUANTITY
)
_LIKELY_RECORD: Final = LatePattern(
    r"\b(?:chart|record|case|claim|member|policy|encounter|visit|id|badge|licen[cs]e|medicare|medicaid|passport"
    r"|insurance|group|order"
    r"|specimen|subscriber|prescription|rx|certificate|invoice|bill|authorization|auth|reference|ref|confirmation"
    r"|employee|student|patient|pt)"
    rf"(?![a-z])(?: (?:id|card)\b)?{_LINK_WORDS}(?P<number>(?:[a-z]{{0,4}}-?\d(?:-?\d){{4,14}}"
    rf"|(?:[a-z]{{1,4}} ?)?\d{{3,6}} \d{{3,6}}|[a-z]{{1,4}}\d{{4,10}}[a-z]{{0,2}}"
    rf"|[a-z]{{1,4}}-\d{{3,6}}(?:-\d{{1,6}}){{0,3}})(?:-[a-z0-9]{{1,4}})?)" + NO_QUANTITY
)
_NUMBERED: Final = LatePattern(
    r"\b(?:chart|record|case|claim|member|policy|encounter|id|badge|licen[cs]e|passport|mr|pt|patient|order|specimen"
    r"|ticket|inmate|participant|subject|study|locker|permit|report|bracelet|(?:wrist ?|arm ?)?band|card)"
    r" ?(?:id )?(?:#|no\. ?|number)(?: is| was|:)? ?(?P<number>\d{3,4})" + NO_QUANTITY
)
# What somebody wears or carries has a number even without that word, but not a year: "badge 4417", "bracelet 5512".
_CARRIED: Final = LatePattern(
    r"\b(?:badge|bracelet|(?:wrist ?|arm ?)?band|locker|ticket|inmate|key ?card|(?:parking )?permit"
    r"|(?:incident|safety|event|police) report|(?:study|subject|participant|employee|staff|student|member|wic) "
    r"(?:id|card))(?: (?:number|no|num|nr|is|was|reads?|says|said|shows?|had|has|(?:ends|ending) (?:in|with))\b){0,3}"
    r"[ :#.]{1,3}(?P<number>(?!(?:19|20)\d\d\b)\d{4,8})" + NO_QUANTITY
)
_CARRIED_WORDS: Final = words_of(
    "badge bracelet wristband armband wrist arm band locker ticket inmate keycard key parking permit incident safety"
    " event police study subject participant employee staff student member wic"
)
# "8841 is the last four of her MRN", the other way round.
_LAST_FOUR: Final = LatePattern(
    r"(?<![\w.,/-])(?P<number>\d{3,4})(?:,| is| are| was| were| -){0,2} (?:the |her |his |their )?(?:last|first)"
    r" (?:four|4|three|3)(?: digits)?(?: (?:of|on|in))(?: (?:the|her|his|their|my|your|a))?"
    r" (?:mrn|ssn|social|card|phone|cell|account|number|id|record|chart|insurance)\b"
)
_SOCIAL: Final = LatePattern(
    r"\b(?:(?:last|first) (?:four|4|three|3)(?: (?:digits|numbers))?(?: of)?(?: (?:her|his|their|the|a"
    r"|my))?(?: (?:social(?: security)?|ssn|mrn|card|phone|account|number))?"
    r"|social(?: security)?(?: number| no)?)(?:'s|,)?(?: (?:is|are|was|were|number|(?:ends|ended|ending) (?:in|with)"
    r"|last (?:four|4))){0,2}[ :#.]{1,2}(?P<number>\d{3,4}\b"
    r"|\d{3}[ -]?\d{2}[ -]?\d{4}\b)" + NO_QUANTITY
)
_SOCIAL_SECURITY: Final = LatePattern(r"\b(?<![\w-])\d{3}[ -]\d{2}[ -]\d{4}(?![\w-])")
# As Brazil writes it.
_WITH_FULL_STOPS: Final = LatePattern(r"\b(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d\d(?![\w-])")
# Registers of trials and articles are public.
_MEDICARE: Final = LatePattern(r"\b(?<![\w-])[1-9][a-z][a-z0-9]\d-?[a-z][a-z0-9]\d-?[a-z]{2}\d{2}(?![\w-])")
_LONG_RUN: Final = LatePattern(
    rf"(?<![\w.,-])(?<!pmid )(?<!pmid: )(?<!isbn )(?!nct\d)[a-z]{{0,3}}-?\d{{7,}}{NO_QUANTITY}"
)
_MIXED_RUN: Final = LatePattern(
    r"\b(?<![\w.,/-])(?!nct\d|pmc\d)(?=[a-z]{0,8}\d{1,16}[a-z]?\d{0,16})[a-z]{2,4}\d{6,12}(?![\w%])"
)

# Numbers of devices have full stops inside: "VNS.106.55821".
_DEVICE: Final = LatePattern(
    r"(?:\b(?:ser(?:ial)?(?:\.? (?:number|no|num|nr))?|asset (?:tag|id|number|no)|biomed (?:tag|id|number|no|sticker)"
    r"|(?:equipment|inventory|property) (?:tag|id|number|no|sticker)"
    r"|s/n|sn|s\.n|udi|imei|device (?:id|number|no)|implant (?:id|number|lot)"
    r"|(?:model|lot) (?:number|no)"
    r"|(?:pacemaker|icd|pump|stimulator|implant|valve|stent|device|monitor|watch|hearing aids?|prosthesis|sensor|cgm)"
    r" (?:sn|id|number|no|num|serial|lot|model))\b\.?|\b(?:pacemaker|pump|implant|device|lot) ?#)"
    r"(?: (?:is|was|reads?|says?|ends in|on \w{2,4} \w{2,12} (?:is|was)|of \w{2,4} \w{2,12} (?:is|was))\b)?[ :#.=]{0,3}"
    r"(?P<number>(?=[a-z.-]{0,8}\d)[a-z0-9](?:-?[a-z0-9]|\.(?=[a-z]{0,4}\d|[a-z]{1,2}\b)[a-z0-9]){2,24})(?![\w%])"
)
_PLATE_NUMBER: Final = (
    r"(?:[a-z]{2}\d{2} ?[a-z]{3}|"
    r"(?:(?!(?:of|to|is|at|in|on|for|the|and|was|had|has|my|her|his|by|no)\b)[a-z]{1,3}[ -]){0,2}"
    r"(?=[a-z]{0,6}\d)[a-z0-9]{2,8}(?:(?<=\d\d\d) [b-df-hj-np-tv-xz]{3}\b|[ -](?=[a-z]{0,3}\d)[a-z0-9]{2,5}"
    r"|-[a-z]{2,4})?)"
)
_PLATE: Final = LatePattern(
    r"\b(?:licen[cs]e (?:plates?|tag)|plates?|registration|tags?(?= (?:number|no)\b)|licen[cs]e(?="
    r" [a-z]{1,3}[ -]?\d{2,4}\b))"
    rf"(?: (?:number|no|is|was|were|are|reads?|said|says)\b){{0,2}}[ ,:#.\"]{{1,3}}(?P<number>{_PLATE_NUMBER})(?![\w%])"
    r"(?! (?:of|foods?|times|more|servings))"
)
_VIN: Final = LatePattern(r"\b(?<![\w-])(?=[a-hj-npr-z]{0,12}\d)(?=\d{0,12}[a-hj-npr-z])[a-hj-npr-z0-9]{17}(?![\w-])")
_PART_OF_A_PLATE: Final = LatePattern(
    r"\b(?:plates?|tags?)(?: number)?(?: that)? (?:(?:start|begin)(?:s|ed|ing|ning)?|end(?:s|ed|ing)?|began) (?:with"
    r"|in)"
    r" (?P<number>(?=[a-z]{0,4}\d)[a-z0-9]{2,6})(?![\w%])"
)
_VANITY: Final = LatePattern(
    r"\b(?:vanity|licen[cs]e) (?:plates?|tags?) (?:that )?(?:(?:is|was|reads?|said"
    r"|says)[ :\"]{1,3}|[:\"]? ?)(?P<number>[A-Z][A-Z0-9]{2,7})(?!\w)"
)
_PLATES: Final = words_of("plate plates tag tags")
_VANITIES: Final = words_of("vanity license licence")

_THREE_DIGITS: Final = LatePattern(r"\d(?:(?<=[a-z]\d)|[a-z]|(?:[a-z -]{0,2}\d){2})")
_LONG: Final = LatePattern(r"(?<=\d\d\d\d\d\d)|[a-z]{1,2}\d|(?<=[a-z]\d)[a-z]")
"""Behind how long or how mixed a number it has to be."""
_SURE_TRIGGERS: Final = words_of("mrn mr acct account ssn csn accession fin har npi dea")
_LIKELY_TRIGGERS: Final = words_of(
    "chart record case claim member policy encounter visit id badge license licence medicare medicaid passport"
    " insurance group order specimen subscriber prescription rx certificate invoice bill authorization auth reference"
    " ref confirmation employee student patient pt mr"
)
_NUMBERED_WORDS: Final = _LIKELY_TRIGGERS | _CARRIED_WORDS | words_of("report card")
_LAST_OR_FIRST: Final = words_of("last first")
_SOCIAL_TRIGGERS: Final = frozenset({"social", "last", "first"})
_DEVICE_TRIGGERS: Final = words_of(
    "serial ser asset biomed equipment inventory property"
    " s sn udi imei device implant model lot pacemaker icd pump stimulator valve stent monitor watch hearing"
    " prosthesis sensor cgm"
)

_RULES: Final = (
    (IdentifierKind.DEVICE, _DEVICE_TRIGGERS, _DEVICE),
    (IdentifierKind.PLATE, words_of("plate plates tag tags license licence registration"), _PLATE),
    (IdentifierKind.PLATE, _PLATES, _PART_OF_A_PLATE),
    (IdentifierKind.RECORD, _SURE_TRIGGERS, _SURE_RECORD),
    (IdentifierKind.RECORD, _LIKELY_TRIGGERS, _LIKELY_RECORD),
    (IdentifierKind.RECORD, _SOCIAL_TRIGGERS, _SOCIAL),
    (IdentifierKind.RECORD, _CARRIED_WORDS, _CARRIED),
)


def find_numbers(wording: Wording) -> Iterator[Finding]:
    """Numbers of records, devices and plates, each without the words around it."""
    if wording.has(_PLATES):
        yield from _all(IdentifierKind.PLATE, wording.beginning(_VANITIES, _VANITY, capitals=True))
    if wording.has_digits(_THREE_DIGITS):
        yield from _with_digits(wording)


def find_bare_numbers(wording: Wording) -> Iterator[Finding]:
    """Numbers that no word stands beside, and that are too long or too mixed for a count."""
    if is_behind_numbers(wording, _LONG):
        for pattern, least in ((_MEDICARE, 5), (_LONG_RUN, 7), (_MIXED_RUN, 6)):
            yield from _all(IdentifierKind.RECORD, wording.with_digits(pattern, least=least, reach=AT_DIGITS))
        yield from _all(IdentifierKind.PLATE, wording.with_digits(_VIN, reach=BESIDE_DIGITS))


def _with_digits(wording: Wording) -> Iterator[Finding]:
    for kind, words, pattern in _RULES:
        yield from _all(kind, wording.before_digits(words, pattern, within=FAR_BEFORE))
    # Its word and "no." may be written as one.
    if any(sign in wording.lower for sign in ("#", "no.", "number ")) and wording.has(_NUMBERED_WORDS):
        yield from _all(IdentifierKind.RECORD, wording.with_digits(_NUMBERED, reach=BESIDE_DIGITS))
    if wording.has(_LAST_OR_FIRST):
        yield from _all(IdentifierKind.RECORD, wording.at_digits(_LAST_FOUR))
    for pattern in (_SOCIAL_SECURITY, _WITH_FULL_STOPS):
        yield from _all(IdentifierKind.RECORD, wording.with_digits(pattern, least=9, reach=AT_DIGITS))


def _all(kind: IdentifierKind, matches: Iterator[re.Match[str]]) -> Iterator[Finding]:
    for match in matches:
        yield Finding(*match.span(match.lastgroup or 0), kind)
