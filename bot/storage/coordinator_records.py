"""Who coordinates, and what was changed by whom."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditEntry
from bot.domain.people import PersonId
from bot.storage.tables import audit, coordinators, insert_into


class CoordinatorRecords:
    """Whom the environment names coordinates until somebody is removed in Slack; others are named there."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def standing(self, first: Collection[PersonId]) -> frozenset[PersonId]:
        """Who coordinates now, when these were named to begin with."""
        rows = (await self._connection.execute(select(coordinators.c.person, coordinators.c.stands))).all()
        removed = {person for person, stands in rows if not stands}
        return frozenset(first) - removed | {PersonId(person) for person, stands in rows if stands}

    async def ever(self, first: Collection[PersonId]) -> frozenset[PersonId]:
        """Who coordinates now or has done so."""
        people = await self._connection.scalars(select(coordinators.c.person))
        return frozenset(first) | {PersonId(person) for person in people}

    async def lock(self) -> None:
        """Let nobody else change who coordinates until the unit of work ends."""
        # On SQLite whoever has begun a transaction is alone already. Rows would not do: the first ones have none.
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("LOCK TABLE coordinators IN SHARE ROW EXCLUSIVE MODE"))

    async def put(self, person: PersonId, *, stands: bool, at: datetime) -> None:
        """Note that a person coordinates from now on, or no longer."""
        row = {"person": person, "stands": stands, "changed_at": at}
        statement = insert_into(self._connection, coordinators).values(row)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["person"], set_=row))


class AuditRecords:
    """One row for each deed, in the order in which they were done."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def note(self, entry: AuditEntry) -> None:
        """Note a deed in the transaction that does it."""
        row = {name: getattr(entry, name) for name in ("at", "by", "deed", "subject", "changes")}
        await self._connection.execute(insert(audit).values(row))

    async def newest(self, *, skip: int, limit: int) -> tuple[AuditEntry, ...]:
        """The newest deeds first, after so many."""
        page = select(audit).order_by(audit.c.id.desc()).offset(skip).limit(limit)
        rows = (await self._connection.execute(page)).mappings()
        return tuple(AuditEntry(row["at"], row["by"], row["deed"], row["subject"], row["changes"]) for row in rows)

    async def count(self) -> int:
        """How many there are."""
        return (await self._connection.execute(select(func.count()).select_from(audit))).scalar_one()
