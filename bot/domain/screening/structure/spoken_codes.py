"""Numbers that somebody spells out: "8 charlie mike 117", "Medicaid number four four one B nine nine two"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.contacts import DIGIT_WORD
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

_LETTERS: Final = (
    "alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec"
    "|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu"
)
_DIGIT: Final = rf"(?:{DIGIT_WORD}|niner)"
# A charlie and a mike may be people; two of these words beside a number are a code.
_BY_ALPHABET: Final = LatePattern(
    rf"(?<![\w.,/$-])(?:\d{{1,4}} (?:(?:{_LETTERS})[ -]){{1,5}}(?:{_LETTERS}|\d{{1,4}})\b(?: \d{{1,4}}\b)?"
    rf"|(?:(?:{_LETTERS})[ -]){{2,5}}(?:(?:{_LETTERS})[ -]){{0,1}}(?:\d{{1,6}}|{_DIGIT}(?:"
    rf" {_DIGIT}){{1,6}})\b)(?![\w%])"
)
_ALPHABET: Final = frozenset(_LETTERS.replace("tt?", "t").replace("x-?", "x").split("|")) | {"juliett", "x"}
_BEHIND_ITS_WORD: Final = LatePattern(
    r"\b(?:mrn|medicaid|medicare|account|acct|policy|member|record|chart|claim|case|badge|passport|social|id|licen[cs]e"
    r"|plates?|tag|serial|pin|code)(?: (?:id|card|security|plate))?(?: (?:number|no|is|was|reads?|ends in|ending"
    r" in)){0,2}"
    rf"[ ,:-]{{1,3}}(?P<number>{_DIGIT}(?:[ ,-]{{1,2}}(?:{_DIGIT}|[a-z]\b|dash)){{3,14}})\b"
)
_ITS_WORDS: Final = words_of(
    "mrn medicaid medicare account acct policy member record chart claim case badge passport social id license licence"
    " plate plates tag serial pin code"
)
_DIGITS: Final = words_of("zero one two three four five six seven eight nine niner")
_LEAST: Final = 3


def find_spoken_codes(wording: Wording) -> Iterator[Finding]:
    """Every number of a record or a plate that is told letter by letter, digit by digit."""
    if wording.count(_ALPHABET) > 1:
        for match in wording.near(_ALPHABET, _BY_ALPHABET, reach=(40, 40)):
            yield Finding(*match.span(), IdentifierKind.PLATE)
    if wording.has(_ITS_WORDS) and wording.count(_DIGITS) >= _LEAST:
        for match in wording.beginning(_ITS_WORDS, _BEHIND_ITS_WORD):
            yield Finding(*match.span("number"), IdentifierKind.RECORD)
