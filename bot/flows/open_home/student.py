"""A student's own Home: the day, what is open, how far they have come, the journal, and whom it is pooled with."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain import calendar
from bot.domain.anonymity import pooled_until
from bot.domain.curriculum import Lesson
from bot.domain.group_answer import ANSWERS_STAND_FOR, GroupAnswer
from bot.domain.journal import earliest_digest
from bot.domain.outbox import deletion_day, farewell_key
from bot.domain.own_pace import OwnSettings, in_force
from bot.domain.people import CohortId, PersonId, Rotation, Standing, Student
from bot.domain.progress import Step, days_ahead, steps
from bot.domain.reply import Reply
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import Pool

PAGE: Final = 5
"""Replies on one page of the journal: a few screens of a phone."""
NAMED: Final = 30
"""So many people of a pool are named; a longer list says how many more there are."""
MOST_POOLS: Final = 2
"""A student between two rotations is pooled in two cohorts."""
MOST_ANSWERS: Final = 3


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for an answer."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One reply of the journal and what it answers. `themes` are the labels of those that are still ticked, and
    `digest_on` is the date of the first digest that may use it, if any will."""

    reply: Reply
    lesson: Lesson
    themes: tuple[str, ...]
    digest_on: date | None


@dataclass(frozen=True, slots=True)
class Journal:
    """One page of a student's own replies, newest first. Pages are numbered from 1."""

    entries: tuple[Entry, ...]
    page: int
    in_all: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty journal has one."""
        return max(1, -(-self.in_all // PAGE))


@dataclass(frozen=True, slots=True)
class Mates:
    """Some of the other students placed in a cohort, with how many there are in all."""

    cohort: str
    people: tuple[PersonId, ...]
    in_all: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The last day of a student's last rotation, which is over, and the day on which the journal is deleted. Somebody
    who was taken off all of them has no last day, and no day of deletion where nobody knows since when."""

    last_day: date | None
    deleted_on: date | None


@dataclass(frozen=True, slots=True)
class StudentHome:
    """Everything that only this student sees. `steps` is empty for somebody whom nothing has reached and who has not
    started. `coordinates` says that the student has a coordinator's desk as well."""

    student: Student
    settings: OwnSettings
    lesson: Lesson
    open_questions: tuple[OpenQuestion, ...]
    steps: tuple[Step, ...]
    journal: Journal
    mates: tuple[Mates, ...]
    voices: int
    ended: Ended | None = None
    answers: tuple[GroupAnswer, ...] = ()
    coordinates: bool = False


async def student_home(world: World, work: UnitOfWork, student: Student, *, at: datetime, page: int) -> StudentHome:
    """A student's Home with one page of the journal, the last one where there are not so many. However long the
    journal is, it takes the same few statements and reads the words of one page."""
    program, lesson_on = world.program, world.curriculum.lesson_on
    today = calendar.local_date(at, student.zone)
    rotations = await work.people.rotations_of(student.id)
    answered = await work.replies.days(student.id)
    waiting = await work.outbox.open_questions(student.id, since=at - program.question_open)
    replies = await _on_page(work, student.id, answered, page)
    in_use = _still_pooled(world, rotations, at=at)
    cohorts = {each.cohort_id for each in in_use} | {reply.cohort_id for reply in replies}
    pools = await work.people.pools(cohorts)
    entries = tuple(_entry(world, reply, pools, at=at) for reply in replies)
    return StudentHome(
        student=student,
        settings=in_force(student, rotations, program=program, at=at),
        lesson=lesson_on(today, program.overrides),
        open_questions=tuple(OpenQuestion(q.on, lesson_on(q.on, program.overrides).question) for q in waiting),
        steps=await _steps(world, work, student, rotations, answered, today),
        journal=Journal(entries, _within(page, len(answered)), len(answered)),
        mates=await _mates(world, work, student.id, in_use, pools, at=at),
        voices=program.smallest_group,
        ended=await _ended(world, work, student, rotations, today),
        answers=await _answers(work, rotations, today),
    )


async def _on_page(work: UnitOfWork, student: PersonId, days: Sequence[date], page: int) -> tuple[Reply, ...]:
    begin = (_within(page, len(days)) - 1) * PAGE
    on_page = days[begin : begin + PAGE]
    return await work.replies.between(student, on_page[-1], on_page[0]) if on_page else ()


def _within(page: int, in_all: int) -> int:
    """The page itself, or the nearest one that there is: what a button meant may be gone by now."""
    return max(1, min(page, -(-in_all // PAGE)))


def _entry(world: World, reply: Reply, pools: Mapping[CohortId, Pool], *, at: datetime) -> Entry:
    pool, program = pools.get(reply.cohort_id), world.program
    digest_on = earliest_digest(reply, pool.cohort, last_day=pool.last_day, program=program, at=at) if pool else None
    return Entry(
        reply=reply,
        lesson=world.curriculum.lesson_on(reply.on, program.overrides),
        themes=tuple(theme.label for theme in world.curriculum.themes if theme.slug in reply.themes),
        digest_on=digest_on,
    )


async def _steps(
    world: World,
    work: UnitOfWork,
    student: Student,
    rotations: Collection[Rotation],
    answered: Iterable[date],
    today: date,
) -> tuple[Step, ...]:
    started = student.standing is Standing.STARTED
    met = await work.outbox.days_reached(student.id)
    if not started and not met:
        return ()
    ahead = days_ahead(rotations, world.program, today=today) if started else ()
    return steps(world.curriculum, world.program.overrides, answered=answered, met=met, ahead=ahead)


def _still_pooled(world: World, rotations: Iterable[Rotation], *, at: datetime) -> list[Rotation]:
    """The rotations whose replies are or will be pooled, the newest first: one that is over counts as long as its
    last question may have a reply that waits."""
    since = _asked_since(world, at)
    return sorted((each for each in rotations if each.last_day >= since), key=lambda each: each.first_day, reverse=True)


async def _mates(
    world: World,
    work: UnitOfWork,
    student: PersonId,
    rotations: Sequence[Rotation],
    pools: Mapping[CohortId, Pool],
    *,
    at: datetime,
) -> tuple[Mates, ...]:
    """Who could have written what waits beside this student's replies, or will: the digest counts the same people. A
    cohort that digests no more pools nobody."""
    until = {each.cohort_id: each.last_day for each in reversed(rotations)}
    since, found = _asked_since(world, at), []
    open_still = [each for each in until if pooled_until(pools[each].last_day) >= at.date()]
    for cohort in reversed(open_still[-MOST_POOLS:]):
        people, in_all = await work.people.pooled_with(student, cohort, since=since, until=until[cohort], limit=NAMED)
        found.append(Mates(pools[cohort].cohort.name, people, in_all))
    return tuple(found)


def _asked_since(world: World, at: datetime) -> date:
    return (world.program.policy.waiting_since(at) - world.program.question_open).date()


async def _ended(
    world: World, work: UnitOfWork, student: Student, rotations: Iterable[Rotation], today: date
) -> Ended | None:
    last_day = max((each.last_day for each in rotations), default=None)
    if last_day is not None and last_day >= today:
        return None
    since = max(filter(None, (last_day, await work.people.placed_until(student.id))), default=None)
    if since is None:
        return Ended(last_day, None)
    told = await work.outbox.day_of(farewell_key(student.id, since))
    return Ended(last_day, told or deletion_day(since, world.program))


async def _answers(work: UnitOfWork, rotations: Collection[Rotation], today: date) -> tuple[GroupAnswer, ...]:
    """The newest answers to digests of those whom this student was placed with, whatever the student made of it."""
    cohorts = {each.cohort_id for each in rotations}
    answers = await work.group_answers.newest(cohorts, since=today - ANSWERS_STAND_FOR) if cohorts else ()
    return tuple(each for each in answers if any(_pools(rotation, each) for rotation in rotations))[:MOST_ANSWERS]


def _pools(rotation: Rotation, answer: GroupAnswer) -> bool:
    """Whether the digest that was answered pooled what a rotation's students wrote: a cohort may go on for years."""
    digests_it = rotation.first_day <= answer.on <= pooled_until(rotation.last_day)
    return rotation.cohort_id == answer.cohort_id and digests_it
