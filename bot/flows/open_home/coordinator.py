"""A coordinator's Home: the cohorts as their rosters have them, and whom nothing reaches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.curriculum import Principle
from bot.domain.letters import Readers
from bot.domain.outbox import OutboxMessage
from bot.domain.people import Cohort, PersonId, Rotation
from bot.flows.ports import UnitOfWork, World
from bot.flows.records import Lost
from bot.flows.steps import digest_readers, roster_size, week_of

A_WEEK = timedelta(days=7)
NO_READERS = Readers((), frozenset())
"""Where nobody asks who they are."""
LOST_SHOWN = 20
"""A longer list helps nobody, and Home is short of room."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """The digest of a date that its channel does not take, or this preceptor does not get, for Slack's `reason`."""

    on: date
    reason: str
    preceptor: PersonId | None = None


@dataclass(frozen=True, slots=True)
class CohortAtAGlance:
    """A cohort as its roster has it: `students` counts everybody placed now or later, whatever they made of it. Its
    next digest has these readers; `put_off` are digests that something stands in the way of."""

    cohort: Cohort
    rotations: tuple[Rotation, ...]
    students: int
    readers: Readers = NO_READERS
    put_off: tuple[PutOff, ...] = ()


@dataclass(frozen=True, slots=True)
class CoordinatorHome:
    """The cohorts, how many students one needs before a digest can show anything, this week's principles, and some
    of the students whom nothing reaches, with how many there are in all."""

    cohorts: tuple[CohortAtAGlance, ...]
    students_needed: int
    this_week: tuple[Principle, ...]
    lost: tuple[Lost, ...] = ()
    lost_in_all: int = 0


async def coordinator_home(world: World, work: UnitOfWork, today: date) -> CoordinatorHome:
    """What the rosters say on a date. Nothing in it comes from what students do."""
    put_off = await work.outbox.put_off_digests()
    glances = [
        CohortAtAGlance(
            cohort,
            await work.people.rotations_in(cohort.id),
            await roster_size(world, work, cohort.id, since=today),
            await _readers(work, cohort, today),
            tuple(_put_off(cohort, put_off)),
        )
        for cohort in await work.people.cohorts()
    ]
    needed = world.program.smallest_group + SPARE_STUDENTS
    lost = await work.people.unreachable(on=today, skip=0, limit=LOST_SHOWN)
    in_all = await work.people.count_unreachable(on=today)
    return CoordinatorHome(tuple(glances), needed, week_of(world, today), lost, in_all)


async def _readers(work: UnitOfWork, cohort: Cohort, today: date) -> Readers:
    """Who is to read the digest that comes within a week."""
    return await digest_readers(work, cohort.id, since=today, until=today + A_WEEK)


def _put_off(cohort: Cohort, messages: Iterable[OutboxMessage]) -> Iterator[PutOff]:
    for each in messages:
        if each.planned.cohort_id == cohort.id and each.planned.on is not None:
            yield PutOff(each.planned.on, each.reason, each.planned.student)
