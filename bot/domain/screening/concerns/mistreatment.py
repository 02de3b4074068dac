"""Mistreatment of the writer or of another student by staff, in phrases that are plain enough to be taken at their
word. What patients and their families do is hard too, but no matter for a school's reporting routes."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from bot.domain.screening.concerns.actors import STAFF, is_by_staff, is_staff, names_another
from bot.domain.screening.concerns.acts import ACTS, BEING, BY_POWER, FROM, HIT, SUFFERED
from bot.domain.screening.concerns.slights import PRESSED, SLIGHTS, SUFFERED_FROM, SUFFERED_THERE
from bot.domain.screening.concerns.speech import (
    AROUND,
    Group,
    is_long_past,
    late,
    sentence_after,
    sentence_before,
)

_DENIED = late(
    r"\b(?:not|never|nobody|no one|none|without|instead of|(?:could|would) have|wouldn'?t|afraid|feared|thought"
    r"|expected|expecting|worried|scared|not once|nor|rather than|no longer|what if|imagined|dreamed|wish|if"
    r"|(?:do|does|did|was|is|were|would|could|has|have|had)n'?t)\b[^.!?\n,]{0,25}$"
)
_OF_A_STUDENT = late(
    r"(?:^|[,;(-]|\b(?:i|me|we|us|students?|classmates?|ms[1-4]|(?:was|were|got|get|am|been|being|is|feel|felt|i'?m"
    r"|im|i'?ve)))"
    r"\s*(?:(?:was|were|got|get|getting|am|been|being|is|feel|felt|'?m|'?ve|publicly|verbally|sexually|physically"
    r"|constantly|repeatedly|openly|just|literally|always|so|also|really|racially|again) ?){0,4}$"
)
_OF_ANOTHER = late(r"\b(?:patients?|pts?|he|she|resident|intern|nurse|fellow|colleague|mother|father)\b[^,;.]{0,40}$")
_TOLD_BY_A_PATIENT = late(
    r"\b(?:patients?|pts?|mother|father|mom|dad|daughter|son|wife|husband|man|woman)(?: \w{1,12}){0,3} (?:said|says?"
    r"|told|tells|complained|reports?|reported|whispered|described)\b"
)
_BY_SOMEBODY = late(
    rf"\b(?:{STAFF}|(?:dr|doctor)\.? \w{{1,15}}|he|she|they|who|and|then|also)(?: (?:just|then|actually|literally|once"
    r"|always|again|has|had|also|suddenly|even|keeps|kept|today|yesterday|physically|straight up))? ?$"
)
_IN_FUN = late(
    r"\b(?:all in fun|playfully|jokingly|as a joke between|good-naturedly|we (?:both |all )?laughed|laughed together"
    r"|with joy)\b|\A,? (?:laughing|smiling|grinning)\b"
)


def _is_mistreatment(
    match: re.Match[str], text: str, *, is_meant: Callable[[re.Match[str], str], bool]
) -> tuple[int, int] | None:
    """Where a phrase says explicitly that staff mistreat its writer or another student."""
    return match.span() if is_meant(match, text) and _is_told_as_true(text, *match.span()) else None


def _always(_match: re.Match[str], _text: str) -> bool:
    """Only staff can do it."""
    return True


def _is_by_staff(match: re.Match[str], text: str) -> bool:
    start, end = match.span()
    sentence = sentence_before(text, start)
    return is_by_staff(text[max(0, start - AROUND) : start - len(sentence)], sentence, text[end : end + AROUND])


def _is_hit_by_staff(match: re.Match[str], text: str) -> bool:
    return _BY_SOMEBODY.pattern.search(sentence_before(text, match.start())) is not None and _is_by_staff(match, text)


def _is_of_a_student(match: re.Match[str], text: str) -> bool:
    sentence = sentence_before(text, match.start())
    return _OF_A_STUDENT.pattern.search(sentence) is not None and not _OF_ANOTHER.pattern.search(sentence)


def _is_from_staff(match: re.Match[str], text: str) -> bool:
    return is_staff(text[match.end() : match.end() + AROUND])


def _is_suffered_from_staff(match: re.Match[str], text: str) -> bool:
    return _is_of_a_student(match, text) and _is_from_staff(match, text)


def _is_suffered_at_work(match: re.Match[str], text: str) -> bool:
    """Nobody is named, so it must not be a patient or a visitor who is told of."""
    around = sentence_before(text, match.start()), sentence_after(text, match.end())
    return _is_of_a_student(match, text) and not any(map(names_another, around))


def _is_told_as_true(text: str, start: int, end: int) -> bool:
    before = sentence_before(text, start)
    if (
        _DENIED.pattern.search(before)
        or _TOLD_BY_A_PATIENT.pattern.search(before)
        or _IN_FUN.pattern.search(sentence_after(text, end))
    ):
        return False
    return not is_long_past(text, start, end)


GROUPS: Final[tuple[Group, ...]] = tuple(
    (phrases, partial(_is_mistreatment, is_meant=is_meant))
    for phrases, is_meant in (
        ((*BY_POWER, *PRESSED), _always),
        ((*ACTS, *SLIGHTS), _is_by_staff),
        ((HIT,), _is_hit_by_staff),
        ((SUFFERED, SUFFERED_FROM), _is_suffered_from_staff),
        ((FROM,), _is_from_staff),
        ((BEING,), _is_of_a_student),
        (SUFFERED_THERE, _is_suffered_at_work),
    )
)
"""The phrases of mistreatment by who has to do it, to be looked for in a folded text in small letters."""
