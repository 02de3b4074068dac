"""Steps that several journeys share."""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Sequence
from datetime import datetime

from bot.domain.errors import SlackUnavailable
from bot.domain.outbox import planned_until, planning_days, prompts_for
from bot.domain.people import PersonId, Student
from bot.flows.ports import UnitOfWork, World
from bot.logs import log


async def attempt(doing: Awaitable[int]) -> int:
    """Do one thing of many: when it fails, that is logged and the others go on. Returns what it returned, or 0.

    Raises SlackUnavailable, since that concerns the others as well.
    """
    try:
        return await doing
    except SlackUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - one bad row must not stop the rest, whatever is wrong with it
        log("item_failed", level=logging.ERROR, error=error)
        return 0


async def replan(world: World, work: UnitOfWork, student: Student, *, at: datetime) -> int:
    """Bring one student's pending prompts in line with settings and rotations. Returns how many are wanted."""
    return await replan_together(world, work, [student], at=at)


async def replan_together(world: World, work: UnitOfWork, students: Sequence[Student], *, at: datetime) -> int:
    """The same for several students, who are locked. Returns how many prompts they want together."""
    people = [student.id for student in students]
    rotations = await work.people.rotations_of_each(people)
    wanted = [
        prompt
        for student in students
        for prompt in prompts_for(
            student, rotations[student.id], days=planning_days(student, at=at), program=world.program, at=at
        )
    ]
    await work.outbox.replan(people, wanted, at=at)
    await _note_plans(work, students, at=at)
    return len(wanted)


async def replan_alone(world: World, person: PersonId, *, at: datetime) -> int:
    """The same in a transaction of its own, from settings read under a lock, so that a press of a button between
    reading and writing is not undone."""
    async with world.open_work() as work:
        student = await work.people.student(person)
        wanted = await replan(world, work, student, at=at) if student else 0
        await work.commit()
    return wanted


async def lose(world: World, work: UnitOfWork, person: PersonId, reason: str, *, at: datetime) -> bool:
    """Note that nothing reaches a student, by Slack's code, and take back the prompts that wait; False (and no
    change) for anybody else, and for a student of whom that is known."""
    student = await work.people.student(person)
    if student is None or student.unreachable == reason:
        return False
    lost = student.lost(reason)
    await work.people.save(lost)
    await replan(world, work, lost, at=at)
    return True


async def _note_plans(work: UnitOfWork, students: Sequence[Student], *, at: datetime) -> None:
    together: defaultdict[datetime, list[PersonId]] = defaultdict(list)
    for student in students:
        together[planned_until(student, at=at)].append(student.id)
    for until, people in together.items():
        await work.people.planned(people, until=until)
