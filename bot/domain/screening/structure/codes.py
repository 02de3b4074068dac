"""Codes of letters and digits, told by the words near them: "his ICD number on it, BSX 449120", "tag no., 7-HGA-552".

Nobody writes a long code into a reflection but one that is somebody's, and what stands between it and the word that
explains it may be anything; so each code is found first and explained by the nearest word before it, or else after it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.contacts import NO_QUANTITY
from bot.domain.screening.structure.neighbors import matches_at
from bot.domain.screening.structure.wording import AT_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

_CODE: Final = LatePattern(
    r"(?<![\w.,/$'-])(?=\d{3}|\d{0,2}[a-z-])(?:[a-z]{1,4}[ -])?"
    r"(?=[a-z-]{0,8}\d)[a-z0-9]{1,20}(?:-(?!something\b)[a-z0-9]{1,14}){0,5}"
    r"(?: (?=[a-z]{0,3}\d)[a-z0-9]{1,8}(?:-[a-z0-9]{3,8})?){0,3}"
    # "LK19 ZRO", as plates are in Britain.
    r"(?:(?<=\b[a-z][a-z]\d\d) [a-z]{3}\b)?" + NO_QUANTITY
)
_GROUPED: Final = LatePattern(rf"\b(?<![\w.,/$+-])(?:[a-z] ?)?\d{{3}}(?:[ -]\d{{3}}){{2}}(?![\d-]){NO_QUANTITY}")
_DEVICES: Final = (
    r"icd|aicd|pacemaker|pacer|ppm|pump|stim|stimulator|implant(?:ed|s)?|valve|stent|device|monitor|hearing aids?"
    r"|prosthe(?:sis|tic)|sensor|cgm|dexcom|libre|glucometer|port|leads?|l?vad|vns|holter|loop recorder|watch|serial"
    r"|lot|udi|imei|defib(?:rillator)?|ser|generator|battery|lens|mesh|coil|cochlear|bipap|nebulizer|meter|model"
    r"|shunt|filter|wheelchair|scooter|concentrator|ventilator|vent|cpap|phone|tablet|ipad|s/n|sn"
)
_PLATES: Final = (
    r"licen[cs]e|hit and run|valet|keys to|number plates?(?: of (?:the|his|her|my|their) \w{2,12})?|plates?|tags?"
    r"|parked|towed|tow|car|truck|van"
    r"|minivan|pickup|motorcycle|suv|sedan|cab|registration|vin|civic|corolla|camry|accord|honda|toyota|chevy|subaru"
    r"|prius|jeep|nissan|hyundai|kia|tesla|hatchback"
)
_RECORDS: Final = (
    r"mrn|rec|record|chart|account|acct|case|claim|member|policy|encounter|badge|passport|insurance|medicaid|medicare"
    r"|ssn|social|specimen|sample|subject|participant|accession|order|certificate|invoice|confirmation"
    r"|reference|ref|inmate|prisoner|permit|card"
    r"|docket|file|a[ -]?number|alien|green card|visa|rx|prescription|id|hospital number|number|no|wristband|armband"
    r"|bracelet|sticker|label|barcode|philhealth|nhs|nhif|nhis|aadhaar|nric|hkid|ohip|ppsn|pesel|cpf|transmitter"
)
_CUE: Final = LatePattern(
    rf"\b(?:(?P<device>{_DEVICES})|(?P<plate>{_PLATES})|(?P<record>{_RECORDS}))\b(?! (?:of|10)\b)"
)
_KINDS: Final = {
    "device": IdentifierKind.DEVICE,
    "plate": IdentifierKind.PLATE,
    "record": IdentifierKind.RECORD,
}
# "The serial of his new knee (X0098-TR-551)": a part of somebody that is no word for devices.
_SERIAL_OF: Final = LatePattern(
    r"\b(?:serial|lot|model|udi|implant|product)(?: (?:number|no\.?|code))? (?:of|for|on|from) (?:his|her|my|their|our"
    r"|the|that|an?|mom's|dad's) [^.!?;()\n]{3,24}(?: \(|, ?|: ?| is | was | - )\Z"
)
_SHORT: Final = LatePattern(r"\d{1,2} (?!\d{3} ?\d{3})")
_ALTERNATES: Final = LatePattern(r"[a-z]\d{1,6}[a-z]{1,4}\d|\d[a-z]{1,4}\d[a-z]")
_TELLS_LITTLE: Final = frozenset({"number", "no", "id", "sticker", "label", "card", "file"})
# Doses, times, vitamins, genes and trials are letters with digits too.
_NO_CODE: Final = LatePattern(
    r"(?:covid|sars|nct|pmc|pmid|isbn|doi|cyp|brca|hla|cd|il|cha2ds2|vit(?:amin)?|step|usmle|fall|spring|summer"
    r"|winter|class|pgy|ms|iso)"
    r"-?\d|[a-z]\d{1,5}[a-z]?$|\d{1,2}x$|\d{1,4}(?:st|nd|rd|th|s|k|am|pm|mg|mcg|ml|kg|g|l|lbs?|cm|mm|hrs?|h|min"
    r"|mins|m|d|w|y|yo|f"
    r"|yrs?|bpm|units?|u|iu|cc|ft|in|oz|fr|gauge|ga|mo|wks?)(?:$| )|(?:19|20)\d\d(?:$|-(?:19|20)?\d\d$)"
    r"|\d{1,2}-(?:year|month|day|week|hour"
    r"|minute|bed|mile|pound|point|page|item)|\d{1,3}-\d{1,3}$|\d{1,2}-\d{1,2}-\d{2,4}$"
    r"|(?:[a-z]{1,3}o2|hco3|d(?:5|10|20|50)w?|(?:hb)?a1c|b12)(?:$| )"
)
_SWITCHES: Final = LatePattern(
    r"[a-z]{2,4}-?\d{5}|[a-z]{1,4}-\d{2,6}-\d{4,8}|\d{3}[a-z]{2,4}\d|[a-z]\d{2,6}[a-z]{1,4}\d\d"
)
# "MA 1GH K42", "RA 18 442 907": a plate's state is a part of it, and so are a series' letters.
_PREFIX: Final = LatePattern(
    r"(?!(?:MRN?|ID|NO|SN|REF|RX|VIN|CASE|LOT|UDI|ICD|HR|BP|RR|DOB|SSN|DEA|NPI|CSN|ACCT)\b)[A-Z]{2,4}[ -]"
)
_SLASHED: Final = LatePattern(r"\b(?<![\w/])[A-Z]{2,4}/\d{3,6}/\d{2,4}(?![\w/])")
"""How hospitals of some countries number their folders."""
_SOMEBODYS_DEVICES: Final = words_of(
    "processor pacemaker pacer icd aicd defibrillator defib pump implant implants stimulator prosthesis prosthetic"
    " cochlear lvad vad cgm sensor aid aids device valve transmitter monitor holter wheelchair concentrator cpap"
)
_LEAD: Final = 14
"""So far before its first digit a code may begin."""
_LONG: Final = 5
_FEW_DIGITS: Final = 2
_LONGEST_PLATE: Final = 12
_MOST_LETTERS: Final = 6
_BEFORE: Final = 48
_AFTER: Final = 40


def find_codes(wording: Wording) -> Iterator[Finding]:
    """Every code that a word nearby calls a record's, a device's or a car's, and long numbers in groups."""
    for match in wording.with_digits(_GROUPED, least=9, reach=AT_DIGITS):
        yield Finding(*match.span(), IdentifierKind.RECORD)
    if "/" in wording.text:
        yield from _slashed(wording)
    # What is said again in the same words is explained by them again.
    codes: dict[str, str | None] = {}
    told: dict[tuple[str, str, str], tuple[IdentifierKind, Confidence] | None] = {}
    for match in matches_at(_words_near_digits(wording), _CODE, wording.lower):
        if match[0] not in codes:
            codes[match[0]] = _code_in(match[0])
        if (code := codes[match[0]]) is not None:
            start, end = match.end() - len(code), match.end()
            near = (wording.before(start, _BEFORE), code, wording.lower[end : end + _AFTER])
            if near not in told:
                told[near] = _explained(wording, start, end, code)
            if (explained := told[near]) is not None:
                is_prefixed = _PREFIX.fullmatch(wording.text, match.start(), start) is not None
                yield Finding(match.start() if is_prefixed else start, end, *explained)


def _words_near_digits(wording: Wording) -> list[int]:
    """Where words begin that a code may begin with, which has its digits soon and more than one of them."""
    starts, words = wording.starts, []
    reached = 0
    for first, last, digits in wording.close_by:
        if digits >= _FEW_DIGITS:
            begin, end = bisect_left(starts, max(reached, first - _LEAD)), bisect_left(starts, last)
            words += [starts[number] for number in range(begin, end) if _may_begin_a_code(wording, number)]
            reached = last
    return words


def _may_begin_a_code(wording: Wording, number: int) -> bool:
    """Whether a word is of a code, or of few letters and stands before such a word."""
    if _is_of_a_code(wording, number):
        return True
    return (
        len(wording.spoken[number]) < _LONG and number + 1 < len(wording.starts) and _is_of_a_code(wording, number + 1)
    )


def _is_of_a_code(wording: Wording, number: int) -> bool:
    """Whether there is anything but letters in it, or a dash behind it."""
    word = wording.spoken[number]
    return not word.isalpha() or wording.lower.startswith("-", wording.starts[number] + len(word))


def _slashed(wording: Wording) -> Iterator[Finding]:
    for match in wording.near_capital_digits(_SLASHED):
        yield Finding(*match.span(), IdentifierKind.RECORD, Confidence.POSSIBLE)


def _code_in(said: str) -> str | None:
    """The code without an ordinary word before it, if it is one that counts nothing."""
    word, space, rest = said.partition(" ")
    is_before = space and word.isalpha() and (lexicon.is_ordinary(word) or _CUE.fullmatch(word))
    code = rest if is_before else said
    return code if _is_long(code) and not _NO_CODE.match(code) else None


def _is_long(code: str) -> bool:
    """Whether there are letters and digits enough that it counts nothing."""
    if _SHORT.match(code):
        return False
    digits, letters = _digits_and_letters(code)
    is_mixed = 0 < letters <= _MOST_LETTERS and digits + letters >= _LONG and digits >= _FEW_DIGITS
    return digits >= _LONG or is_mixed or ("-" in code and digits >= _LONG - 1)


def _fits(code: str, kind: IdentifierKind) -> bool:
    """Plates are short; two digits are enough for one, but for no other number."""
    digits, _ = _digits_and_letters(code)
    return (
        len(code) <= _LONGEST_PLATE
        if kind is IdentifierKind.PLATE
        else digits > _FEW_DIGITS or _ALTERNATES.search(code) is not None
    )


def _is_a_serial_number(code: str) -> bool:
    """Whether it has hyphens, letters and many digits: "CP-88J-20417", where a device is told of anywhere."""
    digits, letters = _digits_and_letters(code)
    return "-" in code and letters > 0 and digits >= _LONG


def _digits_and_letters(code: str) -> tuple[int, int]:
    return sum(map(str.isdigit, code)), sum(map(str.isalpha, code))


def _explained(wording: Wording, start: int, end: int, code: str) -> tuple[IdentifierKind, Confidence] | None:
    cues = list(_CUE.finditer(wording.before(start, _BEFORE)))
    # "Tag number" is a tag's.
    telling = [cue for cue in cues if cue[0] not in _TELLS_LITTLE] or cues
    cue = telling[-1] if telling else _CUE.search(wording.lower, end, end + _AFTER)
    if cue is not None and cue.lastgroup is not None:
        kind = _KINDS[cue.lastgroup]
        if _fits(code, kind):
            return kind, Confidence.DEFINITE
    elif _SERIAL_OF.search(wording.before(start, _BEFORE)) and _fits(code, IdentifierKind.DEVICE):
        return IdentifierKind.DEVICE, Confidence.DEFINITE
    elif wording.has(_SOMEBODYS_DEVICES) and _is_a_serial_number(code):
        return IdentifierKind.DEVICE, Confidence.POSSIBLE
    elif _SWITCHES.search(code):
        return IdentifierKind.RECORD, Confidence.POSSIBLE
    return None
