"""Cohorts that a roster gives another name stay the same ones."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from bot.domain.errors import RosterRefused
from bot.domain.people import Rotation
from bot.domain.roster.plan import RosterPlan

_LEFT_BEHIND: Final = (
    "Cohort {cohort}: none of its rotations that run or have just ended would stay in it, so what its students shared "
    "could reach no digest. Leave one of them in it until two weeks after its last day. To rename the cohort, write "
    "one new name on the lines of all its rotations, also of those to come."
)


def renamed_cohorts(plan: RosterPlan, there: Mapping[str, Collection[Rotation]], *, on: date) -> dict[str, str]:
    """The new names of the cohorts that a plan renames, by the old ones. `there` holds the cohorts that the plan names
    or takes a rotation from, with their rotations that are not over.

    A cohort of which all of these go to one new name is still the same: its digests keep their week, and what waits for
    them is not lost. Raises RosterRefused where that would be left behind: nothing that has begun stays in the cohort.
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
    left = [cohort for cohort in there if cohort not in renamed and _is_left(cohort, there[cohort], goes_to, on=on)]
    if left:
        raise RosterRefused(problems=tuple(_LEFT_BEHIND.format(cohort=cohort) for cohort in left))
    return renamed


def _is_left(cohort: str, rotations: Iterable[Rotation], goes_to: Mapping[str, str], *, on: date) -> bool:
    stay = [goes_to.get(each.name, cohort) == cohort for each in rotations if each.first_day <= on]
    # What has not begun has no digests yet, and nothing waits for one.
    return stay != [] and not any(stay)
