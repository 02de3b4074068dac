"""People who were placed as students get their settings and one welcome."""

from datetime import datetime

from bot.domain.outbox import welcome_for
from bot.domain.people import PersonId, Rotation, Student
from bot.flows.ports import Directory, World
from bot.flows.steps import attempt

BATCH = 50


async def welcome_students(world: World, directory: Directory, *, at: datetime) -> int:
    """Welcome everybody newly placed. Returns how many; whoever Slack can't reach now is tried again next time."""
    welcomed = 0
    after: PersonId | None = None
    while True:
        async with world.open_work() as work:
            newcomers = await work.people.unknown_students(on=at.date(), after=after, limit=BATCH)
        for person, rotation in newcomers:
            welcomed += await attempt(_welcome(world, directory, person, rotation, at=at))
        if len(newcomers) < BATCH:
            return welcomed
        after = newcomers[-1][0]


async def _welcome(world: World, directory: Directory, person: PersonId, rotation: Rotation, *, at: datetime) -> bool:
    profile = await directory.profile(person)
    if profile is None or not profile.reachable:
        return False
    student = Student(person, profile.zone or rotation.zone)
    async with world.open_work() as work:
        is_new = await work.people.add(student)
        if is_new:
            await work.outbox.add(welcome_for(student, rotation, program=world.program, at=at))
        await work.commit()
    return is_new
