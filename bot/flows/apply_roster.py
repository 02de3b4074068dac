"""A roster file becomes placements, as a whole or not at all."""

from dataclasses import replace
from datetime import datetime

from bot.domain.anonymity import still_pooled_since
from bot.domain.people import PersonId, Role
from bot.domain.roster import RosterPlan, read_roster, renamed_cohorts
from bot.flows.ports import World
from bot.flows.steps import attempt, marks_of, replan_due


async def apply_roster(world: World, text: str, *, at: datetime) -> RosterPlan:
    """Place everyone a roster names, and let what is planned follow; the same file twice changes nothing.

    Whoever had everything deleted is counted, and not enrolled again. A cohort that gets another name stays the same
    one. Raises RosterRefused.
    """
    plan = read_roster(text, program=world.program)
    on = at.date()
    async with world.open_work() as work:
        there = await work.people.cohorts_in(plan, since=still_pooled_since(on))
        await work.people.rename_cohorts(renamed_cohorts(plan, there, on=on))
        await work.people.apply(_with_marks(world, plan, await work.people.marks()), at=at)
        await work.commit()
    await attempt(replan_due(world, at=at))
    return plan


def _with_marks(world: World, plan: RosterPlan, marks: frozenset[PersonId]) -> RosterPlan:
    """The same plan, in which the marks stand for those who left one."""
    if not marks:
        return plan
    placements = (
        replace(each, person=next((mark for mark in marks_of(world, each.person) if mark in marks), each.person))
        if each.role is Role.STUDENT
        else each
        for each in plan.placements
    )
    return replace(plan, placements=tuple(placements))
