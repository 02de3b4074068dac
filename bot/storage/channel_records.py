"""Who could read the channels of digests when somebody last looked, and whether Bedside was in them."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.flows.records.coordination import SeenChannel
from bot.storage.tables import channels, insert_into


class ChannelRecords:
    """One row for each channel that somebody can read who should not, or that Bedside is not in."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def unfit(self) -> dict[str, SeenChannel]:
        """The channels that were not fit for digests when somebody last looked, by their ids."""
        columns = channels.c.id, channels.c.is_public, channels.c.students, channels.c.has_bedside
        rows = await self._connection.execute(select(*columns))
        return {row.id: SeenChannel(*row) for row in rows}

    async def note(self, seen: SeenChannel) -> None:
        """Note what was seen of a channel just now."""
        if seen.is_fit:
            await self._connection.execute(delete(channels).where(channels.c.id == seen.id))
            return
        row = {
            "id": seen.id,
            "is_public": seen.is_public,
            "students": seen.students,
            "has_bedside": seen.has_bedside,
        }
        noted = insert_into(self._connection, channels).values(row)
        await self._connection.execute(noted.on_conflict_do_update(index_elements=["id"], set_=row))
