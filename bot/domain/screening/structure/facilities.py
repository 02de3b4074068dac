"""Hospitals, homes, schools, churches and employers by name: "St. Mary's", "Mass General", "the VA on 5th".

"My clinic", "Children's Hospital", "the VA" and "a nursing home" point nowhere; with a name before it each does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.everyday_houses import find_everyday_houses
from bot.domain.screening.structure.house_words import GENERIC, HOMELY, LOOKS_LIKE_A_HOME, USUAL
from bot.domain.screening.structure.houses_abroad import find_houses_abroad
from bot.domain.screening.structure.known_houses import find_known_houses
from bot.domain.screening.structure.neighbors import (
    matches_at,
    places_before_capitals,
    places_behind_capitals,
    places_followed,
    stretches,
)
from bot.domain.screening.structure.saints import find_saints
from bot.domain.screening.structure.schools import find_schools
from bot.domain.screening.structure.told_houses import find_told_houses
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import phrases_of, words_of

# What a name is followed by, and what it may be followed by only with a capital ("Lawrence General", "a high").
_KIND: Final = (
    r"(?:(?:community|memorial|general|university|regional|methodist|baptist|children'?s|veterans'?|county|city|state"
    r"|medical|area|state university|health|cancer|rehab(?:ilitation)?|surgery|heart|eye|free|walk-in|homeless) ){0,3}"
    r"(?:(?:health|nursing) (?:and|&) rehab(?:ilitation)?|hospitals?|infirmary|polyclinic|care home|rest home|refuge"
    r"|day centre"
    r"|(?:health|medical) centre|med(?:ical)? (?:center|ctr|school|college)"
    r"|clinics?|hospice|rehab(?:ilitation)?(?: (?:center|ctr"
    r"|hospital|facility))?|nursing(?: (?:home|center|facility|(?:&|and) rehab))|care center|snf"
    r"|assisted living|senior living|skilled nursing|memory care|retirement (?:home|community)|(?:health|cancer"
    r"|surgery|birth|dialysis|community|senior|wellness|treatment|recovery|eye|heart|trauma) (?:center|ctr|institute)"
    r"|health(?:care)?(?: system)?|dialysis|group home|shelter|high school|middle school|elementary(?: school)?"
    r"|primary school|grade school|prep school|charter school|school of \w{3,12}|(?:city |county |public )schools"
    r"|school district|university"
    r"|community college|state university"
    r"|church|cathedral|synagogue|mosque|masjid|parish|prison|jail|penitentiary|correctional(?: facility"
    r"| institution)?|detention center|pharmacy|plant|mill|factory|foundry|mine|shipyard|hotel|motel|diner|bakery"
    r"|cafe|salon|casino"
    r"|trailer park|mobile home park|projects|apartments|armory|library|airport|tabernacle)"
)
_KIND_IN_CAPITALS: Final = (
    r"(?:Medical(?! [A-Z])|General|Memorial|Regional|Methodist|Presbyterian|Deaconess|High|Middle(?! (?:East|C|A))"
    r"|Elementary"
    r"|Academy|College|Children'?s|Tabernacle"
    r"|Prep|School|Primary|Grammar|Secondary"
    r"|Seminary|Tech|State|Manor|Village|Estates|Gardens|Terrace|Commons|Oaks|Pines|Place|Houses?|Inn|Lodge|Center"
    r"|Station"
    r"|AME|Zion|Baptist|Lutheran|Oncology|Dialysis|Orthopedics|Pediatrics|Radiology|Imaging|Dermatology|Dental"
    r"|Cardiology"
    r"|Nails|Steel|Garage|Auto|Plumbing|Construction|Trucking|Logistics|Roofing|Landscaping|Hardware|Hospitality"
    r"|Motors|Foods|Farms|Dairy|Mills|Salon|Grill|Tavern|Pizzeria|Restaurant|Brewery|Casino|Library|Theater"
    r"|Academy|Preschool|Daycare|Pharmacy|Labs|Surgical|Homes|Apartments|Towers|Hall|Ctr|Cntr|Rehabilitation"
    r"|Institute|Ministries|Temple|Chapel|Diner|Cafe|Bakery|Market|Motel|Hotel|Foundation|Fellowship)"
)
_NAME: Final = r"[A-Z][\w'&.-]{1,24}"
_NAMED: Final = LatePattern(
    # A pattern that begins with a capital is looked for at capitals only.
    rf"(?P<name>[A-Z](?<![\w'].)[\w'&.-]{{1,24}}(?:(?: of| the| de| at)? {_NAME}){{0,3}}?) (?:(?i:{_KIND})"
    rf"|{_KIND_IN_CAPITALS}(?: (?i:{_KIND}))?)(?!\w)(?! (?:of Medicine|of Nursing) )"
)
_SMALL: Final = LatePattern(
    r"\b(?:at|to|from|by|near|of|attends?|went to"
    r"|in) (?:the )?(?P<whole>(?P<name>[a-z][a-z']{3,18})(?: (?P<second>[a-z][a-z']{2,18}))?"
    r"(?: (?P<third>[a-z][a-z']{2,18}))? (?:hospital"
    r"|med(?:ical)? center|hospice|rehab|nursing home|assisted living"
    r"|high school|high|elementary|middle school|university|college|church|memorial|general|clinic|community college"
    r"|health center|hotel|motel|inn|diner|bakery|cafe|market|grocery|mill|factory|plant|foundry|salon|tavern|casino"
    r"|shelter|detox|sober house|halfway house|soup kitchen|(?:food )?pantry|mission|ame|baptist|methodist|lutheran"
    r"|dialysis|oncology|imaging|pharmacy|daycare|academy|prep|prison|jail"
    r"|farms?"
    r"|apartments|group home|memory care|regional|library|manor|village|terrace|gardens|commons|estates|foods|motors"
    r"|steel|trucking))\b"
)
# "Shady pines", "golden acres": what homes and schools are called by, though each word is an ordinary one.
_FIRST_OF_A_HOME: Final = (
    r"(?:shady|golden|silver|sunny|sunset|sunrise|sunshine|whispering|quiet|peaceful|pleasant|green|evergreen"
    r"|happy|lake"
    r"|spring|autumn|summer|winter|oak|maple|willow|pine|cedar|elm|birch|cherry|apple|rose|magnolia|holly|ivy|hill"
    r"|river"
    r"|valley|meadow|garden|forest|brook|stone|rocky|red|blue|white|royal|grand|heritage|liberty|harmony|serenity|mercy"
    r"|grace|hope|faith|good|holy|sacred|trinity|providence|crystal|morning|evening|country|park|bay|harbor|ocean|sea"
    r"|north|south|east|west|new|old|greater|mountain|prairie|desert|eagle|lincoln|washington|jefferson|kennedy"
    r"|franklin"
    r"|central|union|victory|friendship|bright|comfort|pine|twin|fair|high|long)"
)
_SECOND_OF_A_HOME: Final = (
    r"(?:pines|acres|oaks|meadows?|manor|ridge|grove|haven|gardens?|hills?|village|terrace|view|creek|springs?|park"
    r"|heights|woods|glen|valley|brook|lake|river|point|pond|rock|gate|place|house|court|commons|estates|horizons?"
    r"|rose|willows?|maples?|shepherd|samaritan|heart|spirit|hope|life|light|zion|star|years|memories|days|bay|shores?)"
)
_WRITTEN_AS_ONE: Final = words_of("pines acres oaks meadow meadows manor haven grove villa horizons glen estates")
_HOMES: Final = frozenset(_FIRST_OF_A_HOME.strip("(?:)").split("|"))
_BEGIN_HOMES: Final = _HOMES | words_of(
    "mt mount first second roosevelt calvary bethel memorial regional methodist baptist presbyterian general"
)
"""What a home is called by begins with one of these, which nothing but an "at" or a "the" stands before."""
_JOINED_HOMES: Final = frozenset(f"{first}{second}" for first in _HOMES for second in _WRITTEN_AS_ONE)
_END_HOMES: Final = _WRITTEN_AS_ONE | words_of(
    "view ridge creek hills springs crossing house west east north south main downtown nursing rehab assisted senior"
    " memory hospice snf group retirement hospital medical med general memorial regional high middle elementary academy"
    " baptist methodist lutheran presbyterian missionary pentecostal apostolic ame church chapel care health clinic"
    " hotel motel inn diner bakery shelter apartments trailer daycare preschool treatment detox recovery"
)
"""One of these stands shortly behind."""
_SURE_KIND: Final = (
    r"(?:nursing(?: home| center| facility)?|rehab(?: center)?|assisted living|senior living|memory care|hospice|snf"
    r"|group home|retirement (?:home|community)|hospital|medical center|med center|general(?! (?:surgery|medicine|peds"
    r"|ward|floor|public|idea))|memorial|regional|high school|middle school|elementary(?: school)?|academy|baptist"
    r"|methodist|lutheran|ame|church|chapel|care center|health center|clinic|hotel|motel|inn|diner|bakery|shelter"
    r"|apartments|trailer park|daycare|preschool|treatment center|detox|recovery)"
)
_OF_A_HOME: Final = (
    r"(?:(?<=\b(?:at|to|by|of|in) )|(?<=\bthe )|(?<=\bfrom )|(?<=\battend )|(?<=\bcalled )|(?<=\battends )"
    r"|(?<=\bgreater ))"
)
_AT_A_HOME: Final = r"(?:(?<=\b(?:at|to) )|(?<=\bfrom ))"
_BY_A_HOME: Final = r"(?:(?<=\b(?:at|to|by) )|(?<=\bfrom )|(?<=\battend )|(?<=\battends ))"
_ORDINARY_HOME: Final = LatePattern(
    rf"\b(?:{_OF_A_HOME}(?P<home>{_FIRST_OF_A_HOME} ?(?:pines|acres|oaks|meadows?|manor|haven|grove|villa|horizons|glen"
    rf"|estates)(?: {_SURE_KIND})?|(?<=called ){_FIRST_OF_A_HOME} house)\b"
    rf"|{_AT_A_HOME}(?P<plain>{_FIRST_OF_A_HOME} (?:view|ridge|creek|hills|springs|crossing))\b"
    rf"|{_BY_A_HOME}(?P<one>(?:mercy|trinity|providence|grace|sacred heart|holy \w{{3,8}}|good \w{{5,9}}"
    rf"|lincoln|washington|jefferson|kennedy|franklin|roosevelt|heritage|liberty|harmony|hope|calvary|bethel"
    rf"|(?:greater )?(?:mt|mount) \w{{3,8}}|(?:new|greater) \w{{3,10}}) {_SURE_KIND}"
    r"|(?:mercy|memorial|regional|methodist|baptist|presbyterian|general|trinity|providence) (?:west|east|north"
    r"|south|main|downtown))\b"
    rf"|(?P<whole>{_FIRST_OF_A_HOME} {_SECOND_OF_A_HOME} {_SURE_KIND})\b"
    rf"|(?P<does>{_FIRST_OF_A_HOME} (?:pines|acres|oaks|meadows?|manor|haven|grove|villa|estates))"
    r"(?= (?:won'?t|sent|called|calls|refused|take|took|said|says|lost|discharged|never|staff|nurses?)\b)"
    r"|(?P<creed>(?:mt|mount|first|second|greater|new) \w{3,12} (?:baptist|methodist|lutheran|presbyterian|missionary"
    r"|pentecostal|apostolic|ame)(?: church)?)\b)"
)
# "A good Samaritan" is anybody.
_SAMARITAN: Final = LatePattern(
    r"\b(?:from|at|to|by|thru|through|of|called|@) (?P<own>(?:the )?[Gg]ood [Ss]amaritan)\b(?! (?:law|act\b|polic"
    r"|statute|principle))"
)
# "Family Med" and "the Deaf Community" are everybody's.
_SYSTEM: Final = LatePattern(
    r"\b(?:[Aa]t|[Ff]rom|[Tt]o|@) (?P<own>(?:Kindred|Brookdale|Atria|Encompass|DaVita|Davita|Fresenius"
    r"|Ochsner|Sutter|Sentara|Novant|Ascension|Banner|Christus"
    r"|Dignity Health|Beaumont"
    r"|Sanford|Inova|MedStar|Avera|Carilion|Wellstar|Prisma|Froedtert|Methodist|Baptist|Presbyterian|Mercy|Memorial"
    r"|Regional|Barnes-Jewish|Bon Secours|Essentia|Allina|Jacobi|Elmhurst|Lincoln Hospital|UPMC|HCA|NYU|UCLA|UCSF|MGH"
    r"|Kaiser)(?: (?:[A-Z][a-z]{2,15}|One)){0,2})\b(?! (?:(?:and|to|into) [A-Z]|faith|Day|Church|service|hymn"
    r"|minister|upbringing|killing|rule))"
)
_OF_A_CHAIN: Final = LatePattern(
    r"\b(?:Sunrise|Brookdale|Atria|Kindred|Genesis|Encompass|Select|Signature|Benchmark|Commons|Villas?|Gardens"
    r"|Oaks|Pines|Terrace|Arbors?|Meadows|Springs|Harbor) (?:of|at"
    r"|on) (?:the )?[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?\b"
)
_CHAINS: Final = words_of(
    "sunrise brookdale atria kindred genesis encompass select signature benchmark commons villa villas gardens oaks"
    " pines terrace arbor arbors meadows springs harbor"
)
_AT_A_HOUSE: Final = LatePattern(
    r"\b(?:[Aa]t|[Ff]rom|[Tt]o|[Bb]y|@) (?:the )?(?P<own>(?!(?:Family|Internal|Emergency|Sports|Addiction"
    r"|Palliative|Pulm|The"
    r"|Our"
    r"|My|Street|Adolescent|Global|Rural|Peds) )[A-Z][\w'-]{2,20}(?: [A-Z][\w'-]{2,20})? (?:Community|Med|Mission"
    r"|Outreach|Recovery|Shelter|Convent|Abbey|Monastery|Shipyard|Works|Ranch))\b(?! [A-Z])"
)
_ON_A_STREET: Final = LatePattern(
    r"\b(?P<whole>(?:(?i:methadone|free|walk-in|urgent|nursing|group|health|homeless|halfway|funeral|veterans'?"
    r"|(?:wo)?men'?s|youth|family|community|mobile|needle)"
    r" )?(?:[Hh]ospital|[Cc]linic|[Ss]helter|[Hh]ome|[Rr]ehab|[Cc]hurch|[Ss]chool|[Pp]harmacy|[Hh]ospice|[Mm]osque"
    r"|[Tt]emple|[Ll]ibrary|[Cc]are|[Cc]enter|[Dd]iner|[Bb]odega|[Hh]ouse|[Mm]otel|[Bb]ar|[Ss]tore) (?P<link>on|off|at"
    r"|by|in|near|outside|outside of) "
    r"(?P<street>[A-Z][a-z]{2,15}|\d{1,3}(?:st|nd|rd|th)(?! (?:floor|day|hour|night|shift)))"
    r"(?: (?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Square)\b\.?)?"
    r"|(?:[a-z']{3,10} )?(?:hospital|clinic|shelter|rehab|church|school|pharmacy|hospice|mosque|temple|library|center"
    r"|diner"
    r"|bodega|motel|bar|store|exchange) on (?P<small>(?!(?:the|my|our|her|his|that|this|zoom|call|campus|site|wheels"
    r"|weekends"
    r"|time)\b)[a-z]{4,15}))\b"
)
_LINKS: Final = words_of("on off at by in near outside")
_STREETS: Final = words_of(
    "main elm oak maple vine pine cedar walnut chestnut spruce market broadway washington lincoln jefferson madison"
    " jackson park union front grand mission water mlk franklin linden ash birch poplar locust sycamore hickory laurel"
    " adams monroe harrison tyler polk pierce grant hayes garfield cleveland mckinley roosevelt wilson central canal"
    " division summit highland prospect pleasant bridge mill river lake high state court church college"
)
_OF: Final = LatePattern(
    r"\b(?<![\w'])(?:(?:First|Second|Mt\.?|Mount|Greater|New) (?:[A-Z][a-z]{2,12} )?(?:Baptist|Methodist|Presbyterian"
    r"|Congregational|Lutheran|Unitarian|AME|Parish)\b(?: Church| Zion)?(?! [A-Z])|(?:(?:University|College|Church"
    r"|Hospital|Academy"
    r"|Our Lady|Sisters|Temple|Congregation|Institute|School) of(?: the)?|Temple|Iglesia|Masjid|Congregation|Camp"
    r"|Fort|Hospice|Casa|Villa|MCI|FCI|FMC|USP) [A-Z][\w'-]{2,20}(?: [A-Z][\w'-]{2,20}){0,2}(?! (?:cuff|criteria)))"
)
_EVERYWHERE: Final = phrases_of(
    "waffle house, khan academy, whole foods, dollar general, olive garden, holiday inn, days inn, pizza hut, huddle"
    " house, hampton"
    " inn,"
    " comfort inn, texas roadhouse, steak house, opera house, white house, panda garden, blue apron, city market,"
    " general"
    " hospital, chicago med, seattle grace, home depot, auto zone, family dollar, pancake house, burger market"
)
"""Chains that are in every town, and houses that are only on television."""
_FACILITY_TRIGGERS: Final = words_of(
    "infirmary polyclinic centre refuge primary grammar secondary hospital hospitals center ctr school college"
    " clinic clinics hospice rehab"
    " rehabilitation nursing snf living care"
    " retirement institute health healthcare dialysis home shelter elementary university church cathedral synagogue"
    " mosque masjid parish prison jail penitentiary correctional pharmacy general memorial regional methodist cntr"
    " presbyterian deaconess high academy prep seminary tech state manor village estates gardens terrace commons oaks"
    " pines place house inn lodge ministries temple chapel diner cafe bakery market motel hotel foundation fellowship"
    " system nails steel garage auto plumbing construction trucking logistics roofing landscaping hardware"
    " ame zion baptist lutheran oncology orthopedics pediatrics radiology imaging dermatology dental cardiology"
    " hospitality motors foods farms farm dairy mills salon grill tavern pizzeria restaurant brewery casino library"
    " theater preschool daycare labs surgical homes apartments towers hall grocery mill factory plant foundry trailer"
    " pantry mission sober halfway soup medical armory mine shipyard projects mobile detox recovery middle airport"
    " tabernacle schools mercy trinity"
    " providence houses station view ridge creek hills springs acres meadow meadows haven grove villa horizons glen"
)
_KINDS: Final = words_of(
    "community memorial general university regional methodist baptist children childrens veterans county city state"
    " medical area health cancer rehab rehabilitation surgery heart eye free walk homeless nursing hospital hospitals"
    " infirmary polyclinic care rest refuge day med clinic clinics hospice snf assisted senior skilled memory"
    " retirement birth dialysis wellness treatment recovery trauma healthcare group shelter high middle elementary"
    " primary grade prep charter school public schools church cathedral synagogue mosque masjid parish prison jail"
    " penitentiary correctional detention pharmacy plant mill factory foundry mine shipyard hotel motel diner bakery"
    " cafe salon casino trailer mobile projects apartments armory library airport tabernacle presbyterian deaconess"
    " academy college grammar secondary seminary tech manor village estates gardens terrace commons oaks pines place"
    " house houses inn lodge center station ame zion lutheran oncology orthopedics pediatrics radiology imaging"
    " dermatology dental cardiology nails steel garage auto plumbing construction trucking logistics roofing"
    " landscaping hardware hospitality motors foods farms dairy mills grill tavern pizzeria restaurant brewery theater"
    " preschool daycare labs surgical homes towers hall institute ministries temple chapel market foundation fellowship"
    " ctr cntr"
)
"""What follows a name begins with one of these."""
_SMALL_KINDS: Final = words_of(
    "hospital med medical hospice rehab nursing assisted high elementary middle university college church memorial"
    " general clinic community health hotel motel inn diner bakery cafe market grocery mill factory plant foundry salon"
    " tavern casino shelter detox sober halfway soup food pantry mission ame baptist methodist lutheran dialysis"
    " oncology imaging pharmacy daycare academy prep prison jail farm farms apartments group memory regional library"
    " manor village terrace gardens commons estates foods motors steel trucking"
)
"""The same in small letters."""
_KINDS_OF_SHOPS: Final = words_of("diner inn motel tavern")
_SHORTLY: Final = 64
_OF_TRIGGERS: Final = words_of(
    "university college church hospital academy lady sisters temple congregation institute school iglesia masjid camp"
    " fort hospice casa villa mci fci fmc usp ame baptist methodist presbyterian lutheran unitarian congregational"
    " parish"
)
_SYSTEMS: Final = words_of(
    "kindred brookdale atria encompass ochsner sutter sentara novant ascension banner"
    " christus dignity beaumont sanford inova medstar avera carilion"
    " wellstar prisma froedtert methodist baptist presbyterian mercy memorial regional barnes secours essentia allina"
    " jacobi elmhurst lincoln upmc hca nyu ucla ucsf mgh kaiser"
)
# "UPMC Shadyside" needs no "at".
_SYSTEM_AND_HOUSE: Final = LatePattern(r"\b(?:UPMC|HCA|NYU|UCLA|UCSF) [A-Z][a-z]{3,15}\b")
_HOUSES_WITH_NAMES: Final = words_of(
    "community med mission outreach recovery shelter convent abbey monastery shipyard works ranch"
)
_ON_STREETS: Final = words_of(
    "hospital clinic shelter home rehab church school pharmacy hospice mosque temple library care center diner bodega"
    " house motel bar store"
    " methadone free walk urgent nursing group health homeless halfway funeral veterans women womens men mens youth"
    " family community mobile needle exchange"
)
_REACH: Final = (110, 110)
_SURELY_HOUSES: Final = (
    (_OF_TRIGGERS, _OF, _REACH),
    (frozenset({"samaritan"}), _SAMARITAN, (20, 30)),
    (_HOUSES_WITH_NAMES, _AT_A_HOUSE, (60, 20)),
    (_CHAINS, _OF_A_CHAIN, (1, 50)),
    (_SYSTEMS, _SYSTEM, (20, 50)),
    (words_of("upmc hca nyu ucla ucsf"), _SYSTEM_AND_HOUSE, (1, 20)),
)
_SHOPS: Final = (" diner", " inn", " motel", " tavern")
_WORD: Final = LatePattern(r"[\w'-]+")
_LEADS_ON: Final = LatePattern(
    r"\b(?:New|Greater|Old|First|Second|Mount|Big|Little|East|West|North|South|Blue|Red|Green|White|Black) \Z"
)
# "The Good Samaritan on 12th": its street belongs to it.
_ON_ITS_STREET: Final = LatePattern(
    r" on (?:\d{1,3}(?:st|nd|rd|th)|(?:[Rr]oute|[Rr]te|[Hh]ighway|[Hh]wy) \d{1,3}|(?:[A-Z][a-z]{2,15} (?=St|Ave|Rd"
    r"|Blvd|Road|Lane)))(?: (?:St|Street|Ave|Avenue"
    r"|Rd|Road"
    r"|Blvd|Lane)\b)?(?! (?:floor|day|hour|try))"
)
_FOR_ALL: Final = ("clinic", "clinics", "shelter", "center", "centre", "ctr", "cntr", "house")
"""With what they are for before them they are anybody's: "the Heart Failure Clinic"."""
_CREEDS: Final = ("Lutheran", "Baptist", "Methodist", "Presbyterian", "AME")
_FAMILY: Final = lexicon.Known.FAMILY.value
_ORDINARY: Final = lexicon.Known.ORDINARY.value
_ORDINARY_OR_PLACE: Final = _ORDINARY | lexicon.Known.PLACE.value
_HOME_FROM: Final = 7
_SHORTEST_END: Final = 4
_ENDS_OF_ENDS: Final = frozenset(end[-_SHORTEST_END:] for end in HOMELY)
"""One look-up rejects nearly every word."""
_GONE_TO: Final = LatePattern(rf"\b(?:at|to|from|by) (?:the )?(?P<home>[a-z]{{{_HOME_FROM},60}})(?![a-z])")
_GOING: Final = words_of("at to from by")
# A house that is told by its name alone: "the Wexford", "his clinic, CleanSlate, closed".
_THE_NAME: Final = LatePattern(
    r"(?<= )the (?P<own>[A-Z][a-z]{3,15}(?: [A-Z][a-z]{3,15})?)(?=[.,;!?)]|$| (?:in|on|for|with|where|and|when|since"
    r"|because|until)\b)"
)
_THE: Final = frozenset({"the"})
_AT: Final = (" at", " to", "from")
_NAMED_HOUSES: Final = words_of(
    "hospital clinic shelter school church home rehab facility hospice pharmacy center mosque temple agency"
    " program snf place"
    " factory plant diner restaurant bar gym salon store motel hotel practice"
)
_CALLED: Final = LatePattern(
    r"[a-z]{3,10}(?:,| called| named| \(|:) (?:the )?(?P<own>[a-z][\w']{3,20}(?: [a-z][\w']{2,20}){0,2}?)"
    r"(?=[.,;)]|$| (?:where|that|closed|is|was)\b)"
)


def find_facilities(wording: Wording) -> Iterator[Finding]:
    """Every institution that is named, with its street; a named employer or place of transfer is only possible."""
    for found in _facilities(wording):
        street = _ON_ITS_STREET.match(wording.text, found.end)
        yield Finding(found.start, street.end(), found.kind, found.confidence) if street else found


def _facilities(wording: Wording) -> Iterator[Finding]:
    if wording.has(_FACILITY_TRIGGERS):
        yield from _named(wording)
    for triggers, pattern, reach in _SURELY_HOUSES:
        for match in wording.near(triggers, pattern, reach=reach, capitals=True):
            own = match[match.lastgroup or 0]
            if pattern is not _AT_A_HOUSE or not _is_usual(own.rsplit(" ", 1)[0]):
                yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.FACILITY)
    yield from find_saints(wording)
    yield from _on_streets(wording)
    yield from find_known_houses(wording)
    yield from _by_their_names(wording)
    yield from _small_homes(wording)
    yield from find_told_houses(wording)
    yield from find_everyday_houses(wording)
    yield from find_houses_abroad(wording)
    yield from find_schools(wording)


def _named(wording: Wording) -> Iterator[Finding]:
    for stretch in stretches(places_behind_capitals(wording, _KINDS), *_REACH):
        for match in _NAMED.finditer(wording.text, *stretch):
            start = _name_begins(match, wording)
            if start is not None and match[0].lower() not in _EVERYWHERE:
                yield Finding(start, match.end(), IdentifierKind.FACILITY)
    for match in matches_at(_homes(wording), _ORDINARY_HOME, wording.lower):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.FACILITY)
    for stretch in stretches(_unusual(wording), 70, 40):
        for match in _SMALL.finditer(wording.lower, *stretch):
            start = _small_name_begins(match)
            if start is not None and wording.text[start].islower():
                yield Finding(start, match.end("whole"), IdentifierKind.FACILITY)


def _homes(wording: Wording) -> list[int]:
    """Where a home's name of everyday words may begin."""
    joined = chain.from_iterable(map(wording.places.__getitem__, wording.words & _JOINED_HOMES))
    return sorted([*joined, *places_followed(wording, _BEGIN_HOMES, _END_HOMES, within=3)])


def _unusual(wording: Wording) -> list[int]:
    """Where a house is told of that has an unusual word among the three before it, or that is a shop."""
    lower, starts, found = wording.lower, wording.starts, []
    for kind in wording.words & _SMALL_KINDS:
        for place in wording.places[kind]:
            begins = bisect_left(starts, place)
            before = wording.spoken[max(0, begins - 3) : begins]
            is_joined = "'" in lower[max(0, place - _SHORTLY) : place]
            if kind in _KINDS_OF_SHOPS or is_joined or not all(map(_says_nothing, before)):
                found.append(place)
    return sorted(found)


def _says_nothing(word: str) -> bool:
    return word in GENERIC or lexicon.is_ordinary(word)


def _name_begins(match: re.Match[str], wording: Wording) -> int | None:
    """Where the first word stands that is a name's, or nothing if all of them are anybody's ("My Free Clinic")."""
    kind = match[0][len(match["name"]) + 1 :]
    if kind.lower().endswith(_FOR_ALL) and _is_usual(match["name"]):
        return None
    for word in _WORD.finditer(match["name"]):
        place = match.start("name") + word.start()
        if _is_of_a_name(word[0], kind, begins=wording.begins_a_sentence(place)):
            lead = _LEADS_ON.search(match["name"], 0, word.start())
            first = match["name"].split()[0]
            is_first_too = first[0].isupper() and first.lower() not in GENERIC and not lexicon.is_common_name(first)
            return match.start("name") + (0 if is_first_too else lead.start() if lead else word.start())
    return None


def _is_usual(name: str) -> bool:
    """Whether these words only tell what a clinic or a shelter is for: "the Advanced Heart Failure Clinic"."""
    words = name.lower().split()
    plain = [word in USUAL or word in GENERIC for word in words]
    if "street" in words[1:]:
        return False
    return plain[-1] and all(one or _tells_no_name(word) for one, word in zip(plain, words, strict=True))


def _tells_no_name(word: str) -> bool:
    """Whether a word is everyday and neither what homes nor what people are called by: "Oak", "Hill", "Lincoln"."""
    return lexicon.is_ordinary(word) and word not in _HOMES and not lexicon.is_family(word)


def _is_of_a_name(word: str, kind: str, *, begins: bool) -> bool:
    plain = word.lower()
    if plain in GENERIC or not word[0].isupper() or (word.isupper() and lexicon.is_ordinary(word)):
        return False
    if not lexicon.is_ordinary(word) or LOOKS_LIKE_A_HOME.match(plain):
        return True
    return kind[0].isupper() and (not begins or kind.startswith(_CREEDS))


def _small_name_begins(match: re.Match[str]) -> int | None:
    """Where an unusual word begins; two of everyday are a name before a house that is open to all."""
    if match["second"] and match["whole"].endswith(_SHOPS) and " the " in match[0]:
        is_usual = match["second"] in GENERIC and match["second"] != "street"
        return match.start("name") if match["name"] not in GENERIC and not is_usual else None
    if match["third"]:
        return _row_begins(match)
    for group in ("name", "second"):
        word = match[group]
        if word and word not in GENERIC and not lexicon.is_ordinary(word):
            return match.start(group)
    return None


def _row_begins(match: re.Match[str]) -> int | None:
    """Where a row of names begins that goes on to the house: "wazir akbar khan hospital"."""
    begins = None
    for group in ("third", "second", "name"):
        word = match[group]
        if word in GENERIC or (lexicon.is_ordinary(word) and not (lexicon.is_family(word) and word not in USUAL)):
            break
        if not lexicon.is_ordinary(word):
            begins = match.start(group)
    return begins


def _on_streets(wording: Wording) -> Iterator[Finding]:
    """Anybody's house with its street: "the shelter on Grand", "the clinic on 5th"."""
    for match in matches_at(places_followed(wording, _ON_STREETS, _LINKS, within=3), _ON_A_STREET, wording.text):
        if _is_a_street(match["street"] or match["small"], match["link"] or "on"):
            yield Finding(*match.span("whole"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _is_a_street(said: str, link: str) -> bool:
    """Whether a word behind "on" is a street, or one behind "in" a town."""
    plain = said.lower()
    if link in {"in", "near", "outside", "outside of"}:
        return lexicon.is_place(plain) and not lexicon.is_state(plain) and not lexicon.is_ordinary(plain)
    if plain in _STREETS or (link == "on" and said[0].isupper() and lexicon.is_common_name(plain)):
        return True
    is_place = plain[0].isdigit() or not lexicon.is_ordinary(plain)
    return is_place and not lexicon.is_common_name(plain) and not lexicon.is_state(plain)


def _by_their_names(wording: Wording) -> Iterator[Finding]:
    called = wording.beginning(_NAMED_HOUSES, _CALLED)
    the = matches_at(places_before_capitals(wording, _THE), _THE_NAME, wording.text)
    told = (match for match in the if wording.before(match.start() - 1, 4).endswith(_AT))
    for match in chain(called, told):
        start, end = match.span("own")
        words = wording.text[start:end].split()
        if all(word[0].isupper() for word in words) and _is_a_name_of_its_own(words):
            yield Finding(start, end, IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _is_a_name_of_its_own(words: list[str]) -> bool:
    """Whether one of them is neither everyday nor a land nor what many are called."""
    known = (lexicon.is_ordinary, lexicon.is_state, lexicon.is_common_name)
    return words[0].lower() not in GENERIC and not all(any(is_one(word) for is_one in known) for word in words)


def _small_homes(wording: Wording) -> Iterator[Finding]:
    """Homes and schools in small letters that are told by how their names end: "back to briarwood"."""
    for match in wording.beginning(_GOING, _GONE_TO):
        if wording.text[match.start("home")].islower() and _is_homely(match["home"]):
            yield Finding(*match.span("home"), IdentifierKind.FACILITY, Confidence.POSSIBLE)


def _is_homely(word: str) -> bool:
    """Whether homes are called so, and neither people nor everyday things."""
    if word[-_SHORTEST_END:] not in _ENDS_OF_ENDS or not word.endswith(HOMELY) or word in lexicon.most_used():
        return False
    known = lexicon.known_as(word)
    return not known & _FAMILY and known & _ORDINARY_OR_PLACE != _ORDINARY
