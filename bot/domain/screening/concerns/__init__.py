"""Plain words of acute distress, said by the writer about the writer, and of mistreatment of a student by staff.
Nothing else is caught or claimed.

Support lines stand in every form anyway; so what may be a figure of speech, a quotation or a patient's words is left
alone. The patterns are many and most texts need none, so each is looked up by the letters that it begins with and made
when a text first has them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.screening.concerns import distress, mistreatment
from bot.domain.screening.concerns.speech import ConcernKind, by_beginnings, is_inside, matches, quotations
from bot.domain.screening.whole_text import WholeText

PHRASES: Final = by_beginnings({ConcernKind.DISTRESS: distress.GROUPS, ConcernKind.MISTREATMENT: mistreatment.GROUPS})


@dataclass(frozen=True, slots=True)
class Concern:
    """A stretch of the given text that says explicitly how badly its writer is doing, or is treated."""

    start: int
    end: int
    kind: ConcernKind


def find_concerns(text: WholeText) -> tuple[Concern, ...]:
    """The explicit phrases of distress and of mistreatment in a text, in its order."""
    lower = text.wording.lower
    said = matches(PHRASES, text.wording)
    quoted = quotations(lower) if any(said.values()) else ()
    found: list[tuple[int, int, ConcernKind]] = []
    for kind, phrases in said.items():
        meant = (judge(match, lower) for match, judge in phrases if not is_inside(quoted, match.start()))
        typed = [text.span(*span) for span in _apart(filter(None, meant))]
        found += ((*span, kind) for span in _apart(typed))
    return tuple(Concern(start, end, kind) for start, end, kind in sorted(found))


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
