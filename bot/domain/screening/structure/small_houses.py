"""Homes, rehabs and jails in small letters, whose names are everyday words: "from pine hollow rehab".

Such names are put together from trees, animals, seasons, virtues and pieces of land. One of them is nothing; two of
them, where somebody comes from or goes to, are a house.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_HOMELY: Final = words_of(
    "oak maple willow pine cedar elm birch cherry apple rose magnolia holly ivy aspen ash beech chestnut cypress"
    " dogwood hickory juniper laurel linden olive orchard pecan poplar redwood sequoia spruce sycamore walnut"
    " lilac lily daisy violet jasmine lavender heather fern clover bramble blossom fox deer quail robin eagle hawk"
    " falcon swan heron dove sparrow bluebird cardinal lark beaver bear elk otter crane stone rock rocky pebble"
    " sandy crystal silver golden copper iron amber ruby lake river brook creek valley hill hillside hollow meadow"
    " garden forest prairie desert mountain canyon island harbor ocean sea bay beach lakeside lakeshore lakeview"
    " riverside riverview riverbend bayview seaside oceanview mountainview sunny sunset sunrise sunshine shady"
    " whispering quiet peaceful pleasant evergreen happy spring springs autumn summer winter morning evening"
    " twilight dawn northern southern eastern western north south east west green blue white red heritage liberty"
    " harmony serenity mercy grace hope faith providence trinity sacred holy blessed friendship comfort legacy"
    " pioneer colonial royal grand regal regency victoria windsor twin fair bright windy misty falling wood woods"
    " woodland parkside park country village bridge mill chapel abbey cottage cobblestone carriage tender loving"
    " gentle leaves leaf acorn"
)
_LAND: Final = words_of(
    "creek hollow glen brook pond run bend ridge oaks pines acres meadow meadows haven grove springs crossing"
    " landing hills heights woods lakes shores crest knoll vale cove falls view manor gardens villa villas estates"
    " birches maples willows elms cedars poplars"
)
_HOUSES: Final = words_of(
    "manor rehab rehabilitation snf hospice nursing assisted memory care skilled jail prison penitentiary village"
    " gardens estates villa villas terrace commons lodge house place towers living retirement regional memorial"
)
_SOFT: Final = words_of("village gardens estates terrace commons lodge house place towers care")
_DESCRIBE: Final = words_of(
    "quiet peaceful pleasant happy green blue white red sunny sandy rocky rock windy misty bright fair northern"
    " southern eastern western north south east west royal grand colonial village country loving gentle wood"
    " falling spring summer winter autumn morning evening mountain forest desert ocean river"
)
"""What a hill or a village is like, or where it lies."""
_VIRTUES: Final = words_of(
    "heritage liberty harmony serenity mercy grace hope faith providence trinity friendship comfort legacy"
    " pioneer tender"
)
_ENDINGS: Final = (
    "view",
    "wood",
    "brook",
    "ridge",
    "crest",
    "dale",
    "hurst",
    "haven",
    "field",
    "stone",
    "gate",
    "side",
)
_DWELLINGS: Final = words_of("house place")
_ENDS: Final = _LAND | _HOUSES
# What goes on behind the first of these words: "nursing home", "care center", "nursing and rehab".
_GOES_ON: Final = LatePattern(
    r"(?:(?<=nursing) (?:home|center|facility|(?:and|&|n) rehab\w{0,9})|(?<=assisted) living|(?<=memory) care"
    r"|(?<=skilled) nursing(?: facility)?|(?<=living) (?:center|facility)|(?<=retirement) (?:home|community)"
    r"|(?<=care) (?:center|home|facility)|(?<=rehab) (?:center|hospital|facility)|(?<=house) (?:shelter)"
    r"|(?: (?:snf|nursing home|assisted living|rehab(?: center)?|memory care|manor|village|senior living|care center"
    r"|hospice|apartments|health and rehab|nursing(?: and rehab)?|gardens|estates|elementary|high school|middle school"
    r"|shelter|church|clinic))?)(?!\w)"
)
_NEEDS_MORE: Final = words_of("assisted memory skilled living retirement care")
_BEFORE: Final = LatePattern(
    r"(?:(?:\A|[.!?\n,;:(\"] ?|\b(?:says|but|and|bc|because|so|then) )|\b(?:(?P<way>at|to|from|via|called|into|leave"
    r"|left)"
    r"|(?P<cue>by|near|in|of|(?<!at )(?<!to )(?<!from )the)) )(?P<name>(?:(?!the )[a-z]{3,14} )?[a-z]{3,14}) \Z"
)
_ACTS: Final = LatePattern(
    r" (?:sent|sends|called|calls|won'?t|wouldn'?t|refused|refuses|took|takes?|lost|said|says|discharged|never"
    r"|transferred"
    r"|staff|nurses?|aides?|has no|had no|closed|keeps|kept|told|faxed|fax|kicked|denied|dropped|wants|guy"
    r"|lady|patient|pt"
    r"|resident)\b"
)
_REACH: Final = 40
# "Came from the pine st inn": what a street gave its name.
_ON_ITS_STREET: Final = LatePattern(
    r"\b(?:from|at|to|outside|into|via|left|leave) (?:the )?(?P<house>(?!(?:the|an?|my|his|her|our|their|your|this|that"
    r"|same|next|across|off|on|one|main)\b)[a-z]{3,12} (?:st|street|ave|avenue|rd|road) (?:inn|shelter|mission|house"
    r"|motel|hotel|church|clinic|rehab|pantry))(?![\w'-])"
)
_OF_A_STREET: Final = words_of("inn shelter mission house motel hotel church clinic rehab pantry")
_STREETS: Final = words_of("st street ave avenue rd road")


def find_small_houses(wording: Wording) -> Iterator[Finding]:
    """Every house in small letters that is told by two words of which such names are made, or by a rare one."""
    for word in wording.words & _ENDS:
        for place in wording.places[word]:
            if wording.text[place].islower() and (found := _house(wording, word, place)):
                yield Finding(*found, IdentifierKind.FACILITY, Confidence.POSSIBLE)
    if wording.has(_STREETS):
        for match in wording.near(_OF_A_STREET, _ON_ITS_STREET, reach=(_REACH, 8)):
            yield Finding(*match.span("house"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _house(wording: Wording, word: str, place: int) -> tuple[int, int] | None:
    """From where to where it goes, or nothing."""
    before = _BEFORE.search(wording.before(place, _REACH))
    goes_on = _GOES_ON.match(wording.lower, place + len(word))
    if not before or not goes_on or (word in _NEEDS_MORE and not goes_on[0]):
        return None
    name = before["name"].split()
    if not all(_is_of_a_name(each) for each in name):
        return None
    acts = _ACTS.match(wording.lower, goes_on.end()) is not None
    is_surely_a_house = word in _HOUSES - _SOFT or goes_on[0].strip() != ""
    is_told = before["way"] or acts or (is_surely_a_house and before["cue"])
    if not is_told or not (is_surely_a_house or _is_a_name(name, word, acts=acts)):
        return None
    return place - len(before["name"]) - 1, goes_on.end()


def _is_of_a_name(word: str) -> bool:
    is_rare = not lexicon.is_ordinary(word) and (lexicon.is_place(word) or word.endswith(_ENDINGS))
    return is_rare or word in _HOMELY or word in _LAND


def _is_a_name(name: list[str], word: str, *, acts: bool) -> bool:
    """Whether words before a piece of land call a house, and do not only describe the land."""
    if len(name) == 1 and (name[0] in _DESCRIBE or (word in _DWELLINGS and name[0] not in _VIRTUES)):
        return False
    return len(name) > 1 or word in _LAND | _DWELLINGS or acts
