"""What is taught, and when: fourteen principles, two a week, the same for the whole program."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NewType

ThemeSlug = NewType("ThemeSlug", str)
PrincipleSlug = NewType("PrincipleSlug", str)

EPOCH: Final = date(2024, 1, 1)
"""The Monday from which all weeks are counted, backward too."""

WORKWEEK: Final = range(5)
"""Monday to Friday."""
_TUESDAY, _THURSDAY, _FRIDAY = 1, 3, 4


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the ten things a student can tick."""

    slug: ThemeSlug
    label: str


@dataclass(frozen=True, slots=True)
class Principle:
    """One teaching principle with everything that is said about it."""

    slug: PrincipleSlug
    title: str
    source_paragraphs: tuple[int, ...]
    teaching: str
    reminders: tuple[str, ...]
    questions: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one day teaches."""

    on: date
    principle: Principle
    reminder: str
    question: str


@dataclass(frozen=True, slots=True)
class Override:
    """Another principle for one date; its texts are counted from 1, and without a number their turn decides."""

    principle: PrincipleSlug
    reminder: int | None = None
    question: int | None = None


NO_OVERRIDES: Final[Mapping[date, Override]] = MappingProxyType({})


def with_changes(
    overrides: Mapping[date, Override], changes: Mapping[date, Override | None]
) -> Mapping[date, Override]:
    """Overrides after some of them were changed; None gives a date its own lesson again."""
    merged = {**overrides, **changes}
    return MappingProxyType({on: override for on, override in merged.items() if override is not None})


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The whole pack; says for any date, before or after the epoch, what it teaches."""

    themes: tuple[Theme, ...]
    principles: tuple[Principle, ...]

    def __post_init__(self) -> None:
        if not self.principles or len(self.principles) % 2:
            raise ValueError("Principles are taught in pairs, so there must be an even number of them.")

    def lesson_on(self, on: date, overrides: Mapping[date, Override] = NO_OVERRIDES) -> Lesson:
        """The lesson of that date; an override changes its own date and no other."""
        override = overrides.get(on)
        principle = self.taught_on(on, overrides)
        turn = self._turn(principle, cycle=self._cycle(on), weekday=on.weekday())
        return Lesson(
            on=on,
            principle=principle,
            reminder=_pick(principle.reminders, (override and override.reminder) or turn),
            question=_pick(principle.questions, (override and override.question) or turn),
        )

    def taught_on(self, on: date, overrides: Mapping[date, Override] = NO_OVERRIDES) -> Principle:
        """The principle of that date."""
        override = overrides.get(on)
        if override is not None:
            return self.principle(override.principle)
        first, second = self._pair_of(on)
        return first if on.weekday() < _THURSDAY else second

    def week_of(
        self, on: date, overrides: Mapping[date, Override] = NO_OVERRIDES, *, days: Collection[int] = WORKWEEK
    ) -> tuple[Principle, ...]:
        """The principles of that date's week in the order in which they come, two at least: the one taught until
        Wednesday, then the other; where another lesson stands on one of these weekdays, what they teach then."""
        pair = self._pair_of(on)
        week = [monday_of(on) + timedelta(days=day) for day in sorted(days)] if overrides else []
        if not any(day in overrides for day in week):
            return pair
        taught = list({each.slug: each for each in (self.taught_on(day, overrides) for day in week)}.values())
        return tuple(taught if len(taught) > 1 else [*taught, *(each for each in pair if each not in taught)][:2])

    def act_for(
        self, on: date, overrides: Mapping[date, Override] = NO_OVERRIDES, *, days: Collection[int] = WORKWEEK
    ) -> str:
        """The act that a preceptor can teach in that date's week, from the principle taught first."""
        first, *_ = self.week_of(on, overrides, days=days)
        return _pick(first.acts, self._cycle(on) // 2 + 1)

    def round_questions(
        self, on: date, overrides: Mapping[date, Override] = NO_OVERRIDES, *, days: Collection[int] = WORKWEEK
    ) -> tuple[str, str]:
        """Two questions for the whole team in that date's week, one from each principle.

        Each is taken from a weekday that the other principle has this week: with a full pack, and where no lesson was
        changed, no student is sent the same question within six weeks.
        """
        first, second, *_ = self.week_of(on, overrides, days=days)
        one = self._turn_without(first, on, overrides, at=_FRIDAY)
        other = self._turn_without(second, on, overrides, at=_TUESDAY)
        return _pick(first.questions, one), _pick(second.questions, other)

    def principle(self, slug: PrincipleSlug) -> Principle:
        """The principle with that slug; a KeyError if there is none."""
        for principle in self.principles:
            if principle.slug == slug:
                return principle
        raise KeyError(slug)

    def _pair_of(self, on: date) -> tuple[Principle, Principle]:
        place = 2 * (_week(on) % self._weeks_in_a_cycle)
        one, other = self.principles[place : place + 2]
        return (other, one) if self._cycle(on) % 2 else (one, other)

    def _turn_without(self, principle: Principle, on: date, overrides: Mapping[date, Override], *, at: int) -> int:
        """A principle's turn on a weekday of that date's week that does not teach it: on this one if it doesn't."""
        if overrides:
            week = {day: self.taught_on(monday_of(on) + timedelta(days=day), overrides) for day in (at, *range(7))}
            at = next((day for day, taught in week.items() if taught != principle), at)
        return self._turn(principle, cycle=self._cycle(on), weekday=at)

    def _turn(self, principle: Principle, *, cycle: int, weekday: int) -> int:
        """Count the days on which a principle is taught.

        In two cycles it is taught once on each weekday, so the count grows by seven in every two cycles. The second
        of a pair begins with a Thursday.
        """
        begins = _THURSDAY if self.principles.index(principle) % 2 else 0
        return 7 * (cycle // 2) + (weekday - begins) % 7 + 1

    def _cycle(self, on: date) -> int:
        return _week(on) // self._weeks_in_a_cycle

    @property
    def _weeks_in_a_cycle(self) -> int:
        return len(self.principles) // 2


def monday_of(on: date) -> date:
    """The first day of a date's week."""
    return on - timedelta(days=on.weekday())


def _week(on: date) -> int:
    return (on - EPOCH).days // 7


def _pick(texts: tuple[str, ...], number: int) -> str:
    """The text with that number, counted from 1 and beginning again after the last."""
    return texts[(number - 1) % len(texts)]
