"""What preceptors answered to the students of a digest."""

import asyncio
from datetime import date

from bot.domain.group_answer import GroupAnswer
from bot.domain.people import Cohort, CohortId
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from bot.storage.database import Database
from bot.storage.tables import group_answers
from tests.databases import OpenDatabase
from tests.storage.cast import (
    ALICE,
    BOB,
    CAROL,
    DAY,
    DR_KIM,
    MONDAY,
    NOON,
    apply,
    given_medicine,
    medicine,
    placed,
    prompt,
    rotation,
    states,
)

WEEK = 7 * DAY


def answer(cohort: Cohort, on: date = MONDAY, text: str = "I heard you all.") -> GroupAnswer:
    return GroupAnswer(cohort.id, on, DR_KIM, text, "Dr. Kim", NOON)


async def add(open_work: OpenWork, *answers: GroupAnswer) -> list[bool]:
    async with open_work() as work:
        added = [await work.group_answers.add(each) for each in answers]
        await work.commit()
        return added


async def of(open_work: OpenWork, cohort: CohortId, on: date = MONDAY) -> GroupAnswer | None:
    async with open_work() as work:
        return await work.group_answers.of(cohort, on)


async def test_a_digest_takes_one_answer_and_keeps_it_to_the_letter(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    first, second = answer(cohort, text="*Thank* you & <all>.\nTruly 🫶"), answer(cohort, text="Another one.")
    assert await add(open_work, first, second) == [True, False]
    assert await of(open_work, cohort.id) == first
    assert await of(open_work, cohort.id, MONDAY + WEEK) is None


async def test_of_several_at_once_one_is_kept(another_database: OpenDatabase) -> None:
    one, other = another_database(), another_database()
    cohort = await given_medicine(one.open_work)
    answers = [answer(cohort, text=f"Answer {number}.") for number in range(4)]
    added = await asyncio.gather(
        *(add(handle.open_work, each) for handle, each in zip((one, other, one, other), answers, strict=True))
    )
    assert sorted(added) == [[False], [False], [False], [True]]
    assert await of(one.open_work, cohort.id) == answers[added.index([True])]


async def test_neither_words_nor_signature_are_in_the_table(database: Database) -> None:
    cohort = await given_medicine(database.open_work)
    given = answer(cohort)
    await add(database.open_work, given)
    async with database.connect() as connection:
        (row,) = (await connection.execute(group_answers.select())).all()
    assert bytes(row.text).startswith(b"gAAAA")
    assert bytes(row.signature).startswith(b"gAAAA")
    # Both hold a space, which no ciphertext does: three letters of a name it may well hold.
    assert given.text not in str(row)
    assert given.signature not in str(row)


async def test_the_newest_answers_of_some_cohorts_come_first(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await apply(open_work, RosterPlan((medicine("Surgery"), medicine("Pediatrics")), (), ()))
    async with open_work() as work:
        _, surgery, pediatrics = await work.people.cohorts()
    ours = [answer(cohort, MONDAY + number * WEEK) for number in (0, 2, 1)]
    await add(open_work, *ours, answer(surgery, MONDAY + WEEK), answer(pediatrics, MONDAY + WEEK))
    async with open_work() as work:
        found = await work.group_answers.newest([cohort.id, surgery.id], since=MONDAY + WEEK)
        assert await work.group_answers.newest([], since=MONDAY) == ()
    assert found == (ours[1], ours[2], answer(surgery, MONDAY + WEEK))


async def test_answers_are_forgotten_cohort_by_cohort(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    goes_on = rotation("Ward B", cohort="Surgery", first=MONDAY + WEEK)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (goes_on, rotation("Ward C", cohort="Surgery")), ()))
    async with open_work() as work:
        _, surgery = await work.people.cohorts()
    last_day = MONDAY + 25 * DAY
    await add(open_work, answer(cohort), answer(cohort, MONDAY + WEEK), answer(surgery))
    async with open_work() as work:
        assert await work.group_answers.forget(ended_by=last_day - DAY, dated_by=date.min) == ()
        assert await work.group_answers.forget(ended_by=last_day, dated_by=date.min) == (cohort.id,)
        assert await work.group_answers.forget(ended_by=last_day, dated_by=date.min) == ()
        await work.commit()
    assert await of(open_work, cohort.id) is None
    assert await of(open_work, surgery.id) == answer(surgery)


async def test_in_a_cohort_that_goes_on_answers_are_forgotten_by_their_own_dates(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await add(open_work, answer(cohort), answer(cohort, MONDAY + WEEK))
    async with open_work() as work:
        assert await work.group_answers.forget(ended_by=MONDAY, dated_by=MONDAY - DAY) == ()
        assert await work.group_answers.forget(ended_by=MONDAY, dated_by=MONDAY) == (cohort.id,)
        await work.commit()
    assert await of(open_work, cohort.id) is None
    assert await of(open_work, cohort.id, MONDAY + WEEK) is not None


async def test_a_roster_names_everybody_placed_once_and_no_mark(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    later = rotation("Ward B", first=MONDAY + 5 * WEEK)
    await apply(open_work, RosterPlan((medicine(),), (later,), placed("Ward B", [ALICE])))
    async with open_work() as work:
        assert await work.people.roster(cohort.id, since=MONDAY, until=MONDAY + 6 * WEEK) == (ALICE, BOB, CAROL)
        assert await work.people.roster(cohort.id, since=MONDAY + 4 * WEEK, until=MONDAY + 6 * WEEK) == (ALICE,)
        assert await work.people.roster(cohort.id, since=MONDAY - WEEK, until=MONDAY - DAY) == ()


async def test_whether_a_cohort_had_a_digest_of_a_date(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    async with open_work() as work:
        assert await work.digests.begin(cohort.id, MONDAY)
        assert await work.digests.was_begun(cohort.id, MONDAY)
        assert not await work.digests.was_begun(cohort.id, MONDAY + WEEK)
        assert not await work.digests.was_begun(CohortId(77), MONDAY)


async def test_messages_that_are_added_together_come_once(open_work: OpenWork) -> None:
    await given_medicine(open_work)
    async with open_work() as work:
        await work.outbox.add_all([prompt(student=ALICE), prompt(student=BOB)])
        await work.outbox.add_all([prompt(student=BOB), prompt(student=CAROL)])
        await work.outbox.add_all([])
        await work.commit()
    assert set(await states(open_work)) == {f"question:{each}:{MONDAY}" for each in (ALICE, BOB, CAROL)}
