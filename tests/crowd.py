"""A crowd in the database, put there directly: started students, forty in a rotation, five rotations in a cohort."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Table, insert, text

from bot.domain.outbox import Kind, State
from bot.domain.people import Pace, PersonId, Role, Standing
from bot.storage.database import Database
from bot.storage.tables import cohorts, outbox, placements, rotations, students
from tests.fakes import NEW_YORK

IN_A_ROTATION = 40
IN_A_COHORT = 5 * IN_A_ROTATION
FOUR_WEEKS = timedelta(days=25)
AT_ONCE = 2_000


def student_ids(count: int) -> list[PersonId]:
    """The ids of a crowd, in order."""
    return [PersonId(f"U0S{number:06d}") for number in range(count)]


async def place_crowd(
    database: Database, count: int, *, on: date, since: datetime, planned_until: datetime | None = None
) -> None:
    """So many students who get everything, in rotations that begin on a date; nothing is planned unless it is said
    until when."""
    people = student_ids(count)
    wards = range(1, -(-count // IN_A_ROTATION) + 1)
    await _put(database, cohorts, [_cohort(number) for number in range(1, -(-count // IN_A_COHORT) + 1)])
    await _put(database, rotations, [_rotation(number, on) for number in wards])
    await _put(database, placements, [_placement(person, number) for number, person in enumerate(people)])
    await _put(database, students, [_student(person, since) | {"plan_at": planned_until} for person in people])


async def put_reminders(database: Database, people: Sequence[PersonId], *, on: date, due: datetime) -> None:
    """One pending reminder of a date for each of some people."""
    await _put(database, outbox, [_reminder(person, on, due) for person in people])


async def gather_statistics(database: Database) -> None:
    """What PostgreSQL does by itself a minute after it was filled; the embedded database never does."""
    async with database.connect() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("ANALYZE"))
            await connection.commit()


async def _put(database: Database, table: Table, rows: list[dict[str, Any]]) -> None:
    for first in range(0, len(rows), AT_ONCE):
        async with database.connect() as connection:
            await connection.execute(insert(table), rows[first : first + AT_ONCE])
            await connection.commit()


def _cohort(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "name": f"Cohort {number}",
        "digest_channel": f"C{number:06d}",
        "zone": NEW_YORK,
        "digest_day": 0,
        "digest_at": time(7),
    }


def _rotation(number: int, on: date) -> dict[str, Any]:
    return {
        "id": number,
        "cohort_id": (number - 1) * IN_A_ROTATION // IN_A_COHORT + 1,
        "name": f"Ward {number}",
        "site": "General",
        "zone": NEW_YORK,
        "first_day": on,
        "last_day": on + FOUR_WEEKS,
        "reminder_at": time(7),
        "question_at": time(17, 30),
    }


def _placement(person: PersonId, number: int) -> dict[str, Any]:
    return {"rotation_id": number // IN_A_ROTATION + 1, "person": person, "role": Role.STUDENT, "known": True}


def _student(person: PersonId, since: datetime) -> dict[str, Any]:
    return {
        "id": person,
        "zone": NEW_YORK,
        "standing": Standing.STARTED,
        "pace": Pace.EVERY_DAY,
        "active_since": since,
        "usually_shares_themes": True,
    }


def _reminder(person: PersonId, on: date, due: datetime) -> dict[str, Any]:
    return {
        "id": f"{on:%d}{person:0>30}",
        "kind": Kind.REMINDER,
        "dedupe_key": f"reminder:{person}:{on}",
        "send_at": due,
        "too_late_at": due + timedelta(hours=3),
        "student": person,
        "cohort_id": 1,
        "day": on,
        "state": State.PENDING,
        "attempts": 0,
        "reason": "",
    }
