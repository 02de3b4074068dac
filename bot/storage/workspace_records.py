"""The one workspace that a database belongs to."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import AnotherWorkspace
from bot.storage.tables import insert_into, workspace


class WorkspaceRecords:
    """Remembers the workspace in a table that can hold one row only."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def bind(self, team: str) -> None:
        """Remember the workspace at the first start. Raises AnotherWorkspace when the database knows another."""
        remember = insert_into(self._connection, workspace).values(id=1, team=team)
        await self._connection.execute(remember.on_conflict_do_nothing(index_elements=["id"]))
        if await self._connection.scalar(select(workspace.c.team)) != team:
            raise AnotherWorkspace
