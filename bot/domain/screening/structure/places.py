"""Places smaller than a state, by the words before them: "from Natick", "lives down in Worcester", "near dorchester".

States and countries may stay. Many towns are also words (Reading), names (Florence) or the eponyms of scores
(Framingham), so a town counts where somebody lives in it, comes from it or is in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.names.hand_words import is_everyday
from bot.domain.screening.names.misspellings import resembles_everyday
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_WORD: Final = r"[^\W\d_]{1,24}(?:['-][^\W\d_]{1,20}){0,2}(?![^\W\d_])"
_CUES: Final = words_of(
    "from in near off outside around to of on toward through visiting leaving left miss misses missed remember"
    " remembers about at by fled fleeing escaped"
)
# What follows a cue is only looked at, since "in" may be a word of the phrase before.
_CUE: Final = LatePattern(
    r"\b(?P<cue>from|in|near|off|outside|around|to|of|on|toward|through|visiting|leaving|left|fled|fleeing|escaped"
    r"|miss(?:es|ed)?"
    r"|remembers?|about|(?<=[a-z] )(?:at|by)) "
    r"(?:of )?(?:the )?(?P<part>(?:downtown|uptown|midtown|greater|upper|lower|central|rural|inner(?:[ -]city)?"
    r"|outer) )?"
    r"(?=(?!(?:an?|the|my|her|his|our|your|their|its?|me|him|us|them|you|this|that|these|those|be|do|go|see|get|say"
    r"|have"
    r"|and|or|one|all|some|any|which|who|what|how|when|where|there|here|make|take|ask|sit|tell|give|help|know)\b)"
    rf"(?P<first>{_WORD}))"
)
_MORE: Final = LatePattern(rf"(?:\.? (?P<second>{_WORD})(?:\.? (?P<third>{_WORD}))?)?")
_HOME: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|grew up|growing up|raised|born|mov(?:es?|ed|ing)|immigrated|emigrated|hails?|native"
    r"|commut(?:es?|ed|ing)|dr[io]ves?|driving|driven|flew|fl(?:ies|y|ying|own)|stay(?:s|ed|ing)?"
    r"|settled|stationed|house|home|apartment|farm|place|back|kids|family|relatives|roots|reside[sd]?|resident|bus"
    r"|train|travel(?:s|ed|ing)?|walked|hometown|came|comes|come|coming|originally|village|town|shelter|alone"
    r"|trailer|homeless|retired|immigrant|refugee|daughter|son|sister|brother|mother|mom|father|dad|wife|husband"
    r"|cousin|aunt|uncle|here|helicopters?|ambulances?|medevac|(?:air)?lifted|life ?flight|flight|bussed|van|ferry|boat"
    r"|chopper|hitchhiked|evacuated|rode|biked)"
    r"(?: (?:up|down|out|in|over|back|here|all|alone|way|originally|just|right|somewhere|again|there|by herself"
    r"|by himself|with \w{2,5} \w{3,10}|w \w{2,5} \w{3,10}|in a \w{3,9}|is|are|was)){0,3} $"
)
# Behind these a capitalized word is a town, though it is an everyday one: "cab driver from Queens", "is she from Hope".
_IS_FROM: Final = LatePattern(
    r"\b(?:i'm|im|you're|youre|s?he's|s?hes|they're|theyre|is|was|are|were|you|not|originally|all|driver|farmer|teacher"
    r"|fisherman|logger|miner|rancher|nurse|cook|trucker|welder|roofer|kid|baby|girl|boy|guy|lady|man|woman|pt|patient"
    r"|family|couple|grandma|grandpa|twins|teen|accent|people|folks|somebody|someone|monk|nun|sailor|preacher"
    r"|pastor) \Z"
)
_LEFT: Final = LatePattern(
    r"\b(?:she|he|they|we|i|who|family|parents|mom|dad|mother|father|everyone|had|and|they'd|he'd|she'd) \Z"
)
_LIVES: Final = LatePattern(
    r"\b(?:liv(?:es?|ed|ing)|grew up|raised|commut(?:es?|ed|ing)|born(?: and raised)?|immigrated|hails?"
    r"|moved(?: here)?|reside[sd]?|hometown is)(?: (?:down|up|out|over|back|here|all|alone|just|right"
    r"|somewhere)){0,2} $"
)
_COMES: Final = LatePattern(
    r"\b(?:comes?|came|coming|bikes?|drives?|drove|buses|bussed|commutes?|hails|moved(?: here)?"
    r"|immigrated|kid|girl|boy|guy"
    r"|lady|pt|patient|family|farmer|native)(?: (?:in|up|down|over|out|here|all the way|originally)){0,2} $"
)
_NO_TOWNS: Final = ("ing", "ed", "ly", "ness", "tion", "itis", "emia", "osis", "oma", "ine", "ol", "pathy", "ess")
_WENT: Final = LatePattern(
    r"\b(?:back|go(?:es|ing)?|went|home|mov(?:es?|ed|ing)|dr[io]ves?|driving|flew|fl(?:y|ies|ying)|bus|train|trips?"
    r"|return(?:s|ed|ing)?|commut(?:es?|ing)|travel(?:s|ed|ing)?|rides?|way|discharged|transferred|sent|relocat(?:ed"
    r"|ing)"
    r"|move|get|got|retir(?:ed?|ing))(?: (?:home|back|down|up|over|out|all the way|her|him|them)){0,2} $"
)
_SAID: Final = LatePattern(
    r"\b(?:hug|notes?|calls?|texts?|messages?|letters?|cards?|e-?mails?|feedback|learn(?:ed|t|ing)?|heard|hear|tips?"
    r"|advice|gifts?|page|report|sign-?out|handoff|quotes?|words|recover(?:s|ed|ing)|suffer(?:s|ed|ing)?|got|get|off"
    r"|wisdom|lessons?|lecture|smile|look|question|questions|orders?|away|apart|different|help|support|wave|laugh"
    r"|story|line|voicemail|recs|blessing|scene|song|character|quote|poem|reading|book|taken|borrowed|stole"
    r"|steal)(?: (?:\w{2,8}))? $"
)
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
_COUNTY: Final = LatePattern(
    r"(?<![\w'])(?P<place>[A-Z][\w'.-]{2,15}(?: [A-Z][\w'.-]{2,15})? (?i:county|township|borough|reservation|heights"
    r"|island))\b|\b(?:in|from|near|to|around|outside) (?P<small>(?P<name>(?!(?:the|this|that"
    r"|inner|new|big|your"
    r"|our|his"
    r"|her|whole|every|any|another|other|same|home|capital)\b)[a-z]{4,15})"
    r" (?:county|heights|city|township|borough|springs|falls))\b(?! (?:hall|council|life|bus|folks|limits|jail|people))"
)
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
    r"|philly|san juan|los angeles|san francisco|las vegas|new orleans)\b"
)
_KNOWN_BEGIN: Final = words_of(
    "bronx south north west east cape berkshires catskills poconos hamptons tenderloin outer upper iron eastern"
    " lowcountry low panhandle ozarks lower northern ninth first second third fourth fifth sixth seventh eighth southie"
    " back bay staten long nyc new mexico silicon martha marthas navajo brooklyn manhattan harlem skid beacon jamaica"
    " mission chinatown little hell bed bedstuy fort mississippi rio twin quad tri philly san los las"
)
_KNOWN_TRIGGERS: Final = words_of(
    "bronx shore end side cod cape southie bay island nyc york city valley vineyard berkshires catskills poconos"
    " hamptons navajo brooklyn manhattan harlem skid central hill plain chinatown little delta cities philly juan"
    " angeles francisco vegas orleans tenderloin neck ward kitchen banks peninsula range eastern lowcountry country"
    " panhandle ozarks ninth stuy bedstuy greene"
)
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
    r"|District))\b(?! (?:of|[A-Z]))"
)
_LANDMARKS: Final = words_of("park plaza mall pier wharf cemetery boardwalk square station bridge district")
_LAKE: Final = LatePattern(r"\b[Ll]ake (?:[A-Z][a-z]{2,15}|[a-z]{4,15})\b")
_HYPHENATED: Final = LatePattern(r"[A-Z](?<![\w-].)[a-z]{2,12}(?:-[A-Za-z]{2,12}){1,3}(?![\w-])")
# What is told besides is a part of it: "by the water tower in Kearny", "off route 9 in Saugus".
_LEADS_TO: Final = LatePattern(
    r"\b(?:by|near|behind|across from|next to|off|under|past|beside|above|below|opposite) (?:the "
    r"|an? )?(?:[\w'-]{1,12} ){1,3}"
    r"(?:in|on|at|of) (?:the )?\Z"
)
_STATE_BEHIND: Final = LatePattern(
    r",? (?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY])\b|, (?P<state>[A-Z][a-z]{3,13}(?: [A-Z][a-z]{4,9})?)"
)
_NO_PLACES: Final = words_of(
    "foster faith hope comfort love peace celebration freedom independence progress paradise harmony surprise energy"
    " experiment"
    " effort fate luck opportunity god allah jesus heaven hell english epic peds medicine surgery person i im ive may"
    " march june august january"
    " february april july september october november december monday tuesday wednesday thursday friday saturday"
    " sunday christmas easter lent room bed bay ed er icu or the my her his our a an all this that these those one"
    " two three four step spanish latin earth mars mercury venus america africa asia europe antarctica south north"
    " east west atlantic pacific spring summer autumn winter fall"
)
# Most of them are countries, or as large as one.
_ISLES: Final = LatePattern(r" Islands?\b")
_DEMONYM_SMALL: Final = LatePattern(
    r"\b(?:an?|the|this|that|other|fellow|old|typical|true|real|proud) (?P<place>[a-z]{4,15}(?: [a-z]{3,15})?)"
    r"(?= (?:girl|boy|native|kid|accent|guy|gal|resident|neighborhood|townie|lady|man|woman|people|folks)\b)"
)
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
_CAPITAL: Final = LatePattern(
    r"(?P<town>[A-Z](?<=[a-z,:;(=] .)[a-z]{3,15}(?: [A-Z][a-z]{2,15})?\b(?![-'@.]\w| (?:[A-Z]|scor|risk|stud|trial"
    r"|criteria|virus|crit)))"
)
_IS_WHERE: Final = LatePattern(
    r"(?P<place>[A-Z][a-z]{3,15}(?: [A-Z][a-z]{2,15})?) (?:is|was) (?:where\b"
    r"|(?:[a-z\d]{1,7} ){1,2}(?:hours?|hrs?|miles?|minutes?|min) (?:away|from|north|south|east|west|out|by)\b)"
)
_IS_FAR: Final = words_of("where hours hour hrs hr miles mile minutes minute min")
_HOMETOWN: Final = LatePattern(r"\b(?:hometown|home|birthplace|village|city|town)(?::| is| was| =|,)? $")
_TOWN_FROM: Final = 5
_PLACE: Final = lexicon.Known.PLACE.value
_ORDINARY: Final = lexicon.Known.ORDINARY.value
# Plain numbers: a flag of an enum takes longer to be joined than a word to be found.
_KINDS_OF_WORD: Final = 0xFF & ~lexicon.Known.AMBIGUOUS.value
_MORE_THAN_A_TOWN: Final = 0xFF & ~(lexicon.Known.FAMILY.value | _PLACE)
_KNOWN_FOR_MORE: Final = words_of(
    "framingham glasgow boston tuskegee lyme ebola zika bristol ottawa wuhan hollywood broadway vegas nuremberg"
    " helsinki geneva belmont coxsackie marburg vienna edinburgh montreal toronto bethesda cambridge"
    " hershey chernobyl hiroshima"
    " auschwitz barcelona bombay bermuda havana milan manila"
)
_PART_OF_A_NAME: Final = LatePattern(
    r" (?:City|Heights|Beach|Hills?|Park|Falls|Springs|County|Village|Center|Square|Corner|Point|Island|Valley)\b"
)
_PART_OF: Final = LatePattern(
    r"\b(?:mayor|town|city|village|outskirts|streets|suburbs?|north|south|east|west|side|people|native|middle|edge"
    r"|hills?|coast|mountains?|shores?|beach(?:es)?|island|port|neighborhood|suburb|part|valley) $"
)
_LAND: Final = LatePattern(
    r"\b(?:lakes?|rivers?|bay|beach(?:es)?|falls|mountains?|harbor|pier|docks?|marina|cabins?|cottage|camp|farm|ranch"
    r"|house|creek|canal|dam|bridge|border|fields?|mines?|mill|reservation|fishing|hiking|skiing|surfing|ocean|sea"
    r"|shore"
    r"|coast|trail|land|up|down|out|over|acres|woods|cemetery|buried|beach house|ferry|port|island|springs|cove"
    r"|point|dunes|cliffs|racetrack) $"
)
_PARTS_OF_A_STATE: Final = words_of("county township borough reservation heights island city springs falls")
_FLIGHTS: Final = frozenset({"fled", "fleeing", "escaped"})
_DEPARTURES: Final = frozenset({"left", "leaving"})
_CUES_OF_SMALL: Final = frozenset({"from", "in", "near"})
"""After which a town of several words may stand in small letters."""
_CUES_OF_HOMES: Final = frozenset({"from", "in", "near", "outside", "to"})
_STRONG_CUES: Final = words_of("from in near outside around to of on toward through left leaving fled fleeing escaped")
_BEFORE: Final = 44
_BEHIND: Final = 16
_DEFINITE: Final = Confidence.DEFINITE
_POSSIBLE: Final = Confidence.POSSIBLE
_SIDES: Final = words_of(
    "east west north south northeast northwest southeast southwest eastern western northern southern"
)
"""Which of them a town has, as large as a town."""
_BEGIN_TOWNS: Final = words_of("east west north south new old upper lower port fort lake mount glen little cape point")
_MORE_FOLLOWS: Final = _BEGIN_TOWNS | _SIDES
_BIG_TOWNS: Final = words_of(
    "anchorage atlanta auburn austin baltimore bologna boston boulder buffalo cambridge charlotte chicago dallas"
    " denver durango glasgow houston jackson lincoln madison miami oakland orlando oxford paris philadelphia phoenix"
    " pittsburgh providence rochester seattle shanghai springfield sydney worcester memphis detroit cleveland"
    " portland salem"
)
"""Towns that are so well known that a dictionary has them."""


_Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words behind a cue, and what stands before it."""

    cue: str
    before: str
    begins: int
    """Where it begins, with the part of a town that is meant: "downtown", "east"."""
    words: _Spans
    text: str

    @property
    def is_home(self) -> bool:
        """Whether somebody is said to live there, or to come from there."""
        comes = self.cue == "from" and _HOME.search(self.before) is not None
        return comes or _LIVES.search(self.before) is not None

    @property
    def is_origin(self) -> bool:
        """Whether somebody is from there, whatever else it says."""
        return self.cue == "from" and _IS_FROM.search(self.before) is not None

    @property
    def is_land(self) -> bool:
        """Whether a piece of land is said to be there: "the lake at Saranac"."""
        return _LAND.search(self.before) is not None

    @property
    def is_way(self) -> bool:
        """Whether somebody goes there."""
        return _WENT.search(self.before) is not None

    def said(self, number: int) -> str:
        """The first words, so many of them."""
        return self.text[self.words[0][0] : self.words[number - 1][1]]


def find_places(wording: Wording) -> Iterator[Finding]:
    """Every town, county or neighborhood where somebody lives, is or comes from, with its state and what is by it."""
    for found in _places(wording):
        lead = _LEADS_TO.search(wording.before(found.start, 60))
        start = found.start - len(lead[0] if lead else "")
        yield Finding(start, _end_of_state(found.end, wording), found.kind, found.confidence)


def _end_of_state(end: int, wording: Wording) -> int:
    behind = _STATE_BEHIND.match(wording.text, end)
    is_state = behind is not None and (not behind["state"] or lexicon.is_state(behind["state"]))
    return behind.end() if behind and is_state else end


def _places(wording: Wording) -> Iterator[Finding]:
    if wording.has(_CUES):
        yield from _cued(wording)
    yield from _beside(wording)
    yield from _beside_in_small(wording)
    yield from _alone(wording)
    yield from _beginning(wording)
    yield from _named(wording)
    yield from _landmarks(wording)


def _landmarks(wording: Wording) -> Iterator[Finding]:
    """Shops and stations with their street, parks, bridges and lakes by name."""
    for match in wording.near(_SHOPS, _SHOP_ON, reach=(16, 50)):
        if match["street"].split()[0] not in _NO_STREETS:
            lead = _BY_A_SHOP.search(wording.before(match.start(), 20))
            yield Finding(match.start() - len(lead[0] if lead else ""), match.end(), IdentifierKind.PLACE, _POSSIBLE)
    for match in wording.near(_SHOPS, _STREET_SHOP, reach=(50, 50)) if wording.has(_KINDS_OF_STREET) else ():
        if match["street"] not in _NO_STREETS:
            yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)
    for match in wording.near(_LANDMARKS, _LANDMARK, reach=(60, 12), capitals=True):
        yield Finding(*match.span("place"), IdentifierKind.PLACE, _POSSIBLE)
    for match in wording.beginning(frozenset({"lake"}), _LAKE, capitals=True):
        second = match[0][5:]
        if not lexicon.is_ordinary(second) and not lexicon.is_state(second):
            yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)


def _beside(wording: Wording) -> Iterator[Finding]:
    """A town before its state or before its people: "Natick, MA", "a Natick kid"."""
    for triggers, pattern in ((_DEMONYM_TRIGGERS, _DEMONYM), (_STATES, _IN_STATE)):
        for match in wording.near(triggers, pattern, reach=(60, 40), capitals=True):
            if _is_town(match["place"]):
                yield Finding(*match.span("place"), IdentifierKind.PLACE)
    if _COMMA_STATE.search(wording.text):
        for match in _BEFORE_STATE.finditer(wording.text):
            yield Finding(*match.span("place"), IdentifierKind.PLACE)


def _cued(wording: Wording) -> Iterator[Finding]:
    # What stands in the same words again is judged by them again.
    judged: dict[tuple[str, str], tuple[int, list[Finding]]] = {}
    for match in wording.beginning(_CUES, _CUE):
        # In small letters only a few of them tell anything.
        if match["cue"] not in _STRONG_CUES and wording.text[match.start("first")].islower():
            continue
        words = _words_behind(match, wording)
        if not _may_be_told(match["first"], words, wording.lower):
            continue
        phrase = _phrase(match, words, wording)
        said = (phrase.before, wording.text[match.start() : phrase.words[-1][1] + _BEHIND])
        if said not in judged:
            judged[said] = match.start(), list(_after_cue(phrase))
        start, found = judged[said]
        moved = match.start() - start
        for each in found:
            yield Finding(each.start + moved, each.end + moved, each.kind, each.confidence)


def _alone(wording: Wording) -> Iterator[Finding]:
    """What is the name of a town and of nothing else, in capitals: sure beside "hometown", else possible."""
    for match in _CAPITAL.finditer(wording.text):
        said = match["town"]
        if len(said) < _TOWN_FROM:
            continue
        if lexicon.known_as(said) & _KINDS_OF_WORD == _PLACE and said.lower() not in _KNOWN_FOR_MORE:
            is_town = _HOMETOWN.search(wording.before(match.start("town"))) is not None
            yield Finding(*match.span("town"), IdentifierKind.PLACE, _DEFINITE if is_town else _POSSIBLE)
    if "-" in wording.text:
        for match in _HYPHENATED.finditer(wording.text):
            if lexicon.is_place(match[0].replace("-", " ")):
                yield Finding(*match.span(), IdentifierKind.PLACE, _POSSIBLE)


def _beginning(wording: Wording) -> Iterator[Finding]:
    """ "Brownsville is where she learned to sew", "Chinle is four hours away"."""
    for match in wording.near(_IS_FAR, _IS_WHERE, reach=(60, 12), capitals=True):
        if lexicon.is_place(match["place"]) and not lexicon.is_ordinary(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.PLACE, _POSSIBLE)


def _beside_in_small(wording: Wording) -> Iterator[Finding]:
    """The same in small letters: "a fall river kid", "that natick accent"."""
    called = {
        tuple(wording.before(place, _BEFORE).split(" ")[-3:-1])
        for word in wording.words & _OF_A_TOWN
        for place in wording.places[word]
    }
    # Whoever is called by everyday words is of no town but one of two words.
    if all(lexicon.is_ordinary(words[-1]) and not lexicon.is_place(" ".join(words)) for words in called if words):
        return
    for match in wording.near(_OF_A_TOWN, _DEMONYM_SMALL, reach=(50, 20)):
        if _is_small_town(match["place"]):
            yield Finding(*match.span("place"), IdentifierKind.PLACE)


def _is_small_town(said: str) -> bool:
    """Whether "a fall river kid" is of that town."""
    if not lexicon.is_place(said) or lexicon.is_state(said):
        return False
    if " " in said:
        return not any(known(said) for known in (lexicon.is_given, lexicon.is_family, lexicon.is_ordinary))
    return not any(
        known(said) for known in (lexicon.is_given, lexicon.is_family, lexicon.is_ordinary, lexicon.is_eponym)
    )


def _named(wording: Wording) -> Iterator[Finding]:
    if wording.has(_PARTS_OF_A_STATE):
        for match in wording.near(_PARTS_OF_A_STATE, _COUNTY, reach=(60, 20), capitals=True):
            first = (match["place"] or match["name"]).split()[0].lower()
            group = "place" if match["place"] else "small"
            is_place = lexicon.is_place(first) or lexicon.is_place(match[group])
            is_place |= first in _BEGIN_TOWNS and " " in match[group]
            if first not in _NO_PLACES and (not lexicon.is_ordinary(first) or is_place):
                yield Finding(*match.span(group), IdentifierKind.PLACE)
    for match in wording.beginning(_KNOWN_BEGIN, _KNOWN) if wording.has(_KNOWN_TRIGGERS) else ():
        is_led = match["the"] is not None and wording.before(match.start(), 4) == "the "
        yield Finding(match.start() - (len("the ") if is_led else 0), match.end(), IdentifierKind.PLACE)


def _words_behind(match: re.Match[str], wording: Wording) -> _Spans:
    """Where the words behind a cue are that may be a place's name."""
    first, place = match["first"], match.start("first")
    words: _Spans = ((place, place + len(first)),)
    # Else only the first word is looked at.
    if match["cue"] in _CUES_OF_SMALL or wording.text[place].isupper() or first in _MORE_FOLLOWS:
        more = _MORE.match(wording.lower, place + len(first))
        words += tuple(more.span(group) for group in ("second", "third") if more[group]) if more else ()
    return words


def _may_be_told(first: str, words: _Spans, lower: str) -> bool:
    """Whether there is anything to ask: an everyday word is no place but for the few that are listed as one."""
    known = lexicon.known_as(first)
    if not known & _ORDINARY or known & _PLACE or "-" in first or first in _MORE_FOLLOWS:
        return True
    return any(_is_known(lower[words[0][0] : end]) for _, end in words[1:])


def _phrase(match: re.Match[str], words: _Spans, wording: Wording) -> _Phrase:
    begins = match.start("part" if match["part"] else "first")
    return _Phrase(match["cue"], wording.before(match.start(), _BEFORE), begins, words, wording.text)


def _after_cue(phrase: _Phrase) -> Iterator[Finding]:
    is_short = phrase.cue not in _CUES_OF_SMALL and phrase.text[phrase.words[0][0]].islower()
    for number in range(1 if is_short else len(phrase.words), 0, -1):
        said = phrase.said(number)
        if not _is_known(said):
            continue
        if lexicon.is_state(said) or _ISLES.match(phrase.text, phrase.words[number - 1][1]):
            return
        if said.lower() not in _NO_PLACES and _is_meant(said, phrase):
            more = _PART_OF_A_NAME.match(phrase.text, phrase.words[number - 1][1])
            end = more.end() if more else phrase.words[number - 1][1]
            yield Finding(phrase.begins, end, IdentifierKind.PLACE)
            return
    has_side = len(phrase.words) > 1 and phrase.said(1).lower() in _SIDES and not lexicon.is_state(phrase.said(2))
    of_a_side = list(_after_cue(replace(phrase, words=phrase.words[1:]))) if has_side else []
    yield from of_a_side or _unknown(phrase)


def _unknown(phrase: _Phrase) -> Iterator[Finding]:
    """Where a place is told of that is in no list."""
    if _is_part_of_a_place(phrase):
        yield Finding(phrase.begins, phrase.words[1][1], IdentifierKind.PLACE, _POSSIBLE)
    elif _is_unknown_small_town(phrase):
        yield Finding(phrase.begins, phrase.words[0][1], IdentifierKind.PLACE, _POSSIBLE)
    elif _is_unknown_place(phrase):
        confidence = _DEFINITE if phrase.is_home else _POSSIBLE
        yield Finding(phrase.begins, _end_of_capitals(phrase), IdentifierKind.PLACE, confidence)


def _is_known(said: str) -> bool:
    return lexicon.is_place(said) or ("-" in said and lexicon.is_place(said.replace("-", " ")))


def _is_meant(said: str, phrase: _Phrase) -> bool:
    """Whether the place of this name is meant, and not a word or a person of the same name."""
    if phrase.cue not in _STRONG_CUES and _is_more_than_a_town(said):
        return False
    if _is_left(phrase):
        return said[0].isupper() and not _is_more_than_a_town(said)
    if phrase.cue in {"of", "left", "leaving", "through", "on"} and not (
        phrase.is_home or phrase.is_land or _PART_OF.search(phrase.before)
    ):
        return False
    if (phrase.cue in {"to", "toward"} and not phrase.is_way) or (phrase.cue in {"at", "by"} and not phrase.is_land):
        return False
    if said.endswith("'s") and not phrase.is_home:
        return False
    name = lexicon.is_given(said) or (phrase.cue != "in" and lexicon.is_family(said))
    if said[0].islower():
        return _is_meant_in_small_letters(said, phrase, is_name=name)
    if lexicon.is_ordinary(said) and said.lower() not in _BIG_TOWNS:
        return phrase.is_home or phrase.is_origin
    return phrase.cue == "in" or not name or phrase.is_home or not _SAID.search(phrase.before)


def _is_left(phrase: _Phrase) -> bool:
    """Whether somebody leaves or flees what is said, and not something on a table."""
    is_departure = phrase.cue in _DEPARTURES and _LEFT.search(phrase.before) is not None
    return phrase.cue in _FLIGHTS or (is_departure and not phrase.is_home)


def _is_meant_in_small_letters(said: str, phrase: _Phrase, *, is_name: bool) -> bool:
    if " " in said:
        return phrase.cue in _CUES_OF_SMALL and (phrase.is_home or not _is_all_ordinary(said))
    if lexicon.is_ordinary(said) and said not in _BIG_TOWNS:
        return lexicon.is_given(said) and _LIVES.search(phrase.before) is not None
    return phrase.is_home or (
        phrase.cue in {"from", "in", "near", "outside", "to"}
        and not (is_name and _SAID.search(phrase.before))
        and not lexicon.is_common_name(said)
    )


def _is_unknown_small_town(phrase: _Phrase) -> bool:
    """ "Lives over in brightmoor": a word in small letters and in no list where somebody lives or comes from."""
    first = phrase.said(1)
    if phrase.cue not in _CUES_OF_HOMES or len(first) < _TOWN_FROM - 1 or not (first.isalpha() and first.islower()):
        return False
    is_known = lexicon.known_as(first) & _MORE_THAN_A_TOWN or is_everyday(first)
    if is_known or first.endswith(_NO_TOWNS) or not (_COMES if phrase.cue == "from" else _LIVES).search(phrase.before):
        return False
    return not resembles_everyday(first)


def _is_unknown_place(phrase: _Phrase) -> bool:
    """Whether a capitalized word in a place's position is in no dictionary."""
    first = phrase.said(1)
    if (
        not first[0].isupper()
        or (len(first) > 1 and first.isupper())
        or first.lower() in _NO_PLACES
        or lexicon.is_ordinary(first)
    ):
        return False
    if any(lexicon.is_state(phrase.said(number)) for number in range(1, len(phrase.words) + 1)):
        return False
    if phrase.cue in {"at", "by", "near", "off", "of"} and phrase.is_land:
        return True
    if phrase.is_home and phrase.cue in {"in", "from", "near", "outside", "on", "to", "around"}:
        return True
    if lexicon.is_given(first) or lexicon.is_eponym(first) or first.endswith("'s"):
        return False
    return (
        phrase.cue in {"near", "outside"} or (phrase.cue == "from" and _HOME.search(phrase.before) is not None)
    ) and not _SAID.search(phrase.before)


def _is_part_of_a_place(phrase: _Phrase) -> bool:
    """Whether an unusual word follows what towns' names begin with: "in East Tilbury", "near Lake Winnoka"."""
    if len(phrase.words) == 1 or phrase.said(1).lower() not in _BEGIN_TOWNS:
        return False
    if phrase.cue not in _STRONG_CUES and phrase.said(1) != "lake":
        return False
    second, whole = phrase.text[slice(*phrase.words[1])], phrase.said(2)
    if not (second[0].isupper() or phrase.said(1) == "lake") or second.isupper() or lexicon.is_given(second):
        return False
    return whole.count(" ") == 1 and not (
        lexicon.is_ordinary(second) or lexicon.is_state(second) or lexicon.is_state(whole) or lexicon.is_eponym(second)
    )


def _end_of_capitals(phrase: _Phrase) -> int:
    """Where the capitalized words at the beginning of a phrase end."""
    end = phrase.words[0][1]
    for first, last in phrase.words[1:]:
        if first != end + 1 or not phrase.text[first].isupper() or lexicon.is_state(phrase.text[first:last]):
            break
        end = last
    return end


def _is_more_than_a_town(said: str) -> bool:
    """Whether a place's name is rather something else where nothing says that it is a place."""
    return said[0].islower() or any(known(said) for known in (lexicon.is_given, lexicon.is_ordinary, lexicon.is_eponym))


def _is_all_ordinary(said: str) -> bool:
    return all(lexicon.is_ordinary(word) for word in said.split())


def _is_town(said: str) -> bool:
    """Whether a name beside a state or a "native" is a town's, whatever else it may be."""
    known = lexicon.is_place(said) and not lexicon.is_common_name(said) and said.lower() not in _NO_PLACES
    return known and (not lexicon.is_ordinary(said) or said.lower() in _BIG_TOWNS)
