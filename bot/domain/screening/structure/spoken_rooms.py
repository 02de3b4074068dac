"""Rooms in words: "outside four twelve", "the gentleman in fourteen", "four-oh-three needs you"."""

from collections.abc import Iterator
from typing import Final

from bot.domain.screening.findings import Confidence, Finding, IdentifierKind
from bot.domain.screening.late_patterns import LatePattern
from bot.domain.screening.structure.room_words import COUNTED, IN_WORDS, IS_TOLD, PERSON, SPOKEN
from bot.domain.screening.structure.wording import Wording
from bot.domain.screening.word_sets import words_of

# "One man in ten" is a share, and "the baby in two weeks" is yet to come.
_IN_A_WORD: Final = LatePattern(
    rf"\b(?:the|my|our|that|this) (?:(?!one\b|only\b|first\b|last\b)[a-z]{{2,12}} )?{PERSON}(?: down| over)? in"
    rf" (?P<number>(?:{IN_WORDS}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty)"
    rf"(?:[ -][b-d]\b)?)(?![ -]{COUNTED}\b)" + IS_TOLD
)
_IN_NUMBER: Final = LatePattern(rf"in (?:{IN_WORDS}|thirty|forty)\b")
# "Fourteen needs you."
_ASKS: Final = LatePattern(
    rf"(?:\A|(?<=[.!?\n,\"])|(?<=[.!?\n,] ))(?:{IN_WORDS}|{SPOKEN})"
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
_SPOKEN_NUMBER: Final = LatePattern(SPOKEN)
_IN_SPOKEN: Final = LatePattern(
    rf"\b(?:{PERSON}(?: down| over)? in|outside(?: of)?|inside|the door (?:to|of)|next (?:door )?to|back (?:in)?to"
    rf"|(?:walked|went|ran|came) (?:back )?(?:into|in|past|by)|knocked on) (?P<number>{SPOKEN})\b(?![ -]{COUNTED}\b)"
)
# What a phone writes down: "room for twelve a", "bed to oh won".
_MISHEARD: Final = LatePattern(
    r"\b(?P<in>(?:in|from|outside|into|to|of|by) (?=room|rm))?(?:room|rm|bed|bay)"
    r" (?P<number>(?:for|four|to|too|two|won|one|ate)"
    r" (?:oh (?:one|won|two|to|too|three|four|for|five|six|seven|eight|ate|nine)\b"
    r"|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)\b"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)\b)?)"
    r"(?P<letter> [a-d]\b(?! (?:day|week|month|time|night|lot"
    r"|bit|few|piece)\b))?)"
    rf"(?! ?{COUNTED}\b){IS_TOLD}"
)
_MISHEARD_AS: Final = words_of("for to too won ate")
_CALLED_ROOMS: Final = frozenset({"room", "rm", "bed", "bay"})
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


def find_spoken_rooms(wording: Wording) -> Iterator[Finding]:
    """Every room of which the number is told in words alone: "the gentleman in fourteen", "four-oh-three needs you"."""
    if wording.has(_TENS):
        yield from _of_hundreds(wording)
        yield from _misheard(wording)
    if wording.has(_WORDS):
        if any(wording.beginning(_IN, _IN_NUMBER)):
            for match in wording.near(_WORDS, _IN_A_WORD, reach=(60, 40)):
                yield Finding(*match.span("number"), IdentifierKind.ROOM)
        for match in wording.beginning(_WORDS_THAT_BEGIN, _ASKS):
            yield Finding(*match.span(), IdentifierKind.ROOM, Confidence.POSSIBLE)
    if "oh" in wording.words:
        for match in wording.near(frozenset({"oh"}), _OH, reach=(20, 24)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _misheard(wording: Wording) -> Iterator[Finding]:
    """A room after whose word nothing but a number fits: behind "in", or with an "oh" or a letter of a bed."""
    if not (wording.has(_CALLED_ROOMS) and wording.has(_MISHEARD_AS)):
        return
    for match in wording.near(_CALLED_ROOMS, _MISHEARD, reach=(12, 40)):
        if match["in"] or match["letter"] or " oh " in match["number"]:
            start = match.end("in") if match["in"] else match.start()
            yield Finding(start, match.end("number"), IdentifierKind.ROOM, Confidence.POSSIBLE)


def _of_hundreds(wording: Wording) -> Iterator[Finding]:
    if wording.has(_HUNDREDS) and any(wording.beginning(_HUNDREDS, _SPOKEN_NUMBER)):
        for match in wording.near(_HUNDREDS, _IN_SPOKEN, reach=(50, 40)):
            yield Finding(*match.span("number"), IdentifierKind.ROOM)
