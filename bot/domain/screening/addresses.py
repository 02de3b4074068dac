"""Street addresses, street names, post office boxes, apartments and zip codes."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.wording import Wording

_STREET: Final = (
    r"(?:street|st|avenue|ave|av|boulevard|blvd|road|rd|drive|dr|lane|ln|court|ct|place|pl|terrace|ter|parkway|pkwy|highway|hwy"
    r"|circle|cir|square|sq|alley|turnpike|trail|way|crescent|path|row|plaza)"
)
_SURE_STREET: Final = r"(?:street|avenue|ave|boulevard|blvd|road|rd|lane|ln|parkway|pkwy|terrace|turnpike|st(?=[.,]|$|\n| (?:in|with|and|apt|near)))"
_NAME: Final = r"[A-Z0-9][\w'.-]{0,24}"
_NUMBERED: Final = re.compile(
    rf"(?<![\w.,/$-])\d{{1,5}}[A-Da-d]?,? (?:(?:North|South|East|West|[NSEW])\.? )?{_NAME}(?: {_NAME}){{0,2}} (?i:{_STREET})\b\.?"
    r"(?:,? (?:apt|apartment|unit|suite|#) ?#?\w{1,5}\b)?(?![\w'])"
)
_NUMBERED_SMALL: Final = re.compile(
    rf"(?<![\w.,/$-])\d{{2,5}} (?:[nsew] )?(?!(?:hours?|days?|years?|min|minutes|hr|mg|of|on|in|the|more|to|and|year|day|mile|foot|bed|percent)\b)"
    rf"[a-z][a-z']{{2,20}}(?: [a-z]{{3,20}})? {_SURE_STREET}(?:\b|$)"
    rf"|\b(?:lives?|lived|living|address is|home is|house is|stays?|staying|home) (?:at|on)? ?(?P<home>\d{{1,5}} [a-z][a-z']{{1,20}} {_STREET})\b"
)
_UNNUMBERED: Final = re.compile(
    r"\b(?:on|off|at|near|from|to|down|along|by|of|corner of|across) (?:the )?"
    r"(?P<street>(?:[A-Z][a-z'.]{1,20} ){1,3}(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Ln|Parkway|Pkwy|Terrace|Turnpike|Highway|Hwy|Square|Court|Drive)"
    r"|\d{1,3}(?:st|nd|rd|th) (?:Street|St|Avenue|Ave)|(?:Route|Rte|Highway|Hwy) \d{1,3}[A-Z]?)\b"
)
_NO_STREETS: Final = re.compile(
    r"(?:sesame|wall|main|memory|fast|the|abbey|penny|bourbon|easy|fleet|one-way|one way|two-way|dead-end|long|hard|yellow brick|food"
    r"|supreme|high|royal|union|fear|family|juvenile|drug|federal|blood|hard) (?:street|road|lane|avenue|court|drive|square)$",
    re.IGNORECASE,
)
_CORNER: Final = re.compile(
    r"\b(?i:corner of|intersection of|crossing of) (?P<street>(?:the )?[A-Z0-9][\w'.]{0,20}(?: [A-Z][\w'.]{1,20})? (?:and|&) [A-Z0-9][\w'.]{0,20})"
    r"|\b(?:on|at|near|by) (?P<crossing>\d{1,3}(?:st|nd|rd|th) (?:and|&) (?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,20}))(?= (?:near|by|in|where|with)\b|[.,!?\n]|$)"
)
_BOX: Final = re.compile(r"\bp\.? ?o\.? ?box ?#?\d{1,6}\b|\b(?:apt|apartment)\.? ?(?:number |no\.? )?#?(?=[a-z]?\d|[a-z]\b(?! little| lot))[a-z]?\d{0,4}[a-z]?\b")
_ZIP: Final = re.compile(
    r"\bzip(?: ?code)?s?(?: (?:is|was|of))?[ :]{1,2}(?P<zip>\d{5}(?:-\d{4})?)(?!\d)|(?<![\w.,-])\d{5}-\d{4}(?![\w-])"
    r"|\b(?:ma|mass|ny|ca|tx|fl|ri|nh|vt|ct|nj|pa|oh|il|mi|ga|nc|va|wa|az|tn|mo|md|wi|mn|co|sc|la|ky|or|ok|ia|ms|ar|ks|nv|nm|ne|wv|ut|hi|me|mt|de|sd|nd|ak|dc|wy|id|al)"
    r",? (?P<state_zip>\d{5})(?! ?(?:units?|steps|cells|people))(?!\w)"
)
_STREET_TRIGGERS: Final = frozenset(
    "street st avenue ave av boulevard blvd road rd drive dr lane ln court ct place pl terrace ter parkway pkwy highway hwy circle cir"
    " square sq alley turnpike trail way crescent path row plaza route rte corner intersection crossing".split()
)


def find_addresses(wording: Wording) -> Iterator[Finding]:
    """Every address or part of one that is smaller than a town."""
    found: list[re.Match[str]] = []
    if wording.has(_STREET_TRIGGERS):
        found += _UNNUMBERED.finditer(wording.text)
        found += _CORNER.finditer(wording.text)
    if wording.has_digits or wording.has(("apt", "apartment")):
        found += _BOX.finditer(wording.lower)
    if wording.has_digits:
        found += _with_numbers(wording)
    for match in found:
        group = match.lastgroup or 0
        if not _NO_STREETS.search(match[group]):
            yield Finding(*match.span(group), IdentifierKind.ADDRESS)


def _with_numbers(wording: Wording) -> Iterator[re.Match[str]]:
    if wording.has(_STREET_TRIGGERS):
        yield from _NUMBERED.finditer(wording.text)
        yield from _NUMBERED_SMALL.finditer(wording.lower)
    yield from _ZIP.finditer(wording.lower)
    if "th" in wording.words or "st" in wording.words:
        yield from _CORNER.finditer(wording.text)
