"""Bringing everything encrypted under the newest key, so that the older ones can be thrown away, and into the lengths
that tell nothing."""

from typing import Any

from sqlalchemy import Table, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.tables import group_answers, outbox, replies

BATCH = 500
ENCRYPTED = ((replies, ("text", "excerpt")), (outbox, ("body",)), (group_answers, ("text", "signature")))


async def reencrypt(database: Database) -> int:
    """Re-encrypt every reply, excerpt, digest and answer as the cipher writes it now, and return how many rows that
    changed.

    It works in batches beside a running bot; whatever is written meanwhile is written so already.
    """
    changed = 0
    for table, columns in ENCRYPTED:
        last: tuple[Any, ...] | None = None
        while True:
            async with database.connect() as connection:
                keys, rewritten = await _batch(connection, table, columns, after=last, cipher=database.cipher)
                await connection.commit()
            changed += rewritten
            if len(keys) < BATCH:
                break
            last = keys[-1]
    return changed


async def _batch(
    connection: AsyncConnection,
    table: Table,
    columns: tuple[str, ...],
    *,
    after: tuple[Any, ...] | None,
    cipher: Cipher,
) -> tuple[list[tuple[Any, ...]], int]:
    key = list(table.primary_key.columns)
    rows = select(*key, *(table.c[name] for name in columns)).order_by(*key).limit(BATCH)
    if after is not None:
        rows = rows.where(tuple_(*key) > tuple_(*after, types=[column.type for column in key]))
    found = (await connection.execute(rows.with_for_update())).mappings().all()
    rewritten = 0
    for row in found:
        fresh = {name: cipher.rotate(row[name]) for name in columns if row[name] is not None}
        if any(fresh[name] != row[name] for name in fresh):
            own = (column == row[column.name] for column in key)
            await connection.execute(update(table).where(*own).values(fresh))
            rewritten += 1
    return [tuple(row[column.name] for column in key) for row in found], rewritten
