"""Which of a morning's reminders say that replies wait: the first one after a digest that showed nothing of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain import calendar
from bot.domain.outbox import Kind, Planned, reminded_before, working_day_before
from bot.domain.people import Cohort, CohortId, PersonId, Student
from bot.flows.ports import UnitOfWork, World

WEEK = timedelta(weeks=1)
COMPOSED_WITHIN = timedelta(seconds=20)
"""A digest that is due is looked for every fifteen seconds. Whose reminder leaves before it is surely there reads it
on the next working day: so everybody does once."""


@dataclass(frozen=True, slots=True)
class _Morning:
    """A reminder, who gets it, and the latest digest of the cohort it belongs to."""

    planned: Planned
    student: Student
    cohort: Cohort
    on: date
    digest_on: date
    digest_due: datetime

    def is_first_after_digest(self, reminded_before: datetime) -> bool:
        """Whether the digest was there before this reminder, and not yet at the one before."""
        return reminded_before < self.digest_due + COMPOSED_WITHIN <= self.planned.send_at


async def reminders_of_waiting(
    world: World,
    work: UnitOfWork,
    planned: Collection[Planned],
    *,
    students: Mapping[PersonId, Student],
    cohorts: Mapping[CohortId, Cohort],
    at: datetime,
) -> frozenset[str]:
    """The dedupe keys of those reminders whose student shares something that the latest digest could have used, that
    it did not use, and that a later one still can.

    On most mornings nothing is asked for this, since no digest came since the last working day.
    """
    mornings = [each for each in _mornings(planned, students, cohorts, at=at) if _may_be_first(world, each)]
    if not mornings:
        return frozenset()
    silent = await work.digests.released_nothing({each.cohort.id: each.digest_on for each in mornings})
    waiting = await _waiting(world, work, [each for each in mornings if each.cohort.id in silent])
    if not waiting:
        return frozenset()
    placed = await work.people.rotations_of_each([each.student.id for each in waiting])
    return frozenset(
        each.planned.dedupe_key
        for each in waiting
        if (rotations := placed.get(each.student.id))
        and each.is_first_after_digest(reminded_before(each.student, rotations, each.on, program=world.program))
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


def _may_be_first(world: World, morning: _Morning) -> bool:
    """Whether the digest came since the day of the reminder before, whatever the time of that one was."""
    day = working_day_before(morning.on, world.program)
    return morning.is_first_after_digest(calendar.instant(day, time(), morning.student.zone) - calendar.MINUTE)


async def _waiting(world: World, work: UnitOfWork, mornings: Collection[_Morning]) -> list[_Morning]:
    """Those whose student has replies waiting; thousands of cohorts share a few hours, so this asks a few times."""
    by_hour = defaultdict(list)
    for each in mornings:
        by_hour[each.digest_due, each.cohort.zone].append(each)
    found: list[_Morning] = []
    for (due, zone), together in by_hour.items():
        # What the next digest can't carry over any more does not wait.
        since = world.program.policy.waiting_since(due + WEEK)
        who = await work.replies.who_wait(
            {(each.student.id, each.cohort.id) for each in together},
            settled_before=world.program.policy.settled_before(due),
            since=since,
            asked_since=calendar.local_date(since - world.program.question_open, zone),
        )
        found += [each for each in together if (each.student.id, each.cohort.id) in who]
    return found
