"""Who somebody is among those one works with: "the wheelchair user on this rotation", "the one who served two tours".

Nothing says "only" there, and still there is hardly a second one: an origin, a faith, a dress, a body, a family or a
life before medicine tells who it is. "The new student on our team" and "the one who told her" may be anybody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.neighbors import matches_at, places_followed, stretches
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_GROUPS: Final = words_of(
    "team class cohort rotation service group program clerkship block year school unit site crew squad section course"
    " department residency"
)
_GROUP: Final = f"(?:{'|'.join(sorted(_GROUPS))})"
_OURS: Final = rf"(?:my|our|this|the) (?:(?!other\b|whole\b)[\w-]{{2,10}} ){{0,2}}{_GROUP}\b"
_MARKED: Final = (
    r"(?:black|white|brown|asian|latin[aox]|hispanic|native|indigenous|arab|jewish|muslim|christian|hindu|sikh|buddhist"
    r"|mormon|deaf|hard of hearing|blind|color-?blind|autistic|dyslexic|disabled|trans|non-?binary|gay|lesbian|queer"
    r"|pregnant|married|divorced|widowed|adopted|undocumented|diabetic|epileptic|bald|tall|short|redhead(?:ed)?"
    r"|red-?haired|blonde|bearded|tattooed|left-?handed|one-?(?:armed|handed|legged|eyed)|hijabi|wheelchair"
    r"|exchange|international|transfer|foreign|do|md[/-]?(?:phd|jd|mba|mph)|jd|former|retired|sober"
    r"|oldest|youngest|army|navy|marine|military|amputee|albino|quadriplegic|paraplegic|tetraplegic"
    r"|first-?gen(?:eration)?)"
)
_STUDENT: Final = r"(?:student|resident|intern|sub-?i|m\d|ms ?\d)"
_WHO: Final = (
    rf"(?:one|{_STUDENT}|guy|girl|gal|kid|man|woman|dude|lady|boy|person|couple|twins?|siblings?|parent|mom|mother|dad"
    r"|father|user|vet(?:eran)?|medic|nurse)"
)
_TOLD: Final = (
    r"(?:(?:was|is|used to be|'s been|had been|worked as) (?:once )?an? (?!bit|little|lot|mess|good|great|bad|nice"
    r"|student|resident|patient|wreck|minute)[\w-]{3,14}|served|fled|grew up|was (?:raised|born|adopted|homeless"
    r"|deployed)|came (?:here )?from|immigrated|stutters|stammers|limps|faints|prays|fasts|wears"
    r"|uses an?|has (?:kids|twins|an? (?:baby|child|kid|stutter|accent|prosthe\w{3}|service dog|guide dog|disability))"
    r"|can'?t (?:hear|see|walk)|is from|transferred (?:from|in)|is repeating|fell asleep"
    rf"|passed out|threw up|is {_MARKED})\b"
)
_SELF: Final = (
    r"(?:\((?:so|i\.e\.|that is|aka|yes|hi)?,? ?me\)|,? \(?(?:i\.e\.,? |aka |that is,? )(?:me|yours truly)\b"
    r"|,? yours truly\b)"
)
# What stands right before is looked at first, since that takes least: where it is no "the", nothing is told.
# "The deaf student on our team", "the guy in our group who was a Marine", "the tall redhead in my class".
_DESCRIBED: Final = LatePattern(
    rf"\b(?:the|an?|our) (?:(?:(?!new\b|other\b|only\b)[\w'-]{{2,12}} )?(?:(?:former|retired|army|navy) [\w-]{{3,14}}"
    rf"|{_MARKED}(?: (?:{_WHO}|redhead|user))?)"
    rf" (?:on|in|of|from|at) {_OURS}|{_WHO} (?:on|in|of|from|at) {_OURS} (?:who|that) {_TOLD})"
    rf"|\b(?:i'm|im|i am|i was) the (?:[\w/-]{{2,14}} ){{1,2}}{_WHO} among (?:all )?(?:the|these|so many) \w{{2,14}}"
    rf"|\b(?:i'm|im|i am) the (?:{_MARKED} )?{_WHO} of {_OURS}"
    rf"|\bone of (?:only |just |the )?(?:two|three|four|2|3|4) (?:[\w-]{{2,14}} ){{0,2}}?[\w-]{{2,14}} (?:in"
    rf"|on) (?:my|our|this|the) (?:[\w-]{{2,10}} )?(?:team|class|cohort|rotation|group|program|clerkship|year|school)\b"
)
_THINGS_OF_ONE: Final = (
    r"(?:(?:prosthetic|service|guide|hearing|insulin|head|neck|nose|bad|glass|fake|blue|pink|red|purple|green|shaved"
    r"|big"
    r"|foreign|thick|southern|northern|british|irish|french|spanish|russian|african|lazy|missing|broken) )?(?:stutter"
    r"|stammer|lisp|limp|cane|wheelchair|walker|prosthe\w{3}|leg|arm|eye|hand|finger|dog|aids?|pump|accent|hijab|turban"
    r"|kippah|headscarf|scarf|hair|dreads|locs|braids|beard|tattoos?|scar|birthmark|piercings?|crutch(?:es)?|twins?"
    r"|baby|kids?|hair ?cut|mohawk)"
)
# What somebody does or has that others may not: "wears a turban", "prays", "has kids", "is deaf".
_HAS: Final = rf"(?:an? |the |two |no |one )?{_THINGS_OF_ONE}"
_LANGUAGE: Final = (
    r"(?:(?!english)[a-z]{2,9}(?:ish|ese|ian|ean|bic|ali|ili|abi|ndi|rdu)|twi|igbo|yoruba|tagalog|hmong|french|german"
    r"|dutch|greek|hebrew|yiddish|tigrinya|amharic|creole|asl|farsi|dari|pashto|navajo|thai|lao|khmer|zulu|xhosa|hausa|tamil"
    r"|telugu)"
)
_DOES: Final = (
    r"(?:prays?(?! (?:for|that|it|he|she|they)\b)|fasts?|signs?(?! (?:up|off|out|in|the|my|it)\b)|stutters?|stammers?"
    rf"|limps?|grew up|(?:wears?|uses?|has|have|walks? with) {_HAS}|(?:is|are|am) (?:an? )?{_MARKED}"
    r"|(?:is|are) (?:over|under|past|above) (?:[2-7]\d|twenty|thirty|forty|fifty|sixty|seventy)"
    rf"|keeps? (?:kosher|halal|ramadan)|speaks? {_LANGUAGE})\b(?! enough\b)"
)
# A student of theirs, or of whom it is said where students are: patients have canes too.
_CLASS: Final = (
    r"(?:my|our|this|the) (?:[\w-]{2,10} )?(?:class|cohort|rotation|group(?! (?:therapy|home|session))|program"
    r"|clerkship|block|year|school|squad|section|course)\b"
)
_WITH_THINGS: Final = rf"(?:with|w|w/|in|on) {_HAS}\b"
_STUDENT_WITH: Final = LatePattern(rf"(?:{_STUDENT}|guy|girl|kid|person|woman|man|one) {_WITH_THINGS}")
_I_AM_THE_STUDENT: Final = LatePattern(
    r"\b(?:i'm|im|i am|being|as) the (?:(?:one|only|sole|single|lone|med|medical) ){0,2}\Z"
)
_SOMEBODY_WITH: Final = LatePattern(rf"{_WHO} {_WITH_THINGS} (?:on|in|of|from|at) {_CLASS}")
_US_WITH: Final = LatePattern(
    rf"(?:one|two|three) of us (?:{_WITH_THINGS}|(?:(?:who|that) )?(?:is |are )?(?:{_DOES}|in a wheelchair))"
)
# "Only me and one other student are veterans": two or three who have something in common.
_ME_AND_ANOTHER: Final = LatePattern(
    r"me and (?:(?:one|1|two|2|just one|a single) other|another) (?:[\w-]{2,12} )?"
    rf"(?:{_STUDENT}s?|classmates?|guys?|girls?|kids?|persons?|people|wom[ae]n|m[ae]n)(?: (?:in|on|at) {_OURS}| here)?"
    rf" (?:{_DOES}|(?:are|were) (?:the only |both )?(?:vets|veterans|parents|moms|mothers|dads|fathers|hijabis"
    rf"|immigrants|refugees|twins|{_MARKED}|[a-z]{{3,12}}(?:ans|ians|ims|ews|ists))\b|served\b|came from\b)"
)
_I_ALONE: Final = LatePattern(rf"alone {_DOES}")
_ONLY_I: Final = LatePattern(rf"only i {_DOES}")
_OLDER_THAN_ALL: Final = LatePattern(
    r"(?:older|younger|taller|shorter) than (?:everyone|everybody|anyone|anybody|all|the rest|any other \w{2,10})"
    rf"(?: else)?(?: (?:in|on|of|from))? {_OURS}"
)
_OLDEST_BY: Final = LatePattern(
    r"(?:oldest|youngest|tallest|shortest) (?:at \d\d\b|by (?:far|a (?:decade|lot|mile)|\w{2,8} years)\b"
    rf"(?! in my family)|{_STUDENT} (?:here|in|on)\b)"
)
_I_AM_OLD: Final = LatePattern(r"\b(?:i'm|im|i am|being|as)(?: \d\d,?(?: and)?)? the \Z")
_TOKEN: Final = LatePattern(rf"token (?:{_MARKED}(?: {_WHO})?|{_WHO})\b")
_ONLY_FACE: Final = LatePattern(
    rf"only {_MARKED} (?:face|person|body|voice|accent) (?:in|on|at) (?:the|this|our|my) (?:\w{{2,10}} )?"
    rf"(?:room|or|table|huddle|{_GROUP})\b"
)
# "Nobody but me signs here", "no one else prays on this team".
_HERE: Final = rf"(?: (?:in|on|at|of) {_OURS}| (?:around )?here)"
_BUT_ME: Final = r"(?: (?:but|except|besides|other than)(?: for)? me)"
_NOBODY_DOES: Final = LatePattern(
    rf"(?:nobody|no ?one|none)(?: else{_HERE}|{_HERE}?{_BUT_ME}{_HERE}?) {_DOES}"
    rf"|(?:(?:nobody|no ?one|none) else|no other {_STUDENT}) {_DOES}(?: [\w'-]{{2,12}}){{0,2}}?(?:{_HERE}|{_BUT_ME})"
    rf"|no other (?:{_STUDENT}|classmate){_HERE} {_DOES}"
)
# "The one who was a flight attendant", behind "I'm the" or a comma; "the one of us who faints".
_THE_ONE: Final = LatePattern(
    rf"(?<=the )one (?:with (?:the|an?|no) {_THINGS_OF_ONE}\b|(?:who|that) {_TOLD}"
    rf"|(?:[\w'-]{{2,14}} ){{1,4}}?[\w'-]{{2,14}} ?{_SELF})"
)
# ", the one ex-medic in the class,": in passing, where "the one" that did something would go on.
_THE_ONE_IN_PASSING: Final = LatePattern(
    rf"(?<=the )one (?!thing|patient|person|time|question|moment|way|lesson)[\w'-]{{2,14}}(?: [\w'-]{{2,14}})?"
    rf" (?:in|on|of) {_OURS}(?=[.,;:!?)]|$|\n)"
)
_IN_PASSING: Final = LatePattern(r"[,;(-] ?the \Z")
_ONE_OF_US: Final = LatePattern(r"one of us (?:who(?:'s)?|with|from) [\w'-]{2,16}")
_THE_ONLY: Final = LatePattern(r"\bthe (?:only )?\Z")
_AS_THE_ONE: Final = LatePattern(r"(?:\A|[.,;(\n] ?|\b(?:i'm|im|i am|i was|being|as|except|but|than|ask|yes) )the \Z")
_PERSONS: Final = words_of("boy girl guy kid man woman student doctor doc lady")
# "The student with the stutter, that is me".
_WITH_THE: Final = LatePattern(
    rf"(?:{'|'.join(sorted(_PERSONS))}) (?:with|w|w/) (?:the|an?|no) {_THINGS_OF_ONE}\b\"?"
    r"(?: [\w',-]{1,14}){0,6}?[.,:]? \(?(?:(?:that|which)(?:'s| is| was|s)|is|was|aka|so|i\.e\.) me\b"
)
_THE: Final = LatePattern(r"\bthe (?:med(?:ical)? )?\Z")
# "The exchange student from Brazil", "the MD/PhD student".
_KIND_OF_STUDENT: Final = LatePattern(
    rf"(?:(?<=the )|(?<=our )|(?<= an )|(?<= a ))"
    rf"(?:(?:exchange|international|transfer|foreign) {_STUDENT} from (?:the )?\w{{3,15}}|(?!exchange|international"
    rf"|transfer|foreign){_MARKED} {_STUDENT}\b)(?! (?:program|nurse|loan|visa|union|health|who (?:told|asked)))"
)
_BEFORE_A_KIND: Final = LatePattern(r"\b(?:the|our|i'm an?|im an?|i am an?|as an?) \Z")
_PREGNANT_ONE: Final = LatePattern(rf"(?<=the ){_MARKED} one\b")
_STUDENT_WHO: Final = LatePattern(rf"(?<=the ){_STUDENT} (?:who|that) {_TOLD}")
_STUDENTS: Final = words_of("student resident intern sub subi m ms")
_I_AM: Final = LatePattern(r"\b(?:i'm|im|i am) the \Z")
_BEING: Final = LatePattern(
    r"being (?:openly |the |visibly )?(?:deaf|hard of hearing|blind|color-?blind|trans|non-?binary|gay|lesbian|queer"
    r"|autistic|an amputee|in a wheelchair|visibly pregnant|undocumented|an? (?:refugee|twin|wheelchair user))\b"
    r"(?=,| (?:and|means|made|makes|helped|helps|myself)\b)"
)
_OF_MINE: Final = LatePattern(r"\bmy (?:own )?\Z")
_OTHERS: Final = words_of("other another one")
_ELSE: Final = frozenset({"else"})
_OF_ME: Final = LatePattern(r"(?:\A|[.!?\n(] ?|\bmy )\Z")
# "My dad is chief of this department", "my twin is also in this class".
_KIN: Final = words_of(
    "mom mum mother dad father parent parents twin sister brother wife husband uncle aunt cousin partner"
)
_MY_PEOPLE: Final = LatePattern(
    rf"(?:(?<=my )|(?<= own ))(?:{'|'.join(sorted(_KIN, reverse=True))})"
    r"(?:'s| is| was| are| runs| works| teaches| chairs| heads)(?: (?:also|actually|currently))?"
    rf" (?:[\w'-]{{1,14}} ){{0,3}}?(?:(?:of|in|at|on|for) (?:this|our|the same) (?:[\w-]{{2,12}} )?(?:{_GROUP}|hospital"
    r"|clinic|floor|icu|ward)\b|an? (?:attending|surgeon|resident|nurse) here\b)"
)
_OFFICE: Final = LatePattern(
    r"(?:class|cohort|student body|student council) (?:president|vice president|rep|representative|treasurer|secretary"
    r"|valedictorian)\b"
)
_IN_OFFICE: Final = LatePattern(r"\b(?:our|my|as|the) \Z")
_YEARS_AS: Final = LatePattern(r"years? as an? (?:[\w-]{3,14} )?[\w-]{3,14}")
_I_CAME: Final = LatePattern(r"\b(?:i|i'm|i've|me|my) (?:[\w'-]{1,14} ){1,7}\Z")
# "There's just one diabetic in our group", "no other dads in my cohort", "no one else on our team keeps Ramadan".
_NO_OTHER: Final = LatePattern(
    rf"(?:(?<=\bno )other|(?<=n't )another|(?<=nt )another|(?<=not )another|(?<=just )one|(?<=exactly )one"
    rf"|(?<=only )one) (?!(?:thing|question|of|way|patient|bed"
    rf"|day|time)\b)"
    rf"(?:[\w'/-]{{1,14}} ){{1,4}}?(?:in|on|at|of) (?:(?:my|our|this)"
    rf" (?:[\w-]{{2,10}} ){{0,2}}|the (?:whole )?){_GROUP}\b(?! (?:asked|said|knew|listened|noticed|saw|spoke up))"
)
_NO: Final = LatePattern(r"\b(?:no|isn'?t|not|just|exactly|only) \Z")
_NO_ONE_ELSE: Final = LatePattern(
    rf"else(?: here| (?:in|on|at|of) {_OURS}| on [a-z]{{3,12}})"
    rf" (?:{_TOLD}|knows (?!this|that|how|what|why|him|her|it|me|about|the)[\w'-]{{2,14}}"
    rf"|is\b(?=[.,;!?)]|$| {_MARKED}\b)|does\b(?=[.,;!?)]|$)|keeps|grew up|looks like me|speaks?(?! up| out)"
    r"|(?:is|was) (?:over|under|from|an? )|uses?|celebrates?|observes?|stutters)"
)
_NO_ONE: Final = LatePattern(r"(?:nobody|no ?one|none) \Z")
_FIRST_FROM: Final = LatePattern(
    r"first (?:one |student |person |kid )?(?:from|of) (?:[\w'-]{2,14} ){1,3}?(?:in|at|to attend|to come to)"
    r" (?:this|our|my|the) (?:school|program|class|cohort|hospital|residency)\b"
)
_BY_GROUP: Final = (60, 90)
_PLACED: Final = words_of("on in of from at")
_WHOSE: Final = words_of("my our this the")
_LONGEST_LEAD: Final = 12
_MARKS: Final = words_of(
    "black white brown asian latina latino latinx hispanic native indigenous arab jewish muslim christian hindu sikh"
    " buddhist mormon deaf hard blind colorblind color autistic dyslexic disabled trans non nonbinary gay lesbian queer"
    " pregnant married divorced widowed adopted undocumented diabetic epileptic bald tall short redhead redheaded"
    " hijabi"
    " wheelchair exchange international transfer foreign do md mdphd jd retired sober oldest youngest army navy marine"
    " military amputee albino quadriplegic paraplegic tetraplegic firstgen red left first former nonbinary"
    " redhaired lefthanded onearmed onehanded"
    " onelegged"
    " oneeyed firstgeneration mdjd mdmba mdmph blonde bearded tattooed one"
)
_OFFICES: Final = words_of("class cohort student")
_OFFICERS: Final = words_of("president vice rep representative treasurer secretary valedictorian")
_ONE: Final = frozenset({"one"})
_STUDENTS_AND_ONE: Final = _STUDENTS | words_of("guy girl kid person woman man one")
_WITHS: Final = words_of("with w in on")
_WHOS: Final = _STUDENTS | words_of(
    "one guy girl gal kid man woman dude lady boy person couple twin twins sibling siblings parent mom mother dad"
    " father user vet veteran medic nurse"
)
_CLASSES: Final = words_of("class cohort rotation group program clerkship block year school squad section course")
_FEW_OF_US: Final = LatePattern(r"\b(?:the(?: only)?|just(?: the)?|only(?: the)?|exactly|like|are|maybe) \Z")
_I: Final = LatePattern(r"\bi \Z")
_DOING: Final = words_of(
    "pray prays fast fasts sign signs stutter stutters stammer stammers limp limps grew wear wears use uses has have"
    " walk walks is are am keep keeps speak speaks"
)
_BEGINNING: Final = (
    (_ONE, _ONE, _THE_ONE, _AS_THE_ONE),
    (_ONE, _GROUPS, _THE_ONE_IN_PASSING, _IN_PASSING),
    (_ONE, frozenset({"us"}), _ONE_OF_US, _THE_ONLY),
    (_PERSONS, _PERSONS, _WITH_THE, _THE),
    (_STUDENTS, _STUDENTS, _STUDENT_WHO, _I_AM),
    (frozenset({"being"}), frozenset({"being"}), _BEING, _OF_ME),
    (_KIN, _KIN, _MY_PEOPLE, _OF_MINE),
    (_OFFICES, _OFFICERS, _OFFICE, _IN_OFFICE),
    (frozenset({"year", "years"}), frozenset({"as"}), _YEARS_AS, _I_CAME),
    (frozenset({"first"}), frozenset({"from", "of"}), _FIRST_FROM, None),
    (_WHOS, _CLASSES, _SOMEBODY_WITH, _THE),
    (words_of("one two three"), frozenset({"us"}), _US_WITH, _FEW_OF_US),
    (frozenset({"me"}), frozenset({"other", "another"}), _ME_AND_ANOTHER, None),
    (frozenset({"alone"}), _DOING, _I_ALONE, _I),
    (frozenset({"only"}), _DOING, _ONLY_I, None),
    (words_of("older younger taller shorter"), _GROUPS, _OLDER_THAN_ALL, None),
    (words_of("oldest youngest tallest shortest"), words_of("at by student resident intern"), _OLDEST_BY, _I_AM_OLD),
    (frozenset({"token"}), frozenset({"token"}), _TOKEN, _THE),
    (frozenset({"only"}), words_of("face person body voice accent"), _ONLY_FACE, _THE),
    (words_of("nobody no noone none"), _DOING, _NOBODY_DOES, None),
)
"""Patterns with the words that each begins with, those of which it needs another, and what stands before."""
_FOLLOWED: Final = (
    (
        _MARKS,
        _STUDENTS | {f"{m}{year}" for m in ("m", "ms") for year in range(10)},
        4,
        _KIND_OF_STUDENT,
        _BEFORE_A_KIND,
    ),
    (_MARKS, _ONE, 3, _PREGNANT_ONE, _I_AM),
    (_STUDENTS_AND_ONE, _WITHS, 2, _STUDENT_WITH, _I_AM_THE_STUDENT),
)
"""The same of those that have the other words among the next so many."""
_NO_OTHERS: Final = ((_OTHERS, _GROUPS, _NO_OTHER, _NO), (_ELSE, _ELSE, _NO_ONE_ELSE, _NO_ONE))
_NEEDED: Final = frozenset().union(*(words for row in (*_BEGINNING, *_FOLLOWED, *_NO_OTHERS) for words in row[:2]))


def find_among_us(wording: Wording) -> Iterator[Finding]:
    """Every phrase that tells who a student, or the writer, is: only possible, since others may be like that."""
    said = wording.words & _NEEDED
    for match in chain(_beginning(wording, said), _followed(wording, said), _described(wording)):
        yield Finding(*match.span(), IdentifierKind.ONLY_ONE, Confidence.POSSIBLE)
    yield from _no_other(wording, said)


def _beginning(wording: Wording, said: frozenset[str]) -> Iterator[re.Match[str]]:
    for triggers, beside, pattern, before in _BEGINNING:
        if triggers.isdisjoint(said) or beside.isdisjoint(said):
            continue
        for match in wording.beginning(triggers, pattern):
            if before is None or before.search(wording.before(match.start())):
                yield match


def _followed(wording: Wording, said: frozenset[str]) -> Iterator[re.Match[str]]:
    for triggers, beside, within, pattern, before in _FOLLOWED:
        if triggers.isdisjoint(said):
            continue
        for match in matches_at(places_followed(wording, triggers, beside, within=within), pattern, wording.lower):
            if before.search(wording.before(match.start())):
                yield match


def _described(wording: Wording) -> Iterator[re.Match[str]]:
    near = stretches(_groups(wording), *_BY_GROUP)
    return chain.from_iterable(_DESCRIBED.finditer(wording.lower, *stretch) for stretch in near)


def _groups(wording: Wording) -> list[int]:
    """Where a group stands that somebody is in, on or from: "in our class"."""
    groups = (place for group in wording.words & _GROUPS for place in wording.places[group])
    if "among" in wording.words:
        return sorted(groups)
    return sorted(place for place in groups if _is_led(wording, place))


def _is_led(wording: Wording, place: int) -> bool:
    end = bisect_left(wording.starts, place)
    before = wording.spoken[max(0, end - _LONGEST_LEAD) : end]
    return any(one in _PLACED and other in _WHOSE for one, other in pairwise(before))


def _no_other(wording: Wording, said: frozenset[str]) -> Iterator[Finding]:
    """ "No other dads in my cohort", "no one else on our team keeps Ramadan"."""
    for triggers, beside, pattern, lead in _NO_OTHERS:
        if triggers.isdisjoint(said) or beside.isdisjoint(said):
            continue
        for match in wording.beginning(triggers, pattern):
            before = lead.search(wording.before(match.start(), 12))
            if before:
                yield Finding(match.start() - len(before[0]), match.end(), IdentifierKind.ONLY_ONE)
