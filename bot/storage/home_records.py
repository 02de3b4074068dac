"""What each person's Home tab showed last: hashes only, never what stood there."""

from collections.abc import Collection

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import PersonId
from bot.flows.records.workspace import Shown
from bot.storage.tables import homes, insert_into

OUTDATED = ""
"""The hash of no Home tab."""


class HomeRecords:
    """One row for each person who ever opened Home."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def last(self, person: PersonId) -> Shown | None:
        """What was shown last, as far as anybody wrote it down."""
        theirs = select(homes.c.content, homes.c.hash).where(homes.c.person == person)
        row = (await self._connection.execute(theirs)).mappings().one_or_none()
        return Shown(**row) if row else None

    async def show(self, person: PersonId, shown: Shown) -> None:
        """Write down what is shown now."""
        values = {"content": shown.content, "hash": shown.hash}
        insert = insert_into(self._connection, homes).values(person=person, **values)
        await self._connection.execute(insert.on_conflict_do_update(index_elements=["person"], set_=values))

    async def outdate(self, people: Collection[PersonId]) -> None:
        """Note that what some people's Home tabs show must not stand there any longer."""
        await self._connection.execute(update(homes).where(homes.c.person.in_(people)).values(content=OUTDATED))

    async def outdated(self, *, limit: int) -> tuple[PersonId, ...]:
        """Some of those people, ordered by id."""
        some = select(homes.c.person).where(homes.c.content == OUTDATED).order_by(homes.c.person).limit(limit)
        return tuple((await self._connection.scalars(some)).all())

    async def forget(self, person: PersonId) -> bool:
        """Know no longer what a Home tab showed. Returns whether anything was known."""
        known = delete(homes).where(homes.c.person == person).returning(homes.c.person)
        return await self._connection.scalar(known) is not None
