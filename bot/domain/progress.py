"""How far a student has come through the principles."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from bot.domain import calendar
from bot.domain.curriculum import Curriculum, Override, Principle, PrincipleSlug
from bot.domain.people import Rotation, rotation_on
from bot.domain.program import Program
from bot.domain.working_time import is_working_day

FORESIGHT: Final = timedelta(weeks=14)
"""Within so long every principle comes twice, so looking further ahead finds nothing new."""


class Stage(StrEnum):
    """How far a student has come with one principle. They stand in the order in which they are told."""

    ANSWERED = "answered"
    """There is a reply to one of its questions."""
    MET = "met"
    """One of its reminders or questions has reached the student."""
    COMING = "coming"
    """It is taught on a day that still lies ahead."""
    LATER = "later"
    """It has not reached the student, and no day that lies ahead teaches it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One principle, how far a student has come with it, and when it is taught first if that lies ahead."""

    principle: Principle
    stage: Stage
    coming_on: date | None = None


def steps(
    curriculum: Curriculum,
    overrides: Mapping[date, Override],
    *,
    answered: Iterable[date],
    met: Iterable[date],
    ahead: Iterable[date],
) -> tuple[Step, ...]:
    """Every principle once: the answered ones first, and the coming ones in the order in which they come."""

    done, seen, coming = (_taught(curriculum, overrides, days) for days in (answered, met, ahead))

    def step(principle: Principle) -> Step:
        slug = principle.slug
        if slug in done:
            return Step(principle, Stage.ANSWERED)
        if slug in seen:
            return Step(principle, Stage.MET)
        if slug in coming:
            return Step(principle, Stage.COMING, coming[slug])
        return Step(principle, Stage.LATER)

    order = list(Stage)
    return tuple(
        sorted(map(step, curriculum.principles), key=lambda step: (order.index(step.stage), step.coming_on or date.min))
    )


def days_ahead(rotations: Collection[Rotation], program: Program, *, today: date) -> tuple[date, ...]:
    """The working days of some rotations from today on, as far as they can teach anything new."""
    last = max((rotation.last_day for rotation in rotations), default=today)
    count = (min(last, today + FORESIGHT) - today).days + 1
    placed = ((on, rotation_on(rotations, on)) for on in calendar.days_from(today, count))
    return tuple(on for on, rotation in placed if rotation and is_working_day(on, rotation, program))


def _taught(
    curriculum: Curriculum, overrides: Mapping[date, Override], days: Iterable[date]
) -> dict[PrincipleSlug, date]:
    """What some dates teach, each with the first of its dates."""
    return {curriculum.taught_on(on, overrides).slug: on for on in sorted(days, reverse=True)}
