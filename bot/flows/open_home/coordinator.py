"""A coordinator's Home: the cohorts as their rosters have them, and whom nothing reaches."""

from dataclasses import dataclass
from datetime import date

from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.curriculum import Principle
from bot.domain.people import Cohort, Rotation
from bot.flows.ports import Lost, UnitOfWork, World

LOST_SHOWN = 20
"""A longer list helps nobody, and Home is short of room."""


@dataclass(frozen=True, slots=True)
class CohortAtAGlance:
    """A cohort as its roster has it: `students` counts everybody placed now or later, whatever they made of it."""

    cohort: Cohort
    rotations: tuple[Rotation, ...]
    students: int


@dataclass(frozen=True, slots=True)
class CoordinatorHome:
    """The cohorts, how many students one needs before a digest can show anything, this week's principles, and some
    of the students whom nothing reaches, with how many there are in all."""

    cohorts: tuple[CohortAtAGlance, ...]
    students_needed: int
    this_week: tuple[Principle, Principle]
    lost: tuple[Lost, ...] = ()
    lost_in_all: int = 0


async def coordinator_home(world: World, work: UnitOfWork, today: date) -> CoordinatorHome:
    """What the rosters say on a date. Nothing in it comes from what students do."""
    glances = [
        CohortAtAGlance(
            cohort,
            await work.people.rotations_in(cohort.id),
            await work.people.roster_size(cohort.id, since=today, until=date.max),
        )
        for cohort in await work.people.cohorts()
    ]
    needed = world.program.smallest_group + SPARE_STUDENTS
    lost = await work.people.unreachable(on=today, skip=0, limit=LOST_SHOWN)
    in_all = await work.people.count_unreachable(on=today)
    return CoordinatorHome(tuple(glances), needed, world.curriculum.week_of(today), lost, in_all)
