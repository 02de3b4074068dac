"""Students, and who is placed where."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import RowMapping, Select, Subquery, Table, bindparam, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, Standing, Student
from bot.domain.roster import PlannedCohort, PlannedRotation, RosterPlan
from bot.flows.ports import Finished
from bot.storage.tables import cohorts, insert_into, placements, replies, rotations, skips, students

STUDENT = tuple(students.c[field.name] for field in fields(Student))


class PeopleRecords:
    """Students are known by their Slack id, cohorts and rotations by their name."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings, locked until the unit of work ends; None for anybody else."""
        own = select(*STUDENT).where(students.c.id == person).with_for_update()
        row = (await self._connection.execute(own)).mappings().one_or_none()
        return Student(**row) if row else None

    async def students(self, people: Collection[PersonId]) -> dict[PersonId, Student]:
        """The settings of those who have any, locked until the unit of work ends.

        Everybody locks in the order of ids, so that no two workers wait for each other.
        """
        chosen = select(*STUDENT).where(students.c.id.in_(people)).order_by(students.c.id).with_for_update()
        rows = (await self._connection.execute(chosen)).mappings()
        return {row["id"]: Student(**row) for row in rows}

    async def remember_conversations(self, conversations: Mapping[PersonId, str]) -> None:
        """Write down students' direct conversations in Slack."""
        learned = update(students).where(students.c.id == bindparam("of")).values(conversation=bindparam("stands_at"))
        rows = [{"of": person, "stands_at": channel} for person, channel in sorted(conversations.items())]
        if rows:
            await self._connection.execute(learned, rows)

    async def add(self, student: Student) -> bool:
        """Insert one student's settings; False (and no change) when the student has some already."""
        once = insert_into(self._connection, students).values(_fields_of(student)).on_conflict_do_nothing()
        return await self._connection.scalar(once.returning(students.c.id)) is not None

    async def save(self, student: Student) -> None:
        """Insert or update one student's settings."""
        await self._upsert(students, [_fields_of(student)], by="id")

    async def rotations_of(self, student: PersonId) -> tuple[Rotation, ...]:
        """The rotations a student is placed in."""
        theirs = _student_placements().where(placements.c.person == student)
        rows = (await self._connection.execute(theirs.order_by(rotations.c.first_day, rotations.c.id))).mappings()
        return tuple(_rotation(row) for row in rows)

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

    async def cohorts_among(self, ids: Collection[CohortId]) -> dict[CohortId, Cohort]:
        """Some cohorts, by their ids."""
        rows = (await self._connection.execute(select(cohorts).where(cohorts.c.id.in_(ids)))).mappings()
        return {row["id"]: Cohort(**row) for row in rows}

    async def span_of(self, cohort: CohortId) -> tuple[date, date] | None:
        """The first day of a cohort's first rotation and the last day of its last; None when it has no rotation."""
        span = select(func.min(rotations.c.first_day), func.max(rotations.c.last_day))
        first, last = (await self._connection.execute(span.where(rotations.c.cohort_id == cohort))).one()
        return None if first is None else (first, last)

    async def roster_size(self, cohort: CohortId, *, since: date, until: date) -> int:
        """How many students are placed in a cohort's rotations that run on any day from `since` to `until`, whether
        or not they started, paused or left."""
        everyone = (
            select(func.count(placements.c.person.distinct()))
            .join(rotations, rotations.c.id == placements.c.rotation_id)
            .where(rotations.c.cohort_id == cohort, placements.c.role == Role.STUDENT)
            .where(rotations.c.first_day <= until, rotations.c.last_day >= since)
        )
        return (await self._connection.execute(everyone)).scalar_one()

    async def is_preceptor(self, person: PersonId) -> bool:
        """Whether a person is placed anywhere as a preceptor."""
        placed = exists().where(placements.c.person == person, placements.c.role == Role.PRECEPTOR)
        return (await self._connection.execute(select(placed))).scalar_one()

    async def unknown_students(
        self, *, on: date, after: PersonId | None, limit: int
    ) -> tuple[tuple[PersonId, Rotation], ...]:
        """People placed as students in rotations that have not ended before `on` and have no settings yet, ordered by
        id, the next `limit` after one.

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
            .where(placements.c.person > (after or ""))
            .subquery()
        )
        first = select(unknown).where(unknown.c.place == 1).order_by(unknown.c.person).limit(limit)
        rows = (await self._connection.execute(first)).mappings()
        return tuple((row["person"], _rotation(row)) for row in rows)

    async def started(self, *, after: PersonId | None, limit: int) -> tuple[PersonId, ...]:
        """Started students, ordered by id, the next `limit` after one."""
        page = select(students.c.id).where(students.c.standing == Standing.STARTED, students.c.id > (after or ""))
        return tuple((await self._connection.scalars(page.order_by(students.c.id).limit(limit))).all())

    async def finished(self, *, by: date, after: PersonId | None, limit: int) -> tuple[Finished, ...]:
        """Students with replies or skips whose last rotation ended by a date, whether or not they left, ordered by
        id, the next `limit` after one."""
        last_days = _last_days()
        wrote = exists().where(replies.c.student == students.c.id)
        skipped = exists().where(skips.c.student == students.c.id)
        page = (
            select(*STUDENT, last_days.c.last_day, wrote.label("wrote"))
            .join(last_days, last_days.c.person == students.c.id)
            .where(last_days.c.last_day <= by, wrote | skipped)
            .order_by(students.c.id)
            .limit(limit)
        )
        if after is not None:
            page = page.where(students.c.id > after)
        rows = (await self._connection.execute(page)).mappings()
        return tuple(Finished(_student(row), row["last_day"], row["wrote"]) for row in rows)

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


def _last_days() -> Subquery:
    """The last day of each student's last rotation."""
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    last_day = func.max(rotations.c.last_day).label("last_day")
    theirs = select(placements.c.person, last_day).select_from(joined).where(placements.c.role == Role.STUDENT)
    return theirs.group_by(placements.c.person).subquery()


def _student(row: RowMapping) -> Student:
    return Student(**{field.name: row[field.name] for field in fields(Student)})


def _rotation(row: RowMapping) -> Rotation:
    return Rotation(**{field.name: row[field.name] for field in fields(Rotation)})


def _row_of(rotation: PlannedRotation, cohort_ids: dict[str, int]) -> dict[str, Any]:
    row = _fields_of(rotation)
    return row | {"cohort_id": cohort_ids[row.pop("cohort")]}


def _fields_of(thing: Student | PlannedCohort | PlannedRotation) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
