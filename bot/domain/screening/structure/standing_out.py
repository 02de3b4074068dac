"""What fits only one person: "the only student in the clinic", "as the only woman on the team", "the first to row it".

It gives away its author or a patient without a name, so it counts where it says who and among whom. "The only thing
that helped" and "the only one who asked" fit anybody.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import matches_at, places_followed
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

# Patterns begin with the word they are told by, since that stands in few places; what leads to it is looked for where
# one of them matches.
_ONLY: Final = r"\b(?:only|sole|lone|single)"
_AND_ONLY: Final = r"(?:\b(?:one|1st|first) and )?\Z"
_BETWEEN: Final = r"(?:[\w'/+-]{1,16} ){0,4}?"
_PERSON: Final = (
    r"(?:students?|classmates?|(?:wheelchair )?users?|farmer|baker|barber|butcher|carpenter|plumber|blacksmith|trucker"
    r"|firefighter|officer|sheriff|undertaker|shepherd|fisherman|beekeeper|lobsterman|m\.?d\.? student|ms ?-?\d|m\d"
    r"|ms ?i{1,3}v?|(?:first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]years?|md[/-]?phd|med student|clerk|sub-?i"
    r"|intern|resident|fellow|attending"
    r"|doctor|physician|surgeon|nurse|np|pa|md|provider|specialist"
    r"|[a-z]{3,12}(?:ian|ese|ish|ican)|[a-z]{3,14}(?:ologist|iatrist|iatrician|urgeon)|interpreter|speaker|chaplain"
    r"|pharmacist|therapist|midwife"
    r"|social worker|translator"
    r"|man|woman|lady|gentleman|guy|girl|male|female|dude|person(?: of color)?|patient|pt|kid|child|teen(?:ager)?"
    r"|adult|parent"
    r"|mother|mom|father"
    r"|dad|vet(?:eran|erinarian)?|immigrant|refugee|member|survivor|amputee|twins|triplets|siblings"
    r"|(?:[a-z]{4,8} )?transplant"
    r"|recipient|[a-z]{4,8}in[ao]|(?:pacific )?islander|grand(?:mother|father|parent|ma|pa)|paramedic|medic|emt"
    r"|widow(?:er)?"
    r"|diabetic|epileptic|redhead|hijabis|poc"
    r"|muslim|jew|christian|hindu|sikh|buddhist|catholic|mormon|asian|black|latin[ao]|latinx|hispanic|white|african"
    r"|minority|foreigner|non-native|native|hijabi|one|trans|lesbian|gay|athlete|dancer"
    r"|lawyer|judge|priest|famil(?:y|ies)|couple|imam|rabbi|teacher|dentist|pilot|case|survivors)"
)
# What tells one from the others: "in a wheelchair", "with dreads", "fasting".
_WITH: Final = (
    r"(?: (?:(?:in|with|from|of|over|under|born in|raised in) (?:[\w'-]{1,14} ){0,2}?(?!pens?\b|time\b|chargers?\b"
    r"|stethoscopes?\b|phones?\b|questions?\b|answers?\b|ideas?\b|clue\b|plan\b|smile\b|watch\b|masks?\b"
    r"|gloves\b)[\w'-]{2,16}|fasting|pregnant"
    r"|(?:who|that)(?:'s| is| was| has| had| wears?| wore| speaks?| spoke| uses?| grew up| came from)"
    r" (?:[\w'-]{1,14} ){0,3}?[\w'-]{2,16}))?"
)
_AMONG: Final = (
    r"(?: (?:in|on|at|of|from|with|for|within|among) (?:(?:the|our|my|this|that|all|his|her|their|an?|whole|entire"
    r"|of) ){0,3}(?:[\w'&-]{1,16} ){0,2}"
    r"(?:team|class|cohort|program|rotation|group|hospital|service|unit|ward|floor|clinic|state|county|country|town"
    r"|city|village|school|year|nights?|region|department|family"
    r"|site|campus|district|island|world|nation|usa|area|practice|shift|ob|obgyn|surgery|medicine|peds|psych|neuro"
    r"|neurosurg|ortho|uro|trauma|cards|onc|derm"
    r"|icu|course|block|clerkship|university|college|congregation|church|reservation|household|staff|crew|wing|l&d"
    r"|rounds"
    r"|residency|squad|section|days|float|workroom|building|[a-z]{2,10}(?:ology|iatrics|surgery)|vascular|burn"
    r"|transplant"
    r"|ent|pacu|or)\b(?! (?:who|that) (?!is\b|do(?:es)?\b|was an?\b|'s|speaks?|spoke|wears?|wore|has an?\b|had an?\b"
    r"|grew|uses?"
    r"|came from|signs)|,? (?:to (?!have\b)|awake|asleep|left|smiling))"
    r"| (?:in|for|within) (?:[\w-]{1,8} ){0,2}(?:counties|towns|villages|districts|parishes|miles)\b"
    r"|(?<!resident)(?<!nurse)(?<!doctor)(?<!attending)(?<!intern)(?<!student)(?<!one)(?<!person)(?<!provider)(?<!fellow)"
    r""
    r" on (?:call|shift|duty)\b"
    r"|(?<!family) here(?=[.,!?;]| on\b| in\b|$| (?:who|that) (?:is|was an?|speaks?|spoke|wears?|wore|has|had|grew"
    r"|uses?"
    r"|came from|signs|prays)\b| who do(?:es)?(?=[.,!?;]|$)"
    r"| (?:with|w|w/) (?!a (?:pen|phone|charger|question|clue|plan|smile|watch|stethoscope"
    r"|badge)\b)(?:an?|no|one|two|kids|visible|dark|brown)\b| from\b))"
)
_TAIL: Final = (
    r"(?: (?:with|to (?:have|get|need|survive)|who (?:has|had|got|speaks|spoke|survived)) (?:this|that|an?|her|his"
    r"|it)?(?: ?[\w'-]{2,16}){1,2})?"
)
_NOBODY: Final = r"(?:thing|question|time|way|reason)"
_COHORT: Final = r"(?:class|cohort|rotation|year|group|program|clerkship|block|team|school)"
_THINGS: Final = (
    rf"(?:{_NOBODY}|chair|computer|phone|drug|treatment|word|sound|lesson|comfort|moment|patient|room|bed|note|day"
    rf"|rest|part|place|break|meal|exam|lecture|hope|light|advice|feedback)s?"
)
_ABOUT_ONE: Final = (
    r"(?:looks? like me|signs|(?:has|'s) been (?:homeless|pregnant|deployed|adopted|a refugee|in (?:foster|prison"
    r"|jail|the army))"
    r"|speaks?(?! up| out)|spoke(?! up| out)|wears?|wore|prays|grew up|is (?:black|trans|deaf"
    r"|blind|muslim|jewish|gay|queer"
    r"|asian|brown|native|latin[ao]|pregnant|married|a (?:mom|mother|dad|father|parent|grandfather"
    r"|grandmother|veteran|refugee|immigrant))"
    r"|us(?:es?|ed) an? (?:(?:wheel|power ?)?chair|cane|walker|hearing aid)|stutters?|stammers?|limps?|keeps? kosher"
    r"|is over \w{2,8}|has (?:kids|a (?:child|baby|disability|stutter|(?:service|guide) dog)))\b"
)
_IN_A_GROUP: Final = LatePattern(
    rf"{_ONLY} (?!{_NOBODY}\b|child in (?:the|his|her|my|a)"
    rf" family|(?<!the only )one (?:{_PERSON})\b)"
    rf"{_BETWEEN}(?:{_PERSON}{_WITH}{_AMONG}{_TAIL}|(?:students?|ms? ?-?\d|(?:first|second|third|fourth|1st|2nd|3rd"
    rf"|4th)"
    rf"[ -]year|clerk|resident|intern) (?:in|on|at"
    rf"|with) (?:the |our |my |an? )?(?!call\b|duty\b|time\b|her\b|his\b)[\w&]{{2,16}}\b"
    rf"|m(?:s ?)?\d (?:who is|who's|with an?|from|w) \w{1, 12}|m(?:s ?)?\d this (?:week|month|block|rotation)\b"
    rf"|(?:(?!{_THINGS}\b)[\w'/+-]{{1,16}} ){{1,4}}?(?:in|on|at|of) (?:(?:my|our) (?:[\w-]{{2,10}} )?{_COHORT}"
    r"|the (?:whole |entire )?(?:class|cohort|group|clerkship|(?:team|rotation)(?! (?:who|that|to)\b)))\b)"
)
_AM: Final = LatePattern(rf"(?:\b(?:as|being|i'm|im|i am|i was|am) )?(?:\b(?:the|our) )?{_AND_ONLY}")
_AS_THE_ONLY: Final = LatePattern(
    rf"{_ONLY} (?!(?:{_NOBODY}|child)\b|one (?:(?:who|that) (?!{_ABOUT_ONE})|to\b|awake"
    rf"|left|up\b|there|free|around)){_BETWEEN}{_PERSON}\b(?: {_PERSON}\b)?(?:(?: [\w']{{2,14}})?{_AMONG})?"
)
_AS: Final = LatePattern(rf"\b(?:as|being) (?:the )?{_AND_ONLY}")
# "He's the only doctor who listened" is said of many; "the only doctor", and no more, of few.
_IS_THE_ONLY: Final = LatePattern(
    rf"(?:(?<=\bthe )|(?<= and )){_ONLY} (?!(?:{_NOBODY}|family|one)\b)"
    rf"{_BETWEEN}{_PERSON}\b(?! (?:who|that|to|she|he|they|i|we|you)\b)"
)
_IS_THE: Final = LatePattern(rf"\b(?:i'm|im|i am|i was|(?:he|she|who|they)(?:'s| is| was| are)) the {_AND_ONLY}")
_SPEAKS: Final = LatePattern(
    rf"{_ONLY} (?:(?:med(?:ical)? )?(?:one|person|student|nurse|doctor|resident){_AMONG}? (?:who|that)"
    r"|one of us(?: who)?(?! spoke| wore))"
    rf"(?: {_ABOUT_ONE}|'s an? \w{{4,12}}\b)(?: (?:[\w'-]{{1,20}})){{0,2}}"
    rf"|(?<=\bthe )(?:only|sole|lone) survivors? (?:of|in|from)\b"
    rf"|(?<=\bthe )only (?:two|three|couple|pair)(?: of)? {_BETWEEN}(?:women|men|{_PERSON}s){_AMONG}"
    rf"|{_ONLY} (?:[\w-]{{2,12}} )?(?:woman|girl|man|guy|male|female|person of color|poc|minority"
    rf"|student) in"
    r" (?:the|my|our) (?:[\w-]{2,12} )?(?:room|or|meeting|huddle|workroom|lecture)\b"
)
_THE_ONLY: Final = LatePattern(rf"(?:\bthe )?{_AND_ONLY}")
_SINGULAR: Final = LatePattern(
    r"\b(?:(?<=\b(?:the|our) )(?:first|last(?= [a-z]{0,9}(?:smith|er|man|family|survivor))|youngest|oldest|tallest"
    r"|heaviest|smallest|longest|fastest|biggest)|(?<=\b(?:the|our) very )first|(?<=\b(?:the|our) most )famous)"
    r" (?:[\w'/-]{1,18} ){0,5}?"
    r"(?:person|patient|pt|case|man|woman|child|baby|kid|girl|boy|student|transplants?|recipient|surgery|procedure"
    r"|implant|survivor|doctor|nurse|surgeon|mayor|sheriff|farmer|baker|barber|fisherman|shepherd|one"
    r"|[a-z]{3,9}(?:maker|smith|wright|keeper|binder|herder)"
    r"|resident|survivors?|preemie|to \w{3,12})"
    r"(?: (?:[\w'/-]{1,18} ){0,5}?)??(?: ?(?:in|of|at|on|from) (?:the (?:whole )?(?:history of (?:the )?)?(?:entire )?"
    r"|our |this )(?:state|county|country|city|region|world|town|nation|u\.?s\.?a?|hospital|program|school|area|island"
    r"|province)\b"
    + _TAIL
    + (r"| ever (?:in|at|to|treated|seen|done|performed|transplanted|discharged|born) (?:here|this|in|at|our)\b)")
)
_THE_VERY: Final = LatePattern(r"\b(?:the|our) (?:very |most )?\Z")
# What is known of in public: who was the first to do a feat, or held an office.
_FEATS: Final = (
    r"(?:row|swim|sail|fly|climb|summit|cross|win|play|pitch|box|race|land|orbit|serve|command|lead|captain|coach|run"
    r"|become|graduate|earn|own|conduct|referee|compete|dive|ski|skate|publish|survive|undergo|break|hold|host|star"
    r"|sing|dance|ride|paddle|hike|walk|drive|solo|finish|qualify|medal|represent|study|practice|argue|be (?:elected"
    r"|named|drafted|ordained|hired|appointed|given|implanted|treated|transplanted|cured))"
)
_OFFICES: Final = (
    r"(?:mayor|chief|sheriff|governor|senator|congress(?:man|woman)|judge|justice|principal|superintendent|astronaut"
    r"|champion|pilot|captain|officer|commissioner|president|ambassador|conductor|bishop|dean|keeper|editor|coach"
    r"|astronomer|olympian|winner|medalist|drummer|singer|pitcher|quarterback|goalie|jockey|referee|anchor|host"
    r"|founder|owner|director|professor|chair|surgeon|lawyer|attorney|firefighter|marshal|postmaster|ranger|driver"
    r"|midwife|weaver|speaker|cobbler|miner|logger|fisherman|whaler|shaman|healer|elder)"
)
_FEAT: Final = LatePattern(
    r"\b(?:(?<=\bthe )(?:first|last|youngest|oldest|fastest|only)|(?<=\bthe very )first)"
    rf"(?: (?!(?:time|thing|step|day|one)\b)[\w'/-]{{2,18}}){{1,4}}? (?:(?:ever )?to "
    rf"(?:ever )?(?:{_FEATS}\b(?! (?:me|us|him|her|my|our|your|his|up"
    rf"|away|through it|past|it)\b)(?: [\w'-]{{1,18}}){{0,3}}"
    rf"|(?:get|have|receive|need) (?:[\w'-]{{1,16}} ){{1,4}}?(?:here|(?:in|at) (?:the|this"
    rf"|our) \w{{4,12}})\b)|{_OFFICES} (?:of|in|on|at|from|for) (?:[\w'-]{{1,18}}(?: [\w'-]{{3,18}})?))"
    r"|(?<=\bthe )(?:last|only) (?:speaker of|(?:weaver|cobbler|blacksmith|shaman|healer|midwife) (?:in|on)) (?!the"
    r" day)[\w'-]{2,18}"
    r"(?: [\w'-]{3,18})?"
)
_OURS: Final = LatePattern(
    rf"(?<=[a-z][a-z]'s )(?:only|lone|sole|first|youngest|oldest) (?:[\w'-]{{2,16}} ){{0,2}}?"
    rf"(?!child\b|one\b)(?:{_PERSON}|{_OFFICES})\b"
    r"|(?<=\bour )(?:only|lone|sole) (?:(?:student|classmate|resident) (?:with|who|from|in)\b|(?:[\w'-]{2,16}"
    r" ){1,3}?(?:classmate|student|resident|intern|attending|fellow|nurse)\b)"
    r"|(?<=\bthe )(?:youngest|oldest|shortest|tallest)(?: (?:one|person|student|member|woman|man|guy))? (?:in|on|of)"
    rf" (?:my|our|the|this) (?:[\w-]{{2,10}} )?{_COHORT}\b"
)
_OF_OURS: Final = LatePattern(r"(?:(?:\b(?:our|my|the|this) )?\b[a-z]{2,14}'s |\b(?:our|the) )\Z")
_ONE_WHO: Final = LatePattern(
    r"(?<=\bthe )(?:only|sole) one (?:here |there )?(?:who|that)(?:'s| is| was) "
    r"(?!a (?:morning|night|bit|little|lot)\b)"
    r"(?:an?|from|not an?"
    r"|over"
    r"|under|married|pregnant|trans|queer|gay|black|muslim|jewish|asian|latina|deaf|blind) [\w'-]{1,16}"
)
_I_AM: Final = LatePattern(r"\b(?:i'm|im|i am|i was) the \Z")
_STARRED: Final = LatePattern(
    r"\b(?:(?:played|pitched|coached|skated|boxed|drafted|swam|competed|fought|ran|sang|danced|was|been)"
    r"(?: (?:\w{2,10} )?(?:ball|bass|guitar|drums|goalie|center|shortstop|second base))? (?:in|at|for|by|with) the "
    r"(?:olympics|paralympics|nba|nfl|mlb|nhl|wnba|negro leagues|majors|world series|super bowl|world cup"
    r"|olympic \w{4,8}"
    r"|lakers|celtics|yankees|red sox|dodgers|giants|bears|packers|steelers|cowboys|bulls|knicks|mets|cubs|met opera"
    r"|temptations|supremes|beatles|globetrotters|rockettes)"
    r"|(?:man|woman|kid|girl|boy|guy|one|family|who(?:'s| was)) (?:from|on|in|all over) the (?:\w{5,7} )?(?:news"
    r"|headlines"
    r"|front page)"
    r"|was (?:once )?(?:miss|mr\.?|mrs\.?) (?:america|usa|universe|texas|kentucky|alabama|mississippi|ohio|florida"
    r"|california"
    r"|tennessee|louisiana|oklahoma|arkansas|kansas|iowa|nevada|oregon|idaho|utah|michigan|illinois|maine"
    r"|puerto rico))\b"
)
_STAR_TRIGGERS: Final = words_of(
    "olympics paralympics olympic nba nfl mlb nhl wnba leagues majors series bowl cup lakers celtics yankees sox"
    " dodgers"
    " giants bears packers steelers cowboys bulls knicks mets cubs opera temptations supremes beatles globetrotters"
    " rockettes news headlines page miss"
)
_THE_ONE: Final = LatePattern(
    r"(?:(?<=the )|(?<=just )|(?<=only )|(?<=exactly )|(?<=have )|(?<=is )|(?<='s )|(?<=theres ))"
    rf"one (?:(?:[\w-]{{2,14}} ){{0,2}}?{_PERSON}(?:{_AMONG}| here| in the room)\b"
    rf"|with (?:[\w'-]{{1,14}} ){{1,4}}?(?:in|on|of) (?:my|our|the) (?:[\w-]{{2,10}} )?{_COHORT}\b"
    rf"|(?P<count>(?:[\w-]{{2,14}} ){{1,3}}?(?:in|on|at) (?:[\w-]{{1,14}} ){{1,3}}?and (?:it'?s|it is|that'?s)"
    rf" me\b|(?:[\w-]{{2,14}} ){{1,3}}?(?:student|person|resident), me\b))"
)
# "The first deaf student this school has had": whom those around have never had before, and not just this week.
_HAS_HAD: Final = LatePattern(
    rf"\b(?:(?:first|second|third|only|sole|oldest) {_BETWEEN}(?:donor|{_PERSON})"
    r"|(?:youngest|smallest|heaviest|tallest) (?:[\w'/-]{2,16} ){0,2}?[\w'-]{3,16})"
    r" (?:that )?(?:(?:this|that|the|our|my|their|his|her) (?:[\w&-]{2,14} )?(?:program|school|class|cohort|clinic"
    r"|hospital|center|centre|unit|floor|ward|service|department|team|residency|rotation|practice|office|group|lab"
    r"|state|county|town|city|region|village|tribe|church|family)(?:'s| has| have| had)?(?: ever)?"
    r"|(?:they|we)(?: have| had|'ve|'d)? ever)"
    r" (?:had|have|seen|matched|taken|took|admitted|graduated|trained|hired|discharged|treated|transplanted|accepted"
    r"|enrolled|hosted|known|delivered|implanted|elected|ordained|operated on|did(?= here\b)|done(?= here\b)"
    r"|saw(?= here\b))\b"
    r"(?! (?:today|yet|all|this|in (?:\w{1,7} ){0,2}(?:weeks?|days?|months?|hours?|ages|while))\b)"
)
_OURS_HAD: Final = LatePattern(r"(?:\b(?:the|our) )?(?:\bvery )?\Z")
_BEFORE_THE_ONE: Final = LatePattern(
    r"\b(?:as|being|i'm|im|i am|i was) the \Z|\b(?P<count>just|only|exactly|we have|there is|there's|theres) \Z"
)
_ONE_OF_OURS: Final = LatePattern(
    rf"(?<=the )one (?:[\w-]{{2,14}} ){{1,2}}?{_PERSON} (?:in|on) (?:my|our) (?:[\w-]{{2,10}} )?{_COHORT}\b"
)
_NOBODY_ELSE: Final = LatePattern(
    r"(?:(?:nobody|no ?one|none)(?: else| but me| of the other [a-z]{5,10})?|no other [a-z]{3,10})"
    rf" (?:in|on|at|of) (?:my|our|the|this) (?:[\w-]{{2,10}}"
    rf" )?{_COHORT}(?: else)?"
    rf" {_ABOUT_ONE}(?: (?!(?:so|and|but|i|we|because)\b)[\w'-]{{1,20}}){{0,2}}"
)
_FIRST_IN: Final = LatePattern(
    r"(?:(?<=\bthe )|(?<=\bthe very ))(?:first|second|third|only|youngest|oldest)"
    r"(?: (?:one|person|patient|child|woman|man|case))?(?: ever)?"
    r" (?:in|on|at|from) (?:the|this|our|his|her|their|my) (?:(?:whole|entire) )?(?:state|county|country|hospital"
    r"|region"
    r"|world|city|program|tribe|village|town|clan|reservation|school|area|island|nation) (?:to|with|who|on)\b(?:"
    r" [\w'-]{1,16}){1,4}"
)
# Whom a whole town or country knows.
_KNOWN_TO_ALL: Final = LatePattern(
    r"\b(?:an?|the|our) (?:sitting|former|retired|current|ex|acting|two-time|three-time|gold|silver|bronze|olympic"
    r"|famous|local|pro|professional|tv)[ -](?:(?:state|us|u\.s\.|county|town|city|olympic|nba|nfl|nhl|mlb|wnba"
    r"|medal-winning|news|world) ){0,2}(?:senators?|congress(?:man|woman)|mayor|governor|representative|ambassador"
    r"|astronaut|olympian|medalist|sheriff|police chief|fire chief|news ?anchor|weatherman|linebacker|quarterback"
    r"|celebrity|poet laureate|supreme court justice|bishop|archbishop)\b"
)
# "The guy who does the weather on channel 6".
_ON_THE_AIR: Final = LatePattern(
    r"\b(?:(?:the|my|this|a) )?(?:guy|man|woman|lady|one|person|gentleman|dude|voice|patient|pt|he|she|kid|mom|dad)"
    r" (?:who |that )?(?:does|did|reads?|hosts?|hosted|anchors?|anchored|presents?|presented|reports?|reported)"
    r" (?:the |an? |her |his )?(?:own )?(?:[a-z]{3,9} )?(?:weather|news|traffic|sports|forecast|lottery|show|headlines)"
    r" (?:on|for) (?:channel (?:\d{1,2}|[a-z]{3,6})|(?:(?:local|the|public|morning|evening|national) )?(?:tv|radio"
    r"|television|news)|npr|fox|cnn|abc|nbc|cbs|telemundo|univision)\b"
)
_ON_THE_AIR_TRIGGERS: Final = words_of("weather traffic sports forecast lottery show headlines news")
_KNOWN_TRIGGERS: Final = words_of(
    "senator senators congressman congresswoman mayor governor representative ambassador astronaut olympian medalist"
    " sheriff chief anchor newsanchor weatherman linebacker quarterback celebrity laureate justice bishop archbishop"
)
_FEW: Final = LatePattern(
    r"\b(?:one of (?:only |just |about |maybe )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a dozen"
    r"|a handful(?: of)?|the few)(?: (?:of (?:us|them)|known|reported|[a-z]{3,12}))? (?:cases|people|patients|kids"
    r"|children|families"
    r"|women|men|students|residents|doctors|survivors)?"
    r"|(?:only|just|fewer than|less than) (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|a dozen) (?:known "
    r"|reported |other )?(?:cases|people|patients|kids|children|families|of us|of them))"
    r" ?(?:like (?:it|this|hers|his) )?(?:(?:have|has|with) (?:it|this|her disease|his disease) )?(?:known "
    r"|reported )?(?:in|on) (?:the |this |our )(?:state|county|country|city|region|world|town|nation|us|hospital"
    r"|program|school|literature)\b"
)
_ONLYS: Final = words_of("only sole lone single")
_ONE: Final = frozenset({"one"})
_NOBODIES: Final = words_of("nobody noone none no")
_FIRSTS: Final = words_of("first last youngest oldest tallest heaviest smallest longest fastest famous biggest")
_FIRSTS_OF_ALL: Final = _FIRSTS | words_of("second third only")
_FEAT_TRIGGERS: Final = words_of("first last youngest oldest shortest tallest fastest only")
_OURS_TRIGGERS: Final = _FEAT_TRIGGERS | words_of("lone sole")
_FIRST_OR_ONLY: Final = words_of("first second third only sole oldest youngest smallest heaviest tallest")
_FEWS: Final = words_of("one only just fewer less")
_WIDE: Final = words_of(
    "state county country city region world town nation us usa u hospital program school area island province ever"
    " literature tribe village clan reservation"
)
_EVER: Final = words_of(
    "program school class cohort clinic hospital center centre unit floor ward service department team residency"
    " rotation practice office group lab state county town city region village tribe church family ever"
)
"""Who had somebody, or never."""
_AS_FAR: Final = 24
"""So many words behind the first of them."""
_LONGEST_LEAD: Final = 32
_ONLY_ONES: Final = (
    (_ONLYS, _ONLYS, _IN_A_GROUP, _AM),
    (_ONLYS, frozenset({"as", "being"}), _AS_THE_ONLY, _AS),
    (_ONLYS, _ONLYS, _SPEAKS, _THE_ONLY),
    (_ONLYS, _ONE, _ONE_WHO, _I_AM),
    (_FEAT_TRIGGERS, _FEAT_TRIGGERS, _FEAT, _THE_VERY),
    (_OURS_TRIGGERS, _OURS_TRIGGERS, _OURS, _OF_OURS),
)
"""Patterns with the words that each begins with, those of which it needs another, and what leads to it."""
_IN_ALL: Final = ((_FIRSTS, _SINGULAR), (_FIRSTS_OF_ALL, _FIRST_IN))
_KNOWN: Final = (
    (_KNOWN_TRIGGERS, _KNOWN_TO_ALL),
    (_STAR_TRIGGERS, _STARRED),
    (_ON_THE_AIR_TRIGGERS, _ON_THE_AIR),
)
_NEEDED: Final = frozenset().union(
    *(words for row in _ONLY_ONES for words in row[:2]),
    *(words for words, _ in (*_IN_ALL, *_KNOWN)),
    _WIDE,
)


def find_standing_out(wording: Wording) -> Iterator[Finding]:
    """Every phrase that says of somebody that there is no other, among people one could count."""
    said = wording.words & _NEEDED
    for triggers, beside, pattern, lead in _ONLY_ONES:
        if triggers.isdisjoint(said) or beside.isdisjoint(said):
            continue
        for start, end in _led(wording.beginning(triggers, pattern), lead, wording):
            yield Finding(start, end, IdentifierKind.ONLY_ONE)
    firsts = matches_at(places_followed(wording, _FIRST_OR_ONLY, _EVER, within=_AS_FAR), _HAS_HAD, wording.lower)
    for start, end in _led(firsts, _OURS_HAD, wording):
        yield Finding(start, end, IdentifierKind.ONLY_ONE)
    for start, end in _led(wording.beginning(_ONLYS, _IS_THE_ONLY), _IS_THE, wording):
        confidence = Confidence.DEFINITE if wording.lower[start] == "i" else Confidence.POSSIBLE
        yield Finding(start, end, IdentifierKind.ONLY_ONE, confidence)
    yield from _nobody_else(wording)
    yield from _well_known(wording, said)
    if not _WIDE.isdisjoint(said):
        yield from _in_all(wording, said)


def _led(matches: Iterator[re.Match[str]], lead: LatePattern, wording: Wording) -> Iterator[tuple[int, int]]:
    """From where to where each match goes with what leads to it."""
    for match in matches:
        before = lead.search(wording.before(match.start(), _LONGEST_LEAD))
        if before:
            yield match.start() - len(before[0]), match.end()


def _in_all(wording: Wording, said: frozenset[str]) -> Iterator[Finding]:
    """ "The first in the state to …", "one of five in the world"."""
    for triggers, pattern in () if _FIRSTS.isdisjoint(said) else _IN_ALL:
        for start, end in _led(wording.beginning(triggers, pattern), _THE_VERY, wording):
            yield Finding(start, end, IdentifierKind.ONLY_ONE)
    for match in wording.beginning(_FEWS, _FEW):
        yield Finding(*match.span(), IdentifierKind.ONLY_ONE)


def _nobody_else(wording: Wording) -> Iterator[Finding]:
    """ "I'm the one student here who …", "nobody else in my class has kids"."""
    for match in wording.beginning(_ONE, _THE_ONE):
        before = _BEFORE_THE_ONE.search(wording.before(match.start(), 16))
        if before and bool(before["count"]) is bool(match["count"]):
            yield Finding(match.start() - len(before[0]), match.end(), IdentifierKind.ONLY_ONE)
    for match in wording.beginning(_ONE, _ONE_OF_OURS):
        yield Finding(match.start() - len("the "), match.end(), IdentifierKind.ONLY_ONE)
    for match in wording.beginning(_NOBODIES, _NOBODY_ELSE):
        yield Finding(*match.span(), IdentifierKind.ONLY_ONE)


def _well_known(wording: Wording, said: frozenset[str]) -> Iterator[Finding]:
    for triggers, pattern in _KNOWN:
        if triggers.isdisjoint(said):
            continue
        for match in wording.near(triggers, pattern, reach=(70, 30)):
            yield Finding(*match.span(), IdentifierKind.ONLY_ONE, Confidence.POSSIBLE)
