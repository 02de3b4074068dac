"""Towns by what stands beside them: their state, their people, how far they are. "Natick, MA", "a fall river kid"."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import places_behind_capitals, stretches
from bot.domain.screening.structure.place_words import BIG_TOWNS, NO_PLACES
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_POSSIBLE: Final = Confidence.POSSIBLE
_DEMONYM: Final = LatePattern(
    r"(?P<place>[A-Z](?<![\w'].)[a-z]{3,15}(?: [A-Z][a-z]{3,15})?)(?= (?:girl|boy|native|kid|accent|guy|gal"
    r"|resident|neighborhood|projects|apartment|townie|folks|lady|born|police|ER|ED|mom|family(?! (?:stud"
    r"|cohort|trial))|families|couple|man|woman|farmer|fisherman"
    r"|grandmother|grandma|teen|teenager|fire department|suburbs?)\b)"
)
_IN_STATE: Final = LatePattern(
    r"(?P<place>[A-Z](?<![\w'].)[a-z']{2,15}(?: [A-Z][a-z]{2,15}){0,2}),? (?:MA|NY|NYC|CT|RI|NH|VT|ME|NJ|PA|TX|FL|CA"
    r"|GA|OH|IL|MI|NC|SC|VA|WA|AZ|TN|MO|WI|MN|CO|LA|KY|OR|IA|AR|KS|NV|NM|NE|WV|UT|Mass|Massachusetts|Texas|Ohio|Maine"
    r"|Florida"
    r"|California|Vermont|Connecticut|Georgia|Alabama|Mississippi|Louisiana|Kentucky|Tennessee|Oregon|Michigan"
    r"|Illinois|Iowa|Kansas|Virginia|Pennsylvania|New York|New Hampshire|New Jersey|Rhode Island)\b\.?(?! (?:said"
    r"|told|helped|and I))"
)
_DEMONYM_SMALL: Final = LatePattern(
    r"\b(?:an?|the|this|that|other|fellow|old|typical|true|real|proud) (?P<place>[a-z]{4,15}(?: [a-z]{3,15})?)"
    r"(?= (?:girl|boy|native|kid|accent|guy|gal|resident|neighborhood|townie|lady|man|woman|people|folks)\b)"
)
_LEADS: Final = ("a", "an", "the", "this", "that", "other", "fellow", "old", "typical", "true", "real", "proud")
_OF_A_TOWN: Final = words_of(
    "girl boy native kid accent guy gal resident neighborhood townie lady man woman people folks"
)
_DEMONYM_TRIGGERS: Final = words_of(
    "girl boy native kid accent guy gal resident neighborhood townie lady man woman people folks projects apartment"
    " born police er ed mom fire suburb suburbs family families couple farmer fisherman grandmother grandma teen"
    " teenager"
)
_STATES: Final = words_of(
    "ma ny nyc ct ri nh vt nj pa tx fl ca ga oh il mi nc sc va wa az tn mo wi mn co la ky ia ar ks nv nm ne wv ut mass"
    " massachusetts texas ohio maine florida california vermont connecticut georgia alabama mississippi louisiana"
    " kentucky tennessee oregon michigan illinois iowa kansas virginia pennsylvania york hampshire jersey island"
)
_COMMA_STATE: Final = LatePattern(r", ?[A-Z]{2}\b")
_BEFORE_STATE: Final = LatePattern(
    r"\b(?:from|in|near|of|outside|to) (?P<place>[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?), ?(?:A[LKZR]|C[AOT]|DE|FL|GA"
    r"|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
_IS_WHERE: Final = LatePattern(
    r"(?P<place>[A-Z][a-z]{3,15}(?: [A-Z][a-z]{2,15})?) (?:is|was) (?:where\b"
    r"|(?:[a-z\d]{1,7} ){1,2}(?:hours?|hrs?|miles?|minutes?|min) (?:away|from|north|south|east|west|out|by)\b)"
)
_IS_FAR: Final = words_of("where hours hour hrs hr miles mile minutes minute min")
# Where somebody comes from "originally" is a town, though both its words may be everyday ones: "from moose jaw".
_ORIGINALLY: Final = LatePattern(
    r"\bfrom (?P<place>(?!(?:the|an?|my|our|his|her|their|your|out|up|down|over|back|around|here|there|somewhere"
    r"|another|different|this|that|some|room|bed|down|across|far|all)\b)[a-z]{3,12} [a-z]{3,12}) originally\b"
    r"|\boriginally from (?P<from>(?!(?:the|an?|my|our|his|her|their|your|out|up|down|over|back|around|here|there"
    r"|somewhere|another|different|this|that|some|room|bed|down|across|far|all)\b)[a-z]{3,12} [a-z]{3,12})"
    r"(?=[.,;:!?)]|$|\n| (?:and|but|so|he|she|they|w|with)\b)"
)
_NO_TOWN: Final = words_of(
    "medicine surgery peds psych cardiology neurology oncology icu ed clinic home hospital floor service team away"
    " coast country side town city state island islands farm family africa america asia europe east west north south"
    " way abroad overseas and but now with one two three four five six day days week weeks month months year years"
    " floors unit units york"
)
_BEFORE: Final = 44
# "Farms sorghum outside Hays": what farmers live near, though it be a word or a name besides.
_NEAR_A_FARM: Final = LatePattern(
    r"\b(?:[Ff]arm(?:s|ed|er|ing)?|[Rr]anch(?:es|ed|er|ing)?|[Cc]attle|[Aa]cres|[Tt]ractor|[Cc]ombine|[Hh]omestead)\b"
    r"[^.!?\n]{0,30}? (?:outside|near|south of|north of|east of|west of)(?: of)? (?P<place>[A-Z][a-z]{3,14}"
    r"(?: [A-Z][a-z]{3,14})?)(?![\w'-])"
)
_FARMS: Final = words_of(
    "farm farms farmed farmer farming ranch ranches ranched rancher ranching cattle acres tractor combine homestead"
)


def find_towns_beside(wording: Wording) -> Iterator[Finding]:
    """Every town that is told by what stands beside it."""
    yield from _beside(wording)
    yield from _beside_in_small(wording)
    yield from _beginning(wording)
    yield from _originally(wording)
    for match in wording.near(_FARMS, _NEAR_A_FARM, reach=(0, 72), capitals=True):
        if lexicon.is_place(match["place"]) and match["place"].lower() not in NO_PLACES:
            yield Finding(*match.span("place"), IdentifierKind.PLACE, _POSSIBLE)


def _originally(wording: Wording) -> Iterator[Finding]:
    """Two words in small letters where somebody is from originally."""
    for match in wording.near(frozenset({"originally"}), _ORIGINALLY, reach=(40, 50)):
        group = match.lastgroup or "place"
        words = match[group].split()
        if lexicon.is_state(match[group]) or lexicon.is_state(words[0]) or lexicon.is_state(words[-1]):
            continue
        if _NO_TOWN.isdisjoint(words):
            yield Finding(*match.span(group), IdentifierKind.PLACE, _POSSIBLE)


def _beside(wording: Wording) -> Iterator[Finding]:
    """A town before its state or before its people: "Natick, MA", "a Natick kid"."""
    people = stretches(places_behind_capitals(wording, _DEMONYM_TRIGGERS), 40, 40)
    natives = chain.from_iterable(_DEMONYM.finditer(wording.text, *each) for each in people)
    for match in chain(natives, wording.near(_STATES, _IN_STATE, reach=(60, 40), capitals=True)):
        if _is_town(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.PLACE)
    if _COMMA_STATE.search(wording.text):
        for match in _BEFORE_STATE.finditer(wording.text):
            yield Finding(*match.span("place"), IdentifierKind.PLACE)


def _beginning(wording: Wording) -> Iterator[Finding]:
    """ "Brownsville is where she learned to sew", "Chinle is four hours away"."""
    for match in wording.near(_IS_FAR, _IS_WHERE, reach=(60, 12), capitals=True):
        if lexicon.is_place(match["place"]) and not lexicon.is_ordinary(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.PLACE, _POSSIBLE)


def _beside_in_small(wording: Wording) -> Iterator[Finding]:
    """The same in small letters: "a fall river kid", "that natick accent"."""
    called = {
        tuple(wording.before(place, _BEFORE).split(" ")[-4:-1])
        for word in wording.words & _OF_A_TOWN
        for place in wording.places[word]
    }
    if not any(map(_is_of_a_town, called)):
        return
    for match in wording.near(_OF_A_TOWN, _DEMONYM_SMALL, reach=(50, 20)):
        if _is_small_town(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.PLACE)


def _is_of_a_town(words: tuple[str, ...]) -> bool:
    """Whether the words before a "girl" may be a town: a rare one behind a "the", or two that are one together."""
    *_, before, first, second = ("", "", "", *words)
    if first.endswith(_LEADS) and not lexicon.is_ordinary(second):
        return True
    return before.endswith(_LEADS) and lexicon.is_place(f"{first} {second}")


def _is_small_town(said: str) -> bool:
    """Whether "a fall river kid" is of that town."""
    if not lexicon.is_place(said) or lexicon.is_state(said):
        return False
    if " " in said:
        return not any(known(said) for known in (lexicon.is_given, lexicon.is_family, lexicon.is_ordinary))
    return not any(
        known(said) for known in (lexicon.is_given, lexicon.is_family, lexicon.is_ordinary, lexicon.is_eponym)
    )


def _is_town(said: str) -> bool:
    """Whether a name beside a state or a "native" is a town's, whatever else it may be."""
    known = lexicon.is_place(said) and not lexicon.is_common_name(said) and said.lower() not in NO_PLACES
    return known and (not lexicon.is_ordinary(said) or said.lower() in BIG_TOWNS)
