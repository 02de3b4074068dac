"""Addresses as other countries write them: "Lindenstraße 22", "Via dei Mulini 8", "Blk 418", postcodes of letters."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import FAR_BEFORE, Wording
from bot.domain.screening.word_sets import words_of

# The kind of street is a part of its name, and its number stands behind.
_KINDS: Final = (
    "straße strasse str. weg gasse platz allee damm straat laan plein gracht kade gatan gata gaten vägen veien vegen"
    " vej gade katu tie utca"
)
_ENDS: Final = tuple(f"{kind} " for kind in _KINDS.split())
_LONGEST_END: Final = max(map(len, _ENDS))
_JOINED: Final = LatePattern(
    rf"(?<![\w'-])[A-ZÄÖÜÅØ][\w-]{{2,24}}(?:{'|'.join(map(re.escape, _KINDS.split()))}) \d{{1,4}}[a-h]?(?!\w)"
)
_LONGEST_NAME: Final = 40
# These are streets without a number, too.
_SURE: Final = LatePattern(
    r"(?<![\w.,/$-])(?:\d{1,4}(?: ?(?:bis|ter))?,? )?(?:[Rr]ue|[Aa]venida|[Aa]vda\.|[Cc]alle|[Cc]arrera|[Cc]hemin"
    r"|[Ii]mpasse|[Vv]iale|[Rr]ua|[Jj]alan|[Uu]lica)(?: (?:de la|de los|de las|del?|des|du|dos?|das?|la|les?|el))?"
    r" [A-Z0-9][\w'-]{1,20}(?: [A-Z][\w'-]{2,20}){0,2}(?:,? (?:#|nr\.? ?|no\.? ?)?\d{1,4}[a-z]?\b)?"
)
_SURE_STREETS: Final = words_of("rue avenida avda calle carrera chemin impasse viale rua jalan ulica")
_NUMBERED: Final = LatePattern(
    r"(?:Via|Piazza|Corso|Largo|Vicolo|Strada|Travessa|Paseo|Plaza|Place|Boulevard|Quai|ul\.|Ulitsa|Jl\.|Lorong|Str\.)"
    r" (?:(?:d[aeio]s?|del|della|dei|delle|de la|du|des|la|le|von|san|santa) )?[A-ZÉÀ][\w'’-]{2,24}"
    r"(?: [A-ZÉÀ][\w'’-]{2,24}){0,2},? (?:n[ro]?\.? ?|#)?\d{1,4}[a-h]?(?!\w)"
)
_NUMBERED_STREETS: Final = words_of(
    "via piazza corso largo vicolo strada travessa paseo plaza place boulevard quai ul ulitsa jl lorong str"
)
_BLOCK: Final = LatePattern(
    r"(?i:blk|block|plot|flat|unit|villa|erf|stand|door no\.?|house no\.?) \d{1,4}[A-Z]?,? (?:\d{1,4}[A-Za-z]? )?"
    r"(?:[A-Z][\w'-]{2,20} ){1,2}(?:Ave(?:nue)?|St(?:reet)?|R(?:oa)?d|Lane|Drive|Dr|Close|Crescent|Way|Estate|Park"
    r"|Gardens)\b(?: \d{1,3}\b)?(?:,? #\d{1,3}-\d{2,4})?"
)
_BLOCKS: Final = words_of("blk block plot flat unit villa erf stand door house")
_POSTCODE: Final = LatePattern(
    r"\b(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d)(?![\w-])"
)
_LIVES: Final = LatePattern(r"\b(?:post ?code|zip|lives?|flat|address|from|street|road|at)\b")
_BEFORE: Final = 48


def find_addresses_abroad(wording: Wording) -> Iterator[Finding]:
    """Every street, house and postcode as they are written in other countries."""
    for match in wording.near(_SURE_STREETS, _SURE, reach=(12, 64), capitals=True):
        yield Finding(*match.span(), IdentifierKind.ADDRESS)
    # All others have a number and a capital.
    if wording.numeric and wording.text != wording.lower:
        yield from _with_numbers(wording)


def _with_numbers(wording: Wording) -> Iterator[Finding]:
    streets = wording.before_digits(_NUMBERED_STREETS, _NUMBERED, within=FAR_BEFORE, capitals=True)
    blocks = wording.before_digits(_BLOCKS, _BLOCK, capitals=True)
    for match in chain(streets, blocks, _joined(wording)):
        yield Finding(*match.span(), IdentifierKind.ADDRESS)
    for match in wording.near_capital_digits(_POSTCODE):
        is_told = _LIVES.search(wording.before(match.start(), _BEFORE)) is not None
        yield Finding(*match.span(), IdentifierKind.ADDRESS, Confidence.DEFINITE if is_told else Confidence.POSSIBLE)


def _joined(wording: Wording) -> Iterator[re.Match[str]]:
    for start, end in wording.numeric:
        if wording.lower.endswith(_ENDS, max(0, start - _LONGEST_END), start):
            yield from _JOINED.finditer(wording.text, max(0, start - _LONGEST_NAME), end + 2)
