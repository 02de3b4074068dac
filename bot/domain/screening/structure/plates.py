"""License plates by their shape, as they are in many countries: "LB07 KXW", "M-KL 4417", "KL 07 BX 4412", "4417 LMX".

Laboratories write letters and numbers as well ("CD34 NEG", "BNP 1200"), so a shape that they use counts only where a
car is told of.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names.cars import COLORS
from bot.domain.screening.structure.house_words import GENERIC
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

# To ask first whether a word begins there takes least, here and wherever more is asked of what stands before.
_EDGE: Final = r"\b(?<![\w.,/#$-])"
_SHAPES: Final = LatePattern(
    rf"{_EDGE}(?:(?!CD|IL|DM|GA|HR|BP|RR)[A-Z]{{2}} ?\d\d (?P<british>[A-Z]{{3}})"
    r"|[A-Z]{1,3}-[A-Z]{1,2} \d{1,4}"
    r"|[A-Z]{2} ?\d{2} ?[A-Z]{1,2} ?\d{4}"
    r"|\d{2,3}-[A-Z]{1,3}-\d{1,6}|[A-Z]{2}-\d{3}-[A-Z]{2}"
    r"|[A-Z]{3} \d{3,4} [A-Z]"
    r"|[A-Z]{2} \d{3}-\d{3}"
    r"|\d{4} (?P<spanish>[B-DF-HJ-NPR-TV-Z]{3}))(?![\w%/-]|[.,]\d)"
)
# These only beside a car.
_DRIVEN_SHAPES: Final = LatePattern(
    rf"{_EDGE}(?:[A-Z]{{2,3}}[ -]?\d{{3,4}}(?:[A-Z]{{1,2}})?|[A-Z]{{4,6}} \d{{2,3}}|[A-Z]\d{{2,3}} ?[A-Z]{{3}}"
    rf"|\d{{3,4}}[ -][A-Z]{{2,3}}|[A-Z]{{3}}[ -]?\d{{2}}[A-Z]\d?"
    r"|\d[A-Z]{3} ?\d{3})(?![\w%/-]|[.,]\d)"
)
_CAR: Final = LatePattern(
    r"\b(?:cars?|drove|drives?|driven|driver|driving|parked|parking|towed|clamped|jeepney|bakkie|matatu|taxi|cab|auto"
    r"|rickshaw|tuk-?tuk|motorbikes?|motorcycle|moped|lorry|ute|vehicle|plates?|tags?|registration|reg|rego|hatchback"
    r"|ticketed|buick|chevy|subaru|fiat|toyota|corolla|civic|honda|ford|nissan|mazda|vw|golf|bmw|audi|lexus|tesla"
    r"|suv|van|truck|pickup|minivan"
    r"|sedan|hit and run|hazards?)\b"
)
_CARS: Final = words_of(
    "car cars drove drive drives driven driver driving parked parking towed clamped jeepney bakkie matatu taxi cab auto"
    " rickshaw tuktuk tuk motorbike motorbikes motorcycle moped lorry ute vehicle plate plates tag tags registration"
    " reg"
    " rego hatchback ticketed buick chevy subaru fiat toyota corolla civic honda ford nissan mazda vw golf bmw audi"
    " lexus tesla suv van truck"
    " pickup"
    " minivan sedan hit hazard hazards"
)
# "The tag of his first pickup, JC 20 417": a word for plates makes of spaced numbers one.
_SPACED: Final = LatePattern(rf"{_EDGE}[A-Z]{{1,3}} \d{{2,3}} \d{{2,4}}(?![\w%/-]|[.,]\d)")
_OF_A_PLATE: Final = LatePattern(
    r"\b(?:tag|plates?|registration|licen[cs]e)\b(?: (?:number|of|on|from) (?:(?:his|her|my|our|their|the|an?)"
    r" )?(?:[\w'-]{2,12} ){0,2}[\w'-]{2,12})?(?: is| was| says| said| reads|,|:)? ?\"?\Z"
)
# "Plate says H8 CPR": the other half of what somebody chose to have on it.
_CHOSEN: Final = LatePattern(
    r"(?i:plates?(?: that)? (?:says?|said|reads?|reading|spells?)) \"?(?P<code>[A-Z0-9]{1,5} [A-Z0-9]{1,5})"
    r"(?![\w'-]| [A-Z]{2})"
)
# "GRNDMA1 on the form, that's really his plate".
_SAID_BEFORE: Final = LatePattern(
    r"(?<![\w.,/$#-])(?P<code>(?=[A-Z]{2,7}\d|\d[A-Z]{3})[A-Z0-9]{5,8})(?![\w%/-])(?=[^.!?\n]{1,56}"
    r"(?<!\bon )(?<!\boff )\b(?:his|her|their|my|the|license|licence|vanity|custom|number) plates?\b)"
)
_NO_PLATES: Final = LatePattern(r"\b(?:name|door|brass|growth|dinner|breast|base|face|price|dog|gift|toe) \Z")
_MIXED: Final = LatePattern(r"\b(?:[A-Z]+\d|\d+[A-Z])[A-Z0-9]*")
# "A blue van, MEDRYD": letters behind a car of some color.
_COLORED: Final = LatePattern(
    rf"(?i:(?:{'|'.join(sorted(COLORS))})"
    r" (?:[a-z]{3,9} )?(?:car|van|minivan|sedan|suv|truck|pickup|taxi|cab|hatchback|jeep|honda|toyota|corolla|civic"
    r"|camry|accord|ford|nissan|chevy|subaru|prius|tesla|hyundai|kia|bmw|audi|lexus|mazda|volvo|dodge|lyft|uber)"
    r")(?:,|:| with(?: the)? plates?,?| plates?,?) \"?(?P<code>[A-Z0-9]{5,8})(?![\w'-])"
)
# "The ride never came, looking for 4TRM-61": what one looks out for at the curb.
_LOOKED_FOR: Final = LatePattern(
    r"(?i:look|looked|looking|wait|waited|waiting|watch|watched|watching) (?i:out )?(?i:for) (?i:an? |the )?"
    r"(?P<code>(?=[A-Z0-9 -]{0,5}[A-Z]{2})(?=[A-Z0-9 -]{0,6}\d\d)[A-Z0-9]{2,5}[ -]?[A-Z0-9]{2,4})(?![\w'%/-]|[.,]\d)"
)
_LOOKS: Final = words_of("look looked looking wait waited waiting watch watched watching")
_RIDES: Final = words_of("ride rides cab taxi uber lyft car van driver curb")
_OF_CARS: Final = frozenset({"plate", "plates"})
_PLATES: Final = words_of("plate plates tag tags registration license licence")
_LETTERS: Final = LatePattern(r"[A-Z]{2,}")
_BEFORE: Final = 60
_AFTER: Final = 48


def find_plates(wording: Wording) -> Iterator[Finding]:
    """Every plate by its shape alone, which is possible, or beside a car, which makes it sure; and chosen letters."""
    if wording.text == wording.lower:
        return
    yield from _chosen(wording)
    if wording.numeric:
        yield from _numbered(wording)
        yield from _looked_for(wording)


def _numbered(wording: Wording) -> Iterator[Finding]:
    is_driven = wording.has(_CARS)
    for match in wording.near_capital_digits(_SHAPES):
        if _is_known(match["british"] or match["spanish"] or ""):
            continue
        confidence = Confidence.DEFINITE if is_driven and _is_by_a_car(match, wording) else Confidence.POSSIBLE
        yield Finding(*match.span(), IdentifierKind.PLATE, confidence)
    for match in wording.near_capital_digits(_DRIVEN_SHAPES) if is_driven else ():
        if not any(map(_is_known, _LETTERS.findall(match[0]))) and _is_by_a_car(match, wording):
            yield Finding(*match.span(), IdentifierKind.PLATE)
    for match in wording.near_capital_digits(_SPACED) if wording.has(_PLATES) else ():
        if _OF_A_PLATE.search(wording.before(match.start(), _BEFORE)):
            yield Finding(*match.span(), IdentifierKind.PLATE)


def _looked_for(wording: Wording) -> Iterator[Finding]:
    """Letters and digits that somebody waits for, where a ride is told of."""
    for match in wording.before_digits(_LOOKS, _LOOKED_FOR, capitals=True) if wording.has(_RIDES) else ():
        if not any(map(_is_known, _LETTERS.findall(match["code"]))):
            yield Finding(*match.span("code"), IdentifierKind.PLATE, Confidence.POSSIBLE)


def _chosen(wording: Wording) -> Iterator[Finding]:
    """What is said to be on a plate or stands behind a car of some color, in capitals."""
    for match in wording.beginning(_OF_CARS, _CHOSEN, capitals=True):
        if _MIXED.search(match["code"]) and not _NO_PLATES.search(wording.before(match.start(), 10)):
            yield Finding(*match.span("code"), IdentifierKind.PLATE, Confidence.POSSIBLE)
    for match in wording.near(_OF_CARS, _SAID_BEFORE, reach=(76, 8), capitals=True):
        yield Finding(*match.span("code"), IdentifierKind.PLATE, Confidence.POSSIBLE)
    for match in wording.beginning(COLORS, _COLORED, capitals=True) if wording.has(_CARS) else ():
        if not _is_known(match["code"]) and match["code"].lower() not in GENERIC:
            yield Finding(*match.span("code"), IdentifierKind.PLATE, Confidence.POSSIBLE)


def _is_known(letters: str) -> bool:
    """Whether they are short for something that is counted or measured."""
    return bool(letters) and lexicon.is_ordinary(letters)


def _is_by_a_car(match: re.Match[str], wording: Wording) -> bool:
    start, end = match.span()
    before = _CAR.search(wording.before(start, _BEFORE))
    return before is not None or _CAR.search(wording.lower, end, end + _AFTER) is not None
