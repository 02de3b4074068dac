"""Another lesson on a date, or two dates that change places: what they would teach, and what would come too often."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar import DAY
from bot.domain.curriculum import Curriculum, Lesson, Override, PrincipleSlug, monday_of

WITHOUT_A_REPEAT: Final = timedelta(weeks=14)
"""So long the pack brings no text a second time."""
NEIGHBORS: Final = timedelta(weeks=2)
"""Weeks with the same principle may not be nearer to each other."""

Overrides = Mapping[date, Override]


@dataclass(frozen=True, slots=True)
class LessonWish:
    """What a date shall teach: a principle, or what another date teaches, which then teaches what this one does."""

    on: date
    principle: PrincipleSlug | None = None
    swap_with: date | None = None

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates that would teach something else."""
        return (self.on,) if self.swap_with is None else (self.on, self.swap_with)


@dataclass(frozen=True, slots=True)
class Repeats:
    """What a date would repeat, and the nearest other date with the same: a principle in a week too near to this one,
    a reminder or a question before fourteen weeks have passed."""

    on: date
    principle: date | None = None
    reminder: date | None = None
    question: date | None = None

    @property
    def any(self) -> bool:
        """Whether it would repeat anything."""
        return any((self.principle, self.reminder, self.question))


def wished(wish: LessonWish, curriculum: Curriculum, overrides: Overrides) -> Overrides:
    """The overrides of the dates that a wish changes."""
    if wish.swap_with is not None:
        one, other = (curriculum.lesson_on(on, overrides) for on in (wish.on, wish.swap_with))
        return {wish.on: _just_like(other), wish.swap_with: _just_like(one)}
    if wish.principle is None:
        return {}
    return {wish.on: _rarest(wish.on, wish.principle, curriculum, overrides)}


def repeats_on(on: date, curriculum: Curriculum, overrides: Overrides) -> Repeats:
    """What a date repeats by these overrides."""
    lesson = curriculum.lesson_on(on, overrides)
    near = [curriculum.lesson_on(day, overrides) for day in _around(on, WITHOUT_A_REPEAT)]
    neighbors = [
        each
        for each in near
        if timedelta() < abs(monday_of(each.on) - monday_of(on)) < NEIGHBORS and each.principle == lesson.principle
    ]
    return Repeats(
        on,
        principle=_nearest(on, neighbors),
        reminder=_nearest(on, [each for each in near if each.reminder == lesson.reminder]),
        question=_nearest(on, [each for each in near if each.question == lesson.question]),
    )


def _just_like(lesson: Lesson) -> Override:
    principle = lesson.principle
    return Override(
        principle.slug, principle.reminders.index(lesson.reminder) + 1, principle.questions.index(lesson.question) + 1
    )


def _rarest(on: date, slug: PrincipleSlug, curriculum: Curriculum, overrides: Overrides) -> Override:
    """A principle with those of its texts that are farthest away from this date."""
    principle = curriculum.principle(slug)
    near = [curriculum.lesson_on(day, overrides) for day in _around(on, WITHOUT_A_REPEAT)]
    return Override(
        slug,
        _farthest(on, principle.reminders, {each.on: each.reminder for each in near}),
        _farthest(on, principle.questions, {each.on: each.question for each in near}),
    )


def _farthest(on: date, texts: tuple[str, ...], said: Mapping[date, str]) -> int:
    """The number of the text that is said at no date so near as the others are."""

    def distance(text: str) -> timedelta:
        return min((abs(day - on) for day, each in said.items() if each == text), default=timedelta.max)

    return max(range(len(texts)), key=lambda number: distance(texts[number])) + 1


def _around(on: date, limit: timedelta) -> Iterator[date]:
    """The workdays before and after a date that are nearer than a limit."""
    for days in range(1, limit // DAY):
        yield from (day for day in (on - days * DAY, on + days * DAY) if day.weekday() < WORKDAYS)


WORKDAYS: Final = 5


def _nearest(on: date, lessons: list[Lesson]) -> date | None:
    return min((each.on for each in lessons), key=lambda day: abs(day - on), default=None)
