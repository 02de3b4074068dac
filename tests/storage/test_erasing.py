"""What is deleted is gone from the files too: no ciphertext, no id and no mark's maker is left for who opens them."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.marks import mark_of
from bot.domain.people import PersonId, Student
from bot.flows.ports import OpenWork
from bot.flows.records.workspace import Shown
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from bot.storage.tables import replies
from bot.storage.unit_of_work import Work
from tests.databases import KEY, PATIENCE
from tests.storage.cast import ALICE, DAY, MONDAY, NEW_YORK, added, given_medicine, kept, prompt, reply

OTHERS = [PersonId(f"UOTHER{number:02d}") for number in range(20)]
DAYS = 14


@pytest.fixture(scope="module")
def written(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[bytes]]:
    """A file in which Alice wrote among twenty others and changed every reply once, and what of hers must go."""
    file = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("written") / "bedside.sqlite3"))
    return file, asyncio.run(_write(file))


@pytest.fixture
def url(written: tuple[Path, list[bytes]], tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(written[0], tmp_path / 'bedside.sqlite3')}"


@pytest.fixture
def hers(written: tuple[Path, list[bytes]]) -> list[bytes]:
    return written[1]


@pytest.fixture
async def database(url: str, cipher: Cipher) -> AsyncIterator[Database]:
    database = open_database(url, cipher=cipher, wait=PATIENCE)
    yield database
    await database.close()


async def _write(file: Path) -> list[bytes]:
    database = open_database(f"sqlite:///{file}", cipher=Cipher([KEY]), wait=PATIENCE)
    cohort = await given_medicine(database.open_work, [ALICE, *OTHERS])
    everybody = (ALICE, *OTHERS)
    async with database.open_work() as work:
        for student in everybody:
            await work.people.add(Student(student, NEW_YORK, conversation=f"D{student[1:]}"))
            await work.homes.show(student, Shown("a" * 64, "1.slack"))
        await work.commit()
    tokens: set[bytes] = set()
    for on in (MONDAY + day * DAY for day in range(DAYS)):
        await added(database.open_work, *(prompt(student=student, on=on) for student in everybody))
        for text in ("I sat down. " * 20, "I sat down, then I stood. " * 30):
            await kept(
                database.open_work, *(reply(cohort.id, who, on, text=text, excerpt="short") for who in everybody)
            )
            tokens |= await tokens_of(database, ALICE)
    await database.close()
    return [*tokens, ALICE.encode(), f"D{ALICE[1:]}".encode()]


async def tokens_of(database: Database, student: PersonId) -> set[bytes]:
    async with database.connect() as connection:
        found = await connection.execute(select(replies.c.text, replies.c.excerpt).where(replies.c.student == student))
        return {bytes(token) for row in found for token in row}


async def delete(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.outbox.forget(ALICE)
        await work.replies.forget([ALICE])
        await work.people.forget(ALICE, mark=mark_of(ALICE, key=b"key"))
        await work.homes.outdate([ALICE])
        await work.commit_and_erase()
    # As it happens once Slack shows her Home tab without the journal: until then her id has to stay there.
    async with open_work() as work:
        await work.homes.forget(ALICE)
        await work.commit_and_erase()


async def as_it_is(_: Database, __: pytest.MonkeyPatch) -> None:
    """Nothing is changed."""


async def without_overwriting(database: Database, _: pytest.MonkeyPatch) -> None:
    # There is one connection, so this holds for all that follows.
    async with database.connect() as connection:
        await connection.exec_driver_sql("PRAGMA secure_delete = OFF")


async def with_the_log_left(_: Database, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Work, "commit_and_erase", Work.commit)


@pytest.mark.parametrize(
    ("house", "is_gone"), [(as_it_is, True), (without_overwriting, False), (with_the_log_left, False)]
)
async def test_nothing_of_a_deleted_student_is_left_in_the_files(
    database: Database,
    url: str,
    hers: list[bytes],
    monkeypatch: pytest.MonkeyPatch,
    house: Callable[[Database, pytest.MonkeyPatch], Awaitable[None]],
    is_gone: bool,
) -> None:
    """And it would be without either of the two things that see to it."""
    assert found_in_files(url, hers), "it was there"
    await house(database, monkeypatch)
    await delete(database.open_work)
    assert (found_in_files(url, hers) == []) is is_gone


async def test_while_somebody_reads_the_log_stays_and_nothing_breaks(
    database: Database, url: str, cipher: Cipher, hers: list[bytes]
) -> None:
    hurried = open_database(url, cipher=cipher, wait=timedelta(milliseconds=1))
    reader = open_database(url, cipher=cipher, wait=PATIENCE)
    raw = await reader._engine.raw_connection()
    cursor = await raw.driver_connection.execute("SELECT * FROM students")  # type: ignore[union-attr]
    await cursor.fetchone()

    await delete(hurried.open_work)
    assert found_in_files(url, hers)
    await cursor.close()
    raw.close()
    async with hurried.open_work() as work:
        await work.commit_and_erase()
    assert found_in_files(url, hers) == []
    for each in (hurried, reader):
        await each.close()


def found_in_files(url: str, wanted: list[bytes]) -> list[bytes]:
    """What of some bytes stands anywhere in the database's files."""
    path = Path(url.removeprefix("sqlite:///"))
    files = [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
    assert files
    return [each for each in wanted if any(each in content for content in files)]
