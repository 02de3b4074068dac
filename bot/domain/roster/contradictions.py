"""Lines of one file that contradict each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.domain.people import PersonId, Role
from bot.domain.roster.plan import PlannedCohort, PlannedPlacement, PlannedRotation
from bot.domain.roster.table import Problem

_IN_THE_FILE: Final = {"zone": "timezone"}
_OF_A_ROTATION: Final = ("cohort", "site", "zone", "first_day", "last_day", "reminder_at", "question_at")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, read."""

    line: int
    cohort: PlannedCohort
    rotation: PlannedRotation
    placement: PlannedPlacement


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Lines that write a cohort's name in two ways or give it two channels; that write a rotation's name or describe it
    in two ways; and that place a student twice on one day, or somebody in both roles."""

    of_cohorts: tuple[Problem, ...]
    of_rotations: tuple[Problem, ...]
    of_people: tuple[Problem, ...]

    def __iter__(self) -> Iterator[Problem]:
        return chain(self.of_cohorts, self.of_rotations, self.of_people)


def contradictions(rows: Iterable[Row]) -> Contradictions:
    """What lines of one file say against each other."""
    seen = _Seen()
    found: tuple[list[Problem], ...] = ([], [], [])
    for row in rows:
        said = (
            chain(seen.another_spelling("cohort", row.cohort.name, row.line), seen.another_channel(row)),
            chain(seen.another_spelling("rotation", row.rotation.name, row.line), seen.another_rotation(row)),
            chain(seen.another_role(row), seen.overlaps(row)),
        )
        for problems, each in zip(found, said, strict=True):
            problems += [Problem(row.line, says) for says in each]
    return Contradictions(*map(tuple, found))


def alike(name: str) -> str:
    """The same for names that differ only in how they are spaced and capitalized."""
    return " ".join(name.casefold().split())


class _Seen:
    """What the lines above have said."""

    def __init__(self) -> None:
        self._spelled: dict[tuple[str, str], tuple[str, int]] = {}
        self._rotations: dict[str, Row] = {}
        self._channels: dict[str, Row] = {}
        self._roles: dict[tuple[str, PersonId], Row] = {}
        self._placed: dict[PersonId, list[Row]] = {}

    def another_spelling(self, column: str, name: str, line: int) -> Iterator[str]:
        known, at = self._spelled.setdefault((column, alike(name)), (name, line))
        if known != name:
            yield f"{column} is “{name}”, and “{known}” on line {at}. Write the same, or names that differ more."

    def another_rotation(self, row: Row) -> Iterator[str]:
        known = self._rotations.setdefault(row.rotation.name, row)
        for name in _OF_A_ROTATION:
            if getattr(known.rotation, name) != getattr(row.rotation, name):
                column = _IN_THE_FILE.get(name, name)
                yield f"{column} differs from line {known.line}, of the same rotation. Write the same on all its lines."

    def another_channel(self, row: Row) -> Iterator[str]:
        known = self._channels.setdefault(row.cohort.name, row)
        if known.cohort.digest_channel != row.cohort.digest_channel:
            yield (
                f"digest_channel differs from line {known.line}. "
                "A cohort has one digest channel, or none on any of its lines."
            )

    def another_role(self, row: Row) -> Iterator[str]:
        known = self._roles.setdefault((row.cohort.name, row.placement.person), row)
        if known.placement.role is not row.placement.role:
            yield f"line {known.line} has this person in the other role. Keep one of them."

    def overlaps(self, row: Row) -> Iterator[str]:
        if row.placement.role is not Role.STUDENT:
            return
        earlier = self._placed.setdefault(row.placement.person, [])
        for other in earlier:
            if row.rotation.name != other.rotation.name and overlap(row.rotation, other.rotation):
                yield f"this student is in two rotations on one day (see line {other.line}). Keep one."
        earlier.append(row)


def overlap(one: PlannedRotation, other: PlannedRotation) -> bool:
    """Whether two rotations have a day in common."""
    return one.first_day <= other.last_day and other.first_day <= one.last_day
