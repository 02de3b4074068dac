"""Students, and who is placed where."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Subquery,
    Table,
    bindparam,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.anonymity import still_pooled_since
from bot.domain.marks import FADED, MARK, is_mark
from bot.domain.outbox import LONGEST_PLAN
from bot.domain.people import Cohort, CohortId, PersonId, Role, Rotation, Standing, Student
from bot.domain.roster import PlannedCohort, PlannedPlacement, PlannedRotation, RosterPlan, There
from bot.flows.records.people import Finished, Lost, PlacedNow, Pool
from bot.storage.rotation_changes import remember, remember_use
from bot.storage.tables import cohorts, insert_into, placements, preceptors, replies, rotations, skips, students

STUDENT = tuple(students.c[field.name] for field in fields(Student))
# Drawn up once, since somebody waits who has just pressed a button: that takes as long as executing it.
OWN_SETTINGS = select(*STUDENT).where(students.c.id == bindparam("person")).with_for_update()
STARTED = students.c.standing == Standing.STARTED
MOST_AT_ONCE = 5_000
"""People in one statement."""
LASTING_MARK = placements.c.person.startswith(MARK) & ~placements.c.person.startswith(FADED)


class PeopleRecords:
    """Students are known by their Slack id, cohorts and rotations by their name."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def student(self, person: PersonId) -> Student | None:
        """A student's settings, locked until the unit of work ends; None for anybody else."""
        row = (await self._connection.execute(OWN_SETTINGS, {"person": person})).mappings().one_or_none()
        return Student(**row) if row else None

    async def students(self, people: Collection[PersonId]) -> dict[PersonId, Student]:
        """The settings of those who have any, locked until the unit of work ends.

        Everybody locks in the order of ids, so that no two workers wait for each other.
        """
        chosen = select(*STUDENT).where(students.c.id.in_(people)).order_by(students.c.id).with_for_update()
        rows = (await self._connection.execute(chosen)).mappings()
        return {row["id"]: Student(**row) for row in rows}

    async def lock(self, people: Collection[PersonId]) -> None:
        """Lock the settings of those who have any until the unit of work ends, in the same order."""
        for page in _few(people):
            chosen = select(students.c.id).where(students.c.id.in_(page)).order_by(students.c.id)
            await self._connection.execute(chosen.with_for_update())

    async def remember_conversations(self, conversations: Mapping[PersonId, str]) -> None:
        """Write down students' direct conversations in Slack."""
        learned = update(students).where(students.c.id == bindparam("of")).values(conversation=bindparam("stands_at"))
        rows = [{"of": person, "stands_at": channel} for person, channel in sorted(conversations.items())]
        if rows:
            await self._connection.execute(learned, rows)

    async def add(self, student: Student) -> bool:
        """Insert one student's settings; False (and no change) when the student has some already."""
        once = insert_into(self._connection, students).values(_fields_of(student)).on_conflict_do_nothing()
        added = await self._connection.scalar(once.returning(students.c.id)) is not None
        await self._note_known(placements.c.person == student.id)
        return added

    async def save(self, student: Student) -> None:
        """Insert or update one student's settings; prompts are to be planned anew."""
        await self._upsert(students, [_fields_of(student) | {"plan_at": None}], by="id")

    async def rotations_of(self, student: PersonId) -> tuple[Rotation, ...]:
        """The rotations a student is placed in."""
        theirs = _student_placements().where(placements.c.person == student)
        rows = (await self._connection.execute(theirs.order_by(rotations.c.first_day, rotations.c.id))).mappings()
        return tuple(_rotation(row) for row in rows)

    async def rotations_of_each(self, people: Sequence[PersonId]) -> dict[PersonId, tuple[Rotation, ...]]:
        """The rotations that each of some people is placed in as a student."""
        theirs = select(placements.c.person, placements.c.rotation_id)
        theirs = theirs.where(placements.c.person.in_(people), placements.c.role == Role.STUDENT)
        placed = (await self._connection.execute(theirs)).all()
        needed = select(rotations).where(rotations.c.id.in_({rotation for _, rotation in placed}))
        # Many people share few rotations, so each of these is read and made once.
        found = {row["id"]: Rotation(**row) for row in (await self._connection.execute(needed)).mappings()}
        each: dict[PersonId, tuple[Rotation, ...]] = dict.fromkeys(people, ())
        for person, rotation in placed:
            each[person] += (found[rotation],)
        return each

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

    async def rotations(self) -> tuple[Rotation, ...]:
        """All rotations, by first day."""
        ordered = select(rotations).order_by(rotations.c.first_day, rotations.c.id)
        return tuple(Rotation(**row) for row in (await self._connection.execute(ordered)).mappings())

    async def placements(self, *, since: date) -> tuple[PlacedNow, ...]:
        """Everybody placed in rotations that end on `since` or later, whether or not they started, paused or left."""
        is_lost = (placements.c.role == Role.STUDENT) & students.c.unreachable.is_not(None)
        theirs = (
            select(placements.c.rotation_id, placements.c.person, placements.c.role, is_lost)
            .join(rotations, rotations.c.id == placements.c.rotation_id)
            .outerjoin(students, students.c.id == placements.c.person)
            .where(rotations.c.last_day >= since)
            .order_by(placements.c.person, placements.c.rotation_id)
        )
        return tuple(PlacedNow(*row) for row in await self._connection.execute(theirs))

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

    async def spans(self) -> dict[CohortId, tuple[date, date]]:
        """The first day of each cohort's first rotation and the last day of its last, for cohorts that have one."""
        span = select(rotations.c.cohort_id, func.min(rotations.c.first_day), func.max(rotations.c.last_day))
        rows = await self._connection.execute(span.group_by(rotations.c.cohort_id))
        return {cohort: (first, last) for cohort, first, last in rows}

    async def roster_size(
        self,
        cohort: CohortId,
        *,
        since: date,
        until: date,
        placed_by: datetime | None = None,
        without: Collection[PersonId] = (),
    ) -> int:
        """How many students are placed in a cohort's rotations that run on any day from `since` to `until`, whether
        or not they started, paused or left. Whom nothing reaches does not count, nor do some people, nor, if
        `placed_by` is given, those who were placed later."""
        lost = exists().where(students.c.id == placements.c.person, students.c.unreachable.is_not(None))
        everyone = _placed_in(cohort, since=since, until=until).where(placements.c.person.not_in(without), ~lost)
        if placed_by is not None:
            in_time = placements.c.placed_at.is_(None) | (placements.c.placed_at <= placed_by)
            everyone = everyone.where(in_time)
        counted = everyone.with_only_columns(func.count(placements.c.person.distinct()))
        return (await self._connection.execute(counted)).scalar_one()

    async def roster(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The students placed in a cohort's rotations that run on any day from `since` to `until`, by id, whether or
        not they started, paused or left; without those who had everything deleted."""
        everyone = _placed_in(cohort, since=since, until=until).with_only_columns(placements.c.person).distinct()
        found = await self._connection.scalars(everyone.order_by(placements.c.person))
        return tuple(PersonId(person) for person in found if not is_mark(person))

    async def placed(self, *, since: date, until: date) -> tuple[tuple[Rotation, int], ...]:
        """The rotations that run on any day from `since` to `until` and have students, with how many are placed in
        each, whether or not they started, paused or left."""
        running = (
            _student_placements()
            .with_only_columns(rotations, func.count().label("students"))
            .where(rotations.c.first_day <= until, rotations.c.last_day >= since)
            .group_by(*rotations.c)
            .order_by(rotations.c.id)
        )
        rows = (await self._connection.execute(running)).mappings()
        return tuple((_rotation(row), row["students"]) for row in rows)

    async def pools(self, ids: Collection[CohortId]) -> dict[CohortId, Pool]:
        """Some cohorts, by their ids, as far as they have rotations."""
        last_day = func.max(rotations.c.last_day).label("last_day")
        ended = select(rotations.c.cohort_id, last_day).where(rotations.c.cohort_id.in_(ids))
        last = ended.group_by(rotations.c.cohort_id).subquery()
        chosen = select(cohorts, last.c.last_day).join(last, last.c.cohort_id == cohorts.c.id)
        rows = (await self._connection.execute(chosen)).mappings()
        return {row["id"]: Pool(_cohort(row), row["last_day"]) for row in rows}

    async def pooled_with(
        self, student: PersonId, cohort: CohortId, *, since: date, until: date, limit: int
    ) -> tuple[tuple[PersonId, ...], int]:
        """The other students placed in a cohort's rotations that run on any day from `since` to `until`, whether or
        not they started, paused or left: the first ones by id, and how many there are in all.

        Who had everything deleted is counted, and not named.
        """
        others = _placed_in(cohort, since=since, until=until).where(placements.c.person != student)
        named = others.with_only_columns(placements.c.person).distinct().subquery()
        is_marked = named.c.person.startswith(MARK)
        page = select(named.c.person, func.count().over()).order_by(is_marked, named.c.person).limit(limit)
        rows = (await self._connection.execute(page)).all()
        people = tuple(PersonId(person) for person, _ in rows if not is_mark(person))
        return people, rows[0][1] if rows else 0

    async def students_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed as students in rotations that end on `since` or later."""
        theirs = _student_placements().with_only_columns(placements.c.person).where(rotations.c.last_day >= since)
        found: set[PersonId] = set()
        for page in _few(people):
            found |= set(await self._connection.scalars(theirs.where(placements.c.person.in_(page)).distinct()))
        return frozenset(found)

    async def known(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have settings as students or were told as preceptors."""
        theirs = select(students.c.id).where(students.c.id.in_(people))
        told = select(preceptors.c.person).where(preceptors.c.person.in_(people))
        found = await self._connection.scalars(theirs.union(told))
        return frozenset(PersonId(person) for person in found)

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
            .where(placements.c.known.is_(False), ~exists().where(students.c.id == placements.c.person))
            .where(placements.c.person > (after or ""))
            .subquery()
        )
        first = select(unknown).where(unknown.c.place == 1).order_by(unknown.c.person).limit(limit)
        rows = (await self._connection.execute(first)).mappings()
        return tuple((row["person"], _rotation(row)) for row in rows)

    async def started(self) -> tuple[PersonId, ...]:
        """Every started student, ordered by id."""
        everyone = select(students.c.id).where(STARTED).order_by(students.c.id)
        return tuple((await self._connection.scalars(everyone)).all())

    async def to_plan(self, *, at: datetime) -> tuple[PersonId, ...]:
        """Every started student whose plan no longer holds at an instant, ordered by id."""
        # Three ranges of one index: as a choice between them, SQLite would read every started student.
        ranges = [select(students.c.id).where(STARTED, ended) for ended in _plan_ended(at)]
        return tuple((await self._connection.scalars(union_all(*ranges).order_by("id"))).all())

    async def lock_to_plan(self, people: Sequence[PersonId], *, at: datetime) -> tuple[Student, ...]:
        """Those of some people whose plan no longer holds, locked until the unit of work ends.

        Whom somebody else holds is left out: either they are being planned just now, or they will be again.
        """
        theirs = select(*STUDENT).where(students.c.id.in_(people), STARTED, or_(*_plan_ended(at)))
        theirs = theirs.order_by(students.c.id)
        rows = (await self._connection.execute(theirs.with_for_update(skip_locked=True))).mappings()
        return tuple(Student(**row) for row in rows)

    async def planned(self, people: Sequence[PersonId], *, until: datetime) -> None:
        """Note until when the plans of some people hold."""
        await self._connection.execute(update(students).where(students.c.id.in_(people)).values(plan_at=until))

    async def plan_anew(self, people: Sequence[PersonId]) -> None:
        """Let the plans of some people hold no longer."""
        await self._forget_plans(students.c.id.in_(people))

    async def placed_until(self, student: PersonId) -> date | None:
        """The day on which a student was last taken off a rotation; None where nobody ever did, or wrote it down."""
        return await self._connection.scalar(select(students.c.placed_until).where(students.c.id == student))

    async def finished(self, *, by: date, after: PersonId | None, limit: int) -> tuple[Finished, ...]:
        """Students with replies or skips whose last rotation ended by a date, whether or not they left, ordered by
        id, the next `limit` after one."""
        last_days = _last_days(by)
        wrote = exists().where(replies.c.student == students.c.id)
        skipped = exists().where(skips.c.student == students.c.id)
        page = (
            select(*STUDENT, last_days.c.last_day, wrote.label("wrote"))
            .join(last_days, last_days.c.person == students.c.id)
            .where(~_runs_after(by), wrote | skipped)
            .order_by(students.c.id)
            .limit(limit)
        )
        if after is not None:
            page = page.where(students.c.id > after)
        rows = (await self._connection.execute(page)).mappings()
        return tuple(Finished(_student(row), row["last_day"], row["wrote"]) for row in rows)

    async def count_unreachable(self, *, on: date) -> int:
        """How many students cannot be reached whose rotations have not all ended before a date."""
        lost = select(func.count()).select_from(students).where(_is_lost(on))
        return (await self._connection.execute(lost)).scalar_one()

    async def unreachable(self, *, on: date, skip: int, limit: int) -> tuple[Lost, ...]:
        """The same students, ordered by id: the next `limit` after so many."""
        lost = select(students.c.id, students.c.unreachable).where(_is_lost(on)).order_by(students.c.id)
        return tuple(Lost(*row) for row in await self._connection.execute(lost.offset(skip).limit(limit)))

    async def forget(self, student: PersonId, *, mark: PersonId) -> None:
        """Delete a student's settings, and leave a mark where they were placed as a student: it counts for the roster,
        and nobody else sees that it is them."""
        theirs = (placements.c.person == student) & (placements.c.role == Role.STUDENT)
        same = (placements.c.role, true(), placements.c.placed_at)
        marked = select(placements.c.rotation_id, literal(mark), *same).where(theirs)
        columns = ["rotation_id", "person", "role", "known", "placed_at"]
        leave = insert_into(self._connection, placements).from_select(columns, marked)
        await self._connection.execute(leave.on_conflict_do_nothing())
        for table, chosen in ((placements, theirs), (students, students.c.id == student)):
            await self._connection.execute(delete(table).where(chosen))

    async def marks(self) -> frozenset[PersonId]:
        """Every mark that has not faded."""
        found = await self._connection.scalars(select(placements.c.person).where(LASTING_MARK).distinct())
        return frozenset(PersonId(mark) for mark in found)

    async def placed_mark(self, marks: Collection[PersonId]) -> PersonId | None:
        """The one of some marks that is placed, if any is."""
        placed = select(placements.c.person).where(placements.c.person.in_(marks)).limit(1)
        mark: PersonId | None = await self._connection.scalar(placed)
        return mark

    async def spent_marks(self, *, before: date) -> tuple[PersonId, ...]:
        """Marks whose rotations have all ended before a date."""
        theirs = select(placements.c.person).join(rotations, rotations.c.id == placements.c.rotation_id)
        spent = theirs.where(LASTING_MARK).group_by(placements.c.person).having(func.max(rotations.c.last_day) < before)
        return tuple((await self._connection.scalars(spent)).all())

    async def fade(self, mark: PersonId, into: PersonId) -> None:
        """Put something in the place of a mark."""
        await self._connection.execute(update(placements).where(placements.c.person == mark).values(person=into))

    async def cohorts_in(self, plan: RosterPlan, *, since: date) -> dict[str, tuple[Rotation, ...]]:
        """The cohorts that a roster plan names or takes a rotation from, as far as they are there, by name: each with
        its rotations that end on `since` or later."""
        moved = select(rotations.c.cohort_id).where(rotations.c.name.in_([each.name for each in plan.rotations]))
        named = cohorts.c.name.in_([each.name for each in plan.cohorts]) | cohorts.c.id.in_(moved)
        theirs = (rotations.c.cohort_id == cohorts.c.id) & (rotations.c.last_day >= since)
        chosen = select(cohorts.c.name.label("cohort"), *rotations.c).outerjoin(rotations, theirs).where(named)
        found: dict[str, tuple[Rotation, ...]] = {}
        for row in (await self._connection.execute(chosen.order_by(cohorts.c.id, rotations.c.id))).mappings():
            there = () if row["id"] is None else (_rotation(row),)
            found[row["cohort"]] = found.get(row["cohort"], ()) + there
        return found

    async def rename_cohorts(self, names: Mapping[str, str]) -> None:
        """Give cohorts new names, by their old ones; they keep everything else."""
        renamed = update(cohorts).where(cohorts.c.name == bindparam("old"))
        renamed = renamed.values(name=bindparam("new"), edition=cohorts.c.edition + 1)
        rows = [{"old": old, "new": new} for old, new in names.items()]
        if rows:
            await self._connection.execute(renamed, rows)

    async def there(self, plan: RosterPlan, *, on: date) -> There:
        """What is there of a roster plan's cohorts and rotations, by name; who is placed in these rotations, and in
        which others their students are or will be; and who counts in these cohorts on a date: students of rotations
        that are not over, and preceptors for as long as there are digests."""
        named = [rotation.name for rotation in plan.rotations]
        known = cohorts.c.name.in_([cohort.name for cohort in plan.cohorts])
        kept = (await self._connection.execute(select(cohorts).where(known))).mappings().all()
        joined = rotations.join(cohorts, cohorts.c.id == rotations.c.cohort_id)
        chosen = select(rotations, cohorts.c.name.label("cohort")).select_from(joined)
        rows = (await self._connection.execute(chosen.where(rotations.c.name.in_(named)))).mappings().all()
        placed = await self._placements_in({row["id"]: row["name"] for row in rows})
        everybody = {each.person for each in (*placed, *plan.placements) if each.role is Role.STUDENT}
        since = min(rotation.first_day for rotation in plan.rotations)
        beside, cohort_of = await self._beside([row["id"] for row in kept], on=on)
        return There(
            cohorts={row["name"]: _cohort(row) for row in kept},
            rotations={row["name"]: _rotation(row) for row in rows},
            cohort_of=cohort_of | {row["name"]: row["cohort"] for row in rows},
            beside=beside,
            placements=frozenset(placed),
            elsewhere=await self._elsewhere(everybody, {row["id"] for row in rows}, since=since),
        )

    async def placed_among(self, people: Collection[PersonId], *, since: date) -> frozenset[PersonId]:
        """Those of some people who are placed in any role in rotations that end on `since` or later."""
        found: set[PersonId] = set()
        lasting = placements.c.rotation_id.in_(select(rotations.c.id).where(rotations.c.last_day >= since))
        for page in _few(people):
            theirs = select(placements.c.person).where(placements.c.person.in_(page), lasting).distinct()
            found |= set(await self._connection.scalars(theirs))
        return frozenset(found)

    async def apply(self, plan: RosterPlan, *, at: datetime) -> None:
        """Make a roster plan true at an instant: cohorts, rotations and placements are created or updated by name.
        Nobody is taken off by it.

        Everybody in one of its rotations is to be planned anew.
        """
        await self._upsert_named(cohorts, [_fields_of(cohort) for cohort in plan.cohorts])
        cohort_ids = await self._ids(cohorts, [rotation.cohort for rotation in plan.rotations])
        before = await self._where([each.name for each in plan.rotations])
        await self._remember(plan, cohort_ids, at=at)
        await self._upsert_named(rotations, [_row_of(rotation, cohort_ids) for rotation in plan.rotations])
        named = {rotation.name for rotation in plan.rotations}
        named |= {each.rotation for each in plan.placements}
        rotation_ids = await self._ids(rotations, named)
        await self._place_anew(before, await self._where([each.name for each in plan.rotations]), at=at)
        rows = [
            {
                "rotation_id": rotation_ids[placement.rotation],
                "person": placement.person,
                "role": placement.role,
                # Nobody is to be asked about a mark, and nobody to be welcomed.
                "known": is_mark(placement.person),
                "placed_at": at,
            }
            for placement in plan.placements
        ]
        if rows:
            await self._connection.execute(insert_into(self._connection, placements).on_conflict_do_nothing(), rows)
        await remember_use(self._connection, rotation_ids.values())
        await self._note_known(placements.c.person.in_(select(students.c.id)))
        touched = select(placements.c.person).where(placements.c.rotation_id.in_(rotation_ids.values()))
        await self._forget_plans(students.c.id.in_(touched))

    async def _remember(self, plan: RosterPlan, cohort_ids: Mapping[str, int], *, at: datetime) -> None:
        to = {each.name: CohortId(cohort_ids[each.cohort]) for each in plan.rotations}
        named = await self._connection.execute(select(rotations).where(rotations.c.name.in_(to)))
        before = [Rotation(**row) for row in named.mappings()]
        await remember(self._connection, before, cohorts={each.id: to[each.name] for each in before}, at=at)

    async def _placements_in(self, names: Mapping[int, str]) -> list[PlannedPlacement]:
        chosen = select(placements.c.rotation_id, placements.c.person, placements.c.role)
        rows = await self._connection.execute(chosen.where(placements.c.rotation_id.in_(names)))
        return [PlannedPlacement(names[row.rotation_id], row.person, row.role) for row in rows]

    async def _beside(
        self, cohort_ids: Collection[int], *, on: date
    ) -> tuple[frozenset[PlannedPlacement], dict[str, str]]:
        """Who counts in some cohorts on a date, and the cohorts of their rotations."""
        joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
        joined = joined.join(cohorts, cohorts.c.id == rotations.c.cohort_id)
        teaches = (placements.c.role == Role.PRECEPTOR) & (rotations.c.last_day >= still_pooled_since(on))
        columns = (rotations.c.name, placements.c.person, placements.c.role, cohorts.c.name.label("cohort"))
        chosen = select(*columns).select_from(joined).where(rotations.c.cohort_id.in_(cohort_ids))
        rows = (await self._connection.execute(chosen.where(or_(teaches, rotations.c.last_day >= on)))).all()
        placed = frozenset(PlannedPlacement(row.name, row.person, row.role) for row in rows)
        return placed, {row.name: row.cohort for row in rows}

    async def _elsewhere(
        self, people: Collection[PersonId], but_in: Collection[int], *, since: date
    ) -> tuple[tuple[PersonId, Rotation], ...]:
        """Where some people are placed as students, but for some rotations and those that end before a date."""
        found: list[tuple[PersonId, Rotation]] = []
        for page in _few(people):
            theirs = _student_placements().where(placements.c.person.in_(page))
            others = theirs.where(rotations.c.id.not_in(but_in), rotations.c.last_day >= since)
            rows = (await self._connection.execute(others)).mappings()
            found += [(row["person"], _rotation(row)) for row in rows]
        return tuple(found)

    async def _where(self, names: Collection[str]) -> dict[int, tuple[Any, ...]]:
        """The cohort and the days of some rotations, by their ids."""
        named = select(rotations.c.id, rotations.c.cohort_id, rotations.c.first_day, rotations.c.last_day)
        rows = await self._connection.execute(named.where(rotations.c.name.in_(names)))
        return {row.id: tuple(row) for row in rows}

    async def _place_anew(
        self, before: Mapping[int, tuple[Any, ...]], after: Mapping[int, tuple[Any, ...]], *, at: datetime
    ) -> None:
        """Whoever is placed in a rotation that has moved is placed there from now on: a roster of other days or another
        cohort hides nobody who wrote before."""
        moved = [rotation for rotation, where in before.items() if where != after[rotation]]
        theirs = placements.c.rotation_id.in_(moved)
        await self._connection.execute(update(placements).where(theirs).values(placed_at=at))

    async def _note_known(self, chosen: ColumnElement[bool]) -> None:
        new = placements.c.known.is_(False) & chosen
        await self._connection.execute(update(placements).where(new).values(known=True))

    async def _forget_plans(self, chosen: ColumnElement[bool]) -> None:
        # In one order, so that two who do this at once wait for each other instead of ending in a deadlock. Those
        # without a plan are locked too: somebody may be planning them by what has been true so far.
        in_order = select(students.c.id).where(chosen).order_by(students.c.id).with_for_update()
        await self._connection.execute(update(students).where(students.c.id.in_(in_order)).values(plan_at=None))

    async def _upsert(self, table: Table, rows: list[dict[str, Any]], *, by: str) -> None:
        if not rows:
            return
        insert = insert_into(self._connection, table)
        changed = {name: insert.excluded[name] for name in rows[0] if name != by}
        await self._connection.execute(insert.on_conflict_do_update(index_elements=[by], set_=changed), rows)

    async def _upsert_named(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Insert or update by name. What changes has another edition; what is the same stays untouched."""
        if not rows:
            return
        insert = insert_into(self._connection, table)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "name"}
        differs = or_(*(table.c[name].is_distinct_from(new) for name, new in changed.items()))
        edited = changed | {"edition": table.c.edition + 1}
        upsert = insert.on_conflict_do_update(index_elements=["name"], set_=edited, where=differs)
        await self._connection.execute(upsert, rows)

    async def _ids(self, table: Table, names: Iterable[str]) -> dict[str, int]:
        named = select(table.c.name, table.c.id).where(table.c.name.in_(set(names)))
        return {row.name: row.id for row in await self._connection.execute(named)}


def _few(people: Collection[PersonId]) -> Iterator[list[PersonId]]:
    """Some people after others in one order, so many that a statement of either database takes them all."""
    ordered = sorted(people)
    return (ordered[first : first + MOST_AT_ONCE] for first in range(0, len(ordered), MOST_AT_ONCE))


def _student_placements() -> Select[Any]:
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    return select(placements.c.person, rotations).select_from(joined).where(placements.c.role == Role.STUDENT)


def _placed_in(cohort: CohortId, *, since: date, until: date) -> Select[Any]:
    theirs = _student_placements().where(rotations.c.cohort_id == cohort)
    return theirs.where(rotations.c.first_day <= until, rotations.c.last_day >= since)


def _is_lost(on: date) -> ColumnElement[bool]:
    # Whether they started, paused or left plays no part: a coordinator reads this list, and it must not tell.
    last_day = _student_placements().with_only_columns(func.max(rotations.c.last_day))
    theirs = last_day.where(placements.c.person == students.c.id).scalar_subquery()
    # Any code is at least empty: SQLite finds it so by the index. And an instant that is looked up for each of the few
    # students leaves PostgreSQL no way to begin with everybody placed, as it does with EXISTS until it has statistics.
    return (students.c.unreachable >= "") & (theirs >= on)


def _plan_ended(at: datetime) -> tuple[ColumnElement[bool], ...]:
    return students.c.plan_at.is_(None), students.c.plan_at <= at, students.c.plan_at > at + LONGEST_PLAN


def _last_days(by: date) -> Subquery:
    """The last day of each student's last rotation of those that ended by a date, or that they were taken off."""
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    placed = select(placements.c.person, rotations.c.last_day).select_from(joined)
    # Said by the rotation's id, so that nobody is read who is placed in none of these.
    ended = placements.c.rotation_id.in_(select(rotations.c.id).where(rotations.c.last_day <= by))
    taken_off = select(students.c.id, students.c.placed_until).where(students.c.placed_until <= by)
    each = union_all(placed.where(placements.c.role == Role.STUDENT, ended), taken_off).subquery()
    last_day = func.max(each.c.last_day).label("last_day")
    return select(each.c.person, last_day).group_by(each.c.person).subquery()


def _runs_after(by: date) -> ColumnElement[bool]:
    """Whether a student is placed in a rotation that ends after a date."""
    own = (placements.c.person == students.c.id) & (placements.c.role == Role.STUDENT)
    later = (rotations.c.id == placements.c.rotation_id) & (rotations.c.last_day > by)
    return exists().where(own, later)


def _student(row: RowMapping) -> Student:
    return Student(**{field.name: row[field.name] for field in fields(Student)})


def _cohort(row: RowMapping) -> Cohort:
    return Cohort(**{field.name: row[field.name] for field in fields(Cohort)})


def _rotation(row: RowMapping) -> Rotation:
    return Rotation(**{field.name: row[field.name] for field in fields(Rotation)})


def _row_of(rotation: PlannedRotation, cohort_ids: dict[str, int]) -> dict[str, Any]:
    row = _fields_of(rotation)
    del row["line"]
    return row | {"cohort_id": cohort_ids[row.pop("cohort")]}


def _fields_of(thing: Student | PlannedCohort | PlannedRotation) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(thing)}
