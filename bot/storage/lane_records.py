"""The lanes' rows: whoever takes slots holds the row until its transaction ends."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.pace import Lane, LaneName, in_step
from bot.storage.tables import database_now, insert_into, lanes

STATE = tuple(field.name for field in fields(Lane))


class LaneRecords:
    """One row a lane, made when it is first asked for."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def lock(self, name: LaneName) -> tuple[Lane, datetime]:
        """A lane, held until the unit of work ends, and the present instant of the clock that it goes by."""
        columns = [lanes.c[column] for column in STATE]
        chosen = select(*columns).where(lanes.c.name == name).with_for_update()
        row = (await self._connection.execute(chosen)).mappings().one_or_none()
        if row is None:
            fresh = {"name": name, **_state_of(Lane())}
            await self._connection.execute(insert_into(self._connection, lanes).on_conflict_do_nothing(), fresh)
            row = (await self._connection.execute(chosen)).mappings().one()
        # Asked only now, since the lock may have been waited for.
        now = await self.now()
        return in_step(Lane(**row), now), now

    async def save(self, name: LaneName, lane: Lane) -> None:
        """Write down where a locked lane stands."""
        await self._connection.execute(update(lanes).where(lanes.c.name == name).values(_state_of(lane)))

    async def all(self) -> dict[LaneName, Lane]:
        """Every lane that was ever used, to look at."""
        found = (await self._connection.execute(select(lanes))).mappings()
        return {row["name"]: Lane(**{column: row[column] for column in STATE}) for row in found}

    async def now(self) -> datetime:
        """The present instant of the clock that lanes go by."""
        now: datetime = (await self._connection.execute(select(database_now(self._connection)))).scalar_one()
        return now


def _state_of(lane: Lane) -> dict[str, object]:
    return {column: getattr(lane, column) for column in STATE}
