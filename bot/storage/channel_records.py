"""Who could read the channels of digests when somebody last looked."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.flows.records import SeenChannel
from bot.storage.tables import channels, insert_into


class ChannelRecords:
    """One row for each channel that somebody can read who should not."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def open_to_students(self) -> dict[str, SeenChannel]:
        """The channels that students could read when somebody last looked, by their ids."""
        rows = await self._connection.execute(select(channels.c.id, channels.c.is_public, channels.c.students))
        return {row.id: SeenChannel(*row) for row in rows}

    async def note(self, seen: SeenChannel) -> None:
        """Note who could read a channel just now."""
        if not seen.is_open_to_students:
            await self._connection.execute(delete(channels).where(channels.c.id == seen.id))
            return
        row = {"id": seen.id, "is_public": seen.is_public, "students": seen.students}
        noted = insert_into(self._connection, channels).values(row)
        await self._connection.execute(noted.on_conflict_do_update(index_elements=["id"], set_=row))
