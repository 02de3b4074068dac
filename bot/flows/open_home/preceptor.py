"""A preceptor's Home: two weeks of principles."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.curriculum import Principle
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class PreceptorHome:
    """The principles that the students practice this week and next."""

    this_week: tuple[Principle, Principle]
    next_week: tuple[Principle, Principle]


def preceptor_home(world: World, today: date) -> PreceptorHome:
    """The two weeks that begin with the week of a date."""
    week_of = world.curriculum.week_of
    return PreceptorHome(this_week=week_of(today), next_week=week_of(today + timedelta(days=7)))
