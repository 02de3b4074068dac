"""Rooms, beds, bays, units: "rm 412", "bed 7", "6 North bed 2", "on 5W", "the pt in 12A", "the guy in 14".

What makes it hard: stages and grades (3B), times in bed (3 times, 24 hours), "no room 4 error", numbers of people.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import FAR_BEFORE, Wording
from bot.domain.screening.word_sets import words_of

_COUNTED: Final = (
    r"(?:mg|mcg|ml|l|g|kg|cc|units?|hrs?|hours?|min(?:ute)?s?|secs?|seconds?|days?|weeks?|wks?|months?|mos?|years?"
    r"|yrs?|times?|x|am|pm|a\.m|p\.m"
    r"|o'?clock|people|patients|pts|person|more|beds?(?! [a-d\d])|rooms?(?! \d)|steps|words|sentences|ways|liters?"
    r"|litres|percent|points"
    r"|kids|students|cases"
    r"|visits|questions|tries|studies|different|languages|of us|of them|of those|out of|or (?:\d|more|so|two|three"
    r"|four|five)|-? ?fold"
    r"|nurses|doctors|residents|hospitals|months|nights|shifts|women|men|families|minutes|hundred|thousand|million"
    r"|dollars|bucks)"
)
_NO_COUNT: Final = rf"(?![\w%/°]|[.,:]\d|-\d|[ -]?{_COUNTED}\b|,? baths?\b)"
_IN_WORDS: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty)"
)
_LINK: Final = r"(?:[ .#:-]{1,3}(?:(?:number|no|num|nr)\b[ .#:]{0,2})?)"
_SPOKEN: Final = (
    r"(?:one|two|three|four|five|six|seven|eight|nine)[ -](?:oh[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:twenty|thirty|forty"
    r"|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_NUMBER: Final = r"(?:\d{1,4}(?:-\d{1,4})?(?:-?[a-h]\b)?|[a-h]-?\d{1,4}[a-h]?)"

_ROOM: Final = LatePattern(
    r"\b(?:(?:rooms?|rms?|r(?=[ #]{1,2}\d{3}\b)|bed(?:space|s)?|bays?|cubicles?|suites?|stalls?|bassinets?|cribs?"
    r"|isolettes?|warmers?)"
    rf"(?:{_LINK}(?P<number>{_NUMBER})|(?P<close>\d{{1,4}}(?:-\d{{1,4}})?(?:-?[a-h]\b)?))"
    rf"|(?:units?|wards?|pods?|wing|curtains?|module)(?:{_LINK}(?P<unit>{_NUMBER})|\d{{1,4}}(?:-?[a-h]\b)?)"
    rf"|(?:room|rm|bay|bed)(?: number)? (?P<words>(?:{_SPOKEN}|{_IN_WORDS})(?:[ -][b-d]\b)?))"
    rf"{_NO_COUNT}"
    r"(?: (?:north|south|east|west)\b(?! (?:of|african|american|asian|indian|korea\w?)\b))?"
)
# What a room is for, or where it lies, belongs to it: "seclusion room 2", "third floor, bed 4".
_PURPOSES: Final = words_of(
    "icu micu sicu picu nicu cicu ticu cvicu ctsicu neuroicu ccu pacu er ed ldr tele obs observation triage trauma"
    " resus rapid family consult dialysis infusion chemo hall hallway exam labor delivery birth birthing postpartum"
    " nursery isolation seclusion quiet calm comfort safe holding restraint sensory group interview meeting"
    " conference recovery stepdown preop postop rehab burn pod tower peds psych procedure treatment operating cath"
    " endo scan ct mri waiting private double corner"
    " pressure floor"
)
_WHAT_FOR: Final = LatePattern(
    r"(?:\b(?:pod [a-h\d]|tower [a-h\d]|\d{1,2}[ -]?(?:[a-h]|[nsew]|north|south|east|west)\b,?|(?:\d{1,2}(?:st|nd|rd"
    r"|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) floor"
    rf"|{'|'.join(sorted(_PURPOSES - {'floor'}))}|psych hold)(?:(?<=floor), |(?<=icu), |[ -])){{1,2}}\Z"
)
# Further numbers of a list, which no plural noun follows that they would count; and on which side a bed stands.
_MORE: Final = LatePattern(
    rf"(?: on (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    rf"|tenth) floor\b)?"
    rf"(?:(?:, ?#?\d{{1,4}}[a-h]?){{0,4}}"
    rf"(?:,? (?:and|&|n|or|through|thru)) #?\d{{1,4}}[a-h]?{_NO_COUNT}"
    r"(?! (?!(?:was|is|has|does|as|this|his|always|yes|plus|us|perhaps)\b)[a-z]{2,14}s\b))?"
    r"(?:-(?:window|door|wall|aisle|bathroom|hall|corner)(?:[ -]?side)?\b| (?:window|door|hall) (?:side|bed)\b)?"
)
# "No room 4 error", "room 2 breathe": a number may be a word.
_SPELLS_A_WORD: Final = LatePattern(
    r" (?:of (?!the\b|our\b)|improvement|errors?|growth|doubt|debate|all\b|us\b|you\b|u\b|me\b|them\b|everyone"
    r"|everybody|hope|interpretation"
    r"|both\b|one\b|mistakes?|fun\b|change|discussion|breathe|grow|think|move|spare|be\b|talk|sit\b|cry\b|learn"
    r"|improve|maneuver|bed\b|room\b|go\b|fail|lie\b|die\b|sleep|rest\b|stand|get\b|do\b|have|make|walk|feel|say\b"
    r"|(?:wheel|bedside )?(?:chair|commode)|w/?c\b|toilet|bathroom|stretcher|gurney|floor\b|standing|walker"
    r"|(?:door|window)\b)"
)
_SOME: Final = LatePattern(r"\b(?:an?|no|any|some|enough|more|need|make|made|little|much|is|there's|leaves?) \Z")
# Else it is a day after an operation.
_IN_A_POD: Final = LatePattern(r"\b(?:in|from|to|at|of|into|our|the|by|cover|[a-z]{0,5}icu,?) $")
_NO_WARD: Final = LatePattern(
    r"(?: (?:and|&|or) \d{1,2})? (?:of (?:(?:the|my|this|our) (?:\w{3,14} )?(?:book|course|exam|module|curriculum"
    r"|text)|blood"
    r"|prbcs?|ffp|platelets|plasma|cryo|insulin)\b|exam|test|quiz|lecture"
    r"|in the (?:book|course))"
)
# "PACU slot 11", "infusion chair 9".
_SEAT: Final = LatePattern(rf"(?:slot|chair|recliner|stretcher|spot|pod|bay) ?#?\d{{1,3}}[a-d]?{_NO_COUNT}")
_SEATS: Final = words_of("slot chair recliner stretcher spot pod bay")
_LETTERED: Final = LatePattern(
    r"\b(?i:(?:exam|labor|isolation|trauma|family|consult|treatment|hall(?:way)?) (?=room|bay|bed))?"
    r"(?i:room|rm|bed|pod|bay|unit|ward|wing|suite|hall(?:way)?"
    r"|tower)\.? (?P<letter>[A-H])\b(?! or [A-H]\b|\.[A-Za-z]|'"
    r"|-)(?! (?:little|lot|bit|few))"
)
_LETTERED_SMALL: Final = LatePattern(
    r"\b(?:hall(?:way)? )?(?:room|rm|bed|pod|bay|wing|suite|tower) (?P<letter>[b-h])(?![\w'./-])(?! (?:diff"
    r"|section|spine|little|lot"
    r"|bit|few)\b)"
)
_DEPARTMENT: Final = LatePattern(
    # What each of them begins with is asked for first: few words of a text begin so.
    r"\b(?=[MSPNCTIOELRFHBntrfhcspm])(?:(?:M|S|P|N|C|T|CV|CT|NS|Neuro ?|neuro ?)?ICU|OR|ED|ER|EDs?"
    r"|CCU|PACU|CICU|MICU|TCU|PCU|SDU|HDU|BMT|LDR|L&D|L and D|Obs|OBS"
    r"|[Tt]rauma(?: bay)?|[Tt]heat(?:re|er)|[Tt]riage|[Rr]esus|[Ff]ast ?[Tt]rack|[Hh]all(?:way)?(?: bed)?|[Cc]hair"
    r"|[Ff]loor"
    rf"|[Tt]ower|[Ss]lot|[Ss]tep-?[Dd]own|[Mm]ed-?[Ss]urg|[Tt]ele(?:metry)?|[Pp]ost-?op"
    rf"|[Pp]re-?op)(?:[ #]{{1,2}}|(?<=ICU)-?)(?P<number>\d{{1,3}}(?:[A-Da-d]|-\d)?){_NO_COUNT}"
)
_RARELY_A_ROOM: Final = (
    "chair",
    "floor",
    "slot",
    "step",
    "med",
    "tele",
    "hall",
    "tower",
    "triage",
    "trauma",
    "or ",
    "obs",
    "post",
    "pre",
)
_DEPARTMENTS: Final = words_of(
    "tcu pcu sdu hdu bmt icu micu sicu picu nicu cicu ticu cvicu ctsicu neuroicu or ed er eds ccu pacu ldr l d obs"
    " trauma triage resus neuro step med cticu nsicu"
    " fast track fasttrack hall hallway chair floor tower slot stepdown down ct mri ir cath endo tele telemetry surg"
    " medsurg op postop"
    " theatre theater preop post pre psych peds recliner recovery seclusion isolation labor nursery observation"
    " infusion dialysis consult"
)
_NO_DEPARTMENT: Final = frozenset({"trauma 101", "or 1"})
_WING: Final = LatePattern(
    r"(?<![\w.,/-])(?P<wing>(?:(?:corner|window|end|last|first|middle|back) (?:room|bed) (?:on|of|at the end of) )?"
    r"\d{1,2} ?(?:North|South|East|West|Central|Main|Tower|Pavilion|NORTH|SOUTH|EAST"
    r"|WEST)(?: (?:Annex|Tower|Pavilion|Wing|Addition)\b)?(?:[ -]?\d{1,2}(?!\w)|[AB]\b)?"
    r"(?:,? (?:bed|room|rm|bay) ?#?\d{1,3}[A-Da-d]?\b)?)(?!\w| (?:African|American|Asian|Indian|Carolina|Dakota|Korea"
    r"|Virginia|End|Side|Coast|St|Ave|[A-Z]\w{1,15} (?:St|Ave|Rd)))"
    r"|(?<![\w.,/-])(?P<small>\d{1,2} (?:north|south|east|west|central|main|pavilion),? (?:bed|room|rm"
    r"|bay) ?#?\d{1,3}[a-d]?|\d{1,2}-(?:north|south|east|west) \d{1,3}[a-d]?)\b"
    r"|\b(?:on|from|to|at|in|up to|up on|over on|over to|off|of|down on) (?P<cued>\d{1,2} ?(?:north|south|east|west"
    r"|central|tower|pavilion))(?! (?:of|african|american|asian|korea|main|st|ave)\b)(?!\w)"
    r"|\b(?:[Oo]n|[Ff]rom|[Tt]o|[Ii]n|[Aa]t|[Oo]f|[Oo]ff|[Uu]p) (?P<short>\d{1,2}-?[NSEW](?:-?\d{1,2})?)\b(?!-)"
    r"|(?<![\w.,/-])(?P<bed>\d{1,2}[NSEW]-\d{1,3}[A-Da-d]?)(?![\w-])"
    r"|(?:\A|[.!?\n] ?|\bthe )(?P<opens>\d{1,2}(?: (?:north|south|east|west|central)|[NSEW]))(?= (?:has|had|is|was"
    r"|nurses?|staff|crew|team"
    r"|taught|never|always|charge|called|got|lost|gave|smells|night|at night|needs|kept)\b)"
    r"|\b(?:on|up to) (?P<tiny>\d{1,2}[nsew])\b(?!-)"
    r"|\b(?:North|South|East|West|Main) (?P<turned>\d{1,2})(?= (?:nurses?|charge|staff|team|bed|room)|[.,!?]|$)"
)
_DIRECTION: Final = LatePattern(
    # A pattern that begins with a digit is looked for at digits only.
    r"\d(?:-?[nsew]\b|[ -]?(?:north|south|east|west|central|main|tower|pavilion)"
    r"|(?<=north \d)|(?<=south \d)|(?<=east \d)|(?<=west \d)|(?<=main \d))"
)
_NAMED_UNIT: Final = LatePattern(
    r"\b(?:[Oo]n|[Ff]rom|[Tt]o|[Ii]n|[Uu]p) (?P<unit>(?P<name>[A-Z][a-z]{3,15}) \d{1,2}[A-D]?)(?![\w%/]|[.,:-]\d)"
)
_MONTHS: Final = words_of("january february march april may june july august september october november december")

_STAGED: Final = LatePattern(
    r"\b(?:stages?|staged|grades?|types?|class|category|cat|ckd|group|phase|step|level|factor|option|plan|section"
    r"|chapter|figure|fig|table|part|version|case|cin|nyha"
    r"|protein|score|form|hep|hepatitis|influenza|flu|vitamin|serotype|model|question|lesson|gold|protocol|article"
    r"|rule|code|size|cup|bra|unit|seat|gate|row|year|grade"
    r"|burns?|t|n|g|view|print(?:er|ed)?|movie)\b[^.!?\n]{0,6}$"
)
_HAS_A_LETTER: Final = LatePattern(r"\d[- ]?[a-h](?![a-z\d])")
_LETTER_AFTER: Final = LatePattern(
    r"(?<![\w.,/$#+-])#?(?P<number>\d{1,3})[- ]?(?P<letter>[A-Da-d])(?![\w%']|[.-]\d|-[a-z])"
)
_PLACED: Final = LatePattern(
    r"\b(?:in|from|to|into|for|outside|by|of|at|near|next to|leaving|left|saw|see|seeing|with|visit(?:ed)?|met|and|is"
    r"|was|over in|rounded on|sat with|called) (?:bed |room |pt |the )?$"
)
_PERSON: Final = (
    r"(?:pts?|patients?|lady|ladies|gentleman|gent|guy|gal|man|woman|kid|kiddo|dude|fella|homie|child|boy|girl|baby"
    r"|grandma|grandpa"
    r"|granny|mom|mother|dad|father|family|families|person"
    r"|teen|teenager|toddler|veteran|couple|newborn|infant|roommate|guys|admit|admission|fall|code|rapid|discharge"
    r"|consult"
    r"|new admit|old man|call light|call bell|light|bell|daughter|son|wife|husband|nurse)"
)
_OCCUPIED_BY: Final = LatePattern(rf"\b{_PERSON}(?: (?:down|over|up|back|out))? \Z")
_PEOPLE: Final = words_of(
    "pt pts patient patients lady ladies gentleman gent guy gal man woman kid kiddo dude fella homie child boy girl"
    " baby grandma grandpa granny mom mother dad father family families person teen teenager toddler veteran couple"
    " newborn infant roommate guys admit admission fall code rapid discharge consult new old call light bell daughter"
    " son wife husband nurse"
)
_BEFORE_A_UNIT: Final = frozenset({"on", "from", "to", "in", "up"})
_BEFORE_BARE: Final = words_of("in inside outside into visited tele paged called woke checked rounded sat saw")
_INSIDE: Final = frozenset({"in", "from", "inside"})
_IS_TOLD: Final = (
    r"(?=\s{0,9}(?:[.,;:!?)\"]|-|$|\n)|'s\b| (?:who|w|with|was|is|and|just|only|wants?|wanted|said|says|told|tells"
    r"|asked|asks|had|has|hates?|hated|loves?|loved|likes?|liked|kept|keeps|called"
    r"|calls|cried|cries|smiled|refused|refuses|made|taught|never|needs?|needed|got|gets|to|because|did|didn't"
    r"|doesn't|won't|went|but|about|today|again|that|when|after|for|on|while|he|she|they|i|we|you|can|can't|could"
    r"|couldn't|sings|keeps|still|thanked|let|gave|said|went|sleeps|slept|would|wouldn't|died|passed|woke|yelled"
    r"|screamed|threw|fell|left|coded|waited|wont|cant|didnt|doesnt|couldnt|wouldnt|hasnt|isnt|wasnt|talks|smells|reads"
    r"|paints|knits|plays|prays|hums|eats|screams|yells|laughs|smokes|turned|turns)\b)"
)
# In small letters: "dude in obs 11", "from icu 4 to the floor".
_SMALL_UNIT: Final = (
    r"(?:[mspnc]?icu|ccu|pacu|ed|er|obs|tcu|pcu|sdu|hdu|ldr|resus|triage|trauma|tele|fast ?track|step[ -]?down"
    rf"|psych|peds|hall|hallway|chair|recliner|pod|theatre|theater|preop|pre-op|postop|post-op|ct|mri|ir"
    rf"|cath(?: lab)?|endo|recovery|seclusion"
    rf"|isolation|labor|nursery|observation|infusion|dialysis|consult) #?\d{{1,3}}[a-d]?"
    rf"{_NO_COUNT}"
)
_SMALL_DEPARTMENT: Final = LatePattern(
    rf"\b(?:(?:{_PERSON} in|(?:moved|transferred|sent|up|down|over|admitted|wheeled|assigned|back) to)"
    rf" (?P<bed>{_SMALL_UNIT})"
    rf"|(?:in|from|to|into|inside|outside|at|by|near|of|for) (?P<told>{_SMALL_UNIT})(?:{_IS_TOLD}|(?= s?hes\b)))"
    rf"|(?:\A|(?<=[.!?\n])|(?<=[.!?] ))(?:(?P<opens>(?!pod|chair)"
    rf"(?!(?:labor|infusion|dialysis|observation|isolation|recovery) #?\d{{1,3}} (?:is|was)){_SMALL_UNIT})"
    rf"(?:(?! (?:for|after|to|we|i|he|she)\b)(?= [a-z]){_IS_TOLD}|(?= (?:{_PERSON}|sister|brother|neighbor)\b)))"
)
_NUMBERED: Final = LatePattern(_SMALL_UNIT)
_SMALL_UNITS: Final = words_of(
    "icu micu sicu picu nicu cicu ccu pacu ed er obs tcu pcu sdu hdu ldr resus triage trauma tele fast fasttrack step"
    " stepdown psych peds hall hallway chair recliner theatre theater preop pre postop post ct mri ir cath endo"
    " recovery seclusion isolation labor nursery observation infusion dialysis consult"
)
_OCCUPANT: Final = LatePattern(
    rf"\b(?:in|from|inside) (?P<number>#?(?!19\d\d|20\d\d)\d{{1,4}}(?:-\d{{1,3}})?[a-h]?|[a-h]-?\d{{1,3}}){_NO_COUNT}"
    + _IS_TOLD
)
# A number of three digits may be followed by anything but what it counts; "one woman in 412" is a share.
_OF_THREE: Final = LatePattern(
    rf"\b(?<!one )(?<!1 )(?<!every )(?<!each )(?<!only )(?<!first )(?<!per ){_PERSON}(?: down| over| up| back)?"
    r"(?: (?:by|near|at|next to|on) (?:the|his|her) [a-z]{3,10})? in"
    rf" (?P<number>(?!\d00|911|988|19\d\d|20\d\d)\d{{3,4}}[a-d]?)(?= [a-z']){_NO_COUNT}(?! (?:over|pages|lbs"
    rf"|pounds|shifts|hundred))"
)
# Doses and settings go from round numbers to round numbers.
_MOVED: Final = LatePattern(
    rf"\bfrom (?:(?P<from_three>(?!\d[05]0)\d{{3}}[a-d]?|\d\d[a-d]) to (?P<to_letter>\d{{1,3}}[a-d])"
    rf"|(?P<from_letter>\d{{1,2}}[a-d]) to (?P<to_three>(?!\d[05]0)\d{{3}}[a-d]?)){_NO_COUNT}"
)
_MOVED_WITH_WORDS: Final = LatePattern(
    r"\b(?:moved|transferred|wheeled|switched (?:rooms|beds))(?: (?:him|her|them|me|us|(?:the|my|our) pt))?"
    rf" from (?P<out>(?!\d[05]0)\d{{3}}) to (?P<into>(?!\d[05]0)\d{{3}}){_NO_COUNT}"
    rf"|\b(?:cover(?:ed|ing)?|assigned|rounded on) (?P<one>\d{{3}}) (?:through|thru|to|and|&)"
    rf" (?P<other>\d{{3}}){_NO_COUNT}"
)
_NOTHING_ELSE: Final = LatePattern(r"\A\s{0,9}#?(?P<number>(?!911|988|\d00)\d{3}[a-d]?)[.!?]?\s{0,9}\Z")
# "One man in ten" is a share, and "the baby in two weeks" is yet to come.
_IN_A_WORD: Final = LatePattern(
    rf"\b(?:the|my|our|that|this) (?:(?!one\b|only\b|first\b|last\b)[a-z]{{2,12}} )?{_PERSON}(?: down| over)? in"
    rf" (?P<number>(?:{_IN_WORDS}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty)"
    rf"(?:[ -][b-d]\b)?)(?![ -]{_COUNTED}\b)" + _IS_TOLD
)
_IN_NUMBER: Final = LatePattern(rf"in (?:{_IN_WORDS}|thirty|forty)\b")
# "Fourteen needs you."
_ASKS: Final = LatePattern(
    rf"(?:\A|(?<=[.!?\n,\"])|(?<=[.!?\n,] ))(?:{_IN_WORDS}|{_SPOKEN})"
    r"(?= (?:(?:always|still|never|just|only) )?(?:needs|wants|keeps|refuses|won't"
    r"|is (?:asking|calling|crying|coding|ringing|seizing|yelling|awake|desatting|on the (?:light|bell)))\b)"
)
# "Two oh six" in the middle of a sentence is a sugar or a time as well.
_OH: Final = LatePattern(
    r"(?:\b(?:in|from|inside|outside|into|for|of|to) |\A\"?|[.!?\n] ?\"?|\")(?P<number>(?:one|two|three|four|five|six"
    r"|seven|eight"
    r"|nine)[ -]oh[ -](?:one|two|three|four|five|six|seven|eight|nine))\b(?! (?:am|pm|a\.m|p\.m|oh|in the|over|hours"
    r"|percent)|,\")"
)
_WALKED: Final = LatePattern(
    r"\b(?:(?:walk(?:ed|ing)?|ran|run(?:ning)?|snuck|sneak(?:ed|ing)?|slipped|rush(?:ed|ing)|sprint(?:ed|ing)|head(?:ed"
    r"|ing)|hurr(?:ied|ying)|wandered|tiptoed|popped|peek(?:ed|ing)"
    r"|(?:(?<=\bi )|(?<=\bwe )|\A|(?<=[.!?\n] ))(?:went|came|go|keep going) back)"
    r"(?: (?:back|up|down|over|out|again)){0,2} (?:to|into|in|by|past)|(?:went|going|go) (?:past|by|into)"
    r"|stopp(?:ed|ing) by|knock(?:ed|ing)? (?:on|at)"
    r"|(?:door(?:way)?|bathroom|window|corner|curtain) (?:of|to|in)|next (?:door (?:in|to)|to)|doors? down from"
    r"|down the hall (?:in|from)|across (?:the hall"
    r" )?from|report (?:on|for)"
    r"|(?:moved|wheeled|switched) out of)"
    rf" (?P<number>(?!\d[05]0|911|988)\d{{2,3}}(?:-?[a-d]\b|-\d)?|\d-\d{{2,3}}){_NO_COUNT}"
    r"(?=[.,;:!?)]|$|\n| (?:was|is|to|and|after|before|with|for|when|because|where|so|just|at|again|today"
    r"|twice|one|i|we"
    r"|w|n|somebody|someone|a|an|his|her|my)\b| & )"
)
_WALKS: Final = words_of(
    "walk walked walking ran run running snuck sneak sneaked sneaking slipped rushed rushing sprinted sprinting headed"
    " heading hurried hurrying wandered tiptoed popped peeked peeking went going came go keep stopped stopping knock"
    " knocked knocking door doorway bathroom window corner curtain next doors down across report moved wheeled switched"
)
_MOVES: Final = words_of("moved transferred wheeled walked switched cover covered covering assigned rounded")
_MOVED_TO: Final = LatePattern(
    r"\b(?:moved|transferred|wheeled|switched) (?:him|her|them|me|(?:the|my|our) (?:pt|patient|guy|lady))"
    rf"(?: (?:back|over|up|down))? (?:in)?to (?P<number>(?!\d{{0,2}}[05]\b)\d{{1,3}}[a-d]?){_NO_COUNT}"
    r"(?=[.,;:!?)]|$|\n| (?:and|because|so|after|when|where|bc|since)\b)"
    r"|\b(?:moved|transferred|wheeled|walked) (?:him|her|them|(?:the|my|our) (?:pt|patient|guy|lady))"
    rf" from (?P<out>(?!\d{{0,2}}[05]\b)\d{{1,3}}[a-d]?) to (?:the|his|her|our|a) (?!next|max|full|usual|same|high"
    rf"|goal)"
)
_SPOKEN_NUMBER: Final = LatePattern(_SPOKEN)
_IN_SPOKEN: Final = LatePattern(
    rf"\b(?:{_PERSON}(?: down| over)? in|outside(?: of)?|inside|the door (?:to|of)|next (?:door )?to|back (?:in)?to"
    rf"|(?:walked|went|ran|came) (?:back )?(?:into|in|past|by)|knocked on) (?P<number>{_SPOKEN})\b(?![ -]{_COUNTED}\b)"
)
_BEGINS: Final = r"(?:\A|(?<=[.!?\n\"])|(?<=[.!?\n] ))"
_OPENS: Final = LatePattern(
    rf"{_BEGINS}(?P<number>\d{{1,3}}[A-Da-d]|(?!\d00|\d50)\d{{3}}|#(?:[4-9]|\d{{2,3}}))(?= (?:is|was|wants|wanted"
    rf"|asked|told"
    r"|said|kept|keeps|hates|refused|cried|needs|needed|finally|just|still|got|coded|called|died|never|won't|wouldn't"
    r"|doesn't|loves|has|had)\b)"
    r"|(?<![\w.,/$#-])(?P<three>(?!\d00|911|988)\d{3}[a-d]?)(?= (?:asks?|asked|told|cried|cries|refuse[sd]|says"
    r"|said|smiled"
    r"|laughed|whispered|begged|thanked|hates|loves)\b)"
    rf"|{_BEGINS}(?<!\")(?P<both>\d{{1,3}}[A-Da-d]? (?:and|&) \d{{1,3}}[A-Da-d]?)(?= (?:are (?:both )?(?:mine|ours|my"
    r"|asleep|awake"
    r"|neighbors|fighting)|share|both (?:want|need|sleep|snore)|argue|snore)\b)"
    r"|(?<!the )(?<![\w.,/$-])(?P<owner>\d{1,3}[A-Da-d]?)(?='s (?:family|wife|husband|daughter|son|mom|mother|dad"
    r"|father"
    r"|sister|brother|nurse|call|light|bed|chart|face|hands?|labs|vitals|tray|meds|story|roommate|visitors?)\b)"
)
# "12-window" is a bed; "4-door" is a car.
_BESIDE: Final = LatePattern(
    r"(?<![\w.,/$-])(?:\d{2,4}|\d{1,3}[a-d])-(?:window|door|wall|aisle|bathroom|hall|corner)(?:[ -]?side)?\b"
)
# What a door says: "T-1104", "4C-06", "10-114", "W309"; vitamins, vertebrae and pills are written like that too.
_DOES: Final = (
    r"wants?|wanted|needs?|needed|refuse[sd]|asks?|asked|told|tells|said|says|cried|cries|hates?|loves?|hits?"
    r"|rings|rang"
    r"|calls|called|keeps|kept|won'?t|wouldn'?t|doesn'?t|didn'?t|fell|coded|died|brought|sings|sang|smiled|laughed"
    r"|thanked"
    r"|ate|slept|threw|pulled|yelled|screamed|apologized|agreed|taught|gave|showed|grabbed|held|hugged|waved|winked"
    r"|sent"
)
_ACTS: Final = (
    rf"(?:{_DOES}|(?:is|was) (?:lonely|asleep|awake|scared|crying|upset|mad|alone|angry|mine|asking|calling"
    r"|yelling|gone|empty)|finally [a-z]{3,10}ed)\b"
)
_DOOR: Final = (
    r"(?!(?:U-[15]00|P-?450|B-12|[CTLS]-?\d{1,2}|A-?1|H-?1|F-\d\d|M\d|Q\d+|Y-?90|I-?1[23]\d|G-?6|J-\d|K-\d|O-\d"
    r"|COVID)\b)"
    r"(?:[A-Z]-\d{2,4}[A-D]?|[A-Z]\d{3}[A-D]?|\d{1,2}[A-Z]-\d{1,3}[A-D]?|(?!\d{1,2}-(?:[36]25"
    r"|[1-9][05]0)\b)\d{1,2}-\d{3}"
    r"|(?!\d[05]0)\d{3}-[1-4])(?![\w%/-]|[.,:]\d)"
)
_AT_A_DOOR: Final = LatePattern(
    r"(?i:for|find|finding|found|in|into|inside|outside|from|past|passed|enter|entered|entering|leaving|shared?|shares"
    r"|on|near|way to|back to|ran to|went to|walked to|moved to|with|w|by|called|of)(?i: room| rm)? "
    rf"(?P<number>{_DOOR})"
)
_DOOR_CUES: Final = words_of(
    "for find finding found in into inside outside from past passed enter entered entering leaving share shared"
    " shares on"
    " near way back ran went walked moved with w by called of"
)
_SAYS_DOOR: Final = LatePattern(
    rf"(?<!\d)\d{{1,4}}(?:[A-Z]?-\d{{1,3}})?[A-D]?(?=,? {_ACTS}|'s (?:family|wife|husband|daughter|son|mom|mother|dad"
    rf"|father"
    rf"|light"
    r"|call)\b| (?:family|wife|daughter|mom|window bed|door bed)\b)"
)
# Few numbers stand before what somebody does or has.
_OF_SOMEBODY: Final = LatePattern(
    rf"\d[a-d]?(?:'s |,? (?:{_DOES}|is|was|has|had|finally|just|still|got|never|whispered|begged|family|wife|daughter"
    r"|mom|window|door)\b| (?:and|&) \d)"
)
_A_DOOR: Final = LatePattern(
    rf"{_DOOR}|(?!\d[05]0|911|988)\d{{3}}(?= (?:[a-z]{{3,12}}|won'?t|wouldn'?t|doesn'?t"
    rf"|didn'?t)\b)"
)
_LETTER_OF_A_DOOR: Final = LatePattern(r"[A-Z]-?\Z")
_BEFORE_A_DOOR: Final = LatePattern(
    r"(?:\A|[.!?\n\"] ?|\b(?:time|when|if|and|but|because|bc|that|then|so|today|tonight|says) )\Z"
)
# Hardly anything else is written like that.
_UNMISTAKABLE: Final = LatePattern(r"(?<![\w.,/$#-])\d{1,2}[A-H]-\d{2,3}(?![\w/%-]|[.,:]\d)")
# "Two men share 914", "the door bed in 227 gets".
_SHARED: Final = LatePattern(
    rf"(?:shar(?:es?|ed|ing)|(?:window|door|hall) (?:bed|side) (?:in|of)|bed in|call light in|light in|tv in"
    rf"|window in|family (?:of|in)|wife of|son of|daughter of|mom of|w/|visit(?:ed|ing)?|(?:(?:look|peek|walk)(?:ed"
    rf"|ing)?"
    rf"|(?:pop|drop|stop)(?:ped|ping)?) in on|note on|notes on"
    rf"|story of) (?P<number>(?!\d[05]0|911|988|1st)"
    rf"(?:\d{{3}}[a-d]?|\d{{1,2}}[b-d](?= (?:going|about|and|to|for|while|who)\b)))(?!-){_NO_COUNT}"
    r"(?! (?!(?:is|was|has|this|his|always|us|yes|gets|wants|needs|says|keeps|asks|hates|loves|likes"
    r"|calls)\b)[a-z]{2,14}s\b)"
)
_SHARERS: Final = words_of(
    "look looked looking peek peeked peeking pop popped popping drop dropped dropping stop stopped stopping walk walked"
    " walking share shares shared sharing window door hall bed call light tv family wife son daughter mom w visited"
    " visit visiting note notes story"
)
_BARE: Final = LatePattern(
    r"\b(?:in|inside|outside|into|visited|tele|paged (?:about|for|to)|called (?:about|to)|woke(?: up)?|checked on"
    r"|rounded on|sat with|sat w|saw)"
    r" (?P<number>(?:\d{1,2}-\d{3}(?!-)|(?!19\d\d|20\d\d|911|988|100\b|[1-9]00\b)\d{3,4}"
    r"(?:-\d\b|-?[a-d]\b)?|(?:1[3-9]|[2-9]\d)-[1-4]\b))"
    r"(?=\s{0,9}(?:[.,;!?)]|$|\n)(?!\d)| & | (?:who|was|is|and|just|wants|wanted|said|told|asked|had|has|hates|today"
    r"|again|now|for|i|we|he|she|they|w|n|with|before|after|when|while|because|bc|whose|still|finally|keeps|kept"
    r"|never|needs"
    r"|cried|smiled|laughed|died|coded)\b)"
)
_TRIGGERS: Final = words_of(
    "r room rooms rm rms bed beds bedspace bedspaces bay bays cubicle cubicles suite suites stall stalls bassinet"
    " bassinets"
    " crib cribs isolette isolettes warmer warmers unit units ward wards pod"
    " pods wing curtain curtains module hall hallway tower"
)
_SIDES: Final = words_of("window door wall aisle bathroom hall corner windowside doorside")
_LETTERED_BEGINS: Final = _TRIGGERS | words_of("exam labor isolation trauma family consult treatment hallway")
_LETTERS: Final = frozenset("bcdefgh")
_POSSIBLE: Final = Confidence.POSSIBLE
_DEFINITE: Final = Confidence.DEFINITE
_WORDS: Final = words_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty"
)
_WORDS_THAT_BEGIN: Final = _WORDS | {"one"}
_IN: Final = frozenset({"in"})
_HUNDREDS: Final = words_of("one two three four five six seven eight nine")
_TENS: Final = words_of(
    "oh ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty"
)


def find_rooms(wording: Wording) -> Iterator[Finding]:
    """Every room, bed, bay or unit that is told by its number, letter or name, with those that are listed behind it."""
    for found in _rooms(wording):
        more = _MORE.match(wording.lower, found.end) if wording.numeric else None
        if more and more.end() > found.end:
            yield Finding(found.start, more.end(), found.kind, found.confidence)
        else:
            yield found


def _rooms(wording: Wording) -> Iterator[Finding]:
    if wording.has(_TRIGGERS):
        yield from _worded(wording)
    if wording.has(_HUNDREDS) and wording.has(_TENS) and any(wording.beginning(_HUNDREDS, _SPOKEN_NUMBER)):
        for match in wording.near(_HUNDREDS, _IN_SPOKEN, reach=(50, 40)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM)
    yield from _spoken(wording)
    if wording.numeric:
        if wording.has(_DEPARTMENTS):
            yield from _departments(wording)
            yield from _small_departments(wording)
        yield from _wings(wording)
        yield from _occupied(wording)
        yield from _moves(wording)
        if wording.has_digits(_HAS_A_LETTER):
            yield from _lettered(wording)
        yield from _doors(wording)
        if wording.has_digits(_OF_SOMEBODY):
            yield from _opening(wording)
        if wording.has(_SIDES):
            for match in wording.at_digits(_BESIDE):
                yield Finding(*match.span(), IdentifierKind.ROOM)


def _spoken(wording: Wording) -> Iterator[Finding]:
    """A room that is told by a word alone: "the gentleman in fourteen", "four-oh-three needs you"."""
    if wording.has(_WORDS):
        if any(wording.beginning(_IN, _IN_NUMBER)):
            for match in wording.near(_WORDS, _IN_A_WORD, reach=(60, 40)):
                yield Finding(*match.span("number"), IdentifierKind.ROOM)
        for match in wording.beginning(_WORDS_THAT_BEGIN, _ASKS):
            yield Finding(*match.span(), IdentifierKind.ROOM, _POSSIBLE)
    if "oh" in wording.words:
        for match in wording.near(frozenset({"oh"}), _OH, reach=(20, 24)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM, _POSSIBLE)


def _worded(wording: Wording) -> Iterator[Finding]:
    # What stands before is read once, however often it is repeated.
    leads: dict[str, int] = {}
    for match in chain(wording.beginning(_TRIGGERS, _ROOM), *_letters(wording)):
        if match.re is _ROOM.made and _is_no_room(match, wording):
            continue
        before = wording.before(match.start(), 40)
        if before not in leads:
            leads[before] = _lead(before, wording)
        yield Finding(match.start() - leads[before], match.end(), IdentifierKind.ROOM)


def _is_no_room(match: re.Match[str], wording: Wording) -> bool:
    return _spells_a_word(match, wording) or (match["unit"] is not None and _is_no_ward(match, wording))


def _is_no_ward(match: re.Match[str], wording: Wording) -> bool:
    """Whether "POD 2" is a day after an operation, or "unit 2" a part of a book."""
    is_day = match[0].startswith("pod") and not _IN_A_POD.search(wording.before(match.start(), 8))
    return is_day or _NO_WARD.match(wording.lower, match.end()) is not None


def _spells_a_word(match: re.Match[str], wording: Wording) -> bool:
    """Whether the number is a word: "no room 4 error", "bed 2 chair", "a bed 2 sleep in"."""
    if (match["number"] or match["unit"]) not in {"2", "4"}:
        return False
    goes_on = wording.text[match.end() : match.end() + 1] == " "
    is_some = goes_on and _SOME.search(wording.before(match.start(), 8)) is not None
    return is_some or _SPELLS_A_WORD.match(wording.lower, match.end()) is not None


def _lead(before: str, wording: Wording) -> int:
    """How long the words are that tell what a room is for."""
    what_for = _WHAT_FOR.search(before) if wording.has(_PURPOSES) or wording.numeric else None
    return len(what_for[0]) if what_for else 0


def _letters(wording: Wording) -> Iterator[Iterator[re.Match[str]]]:
    if not (wording.has(_LETTERS) or " A" in wording.text):
        return
    yield wording.beginning(_LETTERED_BEGINS, _LETTERED, capitals=True)
    yield wording.beginning(_LETTERED_BEGINS, _LETTERED_SMALL)


def _departments(wording: Wording) -> Iterator[Finding]:
    for match in wording.before_digits(_SEATS, _SEAT):
        if lead := _lead(wording.before(match.start(), 40), wording):
            yield Finding(match.start() - lead, match.end(), IdentifierKind.ROOM)
    for match in wording.before_digits(_DEPARTMENTS, _DEPARTMENT, capitals=True):
        said = match[0].lower()
        if said not in _NO_DEPARTMENT:
            confidence = _POSSIBLE if said.startswith(_RARELY_A_ROOM) else _DEFINITE
            yield Finding(*match.span(), IdentifierKind.ROOM, confidence)


def _small_departments(wording: Wording) -> Iterator[Finding]:
    if not any(wording.before_digits(_SMALL_UNITS, _NUMBERED)):
        return
    for match in wording.with_digits(_SMALL_DEPARTMENT, reach=(40, 24)):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM, _POSSIBLE)


def _wings(wording: Wording) -> Iterator[Finding]:
    for match in wording.near_such_digits(_DIRECTION, _WING, capitals=True, reach=(24, 64)):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM)
    for match in wording.before_digits(_BEFORE_A_UNIT, _NAMED_UNIT, capitals=True):
        name = match["name"].lower()
        if not lexicon.is_ordinary(name) and name not in _MONTHS:
            confidence = _DEFINITE if lexicon.is_family(name) else _POSSIBLE
            yield Finding(*match.span("unit"), IdentifierKind.ROOM, confidence)


def _occupied(wording: Wording) -> Iterator[Finding]:
    for match in wording.before_digits(_INSIDE, _OCCUPANT):
        if _OCCUPIED_BY.search(wording.before(match.start(), 24)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM)
    for match in wording.before_digits(_PEOPLE, _OF_THREE, within=FAR_BEFORE):
        yield Finding(*match.span("number"), IdentifierKind.ROOM)
    alone = _NOTHING_ELSE.match(wording.lower)
    bare = chain(
        wording.before_digits(_BEFORE_BARE, _BARE),
        wording.before_digits(_WALKS, _WALKED, within=FAR_BEFORE),
        [alone] if alone else [],
    )
    for match in bare:
        yield Finding(*match.span("number"), IdentifierKind.ROOM, _POSSIBLE)


def _moves(wording: Wording) -> Iterator[Finding]:
    for words, pattern in ((frozenset({"from"}), _MOVED), (_MOVES, _MOVED_WITH_WORDS)):
        for match in wording.before_digits(words, pattern, within=FAR_BEFORE):
            for name in filter(match.group, match.groupdict()):
                yield Finding(*match.span(name), IdentifierKind.ROOM)
    for match in wording.before_digits(_MOVES, _MOVED_TO, within=FAR_BEFORE):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM, _POSSIBLE)


def _doors(wording: Wording) -> Iterator[Finding]:
    """What is written at a door, where somebody goes or lies, or where somebody who is called so does something."""
    found = chain(
        wording.before_digits(_DOOR_CUES, _AT_A_DOOR, capitals=True),
        wording.before_digits(_SHARERS, _SHARED),
    )
    for match in found:
        yield Finding(*match.span("number"), IdentifierKind.ROOM, _POSSIBLE)


def _opening(wording: Wording) -> Iterator[Finding]:
    """What a sentence about somebody begins with: "12A wants", "412's daughter", "309 is asleep"."""
    for match in wording.at_digits(_OPENS, capitals=True, sign="#"):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.ROOM)
    for match in wording.at_digits(_SAYS_DOOR, capitals=True):
        letter = _LETTER_OF_A_DOOR.search(wording.text, max(0, match.start() - 2), match.start())
        start = letter.start() if letter else match.start()
        if _A_DOOR.match(wording.text, start) and _BEFORE_A_DOOR.search(wording.before(start, 12)):
            yield Finding(start, match.end(), IdentifierKind.ROOM, _POSSIBLE)


def _lettered(wording: Wording) -> Iterator[Finding]:
    for match in wording.at_digits(_UNMISTAKABLE, capitals=True):
        yield Finding(*match.span(), IdentifierKind.ROOM)
    # The same words are judged once, however often they are repeated.
    judged: dict[tuple[str, str], bool] = {}
    for match in wording.at_digits(_LETTER_AFTER, capitals=True, sign="#"):
        said = (wording.before(match.start(), 24), match[0])
        if said not in judged:
            judged[said] = _is_a_room(match, said[0])
        if judged[said]:
            yield Finding(*match.span(), IdentifierKind.ROOM)


def _is_a_room(match: re.Match[str], before: str) -> bool:
    """Whether "12A" is where somebody lies; "3B" of a stage, "3D" and "at 3a" are not."""
    number, letter = match["number"], match["letter"]
    is_apart = not match[0][-2].isdigit()
    if (number in {"2", "3", "4"} and letter in "dD") or _STAGED.search(before) or is_apart:
        return False
    if letter.isupper() and len(number) > 1:
        return True
    # In small letters "3a" is early in the morning too.
    unmistakable = letter.isupper() or (len(number) > 1 and letter != "a") or before.endswith((" in ", "from "))
    return unmistakable and _PLACED.search(before) is not None
