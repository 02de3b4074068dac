"""A lane's row: one for all processes, held by whoever takes slots."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bot.domain.pace import NEVER, Lane, LaneName, take
from bot.flows.ports import OpenWork
from tests.databases import OpenDatabase

PACE = 600.0


async def take_slots(open_work: OpenWork, number: int) -> tuple[datetime, ...]:
    async with open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        lane, slots = take(lane, number, a_minute=PACE, now=now)
        await work.lanes.save(LaneName.POST, lane)
        await work.commit()
    return slots


async def test_a_lane_begins_open_and_at_its_full_pace(open_work: OpenWork) -> None:
    async with open_work() as work:
        assert await work.lanes.all() == {}
        lane, now = await work.lanes.lock(LaneName.POST)
        assert lane == Lane()
        assert now.tzinfo is not None
        assert lane.is_free(now)


async def test_what_a_lane_has_learned_is_kept(open_work: OpenWork) -> None:
    at = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
    learned = Lane(at, 0.75, at, at + timedelta(seconds=9), at, "token_revoked", 7, NEVER)
    async with open_work() as work:
        await work.lanes.lock(LaneName.UPDATE)
        await work.lanes.save(LaneName.UPDATE, learned)
        await work.commit()
    async with open_work() as work:
        assert await work.lanes.all() == {LaneName.UPDATE: learned}
        lane, _ = await work.lanes.lock(LaneName.UPDATE)
    assert lane == learned


async def test_slots_that_were_not_committed_are_still_there(open_work: OpenWork) -> None:
    await take_slots(open_work, 1)
    async with open_work() as work:
        before, _ = await work.lanes.lock(LaneName.POST)
        await work.lanes.save(LaneName.POST, replace(before, next_at=before.next_at + timedelta(hours=1)))
    async with open_work() as work:
        assert (await work.lanes.all())[LaneName.POST] == before


async def test_processes_that_take_slots_at_once_keep_one_pace(another_database: OpenDatabase) -> None:
    handles = [another_database() for _ in range(4)]
    taken = await asyncio.gather(*(take_slots(handle.open_work, 2) for handle in handles for _ in range(5)))
    slots = sorted(slot for mine in taken for slot in mine)
    assert len(set(slots)) == 40
    apart = [later - earlier for earlier, later in pairwise(slots)]
    assert min(apart) >= timedelta(minutes=1) / PACE


async def test_lanes_do_not_know_of_each_other(open_work: OpenWork) -> None:
    await take_slots(open_work, 3)
    async with open_work() as work:
        assert (await work.lanes.lock(LaneName.UPDATE))[0] == Lane()


async def test_every_handle_goes_by_the_clock_of_the_database(another_database: OpenDatabase) -> None:
    async with another_database().open_work() as work:
        first = await work.lanes.now()
    async with another_database().open_work() as work:
        second = await work.lanes.now()
    assert first <= second


async def test_a_clock_that_went_back_keeps_nothing_waiting(open_work: OpenWork) -> None:
    async with open_work() as work:
        _, now = await work.lanes.lock(LaneName.POST)
        later = now + timedelta(hours=5)
        await work.lanes.save(LaneName.POST, Lane(later, 0.5, later, later, later, "", 7, later))
        await work.commit()
    (slot,) = await take_slots(open_work, 1)
    assert slot < now + timedelta(minutes=1)
    async with open_work() as work:
        assert (await work.lanes.all())[LaneName.POST].share == 0.5, "what was learned is not forgotten"
