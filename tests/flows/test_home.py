"""What a student finds on Home, from the first day to long after the last one."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, update
from sqlalchemy.engine import Engine

from bot.domain.people import Pace, PersonId, RotationId, Standing
from bot.domain.progress import Stage
from bot.domain.reply import Reply, Sharing
from bot.flows.apply_roster import apply_roster
from bot.flows.forget_replies import forget_replies
from bot.flows.open_home.opening import open_home
from bot.flows.open_home.student import NAMED, PAGE, Ended, StudentHome
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.set_pace import leave, start
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.tables import students
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    EIGHT,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver_all,
    everybody_starts,
    place,
    roster,
)

DAY = timedelta(days=1)
TUESDAY, FRIDAY, LAST_DAY = MONDAY + DAY, MONDAY + 4 * DAY, MONDAY + 25 * DAY
WORDS = "I sat down before I asked anything."


async def home_of(world: World, *, when: datetime, person: PersonId = ALICE, page: int = 1) -> StudentHome:
    found = await open_home(world, person, at=when, page=page)
    assert isinstance(found, StudentHome)
    return found


@remembered
async def given_replies(world: World, number: int, *, of: PersonId = ALICE, until: date = MONDAY) -> None:
    """So many replies, one a day, the last on a date."""
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        for past in range(number):
            on = until - past * DAY
            text = f"What I wrote on {on}."
            reply = Reply(of, cohort.id, on, frozenset(), text, Sharing.JOURNAL, at(on, "18:00"))
            await work.replies.save(reply)
        await work.commit()


async def taken_off(world: World, person: PersonId, *, when: datetime, rotation: int = 1) -> None:
    async with world.open_work() as work:
        found = await work.set_up.rotation(RotationId(rotation))
        assert found is not None
        await work.set_up.take_off(found, [person], on=when.date())
        await work.commit()


def stages(found: StudentHome) -> dict[Stage, int]:
    return {stage: sum(step.stage is stage for step in found.steps) for stage in Stage}


# ── Through a rotation ────────────────────────────────────────────────────────────────────────────────────────────


async def test_before_a_start_home_names_the_pool_and_draws_no_picture(world: World) -> None:
    await place(world, on=MONDAY)
    found = await home_of(world, when=at(MONDAY, "08:00"))
    assert found.settings.standing is Standing.PLACED
    assert found.steps == ()
    assert [(mates.cohort, mates.in_all, ALICE in mates.people) for mates in found.mates] == [("Medicine", 7, False)]
    assert (found.settings.begins, found.ended) == (None, None)


async def test_on_the_way_principles_come_are_met_and_are_answered(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world, [ALICE, BOB])
    before = await home_of(world, when=at(MONDAY, "06:45"))
    assert stages(before) == {Stage.ANSWERED: 0, Stage.MET: 0, Stage.COMING: 8, Stage.LATER: 6}

    await asked(world, messenger)
    met = await home_of(world, when=at(MONDAY, "18:00"))
    assert stages(met) == {Stage.ANSWERED: 0, Stage.MET: 1, Stage.COMING: 7, Stage.LATER: 6}

    await answer(world, ALICE)
    answered, other = [await home_of(world, person=who, when=at(MONDAY, "18:30")) for who in (ALICE, BOB)]
    assert stages(answered) == {Stage.ANSWERED: 1, Stage.MET: 0, Stage.COMING: 7, Stage.LATER: 6}
    assert answered.steps[0].principle == world.curriculum.taught_on(MONDAY)
    assert stages(other)[Stage.ANSWERED] == 0


async def test_changing_the_pace_forgets_nothing_that_was_met(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world, [ALICE])
    await asked(world, messenger)
    await start(world, ALICE, Pace.ONCE_A_WEEK, at=at(TUESDAY, "12:00"))
    assert stages(await home_of(world, when=at(TUESDAY, "12:01")))[Stage.MET] == 1


async def test_what_was_not_delivered_was_not_met(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world, [ALICE])
    await deliver_all(world, messenger, when=at(MONDAY, "22:00"))
    assert stages(await home_of(world, when=at(MONDAY, "22:01")))[Stage.MET] == 0


async def test_a_rotation_that_lies_ahead_says_when_it_begins(world: World) -> None:
    await place(world, on=MONDAY)
    await everybody_starts(world, [ALICE])
    found = await home_of(world, when=at(MONDAY - 3 * DAY, "12:00"))
    assert found.settings.begins == MONDAY
    assert found.mates[0].in_all == 7


async def test_a_paused_student_reads_the_same_journal(world: World) -> None:
    await place(world)
    await given_replies(world, 2)
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
        assert alice is not None
        await work.people.save(alice.started(Pace.EVERY_DAY, at=at(MONDAY, "07:00")).paused(NEXT_MONDAY))
        await work.commit()
    found = await home_of(world, when=at(TUESDAY, "12:00"))
    assert found.settings.paused_until == NEXT_MONDAY
    assert found.journal.in_all == 2
    assert stages(found)[Stage.COMING] > 0


async def test_who_left_keeps_the_journal_and_what_was_practiced_and_nothing_comes(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world, [ALICE])
    await asked(world, messenger)
    await answer(world, ALICE, text=WORDS)
    await leave(world, ALICE, at=at(MONDAY, "19:00"))
    found = await home_of(world, when=at(TUESDAY, "12:00"))
    assert [entry.reply.text for entry in found.journal.entries] == [WORDS]
    assert stages(found) == {Stage.ANSWERED: 1, Stage.MET: 0, Stage.COMING: 0, Stage.LATER: 13}


async def test_after_the_end_the_journal_stays_until_the_day_that_is_told(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world, [ALICE])
    await given_replies(world, 1)
    told_late = LAST_DAY + 28 * DAY
    ended = await home_of(world, when=at(LAST_DAY + DAY, "12:00"))
    assert ended.ended is not None
    assert (ended.ended.last_day, ended.ended.deleted_on) == (LAST_DAY, LAST_DAY + 30 * DAY)
    assert stages(ended)[Stage.COMING] == 0

    await forget_replies(world, at=at(told_late, "12:00"))
    told = await home_of(world, when=at(told_late, "12:01"))
    assert told.ended is not None
    assert told.ended.deleted_on == told_late + 7 * DAY
    assert told.journal.in_all == 1

    await forget_replies(world, at=at(told_late + 7 * DAY, "12:00"))
    over = await home_of(world, when=at(told_late + 7 * DAY, "12:01"))
    assert over.journal.entries == ()
    assert over.mates == ()


async def test_who_was_taken_off_all_rotations_reads_the_journal_until_the_day_it_is_deleted(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world, [ALICE])
    await asked(world, messenger)
    await given_replies(world, 1)
    await taken_off(world, ALICE, when=at(TUESDAY, "12:00"))
    found = await home_of(world, when=at(FRIDAY, "12:00"))
    assert found.ended is not None
    assert (found.ended.last_day, found.ended.deleted_on) == (None, TUESDAY + 30 * DAY)
    assert (found.journal.in_all, found.mates) == (1, ())
    await forget_replies(world, at=at(TUESDAY + 28 * DAY, "12:00"))
    told = await home_of(world, when=at(TUESDAY + 28 * DAY, "12:01"))
    assert told.ended is not None
    assert told.ended.deleted_on == TUESDAY + 35 * DAY


async def test_taken_off_a_second_rotation_the_journal_stays_as_long_as_it_is_kept(world: World) -> None:
    """What is told is what `forget_replies` keeps to."""
    await place(world)
    await apply_roster(world, roster([ALICE], first=LAST_DAY + 3 * DAY, rotation="Ward"), at=at(TUESDAY, "12:00"))
    await taken_off(world, ALICE, rotation=2, when=at(LAST_DAY + 5 * DAY, "12:00"))
    found = await home_of(world, when=at(LAST_DAY + 6 * DAY, "12:00"))
    assert found.ended is not None
    assert (found.ended.last_day, found.ended.deleted_on) == (LAST_DAY, LAST_DAY + 35 * DAY)


async def test_where_nobody_wrote_down_since_when_no_day_is_told(world: World, database: Database) -> None:
    """As of somebody who was taken off before that was kept."""
    await place(world)
    await taken_off(world, ALICE, when=at(TUESDAY, "12:00"))
    async with database.connect() as connection:
        await connection.execute(update(students).values(placed_until=None))
        await connection.commit()
    assert (await home_of(world, when=at(FRIDAY, "12:00"))).ended == Ended(None, None)


# ── The journal ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("page", "shown", "first"), [(1, 1, 0), (2, 2, 5), (3, 3, 10), (4, 3, 10), (0, 1, 0), (9999, 3, 10)]
)
async def test_the_journal_comes_in_pages_and_a_page_that_is_gone_is_the_nearest_one(
    world: World, page: int, shown: int, first: int
) -> None:
    await place(world)
    await given_replies(world, 12)
    await given_replies(world, 3, of=BOB)
    found = (await home_of(world, when=at(MONDAY, "19:00"), page=page)).journal
    assert (found.page, found.pages, found.in_all) == (shown, 3, 12)
    expected = [MONDAY - past * DAY for past in range(first, min(first + PAGE, 12))]
    assert [entry.reply.on for entry in found.entries] == expected
    assert all(entry.reply.student == ALICE for entry in found.entries)


async def test_an_empty_journal_has_one_page(world: World) -> None:
    await place(world)
    found = (await home_of(world, when=at(MONDAY, "19:00"), page=7)).journal
    assert (found.entries, found.page, found.pages) == ((), 1, 1)


async def test_a_reply_says_which_digest_it_may_join_and_then_that_one_has_used_it(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT:
        await answer(world, student, text=WORDS, sharing=Sharing.WORDS)
    (waiting,) = (await home_of(world, when=at(TUESDAY, "12:00"))).journal.entries
    assert (waiting.digest_on, waiting.themes, waiting.reply.spent) == (NEXT_MONDAY, ("Time pressure",), False)

    assert await publish_digests(world, at=at(NEXT_MONDAY, "07:00")) == 1
    (used,) = (await home_of(world, when=at(NEXT_MONDAY, "07:01"))).journal.entries
    assert (used.digest_on, used.themes, used.reply.spent, used.reply.text) == (None, (), True, WORDS)


async def test_a_long_journal_takes_no_more_statements_and_reads_one_page_of_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await place(world)
    statements: list[str] = []
    event.listen(Engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    decrypted: list[bytes] = []
    decrypt = Cipher.decrypt

    def counting(self: Cipher, token: bytes) -> str:
        decrypted.append(token)
        return decrypt(self, token)

    monkeypatch.setattr(Cipher, "decrypt", counting)
    counts = []
    for number in (PAGE, 60):
        await given_replies(world, number)
        statements.clear()
        decrypted.clear()
        await home_of(world, when=at(MONDAY, "19:00"))
        counts.append((len(statements), len(decrypted)))
    assert counts[0] == counts[1]
    assert counts[0][1] == PAGE


# ── The pool ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_pool_is_the_same_whatever_its_people_do(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    before = (await home_of(world, when=at(MONDAY, "07:00"))).mates
    await everybody_starts(world, EIGHT[1:])
    await asked(world, messenger)
    await answer(world, BOB)
    await leave(world, EIGHT[2], at=at(MONDAY, "19:00"))
    assert (await home_of(world, when=at(MONDAY, "19:30"))).mates == before


async def test_a_large_pool_is_named_in_part_and_counted_in_all(world: World) -> None:
    many = [ALICE, *(f"U0{number:04}" for number in range(NAMED + 12))]
    await place(world, many)
    (mates,) = (await home_of(world, when=at(MONDAY, "12:00"))).mates
    assert (len(mates.people), mates.in_all) == (NAMED, NAMED + 12)


async def test_between_two_rotations_both_pools_are_named_the_newer_one_first(world: World) -> None:
    await place(world, [ALICE, BOB])
    surgery = roster([ALICE, MALLORY], first=MONDAY + 28 * DAY, rotation="Theatre").replace("Medicine,", "Surgery,")
    await apply_roster(world, surgery, at=at(MONDAY, "12:00"))
    found = await home_of(world, when=at(MONDAY, "12:00"))
    assert [(mates.cohort, mates.people) for mates in found.mates] == [("Surgery", (MALLORY,)), ("Medicine", (BOB,))]
    long_after = await home_of(world, when=at(MONDAY + 60 * DAY, "12:00"))
    assert [mates.cohort for mates in long_after.mates] == ["Surgery"]


async def test_last_years_students_of_the_cohort_are_not_in_the_pool(world: World) -> None:
    old = roster([BOB], first=MONDAY - 364 * DAY, rotation="Medicine Z")
    await apply_roster(world, old, at=at(MONDAY - 364 * DAY, "06:00"))
    await place(world, [ALICE, MALLORY])
    (mates,) = (await home_of(world, when=at(MONDAY, "12:00"))).mates
    assert mates.people == (MALLORY,)
