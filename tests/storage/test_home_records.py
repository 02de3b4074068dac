"""What a Home tab showed last, and what a student's Home is made of: of this student only, and page by page."""

from datetime import timedelta

from bot.domain.outbox import Kind
from bot.domain.people import PersonId
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from bot.flows.records.workspace import Shown
from tests.storage.cast import (
    ALICE,
    BOB,
    CAROL,
    DAY,
    DEV,
    MALLORY,
    MONDAY,
    added,
    apply,
    given_medicine,
    kept,
    medicine,
    placed,
    prompt,
    reply,
    rotation,
    sent,
)

FOUR_WEEKS_ON = MONDAY + timedelta(weeks=4)


async def test_what_a_home_showed_last_is_kept_for_each_person(open_work: OpenWork) -> None:
    async with open_work() as work:
        for shown in (Shown("a" * 64, "1.slack"), Shown("b" * 64, "2.slack")):
            await work.homes.show(ALICE, shown)
        await work.homes.show(BOB, Shown("c" * 64, "3.slack"))
        await work.commit()
    async with open_work() as work:
        assert await work.homes.last(ALICE) == Shown("b" * 64, "2.slack")
        assert await work.homes.last(MALLORY) is None


async def test_a_home_counts_as_outdated_until_something_is_shown_or_forgotten(open_work: OpenWork) -> None:
    async with open_work() as work:
        for person in (CAROL, ALICE, BOB):
            await work.homes.show(person, Shown("a" * 64, "1.slack"))
        await work.homes.outdate([CAROL, ALICE, MALLORY])
        assert await work.homes.outdated(limit=10) == (ALICE, CAROL)
        assert await work.homes.outdated(limit=1) == (ALICE,)
        await work.homes.show(ALICE, Shown("b" * 64, "2.slack"))
        assert await work.homes.forget(CAROL)
        assert not await work.homes.forget(CAROL)
        assert await work.homes.outdated(limit=10) == ()
        assert await work.homes.last(CAROL) is None


async def test_a_page_of_the_journal_is_read_by_its_days_and_holds_nobody_elses_reply(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, *(reply(cohort.id, on=MONDAY + number * DAY, text=f"{number}") for number in range(4)))
    await kept(open_work, reply(cohort.id, BOB, MONDAY + DAY, text="Bob's"))
    async with open_work() as work:
        assert await work.replies.days(ALICE) == tuple(MONDAY + number * DAY for number in (3, 2, 1, 0))
        assert await work.replies.days(MALLORY) == ()
        page = await work.replies.between(ALICE, MONDAY + DAY, MONDAY + 2 * DAY)
    assert [each.text for each in page] == ["2", "1"]


async def test_only_what_slack_has_taken_has_reached_a_student(open_work: OpenWork) -> None:
    await given_medicine(open_work)
    reminder, question = (prompt(kind, on=MONDAY) for kind in (Kind.REMINDER, Kind.QUESTION))
    await sent(open_work, reminder, question, prompt(on=MONDAY + DAY), prompt(student=BOB, on=MONDAY + 2 * DAY))
    await added(open_work, prompt(on=MONDAY + 3 * DAY))
    async with open_work() as work:
        assert await work.outbox.days_reached(ALICE) == {MONDAY, MONDAY + DAY}
        assert await work.outbox.days_reached(MALLORY) == frozenset()


async def test_a_pool_is_the_cohort_with_the_last_day_of_its_last_rotation(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    later = rotation("Ward B", first=FOUR_WEEKS_ON)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (later,), ()))
    async with open_work() as work:
        every = [each.id for each in await work.people.cohorts()]
        pools = await work.people.pools(every)
    assert {each: pool.last_day for each, pool in pools.items()} == {cohort.id: later.last_day}
    assert pools[cohort.id].cohort == cohort


async def test_whom_somebody_is_pooled_with_are_the_students_of_the_whole_cohort_in_the_time_that_counts(
    open_work: OpenWork,
) -> None:
    cohort = await given_medicine(open_work)
    rotations = (rotation("Ward B"), rotation("Ward C", first=FOUR_WEEKS_ON), rotation("Theatre", cohort="Surgery"))
    people = placed("Ward B", [BOB, DEV]) + placed("Ward C", [PersonId("UESI")]) + placed("Theatre", [MALLORY])
    await apply(open_work, RosterPlan((medicine("Surgery"),), rotations, people))
    async with open_work() as work:
        now = await work.people.pooled_with(ALICE, cohort.id, since=MONDAY, until=MONDAY, limit=10)
        then = await work.people.pooled_with(ALICE, cohort.id, since=FOUR_WEEKS_ON, until=FOUR_WEEKS_ON, limit=10)
        cut = await work.people.pooled_with(ALICE, cohort.id, since=MONDAY, until=FOUR_WEEKS_ON, limit=2)
        nobody = await work.people.pooled_with(ALICE, cohort.id, since=MONDAY - DAY, until=MONDAY - DAY, limit=2)
    assert now == ((BOB, CAROL, DEV), 3)
    assert then == ((PersonId("UESI"),), 1)
    assert cut == ((BOB, CAROL), 4)
    assert nobody == ((), 0)
