"""Street addresses, street names, post office boxes, apartments and zip codes."""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names.hand_words import is_everyday
from bot.domain.screening.structure.addresses_abroad import find_addresses_abroad
from bot.domain.screening.structure.named_corners import find_named_corners
from bot.domain.screening.structure.neighbors import is_behind_numbers
from bot.domain.screening.structure.wording import AT_DIGITS, BESIDE_DIGITS, FAR_FROM_DIGITS, Wording
from bot.domain.screening.word_sets import words_of

_STREET: Final = (
    r"(?:street|st|avenue|ave|av|boulevard|blvd|road|rd|drive|dr|lane|ln|court|ct|place|pl|terrace|ter|parkway|pkwy"
    r"|highway|hwy"
    r"|circle|cir|square|sq|alley|turnpike|trail|way|crescent|path|row|plaza)"
)
_SURE_STREET: Final = (
    r"(?:street|avenue|ave|boulevard|blvd|road|rd|lane|ln|parkway|pkwy|terrace|turnpike|st(?! (?:elev|dep|seg"
    r"|change|wave|jude))|sq|cir|blvd|ct(?! (?:scan|angio|head|chest|abd|of|showed|was|with))"
    r"|crescent|alley)"
)
_NAME: Final = r"[A-Z0-9][\w'.-]{0,24}"
_NUMBERED: Final = LatePattern(
    rf"(?<![\w.,/$-])(?:\d{{1,3}}/)?\d{{1,5}}(?:-?[A-Da-d])?,? (?:(?:North|South|East|West"
    rf"|[NSEW])\.? )?{_NAME}(?: {_NAME}){{0,2}} (?:(?i:{_STREET})|Close|Parade|Pde|Cres|Grove|Mews|Gardens|Rise)\b\.?"
    r"(?:,? (?:apt|apartment|unit|suite|#) ?#?\w{1,5}\b)?(?![\w'])"
)
_NUMBERED_SMALL: Final = LatePattern(
    rf"(?<![\w.,/$-])\d{{1,5}} (?:(?:[nsew]|[ns][ew])\.? |(?:north|south|east|west) )?(?!(?:hours?|days?|years?"
    rf"|min|minutes|hr|mg|of|on|in|the|more|to|and|year|day|mile|foot|bed|percent|units?|mcg|iu|ml)\b)"
    rf"[a-z][a-z']{{2,20}}(?: [a-z]{{3,20}})? {_SURE_STREET}(?:\b|$)\.?(?:,? (?:apt|apartment|unit|suite|#)"
    r"\.? ?#?\w{1,5}\b)?"
)
_AT_HOME: Final = LatePattern(
    rf"\b(?:lives?|lived|living|address is|home is|house is|stays?|staying|home) (?:at"
    rf"|on)? ?(?P<home>\d{{1,5}} [a-z][a-z']{{1,20}} {_STREET})\b"
)
_UNNUMBERED: Final = LatePattern(
    r"\b(?:on|off|at|near|from|to|down|along|by|of|under|not|corner of|across) (?:the )?"
    r"(?P<street>(?:[A-Z][a-z'.]{1,20} ){1,3}(?:[Ss]treet|St|[Aa]venue|Ave|[Bb]oulevard|Blvd|Road|Rd|Lane|Ln|Dr"
    r"|Parkway|Pkwy"
    r"|Terrace|Turnpike|Highway|Hwy|Square|Sq|Court|Drive|Plaza|Crossing|[Bb]ridge"
    r"|[Oo]verpass|[Uu]nderpass)"
    r"|(?<=on )(?!(?:My|His|Her|Our|Their|Your|The|Death|Skid|Front|One|Milky) )[A-Z][a-z']{2,20} (?:Way|Pike|Loop"
    r"|Alley"
    r"|Circle|Crescent|Trail|Row|Place)|\d{1,3}(?:st|nd|rd|th) (?:Street|St|Avenue|Ave)|(?:Route|Rte|Highway"
    r"|Hwy) \d{1,3}[A-Z]?)\b"
)
_NUMBER_IN_WORDS: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh)"
)
_NUMBERED_IN_WORDS: Final = LatePattern(
    rf"\b(?i:{_NUMBER_IN_WORDS}(?:[ -]{_NUMBER_IN_WORDS}){{0,3}}) (?:[A-Z][\w'.]{{1,20}} ){{1,2}}"
    r"(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Ln|Drive|Court|Terrace|Place|Way|Circle)\b"
)
# Whatever is called by its street: "the Lantern Street shelter".
_HOUSE_BEHIND: Final = LatePattern(
    r" (?:homeless )?(?:shelter|clinic|church|school|library|mosque|temple|synagogue|apartments|projects|towers"
    r"|house|inn"
    r"|motel|hotel|pantry|kitchen|armory|station|market|diner|bar|bodega|home|rehab|pharmacy|center|centre|ymca)\b"
)
_NO_STREETS: Final = LatePattern(
    r"(?:sesame|wall|memory|fast|the|abbey|penny|bourbon|easy|fleet|one-way|one way|two-way|dead-end|long|hard"
    r"|yellow brick|food"
    r"|supreme|fear|family|juvenile|drug|federal|blood|hard) (?:street|road|lane|avenue|court|drive"
    r"|square)$",
    re.IGNORECASE,
)
_CORNER: Final = LatePattern(
    r"\b(?i:corner of|intersection of"
    r"|crossing of) (?P<street>(?:the )?[A-Z0-9][\w'.]{0,20}(?: [A-Z][\w'.]{1,20})? (?:and|&) [A-Z0-9][\w'.]{0,20})"
)
_CROSSING: Final = LatePattern(
    r"\b(?:on|at|near|by) (?P<crossing>(?:(?:[NSEW]\.? )?\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,20}(?= btwn| between))"
    r" (?:and|&|btwn"
    r"|between)"
    r" (?:\d{1,3}(?:st|nd|rd|th)(?: (?:and|&|n) \d{1,3}(?:st|nd|rd|th))?"
    r"|[A-Z][a-z]{2,20}))(?= (?:near|by|in|where|with)\b|[.,!?\n]|$)"
)
# Whatever is told of it: "under the 9th st overpass", "found down on mlk blvd".
_ORDINAL_STREET: Final = LatePattern(
    r"\b(?<![\w.,/$-])(?:\d{1,5}(?:[a-d]| 1/2)? )?(?:(?:north|south|east|west|n|s|e|w|ne|nw|se|sw)\.? )?"
    r"\d{1,3}(?:st|nd|rd|th) (?:street|st\b(?! (?:elev|dep|seg|change|wave))|avenue|ave|blvd|boulevard|rd|pl)\b\.?"
    r"(?! of)"
)
_BLOCK: Final = LatePattern(r"(?<![\w.,/$-])\d{2,5} block of (?:[a-z0-9']{1,16} ){0,3}[a-z0-9']{2,16}\b")
_NUMBERED_HOME: Final = LatePattern(
    r"(?<![\w.,/$-])\d{1,5}[a-d]? (?!(?:of|in|on|and|to|bed|hours|days"
    r"|room)\b)[a-z][a-z']{2,16}(?: [a-z][a-z']{2,16})?,?"
    r" (?:apt|apartment|unit|suite|ste|#)\b\.? ?#?\w{1,4}\b"
)
_SHORT_STREET: Final = LatePattern(
    r"(?<![\w'/-])(?!(?:the|a|an|this|that|my|our|his|her|on|at|to|in|of|off|down|main|every|same|other|next|and)\b)"
    r"[a-z][a-z']{1,20} (?:blvd|boulevard|ave(?! maria)|pkwy|parkway|turnpike|tpke|expressway)\b\.?"
    r"|\b(?:on|off|down|at|near) (?P<street>(?!(?:the|a|an|this|that|my|our|his|her|their|your|every|same|other"
    r"|next|one"
    r"|some|any|no|side|back|cross|city|open|dark|busy|quiet|empty|ice|icy|dirt|gravel|main|death)\b)"
    r"[a-z][a-z']{2,15} (?:street|road|lane|square|avenue))(?![\w'-])(?! (?:clothes|corner|food|drugs?|smarts|trip"
    r"|test))"
)
_HIGHWAY: Final = LatePattern(
    r"\b(?:exit \d{1,3}[a-z]? (?:on|off|of|from) (?:the )?)?(?:(?:(?:county|cty|state|rural|farm|ranch|forest|township"
    r"|twp|range|service|farm-to-market) )?(?:route|rte|rt|highway|hwy)|interstate"
    r"|(?:county|cty|state|rural|farm|ranch|forest|township|twp|range|service|farm-to-market) (?:road|rd)\.?"
    r"|(?<=\bon )(?:fm|cr)(?= \d{4})|(?<=\boff )(?:fm|cr)(?= \d{2})|i-|us-) ?\d{1,4}[a-z]?\b"
    r"(?! (?:of|error|mg|mcg|ml|units?|hours?|hrs?|days?|min|minutes|times)\b)(?!%|[.,/]\d)"
    r"(?: (?:past|near|by|behind|outside|across from) (?:the )?(?:[\w'-]{2,14} ){0,2}(?:exit|elevator|tower|bridge"
    r"|station"
    r"|school|church|barn|mill|store|overpass|tracks|farm|diner|dump|dam|silo|quarry|ramp|interchange)\b)?"
    r"|\bmile marker \d{1,3}\b"
)
_COMMON_STREETS: Final = (
    r"(?:main|elm|oak|maple|vine|pine|cedar|walnut|chestnut|spruce|market|broadway|washington|lincoln|jefferson"
    r"|madison|jackson|park|spring|union|church|front|grand|mission|state|central|market|water|mlk|alder|ash|aspen"
    r"|beech|birch|cherry|cypress|dogwood|fir|hawthorne?|hickory|juniper|laurel|linden|locust|magnolia|mulberry"
    r"|myrtle|olive|peach|pecan|plum|poplar|sycamore|willow|adams|monroe|harrison|grant|franklin|lafayette|liberty"
    r"|high|mill|bridge|river|lake|canal|dock|depot|bank|court|school|college|prospect|pleasant|summit|highland"
    r"|[a-z]{3,12} (?:st|ave))"
)
_COMMON_CROSSING: Final = LatePattern(
    rf"\b(?:on|at|near|by|of|off|from|around|is|was|corner|between|to) (?P<crossing>(?:\d{{1,3}}(?:st|nd|rd"
    rf"|th)|{_COMMON_STREETS}) (?:and|&|n)"
    rf" (?:{_COMMON_STREETS}|\d{{1,3}}(?:st|nd|rd|th)(?! (?:day|time|floor|try|hour|night|grade|year))))(?![\w'])"
)
_CROSSED: Final = LatePattern(
    r"\d(?:st|nd|rd|th) (?:and|&|n|btwn|between) |(?:(?<=and )|(?<=[&n] ))\d{1,3}(?:st|nd|rd|th)"
)
_AND_ANOTHER: Final = LatePattern(r"(?:st|nd|rd|th) (?:and|&|n|btwn|between) ")
_JOINTS: Final = ("and ", "& ", "n ")
_LOT: Final = LatePattern(
    r"\b(?:lot|space|site|trailer) #?\d{1,4}[a-z]?(?= (?:at|in|of) [^.!?\n]{1,40}\b(?:park|village|court|estates)\b)"
)
_BOX: Final = LatePattern(
    r"\b(?:p\.? ?o\.? ?box ?#?\d{1,6}|(?:rr|hc|rural route|star route) ?#?\d{1,3},? box ?#?\d{1,5})\b"
)
_APARTMENT: Final = LatePattern(
    r"\b(?:apt|apartment)\.? ?(?:number |no\.? )?#?(?=[a-z]?\d|[a-z]\b(?! little| lot))[a-z]?\d{0,4}[a-z]?\b"
)
_ZIP: Final = LatePattern(
    r"\b(?:zip|postal|post)(?: ?code)?s?(?: (?:is|was|of))?[ :]{1,2}(?P<zip>\d{5}(?:-\d{4})?)(?!\d)"
    r"|(?<![\w.,-])\d{5}-\d{4}(?![\w-])"
    r"|\b(?:ma|mass|ny|ca|tx|fl|ri|nh|vt|ct|nj|pa|oh|il|mi|ga|nc|va|wa|az|tn|mo|md|wi|mn|co|sc|la|ky|or|ok|ia|ms|ar"
    r"|ks|nv|nm|ne|wv|ut|hi|me|mt|de|sd|nd|ak|dc|wy|id|al)"
    r",? (?P<state_zip>\d{5})(?! ?(?:units?|steps|cells|people))(?!\w)"
)
_FIVE_DIGITS: Final = LatePattern(r"\d{5}")
_ZIP_DIGITS: Final = 5
_SHOPS: Final = (
    r"(?:cvs|walgreens|rite ?aid|target|walmart|safeway|kroger|publix|aldi|costco|wawa|sheetz|7-?eleven|seven eleven"
    r"|dunkin|starbucks|mcdonald'?s|kfc|taco bell|burger king|popeyes|wendy'?s|subway|whole foods|dollar (?:general"
    r"|tree)|family dollar|shell|exxon|chevron|bp|home depot|lowe'?s|bodega|gas station|laundromat|laundry|liquor store"
    r"|corner store|bus stop|bus shelter|barber ?shop|pawn shop|pharmacy|goodwill|supermarket|grocery|grocery store"
    r"|deli|pizza place|car wash|ymca|ywca|y(?= on)|vfw|greyhound|greyhound station|bus station"
    r"|train station|circle k|citgo|sunoco|salvation army|rec center|motel 6|church"
    r"|market|underpass|park bench|encampment|library|post office|methadone clinic|dollar"
    r" store|store|food bank|soup kitchen|smoke shop|nail salon|davita|fresenius)"
)
# In small letters too: "the cvs on tremont".
_SMALL_SHOP: Final = LatePattern(
    rf"\b(?P<shop>(?:(?:the|that|a) )?{_SHOPS} (?:on|off|by) (?P<on>(?:\d{{1,3}}(?:st|nd|rd|th)(?! (?:floor|day))"
    rf"|(?:route|rte|rt|highway|hwy) \d{{1,3}}"
    r"|[a-z]{3,14})(?: (?:st|ave|street|avenue|rd|road|blvd))?))(?![\w'])"
)
# The other street of a corner: "the laundromat on Delancey and 9th".
_OTHER_STREET: Final = LatePattern(
    r" (?:and|&|n) \d{1,3}(?:st|nd|rd|th)(?=[.,;:!?)]|$|\n| (?:is|was|and|where|who|in|by|near|with|bc|because|st"
    r"|street|ave|avenue)\b)(?: (?:st|street|ave|avenue)\b)?"
)
_ON_ITS_STREET: Final = LatePattern(r" (?:on|off|by) [a-z\d]")
_SHOP_WORDS: Final = words_of(
    "cvs walgreens rite riteaid target walmart safeway kroger publix aldi costco wawa sheetz eleven dunkin starbucks"
    " mcdonalds mcdonald kfc taco burger popeyes wendys wendy subway foods dollar shell exxon chevron bp depot lowes"
    " lowe bodega gas laundromat laundry liquor corner bus barber barbershop pawn pharmacy goodwill supermarket grocery"
    " deli pizza wash market underpass bench encampment library office clinic store bank kitchen shop"
    " salon davita fresenius ymca ywca y vfw greyhound station k citgo sunoco army center motel church"
)
_STREETS_OF_SHOPS: Final = words_of(
    "main elm oak maple vine pine cedar walnut chestnut spruce market broadway washington lincoln jefferson madison"
    " jackson park union front grand mission water mlk franklin alder ash birch cherry cypress hickory locust magnolia"
    " mulberry myrtle poplar sycamore willow adams monroe harrison grant lafayette canal prospect"
    " highland linden laurel juniper dogwood hawthorne central"
)
# Small "the tobin bridge", whatever else is told of it.
_SMALL_BRIDGE: Final = LatePattern(
    r"\b(?:under|underneath|beneath|below|at|near|by|on|off|over|across|behind|from|of) (?:the )?(?P<bridge>(?P<own>"
    r"[a-z][a-z'.]{2,15})(?P<more> (?:ave|avenue|st|street|river|creek|memorial|island))? (?:bridge|overpass|underpass"
    r"|viaduct|tunnel|pier|ferry|reservoir|causeway|marina|station|stop|terminal|mall|plaza|projects|towers|campground"
    r"|fairgrounds|boardwalk|trailhead))\b"
)
_BRIDGES: Final = words_of(
    "bridge overpass underpass viaduct tunnel pier ferry reservoir causeway marina station stop terminal mall plaza"
    " projects towers campground fairgrounds boardwalk trailhead"
)
# Where somebody lives or was hit: "lives on wilcox", "hit by a car on halsted".
_ON_A_STREET: Final = LatePattern(
    r"(?:on|off(?: of)?) (?P<on>(?P<name>[a-z]{4,14})(?: (?:st|ave|street|avenue|rd|road|blvd))?)(?![\w'])"
)
_IS_ON: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|hit|struck|car|bus|truck|train|bike|scooter|motorcycle|crash(?:ed)?"
    r"|accident|wreck|shot|stabbed|robbed|jumped|house|apartment|duplex|tent|camp|corner|block|building|stoop|porch"
    r"|bodega|shop|trap house|pulled over|walking|stuck) (?:up |down |over |out )?\Z"
)
_ON_STREETS: Final = frozenset({"on", "off"})
_ON_IN_CAPITALS: Final = LatePattern(r"(?:on|off) [\dA-Z]")
_SMALL_CORNER: Final = LatePattern(
    r"\b(?:corner of|intersection of|crossing of) (?P<corner>(?P<one>\d{1,3}(?:st|nd|rd|th)|[a-z]{3,14})"
    r" (?:and|&|n) (?P<two>\d{1,3}(?:st|nd|rd|th)|[a-z]{3,14}))(?![\w'])"
)
# A shop is anywhere, but not with its street: "the Walgreens on 3rd".
_SHOP: Final = LatePattern(
    r"\b(?:the|at|behind|by|near|outside|from|to) (?P<street>[A-Z][\w'&]{2,15}(?: (?:& )?[A-Z][\w']{1,12}){0,2}"
    r" (?:on|off)"
    r" (?:\d{1,3}(?:st|nd|rd|th)|Main|Elm|Oak|Maple|Pine|Cedar|Walnut|Chestnut|Broadway|Washington|Lincoln|Market"
    r"|Park|Grand"
    r"|Grove|[A-Z][a-z]{3,12} (?:St|Ave|Street|Avenue)))\b(?! (?:floor|day|hour|try|call|of))"
)
_SHOP_STREETS: Final = words_of(
    "st nd rd th main elm oak maple pine cedar walnut chestnut broadway washington lincoln market park grand grove ave"
    " street avenue"
)
# "Under the bridge by 1600 Delmar": a house's number and its street, where somebody sleeps or was found.
_BY_A_NUMBER: Final = LatePattern(
    r"(?:by|near|behind|outside|(?<![a-z])at(?! (?:1\d|2[0-3]|0\d)[0-5]\d\b)) (?P<street>\d{3,5}"
    r" (?P<name>[A-Z][a-z]{3,14}))(?![\w'])(?! (?:said|says|told|asked|was|is|had|and [A-Z]))"
)
_BY: Final = words_of("by near behind outside at")
_SLEEPS: Final = LatePattern(
    r"\b(?:address|liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|sle(?:eps?|pt|eping)|bridge|overpass|camp(?:s|ed|ing)?|tent"
    r"|corner|porch|stoop|house|home|found|picked up|bus stop|shelter)\b[^.!?\n]{0,40}\Z"
)
_NUMBERS_IN_WORDS: Final = frozenset(_NUMBER_IN_WORDS[3:-1].split("|"))
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_LOTS: Final = words_of("lot space site trailer")
_HOMES: Final = words_of("apt apartment unit suite ste")
_BOXES: Final = words_of("p po pobox rr hc rural star")
_SHORT_TRIGGERS: Final = words_of(
    "blvd boulevard ave avenue pkwy parkway turnpike tpke expressway street road lane square"
)
_LIVES: Final = words_of("live lives lived living address home house stay stays staying")
_HIGHWAYS: Final = words_of(
    "exit county cty state rural farm ranch forest township twp range service route rte rt highway hwy interstate fm cr"
    " i us mile"
)
_STREET_TRIGGERS: Final = words_of(
    "street st avenue ave av boulevard blvd road rd drive dr lane ln court ct place pl terrace ter parkway pkwy"
    " highway hwy circle cir square sq alley turnpike trail way crescent path row plaza route rte bridge overpass"
    " underpass"
)
_NUMBERED_STREETS: Final = _STREET_TRIGGERS | words_of("close parade pde cres grove mews gardens rise")
_STREETS_IN_CAPITALS: Final = _STREET_TRIGGERS | words_of("pike loop crossing")
_IN_CAPITALS: Final = LatePattern(r"[A-Z]|bridge|overpass|underpass|street|avenue|boulevard")


def find_addresses(wording: Wording) -> Iterator[Finding]:
    """Every address or part of one that is smaller than a town."""
    for match in _matches(wording):
        group = match.lastgroup or 0
        if group != "street" or not _NO_STREETS.search(match[group]):
            behind = _HOUSE_BEHIND.match(wording.lower, match.end(group)) or _other_street(wording, match.end(group))
            yield Finding(match.start(group), behind.end() if behind else match.end(group), IdentifierKind.ADDRESS)
    yield from find_named_corners(wording)
    yield from find_addresses_abroad(wording)


def _matches(wording: Wording) -> Iterator[re.Match[str]]:
    yield from _streets(wording)
    yield from _crossings(wording)
    yield from _landmarks(wording)
    yield from _homes(wording)


def _other_street(wording: Wording, end: int) -> re.Match[str] | None:
    """The number of the other street, where a corner is told by two."""
    return _OTHER_STREET.match(wording.lower, end) if wording.has(_ORDINALS) else None


def _streets(wording: Wording) -> Iterator[re.Match[str]]:
    if wording.has(_NUMBERED_STREETS):
        yield from wording.at_digits(_NUMBERED, capitals=True)
    if wording.has(_STREET_TRIGGERS):
        if any(wording.beginning(_STREETS_IN_CAPITALS, _IN_CAPITALS, capitals=True)):
            yield from wording.near(_STREET_TRIGGERS, _UNNUMBERED, reach=(90, 20), capitals=True)
            if wording.has(_NUMBERS_IN_WORDS):
                yield from wording.beginning(_NUMBERS_IN_WORDS, _NUMBERED_IN_WORDS, capitals=True)
        yield from wording.at_digits(_NUMBERED_SMALL)
        yield from wording.before_digits(_LIVES, _AT_HOME)
        if wording.has(_ORDINALS):
            yield from wording.with_digits(_ORDINAL_STREET, reach=AT_DIGITS)
    yield from wording.near(_SHORT_TRIGGERS, _SHORT_STREET, reach=(30, 16))
    if wording.has(_SHOP_STREETS) and any(wording.beginning(_ON_STREETS, _ON_IN_CAPITALS, capitals=True)):
        yield from wording.near(_SHOP_STREETS, _SHOP, reach=(70, 8), capitals=True)
    yield from wording.before_digits(_HIGHWAYS, _HIGHWAY)


def _crossings(wording: Wording) -> Iterator[re.Match[str]]:
    if wording.has(("corner", "intersection", "crossing")):
        yield from _CORNER.finditer(wording.text)
        for match in _SMALL_CORNER.finditer(wording.lower):
            if _is_a_street(match["one"]) or _is_a_street(match["two"]):
                yield match
    if wording.has(_ORDINALS) and _is_one_crossed(wording):
        yield from wording.near_such_digits(_CROSSED, _COMMON_CROSSING, reach=FAR_FROM_DIGITS)
        yield from wording.near_such_digits(_CROSSED, _CROSSING, capitals=True, reach=(40, 64))


def _is_one_crossed(wording: Wording) -> bool:
    """Whether another street may stand beside one with a number."""
    is_first = is_behind_numbers(wording, _AND_ANOTHER)
    return is_first or any(wording.lower.endswith(_JOINTS, 0, start) for start, _ in wording.numeric)


def _landmarks(wording: Wording) -> Iterator[re.Match[str]]:
    """What is everywhere and yet one: "the cvs on tremont", "under the tobin bridge"."""
    if any(wording.near(_SHOP_WORDS, _ON_ITS_STREET, reach=(0, 24))):
        for match in wording.near(_SHOP_WORDS, _SMALL_SHOP, reach=(24, 40)):
            if _is_a_street(match["on"]):
                yield match
    for match in wording.beginning(_ON_STREETS, _ON_A_STREET):
        if _is_a_streets_name(match["name"]) and _IS_ON.search(wording.before(match.start(), 24)):
            yield match
    for match in wording.near(_BRIDGES, _SMALL_BRIDGE, reach=(50, 12)):
        if match["more"] or not is_everyday(match["own"]):
            yield match


def _is_a_streets_name(name: str) -> bool:
    """Whether streets are called so, and hardly anything else."""
    is_known = lexicon.is_family(name) or lexicon.is_place(name)
    return is_known and not is_everyday(name) and not lexicon.is_common_name(name)


def _is_a_street(said: str) -> bool:
    """Whether a word behind "on" is rather a street than a day or a side."""
    first = said.split(" ")[0]
    return first != said or first[0].isdigit() or first in _STREETS_OF_SHOPS or not is_everyday(first)


def _by_numbers(wording: Wording) -> Iterator[re.Match[str]]:
    """A house's number and its street alone, where somebody lives, sleeps or was found."""
    for match in wording.before_digits(_BY, _BY_A_NUMBER, capitals=True):
        name = match["name"].lower()
        is_street = name in _STREETS_OF_SHOPS or not (is_everyday(name) or lexicon.is_common_name(name))
        if is_street and _SLEEPS.search(wording.before(match.start(), 60)):
            yield match


def _homes(wording: Wording) -> Iterator[re.Match[str]]:
    yield from wording.before_digits(_LOTS, _LOT)
    yield from _by_numbers(wording)
    if wording.has(_HOMES):
        yield from wording.at_digits(_NUMBERED_HOME)
    if "block" in wording.words:
        yield from wording.at_digits(_BLOCK)
    if "box" in wording.words:
        yield from wording.before_digits(_BOXES, _BOX)
    if wording.has(("apt", "apartment")):
        yield from _APARTMENT.finditer(wording.lower)
    if any(end - start >= _ZIP_DIGITS for start, end in wording.numeric):
        yield from wording.near_such_digits(_FIVE_DIGITS, _ZIP, reach=BESIDE_DIGITS)
