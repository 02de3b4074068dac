"""A name as a stretch of words."""

from dataclasses import dataclass

from bot.domain.screening.findings import Confidence, IdentifierKind


@dataclass(frozen=True, slots=True)
class Found:
    """A name from one word's place to another's."""

    first: int
    last: int
    confidence: Confidence | None
    """None where nobody is meant, although names they are."""
    kind: IdentifierKind = IdentifierKind.NAME
