"""Schools by a number or a name: "P.S. 41", "Lincoln middle", "king elementary"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.house_words import GENERIC
from bot.domain.screening.structure.wording import AT_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

_PUBLIC_SCHOOL: Final = LatePattern(r"\b(?:P\.? ?S\.?|I\.S\.|M\.S\.) \d{1,3}\b")
# "Lincoln middle", "king elementary": what a school is called by its town or somebody's name.
_SCHOOL: Final = LatePattern(
    r"(?<![\w'-])(?P<lead>(?:at|to|from|for|by|near|outside) |(?<![a-z,] ))(?P<whole>(?P<name>[a-z]{3,15})"
    r" (?P<kind>elementary|middle|high|academy|prep)(?: school)?)"
    r"(?=[.,;:!?)]|$|\n| (?:for|all day|today|this|last|next|on|about|had|has|was|is|sent|called|asked|wants|won|and"
    r"|with"
    r"|w|who|where|because|bc|when|after|before|again|kids?|students?|nurse|teachers?|football|basketball)\b)"
)
_SCHOOLS: Final = words_of("elementary middle high academy prep")
_GRADES: Final = frozenset({"junior", "senior", "way", "rose", "sky", "very", "real"})
_COMPASS: Final = words_of("east west north south central lakeside riverside")


def find_schools(wording: Wording) -> Iterator[Finding]:
    """Schools that have a number; and in small letters those that are called by a name, though it may be an everyday
    word as well."""
    if wording.numeric and ("S " in wording.text or "S. " in wording.text):
        for match in wording.with_digits(_PUBLIC_SCHOOL, capitals=True, reach=AT_DIGITS):
            yield Finding(*match.span(), IdentifierKind.FACILITY)
    for match in wording.near(_SCHOOLS, _SCHOOL, reach=(26, 24)):
        if wording.text[match.start("name")].islower() and _names_a_school(match["name"], match["kind"]):
            yield Finding(*match.span("whole"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _names_a_school(name: str, kind: str) -> bool:
    if name in _COMPASS:
        return kind in {"high", "middle"}
    is_called = lexicon.is_family(name) and (lexicon.is_given(name) or lexicon.is_place(name))
    return name not in GENERIC and name not in _GRADES and is_called
