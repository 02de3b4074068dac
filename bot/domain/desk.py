"""What a coordinator's desk makes of the rosters. Every number is as if everybody on them got everything, so that none
tells what anybody made of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from bot.domain.anonymity import pooled_until
from bot.domain.curriculum import Curriculum, Lesson
from bot.domain.people import Cohort, CohortId, PersonId, Rotation, rotation_on
from bot.domain.program import Program
from bot.domain.working_time import is_working_day


class Quiet(StrEnum):
    """Why a day brings no reminder and no question."""

    DAY_OFF = "day-off"
    """Nobody who is placed then works."""
    NOBODY = "nobody"
    """A rotation runs, and has no students."""
    NO_ROTATION = "no-rotation"


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A date, its lesson, how many students on the rosters it may bring a reminder and a question, and the cohorts
    that have a digest; where it is nobody, why."""

    on: date
    lesson: Lesson
    students: int
    digests: tuple[Cohort, ...]
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class Twice:
    """A student who is placed in two rotations on one day, the first of them being `on`; the one that began last
    counts."""

    person: PersonId
    rotations: tuple[Rotation, Rotation]
    on: date


@dataclass(frozen=True, slots=True)
class Pool:
    """A cohort with its rotations that are not over, and the students whom its digest counts. Those who read or set up
    its digests hide nobody: they are its insiders."""

    cohort: Cohort
    rotations: tuple[Rotation, ...]
    students: frozenset[PersonId]
    insiders: frozenset[PersonId]

    def size_with(self, other: "Pool") -> int:
        """How many students a digest of both together would count."""
        return len((self.students | other.students) - self.insiders - other.insiders)

    def runs_beside(self, other: "Pool") -> bool:
        """Whether some rotations of both run on one day."""
        return any(_overlap(one, another) for one in self.rotations for another in other.rotations)


def coming_days(
    placed: Iterable[Sequence[Rotation]],
    pools: Mapping[CohortId, tuple[Cohort, Sequence[Rotation]]],
    *,
    days: Iterable[date],
    program: Program,
    curriculum: Curriculum,
) -> Iterator[ComingDay]:
    """What some days bring, by the rotations of each student and those of each cohort."""
    # Many students share few combinations of rotations.
    alike = Counter(map(tuple, placed))
    there = [each for _, rotations in pools.values() for each in rotations]
    for on in days:
        students = sum(number for rotations, number in alike.items() if _works(rotations, on, program))
        yield ComingDay(
            on,
            curriculum.lesson_on(on, program.overrides),
            students,
            tuple(cohort for cohort, rotations in pools.values() if _digests(cohort, rotations, on)),
            None if students else _quiet(alike, there, on),
        )


def placed_twice(placed: Mapping[PersonId, Sequence[Rotation]]) -> Iterator[Twice]:
    """Who is in two rotations on one day, by id: the first two that meet."""
    for person in sorted(placed):
        for one, other in combinations(placed[person], 2):
            if _overlap(one, other):
                yield Twice(person, (one, other), max(one.first_day, other.first_day))
                break


def pool_with(pool: Pool, others: Iterable[Pool], *, needed: int) -> Cohort | None:
    """The cohort that a small one fits best: one that runs beside it and makes it large enough, in its own time zone
    if there is one, and the largest of those."""
    fit = [
        (other.cohort.zone == pool.cohort.zone, len(other.students), -other.cohort.id, other.cohort)
        for other in others
        if other.cohort.id != pool.cohort.id and pool.runs_beside(other) and pool.size_with(other) >= needed
    ]
    return max(fit, key=lambda each: each[:3])[-1] if fit else None


def rotations_of_each(placed: Iterable[tuple[PersonId, Rotation]]) -> dict[PersonId, tuple[Rotation, ...]]:
    """The rotations of each person, in the order in which they come."""
    each: defaultdict[PersonId, tuple[Rotation, ...]] = defaultdict(tuple)
    for person, rotation in placed:
        each[person] += (rotation,)
    return dict(each)


def _works(rotations: Collection[Rotation], on: date, program: Program) -> bool:
    rotation = rotation_on(rotations, on)
    return rotation is not None and is_working_day(on, rotation, program)


def _quiet(placed: Iterable[Sequence[Rotation]], there: Iterable[Rotation], on: date) -> Quiet:
    if any(rotation_on(rotations, on) for rotations in placed):
        return Quiet.DAY_OFF
    return Quiet.NOBODY if any(each.covers(on) for each in there) else Quiet.NO_ROTATION


def _digests(cohort: Cohort, rotations: Sequence[Rotation], on: date) -> bool:
    """A cohort's digests begin after its first day and end fourteen days after its last."""
    if on.weekday() != cohort.digest_day or not rotations:
        return False
    first, last = min(each.first_day for each in rotations), max(each.last_day for each in rotations)
    return first < on <= pooled_until(last)


def _overlap(one: Rotation, other: Rotation) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day
