"""Many students who have started, and what is due for them, written straight through the records."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, update

from bot.domain.outbox import Kind, State, prompts_for
from bot.domain.people import Pace, PersonId, Student
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.storage.database import Database
from bot.storage.tables import outbox, replies
from tests.fakes import NEW_YORK
from tests.stories import MONDAY, at, roster

UNTRIED = {
    "state": State.PENDING,
    "attempts": 0,
    "owner": None,
    "lease_until": None,
    "held_until": None,
    "sent_channel": None,
    "sent_ts": None,
    "ended_at": None,
}


def crowd(number: int) -> tuple[PersonId, ...]:
    """So many people."""
    return tuple(PersonId(f"U0S{each:06d}") for each in range(number))


def conversation_of(student: str) -> str:
    """The direct conversation with a student, as the stand-in names it."""
    return student.replace("U", "D", 1)


async def start_all(world: World, students: Sequence[PersonId], *, kind: Kind, on: date = MONDAY) -> None:
    """Place students, start them all, and plan one prompt of a date for each."""
    # Enough of them to have the rotation; whoever delivers does not ask who is placed where.
    await apply_roster(world, roster(students[:8]), at=at(on, "06:00"))
    async with world.open_work() as work:
        rotations = await work.people.rotations_of(students[0])
        for person in students:
            since = at(on, "06:00")
            student = Student(person, NEW_YORK, conversation=conversation_of(person)).started(Pace.EVERY_DAY, at=since)
            await work.people.add(student)
            prompts = prompts_for(student, rotations, days=[on], program=world.program, at=since)
            for prompt in prompts:
                if prompt.kind is kind:
                    await work.outbox.add(prompt)
        await work.commit()


async def as_never_sent(database: Database) -> None:
    """Make every message pending again, as if nobody had tried to send it."""
    async with database.connect() as connection:
        await connection.execute(update(outbox).values(UNTRIED))
        await connection.commit()


async def as_all_sent(database: Database) -> None:
    """Make every question sent and unanswered, and forget every reply with what it planned."""
    async with database.connect() as connection:
        await connection.execute(delete(replies))
        await connection.execute(delete(outbox).where(outbox.c.kind == Kind.UPDATE))
        where = {"sent_channel": "D" + outbox.c.student, "sent_ts": "1800000000.000100"}
        await connection.execute(update(outbox).values(UNTRIED | where | {"state": State.SENT}))
        await connection.commit()


async def sent(world: World) -> int:
    """How many messages are recorded as sent."""
    async with world.open_work() as work:
        return (await work.outbox.counts())[State.SENT]
