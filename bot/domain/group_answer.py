"""What a preceptor answers to the students of a digest: a few signed words to all of them, and never a question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.errors import (
    AnswerAsksSomething,
    AnswerHasFaults,
    AnswerIsBlank,
    AnswerNamesSomebody,
    AnswerPointsAtSomebody,
    AnswerRefused,
    AnswerSinglesOut,
    AnswerTooLate,
    AnswerTooLong,
)
from bot.domain.people import CohortId, PersonId
from bot.domain.screening import (
    Finding,
    IdentifierKind,
    Verdict,
    clean,
    describe,
    find_names,
    find_questions,
    find_stepping_forward,
    screen,
)

LONGEST_ANSWER: Final = 500
LONGEST_SIGNATURE: Final = 80
"""Slack's own limit for a name."""
UNSIGNED: Final = "One of your preceptors"
"""The signature of somebody of whose name nothing can be shown."""
ANSWERABLE_FOR: Final = timedelta(days=14)
"""How long after its date a digest can be answered."""
ANSWERS_STAND_FOR: Final = timedelta(weeks=4)
"""How long Home shows what preceptors answered to a digest, from its date."""
MOST_SHOWN: Final = 3
_NAMING: Final = frozenset({IdentifierKind.NAME, IdentifierKind.INITIALS})


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """What one preceptor answered to a cohort's digest of a date, to the letter."""

    cohort_id: CohortId
    on: date
    preceptor: PersonId
    text: str
    signature: str
    answered_at: datetime


def answer_text(typed: str, *, names: Iterable[str], own: Iterable[str] = ()) -> str:
    """What may be sent of a typed text: the text without anything that can't be seen. `names` are those of the people
    on the roster, `own` the writer's. What only may point at somebody is refused like what surely does.

    Raises AnswerIsBlank, AnswerTooLong, AnswerPointsAtSomebody, AnswerNamesSomebody, AnswerSinglesOut,
    AnswerAsksSomething, or AnswerHasFaults for more than one of the last four.
    """
    text = clean(typed).strip()
    if not text:
        raise AnswerIsBlank
    if len(text) > LONGEST_ANSWER:
        raise AnswerTooLong(limit=LONGEST_ANSWER, number=len(text))
    faults = tuple(_faults(text, tuple(names), tuple(own)))
    if len(faults) > 1:
        # One after the other, they would send the writer round again and again.
        raise AnswerHasFaults(faults=tuple(map(str, faults)))
    if faults:
        raise faults[0]
    return text


def signature_of(name: str) -> str:
    """A name as it is signed with: one line of it, without anything that can't be seen."""
    return " ".join(clean(name).split())[:LONGEST_SIGNATURE].strip() or UNSIGNED


def require_answerable(on: date, *, today: date) -> None:
    """Raises AnswerTooLate for a digest that lies too far back."""
    if today > on + ANSWERABLE_FOR:
        raise AnswerTooLate


def _faults(text: str, names: Sequence[str], own: Sequence[str]) -> Iterator[AnswerRefused]:
    verdict = screen(text)
    pointing = [finding for finding in verdict.findings if finding.kind not in _NAMING]
    if pointing:
        yield AnswerPointsAtSomebody(found=_listed([describe(finding, text) for finding in pointing]))
    # The name in an address has been told with it.
    if found := _names_in(_blanked(text, pointing), verdict, names, own):
        yield AnswerNamesSomebody(found=_listed(found))
    if found := find_stepping_forward(text):
        yield AnswerSinglesOut(found=_quoted(found))
    if found := find_questions(text):
        yield AnswerAsksSomething(found=_quoted(found))


def _blanked(text: str, findings: Iterable[Finding]) -> str:
    for each in findings:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _names_in(text: str, verdict: Verdict, names: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """Words that are or look like a name, and whole names and initials in which none of these words stands. A
    preceptor's own name, which screening does not know, gives nobody away; nor does screening know other languages."""
    words = find_names(text, names, own=own)
    findings = verdict.findings if verdict.is_english else ()
    spans = (text[each.start : each.end] for each in findings if each.kind in _NAMING)
    named = [" ".join(span.split()).removesuffix(".") for span in spans]
    more = [each for each in named if not any(word in each for word in words) and not _is_own(each, names, own)]
    return (*words, *more)


def _is_own(name: str, names: Sequence[str], own: Sequence[str]) -> bool:
    return bool(find_names(name, names)) and not find_names(name, names, own=own)


def _quoted(found: Sequence[str]) -> str:
    return _listed([f"“{each}”" for each in found])


def _listed(found: Sequence[str]) -> str:
    """The first few; the others show up when these are gone."""
    return ", ".join(dict.fromkeys(found[:MOST_SHOWN]))
