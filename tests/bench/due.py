"""What is due for a crowd, or was sent to it, put there directly; and taken back between two rounds."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from bot.domain.outbox import Kind, State
from bot.flows.ports import World
from bot.storage.database import Database
from bot.storage.tables import outbox, replies, students
from tests.crowd import gather_statistics, place_crowd, put_reminders, student_ids
from tests.stories import MONDAY, at

DUE = at(MONDAY, "07:15")
ANSWERED_AT = at(MONDAY, "18:00")
UNTRIED: dict[str, Any] = {
    "state": State.PENDING,
    "attempts": 0,
    "owner": None,
    "lease_until": None,
    "held_until": None,
    "sent_channel": None,
    "sent_ts": None,
    "ended_at": None,
}


def conversation_of(student: str) -> str:
    """The direct conversation with a student, as the stand-in names it."""
    return student.replace("U", "D", 1)


async def remind_all(database: Database, count: int) -> None:
    """So many students have started, are known to Slack, and have a reminder that is due."""
    await place_crowd(database, count, on=MONDAY, since=DUE - timedelta(days=1), planned_until=DUE + timedelta(days=1))
    await put_reminders(database, student_ids(count), on=MONDAY, due=DUE)
    async with database.connect() as connection:
        known = {person: conversation_of(person) for person in student_ids(count)}
        for person, conversation in known.items():
            await connection.execute(update(students).where(students.c.id == person).values(conversation=conversation))
        await connection.commit()
    await gather_statistics(database)


async def ask_all(database: Database, count: int) -> None:
    """So many students have been sent a question."""
    await remind_all(database, count)
    async with database.connect() as connection:
        await connection.execute(update(outbox).values(kind=Kind.QUESTION))
        await connection.commit()
    await as_just_asked(database)


async def as_never_sent(database: Database) -> None:
    """Make every message pending again, as if nobody had tried to send it."""
    async with database.connect() as connection:
        await connection.execute(update(outbox).values(UNTRIED))
        await connection.commit()


async def as_just_asked(database: Database) -> None:
    """Make every question sent and unanswered, and forget every reply with what it planned."""
    async with database.connect() as connection:
        await connection.execute(delete(replies))
        await connection.execute(delete(outbox).where(outbox.c.kind == Kind.UPDATE))
        arrived = {"state": State.SENT, "sent_channel": "D" + outbox.c.student, "sent_ts": "1800000000.000100"}
        await connection.execute(update(outbox).values(UNTRIED | arrived))
        await connection.commit()


async def sent(world: World) -> int:
    """How many messages are recorded as sent."""
    async with world.open_work() as work:
        return (await work.outbox.counts())[State.SENT]


async def replies_kept(database: Database) -> int:
    """How many replies there are."""
    async with database.connect() as connection:
        return (await connection.execute(select(func.count()).select_from(replies))).scalar_one()
