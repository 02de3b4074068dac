"""What a press of a button waits for: read at once, by many together, and right after every commit."""

import asyncio
import gc
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.domain.errors import BedsideError
from bot.domain.people import Pace, PersonId, Student
from bot.flows.ports import Glance
from bot.flows.records.workspace import Shown
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from bot.storage.glances import Key, Rows, SharedReader
from tests.storage.cast import (
    ALICE,
    BOB,
    DAY,
    DR_KIM,
    MALLORY,
    MONDAY,
    NEW_YORK,
    NOON,
    given_medicine,
    kept,
    prompt,
    reply,
    sent,
)


async def given_question(database: Database, student: PersonId, on: date = MONDAY) -> None:
    """A student who has started, with a question of a date that arrived."""
    cohort = await given_medicine(database.open_work)
    async with database.open_work() as work:
        await work.people.save(Student(student, NEW_YORK).started(Pace.EVERY_DAY, at=NOON))
        await work.commit()
    await sent(database.open_work, prompt(student=student, on=on, cohort=cohort.id))


async def test_a_glance_sees_what_a_unit_of_work_sees(database: Database) -> None:
    await given_question(database, ALICE)
    async with database.open_work() as work:
        (cohort,) = await work.people.cohorts()
    saved = reply(cohort.id, excerpt="I sat down.")
    await kept(database.open_work, saved)
    async with database.open_work() as work:
        expected = Glance(await work.people.student(ALICE), await work.outbox.question(ALICE, MONDAY), saved)
    assert await database.glances.question(ALICE, MONDAY) == expected
    assert await database.glances.student(ALICE) == expected.student


async def test_a_glance_finds_nothing_of_anybody_else(database: Database) -> None:
    await given_question(database, ALICE)
    for nobody in (MALLORY, DR_KIM):
        assert await database.glances.question(nobody, MONDAY) == Glance()
        assert await database.glances.student(nobody) is None
    other_day = await database.glances.question(ALICE, MONDAY + DAY)
    assert other_day == Glance(await database.glances.student(ALICE))


async def test_a_glance_sees_every_commit_at_once(database: Database) -> None:
    await given_question(database, ALICE)
    seen = await database.glances.student(ALICE)
    assert seen is not None
    for pace in (Pace.ONCE_A_WEEK, Pace.THREE_A_WEEK):
        async with database.open_work() as work:
            await work.people.save(replace(seen, pace=pace))
            uncommitted = await database.glances.student(ALICE)
            await work.commit()
        committed = await database.glances.student(ALICE)
        assert uncommitted is not None
        assert committed is not None
        assert (uncommitted.pace is pace, committed.pace) == (False, pace)


async def test_a_glance_tells_whether_home_was_shown(database: Database) -> None:
    await given_question(database, ALICE)
    await given_question(database, BOB)
    async with database.open_work() as work:
        await work.homes.show(BOB, Shown("content", "hash"))
        await work.commit()
    assert [await database.glances.may_have_home(each) for each in (ALICE, BOB, DR_KIM)] == [False, True, True]


async def test_a_glance_tells_why_nothing_reaches_a_preceptor(database: Database) -> None:
    assert await database.glances.lost_preceptor(DR_KIM) is None
    async with database.open_work() as work:
        await work.preceptors.tell(DR_KIM)
        await work.commit()
    assert await database.glances.lost_preceptor(DR_KIM) == ""
    async with database.open_work() as work:
        await work.preceptors.lose(DR_KIM, "user_disabled")
        await work.commit()
    assert await database.glances.lost_preceptor(DR_KIM) == "user_disabled"


async def test_many_at_once_get_each_their_own(database: Database) -> None:
    await given_question(database, ALICE)
    await given_question(database, BOB, on=MONDAY + DAY)
    wanted = [(ALICE, MONDAY), (BOB, MONDAY), (BOB, MONDAY + DAY), (MALLORY, MONDAY)] * 5
    found = await asyncio.gather(*(database.glances.question(*each) for each in wanted))
    asked = [(each.student and each.student.id, each.question and each.question.on) for each in found]
    assert asked == [(ALICE, MONDAY), (BOB, None), (BOB, MONDAY + DAY), (None, None)] * 5


async def test_a_glance_waits_for_no_writer(database: Database) -> None:
    await given_question(database, ALICE)
    async with database.open_work() as work:
        assert await work.people.student(ALICE)
        assert await database.glances.student(ALICE) is not None


async def test_a_connection_that_was_cut_is_replaced_within_the_same_glance(postgres_url: str, cipher: Cipher) -> None:
    database = open_database(postgres_url, cipher=cipher)
    await given_question(database, ALICE)
    assert await database.glances.student(ALICE)
    async with database.connect() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "
        await connection.execute(text(f"{others} current_database()"))
    assert await database.glances.student(ALICE)
    await database.close()


async def test_a_database_that_is_away_is_said_to_everybody_who_waits(database: Database) -> None:
    async with database.connect() as connection:
        await connection.execute(text("ALTER TABLE students RENAME TO gone"))
        await connection.commit()
    answers = await asyncio.gather(
        *(database.glances.student(person) for person in (ALICE, BOB)), return_exceptions=True
    )
    assert [isinstance(answer, Exception) for answer in answers] == [True, True]
    async with database.connect() as connection:
        await connection.execute(text("ALTER TABLE gone RENAME TO students"))
        await connection.commit()
    assert await database.glances.student(ALICE) is None


async def test_who_comes_while_others_are_answered_waits_no_longer_than_they(caplog: pytest.LogCaptureFixture) -> None:
    class Stuck(SharedReader):
        async def _read(self, question: Select[Any], asked_for: Mapping[str, Any]) -> Rows:
            asked.set()
            await asyncio.Event().wait()
            return []

    asked = asyncio.Event()
    reader = Stuck(create_async_engine("postgresql+psycopg://"), wait=timedelta(seconds=0.1))
    first = asyncio.ensure_future(reader.rows(Key(ALICE, MONDAY)))
    await asked.wait()
    with pytest.raises(BedsideError):
        await reader.rows(Key(BOB, MONDAY))
    assert reader._asking is not None, "nobody waits, and it is still being asked"
    with pytest.raises(BedsideError):
        await first
    await reader.close()
    gc.collect()
    assert "never retrieved" not in caplog.text


async def test_nothing_can_be_written_by_a_glance(sqlite_url: str, cipher: Cipher) -> None:
    database = open_database(sqlite_url, cipher=cipher)
    await database.glances.student(ALICE)
    reader = database.glances._reader
    with pytest.raises(Exception, match="readonly"):
        reader._connection.execute(text("DELETE FROM students"))  # type: ignore[attr-defined]
    await database.close()
