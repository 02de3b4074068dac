"""Plain words of acute distress, said by the writer about the writer, and of mistreatment of a student by staff.
Nothing else is caught or claimed.

Support lines stand in every form anyway; so what may be a figure of speech, a quotation or a patient's words is left
alone. The patterns are many and most texts need none, so each is looked up by the letters that it begins with and made
when a text first has them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.screening.concerns.distress import find_distress
from bot.domain.screening.concerns.mistreatment import find_mistreatment
from bot.domain.screening.whole_text import WholeText


class ConcernKind(StrEnum):
    """What a phrase is about: each has its own answer, support lines or the school's reporting routes."""

    DISTRESS = "distress"
    MISTREATMENT = "mistreatment"


@dataclass(frozen=True, slots=True)
class Concern:
    """A stretch of the given text that says explicitly how badly its writer is doing, or is treated."""

    start: int
    end: int
    kind: ConcernKind


def find_concerns(text: WholeText) -> tuple[Concern, ...]:
    """The explicit phrases of distress and of mistreatment in a text, in its order."""
    lower, words = text.wording.lower, text.wording.spoken
    found = [
        *((*span, ConcernKind.DISTRESS) for span in _apart(find_distress(lower, words))),
        *((*span, ConcernKind.MISTREATMENT) for span in _apart(find_mistreatment(lower, words))),
    ]
    return tuple(Concern(*text.folded.span(start, end), kind) for start, end, kind in sorted(found))


def tells_of(kind: ConcernKind, concerns: Iterable[Concern]) -> bool:
    """Whether a phrase of this kind is among the concerns."""
    return any(concern.kind is kind for concern in concerns)


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of those that overlap the first, and of those that begin together the longest."""
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            yield start, end
            reached = end
