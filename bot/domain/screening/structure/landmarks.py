"""Places in a town by what stands there: shops and stations with their street, parks, bridges and lakes by name."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_POSSIBLE: Final = Confidence.POSSIBLE
# A shop, a station or a corner with its street: "the Greyhound station on Polk", "the elm st starbucks".
_SHOP: Final = (
    r"(?:starbucks|dunkin'?|walmart|wal-mart|safeway|walgreens|cvs|kroger|publix|target|mc ?donald'?s|wendy'?s|subway"
    r"|burger king"
    r"|taco bell|chick-fil-a|popeyes|kfc|7-?(?:11|eleven)|wawa|sheetz|costco|aldi|ihop|denny'?s|waffle house|shell"
    r"|chevron"
    r"|exxon|motel 6|super 8|laundromat|goodwill|dollar (?:general|tree)|(?:greyhound|bus|train|gas|subway|metro|fire"
    r"|police"
    r"|amtrak) (?:station|stop|depot)|bodega|liquor store|pawn shop|barber ?shop|encampment|underpass|overpass)"
)
_SHOP_ON: Final = LatePattern(
    rf"\b{_SHOP} (?:on|off|at"
    rf"|by) (?:the )?(?P<street>\d{{1,3}}(?:st|nd"
    r"|rd|th)|[a-z]{4,15}(?: (?:st|street|ave|avenue|rd|road|blvd|square)\b)?)\b"
)
_BY_A_SHOP: Final = LatePattern(r"(?:\b(?:by|near|behind|at|outside|across from|next to|under) )?(?:\bthe )?\Z")
_STREET_SHOP: Final = LatePattern(
    rf"\b(?P<street>[a-z]{{3,15}}|\d{{1,3}}(?:st|nd|rd|th)) (?:st|street|ave|avenue|rd|road|blvd) {_SHOP}\b"
)
_SHOPS: Final = words_of(
    "starbucks dunkin walmart safeway walgreens cvs kroger publix target mcdonald mcdonalds wendy wendys subway"
    " burger taco"
    " popeyes kfc eleven wawa sheetz costco aldi ihop denny dennys waffle shell chevron exxon motel laundromat goodwill"
    " dollar station stop depot bodega liquor pawn barber barbershop encampment underpass overpass"
)
_KINDS_OF_STREET: Final = words_of("st street ave avenue rd road blvd")
_NO_STREETS: Final = words_of(
    "with that this when where time again night campus break sale monday tuesday wednesday thursday friday saturday"
    " sunday"
    " chart list wall back weekends nights purpose them least home work shift repeat fire my his her our your their"
)
_LANDMARK: Final = LatePattern(
    r"\b(?:at|near|by|under|in|to|from|behind|outside|around|off|of|on|the) (?:the )?(?P<place>(?!(?:Jurassic|South"
    r"|Linkin|Ball|Your|My)"
    r" )[A-Z][\w'-]{2,15}(?: [A-Z][\w'-]{2,15}){0,2} (?:Park|Plaza|Mall|Pier|Wharf|Cemetery|Boardwalk|Square|Station"
    r"|Bridge"
    r"|District|Campground|Reservoir|Marina|Trailhead|Fairgrounds|Arena|Stadium|Quarry|Canyon|Meadows?|Preserve|Depot"
    r"|Terminal|Rec Center|Playground|Projects|Houses))\b(?! (?:of|[A-Z]))"
)
_LANDMARKS: Final = words_of(
    "park plaza mall pier wharf cemetery boardwalk square station bridge district campground reservoir marina"
    " trailhead fairgrounds arena stadium quarry canyon meadow meadows preserve depot terminal rec playground"
    " projects houses"
)
_ANY: Final = words_of(
    "nurse nurses nursing dog main rec gas fire police bus train work charging water amusement theme national state"
    " food shopping strip public city town docking hand blood"
)
"""What parks and stations are anybody's with."""
_LAKE: Final = LatePattern(r"\b[Ll]ake (?:[A-Z][a-z]{2,15}|[a-z]{4,15})\b")


def find_landmarks(wording: Wording) -> Iterator[Finding]:
    """Shops and stations with their street, parks, bridges and lakes by name."""
    yield from _shops(wording)
    for match in wording.near(_LANDMARKS, _LANDMARK, reach=(60, 12), capitals=True):
        first, *more = match["place"].lower().split()
        if len(more) > 1 or first not in _ANY:
            yield Finding(*match.span("place"), IdentifierKind.PLACE, _POSSIBLE)
    for match in wording.beginning(frozenset({"lake"}), _LAKE, capitals=True):
        second = match[0][5:]
        if not lexicon.is_ordinary(second) and not lexicon.is_state(second):
            yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)


def _shops(wording: Wording) -> Iterator[Finding]:
    """What is in every town, with its street."""
    for match in wording.near(_SHOPS, _SHOP_ON, reach=(16, 50)):
        if match["street"].split()[0] not in _NO_STREETS:
            lead = _BY_A_SHOP.search(wording.before(match.start(), 20))
            yield Finding(match.start() - len(lead[0] if lead else ""), match.end(), IdentifierKind.PLACE, _POSSIBLE)
    for match in wording.near(_SHOPS, _STREET_SHOP, reach=(50, 50)) if wording.has(_KINDS_OF_STREET) else ():
        if match["street"] not in _NO_STREETS:
            yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)
