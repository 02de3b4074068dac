"""What a person finds on the Home tab: a student's own day, a coordinator's cohorts, a preceptor's two weeks, or a
kind word."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain import calendar
from bot.domain.anonymity import SPARE_STUDENTS
from bot.domain.curriculum import Lesson, Principle
from bot.domain.own_pace import OwnSettings, in_force
from bot.domain.people import Cohort, PersonId, Rotation, Student
from bot.flows.ports import Lost, UnitOfWork, World

LOST_SHOWN = 20
"""A longer list helps nobody, and Home is short of room."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class StudentHome:
    """A student's own settings, today's lesson, and what is still open."""

    settings: OwnSettings
    lesson: Lesson
    open_questions: tuple[OpenQuestion, ...]
    voices: int


@dataclass(frozen=True, slots=True)
class PreceptorHome:
    """The principles that the students practise this week and next."""

    this_week: tuple[Principle, Principle]
    next_week: tuple[Principle, Principle]


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


@dataclass(frozen=True, slots=True)
class StrangerHome:
    """Nothing of anybody: this person is on no roster."""


Home = StudentHome | CoordinatorHome | PreceptorHome | StrangerHome


async def open_home(world: World, person: PersonId, *, at: datetime) -> Home:
    """What one person may see. It changes nothing."""
    async with world.open_work() as work:
        student = await work.people.student(person)
        if student is not None:
            return await _student_home(world, work, student, at=at)
        if person in world.coordinators:
            return await _coordinator_home(world, work, at.date())
        preceptor = await work.people.is_preceptor(person)
    return _preceptor_home(world, at.date()) if preceptor else StrangerHome()


async def _student_home(world: World, work: UnitOfWork, student: Student, *, at: datetime) -> StudentHome:
    lesson_on = world.curriculum.lesson_on
    overrides = world.program.overrides
    waiting = await work.outbox.open_questions(student.id, since=at - world.program.question_open)
    rotations = await work.people.rotations_of(student.id)
    return StudentHome(
        settings=in_force(student, rotations, program=world.program, at=at),
        lesson=lesson_on(calendar.local_date(at, student.zone), overrides),
        open_questions=tuple(OpenQuestion(q.on, lesson_on(q.on, overrides).question) for q in waiting),
        voices=world.program.smallest_group,
    )


async def _coordinator_home(world: World, work: UnitOfWork, today: date) -> CoordinatorHome:
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


def _preceptor_home(world: World, today: date) -> PreceptorHome:
    week_of = world.curriculum.week_of
    return PreceptorHome(this_week=week_of(today), next_week=week_of(today + timedelta(days=7)))
