"""What coordinators changed: who, what, when, before and after. No reply's text enters it, nor a student's name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.people import PersonId


class Deed(StrEnum):
    """What somebody did."""

    COHORT_MADE = "cohort-made"
    COHORT_CHANGED = "cohort-changed"
    COHORT_REMOVED = "cohort-removed"
    ROTATION_MADE = "rotation-made"
    ROTATION_CHANGED = "rotation-changed"
    ROTATION_ENDED = "rotation-ended"
    ROTATION_COPIED = "rotation-copied"
    ROSTER_APPLIED = "roster-applied"
    LESSON_CHANGED = "lesson-changed"
    POLICY_CHANGED = "policy-changed"
    COORDINATOR_NAMED = "coordinator-named"
    COORDINATOR_REMOVED = "coordinator-removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is another now: what it is, and how it stood before and stands after, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A deed at an instant. `by` is None for whoever runs the command line; `subject` names the cohort, rotation, date
    or rule. People who are placed are counted, never named, so that nothing here tells who studies where."""

    at: datetime
    by: PersonId | None
    deed: Deed
    subject: str
    changes: tuple[Change, ...] = ()
