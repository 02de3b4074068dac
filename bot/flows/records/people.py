"""Students, preceptors and who is placed where, as a unit of work keeps them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId, Student
from bot.domain.roster import RosterPlan, There


@dataclass(frozen=True, slots=True)
class Finished:
    """A student whose last rotation ended on `last_day`; `wrote` is false for one who only skipped questions."""

    student: Student
    last_day: date
    wrote: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A student whom nothing reaches, and Slack's code for why."""

    person: PersonId
    reason: str


@dataclass(frozen=True, slots=True)
class PlacedNow:
    """A person, or the mark of one, in a rotation. `is_lost` says of a student that nothing reaches them."""

    rotation: RotationId
    person: PersonId
    role: Role
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """A cohort and the last day of its last rotation."""

    cohort: Cohort
    last_day: date


@dataclass(frozen=True, slots=True)
class Placement:
    """One person in one rotation."""

    person: PersonId
    role: Role
    rotation: Rotation


class People(Protocol):
    """Students, and who is placed where."""

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings, locked until the unit of work ends; None for anybody else."""

    async def students(self, people: Collection[PersonId]) -> dict[PersonId, Student]:
        """The settings of those who have any, locked until the unit of work ends."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Lock the settings of those who have any until the unit of work ends, in the same order."""

    async def remember_conversations(self, conversations: Mapping[PersonId, str]) -> None:
        """Write down students' direct conversations in Slack."""

    async def add(self, student: Student) -> bool:
        """Insert one student's settings; False (and no change) when the student has some already."""

    async def save(self, student: Student) -> None:
        """Insert or update one student's settings; prompts are to be planned anew."""

    async def rotations_of(self, student: PersonId) -> tuple[Rotation, ...]:
        """The rotations a student is placed in."""

    async def rotations_of_each(self, people: Sequence[PersonId]) -> dict[PersonId, tuple[Rotation, ...]]:
        """The rotations that each of some people is placed in as a student."""

    async def rotation_named(self, name: str) -> Rotation | None:
        """A rotation by its name."""

    async def rotations_in(self, cohort: CohortId) -> tuple[Rotation, ...]:
        """The rotations of a cohort, by first day."""

    async def rotations(self) -> tuple[Rotation, ...]:
        """All rotations, by first day."""

    async def placements(self, *, since: date) -> tuple[PlacedNow, ...]:
        """Everybody placed in rotations that end on `since` or later, whether or not they started, paused or left."""

    async def cohort(self, cohort: CohortId) -> Cohort:
        """One cohort."""

    async def cohorts(self) -> tuple[Cohort, ...]:
        """All cohorts, by id."""

    async def cohorts_among(self, ids: Collection[CohortId]) -> dict[CohortId, Cohort]:
        """Some cohorts, by their ids."""

    async def spans(self) -> dict[CohortId, tuple[date, date]]:
        """The first day of each cohort's first rotation and the last day of its last, for cohorts that have one."""

    async def roster_size(
        self,
        cohort: CohortId,
        *,
        since: date,
        until: date,
        placed_by: datetime | None = None,
        without: Collection[PersonId] = (),
    ) -> int:
        """How many students are placed in a cohort's rotations that run on any day from `since` to `until`, whether
        or not they started, paused or left. Whom nothing reaches does not count, nor do some people, nor, if
        `placed_by` is given, those who were placed later."""

    async def roster(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The students placed in a cohort's rotations that run on any day from `since` to `until`, by id, whether or
        not they started, paused or left; without those who had everything deleted."""

    async def placed(self, *, since: date, until: date) -> tuple[tuple[Rotation, int], ...]:
        """The rotations that run on any day from `since` to `until` and have students, with how many are placed in
        each, whether or not they started, paused or left."""

    async def pools(self, ids: Collection[CohortId]) -> dict[CohortId, Pool]:
        """Some cohorts, by their ids, as far as they have rotations."""

    async def pooled_with(
        self, student: PersonId, cohort: CohortId, *, since: date, until: date, limit: int
    ) -> tuple[tuple[PersonId, ...], int]:
        """The other students placed in a cohort's rotations that run on any day from `since` to `until`, whether or
        not they started, paused or left: the first ones by id, and how many there are in all."""

    async def students_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed as students in rotations that end on `since` or later."""

    async def known(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have settings as students or were told as preceptors."""

    async def is_preceptor(self, person: PersonId) -> bool:
        """Whether a person is placed anywhere as a preceptor."""

    async def unknown_students(
        self, *, on: date, after: PersonId | None, limit: int
    ) -> tuple[tuple[PersonId, Rotation], ...]:
        """People placed as students in rotations that have not ended before `on` and have no settings yet, ordered by
        id, the next `limit` after one."""

    async def started(self) -> tuple[PersonId, ...]:
        """Every started student, ordered by id."""

    async def to_plan(self, *, at: datetime) -> tuple[PersonId, ...]:
        """Every started student whose plan no longer holds at an instant, ordered by id."""

    async def lock_to_plan(self, people: Sequence[PersonId], *, at: datetime) -> tuple[Student, ...]:
        """Those of some people whose plan no longer holds, locked until the unit of work ends. Whom somebody else
        holds is left out."""

    async def planned(self, people: Sequence[PersonId], *, until: datetime) -> None:
        """Note until when the plans of some people hold."""

    async def plan_anew(self, people: Sequence[PersonId]) -> None:
        """Let the plans of some people hold no longer."""

    async def placed_until(self, student: PersonId) -> date | None:
        """The day on which a student was last taken off a rotation; None where nobody ever did, or wrote it down."""

    async def finished(self, *, by: date, after: PersonId | None, limit: int) -> tuple[Finished, ...]:
        """Students with replies or skips whose last rotation ended by a date, whether or not they left, ordered by
        id, the next `limit` after one."""

    async def count_unreachable(self, *, on: date) -> int:
        """How many students cannot be reached whose rotations have not all ended before a date."""

    async def unreachable(self, *, on: date, skip: int, limit: int) -> tuple[Lost, ...]:
        """The same students, ordered by id: the next `limit` after so many."""

    async def forget(self, student: PersonId, *, mark: PersonId) -> None:
        """Delete a student's settings and what their Home tab showed last, and leave a mark where they were placed as
        a student: it counts for the roster, and nobody else sees that it is them."""

    async def marks(self) -> frozenset[PersonId]:
        """Every mark that has not faded."""

    async def placed_mark(self, marks: Collection[PersonId]) -> PersonId | None:
        """The one of some marks that is placed, if any is."""

    async def spent_marks(self, *, before: date) -> tuple[PersonId, ...]:
        """Marks whose rotations have all ended before a date."""

    async def fade(self, mark: PersonId, into: PersonId) -> None:
        """Put something in the place of a mark."""

    async def cohorts_in(self, plan: RosterPlan, *, since: date) -> dict[str, tuple[Rotation, ...]]:
        """The cohorts that a roster plan names or takes a rotation from, as far as they are there, by name: each with
        its rotations that end on `since` or later."""

    async def rename_cohorts(self, names: Mapping[str, str]) -> None:
        """Give cohorts new names, by their old ones; they keep everything else."""

    async def there(self, plan: RosterPlan, *, on: date) -> There:
        """What is there of a roster plan's cohorts and rotations, by name; who is placed in these rotations, and in
        which others their students are or will be; and who counts in these cohorts on a date: students of rotations
        that are not over, and preceptors for as long as there are digests."""

    async def placed_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed in any role in rotations that end on `since` or later."""

    async def apply(self, plan: RosterPlan, *, at: datetime) -> None:
        """Make a roster plan true at an instant: cohorts, rotations and placements are created or updated by name.
        Everybody in one of its rotations is to be planned anew. Nobody is taken off by it. Of rotations that change the
        same is remembered as when one is saved."""
