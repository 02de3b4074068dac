"""Which digests a cohort had, and when it last released replies."""

from collections.abc import Collection, Mapping
from dataclasses import astuple
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.letters import digest_key
from bot.domain.outbox import Kind
from bot.domain.people import Cohort, CohortId, PersonId
from bot.flows.records.digests import DigestHour, PostedDigest
from bot.storage.rotation_changes import newest_release
from bot.storage.tables import Instant, cohorts, digests, insert_into, outbox, rotations

HOUR = (cohorts.c.zone, cohorts.c.digest_day, cohorts.c.digest_at)
NEAR = timedelta(days=5)
"""Where a cohort's digest moves to another day, no second one comes in the same week."""


class DigestRecords:
    """One row for each cohort and date: whoever inserts it composes the digest."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def begin(self, cohort: CohortId, on: date) -> bool:
        """Reserve the digest of a date; False when it was composed already, here or by another worker."""
        reserve = insert_into(self._connection, digests).values(cohort_id=cohort, day=on)
        once = reserve.on_conflict_do_nothing(index_elements=["cohort_id", "day"]).returning(digests.c.cohort_id)
        return await self._connection.scalar(once) is not None

    async def was_begun(self, cohort: CohortId, on: date) -> bool:
        """Whether a cohort had a digest of a date."""
        had = exists().where(digests.c.cohort_id == cohort, digests.c.day == on)
        return (await self._connection.execute(select(had))).scalar_one()

    async def hours(self) -> tuple[DigestHour, ...]:
        """When there are digests at all: thousands of cohorts share a few hours."""
        rows = await self._connection.execute(select(*HOUR).distinct())
        return tuple(DigestHour(*row) for row in rows)

    async def to_begin(self, hour: DigestHour, on: date, *, ended_since: date) -> tuple[Cohort, ...]:
        """The cohorts with this hour that have no digest of a date or of less than six days before or after it, whose
        first rotation began before it and whose last one ends at `ended_since` or later."""
        theirs = rotations.c.cohort_id == cohorts.c.id
        near = digests.c.day.between(on - NEAR, on + NEAR)
        missing = (
            select(cohorts)
            .where(*(column == value for column, value in zip(HOUR, astuple(hour), strict=True)))
            .where(~exists().where(digests.c.cohort_id == cohorts.c.id, near))
            .where(exists().where(theirs, rotations.c.first_day < on))
            .where(exists().where(theirs, rotations.c.last_day >= ended_since))
            .order_by(cohorts.c.id)
        )
        return tuple(Cohort(**row) for row in (await self._connection.execute(missing)).mappings())

    async def released(self, cohort: CohortId, on: date, *, at: datetime) -> None:
        """Note that the digest of a date released replies."""
        of_that_day = (digests.c.cohort_id == cohort) & (digests.c.day == on)
        await self._connection.execute(update(digests).where(of_that_day).values(released_at=at))

    async def released_anything(self, on: Mapping[CohortId, date]) -> dict[CohortId, bool]:
        """Of those of some cohorts that have their digest of a date, one for each: whether it released replies."""
        theirs = digests.c.cohort_id.in_(on) & digests.c.day.in_(set(on.values()))
        composed = select(digests.c.cohort_id, digests.c.day, digests.c.released_at).where(theirs)
        rows = await self._connection.execute(composed)
        return {CohortId(cohort): at is not None for cohort, day, at in rows if on[CohortId(cohort)] == day}

    async def last_release(self, cohort: CohortId) -> datetime | None:
        """When a cohort last released replies."""
        latest = func.max(digests.c.released_at, type_=Instant)
        found: datetime | None = await self._connection.scalar(select(latest).where(digests.c.cohort_id == cohort))
        return found

    async def rests_since(self, cohort: CohortId) -> datetime | None:
        """The same; or, if that is later, when another one did whose rotation it then took over."""
        return await newest_release(self._connection, cohort)

    async def posted(self, cohorts: Collection[CohortId], *, to: PersonId, newest: int) -> tuple[PostedDigest, ...]:
        """Where the newest digests of some cohorts stand, of those in a channel or sent to this very person: the
        newest first, and one for each cohort and date, the person's own where there is one."""
        days = select(digests.c.cohort_id, digests.c.day).where(digests.c.cohort_id.in_(cohorts))
        recent = (
            await self._connection.execute(days.order_by(digests.c.day.desc(), digests.c.cohort_id).limit(newest))
        ).all()
        # Said by keys and by the person, so that a long outbox is not read.
        in_channels = outbox.c.dedupe_key.in_([digest_key(cohort, day) for cohort, day in recent])
        own = (outbox.c.student == to) & outbox.c.day.in_({day for _, day in recent})
        there = (
            select(outbox.c.cohort_id, outbox.c.day, outbox.c.sent_channel, outbox.c.sent_ts)
            .where(or_(in_channels, own), outbox.c.kind == Kind.DIGEST, outbox.c.cohort_id.in_(cohorts))
            .where(outbox.c.sent_channel.is_not(None), outbox.c.sent_ts.is_not(None))
            .order_by(outbox.c.day.desc(), outbox.c.cohort_id, outbox.c.student.is_(None))
        )
        found: dict[tuple[CohortId, date], PostedDigest] = {}
        for row in await self._connection.execute(there):
            found.setdefault((row.cohort_id, row.day), PostedDigest(*row))
        return tuple(found.values())
