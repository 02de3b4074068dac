"""Which of a morning's reminders say that a digest showed nothing: every student's first one after it.

Whoever of its cohort is reminded reads the same, so that no conversation tells who shared something.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain import calendar
from bot.domain.outbox import Kind, Planned, reminded_before
from bot.domain.people import Cohort, CohortId, PersonId, Student
from bot.flows.ports import UnitOfWork, World

COMPOSED_WITHIN = timedelta(seconds=20)
"""A digest that is due is looked for every fifteen seconds. For so long a reminder that is due at the same minute waits
for it, or a few students would not read what all the others read."""


@dataclass(frozen=True, slots=True)
class News:
    """What a digest means for some reminders, by their dedupe keys: those that say that it showed nothing, and those
    that leave at an instant a little later, since it is still being composed."""

    nothing_shown: frozenset[str] = frozenset()
    put_off: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Morning:
    """A reminder, who gets it, and the latest digest of the cohort it belongs to."""

    planned: Planned
    student: Student
    cohort: Cohort
    on: date
    digest_on: date
    digest_due: datetime

    @property
    def is_after_digest(self) -> bool:
        """Whether the digest was due by this reminder."""
        return self.digest_due <= self.planned.send_at

    @property
    def composed_by(self) -> datetime:
        """When the digest is surely there, if there is one."""
        return self.digest_due + COMPOSED_WITHIN

    def is_first_after_digest(self, reminded_before: datetime) -> bool:
        """Whether the digest was due by this reminder, and not yet by the one before."""
        return self.is_after_digest and reminded_before < self.digest_due


async def news_of_digests(
    world: World,
    work: UnitOfWork,
    planned: Collection[Planned],
    *,
    students: Mapping[PersonId, Student],
    cohorts: Mapping[CohortId, Cohort],
    at: datetime,
) -> News:
    """What the latest digests mean for the reminders among some messages. Nothing is asked about replies, and about
    rotations only where the latest digest showed nothing: each has working days of its own."""
    mornings = [each for each in _mornings(planned, students, cohorts, at=at) if each.is_after_digest]
    if not mornings:
        return News()
    released = await work.digests.released_anything({each.cohort.id: each.digest_on for each in mornings})
    silent = [each for each in mornings if released.get(each.cohort.id) is False]
    composing = [each for each in mornings if each.cohort.id not in released and each.composed_by > at]
    return News(
        nothing_shown=frozenset(each.planned.dedupe_key for each in await _not_reminded_since(world, work, silent)),
        put_off={each.planned.dedupe_key: each.composed_by for each in composing},
    )


def _mornings(
    planned: Collection[Planned],
    students: Mapping[PersonId, Student],
    cohorts: Mapping[CohortId, Cohort],
    *,
    at: datetime,
) -> Iterator[_Morning]:
    latest = {cohort.id: _latest_digest(cohort, at=at) for cohort in cohorts.values()}
    for each in planned:
        match each:
            case Planned(kind=Kind.REMINDER, student=str(student), cohort_id=int(cohort), on=date() as on):
                who, of = students.get(PersonId(student)), cohorts.get(CohortId(cohort))
                if who and of:
                    yield _Morning(each, who, of, on, *latest[of.id])


def _latest_digest(cohort: Cohort, *, at: datetime) -> tuple[date, datetime]:
    return calendar.latest_weekly(at, weekday=cohort.digest_day, local_time=cohort.digest_at, zone=cohort.zone)


async def _not_reminded_since(world: World, work: UnitOfWork, mornings: Collection[_Morning]) -> list[_Morning]:
    """Those whose student has not been reminded since the digest."""
    if not mornings:
        return []
    placed = await work.people.rotations_of_each([each.student.id for each in mornings])
    return [
        each
        for each in mornings
        if (rotations := placed.get(each.student.id))
        and each.is_first_after_digest(reminded_before(each.student, rotations, each.on, program=world.program))
    ]
