"""A name as a stretch of words."""

from dataclasses import dataclass
from typing import Final

from bot.domain.screening.findings import Confidence, IdentifierKind

# As sorts of words have, each has a name of its own here.
DEFINITE: Final = Confidence.DEFINITE
POSSIBLE: Final = Confidence.POSSIBLE
NAME: Final = IdentifierKind.NAME
INITIALS: Final = IdentifierKind.INITIALS


# Not frozen: that takes five times as long to make.
@dataclass(slots=True)
class Found:
    """A name from one word's place to another's."""

    first: int
    last: int
    confidence: Confidence | None
    """None where nobody is meant, although names they are."""
    kind: IdentifierKind = NAME
