"""One transaction: all of it or nothing."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import BedsideError
from bot.domain.people import PersonId, Student
from bot.flows.ports import OpenWork
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from tests.databases import OpenDatabase

ALICE, BOB = PersonId("UALICE"), PersonId("UBOB")
NEW_YORK = ZoneInfo("America/New_York")


async def known(open_work: OpenWork, person: PersonId) -> bool:
    async with open_work() as work:
        return await work.people.student(person) is not None


async def test_what_is_committed_lasts(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.people.save(Student(ALICE, NEW_YORK))
        await work.commit()
    assert await known(open_work, ALICE)


async def test_what_is_not_committed_is_gone(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.people.save(Student(ALICE, NEW_YORK))
    assert not await known(open_work, ALICE)


async def test_only_what_came_before_the_commit_lasts(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.people.save(Student(ALICE, NEW_YORK))
        await work.commit()
        await work.people.save(Student(BOB, NEW_YORK))
    assert await known(open_work, ALICE)
    assert not await known(open_work, BOB)


async def test_an_error_rolls_everything_back(open_work: OpenWork) -> None:
    async def fail_after_saving() -> None:
        async with open_work() as work:
            await work.people.save(Student(ALICE, NEW_YORK))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_saving()
    assert not await known(open_work, ALICE)


async def test_work_that_is_cancelled_in_the_middle_frees_its_connection(open_work: OpenWork) -> None:
    begun = asyncio.Event()

    async def never_ends() -> None:
        async with open_work() as work:
            await work.people.save(Student(ALICE, NEW_YORK))
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not await known(open_work, ALICE)


async def test_another_handle_sees_what_was_committed(database: Database, another_database: OpenDatabase) -> None:
    async with database.open_work() as work:
        await work.people.save(Student(ALICE, NEW_YORK))
        await work.commit()
    assert await known(another_database().open_work, ALICE)


async def test_waiting_for_a_locked_student_ends_with_an_error_a_person_may_read(
    database: Database, database_url: str, cipher: Cipher
) -> None:
    impatient = open_database(database_url, cipher=cipher, wait=timedelta(milliseconds=200))
    async with database.open_work() as work:
        await work.people.save(Student(ALICE, NEW_YORK))
        await work.commit()
        await work.people.student(ALICE)
        with pytest.raises(BedsideError, match="try again in a moment"):
            await known(impatient.open_work, ALICE)
    assert await known(database.open_work, ALICE)
    await impatient.close()
