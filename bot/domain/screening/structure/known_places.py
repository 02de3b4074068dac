"""Places that need nothing beside them: counties, parts of towns that many know, names of towns and nothing else."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names.cars import COLORS
from bot.domain.screening.structure.place_words import BEGIN_TOWNS, NO_PLACES, TOWN_FROM
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_DEFINITE: Final = Confidence.DEFINITE
_POSSIBLE: Final = Confidence.POSSIBLE
_PLACE: Final = lexicon.Known.PLACE.value
_COUNTY: Final = LatePattern(
    r"(?<![\w'])(?P<place>[A-Z][\w'.-]{2,15}(?: [A-Z][\w'.-]{2,15})? (?i:county|township|borough|reservation|heights"
    r"|island))\b|\b(?:in|from|near|to|around|outside) (?P<small>(?P<name>(?!(?:the|this|that"
    r"|inner|new|big|your"
    r"|our|his"
    r"|her|whole|every|any|another|other|same|home|capital)\b)[a-z]{4,15})"
    r" (?:county|heights|city|township|borough|springs|falls))\b(?! (?:hall|council|life|bus|folks|limits|jail|people))"
)
_COUNTY_BEFORE: Final = LatePattern(r"\b(?:County|Co\.) (?P<name>[A-Z][a-z]{3,12})\b")
# Before some of them stands a "the" that belongs to them.
_KNOWN: Final = LatePattern(
    r"\b(?:(?P<the>(?<=\bthe )(?:bronx|(?:south|north|west|east) end|cape|berkshires|catskills|poconos|hamptons"
    r"|tenderloin|outer banks|upper peninsula|iron range|eastern shore|lowcountry|low country|panhandle|ozarks"
    r"|lower ninth)|(?:north|south) (?:shore|end|side) of \w{3,12}|northern neck|(?:lower )?ninth ward"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) ward)"
    r"|cape cod|(?:upper|lower) (?:east|west) side|southie|back bay|bay area|staten island|long island|nyc"
    r"|new york city|mexico city|silicon valley|martha'?s vineyard|navajo nation|brooklyn|manhattan|harlem|skid row"
    r"|south central|beacon hill|jamaica plain|mission hill|chinatown|little (?:haiti|havana|italy|saigon|tokyo)"
    r"|hell's kitchen|bed-?stuy|fort greene|mississippi delta|rio grande valley|twin cities|quad cities|tri-cities"
    r"|(?<!muscle )mass (?:and|&|n) cass|methadone mile|downtown eastside"
    r"|philly|san juan|los angeles|san francisco|las vegas|new orleans)\b"
)
_KNOWN_BEGIN: Final = words_of(
    "bronx south north west east cape berkshires catskills poconos hamptons tenderloin outer upper iron eastern"
    " lowcountry low panhandle ozarks lower northern ninth first second third fourth fifth sixth seventh eighth southie"
    " back bay mass methadone downtown staten long nyc new mexico silicon martha marthas navajo brooklyn manhattan"
    " harlem skid beacon jamaica"
    " mission chinatown little hell bed bedstuy fort mississippi rio twin quad tri philly san los las"
)
_KNOWN_TRIGGERS: Final = words_of(
    "bronx shore end side cod cape southie bay island nyc york city valley vineyard berkshires catskills poconos"
    " hamptons navajo brooklyn manhattan harlem skid central hill plain chinatown little delta cities philly juan"
    " angeles francisco vegas orleans tenderloin neck ward kitchen banks peninsula range eastern lowcountry country"
    " panhandle ozarks ninth stuy bedstuy greene cass mile eastside"
)
_HYPHENATED: Final = LatePattern(r"[A-Z](?<![\w-].)[a-z]{2,12}(?:-[A-Za-z]{2,12}){1,3}(?![\w-])")
_HYPHEN: Final = LatePattern("-")
_CAPITAL: Final = LatePattern(
    r"(?P<town>[A-Z](?<=[a-z,:;(=] .)[a-z]{3,15}(?: [A-Z][a-z]{2,15})?\b(?![-'@.]\w| (?:[A-Z]|scor|risk|stud|trial"
    r"|criteria|virus|crit|collar|chromosome|splint|brace|catheter|needle|retractor|forceps|clamp|scale|protocol"
    r"|classification|position)))"
)
_HOMETOWN: Final = LatePattern(r"\b(?:hometown|home|birthplace|village|city|town)(?::| is| was| =|,)? $")
# Plain numbers: a flag of an enum takes longer to be joined than a word to be found.
_KINDS_OF_WORD: Final = 0xFF & ~lexicon.Known.AMBIGUOUS.value
_KNOWN_FOR_MORE: Final = words_of(
    "framingham glasgow boston tuskegee lyme ebola zika bristol ottawa wuhan hollywood broadway vegas nuremberg"
    " helsinki geneva belmont coxsackie marburg vienna edinburgh montreal toronto bethesda cambridge"
    " hershey chernobyl hiroshima"
    " auschwitz barcelona bombay bermuda havana milan manila cadillac yukon eldorado gouda waterloo pompeii"
    " sparta babylon bethlehem nazareth versailles woodstock coachella wimbledon arial timbuktu nineveh"
)
_CARS: Final = words_of("tacoma malibu pontiac plymouth winnebago cadillac tucson durango sedona telluride seville")
"""Towns that cars are called by, which stand behind an article: "his Tacoma"."""
_A_CAR: Final = LatePattern(rf"\b(?:an?|his|her|my|our|their|old|new|{'|'.join(sorted(COLORS))}|\d\d) \Z")
_COUNTIES: Final = frozenset({"county", "co"})
_PARTS_OF_A_STATE: Final = words_of("county township borough reservation heights island city springs falls")


def find_known_places(wording: Wording) -> Iterator[Finding]:
    """Every place that is called so by itself."""
    yield from _alone(wording)
    yield from _named(wording)


def _alone(wording: Wording) -> Iterator[Finding]:
    """What is the name of a town and of nothing else, in capitals: sure beside "hometown", else possible."""
    for match in _CAPITAL.finditer(wording.text):
        said = match["town"]
        if len(said) < TOWN_FROM:
            continue
        # Small letters are looked up sooner.
        plain = said.lower()
        if lexicon.known_as(plain) & _KINDS_OF_WORD == _PLACE and plain not in _KNOWN_FOR_MORE:
            if plain in _CARS and _A_CAR.search(wording.before(match.start("town"), 10)):
                continue
            is_town = _HOMETOWN.search(wording.before(match.start("town"))) is not None
            yield Finding(*match.span("town"), IdentifierKind.PLACE, _DEFINITE if is_town else _POSSIBLE)
    yield from _hyphenated(wording)


def _hyphenated(wording: Wording) -> Iterator[Finding]:
    if "-" in wording.text:
        for match in chain.from_iterable(
            _HYPHENATED.finditer(wording.text, *each) for each in wording.unspaced(_HYPHEN)
        ):
            if lexicon.is_place(match[0].replace("-", " ")):
                yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)


def _named(wording: Wording) -> Iterator[Finding]:
    if wording.has(_PARTS_OF_A_STATE):
        for match in wording.near(_PARTS_OF_A_STATE, _COUNTY, reach=(60, 20), capitals=True):
            first = (match["place"] or match["name"]).split()[0].lower()
            group = "place" if match["place"] else "small"
            is_place = lexicon.is_place(first) or lexicon.is_place(match[group])
            is_place |= first in BEGIN_TOWNS and " " in match[group]
            if first not in NO_PLACES and (not lexicon.is_ordinary(first) or is_place):
                yield Finding(*match.span(group), IdentifierKind.PLACE)
    for match in wording.beginning(_COUNTIES, _COUNTY_BEFORE, capitals=True):
        if not lexicon.is_ordinary(match["name"]):
            yield Finding(*match.span(), IdentifierKind.PLACE)
    for match in wording.beginning(_KNOWN_BEGIN, _KNOWN) if wording.has(_KNOWN_TRIGGERS) else ():
        is_led = match["the"] is not None and wording.before(match.start(), 4) == "the "
        yield Finding(match.start() - (len("the ") if is_led else 0), match.end(), IdentifierKind.PLACE)
