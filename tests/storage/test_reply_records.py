"""Students' replies, and what is left of one that a digest has used."""

import asyncio
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from bot.domain.errors import BedsideError, ReplyAlreadyUsed
from bot.domain.people import CohortId
from bot.domain.reply import LONG_AGO, Reply, Sharing
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from bot.flows.records.replies import WaitingReply
from bot.storage.database import Database, open_database
from bot.storage.encryption import Cipher
from bot.storage.tables import replies, skips
from tests.databases import PATIENCE
from tests.storage.cast import (
    ALICE,
    BOB,
    CAROL,
    DAY,
    DEV,
    HOUR,
    MALLORY,
    MONDAY,
    NOON,
    apply,
    given_medicine,
    kept,
    medicine,
    reply,
)

SOMEBODY_WAITS = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


async def waiting(open_work: OpenWork, cohort: CohortId) -> list[WaitingReply]:
    async with open_work() as work:
        return list(
            await work.replies.waiting(
                cohort, settled_before=NOON, since=NOON - 28 * DAY, asked_since=MONDAY - 35 * DAY
            )
        )


async def test_a_reply_to_an_old_question_stays_in_the_journal_however_late_it_is_changed(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, reply(cohort.id))
    async with open_work() as work:
        for asked_since, found in ((MONDAY, 1), (MONDAY + DAY, 0)):
            waiting = await work.replies.waiting(
                cohort.id, settled_before=NOON, since=NOON - DAY, asked_since=asked_since
            )
            assert len(waiting) == found


async def spend_all(open_work: OpenWork, cohort: CohortId) -> None:
    async with open_work() as work:
        found = await work.replies.waiting(
            cohort, settled_before=NOON, since=NOON - 28 * DAY, asked_since=MONDAY - 35 * DAY
        )
        await work.replies.spend([reply.id for reply in found])
        await work.commit()


async def get(open_work: OpenWork, *, on_day: int = 0) -> Reply | None:
    async with open_work() as work:
        return await work.replies.get(ALICE, MONDAY + on_day * DAY)


@pytest.mark.parametrize("text", ["I sat down first.", "", "Grüße, 你好, 👋 'quotes' \x00"])
@pytest.mark.parametrize("excerpt", [None, "", "I sat down."])
async def test_a_reply_comes_back_as_saved(open_work: OpenWork, text: str, excerpt: str | None) -> None:
    cohort = await given_medicine(open_work)
    sharing = Sharing.JOURNAL if excerpt is None else Sharing.WORDS
    saved = reply(cohort.id, text=text, sharing=sharing, excerpt=excerpt)
    await kept(open_work, saved)
    assert await get(open_work) == saved


async def test_a_reply_belongs_to_its_student_and_date(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, reply(cohort.id))
    assert await get(open_work, on_day=1) is None
    async with open_work() as work:
        assert await work.replies.get(MALLORY, MONDAY) is None


async def test_a_changed_reply_replaces_the_old_one_and_stays_in_its_cohort(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (), ()))
    async with open_work() as work:
        surgery = (await work.people.cohorts())[1]
    await kept(open_work, reply(cohort.id, excerpt="I sat", sharing=Sharing.WORDS))
    changed = replace(reply(surgery.id, text="I stood.", changed_at=NOON + HOUR), themes=frozenset())
    await kept(open_work, changed)
    assert await get(open_work) == replace(changed, cohort_id=cohort.id)


async def test_a_spent_reply_is_never_saved_again(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, reply(cohort.id))
    await spend_all(open_work, cohort.id)
    spent = await get(open_work)
    assert spent is not None
    for late in (reply(cohort.id, text="Changed my mind."), spent):
        with pytest.raises(ReplyAlreadyUsed):
            await kept(open_work, late)
    assert await get(open_work) == spent


async def test_the_journal_of_a_spent_reply_is_all_that_can_be_rewritten(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    waits = reply(cohort.id, BOB)
    await kept(open_work, reply(cohort.id))
    await spend_all(open_work, cohort.id)
    await kept(open_work, waits)
    spent = await get(open_work)
    assert spent is not None
    later = NOON + HOUR
    async with open_work() as work:
        for student in (ALICE, BOB):
            other = reply(cohort.id, student, text="Other words.", changed_at=later, sharing=Sharing.WORDS, excerpt="x")
            await work.replies.rewrite(other)
        await work.commit()
    assert await get(open_work) == replace(spent, text="Other words.", changed_at=later)
    async with open_work() as work:
        assert await work.replies.get(BOB, MONDAY) == waits


async def test_one_reply_is_deleted_unless_it_is_spent(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, reply(cohort.id))
    await spend_all(open_work, cohort.id)
    await kept(open_work, reply(cohort.id, BOB), reply(cohort.id, BOB, MONDAY + DAY))
    async with open_work() as work:
        for student in (ALICE, BOB, BOB, MALLORY):
            await work.replies.delete(student, MONDAY)
        await work.commit()
    assert await get(open_work) is not None
    async with open_work() as work:
        assert await work.replies.get(BOB, MONDAY) is None
        assert await work.replies.get(BOB, MONDAY + DAY) is not None


async def test_a_students_shared_replies_are_found_until_they_are_spent(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    themes, words = reply(cohort.id), reply(cohort.id, ALICE, MONDAY + DAY, sharing=Sharing.WORDS, excerpt="I sat.")
    private = reply(cohort.id, ALICE, MONDAY + 2 * DAY, sharing=Sharing.JOURNAL)
    await kept(open_work, themes, words, private, reply(cohort.id, BOB))
    async with open_work() as work:
        assert await work.replies.shared(ALICE) == (themes, words)
    await spend_all(open_work, cohort.id)
    async with open_work() as work:
        assert await work.replies.shared(ALICE) == ()


async def test_spending_wipes_everything_that_tells_what_was_shared(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    words = reply(cohort.id, sharing=Sharing.WORDS, excerpt="I sat down.")
    themes = reply(cohort.id, BOB)
    await kept(open_work, words, themes, reply(cohort.id, CAROL, sharing=Sharing.JOURNAL))
    await spend_all(open_work, cohort.id)
    wiped = replace(words, themes=frozenset(), sharing=Sharing.JOURNAL, changed_at=LONG_AGO, excerpt=None, spent=True)
    async with open_work() as work:
        assert await work.replies.get(ALICE, MONDAY) == wiped
        assert await work.replies.get(BOB, MONDAY) == replace(wiped, student=BOB)
        untouched = await work.replies.get(CAROL, MONDAY)
    assert untouched == reply(cohort.id, CAROL, sharing=Sharing.JOURNAL)
    assert await waiting(open_work, cohort.id) == []


async def test_spending_nothing_changes_nothing(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, reply(cohort.id))
    async with open_work() as work:
        await work.replies.spend([])
        await work.commit()
    assert len(await waiting(open_work, cohort.id)) == 1


async def test_a_cohorts_shared_and_settled_replies_wait(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await apply(open_work, RosterPlan((medicine("Surgery"),), (), ()))
    async with open_work() as work:
        surgery = (await work.people.cohorts())[1]
    just_settled = reply(cohort.id, ALICE, changed_at=NOON)
    oldest = reply(cohort.id, BOB, sharing=Sharing.WORDS, excerpt="I sat.", changed_at=NOON - 28 * DAY)
    await kept(
        open_work,
        just_settled,
        oldest,
        reply(cohort.id, CAROL, sharing=Sharing.JOURNAL),
        reply(surgery.id, DEV),
        reply(cohort.id, ALICE, MONDAY + DAY, changed_at=NOON + HOUR),
        reply(cohort.id, BOB, MONDAY + DAY, changed_at=NOON - 28 * DAY - HOUR),
    )
    found = await waiting(open_work, cohort.id)
    shared = [(one.student, one.themes, one.words, one.changed_at) for one in found]
    assert shared == [(one.student, one.themes, one.excerpt, one.changed_at) for one in (just_settled, oldest)]
    assert len({one.id for one in found}) == 2


async def test_a_reply_that_waits_knows_when_it_was_first_saved_and_not_what_the_journal_says(
    open_work: OpenWork,
) -> None:
    cohort = await given_medicine(open_work)
    first = reply(cohort.id, changed_at=NOON - 2 * DAY)
    await kept(open_work, first, replace(first, text="Another text.", changed_at=NOON - HOUR))
    (found,) = await waiting(open_work, cohort.id)
    assert (found.written_at, found.changed_at, found.words) == (NOON - 2 * DAY, NOON - HOUR, None)
    assert {field.name for field in fields(found)} == {"id", "student", "themes", "changed_at", "written_at", "words"}


async def test_skipping_twice_changes_nothing_and_leaves_room_for_a_reply(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    async with open_work() as work:
        await work.replies.skip(ALICE, MONDAY, at=NOON)
        await work.replies.skip(ALICE, MONDAY, at=NOON + HOUR)
        await work.commit()
    assert await get(open_work) is None
    await kept(open_work, reply(cohort.id))
    assert await get(open_work) == reply(cohort.id)


async def test_forgetting_deletes_the_rows_of_some_students_and_nothing_else(
    open_work: OpenWork, database: Database
) -> None:
    cohort = await given_medicine(open_work)
    await kept(open_work, *(reply(cohort.id, person) for person in (ALICE, BOB, CAROL)))
    await spend_all(open_work, cohort.id)
    await kept(open_work, reply(cohort.id, ALICE, MONDAY + DAY), reply(cohort.id, CAROL, MONDAY + DAY))
    async with open_work() as work:
        for person in (BOB, CAROL):
            await work.replies.skip(person, MONDAY + 2 * DAY, at=NOON)
        await work.replies.forget([ALICE, BOB])
        await work.replies.forget([])
        await work.commit()
    async with database.connect() as connection:
        left = (await connection.execute(select(replies.c.student, replies.c.day).order_by(replies.c.day))).all()
        skipped = (await connection.execute(select(skips.c.student, skips.c.day))).all()
    assert left == [(CAROL, MONDAY), (CAROL, MONDAY + DAY)]
    assert skipped == [(CAROL, MONDAY + 2 * DAY)]


async def test_forgetting_waits_for_the_first_reply_before_it_takes_a_later_one(
    postgres_url: str, cipher: Cipher
) -> None:
    """As a release does; else each of the two could hold what the other one waits for. SQLite has one writer anyhow."""
    database = open_database(postgres_url, cipher=cipher, wait=PATIENCE)
    cohort = await given_medicine(database.open_work)
    first, second = reply(cohort.id, on=MONDAY + DAY), reply(cohort.id)
    # By its date the first one comes after the second, and once another instant is kept also as they lie in the table.
    await kept(database.open_work, first, second, replace(first, text="Another text.", changed_at=NOON + HOUR))

    async def forget() -> None:
        async with database.open_work() as work:
            await work.replies.forget([ALICE])
            await work.commit()

    async with database.connect() as connection:
        one_by_one = select(replies.c.day).order_by(replies.c.id).limit(1)
        assert await connection.scalar(one_by_one.with_for_update()) == first.on
        forgetting = asyncio.create_task(forget())
        for _ in range(500):
            if await connection.scalar(SOMEBODY_WAITS):
                break
            await asyncio.sleep(0.01)
        else:
            pytest.fail("nobody waits")
        free = one_by_one.where(replies.c.day == second.on).with_for_update(skip_locked=True)
        assert await connection.scalar(free) == second.on
    await forgetting
    async with database.open_work() as work:
        assert await work.replies.days(ALICE) == ()
    await database.close()


async def test_a_reply_that_is_being_changed_is_not_released_meanwhile(
    database: Database, database_url: str, cipher: Cipher
) -> None:
    impatient = open_database(database_url, cipher=cipher, wait=timedelta(milliseconds=200))
    cohort = await given_medicine(database.open_work)
    await kept(database.open_work, reply(cohort.id))
    async with database.open_work() as work:
        assert await work.replies.get(ALICE, MONDAY) is not None
        with pytest.raises(BedsideError, match="try again in a moment"):
            await waiting(impatient.open_work, cohort.id)
    async with database.open_work() as work:
        assert len(await work.replies.waiting(cohort.id, settled_before=NOON, since=NOON, asked_since=MONDAY)) == 1
        with pytest.raises(BedsideError, match="try again in a moment"):
            await get(impatient.open_work)
    await impatient.close()
