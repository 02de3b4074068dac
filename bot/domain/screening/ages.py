"""Ages over 89, in digits or words: "103F", "he's 98 and", "in her nineties", "turns 100", "born in 1931".

Nearly every such number could also be a saturation, a pulse, a temperature or a weight, so each is judged by the words
around it, and a number alone is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.wording import Wording

_ONES: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_OLD: Final = re.compile(
    r"(?<![\w.,/$#%+-])(?:9\d|1[01]\d|120"
    rf"|ninety(?:[ -]?{_ONES})?|(?:an?|one)[ -]hundred(?:[ -](?:and[ -])?(?:{_ONES}|ten|eleven|twelve))?|hundred(?=[ -]year))"
    r"(?![\d%]|[.,/:]\d|-\d)"
)
_PEOPLE: Final = (
    r"(?:pts?|patients?|man|woman|lady|gentleman|guy|gal|veteran|vet|widow(?:er)?|resident|mom|mother|mama|dad|father"
    r"|grandma|grandmother|granny|nana|grandpa|grandfather|abuel[ao]|wife|husband|aunt|uncle|sister|brother|neighbor"
    r"|friend|male|female|fellow|gent|nun|priest|teacher|judge|farmer|oldest)"
)
_GOES_ON: Final = re.compile(
    r"(?:\s*(?:[.!?;:)\"]|,|-|$|\n)| (?:and(?! (?:sat|stable|rising|climbing|dropping|falling|febrile|shiver|tachy))|but"
    r"|with|who|now|lol|today|tomorrow|yesterday|this|next|last|soon|so|yet|still|when|or|haha|omg|tbh|too|already|if|i|she"
    r"|he|they|w|years? (?:old|young)|hx|here|in (?:a|two|three|may|june|july|[a-z]+ days)|because|while|after|before"
    r"|then|wow|almost)\b)"
)
# "year" alone counts years of marriage.
_UNIT: Final = re.compile(
    r"[ -]{0,2}(?:y[ /.-]?o[mf]?\b|y(?:ea)?rs?[ -](?:olds?|young|of age|of life)\b|yrs?[ -]?[mf]\b|y(?:ea)?r[ -]?olds?\b)"
)
_SEX: Final = re.compile(r" ?[FM]\b(?!\.?\d)|[ -](?:woman|man|lady|gentleman|female|male)\b")
_SEX_IN_BRACKETS: Final = re.compile(r" ?[fFmM]\b|[ -]?(?:female|male)\b|\)")
_HOT: Final = re.compile(r"\b(?:temp\w*|fever\w*|t|tmax|spik\w+|febrile|degrees|hot|heat|cold|outside|weather)\b")
_IS: Final = re.compile(
    rf"\b(?:he|she|they|who|{_PEOPLE})(?:'s|'re|s| is| was| are| were| will be|'ll be| turn(?:s|ed|ing)?|, who is)?"
    r"(?: (?:just|only|now|already|almost|nearly|about|like|over|past|well|actually|still|turned|turning|turns|around"
    r"|close to|like))?(?: (?:over|past|turned))? $"
)
_NEEDS_A_VERB: Final = re.compile(rf"\b(?:he|she|they|who|{_PEOPLE}) $")
_AGED: Final = re.compile(
    r"(?:\b(?:aged?|ages|age of|at age)(?: is| was|:)? |\b(?:turn(?:s|ed|ing)?|pushing|lived? to(?: be)?)"
    r"(?: (?:over|past))? )$"
)
_OF: Final = re.compile(rf"\b{_PEOPLE} of $")
_BESIDE: Final = re.compile(rf"(?:\b{_PEOPLE}|[^\W\d_]{{2,20}}), $")
_VITAL: Final = re.compile(r"\b(?:sats?|spo2|temp|hr|pulse|rate|weight|bp|sugar|glucose|then|was|o2), $")
_BESIDE_ENDS: Final = re.compile(r"[,!?)]| (?:and|who|with|still)\b")
_AT: Final = re.compile(r"(?:(?:^|[.!?\n,;:(]) ?at|\b(?:sharp|alone|alive|driving|dancing|married|widowed|died|dies|gone) at) $")
_SHE: Final = re.compile(r",? (?:she|he|they|still|my|with)\b|\s*(?:[.!?;)]|$)")
_BIRTHDAY: Final = re.compile(
    r"\b(?:9\d|1[01]\d|120)(?:st|nd|rd|th) (?:birth ?day|b-?day)"
    r"|\b(?:ninet(?:ieth|y-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))|hundredth) (?:birth ?day|b-?day)"
)
_DECADE: Final = re.compile(
    r"\b(?:his|her|their|my patient's) (?P<age>(?:(?:very )?(?:early|mid|late|high|low|upper)[ -]){0,2}(?:nineties|90'?s"
    r"|one hundreds|100'?s|tenth decade))\b"
)
_AGE_IN_WORDS: Final = re.compile(
    r"\b(?:nonagenarians?|(?:super)?centenarians?)\b|\b(?:nearly|almost|over|more than)? ?a century old\b"
)
_BORN: Final = re.compile(r"\bborn (?:\w{2,9} ){0,3}(?P<age>19(?:[0-2]\d|3[0-6]))\b|\b(?P<year>19(?:[0-2]\d|3[0-6])) birth year\b")
_TRIGGERS: Final = re.compile(r"(?<!\d)(?:9\d|1[012]\d|19[0-3]\d)(?!\d)|ninet|hundred|genarian|centenarian|century old")


def find_ages(wording: Wording) -> Iterator[Finding]:
    """Every age over 89, and every year of birth that means one."""
    if not _TRIGGERS.search(wording.lower):
        return
    for match in _OLD.finditer(wording.lower):
        if _is_an_age(wording, match):
            yield Finding(*match.span(), IdentifierKind.AGE)
    for pattern in (_DECADE, _BORN, _BIRTHDAY, _AGE_IN_WORDS):
        for match in pattern.finditer(wording.lower):
            group = "age" if "age" in pattern.groupindex and match["age"] else 0
            yield Finding(*match.span(group), IdentifierKind.AGE)


def _is_an_age(wording: Wording, match: re.Match[str]) -> bool:
    before, end = wording.before(match.start()), match.end()
    if _UNIT.match(wording.lower, end):
        return True
    if before.endswith("(") and _SEX_IN_BRACKETS.match(wording.text, end):
        return not _HOT.search(before)
    if _SEX.match(wording.text, end):
        return not _HOT.search(before) and not _HOT.search(wording.lower, end, end + 20)
    return _is_said_of_somebody(wording, before, end)


def _is_said_of_somebody(wording: Wording, before: str, end: int) -> bool:
    lower = wording.lower
    if _AGED.search(before) or _OF.search(before) or (_IS.search(before) and not _NEEDS_A_VERB.search(before)):
        return _GOES_ON.match(lower, end) is not None
    if _AT.search(before):
        return _SHE.match(lower, end) is not None
    return bool(_BESIDE.search(before) and not _VITAL.search(before) and _BESIDE_ENDS.match(lower, end))
