"""A coordinator puts another lesson on a date for the whole program, or lets two dates change places, and undoes it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.curriculum import Curriculum, Lesson, Principle
from bot.domain.errors import LessonTooEarly, LessonTooLate, NothingChosen, SameDay, TwoThingsChosen
from bot.domain.lesson_changes import LessonWish, Repeats, repeats_on, wished
from bot.domain.people import PersonId, Rotation
from bot.domain.permissions import Action
from bot.domain.working_time import is_working_day
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import program_in
from bot.flows.who_may import require_in
from bot.logs import log

FIRST_ZONE: Final = timedelta(hours=14)
"""Nowhere does a date begin so long before it begins in UTC."""
LONGEST_AHEAD: Final = timedelta(weeks=52)
LISTED: Final = 20


@dataclass(frozen=True, slots=True)
class ChangedLesson:
    """A date that teaches something else than the pack says."""

    lesson: Lesson
    instead_of: Lesson


@dataclass(frozen=True, slots=True)
class Lessons:
    """Everything that can be taught, the coming dates that were changed, the first date that still can be, and the
    rotations that are not over, whose coming weeks can be looked at."""

    principles: tuple[Principle, ...]
    changed: tuple[ChangedLesson, ...]
    first: date
    rotations: tuple[Rotation, ...] = ()


@dataclass(frozen=True, slots=True)
class NewLesson:
    """What a date teaches, what it would teach instead, and what it would repeat then. It `is_taught` where any
    rotation works on it."""

    before: Lesson
    after: Lesson
    repeats: Repeats
    is_taught: bool = True


@dataclass(frozen=True, slots=True)
class WeighedLessons:
    """What a wish would change."""

    days: tuple[NewLesson, ...]

    @property
    def is_done(self) -> bool:
        """Whether the dates teach already what was wished."""
        return all(_same(each.before, each.after) for each in self.days)

    @property
    def edition(self) -> str:
        """Names what these dates teach now: whoever changes it says so what they saw."""
        return ",".join(f"{each.before.principle.slug}/{_numbers(each.before)}" for each in self.days)

    def fulfills(self, seen: str) -> bool:
        """Whether the wish of somebody who saw an edition is fulfilled: just now, or by sending it before. Two dates
        have changed places where each teaches what was seen of the other."""
        return self.is_done or self.edition in (seen, ",".join(reversed(seen.split(","))))


async def list_lessons(world: World, *, at: datetime) -> Lessons:
    """What can be changed, and what was. Raises nothing: the door looks who may."""
    async with world.open_work() as work:
        program = await program_in(world, work)
        rotations = await work.people.rotations()
    first, lesson_on = first_to_change(at), world.curriculum.lesson_on
    coming = sorted(on for on in program.overrides if on >= first)[:LISTED]
    changed = tuple(ChangedLesson(lesson_on(on, program.overrides), lesson_on(on)) for on in coming)
    running = tuple(each for each in rotations if each.last_day >= at.date())
    return Lessons(world.curriculum.principles, changed, first, running)


async def weigh_lessons(world: World, wish: LessonWish, *, at: datetime) -> WeighedLessons:
    """What it would mean to fulfill a wish; nothing is changed by asking. Raises LessonRefused."""
    async with world.open_work() as work:
        return await _weigh(world, work, wish, at=at)


async def change_lessons(
    world: World, person: PersonId, wish: LessonWish, *, seen: str, at: datetime
) -> WeighedLessons:
    """Fulfill a wish, if the dates still teach what somebody saw: else nothing is changed, and what is returned has
    another edition. A second time changes nothing. Raises LessonRefused, NotACoordinator."""
    async with world.open_work() as work:
        await work.program.take()
        await require_in(world, work, person, Action.CHANGE_LESSONS, at=at)
        weighed = await _weigh(world, work, wish, at=at)
        if weighed.edition == seen:
            overrides = (await program_in(world, work)).overrides
            for on, override in wished(wish, world.curriculum, overrides).items():
                await work.program.put_lesson(on, override)
            for each in weighed.days:
                await _note(work, person, each.before, each.after, at=at)
            await _commit(world, work)
    return weighed


async def undo_lesson(world: World, person: PersonId, on: date, *, at: datetime) -> None:
    """Let a date teach again what the pack says; a second time changes nothing. Raises LessonTooEarly,
    NotACoordinator."""
    async with world.open_work() as work:
        await work.program.take()
        await require_in(world, work, person, Action.CHANGE_LESSONS, at=at)
        _require_to_come(on, at=at)
        program = await program_in(world, work)
        if on not in program.overrides:
            return
        if on in world.written.overrides:
            await work.program.put_lesson(on, None)
        else:
            await work.program.drop_lesson(on)
        lesson_on = world.curriculum.lesson_on
        await _note(work, person, lesson_on(on, program.overrides), lesson_on(on), at=at)
        await _commit(world, work)


def first_to_change(at: datetime) -> date:
    """The first date that has begun nowhere yet: what has begun to go out stays as it is, and so do the questions that
    replies answer."""
    return (at + FIRST_ZONE).date() + calendar.DAY


async def _weigh(world: World, work: UnitOfWork, wish: LessonWish, *, at: datetime) -> WeighedLessons:
    _require_one(wish, world.curriculum)
    for on in wish.dates:
        _require_to_come(on, at=at)
    program = await program_in(world, work)
    before = program.overrides
    after = {**before, **wished(wish, world.curriculum, before)}
    # Nothing went out before the first rotation of all began.
    rotations = await work.people.rotations()
    since = min((each.first_day for each in rotations), default=at.date())

    def weighed(on: date) -> NewLesson:
        is_taught = any(each.covers(on) and is_working_day(on, each, program) for each in rotations)
        one, other = (world.curriculum.lesson_on(on, overrides) for overrides in (before, after))
        return NewLesson(one, other, repeats_on(on, world.curriculum, after, since=since), is_taught)

    return WeighedLessons(tuple(map(weighed, wish.dates)))


def _require_one(wish: LessonWish, curriculum: Curriculum) -> None:
    """Raises LessonRefused unless a wish is for one thing that there is."""
    if wish.swap_with is None and wish.principle not in {each.slug for each in curriculum.principles}:
        raise NothingChosen
    if wish.principle is not None and wish.swap_with is not None:
        raise TwoThingsChosen
    if wish.swap_with == wish.on:
        raise SameDay


def _require_to_come(on: date, *, at: datetime) -> None:
    first = first_to_change(at)
    if on < first:
        raise LessonTooEarly(first=calendar.in_words(first))
    if on > first + LONGEST_AHEAD:
        raise LessonTooLate(last=f"{calendar.in_words(first + LONGEST_AHEAD)}, {(first + LONGEST_AHEAD).year}")


async def _note(work: UnitOfWork, person: PersonId, before: Lesson, after: Lesson, *, at: datetime) -> None:
    await work.audit.note(AuditEntry(at, person, Deed.LESSON_CHANGED, before.on.isoformat(), _changes(before, after)))


def _changes(before: Lesson, after: Lesson) -> tuple[Change, ...]:
    """What is another thing on a date. Texts are named only where the principle stays: else all of them differ."""
    if before.principle != after.principle:
        return (Change("principle", before.principle.title, after.principle.title),)
    texts = (
        Change("reminder", before.reminder, after.reminder),
        Change("question", before.question, after.question),
    )
    return tuple(each for each in texts if each.before != each.after)


async def _commit(world: World, work: UnitOfWork) -> None:
    program = await program_in(world, work)
    await work.commit()
    world.program = program
    log("lesson_changed")


def _same(one: Lesson, other: Lesson) -> bool:
    return (one.reminder, one.question) == (other.reminder, other.question)


def _numbers(lesson: Lesson) -> str:
    principle = lesson.principle
    return f"{principle.reminders.index(lesson.reminder)}.{principle.questions.index(lesson.question)}"
