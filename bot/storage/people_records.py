"""Students, and who is placed where."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, Table, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, Standing, Student
from bot.domain.roster import PlannedCohort, PlannedRotation, RosterPlan
from bot.storage.tables import cohorts, insert_into, placements, rotations, students


class PeopleRecords:
    """Students are known by their Slack id, cohorts and rotations by their name."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings, locked until the unit of work ends; None for anybody else."""
        own = select(students).where(students.c.id == person).with_for_update()
        row = (await self._connection.execute(own)).mappings().one_or_none()
        return Student(**row) if row else None

    async def save(self, student: Student) -> None:
        """Insert or update one student's settings."""
        await self._upsert(students, [_fields_of(student)], by="id")

    async def rotations_of(self, student: PersonId) -> tuple[Rotation, ...]:
        """The rotations a student is placed in."""
        return tuple(rotation for _, rotation in await self._placed([student]))

    async def rotation_named(self, name: str) -> Rotation | None:
        """A rotation by its name."""
        named = select(rotations).where(rotations.c.name == name)
        row = (await self._connection.execute(named)).mappings().one_or_none()
        return Rotation(**row) if row else None

    async def rotations_in(self, cohort: CohortId) -> tuple[Rotation, ...]:
        """The rotations of a cohort, by first day."""
        of_cohort = select(rotations).where(rotations.c.cohort_id == cohort)
        ordered = of_cohort.order_by(rotations.c.first_day, rotations.c.id)
        return tuple(Rotation(**row) for row in (await self._connection.execute(ordered)).mappings())

    async def cohort(self, cohort: CohortId) -> Cohort:
        """One cohort."""
        row = (await self._connection.execute(select(cohorts).where(cohorts.c.id == cohort))).mappings().one()
        return Cohort(**row)

    async def cohorts(self) -> tuple[Cohort, ...]:
        """All cohorts, by id."""
        rows = (await self._connection.execute(select(cohorts).order_by(cohorts.c.id))).mappings()
        return tuple(Cohort(**row) for row in rows)

    async def span_of(self, cohort: CohortId) -> tuple[date, date]:
        """The first day of a cohort's first rotation and the last day of its last."""
        span = select(func.min(rotations.c.first_day), func.max(rotations.c.last_day))
        first, last = (await self._connection.execute(span.where(rotations.c.cohort_id == cohort))).one()
        return first, last

    async def roster_size(self, cohort: CohortId) -> int:
        """How many students are placed in a cohort, whether or not they started, paused or left."""
        everyone = (
            select(func.count(placements.c.person.distinct()))
            .join(rotations, rotations.c.id == placements.c.rotation_id)
            .where(rotations.c.cohort_id == cohort, placements.c.role == Role.STUDENT)
        )
        return (await self._connection.execute(everyone)).scalar_one()

    async def is_preceptor(self, person: PersonId) -> bool:
        """Whether a person is placed anywhere as a preceptor."""
        placed = exists().where(placements.c.person == person, placements.c.role == Role.PRECEPTOR)
        return (await self._connection.execute(select(placed))).scalar_one()

    async def unknown_students(self, *, on: date, limit: int) -> tuple[tuple[PersonId, Rotation], ...]:
        """People placed as students in rotations that have not ended before `on` and have no settings yet.

        Everybody comes once, with the rotation that begins first.
        """
        order = func.row_number().over(
            partition_by=placements.c.person, order_by=(rotations.c.first_day, rotations.c.id)
        )
        unknown = (
            _student_placements()
            .add_columns(order.label("place"))
            .where(rotations.c.last_day >= on)
            .where(~exists().where(students.c.id == placements.c.person))
            .subquery()
        )
        first = select(unknown).where(unknown.c.place == 1).order_by(unknown.c.person).limit(limit)
        rows = (await self._connection.execute(first)).mappings()
        return tuple((row["person"], _rotation(row)) for row in rows)

    async def started(self, *, after: PersonId | None, limit: int) -> tuple[tuple[Student, tuple[Rotation, ...]], ...]:
        """Started students with their rotations, ordered by id, the next `limit` after one; not locked."""
        page = select(students).where(students.c.standing == Standing.STARTED).order_by(students.c.id).limit(limit)
        if after is not None:
            page = page.where(students.c.id > after)
        found = [Student(**row) for row in (await self._connection.execute(page)).mappings()]
        placed = await self._placed([student.id for student in found])
        return tuple(
            (student, tuple(rotation for person, rotation in placed if person == student.id)) for student in found
        )

    async def apply(self, plan: RosterPlan) -> None:
        """Make a roster plan true: cohorts, rotations and placements are created or updated by name."""
        await self._upsert(cohorts, [_fields_of(cohort) for cohort in plan.cohorts], by="name")
        cohort_ids = await self._ids(cohorts, [rotation.cohort for rotation in plan.rotations])
        await self._upsert(rotations, [_row_of(rotation, cohort_ids) for rotation in plan.rotations], by="name")
        rotation_ids = await self._ids(rotations, [placement.rotation for placement in plan.placements])
        rows = [
            {"rotation_id": rotation_ids[placement.rotation], "person": placement.person, "role": placement.role}
            for placement in plan.placements
        ]
        if rows:
            await self._connection.execute(insert_into(self._connection, placements).on_conflict_do_nothing(), rows)

    async def _placed(self, people: Sequence[PersonId]) -> list[tuple[PersonId, Rotation]]:
        theirs = _student_placements().where(placements.c.person.in_(people))
        rows = (await self._connection.execute(theirs.order_by(rotations.c.first_day, rotations.c.id))).mappings()
        return [(row["person"], _rotation(row)) for row in rows]

    async def _upsert(self, table: Table, rows: list[dict[str, Any]], *, by: str) -> None:
        if not rows:
            return
        insert = insert_into(self._connection, table)
        changed = {name: insert.excluded[name] for name in rows[0] if name != by}
        await self._connection.execute(insert.on_conflict_do_update(index_elements=[by], set_=changed), rows)

    async def _ids(self, table: Table, names: Iterable[str]) -> dict[str, int]:
        named = select(table.c.name, table.c.id).where(table.c.name.in_(set(names)))
        return {row.name: row.id for row in await self._connection.execute(named)}


def _student_placements() -> Select[Any]:
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    return select(placements.c.person, rotations).select_from(joined).where(placements.c.role == Role.STUDENT)


def _rotation(row: RowMapping) -> Rotation:
    return Rotation(**{field.name: row[field.name] for field in fields(Rotation)})


def _row_of(rotation: PlannedRotation, cohort_ids: dict[str, int]) -> dict[str, Any]:
    row = _fields_of(rotation)
    return row | {"cohort_id": cohort_ids[row.pop("cohort")]}


def _fields_of(thing: Student | PlannedCohort | PlannedRotation) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
