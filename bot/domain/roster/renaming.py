"""Cohorts that a roster gives another name stay the same ones."""

from collections import Counter
from collections.abc import Collection, Mapping, Set
from datetime import date
from typing import Final

from bot.domain.errors import RosterRefused
from bot.domain.people import PersonId, Rotation
from bot.domain.roster.plan import RosterPlan

_LEFT_BEHIND: Final = (
    "Cohort {cohort}: too little of what runs or has just ended would stay in it, so what its students shared could "
    "reach no digest. Leave its rotations in it until two weeks after their last day. To rename the cohort, write "
    "one new name on the lines of all its rotations, also of those to come."
)


def renamed_cohorts(
    plan: RosterPlan,
    there: Mapping[str, Collection[Rotation]],
    *,
    students: Mapping[str, Set[PersonId]],
    needed: int,
    on: date,
) -> dict[str, str]:
    """The new names of the cohorts that a plan renames, by the old ones. `there` holds the cohorts that the plan names
    or takes a rotation from, with their rotations that are not over; `students` are those of each rotation, of whom a
    digest needs so many.

    A cohort of which all of these go to one new name is still the same: its digests keep their week, and what waits for
    them is not lost. Raises RosterRefused where that would be left behind: nothing that has begun stays in the cohort,
    or too few students for a digest where there are enough now.
    """
    goes_to = {rotation.name: rotation.cohort for rotation in plan.rotations}
    named = {cohort.name for cohort in plan.cohorts}
    moves = {cohort: {goes_to.get(each.name, cohort) for each in there[cohort]} for cohort in there}
    wholly = {
        cohort: min(to)
        for cohort, to in moves.items()
        if len(to) == 1 and to <= named - there.keys() and cohort not in named
    }
    heirs = Counter(wholly.values())
    renamed = {cohort: to for cohort, to in wholly.items() if heirs[to] == 1}
    begun = {cohort: [each.name for each in there[cohort] if each.begun_by(on)] for cohort in there.keys() - renamed}
    left = [
        cohort
        for cohort in there
        if cohort in begun and _is_left(cohort, begun[cohort], goes_to, students=students, needed=needed)
    ]
    if left:
        raise RosterRefused(problems=tuple(_LEFT_BEHIND.format(cohort=cohort) for cohort in left))
    return renamed


def _is_left(
    cohort: str,
    begun: Collection[str],
    goes_to: Mapping[str, str],
    *,
    students: Mapping[str, Set[PersonId]],
    needed: int,
) -> bool:
    """What has not begun has no digests yet, and nothing waits for one."""
    stay = [each for each in begun if goes_to.get(each, cohort) == cohort]
    if len(stay) == len(begun):
        return False
    before, after = (len({person for each in some for person in students.get(each, ())}) for some in (begun, stay))
    return after < needed if before >= needed else after == 0
