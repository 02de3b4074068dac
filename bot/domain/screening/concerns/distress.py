"""Acute distress of the writer, in phrases that are plain enough to be taken at their word.

Their subject is looked for apart, since a careless writer leaves out the "I" ("tired. wanna die") and puts small words
between ("I honestly keep thinking about …").
"""

import re
from enum import Enum, auto
from functools import partial
from typing import Final

from bot.domain.screening.concerns.crisis import ALONE, COMPLETE_TOO, WITH_AN_I_TOO, WITHOUT_AN_I_TOO
from bot.domain.screening.concerns.despair import COMPLETE, WITH_AN_I, WITHOUT_AN_I
from bot.domain.screening.concerns.speech import (
    Group,
    is_long_past,
    late,
    sentence_after,
    sentence_before,
)


class _Needs(Enum):
    """What has to stand before a phrase."""

    NOTHING = auto()
    A_BEGINNING = auto()
    AN_I = auto()
    NOBODY_ELSE = auto()


_SMALL_WORD = (
    r"(?:just|really|rly|honestly|sometimes|often|still|always|actually|only|even|keep|kept|kind of|kinda|been|lately"
    r"|also|again|now|truly|seriously|literally|constantly|genuinely|fucking|so|very|pretty|a bit|a little|do|am"
    r"|secretly|actively|started|can'?t stop|having|have|hav|had|getting|get|feel|feeling|felt|feelin|already|almost"
    r"|probably|seriously|maybe|dark|bad|scary|intrusive|many|more|made|got|came|the|an|this|lowkey)"
)
_I = late(rf"\bi(?:'?(?:m|ve|d|ll)| am| have| hav| had| would| will)?(?: {_SMALL_WORD}){{0,4}} ?$")
# Nobody but a writer in a hurry begins with "want to …".
_BEGINS = late(
    rf"(?:^|[,;(-]|\b(?:ngl|lowkey|tbh|idk|honestly|lately|and|but|then|like)\b)\s*(?:{_SMALL_WORD} ){{0,3}}$",
)
_PERSON = late(
    r"\b(?P<i>i(?:'?m|'?ve|'?d)?|me|my)\b|\b(?:he|she|they|we|you|who|pts?|patients?|people|someone|somebody|anyone"
    r"|everyone|many|some|most|others|m[ae]n|wom[ae]n|kids?|teens?|veterans?|famil(?:y|ies))\b"
)

_WRITER = late(r"\A\s{0,2}(?:started|been|feeling|having|back to|no energy)\b|\b(?:i|im|ive|id|ill|me|my|myself)\b")
_NOT_NOW = late(
    r"\b(?:not|never|no longer|no more|free of|no|(?:have|had|did|was|am)n'?t(?: had| been)?)(?: (?!sure"
    r"|only)\w{1,10}){0,2} ?$"
)
_NOT_ALONE = late(
    r"\b(?:he|she|his|her|him|hers|they|their|them|who|you|your|pts?|patients?|people|someone|somebody|anyone"
    r"|students?"
    r"|friends?|colleagues?|residents?|interns?|nurses?|wom[ae]n|m[ae]n|kids?|teens?|teenagers?|girl|boy|veterans?"
    r"|mothers?|fathers?|mom|dad|son|daughter|husband|wife|famil(?:y|ies)|y/?o|year old|lecture|taught|learned"
    r"|teaching"
    r"|training|the word|module|shelf|case|read|studied|asked|ask|asking|screen(?:ed|ing)?|lol|haha|lmao|used to"
    r"|better now)\b"
)

# "She said I want to die" reports somebody else; "I told my sister I want to die" does not.
_REPORTED = late(
    r"(?P<who>\b\w{1,20})(?: (?:just|then|also|once|keeps?|kept|even|only|has|had|have|was|were|to))? (?:said|says?"
    r"|saying"
    r"|told|tells?|telling|asks?|asked|asking|whisper(?:s|ed)|shouted|screamed|text(?:s|ed)|writes?|wrote|repeat(?:s"
    r"|ed|ing)|mumbled|cried|goes|went|kept|admitted|confided)\b[^.!?\n]{0,90}$",
    r"\b(?P<words>words)\b[^.!?\n]{0,30}\b(?:were|was|are)\b[^.!?\n]{0,20}$",
)
_DENIED = late(
    r"\b(?:not (?:that|like|saying|because)|doesn'?t mean|didn'?t mean|isn'?t that|never (?:said|thought|meant)"
    r"|if(?! i'?m (?:being )?honest)"
    r"|whether|how(?! (?:much|often|bad|i'?d))|where"
    r"|what would i|pretend(?:ed|ing)?|imagin(?:e|ed|ing)|joke[ds]?(?: that)?|without)[^.!?\n,]{0,25}$"
)


def _is_distress(match: re.Match[str], text: str, *, needs: _Needs) -> tuple[int, int] | None:
    """Where a phrase says explicitly, of its writer and in the writer's own words, that there is distress."""
    start, end = match.span()
    before = sentence_before(text, start)
    subject = _alone(text, start, end) if needs is _Needs.NOBODY_ELSE else _subject(before, needs)
    if subject is None or not _is_the_writers(before) or is_long_past(text, start, end):
        return None
    return start - subject, end


def _subject(before: str, needs: _Needs) -> int | None:
    """How far before a phrase its subject begins; None where the writer isn't its subject."""
    if needs is _Needs.NOTHING:
        return 0
    found = _I.pattern.search(before)
    if found is not None:
        return len(before) - found.start()
    if needs is _Needs.AN_I or not _BEGINS.pattern.search(before):
        return None
    people = list(_PERSON.pattern.finditer(before))
    return 0 if not people or people[-1]["i"] is not None else None


def _alone(text: str, start: int, end: int) -> int | None:
    """Zero, as a phrase without a subject has it, where its sentence tells of the writer and of nobody else."""
    sentence = sentence_before(text, start) + text[start:end] + sentence_after(text, end)
    if _NOT_NOW.pattern.search(sentence_before(text, start)) or _NOT_ALONE.pattern.search(sentence):
        return None
    return 0 if _WRITER.pattern.search(sentence) else None


def _is_the_writers(before: str) -> bool:
    if _DENIED.pattern.search(before):
        return False
    reported = _REPORTED.pattern.search(before)
    return reported is None or reported["who"] == "i"


GROUPS: Final[tuple[Group, ...]] = (
    ((*COMPLETE, *COMPLETE_TOO), partial(_is_distress, needs=_Needs.NOTHING)),
    ((*WITHOUT_AN_I, *WITHOUT_AN_I_TOO), partial(_is_distress, needs=_Needs.A_BEGINNING)),
    ((*WITH_AN_I, *WITH_AN_I_TOO), partial(_is_distress, needs=_Needs.AN_I)),
    (ALONE, partial(_is_distress, needs=_Needs.NOBODY_ELSE)),
)
"""The phrases of distress by what has to stand before them, to be looked for in a folded text in small letters."""
