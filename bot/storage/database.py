"""A database by its URL: an embedded SQLite file, or PostgreSQL shared by any number of processes."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import URL, Connection, Engine, QueuePool, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.domain.errors import BedsideError, SettingWrong
from bot.flows.ports import UnitOfWork
from bot.storage.encryption import Cipher
from bot.storage.glances import EmbeddedReader, Glances, Reader, SharedReader
from bot.storage.trouble import translated
from bot.storage.unit_of_work import Work

TWO_SECONDS = timedelta(seconds=2)
SHORT_NAP = timedelta(milliseconds=10)
POSTGRES_CONNECTIONS = 10
WAITS_TO_FREEZE = 5
"""So many times as long as somebody waits for a lock, somebody may keep one without asking for anything."""
WAITS_TO_GIVE_UP = 3
"""So many times as long as its server lets anything take, a connection may stay silent while it is waited for."""
JUST_BEFORE = 0.75


class Database:
    """An open database. Work done here waits at most two seconds for others, unless it was opened otherwise."""

    def __init__(self, engine: AsyncEngine, reader: Reader, *, cipher: Cipher) -> None:
        self.cipher = cipher
        self.glances = Glances(reader, cipher=cipher)
        self._engine = engine
        self._owner = uuid4().hex
        self._is_closed = False

    @asynccontextmanager
    async def open_work(self) -> AsyncIterator[UnitOfWork]:
        """One unit of work, rolled back unless it commits. Raises BedsideError when the database does not answer."""
        async with self.connect() as connection:
            yield Work(connection, cipher=self.cipher, owner=self._owner)

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[AsyncConnection]:
        """One transaction for work on rows as they are stored, inside this room.

        Raises BedsideError when the database does not answer in time or was closed, and DatabaseFailed for whatever is
        our fault.
        """
        if self._is_closed:
            raise BedsideError
        with translated():
            async with self._engine.connect() as connection:
                yield connection

    async def close(self) -> None:
        """Take on nothing more, wait for what is in hand, no longer than it may take, and close every connection."""
        self._is_closed = True
        await self.glances.close()
        await self._returned()
        await self._engine.dispose()

    async def _returned(self) -> None:
        # A connection that comes back to a pool which was given up is closed by nobody.
        for _ in range(TWO_SECONDS // SHORT_NAP):
            if not isinstance(self._engine.pool, QueuePool) or not self._engine.pool.checkedout():
                return
            await asyncio.sleep(SHORT_NAP.total_seconds())


class RollsBack(sqlite3.Connection):
    """An embedded connection that gives its locks back when it is closed.

    SQLite itself keeps them for as long as anybody holds rows of it, and rows that came for a task that was just
    cancelled are held until they are swept up.
    """

    def close(self) -> None:
        """Undo what was not committed, and close. Closing twice changes nothing."""
        # Where this fails, closing is all that can be done.
        with suppress(sqlite3.Error):
            self.rollback()
        super().close()


def open_database(url: str, *, cipher: Cipher, wait: timedelta = TWO_SECONDS) -> Database:
    """Open a database that `migrate.upgrade` has brought up to date. Raises SettingWrong for a URL of another kind."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        reader = SharedReader(_postgresql(parsed, wait, for_glances=True), wait=wait)
        return Database(_postgresql(parsed, wait), reader, cipher=cipher)
    engine = create_async_engine(
        parsed.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        pool_timeout=wait.total_seconds(),
        hide_parameters=True,
        connect_args={"factory": RollsBack},
    )
    be_durable(engine.sync_engine, wait=wait)
    return Database(engine, EmbeddedReader(parsed), cipher=cipher)


def parse_url(url: str) -> URL:
    """The URL of a database Bedside can use. Raises SettingWrong, without the URL: it may hold a password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise _wrong_url("this is no database URL") from None
    if parsed.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername != "sqlite":
        raise _wrong_url(f"Bedside does not know {parsed.drivername} databases")
    if parsed.database in (None, "", ":memory:"):
        raise _wrong_url("this names no file, so everything would be forgotten")
    return parsed


def be_durable(engine: Engine, *, wait: timedelta) -> None:
    """Make SQLite keep what it commits, overwrite what it deletes, and begin every transaction as a writer.

    A transaction that reads first and writes later would fail at once when another process wrote in between.
    """

    def on_connect(connection: DBAPIConnection, _: object) -> None:
        # The driver must not begin transactions by its own rules: `on_begin` does.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_milliseconds(wait)}")
        _switch_to_wal(cursor, wait=wait)
        for setting in ("synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


def _switch_to_wal(cursor: DBAPICursor, *, wait: timedelta) -> None:
    """Processes that make a database at one moment meet here, and SQLite lets none of them wait for the others."""
    for _ in range(max(1, wait // SHORT_NAP)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            time.sleep(SHORT_NAP.total_seconds())
        else:
            return
    cursor.execute("PRAGMA journal_mode = WAL")


def _postgresql(url: URL, wait: timedelta, *, for_glances: bool = False) -> AsyncEngine:
    from bot.storage.silence import gives_up_after

    # A glance is cut off after one wait, and the driver takes ten seconds to cut off what asks a silent server: its
    # connection is given up just before.
    impatient = gives_up_after((JUST_BEFORE if for_glances else WAITS_TO_GIVE_UP) * wait)
    engine = create_async_engine(
        url,
        pool_size=1 if for_glances else POSTGRES_CONNECTIONS,
        max_overflow=0,
        pool_timeout=wait.total_seconds(),
        hide_parameters=True,
        connect_args={
            "connect_timeout": 2,
            # Without this a server that vanished would be noticed after minutes,
            "tcp_user_timeout": _milliseconds(wait),
            # and without this one that was frozen never.
            "async_creator_fn": impatient.connect,
        },
        # Both cost a round trip. A glance does without: it is taken once more when the connection turns out to be cut.
        isolation_level="AUTOCOMMIT" if for_glances else "READ COMMITTED",
        pool_pre_ping=not for_glances,
    )

    def on_connect(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        if for_glances:
            # There is one statement, and planning it anew each time takes longer than executing it.
            cursor.execute("SET plan_cache_mode = force_generic_plan")
        cursor.execute(f"SET lock_timeout = {_milliseconds(wait)}")
        cursor.execute(f"SET statement_timeout = {_milliseconds(wait)}")
        # A process that is frozen in the middle of a transaction would hold its locks, and with them everybody else.
        cursor.execute(f"SET idle_in_transaction_session_timeout = {_milliseconds(WAITS_TO_FREEZE * wait)}")
        cursor.close()
        connection.commit()

    event.listen(engine.sync_engine, "connect", on_connect)
    return engine


def _milliseconds(wait: timedelta) -> int:
    return int(wait / timedelta(milliseconds=1))


def _wrong_url(problem: str) -> SettingWrong:
    write = "Write an address such as postgresql://user:password@host/bedside, or leave it out"
    return SettingWrong(name="DATABASE_URL", problem=problem, write=write)
