"""Every started student's prompts stand in the outbox a day ahead."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.flows.steps import attempt, replan_alone, replan_together
from bot.logs import log

PAGE = 100
"""How many students one transaction plans: each has a few prompts that change, so it writes 500 rows at most."""
ROWS = 500


async def plan_prompts(world: World, *, at: datetime) -> int:
    """Bring the pending prompts of every started student whose plan no longer holds in line with settings and
    rotations; how many prompts these students want.

    A plan holds until midnight where the student is, or until something changes what the student should get. Any
    number of workers may do this at once: they share the students.
    """
    async with world.open_work() as work:
        due = await work.people.to_plan(at=at)
    return sum([await _plan_page(world, page, at=at) for page in _pages(due, PAGE)])


async def plan_anew(world: World) -> None:
    """Let no student's plan hold any longer, because the program or the rules may have changed."""
    async with world.open_work() as work:
        everybody = await work.people.started()
    for page in _pages(everybody, ROWS):
        async with world.open_work() as work:
            await work.people.plan_anew(page)
            await work.commit()


async def _plan_page(world: World, page: Sequence[PersonId], *, at: datetime) -> int:
    """Plan a page at once, or each student alone where that fails, so that one bad row stops no other."""
    try:
        async with world.open_work() as work:
            students = await work.people.lock_to_plan(page, at=at)
            wanted = await replan_together(world, work, students, at=at)
            await work.commit()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one of them, the others are planned
        log("page_failed", level=logging.WARNING, error=error)
    else:
        return wanted
    # When the database is away, everybody would fail: then this raises, and the next beat goes on from here.
    async with world.open_work():
        pass
    return sum([await attempt(replan_alone(world, student, at=at)) for student in page])


def _pages(people: Sequence[PersonId], size: int) -> Iterator[Sequence[PersonId]]:
    return (people[first : first + size] for first in range(0, len(people), size))
