"""What screening finds, in words that a form can show."""

from enum import StrEnum
from typing import NamedTuple

_LONGEST_SHOWN = 60


class IdentifierKind(StrEnum):
    """What points at a person; the value is how a form calls it."""

    MENTION = "a mention"
    EMAIL = "an e-mail address"
    LINK = "a link"
    NAME = "a name"
    INITIALS = "initials"
    AGE = "an age"
    PHONE = "a phone number"
    RECORD = "a record number"
    DATE = "a date"
    ADDRESS = "an address"
    PLACE = "a place"
    FACILITY = "a hospital or clinic"
    ROOM = "a room or bed"
    DEVICE = "a device's number"
    PLATE = "a license plate"
    ONLY_ONE = "what fits only one person"


class Confidence(StrEnum):
    """Definite has to go; possible could also be something harmless, such as a score that looks like a date."""

    DEFINITE = "definite"
    POSSIBLE = "possible"


class Finding(NamedTuple):
    """A stretch of the given text, `text[start:end]`, that points at somebody. (A tuple: a frozen dataclass takes five
    times as long to make.)"""

    start: int
    end: int
    kind: IdentifierKind
    confidence: Confidence = Confidence.DEFINITE


def describe(finding: Finding, text: str) -> str:
    """A finding in plain words with the place it means: "a phone number: 857 555 0123"."""
    found = " ".join(text[finding.start : finding.end].split())
    shown = found if len(found) <= _LONGEST_SHOWN else found[: _LONGEST_SHOWN - 1] + "…"
    return f"{finding.kind}: {shown}"
