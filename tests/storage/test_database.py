"""Opening a database: which URLs, how durable, and what an error may say."""

import asyncio
import subprocess
import sys
import threading
import traceback
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import BedsideError, SettingWrong
from bot.domain.pace import LaneName
from bot.heartbeat import Beat, BeatName, Heartbeat
from bot.storage.database import POSTGRES_CONNECTIONS, Database, open_database, parse_url
from bot.storage.encryption import Cipher
from bot.storage.trouble import DatabaseFailed
from tests.databases import EMPTIES
from tests.storage.cast import given_medicine

SECRET = "a word of Alice's"
MOMENTS = 6 * tuple(range(0, 400, 3))
"""How many turns of the event loop a task is given; whatever the driver waits for comes in another one each time."""


async def tell(database: Database, question: str) -> object:
    async with database.connect() as connection:
        return (await connection.execute(text(question))).scalar_one()


async def test_an_embedded_database_keeps_what_it_commits_and_overwrites_what_it_deletes(
    sqlite_url: str, cipher: Cipher
) -> None:
    database = open_database(sqlite_url, cipher=cipher)
    told = {
        setting: await tell(database, f"PRAGMA {setting}")
        for setting in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
    }
    await database.close()
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 2000,
    }


async def test_every_embedded_unit_of_work_begins_as_a_writer(sqlite_url: str, cipher: Cipher) -> None:
    reader = open_database(sqlite_url, cipher=cipher)
    writer = open_database(sqlite_url, cipher=cipher, wait=timedelta())
    async with reader.open_work() as work:
        await work.people.cohorts()
        with pytest.raises(BedsideError):
            await given_medicine(writer.open_work)
    await given_medicine(writer.open_work, ())
    await reader.close()
    await writer.close()


async def test_one_embedded_handle_lends_one_connection_at_a_time(sqlite_url: str, cipher: Cipher) -> None:
    database = open_database(sqlite_url, cipher=cipher, wait=timedelta(milliseconds=10))
    async with database.open_work():
        with pytest.raises(BedsideError, match="try again in a moment"):
            async with database.open_work():
                pytest.fail("a second connection was lent")
    await database.close()


async def test_whoever_gives_up_at_any_moment_holds_up_nobody(database_url: str, cipher: Cipher) -> None:
    """What a driver brings to a task that was just cancelled is held until it is swept up, and with it a lock."""
    database = open_database(database_url, cipher=cipher)
    impatient = open_database(database_url, cipher=cipher, wait=timedelta(milliseconds=200))
    for moment in MOMENTS:
        task = asyncio.create_task(tell(database, "SELECT 1"))
        await _turns(moment)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        assert await tell(impatient, "SELECT 1") == 1
    await database.close()
    await impatient.close()


async def test_closing_waits_for_what_is_in_hand_and_takes_on_nothing_more(database_url: str, cipher: Cipher) -> None:
    database = open_database(database_url, cipher=cipher)
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def work() -> object:
        async with database.connect() as connection:
            begun.set()
            await may_end.wait()
            return (await connection.execute(text("SELECT 1"))).scalar_one()

    working = asyncio.create_task(work())
    await begun.wait()
    closing = asyncio.create_task(database.close())
    await _turns(10)
    with pytest.raises(BedsideError):
        await tell(database, "SELECT 1")
    assert not closing.done()
    may_end.set()
    assert await working == 1
    await closing


async def _turns(count: int) -> None:
    """Let the event loop turn so often."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_postgresql_waits_no_longer_than_two_seconds(postgres_url: str, cipher: Cipher) -> None:
    database = open_database(postgres_url, cipher=cipher)
    assert await tell(database, "SHOW lock_timeout") == "2s"
    assert await tell(database, "SHOW statement_timeout") == "2s"
    await database.close()


async def test_a_connection_that_postgresql_dropped_is_replaced(postgres_url: str, cipher: Cipher) -> None:
    database, other = open_database(postgres_url, cipher=cipher), open_database(postgres_url, cipher=cipher)
    pid = await tell(database, "SELECT pg_backend_pid()")
    assert await tell(other, f"SELECT pg_terminate_backend({pid})") is True
    assert await tell(database, "SELECT pg_backend_pid()") != pid
    await database.close()
    await other.close()


async def test_when_postgresql_drops_every_connection_the_next_work_is_done_all_the_same(
    postgres_url: str, cipher: Cipher
) -> None:
    database, other = open_database(postgres_url, cipher=cipher), open_database(postgres_url, cipher=cipher)
    everybody_in = asyncio.Barrier(POSTGRES_CONNECTIONS)

    async def connect() -> None:
        async with database.open_work() as work:
            await work.lanes.all()
            await everybody_in.wait()

    await asyncio.gather(*(connect() for _ in range(POSTGRES_CONNECTIONS)))
    dropped = await tell(
        other,
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        f"WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> '{EMPTIES}'",
    )
    assert dropped == POSTGRES_CONNECTIONS
    everybody_in = asyncio.Barrier(POSTGRES_CONNECTIONS)
    await asyncio.gather(*(connect() for _ in range(POSTGRES_CONNECTIONS)))
    await database.close()
    await other.close()


async def test_a_beat_that_met_the_drop_is_not_lost(
    postgres_url: str, cipher: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.heartbeat.AGAIN_AFTER", (timedelta(), timedelta()))
    database, other = open_database(postgres_url, cipher=cipher), open_database(postgres_url, cipher=cipher)
    runs, done = 0, asyncio.Event()

    async def plan() -> None:
        nonlocal runs
        runs += 1
        async with database.connect() as connection:
            pid = (await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
            if runs == 1:
                await tell(other, f"SELECT pg_terminate_backend({pid})")
            await connection.execute(text("SELECT 1"))
        done.set()

    heart = Heartbeat([Beat(plan, every=timedelta(minutes=5), name=BeatName.PLAN)])
    heart.start()
    await asyncio.wait_for(done.wait(), 10)
    await heart.stop()
    assert runs == 2
    await database.close()
    await other.close()


async def test_a_connection_dropped_in_the_middle_ends_in_words_a_person_may_read(
    postgres_url: str, cipher: Cipher
) -> None:
    database, other = open_database(postgres_url, cipher=cipher), open_database(postgres_url, cipher=cipher)

    async def work_while_dropped() -> None:
        async with database.connect() as connection:
            pid = (await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
            await tell(other, f"SELECT pg_terminate_backend({pid})")
            await connection.execute(text("SELECT 1"))

    with pytest.raises(BedsideError, match="try again in a moment"):
        await work_while_dropped()
    assert await tell(database, "SELECT 1") == 1
    await database.close()
    await other.close()


async def test_who_is_frozen_in_the_middle_of_a_transaction_does_not_hold_up_the_others_for_long(
    postgres_url: str, cipher: Cipher
) -> None:
    frozen = open_database(postgres_url, cipher=cipher, wait=timedelta(milliseconds=100))
    other = open_database(postgres_url, cipher=cipher, wait=timedelta(milliseconds=100))

    async def freeze_and_go_on() -> None:
        async with frozen.open_work() as held:
            await held.lanes.lock(LaneName.POST)
            # Until PostgreSQL has ended the frozen one, the other waits in vain and tries again.
            while not await got_the_lane(other):
                pass
            await held.commit()

    with pytest.raises(BedsideError):
        await freeze_and_go_on()
    await frozen.close()
    await other.close()


async def got_the_lane(database: Database) -> bool:
    try:
        async with database.open_work() as work:
            await work.lanes.lock(LaneName.POST)
            await work.commit()
    except BedsideError:
        return False
    return True


async def test_a_database_that_is_not_there_ends_in_words_a_person_may_read(cipher: Cipher) -> None:
    for url in ("postgresql://bedside:hunter2@127.0.0.1:1/none", "sqlite:////nowhere/at/all/bedside.sqlite3"):
        database = open_database(url, cipher=cipher)
        with pytest.raises(BedsideError, match="try again in a moment"):
            await tell(database, "SELECT 1")
        await database.close()
        await the_drivers_threads_to_end()


async def the_drivers_threads_to_end() -> None:
    """Wait for the SQLite driver's threads: after a failed connection one would outlive the loop it reports to."""
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            await asyncio.to_thread(thread.join, 10)


async def test_an_error_tells_the_rule_that_was_broken_and_no_value(database: Database) -> None:
    async def break_a_rule() -> None:
        async with database.connect() as connection:
            statement = text("INSERT INTO cohorts (name, zone) VALUES (:name, :zone)")
            await connection.execute(statement, {"name": SECRET, "zone": SECRET})

    with pytest.raises(DatabaseFailed, match=r"INSERT INTO cohorts") as caught:
        await break_a_rule()
    assert "IntegrityError" in str(caught.value) or "NotNullViolation" in str(caught.value)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


async def test_a_statement_that_ended_too_late_tells_no_value(postgres_url: str, cipher: Cipher) -> None:
    database = open_database(postgres_url, cipher=cipher, wait=timedelta(milliseconds=200))

    async def take_too_long() -> None:
        async with database.connect() as connection:
            await connection.execute(text("SELECT pg_sleep(60), :word"), {"word": SECRET})

    with pytest.raises(BedsideError, match="try again in a moment") as caught:
        await take_too_long()
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    await database.close()


async def test_a_server_that_falls_silent_is_given_up_and_its_connection_replaced(
    postgres_url: str, cipher: Cipher
) -> None:
    """As one that was frozen: its own limits end nothing there."""
    database = open_database(postgres_url, cipher=cipher, wait=timedelta(milliseconds=100))

    async def wait_for_a_silent_one() -> None:
        async with database.connect() as connection:
            await connection.execute(text("SET LOCAL statement_timeout = 0"))
            await connection.execute(text("SELECT pg_sleep(600)"))

    with pytest.raises(BedsideError, match="try again in a moment"):
        await wait_for_a_silent_one()
    assert await tell(database, "SELECT 1") == 1
    await database.close()


async def test_a_server_that_takes_long_and_says_something_meanwhile_is_waited_for(
    postgres_url: str, cipher: Cipher
) -> None:
    database = open_database(postgres_url, cipher=cipher, wait=timedelta(milliseconds=300))
    async with database.connect() as connection:
        await connection.execute(text("SET LOCAL statement_timeout = 0"))
        say = "DO $$ BEGIN FOR word IN 1..12 LOOP PERFORM pg_sleep(0.1); RAISE NOTICE 'here'; END LOOP; END $$"
        await connection.execute(text(say))
    await database.close()


async def test_the_parameters_of_an_error_are_hidden_from_the_first(database: Database) -> None:
    async with database.connect() as connection:
        with pytest.raises(DBAPIError) as caught:
            await connection.execute(text("INSERT INTO nowhere VALUES (:word)"), {"word": SECRET})
    assert "parameters hidden" in str(caught.value)
    assert SECRET not in f"{caught.value} {caught.value!r}"


def test_importing_the_room_loads_no_driver_and_no_alembic() -> None:
    program = (
        "import sys, bot.storage.database, bot.storage.migrate, bot.storage.reencrypt;"
        "print(sorted({'alembic', 'psycopg', 'aiosqlite'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///bedside.sqlite3", "sqlite"),
        ("sqlite:////var/lib/bedside.sqlite3", "sqlite"),
        ("postgres://jo:secret@db/bedside?sslmode=require", "postgresql+psycopg"),
        ("postgresql://jo:secret@db/bedside", "postgresql+psycopg"),
        ("postgresql+psycopg://jo:secret@db/bedside", "postgresql+psycopg"),
    ],
)
def test_the_usual_urls_are_understood(url: str, driver: str) -> None:
    assert parse_url(url).drivername == driver


@pytest.mark.parametrize(
    "url",
    [
        "",
        "bedside",
        "mysql://jo:hunter2@db/bedside",
        "postgresql+asyncpg://jo:hunter2@db/bedside",
        "sqlite://",
        "sqlite:///:memory:",
        "hunter2@db",
        "postgres://jo:hunter2@db:port/x",
    ],
)
def test_another_url_is_refused_in_a_line_that_does_not_repeat_it(url: str) -> None:
    with pytest.raises(SettingWrong, match=r"^DATABASE_URL: .*postgresql://.*\.$") as caught:
        parse_url(url)
    assert "hunter2" not in str(caught.value)
