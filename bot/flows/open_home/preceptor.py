"""A preceptor's Home: how a digest is to be read, the cohorts and their digests so far, and two weeks of principles."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.anonymity import SPARE_STUDENTS, still_pooled_since
from bot.domain.curriculum import Principle
from bot.domain.people import Cohort, PersonId
from bot.flows.open_home.coordinator import CohortAtAGlance
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.digests import PostedDigest
from bot.flows.steps import roster_size, week_of

COHORTS_SHOWN: Final = 8
DIGESTS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class PreceptorHome:
    """What a preceptor finds. `cohorts` are those that still digest, with the rotations that count for that, and how
    many there are in all; `digests` those that this person can open, the newest first. A digest shows nothing from
    students with fewer than `students_needed` on the roster, or fewer than `voices` who share something."""

    is_confirmed: bool
    voices: int
    students_needed: int
    this_week: tuple[Principle, ...]
    next_week: tuple[Principle, ...]
    cohorts: tuple[CohortAtAGlance, ...] = ()
    cohorts_in_all: int = 0
    digests: tuple[PostedDigest, ...] = ()


async def preceptor_home(world: World, work: UnitOfWork, person: PersonId, *, at: datetime) -> PreceptorHome | None:
    """What a preceptor finds at an instant; None for somebody who is placed nowhere as one. Nothing in it comes from
    what students do."""
    if not await work.people.is_preceptor(person):
        return None
    since = still_pooled_since(at.date())
    taught = await work.preceptors.cohorts_of(person, since=since)
    shown = taught[:COHORTS_SHOWN]
    today = calendar.local_date(at, taught[0].zone) if taught else at.date()
    voices = world.program.smallest_group
    return PreceptorHome(
        is_confirmed=bool(await work.preceptors.confirmed([person])),
        voices=voices,
        students_needed=voices + SPARE_STUDENTS,
        this_week=week_of(world, today),
        next_week=week_of(world, today + timedelta(days=7)),
        cohorts=tuple([await _at_a_glance(world, work, cohort, since, today) for cohort in shown]),
        cohorts_in_all=len(taught),
        digests=await work.digests.posted([each.id for each in shown], to=person, newest=DIGESTS_SHOWN),
    )


async def _at_a_glance(world: World, work: UnitOfWork, cohort: Cohort, since: date, today: date) -> CohortAtAGlance:
    """A cohort without the rotations of years ago: it lasts for as long as a school likes."""
    rotations = tuple(each for each in await work.people.rotations_in(cohort.id) if each.last_day >= since)
    students = await roster_size(world, work, cohort.id, since=today)
    return CohortAtAGlance(cohort, rotations, students)
