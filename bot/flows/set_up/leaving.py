"""What becomes of the cohorts that rotations leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.anonymity import pooled_until
from bot.domain.people import CohortId, Rotation
from bot.flows.ports import UnitOfWork
from bot.flows.rosters import Rosters


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Cohorts that rotations leave: `left` are those in which no rotation would be left, and `smaller` the others, with
    how many students each has on its roster now and then."""

    left: tuple[str, ...] = ()
    smaller: tuple[tuple[str, int, int], ...] = ()


NOTHING_LEFT: Final = LeftBehind()
"""Where no rotation goes anywhere."""


async def left_behind(work: UnitOfWork, rosters: Rosters, leaving: Iterable[Rotation], *, on: date) -> LeftBehind:
    """What the cohorts of some rotations would be without them, counted as on the desk."""
    names = {each.id: each.name for each in rosters.cohorts}
    left, smaller = [], []
    for cohort, rotations in by_cohort(leaving).items():
        open_still = [each for each in await work.people.rotations_in(cohort) if pooled_until(each.last_day) >= on]
        gone = {each.id for each in rotations}
        if {each.id for each in open_still} <= gone:
            left.append(names[cohort])
            continue
        smaller.append((names[cohort], rosters.size_with(cohort, (), of=()), rosters.size_with(cohort, (), of=gone)))
    return LeftBehind(tuple(left), tuple(smaller))


def by_cohort(rotations: Iterable[Rotation]) -> dict[CohortId, list[Rotation]]:
    """The rotations of each cohort."""
    found: dict[CohortId, list[Rotation]] = {}
    for each in rotations:
        found.setdefault(each.cohort_id, []).append(each)
    return found
