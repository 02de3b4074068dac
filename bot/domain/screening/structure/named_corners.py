"""Corners of two streets that are called like people: "found down at Broad and Girard"."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import matches_at, places_before_capitals
from bot.domain.screening.structure.wording import Wording

_AT_A_CORNER: Final = LatePattern(
    r"(?:at|on|by|near|off|around) (?P<crossing>(?P<one>[A-Z][a-z]{2,15}) (?:and|&|n) (?P<two>[A-Z][a-z]{2,15}))"
    r"(?=[.,;:!?)]|$|\n| (?:in|with|where|who|when|last|this|for|without|because|bc|was|is|by|near|after|every|on)\b)"
)
_IS_AT_A_CORNER: Final = LatePattern(
    r"\b(?:found(?: down)?|hit|struck|liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|sle(?:eps?|pt|eping)|camp(?:s|ed|ing)?|tent"
    r"|store|bodega|shop|market|station|stop|shelter|clinic|pharmacy|church|laundromat|encampment|panhandl(?:es?|ing)"
    r"|hang(?:s|ing)? out|building|apartment|house|shot|stabbed|collapsed|fell|crash(?:ed)?|accident|bus|cvs"
    r"|walgreens|mcdonald'?s|dunkin|starbucks)(?: (?:over|down|up|out|again|right))? \Z"
)
_CORNER_CUES: Final = frozenset({"at", "on", "by", "near", "off", "around"})


def find_named_corners(wording: Wording) -> Iterator[Finding]:
    """Every two names where somebody is found, lives or buys; it is only possible, since two people are told so too."""
    for match in matches_at(places_before_capitals(wording, _CORNER_CUES), _AT_A_CORNER, wording.text):
        if _is_a_corner(match, wording):
            yield Finding(*match.span("crossing"), IdentifierKind.ADDRESS, Confidence.POSSIBLE)


def _is_a_corner(match: re.Match[str], wording: Wording) -> bool:
    """Whether two names are streets, since somebody is found or lives there, and hardly two people."""
    both = (match["one"], match["two"])
    if any(map(lexicon.is_common_name, both)) or any(map(lexicon.is_state, both)):
        return False
    return _IS_AT_A_CORNER.search(wording.before(match.start(), 32)) is not None
