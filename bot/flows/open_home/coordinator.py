"""The coordinators' desk: what needs attention, what goes out in the coming days, and the cohorts as their rosters have
them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain import calendar
from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.curriculum import Principle
from bot.domain.desk import ComingDay, Pool, Twice, coming_days, placed_twice, pool_with
from bot.domain.letters import Readers
from bot.domain.outbox import WENT_DIRECTLY, OutboxMessage
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.domain.program import Program
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.coordination import SeenChannel
from bot.flows.records.people import Lost
from bot.flows.rosters import Rosters, named, read_rosters
from bot.flows.steps import week_of

A_WEEK: Final = timedelta(days=7)
LATELY: Final = timedelta(days=28)
"""So long a rotation that is over is still shown with its people, to be copied to the next block."""
SOON: Final = timedelta(days=14)
"""So long before its first day a rotation without students needs attention."""
DAYS_SHOWN: Final = 7
NO_READERS = Readers((), frozenset())
"""Where nobody asks who they are."""
LOST_SHOWN = 20
"""A longer list helps nobody, and Home is short of room."""
TWICE_SHOWN = 10


class Lack(StrEnum):
    """What a program should have and has not."""

    SUPPORT_LINE = "support-line"
    """A support line of the school's own."""
    REPORTING_ROUTE = "reporting-route"
    """A place where the school wants mistreatment reported."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """The digest of a date that its channel does not take, or this preceptor does not get, for Slack's `reason`."""

    on: date
    reason: str
    preceptor: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """The digest of a date that its channel never got. It went to the preceptors directly, or to nobody."""

    on: date
    went_directly: bool


@dataclass(frozen=True, slots=True)
class CohortAtAGlance:
    """A cohort as its roster has it: `students` counts everybody placed now or later, whatever they made of it.
    Its next digest has these readers; `put_off` and `missed` are digests that something stands in the way of.
    `seen` is what was seen last of its channel, where that is not fit for digests. Where it is too small,
    `pool_with` would make it large enough; `empty` are rotations that begin soon, or have begun, without
    students."""

    cohort: Cohort
    rotations: tuple[Rotation, ...]
    students: int
    readers: Readers = NO_READERS
    put_off: tuple[PutOff, ...] = ()
    missed: tuple[Missed, ...] = ()
    seen: SeenChannel | None = None
    pool_with: Cohort | None = None
    empty: tuple[Rotation, ...] = ()


@dataclass(frozen=True, slots=True)
class CoordinatorHome:
    """The cohorts, how many students one needs before a digest can show anything, this week's principles, and some
    of the students whom nothing reaches, with how many there are in all; then what the program lacks, who is placed
    twice on one day, with how many in all, what the coming days bring, and how many students and preceptors each
    rotation has. `page` is the page to be shown, and `studies` says that whoever sees it has
    a student's Home of their own as well."""

    cohorts: tuple[CohortAtAGlance, ...]
    students_needed: int
    this_week: tuple[Principle, ...]
    lost: tuple[Lost, ...] = ()
    lost_in_all: int = 0
    lacks: tuple[Lack, ...] = ()
    twice: tuple[Twice, ...] = ()
    twice_in_all: int = 0
    coming: tuple[ComingDay, ...] = ()
    students: Mapping[RotationId, int] = field(default_factory=dict)
    preceptors: Mapping[RotationId, int] = field(default_factory=dict)
    today: date = date.min
    page: int = 1
    studies: bool = False


@dataclass(frozen=True, slots=True)
class _Digests:
    """What stands in the way of each cohort's digests."""

    put_off: Mapping[CohortId, tuple[PutOff, ...]]
    missed: Mapping[CohortId, tuple[Missed, ...]]
    channels: Mapping[str, SeenChannel]


async def coordinator_home(world: World, work: UnitOfWork, *, at: datetime, page: int = 1) -> CoordinatorHome:
    """What the rosters say at an instant, where the first cohort is. Nothing in it comes from what students do."""
    first = next(iter(await work.people.cohorts()), None)
    today = calendar.local_date(at, first.zone) if first else at.astimezone(UTC).date()
    rosters = await read_rosters(world, work, today=today, since=today - LATELY)
    digests = await _digests(work, rosters, at=at)
    twice = tuple(placed_twice(named(rosters.rotations_of_students())))
    needed = world.program.smallest_group + SPARE_STUDENTS
    return CoordinatorHome(
        cohorts=_glances(rosters, digests, needed=needed),
        students_needed=needed,
        this_week=week_of(world, today),
        lost=await work.people.unreachable(on=today, skip=0, limit=LOST_SHOWN),
        lost_in_all=await work.people.count_unreachable(on=today),
        lacks=tuple(_lacks(world.program)),
        twice=twice[:TWICE_SHOWN],
        twice_in_all=len(twice),
        coming=_coming(world, rosters),
        students=rosters.placed_in_each(Role.STUDENT),
        preceptors=rosters.placed_in_each(Role.PRECEPTOR),
        today=today,
        page=page,
    )


def _lacks(program: Program) -> Iterable[Lack]:
    if not any(line.school for line in program.support_lines):
        yield Lack.SUPPORT_LINE
    if not program.reporting_routes:
        yield Lack.REPORTING_ROUTE


def _coming(world: World, rosters: Rosters) -> tuple[ComingDay, ...]:
    days = coming_days(
        rosters.rotations_of_students().values(),
        {each.id: (each, rosters.rotations_in(each.id)) for each in rosters.cohorts},
        days=calendar.days_from(rosters.today, DAYS_SHOWN),
        program=world.program,
        curriculum=world.curriculum,
    )
    return tuple(days)


async def _digests(work: UnitOfWork, rosters: Rosters, *, at: datetime) -> _Digests:
    put_off: defaultdict[CohortId, tuple[PutOff, ...]] = defaultdict(tuple)
    for cohort, on, message in _dated(await work.outbox.put_off_digests()):
        put_off[cohort] += (PutOff(on, message.reason, message.planned.student),)
    missed: defaultdict[CohortId, tuple[Missed, ...]] = defaultdict(tuple)
    channels = {each.id: each.digest_channel for each in rosters.cohorts}
    for cohort, on, message in _dated(await work.outbox.missed_digests(since=at - A_WEEK)):
        # Whoever gave another channel since has seen to it.
        if message.planned.channel == channels[cohort]:
            missed[cohort] += (Missed(on, went_directly=message.reason == WENT_DIRECTLY),)
    return _Digests(put_off, missed, await work.channels.unfit())


def _dated(messages: Iterable[OutboxMessage]) -> Iterable[tuple[CohortId, date, OutboxMessage]]:
    for each in messages:
        if each.planned.cohort_id is not None and each.planned.on is not None:
            yield each.planned.cohort_id, each.planned.on, each


def _glances(rosters: Rosters, digests: _Digests, *, needed: int) -> tuple[CohortAtAGlance, ...]:
    """Those that run or are to come first, as they were made; then those that are over."""
    pools, readers = rosters.pools(), rosters.readers(within=A_WEEK)
    placed = rosters.placed_in_each(Role.STUDENT)
    glances = (
        CohortAtAGlance(
            pool.cohort,
            rosters.rotations_in(pool.cohort.id),
            len(pool.students),
            readers[pool.cohort.id],
            digests.put_off.get(pool.cohort.id, ()),
            digests.missed.get(pool.cohort.id, ()),
            digests.channels.get(pool.cohort.digest_channel),
            _pool_with(pool, pools, needed=needed),
            tuple(each for each in pool.rotations if each.first_day <= rosters.today + SOON and not placed[each.id]),
        )
        for pool in pools.values()
    )
    return tuple(sorted(glances, key=lambda each: bool(each.rotations) and not pools[each.cohort.id].rotations))


def _pool_with(pool: Pool, pools: Mapping[CohortId, Pool], *, needed: int) -> Cohort | None:
    return None if len(pool.students) >= needed else pool_with(pool, pools.values(), needed=needed)
