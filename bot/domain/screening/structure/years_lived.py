"""Ages over 89 told by something else: a birthday, "her ninety-second year", a decade, a year of birth or of memory."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

ONES: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_NTH: Final = (
    r"(?:(?:9\d|1[01]\d|120) ?(?:st|nd|rd|th)|hundredth"
    r"|ninet(?:ieth|y[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)))"
)
_BIRTHDAY: Final = LatePattern(
    rf"\b(?P<age>(?:9\d|1[01]\d|ninety(?:[ -]{ONES})?|(?:a|one) hundred(?: (?:and )?{ONES})?) birthdays"
    rf"|{_NTH} (?:birth ?day|b-?day))"
)
# "Celebrated her 97th with applesauce": a birthday that is not called one.
_NTH_ONE: Final = LatePattern(
    r"\b(?:(?:celebrat\w{1,3}|turn\w{0,3}|for|before|after|since|till|until|made it to|see|reach(?:ed|ing)?|on|of"
    r"|missed"
    r"|is|was|to) )(?:his|her|their|grandma's|grandpa's|mom's|dad's)"
    rf" (?P<age>{_NTH})"
    r"(?=\s{0,9}(?:[.,;!?)]|$|\n)| (?:with|in|at|on|here|this|next|last|today|tomorrow|and|but"
    r"|because|so|when|while|by)\b)"
    # "In her ninety-second year" she is as old, whatever stands before.
    rf"|\b(?:his|her|their) (?P<year>{_NTH} year)\b"
    r"(?! (?:of|as|in|at|on(?! (?:this )?earth)|with|class|student|anniversary)\b)"
)
_NTHS: Final = words_of("st nd rd th ninety ninetieth hundredth")
_DECADE: Final = LatePattern(
    r"\b(?:his|her|their|my patient's) (?P<age>(?:(?:very )?(?:early|mid|late|high|low|upper)[ -]){0,2}(?:nineties"
    r"|90'?s"
    r"|one hundreds|100'?s|tenth decade))\b"
)
_DECADES: Final = words_of("nineties s hundreds decade")
_OF_SOMEBODY: Final = words_of("his her their my")
_SHY_OF: Final = (
    r"(?:an?|one|two|three|four|five|six|\d|(?:a )?few|just) (?:(?:years?|months?|weeks?|days?) )?"
    r"(?:shy of|short of|away from)"
)
_AGE_IN_WORDS: Final = LatePattern(
    r"\b(?P<age>nonagenarians?|(?:super)?centenarians?|(?:(?:almost|nearly|over|close to) )?a century old"
    rf"|{_SHY_OF} a century(?: old\b|(?! of)))\b"
)
_BORN: Final = LatePattern(
    r"\b(?:born|dob|birth ?year|year of birth)(?::| is| was)? (?:\w{2,9},? ){0,5}(?P<age>19(?:[0-2]\d|3[0-6])\b"
    r"|(?:in )?'(?:2[7-9]|3[0-6])\b|(?:nineteen[ -])'?(?:oh[ -]\w{3,5}|ten|eleven|twelve|\w{3,5}teen|twenty"
    rf"|thirty|(?:twenty[ -]{ONES})|(?:thirty[ -](?:one|two|three|four|five|six)))\b(?![ -]{ONES}))"
)
# Who remembers a year was a child then.
_REMEMBERS: Final = LatePattern(
    r"remember(?:s|ed|ing)? (?:(?:the|her|his|being|hearing|about|how|it|was|like|in|of|back|before|what)"
    r" |(?:crash|flood|winter|summer|war|storm|hurricane|strike|dust|school|life|home|detroit|chicago)s?,? ){0,4}"
    r"(?P<age>19(?:[0-2]\d|3\d|40))\b(?! (?:beds?|words?|calories)\b)"
)
# Who was grown up in a year: "class of 1947", "married in 1948".
_GROWN_UP: Final = LatePattern(
    r"(?:class|graduated|married|widowed|enlisted|drafted|immigrated)(?: [a-z]{2,10}){0,3}? (?:in|of|since)"
    r" (?P<age>19[0-4]\d)\b(?! (?:beds?|words?|people)\b)"
)
# "The big 9-0", "turned nine oh", with the digits said apart.
_DIGIT_BY_DIGIT: Final = LatePattern(
    r"(?:big|turn(?:s|ed|ing)?) (?P<age>9-\d|1-0-\d|nine[ -]oh?|one[ -]oh?[ -]oh?)\b(?! (?:percent|times)\b)"
)
_BIRTHDAYS: Final = words_of("birthday birthdays bday birth b")
_SELDOM: Final = words_of("nonagenarian nonagenarians centenarian centenarians supercentenarian century")
_REMEMBERING: Final = words_of("remember remembers remembered remembering")
_GROWING_UP: Final = words_of("class graduated married widowed enlisted drafted immigrated")
_REACHING: Final = words_of("big turn turns turned turning")
_OTHERWISE: Final = ((_BIRTHDAYS, _BIRTHDAY, (28, 12)), (_NTHS, _NTH_ONE, (40, 32)), (_SELDOM, _AGE_IN_WORDS, (40, 20)))
_AS_FAR_AS_A_YEAR: Final = 48
_BIRTHS: Final = words_of("born dob birth birthyear")


def find_years_lived(wording: Wording) -> Iterator[Finding]:
    """Every age that is told by a birthday, a decade, or a year that somebody was born in or remembers."""
    decades = wording.beginning(_OF_SOMEBODY, _DECADE) if wording.has(_DECADES) else ()
    near = (wording.near(words, pattern, reach=reach) for words, pattern, reach in _OTHERWISE)
    born = wording.beginning(_BIRTHS | {"year"}, _BORN) if wording.has(_BIRTHS) else ()
    apart = wording.beginning(_REACHING, _DIGIT_BY_DIGIT)
    for match in chain(decades, *near, born, _told_by_a_year(wording), apart):
        yield Finding(*match.span(match.lastgroup or 0), IdentifierKind.AGE)


def _told_by_a_year(wording: Wording) -> Iterator[re.Match[str]]:
    for words, pattern in ((_REMEMBERING, _REMEMBERS), (_GROWING_UP, _GROWN_UP)):
        if wording.has(words):
            yield from wording.before_digits(words, pattern, within=_AS_FAR_AS_A_YEAR)
