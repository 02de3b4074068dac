"""Bringing everything encrypted under the newest key, so that the older ones can be thrown away."""

from sqlalchemy import ColumnElement, Table, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.tables import outbox, replies

BATCH = 500
ENCRYPTED = ((replies, ("text", "excerpt")), (outbox, ("body",)))


async def reencrypt(database: Database) -> int:
    """Re-encrypt every reply, excerpt and digest under the newest key, and return how many rows that changed.

    It works in batches beside a running bot; whatever is written meanwhile is under the newest key already.
    """
    changed = 0
    for table, columns in ENCRYPTED:
        last: object = None
        while True:
            async with database.connect() as connection:
                ids, rewritten = await _batch(connection, table, columns, after=last, cipher=database.cipher)
                await connection.commit()
            changed += rewritten
            if len(ids) < BATCH:
                break
            last = ids[-1]
    return changed


async def _batch(
    connection: AsyncConnection, table: Table, columns: tuple[str, ...], *, after: object, cipher: Cipher
) -> tuple[list[object], int]:
    rows = select(table.c.id, *(table.c[name] for name in columns)).order_by(table.c.id).limit(BATCH)
    if after is not None:
        rows = rows.where(table.c.id > after)
    found = (await connection.execute(rows.with_for_update())).mappings().all()
    rewritten = 0
    for row in found:
        fresh = {name: cipher.rotate(row[name]) for name in columns if row[name] is not None}
        if any(fresh[name] != row[name] for name in fresh):
            own: ColumnElement[bool] = table.c.id == row["id"]
            await connection.execute(update(table).where(own).values(fresh))
            rewritten += 1
    return [row["id"] for row in found], rewritten
