"""Who was the first anywhere, and who is the one of a kind, told without the words that other rules look for.

"The only fire chief our town ever had", "the first girl from my village to …", "our one deaf attending": all of it is
only possible, since much that is said so fits many.
"""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_WORDS: Final = r"(?:[\w'/-]{2,16} ){1,5}?"
_HOMES: Final = (
    r"(?:town|city|village|county|school|hospital|program|state|department|unit|ward|clinic|district|island)"
)
_FIRST_EVER: Final = LatePattern(
    rf"(?:only|first|last) {_WORDS}(?:our|this|the|my|her|his) {_HOMES} (?:(?:has|had) )?ever (?:had|has|did|hired|saw"
    r"|admitted|trained|elected|made|treated)\b"
    rf"|first (?!thing\b|time\b)[a-z]{{3,12}} (?:from|in|of) (?:my|our|her|his|their|the) (?:\w{{3,12}} )?(?:village"
    rf"|town"
    r"|tribe|community|school|island|reservation|district|county) to \w{2,12}"
    r"|only (?:one )?(?:over|under|above|past) (?:\d\d|thirty|forty|fifty|sixty)\b(?! (?:percent|bpm|mg|minutes"
    r"|degrees))"
    rf"|only one (?:man|woman|male|female|guy|girl|boy|foreigner|student) (?:in|on|of) (?:[\w'-]{{2,14}}"
    rf" ){{0,3}}[\w'-]{{3,14}}"
    r"|only one (?:of|in|among) (?:the|my|our|us|these|all) (?:\w{3,12} )?who (?:stammers?|stutters?|signs|limps?|prays"
    r"|fasts?|speaks|wears|uses|is (?:deaf|blind|black|trans|muslim|jewish|pregnant))\b"
    r"|only (?:one|person|student) (?:in|on) (?:this|our|the) (?:channel|chat|slack|thread|workspace|group ?chat)\b"
)
_FIRSTS: Final = words_of("only first last")
_TRAITS: Final = (
    r"(?:deaf|blind|black|white|asian|latino|latina|hispanic|native|muslim|jewish|hindu|sikh|trans|nonbinary|gay"
    r"|lesbian"
    r"|male|female|pregnant|bearded|bald|left-handed|stuttering|diabetic|foreign|international|dutch|german|french"
    r"|irish"
    r"|nigerian|indian|pakistani|korean|chinese|japanese|ukrainian|russian|somali|ethiopian|syrian|mexican)"
)
_OUR_ONE: Final = LatePattern(
    rf"our (?:one|single|sole|lone) {_TRAITS} (?:attending|resident|intern|student|nurse|fellow|classmate|doctor"
    rf"|surgeon"
    r"|chaplain|interpreter|professor|preceptor|tech|pharmacist|patient)\b"
)
_ONES: Final = words_of("one single sole lone")
_OUR: Final = frozenset({"our"})


def find_firsts(wording: Wording) -> Iterator[Finding]:
    """Everything by which somebody was the first somewhere or is the one of a kind there."""
    for match in wording.beginning(_FIRSTS, _FIRST_EVER):
        yield Finding(*match.span(), IdentifierKind.ONLY_ONE, Confidence.POSSIBLE)
    if wording.has(_ONES):
        for match in wording.beginning(_OUR, _OUR_ONE):
            yield Finding(*match.span(), IdentifierKind.ONLY_ONE, Confidence.POSSIBLE)
