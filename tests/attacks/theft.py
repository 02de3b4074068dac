"""A stolen copy of a database: every table and every column that it has, whatever the code knows of them."""

import base64
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, MetaData, Table, select, text

from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from tests.databases import PATIENCE

Row = dict[str, Any]

BY_CHANCE = {
    "homes": {"hash"},
    "lanes": {"next_at", "share_at", "blocked_until", "refused_at", "counted_from", "taken"},
    "outbox": {"id", "owner", "ended_at", "looked_at", "lease_until", "held_until", "sent_ts"},
}
"""Made up at random, or instants of the host's own clock. All else has to be equal in two worlds that nobody can tell
apart, and a column that is new is looked at like all others."""

HASHES = {"homes": {"content"}}
"""Under a key of their own: an attack of its own tries them."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a thief has: rows in the order in which they lie there."""

    tables: Mapping[str, list[Row]]

    @classmethod
    async def of(cls, database: Database) -> Self:
        """Copy everything."""
        async with database.connect() as connection:
            return cls(await connection.run_sync(_all_rows))

    def values(self) -> Iterator[tuple[str, Any]]:
        """Every value with the name of its column."""
        for table, rows in self.tables.items():
            yield from ((f"{table}.{name}", value) for row in rows for name, value in row.items())

    def differs(self, other: "Copy", read: Callable[[bytes], object]) -> set[str]:
        """The columns in which two copies differ, as far as ciphertexts can be read, and in the number of rows."""
        return {column for table in self.tables for column in _differing(table, self, other, read)}


@asynccontextmanager
async def opened(url: str, *, cipher: Cipher) -> AsyncIterator[Database]:
    """A database, and closed afterwards whatever happens."""
    database = open_database(url, cipher=cipher, wait=PATIENCE)
    try:
        yield database
    finally:
        await database.close()


def outside(token: bytes) -> tuple[int, int]:
    """What a ciphertext tells somebody without the key: how long it is, and the time that stands in it."""
    return len(token), int.from_bytes(base64.urlsafe_b64decode(token)[1:9])


def with_key(cipher: Cipher) -> Callable[[bytes], object]:
    """What it tells somebody with the key."""
    return cipher.decrypt


def files_of(url: str) -> bytes:
    """Every byte of an embedded database's files: pages in use, free ones, and its log."""
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


async def empty(database: Database) -> None:
    """Begin anew; numbers begin at 1 again."""
    async with database.connect() as connection:
        await connection.run_sync(_empty)
        await connection.commit()


def _all_rows(connection: Connection) -> dict[str, list[Row]]:
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in _all(connection)
    }


def _all(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(bind=connection)
    return found.sorted_tables


def _empty(connection: Connection) -> None:
    tables = [table for table in _all(connection) if table.name != "alembic_version"]
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"TRUNCATE {', '.join(table.name for table in tables)} RESTART IDENTITY"))
    else:
        for table in reversed(tables):
            connection.execute(table.delete())


def _differing(table: str, one: Copy, other: Copy, read: Callable[[bytes], object]) -> Iterator[str]:
    for row, twin in zip_longest(_in_order(table, one), _in_order(table, other)):
        if row is None or twin is None:
            yield f"{table}: rows"
            return
        yield from (
            f"{table}.{name}"
            for name in row
            if _seen(table, name, row[name], read) != _seen(table, name, twin[name], read)
        )


def _in_order(table: str, copy: Copy) -> list[Row]:
    """As they lie there; but messages are moved about by every delivery, in the order of ids that are made up."""
    rows = copy.tables[table]
    return sorted(rows, key=lambda row: str(row["dedupe_key"])) if table == "outbox" else rows


def _seen(table: str, name: str, value: object, read: Callable[[bytes], object]) -> object:
    if isinstance(value, bytes):
        return read(value)
    if name in HASHES.get(table, ()):
        return len(str(value))
    return value is None if name in BY_CHANCE.get(table, ()) else value
