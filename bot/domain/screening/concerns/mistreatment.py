"""Mistreatment of the writer or of another student by staff, in phrases that are plain enough to be taken at their
word. What patients and their families do is hard too, but no matter for a school's reporting routes."""

import re
from collections.abc import Iterator

from bot.domain.screening.concerns.acts import ACTS, BEING, BY_POWER, FROM, SUFFERED
from bot.domain.screening.concerns.actors import is_by_staff, is_staff
from bot.domain.screening.concerns.speech import (
    AROUND,
    is_long_past,
    phrases,
    quotations,
    sentence_after,
    sentence_before,
)

_ACT = phrases(
    rf"\b(?:(?P<power>{'|'.join(BY_POWER)})|(?P<act>{'|'.join(ACTS)})|(?P<suffered>{SUFFERED})|(?P<source>{FROM})"
    rf"|(?P<being>{BEING}))"
)
_DENIED = phrases(
    r"\b(?:not|never|nobody|no one|none|without|instead of|(?:could|would) have|wouldn'?t|afraid|feared|thought|expected"
    r"|expecting|worried|scared|not once|nor|rather than|no longer|what if|imagined|dreamed|if"
    r"|(?:do|does|did|was|is|were|would|could|has|have|had)n'?t)\b[^.!?\n,]{0,25}$"
)
_OF_A_STUDENT = phrases(
    r"(?:^|[,;(-]|\b(?:i|me|we|us|students?|classmates?|ms[1-4]|(?:was|were|got|get|am|been|being|is|feel|felt|i'?m|im|i'?ve)))"
    r"\s*(?:(?:was|were|got|get|getting|am|been|being|is|feel|felt|'?m|'?ve|publicly|verbally|sexually|physically|constantly"
    r"|repeatedly|openly|just|literally|always|so|also|really|racially|again) ?){0,4}$"
)
_OF_ANOTHER = phrases(r"\b(?:patients?|pts?|he|she|resident|intern|nurse|fellow|colleague|mother|father)\b[^,;.]{0,40}$")
_TOLD_BY_A_PATIENT = phrases(
    r"\b(?:patients?|pts?|mother|father|mom|dad|daughter|son|wife|husband|man|woman)(?: \w{1,12}){0,3} (?:said|says?|told|tells|complained"
    r"|reports?|reported|whispered|described)\b"
)
_IN_FUN = phrases(
    r"\b(?:all in fun|playfully|jokingly|as a joke between|good-naturedly|we (?:both |all )?laughed|laughed together|with joy)\b"
)


def find_mistreatment(text: str) -> Iterator[tuple[int, int]]:
    """Where a folded text says explicitly that somebody on the staff mistreats its writer or another student."""
    quoted = quotations(text)
    for match in _ACT.finditer(text):
        start, end = match.span()
        apart = any(begin <= start < close for begin, close in quoted)
        if not apart and _is_told_as_true(text, start, end) and _is_mistreatment(match, text):
            yield start, end


def _is_told_as_true(text: str, start: int, end: int) -> bool:
    before = sentence_before(text, start)
    if _DENIED.search(before) or _TOLD_BY_A_PATIENT.search(before) or _IN_FUN.search(sentence_after(text, end)):
        return False
    return not is_long_past(text, start, end)


def _is_mistreatment(match: re.Match[str], text: str) -> bool:
    start, end = match.span()
    sentence = sentence_before(text, start)
    if match["power"] is not None:
        return True
    if match["act"] is not None:
        return is_by_staff(text[max(0, start - AROUND) : start - len(sentence)], sentence, text[end : end + AROUND])
    if match["source"] is not None:
        return is_staff(text[end:])
    of_a_student = _OF_A_STUDENT.search(sentence) is not None and not _OF_ANOTHER.search(sentence)
    return of_a_student and (match["being"] is not None or is_staff(text[end:]))
