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
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_EDGE: Final = r"(?<![\w.,/#$-])"
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
_LETTERS: Final = LatePattern(r"[A-Z]{2,}")
_BEFORE: Final = 60
_AFTER: Final = 48


def find_plates(wording: Wording) -> Iterator[Finding]:
    """Every plate by its shape alone, which is possible, or beside a car, which makes it sure."""
    if not wording.numeric or wording.text == wording.lower:
        return
    is_driven = wording.has(_CARS)
    for match in wording.near_capital_digits(_SHAPES):
        if _is_known(match["british"] or match["spanish"] or ""):
            continue
        confidence = Confidence.DEFINITE if is_driven and _is_by_a_car(match, wording) else Confidence.POSSIBLE
        yield Finding(*match.span(), IdentifierKind.PLATE, confidence)
    for match in wording.near_capital_digits(_DRIVEN_SHAPES) if is_driven else ():
        if not any(map(_is_known, _LETTERS.findall(match[0]))) and _is_by_a_car(match, wording):
            yield Finding(*match.span(), IdentifierKind.PLATE)


def _is_known(letters: str) -> bool:
    """Whether they are short for something that is counted or measured."""
    return bool(letters) and lexicon.is_ordinary(letters)


def _is_by_a_car(match: re.Match[str], wording: Wording) -> bool:
    start, end = match.span()
    before = _CAR.search(wording.before(start, _BEFORE))
    return before is not None or _CAR.search(wording.lower, end, end + _AFTER) is not None
