"""A crowd in the database, put there directly: started students, forty in a rotation, five rotations in a cohort."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Table, insert, text

from bot.domain.curriculum import ThemeSlug
from bot.domain.outbox import Kind, State
from bot.domain.people import Pace, PersonId, Role, Standing
from bot.domain.reply import Sharing
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.tables import cohorts, outbox, placements, preceptors, replies, rotations, students
from tests.fakes import NEW_YORK

IN_A_ROTATION = 40
IN_A_COHORT = 5 * IN_A_ROTATION
FOUR_WEEKS = timedelta(days=25)
AT_ONCE = 2_000


def student_ids(count: int) -> list[PersonId]:
    """The ids of a crowd, in order."""
    return [PersonId(f"U0S{number:06d}") for number in range(count)]


async def place_crowd(
    database: Database,
    count: int,
    *,
    on: date,
    since: datetime,
    planned_until: datetime | None = None,
    in_one_cohort: bool = False,
) -> None:
    """So many students who get everything, in rotations that begin on a date; nothing is planned unless it is said
    until when."""
    people = student_ids(count)
    wards = range(1, -(-count // IN_A_ROTATION) + 1)
    await _put(database, cohorts, [_cohort(number) for number in range(1, -(-count // IN_A_COHORT) + 1)])
    rows = [_rotation(number, on) | ({"cohort_id": 1} if in_one_cohort else {}) for number in wards]
    await _put(database, rotations, rows)
    await _put(database, placements, [_placement(person, number) for number, person in enumerate(people)])
    await _put(database, students, [_student(person, since) | {"plan_at": planned_until} for person in people])


async def put_reminders(database: Database, people: Sequence[PersonId], *, on: date, due: datetime) -> None:
    """One pending reminder of a date for each of some people."""
    await _put(database, outbox, [_reminder(person, on, due) for person in people])


async def place_preceptor(database: Database, preceptor: PersonId, *, confirmed_at: datetime) -> None:
    """A preceptor in the first rotation, who has confirmed how a digest is to be read."""
    await _put(database, placements, [{"rotation_id": 1, "person": preceptor, "role": Role.PRECEPTOR, "known": False}])
    await _put(database, preceptors, [{"person": preceptor, "confirmed_at": confirmed_at}])


async def put_replies(
    database: Database, students: Sequence[PersonId], days: Sequence[date], *, cipher: Cipher
) -> None:
    """A reply of each student to the question of each date, in the first cohort, whose words are shared."""
    await _put(database, replies, [_reply(student, on, cipher) for on in days for student in students])


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


def _reply(student: PersonId, on: date, cipher: Cipher) -> dict[str, Any]:
    text = f"{student} sat down on day {on.day}, asked what mattered most today, and waited for the answer."
    written_at = datetime.combine(on, time(22), UTC)
    return {
        "student": student,
        "cohort_id": 1,
        "day": on,
        "themes": frozenset({ThemeSlug("time-pressure"), ThemeSlug("someone-opened-up")}),
        "text": cipher.encrypt(text),
        "sharing": Sharing.WORDS,
        "changed_at": written_at,
        "written_at": written_at,
        "excerpt": cipher.encrypt(text),
        "spent": False,
    }
