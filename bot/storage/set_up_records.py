"""Cohorts, rotations and placements as coordinators set them up one by one."""

from collections.abc import Collection
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.marks import is_mark
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, RotationId
from bot.flows.records.people import Placement
from bot.storage.advisory import Advisory
from bot.storage.rotation_changes import remember, remember_preceptors, remember_use
from bot.storage.tables import cohorts, insert_into, placements, rotations, students, used_cohorts

ROTATION: Final = tuple(rotations.c[field.name] for field in fields(Rotation))


class SetUpRecords:
    """Everything is known by its id, and counted by editions."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self) -> None:
        """Let nobody else set anything up until the unit of work ends."""
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(select(func.pg_advisory_xact_lock(Advisory.SETTING_UP)))

    async def rotation(self, rotation: RotationId) -> Rotation | None:
        """A rotation by its id."""
        found = await self._connection.execute(select(*ROTATION).where(rotations.c.id == rotation))
        row = found.mappings().one_or_none()
        return Rotation(**row) if row else None

    async def add_rotation(self, rotation: Rotation) -> RotationId:
        """Add a rotation, whose own id counts for nothing. Nobody may have its name."""
        added = insert(rotations).values(_row(rotation)).returning(rotations.c.id)
        return RotationId((await self._connection.execute(added)).scalar_one())

    async def save_rotation(self, rotation: Rotation, *, at: datetime) -> None:
        """Write down a changed rotation as its next edition. Whoever is placed in one that moved is placed anew, as
        with a roster: other days or another cohort hide nobody who wrote before."""
        before = await self.rotation(rotation.id)
        if before is not None:
            await remember(self._connection, [before], cohorts={before.id: rotation.cohort_id}, at=at)
        if before is not None and _where(before) != _where(rotation):
            theirs = placements.c.rotation_id == rotation.id
            await self._connection.execute(update(placements).where(theirs).values(placed_at=at))
        changed = update(rotations).where(rotations.c.id == rotation.id)
        row = _row(rotation) | {"edition": rotation.edition + 1}
        # What has begun stays so, and nobody else says it.
        del row["has_begun"]
        await self._connection.execute(changed.values(row))
        await remember_use(self._connection, [rotation.id])

    async def remove_rotation(self, rotation: RotationId) -> None:
        """Forget a rotation in which nobody is placed any more."""
        await self._connection.execute(delete(rotations).where(rotations.c.id == rotation))

    async def add_cohort(self, cohort: Cohort) -> CohortId:
        """Add a cohort, whose own id counts for nothing. Nobody may have its name."""
        added = insert(cohorts).values(_row(cohort)).returning(cohorts.c.id)
        return CohortId((await self._connection.execute(added)).scalar_one())

    async def save_cohort(self, cohort: Cohort) -> None:
        """Write down a changed cohort as its next edition."""
        changed = update(cohorts).where(cohorts.c.id == cohort.id)
        await self._connection.execute(changed.values(_row(cohort) | {"edition": cohort.edition + 1}))

    async def is_used(self, cohort: CohortId) -> bool:
        """Whether a cohort has ever had a rotation with people, or one that had begun."""
        used = select(used_cohorts.c.cohort_id).where(used_cohorts.c.cohort_id == cohort)
        return await self._connection.scalar(used) is not None

    async def remove_cohort(self, cohort: CohortId) -> None:
        """Forget a cohort that has no rotation and was never used."""
        await self._connection.execute(delete(cohorts).where(cohorts.c.id == cohort))

    async def placed_in(self, rotations: Collection[RotationId]) -> tuple[Placement, ...]:
        """Who is placed in some rotations, and as what, by id."""
        return await self._placements(placements.c.rotation_id.in_(rotations))

    async def placements_of(self, people: Collection[PersonId]) -> tuple[Placement, ...]:
        """Where some people are placed, and as what."""
        return await self._placements(placements.c.person.in_(people))

    async def place(self, rotation: RotationId, people: Collection[PersonId], role: Role, *, at: datetime) -> None:
        """Place people in a rotation; for whoever is there already nothing changes."""
        # Nobody is to be asked about a mark, and nobody to be welcomed.
        rows = [
            {"rotation_id": rotation, "person": person, "role": role, "known": is_mark(person), "placed_at": at}
            for person in sorted(people)
        ]
        if not rows:
            return
        await self._connection.execute(insert_into(self._connection, placements).on_conflict_do_nothing(), rows)
        await remember_use(self._connection, [rotation])
        known = placements.c.known.is_(False) & placements.c.person.in_(select(students.c.id))
        here = placements.c.rotation_id == rotation
        await self._connection.execute(update(placements).where(here, known).values(known=True))

    async def take_off(
        self, rotation: Rotation, people: Collection[PersonId], *, on: date, roles: Collection[Role] = tuple(Role)
    ) -> None:
        """Place people in a rotation no longer, in any role or in some. A student's time there ended on a date, or with
        the rotation: from then on it is counted how long what they wrote is kept. A preceptor may have read digests of
        the cohort, and that is remembered."""
        here = (placements.c.rotation_id == rotation.id) & placements.c.role.in_(roles)
        theirs = placements.c.person.in_(people) & here
        as_students = select(placements.c.person).where(theirs, placements.c.role == Role.STUDENT)
        ended = min(on, rotation.last_day)
        later = case((students.c.placed_until > ended, students.c.placed_until), else_=ended)
        chosen = select(students.c.id).where(students.c.id.in_(as_students)).order_by(students.c.id).with_for_update()
        await self._connection.execute(update(students).where(students.c.id.in_(chosen)).values(placed_until=later))
        await remember_preceptors(self._connection, theirs, on=on)
        await self._connection.execute(delete(placements).where(theirs))

    async def _placements(self, chosen: Any) -> tuple[Placement, ...]:  # noqa: ANN401 - a condition of any kind
        joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
        found = select(placements.c.person, placements.c.role, *ROTATION).select_from(joined).where(chosen)
        ordered = found.order_by(placements.c.person, placements.c.role, rotations.c.id)
        rows = (await self._connection.execute(ordered)).mappings()
        return tuple(
            Placement(row["person"], row["role"], Rotation(**{column.name: row[column.name] for column in ROTATION}))
            for row in rows
        )


def _row(thing: Cohort | Rotation) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing) if field.name != "id"}


def _where(rotation: Rotation) -> tuple[CohortId, date, date]:
    return rotation.cohort_id, rotation.first_day, rotation.last_day
