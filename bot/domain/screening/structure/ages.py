"""Ages over 89, in digits or words: "103F", "he's 98 and", "in her nineties", "turns 100", "born in 1931".

Nearly every such number could also be a saturation, a pulse, a temperature or a weight, so each is judged by the words
around it, and a number alone is none.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening import lexicon
from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.structure.years_lived import ONES, find_years_lived
from bot.domain.screening.word_sets import words_of

_OLD: Final = LatePattern(r"(?<![\w.,/$#%+-])(?:9\d|1[01]\d|120)(?![\d%]|[.,/:]\d|-\d)")
_NINETY_MISSPELLED: Final = r"ninty|nintey|ninetey|ninetty|nienty|ninity|ninedy|nintety"
_ONES_MISSPELLED: Final = r"tow|tree|thre|foru|fuor|fiv|sevn|eigth|eihgt|nien"
_OLD_IN_WORDS: Final = LatePattern(
    rf"(?<![\w.,/$#%+-])(?:ninety(?:[ -]?{ONES}|[ -](?:{_ONES_MISSPELLED})| and a bit|[ -](?:something|odd|ish))?"
    rf"|(?:{_NINETY_MISSPELLED})(?:[ -](?:{ONES}|{_ONES_MISSPELLED}))?"
    rf"|(?:an?|one)[ -]hundred(?:[ -](?:and[ -])?(?:{ONES}|ten|eleven|twelve))?|hundred(?=[ -]year))"
    r"(?![\d%]|[.,/:]\d|-\d)"
)
_PEOPLE: Final = (
    r"(?:pts?|patients?|man|woman|lady|gentleman|guy|gal|veteran|vet|widow(?:er)?|resident|mom|mother|mama|dad|father"
    r"|grandma|gma|gpa|gram|grammy|gramps|pops?|mee?maw|pee?paw|tia|tio|grandmother|granny|nana|grandpa"
    r"|grandfather|abuel[ao]|wife|husband|aunt|uncle|sister|brother|neighbor"
    r"|friend|male|female|fellow|gent|nun|priest|teacher|judge|farmer|oldest|(?:grand)?parents|twins|sisters|brothers"
    r"|siblings|spouses|couple|eldest|youngest|younger|older|boy|girl|person|fella|ma'am|client|roommate"
    r"|great-?gran\w{0,7})"
)
_GOES_ON: Final = LatePattern(
    r"(?:\s{0,9}(?:[.!?;:)\"&]|,|-|$|\n)| (?:and(?! (?:sat|stable|rising|climbing|dropping|falling|febrile|shiver"
    r"|tachy))|but"
    r"|with|who|now|lol|today|tomorrow|tmrw|tmw|tomorow|yesterday|this|next|last|soon|so|yet|still|when|or|haha"
    r"|omg|tbh|too|already|if|by|himself|herself|till|until|since|where|whose|except|w/"
    r"|i|she|he|they|w|years? (?:old|young)|hx|here|(?:at|on) (?:easter|christmas|new year|thanksgiving|(?:the"
    r"|our) (?:ward|floor|unit|service))"
    r"|in (?:a|two|three|[a-z]{2,6} days|[a-z]{3,9}|the (?:spring"
    r"|summer|fall|winter))|as of|come|ever|n|hes|shes|honey|hon|dear|dearie|sweetie|sweetheart"
    r"|darlin'?g?|love|doc|kid|baby|buddy|sonny|boss|child|doll|dude|bro|missy|kiddo|sir|toots"
    r"|young (?:man|lady)|because|while|after|before"
    r"|then|wow|almost|on (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \d{1,2}(?:st|nd|rd|th))|told|said|asked"
    r"|wanted|had|taught|going on|like (?:him|her|me|my|his))\b)"
)
# "year" alone counts years of marriage.
_UNIT: Final = LatePattern(
    rf" and (?:\d{{1,2}}|{ONES}|ten|eleven) (?:months?|mos?)\b|(?: and a half)?[ -]{{0,2}}(?:y[ /.-]?o[mf]?\b"
    rf"|a[nñ]os\b|ans\b|y(?:ea)?rs?[ -](?:olds?|young|of age|of life)\b|yrs?[ -]?[mf]\b"
    r"|y(?:ea)?r[ -]?olds?\b|y(?:ea)?rs? (?:on (?:him|her|them|me|earth|the planet|this (?:earth|planet))"
    r"|in this (?:world|life)|behind (?:him|her|them)"
    r"|under (?:his|her|their) belt)\b|(?:trips|times|laps) around the sun\b"
    r"|candles\b(?! (?:in|for|at|around|were)\b))"
    r"| and a half\b(?! (?:min|hour|sec|day|week|month|pound|mile|percent|dollar|time|liter|cup))"
)
_SEX: Final = LatePattern(r" ?[FM]\b(?!\.?\d)|[ -](?:woman|man|lady|gentleman|female|male)\b")
_SEX_IN_BRACKETS: Final = LatePattern(r" ?[fFmM]\b|[ -]?(?:female|male)\b|(?=[!?]{0,3}\))")
# In small letters "101f" is a fever and "95m" a walk, unless somebody is told of: "a 93f who runs a bakery".
_SMALL_SEX: Final = LatePattern(
    r"(?:m|(?<!9[5-9])(?<!10[0-6])f)(?=, (?!chills|hot\b|sweaty|tachy|sat)[a-z]| (?:w|with)\b)"
    r"|[mf](?= (?:who|hx|s/p|p/w|pmh|found|from|admitted)\b)"
    r"|[ -]something\b(?! (?:degree|percent|bpm|sat|pound|mile|minute|page|systolic|beat|hour|day))"
)
_TOLD_OF: Final = LatePattern(r"(?:\A|[.!?\n:] ?|\b(?:an?|the|this|pt|patient|my|our|old) )\Z")
# "Mrs. K 93f asked me": behind a title and a name, a number with a sex is no fever.
_ANY_SMALL_SEX: Final = LatePattern(r"(?:m|(?<!9[5-9])(?<!10[0-6])f)\b(?!')")
_TITLED: Final = LatePattern(r"\b(?:(?:mrs?|ms|miss|mx|sra?)\.? [^\W\d_]{1,20},?|pt|patient) ?\(?\Z")
_HOT: Final = LatePattern(
    r"\b(?:temp\w*|fever\w*|(?<!')t|tmax|spik\w+|febrile|degrees|hot|heat|cold|outside|weather|felt|feels)\b"
)
_IS: Final = LatePattern(
    rf"(?:\b(?:he|she|they|who|you|(?:mrs?|ms|miss|mx|dr|sr|sra|sister"
    rf"|father)\.? [^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}})?"
    rf"|in (?:rm|room|bed|bay) \w{{1,5}}"
    rf"|{_PEOPLE}(?: so far| yet| ever| today| (?:in|from|with|w|on|by|at"
    rf"|across) (?:[\w'-]{{1,12}} ){{0,2}}[\w'-]{{1,12}})?)(?:'s|'re|s| is| was| are| were| hit|"
    rf" hits| reached"
    rf"| made it to| will be|'ll be|'?d be| would be| would'?ve been| would have been| turn(?:s"
    r"|ed|ing)?|(?:'s|s| is)? (?:gonna|going to|about to|will|would|wants to|hopes to|plans to|wanted to|almost)"
    rf"(?: (?:be|turn|hit|make|see|reach|make it to|live to(?: be)?))?)|\bi(?:'m| am|m|'ll be|ll be|'ll turn| will be))"
    r"(?: (?:just|only|now|already|almost|nearly|about|like|over|past|well|actually|still|turned|turning|turns|around"
    r"|close to|a (?:spry|young|feisty|sharp|youthful|healthy|frail|sprightly|lively|tiny|proud|fit|strong|good|solid"
    r"|ripe)|like|apparently|somehow|really|basically|definitely))?(?: (?:over|past|turned))? $"
)
# "Zdenka is 93 and": a name that is nothing else before it.
_NAMED: Final = LatePattern(
    r"\b(?P<name>[A-Z][^\W\d_]{2,20})(?:'s| is| was| turned)(?: (?:just|only|now|already"
    r"|almost|nearly|about))? \Z"
)
# Of years that somebody has, and not of years that pass: "lady 93 yrs", "had 90 y.".
_YEARS: Final = LatePattern(
    r"[ -]?(?:y(?:ea)?rs?|y)\b\.?(?![ /-](?:ago|later|before|after|of|from|in|together|married|back|apart|experience"
    r"|worth"
    r"|to|between|since|without|with|o)\b)"
)
_HAS_YEARS: Final = LatePattern(
    rf"(?:\baged|\b{_PEOPLE},?|\b{_PEOPLE} (?:of|had|has|with|w)|,|\A|[.!?\n(]|\b(?:s?he|they)(?:'?s| is| was| had))"
    rf" ?\Z"
)
# "M 96, DNR": the sex before it, where a text or a line begins so.
_SEX_BEFORE: Final = LatePattern(r"(?:\A|[.!?\n:(] ?)[mf] \Z")
# "He's 94 lives alone": without a comma, what is measured is told by the next word, and an age by any other.
_HE_IS: Final = LatePattern(
    rf"\b(?:(?:he|she|who|(?:mrs?|ms|miss|mx|dr)\.? [^\W\d_]{{1,20}}|{_PEOPLE})(?:'s| is| was| will be)"
    rf"|s?hes)(?: (?:just|only"
    r"|now|already|almost|nearly|about|like|over|past|well|actually|still))? \Z"
)
_DOES: Final = LatePattern(
    r" (?!(?:sats?|satting|desats?|percentile|laying|lbs?|pounds?|kilos?|kgs?|degrees?|percents?|points?|beats?|bpm"
    r"|breaths?|liters?"
    r"|litres?"
    r"|miles?|meters?|inches|cm|feet|steps?|floors?|blocks?|laps?|times?|secs?|seconds?|mins?|minutes?|hours?|hrs?"
    r"|days?"
    r"|weeks?|months?|years?|yrs?|drops?|dips?|falls|goes|climbs|rises|stays|holds|improves|comes|runs|vitals|units?"
    r"|dollars|bucks|less|plus|minus|versus|vs|pages?|patients|pts|people|cents|cals|calories|systolics?|across"
    r"|sometimes|looks|seems|feels|needs|reads|hits|shows|requires|tolerates|remains|breathes|averages|on|over|under"
    r"|at|to"
    r"|of|off|for|in|out|from|per|or|than|then|the|a|an|this|that|as|is|was|it|not|ra|room|o2|oxygen|after|before"
    r"|during"
    r"|while|when|asleep|resting|awake|sleeping|walking|sitting|standing|lying|flat|stable|steady|fine|ok|okay|good"
    r"|great"
    r"|better|worse|again|systolic|diastolic|max|min|tops|one|two|three|four|five|six|seven|eight|nine|ten|again|down"
    r"|up"
    r"|back|more|high|low|febrile|hot|warm|and|hr|bp|rr|temp|post|into|sure|away|behind|always"
    r"|besides)\b)[a-z']{3,14}\b"
)
_AGED: Final = LatePattern(
    r"(?:\b(?:aged?|ages|age of|at age|, now|, already|, still only|imagine being|to be|at being|of being|(?:chart"
    r"|wristband"
    r"|license|id|dob|paperwork|passport|birth certificate|facesheet|ems) (?:says|said|has (?:him|her) (?:at"
    r"|as)))(?: is| was|:)? |\b(?<!hr )(?<!rate )(?<!pulse )(?<!sats )(?<!sat )(?<!o2 )"
    r"(?<!temp )(?<!pressure )(?:turn(?:s|ed|ing)?|pushing|lived? to(?: be)?)(?: (?:over|past))? )$"
)
# "She turned 101 on the vent": what somebody turns is no setting, and no number of degrees or heads.
_TURNED: Final = LatePattern(
    rf"\b(?:he|she|they|who|i|{_PEOPLE}|'d|'s|s|has|had|have|just|only|finally|officially|and|then) "
    r"(?:(?:just|only|finally|officially) )?turn(?:s|ed|ing)? \Z|\b(?:lived|made it) (?:all the way )?to \Z"
)
_WHERE: Final = LatePattern(
    r" (?:on (?!(?:(?:the|his|her|a) )?(?:monitor|pump|scale|dial|vital|pulse|treadmill|bike|room air|ra\b|oxygen|o2"
    r"|\d))"
    r"|in |at |with |for |without |during |under |over "
    r"|between |behind |here|there|inside|surrounded|next to )"
)
# "Just shy of 100": who is nearly as old, if nothing measured is near.
_NEARLY: Final = LatePattern(
    r"\b(?:shy of|older than|closing in on|knocking on|going on|north of|(?:one|a|two|three|four|five|six|\d"
    r"|few) (?:days?|weeks?|months?"
    r"|years?) (?:short of|from|away from|under|off|out from|till|til|until|before))"
    r" \Z"
)
_OF: Final = LatePattern(rf"\b{_PEOPLE}(?: of|:| aged?) $")
# "His wife 91 still drives", with not even a comma. Of a patient such a number is often a saturation.
_SOMEBODYS: Final = LatePattern(rf"\b(?:his|her|their|my|an?|the|this) (?!pts?\b|patients?\b|client\b){_PEOPLE} $")
_BESIDE: Final = LatePattern(rf"(?:\b{_PEOPLE}|[^\W\d_]{{2,20}}|(?:^|[ .])[^\W\d_]\.), $")
_VITAL: Final = LatePattern(r"\b(?:sats?|spo2|temp|hr|pulse|rate|weight|bp|sugar|glucose|then|was|o2), $")
# "A lady, 95 next week, who": who will be so old is no measure.
_A_PERSON_BESIDE: Final = LatePattern(rf"\b{_PEOPLE}, \Z")
_SOON: Final = LatePattern(
    r" (?:(?:next|this coming|come) (?:month|week|year|spring|summer|fall|winter|\w{3,6}day)|in a (?:month|week)"
    r"|tomorrow|soon|last (?:month|year|spring|summer|fall|winter))\b"
)
_BESIDE_ENDS: Final = LatePattern(r"[,!?)]| (?:and|who|with|still)\b")
_AT: Final = LatePattern(
    r"(?:(?:^|[.!?\n,;:(]) ?at|\b(?:sharp|alone|alive|driving|dancing|married|widowed|died|dies|gone) at) $"
)
_SHE: Final = LatePattern(r",? (?:she|he|they|still|my|with)\b|\s{0,9}(?:[.!?;)-]|$)")
_YOU: Final = LatePattern(r",? (?:you|she|he|they|i|nobody|everyone)\b(?! (?:sat|is sat|was sat|desat))")
_YOU_ARE: Final = LatePattern(r",? you(?:'re|'ve|'ll)?\b")
_EVEN_AT: Final = LatePattern(r"\b(?:says|said|told (?:me|us|him|her)|that|because|bc|but|and|even|so|only) at $")
_MAKES: Final = LatePattern(
    r"\b(?:ma(?:kes|de|king) (?:him|her|them)|(?:bad|good|great|young|sharp|spry|strong|old|late|right|fine|funny|alive"
    r"|well|amazing|impressive|beautiful) (?:for|at)|(?:birthday|candles|candle|cake)[,:]|(?:lived|made it|got)"
    r" (?:all the way )?to|(?:this|that) is what|all of her|all of his|all|(?:both|all|two|three|four)(?: of (?:them"
    r"|us))?"
    r"(?: are| were)?(?: (?:well )?(?:over|past|in))?) $"
)
_NEAR_A_MEASURE: Final = LatePattern(
    r"\b(?:sats?(?! (?:with|w|by|beside|down|there|next|together)\b)|spo2|o2|oxygen|temp|hr|rate|pulse|bp|pressures?"
    r"|systolics?|map|sugars?|glucose|scores?|weigh\w*)\b"
)
# "Hits the big one-oh-oh", "the big 9-0": how birthdays are called.
_THE_BIG: Final = LatePattern(
    r"\bthe big (?P<age>one[ -](?:hundred|oh[ -]oh|zero[ -]zero)|hundred|century|1-?0-?\d|9-?\d|nine[ -](?:oh|o|zero)"
    r"|ninety(?:[ -][a-z]{3,5})?)(?![\w%.-])(?! ?(?:mg|ml|units?|percent|degrees|sats?|dollars?|bucks|questions?)\b)"
)
_BIG: Final = frozenset({"big"})
_BIRTHDAYS: Final = words_of(
    "birthday bday birthdays turn turns turned turning hit hits hitting reach reaches reached candles cake party"
    " celebrate celebrates celebrated celebrating"
)
# In words an age needs no more than a person's place, if nothing measured is near.
_SPOKEN_AT: Final = LatePattern(
    r"(?:\A|[.!?\n;:,(\"-] ?|\b(?:at|is|was|be|she's|he's|shes|hes|i'm|im|turned|turns|turning|for|only|almost|nearly"
    r"|already|barely|now|just|and|but|to|of|been|all|past|about|around|reached|pushing|says|said)) $|(?:\A|\")$"
)
_MEASURED: Final = LatePattern(
    r"\b(?:sats?|sat|spo2|o2|oxygen|temp|fever|hr|rate|pulse|bp|pressure|map|systolic|sugar|glucose|scor\w+|shelf|exam"
    r"|quiz|step|grade|percent\w*|weigh\w*|kilos?|kg|pounds|lbs|dollars|bucks|room|degrees|out of|top|liters?|miles"
    r"|minutes?|seconds?|hours?|interstate|highway|route)(?:'s|s)? (?:\w{1,9} ){0,3}$"
)
# "Ninety one and she corrected my grammar": in words, at the beginning of a sentence, and nothing that it counts.
_BEGINS: Final = LatePattern(r"(?:\A|[.!?\n;(] ?|\")(?:and |so |only |almost |nearly |barely |just |pt |age )?$")
_AND_STILL: Final = LatePattern(
    r"(?:,|,? and|,? but|,? with| w/?| who| -)(?: (?:a|an|the|still|so|now|his|her|their|very|not|no|only))? ?"
    r"(?P<next>[a-z']{1,16})"
)
# "Interrupted him after ten seconds. Today I made it to ninety": what was counted shortly before is counted on.
_COUNTED_TO: Final = LatePattern(r"\b(?P<who>i|we|he|she|they)\b[^.!?\n]{0,30}\b(?:made it|got|up) to \Z")
_COUNTS: Final = LatePattern(
    r"\b(?:seconds?|secs|minutes?|mins|timed|timer)\b|\b(?P<done>reps|percent|steps|squats|laps)\b"
)
# In a hurry an age is all that is said first: "99. Bakes. Swears."
_ALONE: Final = LatePattern(r"(?:\A|\n)(?:9\d|10[1-9])\. (?!(?:that|this|it|my|our|was|is|percent|the|so|not)\b)[a-z]")
_NEXT: Final = LatePattern(
    r" (?:next (?:month|week|year|spring|summer|fall|winter|\w{3,6}day)|in a (?:month|week))"
    r"(?=[.,!?;]|$| (?:and|but|she|he|they|i|we|on)\b)"
)
_OF_A_COUNT: Final = words_of(
    "half percent minutes minute hours hour days day seconds degrees dollars patients people pages times one two three"
    " four sat sats on ra bpm then hr bp rr o spo temp pulse steps cents miles pounds lbs maybe stable rising"
    " falling climbing dropping"
)
_PRONOUNS: Final = frozenset({"he", "she", "they", "he's", "she's", "hes", "shes"})
# "Over a hundred" is an age in all its words.
_ABOUT: Final = LatePattern(
    r"\b(?:(?:well )?(?:over|past|pushing)|(?:a|one|two|three|four|five|six|\d) (?:years?|months?)"
    r" (?:short of|shy of|off)) \Z"
)
_NOT: Final = LatePattern(r" (?:not|years)\b|[ -]plus\b")
_OF_SOMETHING: Final = LatePattern(
    r"[ ,-]{1,3}(?:percent|degrees|on|point|over|minutes|today|this time|and (?:then|sat))"
)
_WORDS: Final = words_of(
    "ninety nineties ninetieth hundred hundreds hundredth nonagenarian nonagenarians centenarian centenarians century"
    " supercentenarian supercentenarians tenth born oh"
) | frozenset(_NINETY_MISSPELLED.split("|"))
_ROUND_AND_MORE: Final = words_of(
    "ninety hundred ninetyone ninetytwo ninetythree ninetyfour ninetyfive ninetysix ninetyseven ninetyeight ninetynine"
) | frozenset(_NINETY_MISSPELLED.split("|"))
_SPELLED_OUT: Final = ("ninety", "a hundred and", *_NINETY_MISSPELLED.split("|"))
_NUMBER_BEGINS: Final = _ROUND_AND_MORE | {"a", "an", "one"}
_DIGITS: Final = LatePattern(r"(?<!\d)(?:9-?\d|1[012]\d|1-0-\d|19[0-4]\d)(?!\d)")


def find_ages(wording: Wording) -> Iterator[Finding]:
    """Every age over 89, and every year of birth that means one."""
    if wording.has(_BIG) and wording.has(_BIRTHDAYS):
        for match in wording.near(_BIG, _THE_BIG, reach=(8, 24)):
            yield Finding(*match.span(), IdentifierKind.AGE)
    if not (wording.has(_WORDS) or any(wording.at_digits(_DIGITS))):
        return
    yield from _said(wording)
    yield from find_years_lived(wording)


def _said(wording: Wording) -> Iterator[Finding]:
    for match in chain(wording.at_digits(_OLD), _in_words(wording)):
        is_count = _is_in_a_row(wording.lower, *match.span()) or _is_counted_to(wording, match.start())
        end = None if is_count else _end_of_age(wording, match)
        if end is not None:
            about = _ABOUT.search(wording.before(match.start(), 24))
            yield Finding(match.start() - len(about[0] if about else ""), end, IdentifierKind.AGE)


def _is_in_a_row(lower: str, start: int, end: int) -> bool:
    """Whether numbers stand right before and behind one, as what is measured again and again: "98 97 95"."""
    return lower[start - 2 : start - 1].isdigit() and lower[end + 1 : end + 2].isdigit() and lower[end] == " "


def _in_words(wording: Wording) -> Iterator[re.Match[str]]:
    if wording.has(_ROUND_AND_MORE):
        yield from wording.beginning(_NUMBER_BEGINS, _OLD_IN_WORDS)


def _end_of_age(wording: Wording, match: re.Match[str]) -> int | None:
    """Where an age with its unit or sex ends, or nothing if the number is none."""
    before, end = wording.before(match.start()), match.end()
    if unit := _UNIT.match(wording.lower, end):
        return unit.end()
    sex = (_SEX_IN_BRACKETS if before.endswith("(") else _SEX).match(wording.text, end)
    if sex:
        is_hot = _HOT.search(before) or _HOT.search(wording.lower, end, end + 20)
        is_measured = sex.end() == end and _NEAR_A_MEASURE.search(before[-12:])
        return None if is_hot or is_measured else sex.end()
    years = _YEARS.match(wording.lower, end)
    if years and _HAS_YEARS.search(before) and not _NEAR_A_MEASURE.search(before):
        return years.end()
    if (small := _SMALL_SEX.match(wording.lower, end)) and _TOLD_OF.search(before):
        return small.end()
    if (small := _ANY_SMALL_SEX.match(wording.lower, end)) and _TITLED.search(before):
        return small.end()
    return end if _is_said_of_somebody(wording, match[0], before, end) else None


def _is_said_of_somebody(wording: Wording, said: str, before: str, end: int) -> bool:
    lower = wording.lower
    is_at_an_end = _GOES_ON.match(lower, end) is not None
    if _is_told(lower, before, end, is_at_an_end=is_at_an_end):
        return True
    if is_at_an_end and (_SEX_BEFORE.search(before) or _is_a_name_before(wording, end - len(said))):
        return True
    if said.startswith(_SPELLED_OUT) and (is_at_an_end or _NOT.match(lower, end)) and _is_spoken(wording, before, end):
        return True
    if _YOU.match(lower, end) and _EVEN_AT.search(before) and not _MEASURED.search(before):
        return True
    if _BEGINS.search(before) and (still := _AND_STILL.match(lower, end)):
        is_round = lower.endswith(("100", "hundred"), 0, end)
        return still["next"] not in _OF_A_COUNT and (not is_round or still["next"] in _PRONOUNS)
    if _BEGINS.search(before) and (_NEXT.match(lower, end) or _ALONE.match(lower, end - len(said))):
        return True
    if _SOON.match(lower, end) and _A_PERSON_BESIDE.search(before):
        return True
    return bool(_BESIDE_ENDS.match(lower, end) and _BESIDE.search(before) and not _VITAL.search(before))


def _is_counted_to(wording: Wording, start: int) -> bool:
    """Whether it was told shortly before what somebody counts: seconds, steps, percent."""
    if not wording.lower.endswith(" to ", 0, start):
        return False
    before = wording.before(start, 120)
    counted = _COUNTED_TO.search(before)
    counts = _COUNTS.search(before) if counted else None
    # "In two minutes she told me how she made it to ninety": somebody else's minutes count nothing.
    return bool(counts and counted and (counts["done"] or counted["who"] in {"i", "we"}))


def _is_told(lower: str, before: str, end: int, *, is_at_an_end: bool) -> bool:
    """Whether the words before a number say of somebody that it is an age: "turned 94 on", "at 93 she", "both over"
    " 90"."""
    if is_at_an_end and any(each.search(before) for each in (_AGED, _OF, _IS, _MAKES)):
        return True
    is_told = _NEARLY.search(before) or _SOMEBODYS.search(before)
    if is_at_an_end and is_told and not _NEAR_A_MEASURE.search(before):
        return True
    if _AT.search(before) and (_SHE.match(lower, end) or _YOU_ARE.match(lower, end)):
        return True
    if _OF.search(before) and _WHERE.match(lower, end):
        return True
    does = _DOES.match(lower, end) and _HE_IS.search(before) and not _NEAR_A_MEASURE.search(before)
    return bool(does or (_WHERE.match(lower, end) and _TURNED.search(before)))


def _is_a_name_before(wording: Wording, place: int) -> bool:
    named = _NAMED.search(wording.text, max(0, place - 40), place)
    return named is not None and not lexicon.is_ordinary(named["name"]) and not lexicon.is_eponym(named["name"])


def _is_spoken(wording: Wording, before: str, end: int) -> bool:
    """Whether a number in words stands where an age does, and nothing measured is near."""
    is_measured = _MEASURED.search(before) or _OF_SOMETHING.match(wording.lower, end)
    return not is_measured and _SPOKEN_AT.search(before) is not None
