"""Which digests a cohort had."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.anonymity import still_pooled_since
from bot.domain.letters import digest_key
from bot.domain.outbox import Kind, Planned, Sent, State
from bot.domain.people import CohortId, PersonId
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from bot.flows.records.digests import DigestHour, PostedDigest
from tests.databases import OpenDatabase
from tests.storage.cast import (
    ALICE,
    DAY,
    DR_KIM,
    MALLORY,
    MONDAY,
    NOON,
    added,
    apply,
    claimed,
    given_medicine,
    marked_sending,
    medicine,
    settled,
)


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
        (MONDAY + DAY, True),
        (MONDAY + 2 * DAY, False),
        (MONDAY + 7 * DAY, False),
        (MONDAY + 12 * DAY, False),
        (MONDAY + 13 * DAY, True),
        (MONDAY + 14 * DAY, True),
        (MONDAY + 35 * DAY, True),
        (MONDAY + 42 * DAY, False),
    ],
    ids=[
        "on its first day",
        "six days before one",
        "five days before one",
        "begun already",
        "five days after one",
        "six days after one",
        "the week after",
        "fourteen days after its last",
        "later",
    ],
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


def digest(cohort: CohortId, on: date, *, to: PersonId | None = None) -> Planned:
    """A digest for the channel, or for one person."""
    key = digest_key(cohort, on) + (f":{to}" if to else "")
    channel = None if to else "C0MEDICINE"
    due = NOON + (on - MONDAY)
    return Planned(Kind.DIGEST, key, due, due + DAY, student=to, channel=channel, cohort_id=cohort, on=on)


async def post(open_work: OpenWork, *digests: Planned, at: str = "C0MEDICINE") -> None:
    """Send digests, each under a timestamp made of its date."""
    await added(open_work, *digests)
    for message in await claimed(open_work, at=NOON + 1000 * DAY):
        assert await marked_sending(open_work, message)
        await settled(open_work, message, State.SENT, sent=Sent(at, f"{message.planned.on:%Y%m%d}.000100"))


async def posted(
    open_work: OpenWork, *cohorts: CohortId, to: PersonId = DR_KIM, newest: int = 12
) -> list[tuple[date, str]]:
    async with open_work() as work:
        found = await work.digests.posted(cohorts, to=to, newest=newest)
    return [(each.on, each.channel) for each in found]


async def test_past_digests_are_the_channels_and_ones_own_and_nobody_elses(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    weeks = [MONDAY + number * 7 * DAY for number in range(4)]
    for on in weeks:
        await begin(open_work, cohort.id, on)
    await post(open_work, digest(cohort.id, weeks[0]), digest(cohort.id, weeks[1]))
    await post(open_work, digest(cohort.id, weeks[1], to=DR_KIM), at="D0KIM")
    await post(open_work, digest(cohort.id, weeks[2], to=DR_KIM), at="D0KIM")
    await post(open_work, digest(cohort.id, weeks[2], to=ALICE), at="D0ALICE")
    await added(open_work, digest(cohort.id, weeks[3]))

    assert await posted(open_work, cohort.id) == [(weeks[2], "D0KIM"), (weeks[1], "D0KIM"), (weeks[0], "C0MEDICINE")]
    in_the_channel = [(weeks[1], "C0MEDICINE"), (weeks[0], "C0MEDICINE")]
    assert await posted(open_work, cohort.id, to=MALLORY) == in_the_channel
    assert await posted(open_work, CohortId(cohort.id + 1)) == []
    assert await posted(open_work) == []
    async with open_work() as work:
        newest, *_ = await work.digests.posted([cohort.id], to=DR_KIM, newest=12)
    assert newest == PostedDigest(cohort.id, weeks[2], "D0KIM", f"{weeks[2]:%Y%m%d}.000100")


async def test_past_digests_are_no_more_than_asked_for_the_newest_first(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    weeks = [MONDAY + number * 7 * DAY for number in range(3)]
    for on in weeks:
        await begin(open_work, cohort.id, on)
        await post(open_work, digest(cohort.id, on))
    assert await posted(open_work, cohort.id, newest=2) == [(weeks[2], "C0MEDICINE"), (weeks[1], "C0MEDICINE")]


async def test_of_another_cohort_nobody_finds_the_digests_they_got_there(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (), ()))
    async with open_work() as work:
        surgery = (await work.people.cohorts())[1]
    for each in (cohort, surgery):
        await begin(open_work, each.id)
    await post(open_work, digest(surgery.id, MONDAY, to=DR_KIM), at="D0KIM")
    assert await posted(open_work, cohort.id) == []
    assert await posted(open_work, surgery.id) == [(MONDAY, "D0KIM")]
