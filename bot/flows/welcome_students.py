"""People who were placed as students get their settings and one welcome."""

from datetime import datetime

from bot.domain.outbox import welcome_for
from bot.domain.people import PersonId, Rotation, Student
from bot.flows.ports import Directory, Profile, World

BATCH = 50


async def welcome_students(world: World, directory: Directory, *, at: datetime) -> int:
    """Welcome up to fifty newly placed students. Returns how many; whoever Slack cannot reach stays for later."""
    async with world.open_work() as work:
        newcomers = await work.people.unknown_students(on=at.date(), limit=BATCH)
    welcomed = 0
    for person, rotation in newcomers:
        profile = await directory.profile(person)
        if profile is not None and profile.reachable:
            await _welcome(world, person, rotation, profile, at=at)
            welcomed += 1
    return welcomed


async def _welcome(world: World, person: PersonId, rotation: Rotation, profile: Profile, *, at: datetime) -> None:
    student = Student(person, profile.zone or rotation.zone)
    async with world.open_work() as work:
        if await work.people.student(person) is None:
            await work.people.save(student)
        await work.outbox.add(welcome_for(student, rotation, program=world.program, at=at))
        await work.commit()
