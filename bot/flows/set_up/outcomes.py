"""What comes of a coordinator's form: itself, what it would change, what stands in its way, or that it is done."""

from dataclasses import dataclass

from bot.domain.audit import Change
from bot.domain.people import CohortId, PersonId, Rotation, RotationId
from bot.domain.set_up import (
    Draft,
    Effects,
    Problems,
)
from bot.flows.ports import CalendarName
from bot.flows.set_up.leaving import NOTHING_LEFT, LeftBehind


@dataclass(frozen=True, slots=True)
class CohortChoice:
    """A cohort that a rotation can be in, with how many students it has on its roster now or later."""

    id: CohortId
    name: str
    students: int


@dataclass(frozen=True, slots=True)
class RotationForm:
    """What the form shows: a draft, and what can be chosen. `students` is how many are placed in the rotation, and
    `preceptors` are those who are; `copies` is the rotation that it was copied from. `differs` is what the draft says
    otherwise than somebody else has written down meanwhile; None where nobody has."""

    draft: Draft
    cohorts: tuple[CohortChoice, ...]
    countries: tuple[CalendarName, ...] = ()
    states: tuple[CalendarName, ...] = ()
    students: int = 0
    preceptors: tuple[PersonId, ...] = ()
    copies: str = ""
    differs: tuple[Change, ...] | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a draft would change. Every number is counted on the roster: `students` are those in the rotation then, and
    `absent` those who were to be taken off and are not there. `pool` is how many students the cohort has then, where a
    full digest needs `needed`, and `behind` what becomes of another one that the rotation leaves. `keeps_no_holiday` is
    said of a new rotation only."""

    draft: Draft
    name: str
    changes: tuple[Change, ...]
    effects: Effects
    students: int
    absent: int
    cohort: str
    pool: int
    needed: int
    keeps_no_holiday: bool = False
    behind: LeftBehind = NOTHING_LEFT


@dataclass(frozen=True, slots=True)
class Clash:
    """People who can't be placed like this: `named` are those who were picked, with the rotation that stands in the
    way and whether it does by their role there; of all others it is `counted` how many are in which rotation, and
    likewise by which rotation they would have two roles."""

    named: tuple[tuple[PersonId, Rotation, bool], ...]
    counted: tuple[tuple[str, int], ...]
    counted_by_role: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """What stands in the way, by field."""

    problems: Problems


@dataclass(frozen=True, slots=True)
class Outdated:
    """Somebody else has changed the rotation meanwhile: the form as it was filled in, beside what stands now."""

    form: RotationForm


@dataclass(frozen=True, slots=True)
class Done:
    """It is as the draft says."""

    rotation: RotationId
