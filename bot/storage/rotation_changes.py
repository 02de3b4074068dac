"""What has to be remembered of rotations before they change: that they had begun and in which cohorts, who taught in
them, and when what their students shared was last released."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain import calendar
from bot.domain.people import CohortId, Role, Rotation, RotationId
from bot.storage.tables import (
    Instant,
    digests,
    inherited_releases,
    insert_into,
    past_preceptors,
    placements,
    rotations,
    used_cohorts,
)


async def remember(
    connection: AsyncConnection, before: Sequence[Rotation], *, cohorts: Mapping[RotationId, CohortId], at: datetime
) -> None:
    """Remember what rotations were before they change at an instant, each in the cohort that it is in from then on."""
    begun = [each for each in before if each.begun_by(calendar.local_date(at, each.zone))]
    noted = update(rotations).where(rotations.c.id.in_([each.id for each in begun if not each.has_begun]))
    await connection.execute(noted.values(has_begun=True))
    await remember_use(connection, [each.id for each in before])
    for rotation in before:
        if cohorts[rotation.id] != rotation.cohort_id:
            on = calendar.local_date(at, rotation.zone)
            await remember_preceptors(connection, placements.c.rotation_id == rotation.id, on=on)
            await _inherit_rest(connection, rotation.cohort_id, cohorts[rotation.id])


async def remember_use(connection: AsyncConnection, chosen: Collection[int]) -> None:
    """Remember of some rotations that have people or have begun in which cohorts they are: these are never removed,
    whatever anybody wrote there."""
    has_people = exists().where(placements.c.rotation_id == rotations.c.id)
    used = select(rotations.c.cohort_id).where(rotations.c.id.in_(chosen), or_(rotations.c.has_begun, has_people))
    noted = insert_into(connection, used_cohorts).from_select(["cohort_id"], used.distinct())
    await connection.execute(noted.on_conflict_do_nothing())


async def remember_preceptors(connection: AsyncConnection, chosen: ColumnElement[bool], *, on: date) -> None:
    """Remember those of some placements that are preceptors', for their cohort. Where nothing has begun by a date there
    is nothing that anybody could have read, and who was picked by mistake may be a student."""
    other = rotations.alias()
    has_begun = exists().where(
        other.c.cohort_id == rotations.c.cohort_id, or_(other.c.has_begun, other.c.first_day <= on)
    )
    joined = placements.join(rotations, rotations.c.id == placements.c.rotation_id)
    taught = select(rotations.c.cohort_id, placements.c.person).select_from(joined)
    taught = taught.where(chosen, placements.c.role == Role.PRECEPTOR, has_begun).distinct()
    noted = insert_into(connection, past_preceptors).from_select(["cohort_id", "person"], taught)
    await connection.execute(noted.on_conflict_do_nothing())


async def newest_release(connection: AsyncConnection, cohort: CohortId) -> datetime | None:
    """When anything was last released that a cohort's students shared, here or where a rotation of it was before."""
    own = select(func.max(digests.c.released_at, type_=Instant)).where(digests.c.cohort_id == cohort)
    inherited = select(inherited_releases.c.released_at).where(inherited_releases.c.cohort_id == cohort)
    found = [await connection.scalar(each) for each in (own, inherited)]
    return max((each for each in found if each is not None), default=None)


async def _inherit_rest(connection: AsyncConnection, old: CohortId, new: CohortId) -> None:
    released, known = await newest_release(connection, old), await newest_release(connection, new)
    if released is None or (known is not None and known >= released):
        return
    insert = insert_into(connection, inherited_releases).values(cohort_id=new, released_at=released)
    values = {"released_at": insert.excluded.released_at}
    await connection.execute(insert.on_conflict_do_update(index_elements=["cohort_id"], set_=values))
