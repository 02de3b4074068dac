"""Which digests a cohort had."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.anonymity import still_pooled_since
from bot.domain.people import CohortId
from bot.domain.roster import RosterPlan
from bot.flows.ports import DigestHour, OpenWork
from tests.databases import OpenDatabase
from tests.storage.cast import DAY, MONDAY, NOON, apply, given_medicine, medicine


async def begin(open_work: OpenWork, cohort: CohortId, on: date = MONDAY) -> bool:
    async with open_work() as work:
        begun = await work.digests.begin(cohort, on)
        await work.commit()
        return begun


async def test_a_digest_of_a_date_begins_once(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    assert await begin(open_work, cohort.id)
    assert not await begin(open_work, cohort.id)
    assert await begin(open_work, cohort.id, MONDAY + 7 * DAY)


async def test_a_digest_that_released_nothing_is_told_from_one_that_did_and_from_none(open_work: OpenWork) -> None:
    medicine_id = (await given_medicine(open_work)).id
    await begin(open_work, medicine_id)
    await begin(open_work, medicine_id, MONDAY + 7 * DAY)
    async with open_work() as work:
        await work.digests.released(medicine_id, MONDAY, at=NOON)
        assert await work.digests.released_anything({medicine_id: MONDAY}) == {medicine_id: True}
        assert await work.digests.released_anything({medicine_id: MONDAY + 7 * DAY}) == {medicine_id: False}
        unheard_of = {medicine_id: MONDAY + 14 * DAY, CohortId(99): MONDAY + 7 * DAY}
        assert await work.digests.released_anything(unheard_of) == {}


@pytest.mark.parametrize(
    ("on", "missing"),
    [
        (MONDAY, False),
        (MONDAY + 7 * DAY, False),
        (MONDAY + 14 * DAY, True),
        (MONDAY + 35 * DAY, True),
        (MONDAY + 42 * DAY, False),
    ],
    ids=["on its first day", "begun already", "the week after", "fourteen days after its last", "later"],
)
async def test_a_digest_is_missing_once_while_a_cohort_digests(open_work: OpenWork, on: date, missing: bool) -> None:
    cohort = await given_medicine(open_work)
    await begin(open_work, cohort.id, MONDAY + 7 * DAY)
    async with open_work() as work:
        (hour,) = await work.digests.hours()
        assert hour == DigestHour(cohort.zone, cohort.digest_day, cohort.digest_at)
        found = await work.digests.to_begin(hour, on, ended_since=still_pooled_since(on))
    assert found == ((cohort,) if missing else ())


async def test_cohorts_share_an_hour_of_the_digest(open_work: OpenWork) -> None:
    await apply(open_work, RosterPlan((medicine(), medicine("Surgery")), (), ()))
    await apply(open_work, RosterPlan((replace(medicine("Pediatrics"), digest_day=2),), (), ()))
    async with open_work() as work:
        assert sorted(hour.weekday for hour in await work.digests.hours()) == [0, 2]


async def test_of_two_workers_at_once_one_begins(another_database: OpenDatabase) -> None:
    one, other = another_database(), another_database()
    cohort = await given_medicine(one.open_work)
    begun = await asyncio.gather(*(begin(handle.open_work, cohort.id) for handle in (one, other, one, other)))
    assert sorted(begun) == [False, False, False, True]


async def test_a_digest_that_was_rolled_back_can_begin_again(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    async with open_work() as work:
        assert await work.digests.begin(cohort.id, MONDAY)
    assert await begin(open_work, cohort.id)


async def test_the_last_release_is_the_newest_of_that_cohort(open_work: OpenWork) -> None:
    medicine_cohort = await given_medicine(open_work)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (), ()))
    async with open_work() as work:
        surgery = (await work.people.cohorts())[1]
        for number in (2, 0, 1):
            on = MONDAY + number * 7 * DAY
            await work.digests.begin(medicine_cohort.id, on)
            if number < 2:
                await work.digests.released(medicine_cohort.id, on, at=NOON + number * 7 * DAY)
        assert await work.digests.last_release(medicine_cohort.id) == NOON + 7 * DAY
        assert await work.digests.last_release(surgery.id) is None
