"""Which digests a cohort had, and when it last released replies."""

from datetime import date, datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import CohortId
from bot.storage.tables import Instant, digests, insert_into


class DigestRecords:
    """One row for each cohort and date: whoever inserts it composes the digest."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def begin(self, cohort: CohortId, on: date) -> bool:
        """Reserve the digest of a date; False when it was composed already, here or by another worker."""
        reserve = insert_into(self._connection, digests).values(cohort_id=cohort, day=on)
        once = reserve.on_conflict_do_nothing(index_elements=["cohort_id", "day"]).returning(digests.c.cohort_id)
        return await self._connection.scalar(once) is not None

    async def begun(self, *, since: date) -> frozenset[tuple[CohortId, date]]:
        """Cohorts and dates, from a date on, whose digest was composed."""
        recent = select(digests.c.cohort_id, digests.c.day).where(digests.c.day >= since)
        return frozenset((cohort, on) for cohort, on in await self._connection.execute(recent))

    async def released(self, cohort: CohortId, on: date, *, at: datetime) -> None:
        """Note that the digest of a date released replies."""
        of_that_day = (digests.c.cohort_id == cohort) & (digests.c.day == on)
        await self._connection.execute(update(digests).where(of_that_day).values(released_at=at))

    async def last_release(self, cohort: CohortId) -> datetime | None:
        """When a cohort last released replies."""
        latest = func.max(digests.c.released_at, type_=Instant)
        found: datetime | None = await self._connection.scalar(select(latest).where(digests.c.cohort_id == cohort))
        return found
