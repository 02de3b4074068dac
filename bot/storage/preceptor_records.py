"""Preceptors who were told how a digest is to be read, and whether they confirmed it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, exists, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.outbox import Kind
from bot.domain.people import Cohort, CohortId, PersonId, Role
from bot.storage.outbox_records import came_to_nothing
from bot.storage.tables import cohorts, insert_into, outbox, past_preceptors, placements, preceptors, rotations


class PreceptorRecords:
    """One row for each preceptor who was ever told."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The preceptors placed in a cohort's rotations that run on any day from `since` to `until`, by id."""
        joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
        theirs = (
            select(placements.c.person)
            .select_from(joined)
            .where(placements.c.role == Role.PRECEPTOR, rotations.c.cohort_id == cohort)
            .where(rotations.c.first_day <= until, rotations.c.last_day >= since)
        )
        found = await self._connection.scalars(theirs.distinct().order_by(placements.c.person))
        return tuple(PersonId(person) for person in found)

    async def ever(self) -> dict[CohortId, frozenset[PersonId]]:
        """Everybody who was ever a preceptor in each cohort, also who was taken off it after it had begun."""
        ever: defaultdict[CohortId, set[PersonId]] = defaultdict(set)
        for cohort, person in await self._connection.execute(_ever(true(), true())):
            ever[cohort].add(person)
        return {cohort: frozenset(people) for cohort, people in ever.items()}

    async def ever_in(self, cohort: CohortId) -> frozenset[PersonId]:
        """The same for one cohort."""
        theirs = _ever(rotations.c.cohort_id == cohort, past_preceptors.c.cohort_id == cohort)
        return frozenset(person for _, person in await self._connection.execute(theirs))

    async def ever_taught(self, preceptor: PersonId) -> frozenset[CohortId]:
        """The cohorts in which somebody was ever a preceptor, in the same way."""
        theirs = _ever(placements.c.person == preceptor, past_preceptors.c.person == preceptor)
        return frozenset(cohort for cohort, _ in await self._connection.execute(theirs))

    async def cohorts_of(self, preceptor: PersonId, *, since: date) -> tuple[Cohort, ...]:
        """The cohorts in which a preceptor is placed in a rotation that ends at `since` or later, by name."""
        joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
        theirs = (
            select(rotations.c.cohort_id)
            .select_from(joined)
            .where(placements.c.person == preceptor, placements.c.role == Role.PRECEPTOR)
            .where(rotations.c.last_day >= since)
        )
        chosen = select(cohorts).where(cohorts.c.id.in_(theirs)).order_by(cohorts.c.name)
        return tuple(Cohort(**row) for row in (await self._connection.execute(chosen)).mappings())

    async def confirmed(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have confirmed that they read how a digest is to be read."""
        theirs = select(preceptors.c.person)
        theirs = theirs.where(preceptors.c.person.in_(people), preceptors.c.confirmed_at.is_not(None))
        return frozenset(PersonId(person) for person in await self._connection.scalars(theirs))

    async def unreachable(self, people: Collection[PersonId]) -> dict[PersonId, str]:
        """Those of some people whom nothing reaches, each with Slack's code."""
        lost = select(preceptors.c.person, preceptors.c.unreachable)
        lost = lost.where(preceptors.c.person.in_(people), preceptors.c.unreachable.is_not(None))
        return {PersonId(person): reason for person, reason in await self._connection.execute(lost)}

    async def lose(self, preceptor: PersonId, reason: str) -> bool:
        """Note that nothing reaches a preceptor who was told; False (and no change) for anybody else, and when that was
        noted already."""
        news = or_(preceptors.c.unreachable.is_(None), preceptors.c.unreachable != reason)
        return await self._note((preceptors.c.person == preceptor) & news, unreachable=reason)

    async def found(self, preceptor: PersonId) -> bool:
        """Note that a preceptor can be reached again; False (and no change) when nothing else was known."""
        lost = (preceptors.c.person == preceptor) & preceptors.c.unreachable.is_not(None)
        return await self._note(lost, unreachable=None)

    async def tell(self, preceptor: PersonId) -> bool:
        """Note that a preceptor is told; False (and no change) when that was noted already."""
        once = insert_into(self._connection, preceptors).values(person=preceptor).on_conflict_do_nothing()
        return await self._connection.scalar(once.returning(preceptors.c.person)) is not None

    async def confirm(self, preceptor: PersonId, *, at: datetime) -> bool:
        """Note that a preceptor has confirmed; False (and no change) when that was noted already."""
        await self.tell(preceptor)
        unconfirmed = (preceptors.c.person == preceptor) & preceptors.c.confirmed_at.is_(None)
        return await self._note(unconfirmed, confirmed_at=at)

    async def untold(self, *, on: date, planned_before: datetime, limit: int) -> tuple[tuple[PersonId, CohortId], ...]:
        """Some preceptors who were not told yet, or have not confirmed and whose briefing, planned for an instant or
        earlier, came to nothing; each with one of the cohorts whose rotations have not all ended before a date."""
        joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
        unconfirmed = exists().where(preceptors.c.person == placements.c.person, preceptors.c.confirmed_at.is_(None))
        briefed = (outbox.c.student == placements.c.person) & (outbox.c.kind == Kind.BRIEFING)
        in_vain = unconfirmed & exists().where(briefed, came_to_nothing(planned_before=planned_before))
        new = (
            select(placements.c.person, rotations.c.cohort_id)
            .select_from(joined)
            .where(placements.c.role == Role.PRECEPTOR, rotations.c.last_day >= on)
            .where(or_(~exists().where(preceptors.c.person == placements.c.person), in_vain))
            .order_by(placements.c.person, rotations.c.first_day, rotations.c.id)
            .limit(limit)
        )
        rows = (await self._connection.execute(new)).all()
        # Of several rotations the first counts, so whoever comes twice keeps it.
        first = {PersonId(person): CohortId(cohort) for person, cohort in reversed(rows)}
        return tuple(first.items())

    async def _note(self, chosen: ColumnElement[bool], **values: object) -> bool:
        note = update(preceptors).where(chosen).values(**values).returning(preceptors.c.person)
        return await self._connection.scalar(note) is not None


def _ever(placed: ColumnElement[bool], past: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Each cohort and preceptor of those who are placed, and of those who were."""
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    now = select(rotations.c.cohort_id, placements.c.person).select_from(joined)
    before = select(past_preceptors.c.cohort_id, past_preceptors.c.person).where(past)
    return now.where(placements.c.role == Role.PRECEPTOR, placed).union(before)
