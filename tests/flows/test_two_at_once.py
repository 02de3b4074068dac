"""What a coordinator sets up and what students do at the same moment: on PostgreSQL they meet row by row, and whoever
waits, nobody's transaction is undone for it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.errors import Entangled, NotACoordinator
from bot.domain.people import CohortId, Role, RotationId
from bot.domain.set_up import CohortDraft, Draft
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.ports import World
from bot.flows.set_up.block import Block, save_block
from bot.flows.set_up.cohort import new_cohort_form, save_cohort
from bot.flows.set_up.rotation import rotation_form, save_rotation
from bot.flows.steps import marks_of, tried_twice
from bot.storage import trouble
from bot.storage.database import Database
from tests.stories import ALICE, DR_KIM, EIGHT, HANA, JO, MONDAY, at, everybody_starts, place, roster

WEEK = timedelta(weeks=1)
NOON = at(MONDAY + timedelta(days=2), "12:00")
MEDICINE = RotationId(1)


@pytest.fixture(name="database_url")
def rows_are_locked_one_by_one(postgres_url: str) -> str:
    return postgres_url


@pytest.fixture(name="world")
async def with_jo(world: World) -> World:
    world = replace(world, coordinators=frozenset({JO}))
    await place(world)
    await everybody_starts(world)
    return world


async def somebody_waits(database: Database) -> None:
    """Until somebody waits for a lock."""
    while True:
        async with database.connect() as connection:
            if await connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
                return
        await asyncio.sleep(0.01)


async def beside_a_deletion(world: World, database: Database, setting_up: Awaitable[object]) -> None:
    """Alice has everything deleted while somebody sets something up: they have begun, and not come to placements."""
    async with world.open_work() as work:
        assert await work.people.student(ALICE) is not None
        other = asyncio.ensure_future(setting_up)
        await somebody_waits(database)
        await work.people.forget(ALICE, mark=marks_of(world, ALICE)[0])
        await work.commit()
    await other


async def moved(world: World) -> object:
    rotation = (await rotation_form(world, MEDICINE, at=NOON)).draft.rotation
    return await save_rotation(world, Draft(replace(rotation, last_day=rotation.last_day + WEEK)), by=JO, at=NOON)


async def taken_off(world: World) -> object:
    rotation = (await rotation_form(world, MEDICINE, at=NOON)).draft.rotation
    return await save_rotation(world, Draft(rotation, taken_off=frozenset({HANA})), by=JO, at=NOON)


async def copied(world: World) -> object:
    return await save_block(world, Block(CohortId(1), (MEDICINE,), frozenset(Role)), by=JO, at=NOON)


async def pooled(world: World) -> object:
    cohort = replace((await new_cohort_form(world, at=NOON)).draft.cohort, name="Pooled")
    return await save_cohort(world, CohortDraft(cohort, frozenset({MEDICINE})), by=JO, at=at(MONDAY - WEEK, "12:00"))


async def read(world: World) -> object:
    return await apply_roster(world, roster(EIGHT, weeks=5), at=NOON, by=JO)


@pytest.mark.parametrize("setting_up", [moved, taken_off, copied, pooled, read])
async def test_whatever_is_set_up_stands_in_no_deletions_way(
    world: World, database: Database, setting_up: Callable[[World], Awaitable[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is tried once more would hide it.
    monkeypatch.setattr(trouble, "Entangled", AssertionError)
    await beside_a_deletion(world, database, setting_up(world))
    async with world.open_work() as work:
        placed = [each.person for each in await work.set_up.placed_in([MEDICINE]) if each.role is Role.STUDENT]
    assert ALICE not in placed
    assert len(placed) == (7 if setting_up is taken_off else 8)


async def test_who_is_undone_for_somebody_else_is_tried_once_more(world: World, database: Database) -> None:
    """The other one does as nothing of ours does: it holds what a deletion needs, and then wants what that one has."""
    # Either of the two may be the one that is undone, whichever waits longer for the other.
    with suppress(Entangled):
        async with world.open_work() as work:
            placements = await work.set_up.rotation(MEDICINE)
            assert placements is not None
            longer = replace(placements, site="Annex", last_day=placements.last_day + WEEK)
            await work.set_up.save_rotation(longer, at=NOON)
            deleting = asyncio.ensure_future(delete_everything(world, ALICE, at=NOON))
            await somebody_waits(database)
            await work.people.lock([ALICE])
            await work.commit()
    await deleting
    async with world.open_work() as work:
        assert await work.people.student(ALICE) is None


async def test_a_flow_is_not_tried_a_third_time() -> None:
    tries = []

    @tried_twice
    async def never() -> None:
        tries.append(1)
        raise Entangled

    with pytest.raises(Entangled):
        await never()
    assert len(tries) == 2


@pytest.mark.parametrize("setting_up", [moved, copied, pooled, read])
async def test_who_was_removed_after_the_form_was_opened_sets_nothing_up(
    world: World, setting_up: Callable[[World], Awaitable[object]]
) -> None:
    with pytest.raises(NotACoordinator):
        await setting_up(replace(world, coordinators=frozenset({DR_KIM})))
