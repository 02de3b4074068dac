"""Screening: what in a text points at a person, and whether its writer needs to see the support lines at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.screening.answers.questions import find_questions
from bot.domain.screening.answers.roster_names import find_names
from bot.domain.screening.answers.stepping_forward import find_stepping_forward
from bot.domain.screening.characters import clean
from bot.domain.screening.concerns import Concern, find_concerns, tells_of
from bot.domain.screening.concerns.speech import ConcernKind
from bot.domain.screening.findings import Confidence, Finding, IdentifierKind, describe
from bot.domain.screening.identifiers import find_identifiers
from bot.domain.screening.known_names import NOBODY, KnownNames
from bot.domain.screening.language import is_mostly_english
from bot.domain.screening.neutral.neutral_words import with_neutral_words
from bot.domain.screening.review import Named, Objections, neutral_version, objections_to, still_kept
from bot.domain.screening.whole_text import WholeText

__all__ = [
    "NOBODY",
    "NO_CARE",
    "Care",
    "Concern",
    "ConcernKind",
    "Confidence",
    "Finding",
    "IdentifierKind",
    "KnownNames",
    "Named",
    "Objections",
    "Verdict",
    "clean",
    "describe",
    "find_names",
    "find_questions",
    "find_stepping_forward",
    "neutral_version",
    "objections_to",
    "screen",
    "still_kept",
    "tells_of",
    "with_neutral_words",
]


@dataclass(frozen=True, slots=True)
class Care:
    """What a writer is told besides what was found: where to turn in distress, where mistreatment is reported, and
    that of another language screening knows little."""

    distress: bool = False
    mistreatment: bool = False
    weaker: bool = False


NO_CARE: Final = Care()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What screening found, each in the order of the text; places count in the text that was given."""

    findings: tuple[Finding, ...]
    concerns: tuple[Concern, ...]
    is_english: bool = True
    """False where most of the text is in another language, of which the rules know little."""

    @property
    def distress(self) -> bool:
        """Whether the writer says explicitly how badly the writer is doing: support lines are shown at once."""
        return tells_of(ConcernKind.DISTRESS, self.concerns)

    @property
    def mistreatment(self) -> bool:
        """Whether the text says explicitly that staff mistreat a student: the reporting routes are shown."""
        return tells_of(ConcernKind.MISTREATMENT, self.concerns)

    @property
    def care(self) -> Care:
        """All of that at once."""
        return Care(self.distress, self.mistreatment, weaker=not self.is_english)


def screen(text: str, *, roster: Iterable[str] = ()) -> Verdict:
    """Find what must not be kept in a text, and explicit phrases of distress or mistreatment. Names of the roster count
    as found."""
    whole = WholeText.of(text)
    return Verdict(find_identifiers(whole, roster=roster), find_concerns(whole), is_mostly_english(whole.reading))
