"""What a roster places: cohorts, rotations, and people in them."""

from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

from bot.domain.people import PersonId, Role


@dataclass(frozen=True, slots=True)
class PlannedRotation:
    """A rotation as the file describes it, in the cohort of a name; and the first line that does."""

    cohort: str
    name: str
    site: str
    zone: ZoneInfo
    first_day: date
    last_day: date
    reminder_at: time
    question_at: time
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PlannedCohort:
    """A cohort as the file describes it; a new one has its digests on the program's day and time, in the first
    rotation's zone. Without a channel they go to each preceptor."""

    name: str
    digest_channel: str
    zone: ZoneInfo
    digest_day: int
    digest_at: time


@dataclass(frozen=True, slots=True)
class PlannedPlacement:
    """One person in one rotation, and the file's line that says so."""

    rotation: str
    person: PersonId
    role: Role
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """Everything one file places, and whom it takes off. Applying it twice changes nothing."""

    cohorts: tuple[PlannedCohort, ...]
    rotations: tuple[PlannedRotation, ...]
    placements: tuple[PlannedPlacement, ...]
    taken_off: tuple[PlannedPlacement, ...] = ()
