"""A student has everything about them deleted: what goes, what stays as a mark that names nobody, and what happens in
the same moment."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from bot.domain.errors import NotOnRoster, NotYourQuestion
from bot.domain.marks import is_mark, mark_of
from bot.domain.outbox import (
    OUT_OF_HANDS,
    REMOVAL_LIMIT,
    GiveUp,
    Kind,
    Leftover,
    OutboxMessage,
    Sent,
    State,
    Thing,
    leftover_of,
)
from bot.domain.people import Pace, PersonId
from bot.domain.reply import Sharing
from bot.domain.roster import read_roster
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything, was_deleted
from bot.flows.deliver_outbox.parcels import Delivered, Parcel
from bot.flows.deliver_outbox.recording import record
from bot.flows.forget_people import forget_people
from bot.flows.mend_outbox import retry
from bot.flows.open_home.opening import outdated_homes, shown_no_more
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import Timing, World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Post, Remove
from bot.flows.send_journal import send_journal
from bot.flows.set_pace import start
from bot.flows.skip_question import skip_question
from bot.flows.welcome_students import welcome_students
from bot.flows.withdraw_reply import delete_reply
from bot.storage.database import Database
from bot.storage.tables import homes, metadata, placements
from tests.beginnings import remembered
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    EIGHT,
    HANA,
    JO,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver,
    deliver_all,
    everybody_starts,
    leave_channel,
    place,
    roster,
)

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
EVENING = at(MONDAY, "18:30")
LAST_DAY = MONDAY + 25 * DAY
NEXT_BLOCK = LAST_DAY + 3 * DAY
LEASE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
async def begin(world: World, messenger: FakeMessenger) -> None:
    await everybody_wrote(world, messenger)


@remembered
async def everybody_wrote(world: World, messenger: FakeMessenger) -> None:
    """All eight started, were asked, and shared words."""
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT:
        await answer(world, student, text=f"Words of {student.lower()}.", sharing=Sharing.WORDS)
    await deliver(world, messenger, when=at(MONDAY, "18:10"))


async def traces(database: Database, *wanted: str) -> list[str]:
    """The tables that hold any of some words in any column."""
    found = []
    async with database.connect() as connection:
        for table in metadata.sorted_tables:
            cells = [str(cell) for row in await connection.execute(select(table)) for cell in row]
            found += [table.name for word in wanted if any(word in cell for cell in cells)]
    return sorted(found)


async def placed(database: Database) -> set[str]:
    async with database.connect() as connection:
        return set(await connection.scalars(select(placements.c.person)))


async def roster_size(world: World, *, since: date = MONDAY, until: date = LAST_DAY) -> int:
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        return await work.people.roster_size(cohort.id, since=since, until=until)


async def unseen_by_slack(world: World, messenger: FakeMessenger) -> None:
    """Every removal has been done."""
    await deliver(world, messenger, when=EVENING + OUT_OF_HANDS + MINUTE)


def removed(messenger: FakeMessenger) -> list[Leftover]:
    return [said.leftover for _, said in messenger.accepted if isinstance(said, Remove)]


def digests_to(messenger: FakeMessenger, person: PersonId) -> set[str]:
    """Under which timestamps the digests stand that a person got directly."""
    return {
        messenger._where(message, said).ts
        for message, said in messenger.accepted
        if isinstance(said, Post) and message.planned.student == person
    }


def sent_to(messenger: FakeMessenger, person: PersonId) -> set[str]:
    """Under which timestamps everything stands that a person got, but for changes of what is there already."""
    return {
        messenger._where(message, said).ts
        for message, said in messenger.accepted
        if message.planned.student == person and message.planned.kind is not Kind.UPDATE
    }


# What goes, and what stays


async def test_no_table_names_the_student_any_more_and_nobody_else_is_touched(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await skip_question(world, ALICE, MONDAY, at=EVENING)
    await plan_prompts(world, at=EVENING)
    async with database.connect() as connection:
        await connection.execute(insert(homes), [{"person": one, "content": "c", "hash": "h"} for one in (ALICE, BOB)])
        await connection.commit()
    others = await traces(database, BOB)
    await delete_everything(world, ALICE, at=EVENING)
    await unseen_by_slack(world, messenger)

    assert await traces(database, ALICE) == ["homes"], "until Slack shows her Home tab without the journal"
    assert await outdated_homes(world) == (ALICE,)
    await shown_no_more(world, ALICE)
    assert await traces(database, ALICE) == []
    assert await traces(database, BOB) == others == ["homes", "outbox", "placements", "replies", "students"]


async def test_the_messages_of_the_conversation_go_each_once_and_leave_no_row(
    world: World, messenger: FakeMessenger
) -> None:
    standing = sent_to(messenger, ALICE)
    await delete_everything(world, ALICE, at=EVENING)
    await unseen_by_slack(world, messenger)

    assert {each.name for each in removed(messenger)} == standing
    assert len(removed(messenger)) == len(standing) == 2
    async with world.open_work() as work:
        assert [each for each in await work.outbox.listed(State, limit=100) if each.planned.kind is Kind.REMOVAL] == []


async def test_a_journal_that_was_to_go_tomorrow_goes_now(world: World, messenger: FakeMessenger) -> None:
    await send_journal(world, ALICE, at=EVENING)
    await deliver(world, messenger, when=EVENING)
    await delete_everything(world, ALICE, at=EVENING + MINUTE)
    await unseen_by_slack(world, messenger)
    assert [each.thing for each in removed(messenger)].count(Thing.FILE) == 1


async def test_what_is_planned_never_comes(world: World, messenger: FakeMessenger) -> None:
    await plan_prompts(world, at=EVENING)
    await delete_everything(world, ALICE, at=EVENING)
    messenger.accepted.clear()
    for on in (MONDAY + DAY, NEXT_MONDAY):
        await deliver_all(world, messenger, when=at(on, "07:15"))
        await deliver_all(world, messenger, when=at(on, "17:45"))
    assert messenger.said_to(ALICE) == []
    assert messenger.said_to(BOB) != []


async def test_words_that_were_shared_and_not_released_reach_no_digest(world: World, messenger: FakeMessenger) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    await publish_digests(world, at=at(NEXT_MONDAY, "07:01"))
    await deliver(world, messenger, when=at(NEXT_MONDAY, "07:01"))
    (digest,) = [said.digest for _, said in messenger.accepted if isinstance(said, Post)]
    assert digest.quotes
    assert not [words for words in digest.quotes if ALICE.lower() in words]


async def test_a_second_time_changes_nothing(world: World, messenger: FakeMessenger, database: Database) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    before = await placed(database)
    await delete_everything(world, ALICE, at=EVENING + MINUTE)
    assert await placed(database) == before
    assert await was_deleted(world, ALICE)


async def test_of_two_at_once_both_are_done(world: World, database: Database) -> None:
    await asyncio.gather(*(delete_everything(world, ALICE, at=EVENING) for _ in range(2)))
    assert len(await placed(database)) == len(EIGHT) + 1


async def test_mallory_can_delete_nothing_and_learns_nothing(world: World, database: Database) -> None:
    before = await placed(database)
    with pytest.raises(NotOnRoster):
        await delete_everything(world, MALLORY, at=EVENING)
    assert await placed(database) == before
    assert not await was_deleted(world, MALLORY)


async def test_whoever_was_deleted_can_start_answer_and_ask_for_nothing(world: World) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    with pytest.raises(NotOnRoster):
        await start(world, ALICE, Pace.EVERY_DAY, at=EVENING)
    with pytest.raises(NotOnRoster):
        await send_journal(world, ALICE, at=EVENING)
    with pytest.raises(NotYourQuestion):
        await answer(world, ALICE)


async def test_what_slack_does_not_let_go_is_told_to_the_operator_and_forgotten_in_the_end(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    messenger.trouble = [GiveUp("compliance_exports_prevent_deletion") for _ in range(2)]
    await unseen_by_slack(world, messenger)
    async with world.open_work() as work:
        failed = [each for each in await work.outbox.troubled(limit=9) if each.planned.kind is Kind.REMOVAL]
    assert [each.state for each in failed] == 2 * [State.FAILED]

    messenger.accepted.clear()
    await retry(world, [failed[0].id], not_there=False, at=EVENING + DAY)
    await deliver(world, messenger, when=EVENING + DAY)
    assert [leftover_of(failed[0].planned)] == [
        each for each in removed(messenger) if each.name in failed[0].planned.dedupe_key
    ]
    await forget_people(world, at=EVENING + REMOVAL_LIMIT - DAY)
    assert "outbox" in await traces(database, failed[1].id)
    await forget_people(world, at=EVENING + REMOVAL_LIMIT + DAY)
    assert await traces(database, failed[1].id) == []


# Who is something else as well


async def test_a_preceptor_who_is_a_student_elsewhere_keeps_digests_that_came_and_that_are_to_come(
    world: World, messenger: FakeMessenger
) -> None:
    fellows = roster([DR_KIM], rotation="Fellows").replace("Medicine,", "Fellows,")
    elsewhere = fellows.replace(f"preceptor,{DR_KIM}", f"preceptor,{JO}")
    for text in (roster(), elsewhere):
        await apply_roster(world, text, at=EVENING)
    await leave_channel(world)
    await welcome_students(world, FakeDirectory(), at=EVENING)
    first, second = (at(NEXT_MONDAY + week * DAY, "07:00") for week in (0, 7))
    await publish_digests(world, at=first)
    await deliver(world, messenger, when=first)
    await publish_digests(world, at=second)
    came = digests_to(messenger, DR_KIM)
    messenger.accepted.clear()

    await delete_everything(world, DR_KIM, at=second)
    await deliver(world, messenger, when=second)
    assert len(digests_to(messenger, DR_KIM)) == len(came) == 1
    assert removed(messenger), "the welcome"
    assert not came & {each.name for each in removed(messenger)}


# The mark


async def test_the_next_roster_counts_the_student_once_and_enrols_nobody(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    assert await roster_size(world) == 8
    await delete_everything(world, ALICE, at=EVENING)
    assert await roster_size(world) == 8

    for text in (roster(), roster(rotation="Medicine B", first=NEXT_BLOCK)):
        await apply_roster(world, text, at=EVENING + DAY)
    directory = FakeDirectory()
    assert await welcome_students(world, directory, at=EVENING + DAY) == 0
    assert directory.asked == []
    assert await roster_size(world) == await roster_size(world, since=NEXT_BLOCK, until=NEXT_BLOCK) == 8
    assert [person for person in await placed(database) if is_mark(PersonId(person))] == [
        mark_of(ALICE, key=world.mark_keys[0])
    ]
    assert ALICE not in await placed(database)


async def test_whoever_is_pooled_with_the_student_still_counts_them_and_reads_no_mark(world: World) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        for limit in (3, 30):
            named, in_all = await work.people.pooled_with(BOB, cohort.id, since=MONDAY, until=MONDAY, limit=limit)
            assert in_all == 7
            assert not [person for person in named if is_mark(person)]
            assert len(named) == min(limit, 6)


async def test_a_mark_that_an_older_key_made_is_still_known(world: World, database: Database) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    newer = replace(world, mark_keys=(b"a new key", *world.mark_keys))
    await apply_roster(newer, roster(), at=EVENING)
    assert ALICE not in await placed(database)
    assert await was_deleted(newer, ALICE)


async def test_a_roster_that_was_being_applied_in_the_same_moment_enrols_nobody_either(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    async with world.open_work() as work:
        # As it was read before there was a mark.
        plan = read_roster(roster(rotation="Medicine B", first=NEXT_BLOCK), program=world.program)
        await work.people.apply(plan, at=EVENING)
        await work.commit()
    messenger.accepted.clear()
    await welcome_students(world, FakeDirectory(), at=EVENING)
    await deliver(world, messenger, when=EVENING)
    assert messenger.said_to(ALICE) == []
    assert ALICE not in await placed(database)
    assert await roster_size(world, since=NEXT_BLOCK, until=NEXT_BLOCK) == 8


async def test_a_mark_stays_as_long_as_the_rotation_and_then_ties_to_nobody(world: World, database: Database) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    assert await forget_people(world, at=at(LAST_DAY + DAY, "12:00")) == 0
    assert await was_deleted(world, ALICE)
    assert await forget_people(world, at=at(LAST_DAY + 2 * DAY, "12:00")) == 1
    assert not await was_deleted(world, ALICE)
    assert mark_of(ALICE, key=world.mark_keys[0]) not in await placed(database)
    assert await roster_size(world) == 8, "what was counted before still counts"
    assert await forget_people(world, at=at(LAST_DAY + 3 * DAY, "12:00")) == 0


async def test_after_the_rotation_a_new_roster_enrols_the_student_like_anybody(
    world: World, messenger: FakeMessenger
) -> None:
    await delete_everything(world, ALICE, at=EVENING)
    await forget_people(world, at=at(LAST_DAY + 2 * DAY, "12:00"))
    await apply_roster(world, roster([ALICE], rotation="Medicine B", first=NEXT_BLOCK), at=at(NEXT_BLOCK, "06:00"))
    assert await welcome_students(world, FakeDirectory(), at=at(NEXT_BLOCK, "06:00")) == 1


# In the same moment


async def taken(world: World, *, kinds: Iterable[Kind] = (Kind.REMINDER,)) -> list[OutboxMessage]:
    """Alice's messages of tomorrow morning, in the hands of a worker."""
    await plan_prompts(world, at=EVENING)
    async with world.open_work() as work:
        claimed = await work.delivery.claim(at=at(MONDAY + DAY, "07:15"), limit=20, lease=LEASE, kinds=kinds)
        await work.commit()
    return [each for each in claimed if each.planned.student == ALICE]


async def test_what_a_worker_holds_is_not_sent(world: World) -> None:
    (message,) = await taken(world)
    await delete_everything(world, ALICE, at=EVENING)
    async with world.open_work() as work:
        assert await work.delivery.begin([message.id], lease=LEASE) == frozenset()


async def test_what_is_on_its_way_is_recorded_without_a_trace_and_removed_once_it_must_be_there(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    (message,) = await taken(world)
    async with world.open_work() as work:
        assert await work.delivery.begin([message.id], lease=LEASE) == {message.id}
        await work.commit()
    await delete_everything(world, ALICE, at=EVENING)
    arrived = Delivered(Parcel(message, EVENING, due=0.0), Sent("D1", "1.1"))
    await record(world, [arrived], silent=False, at=EVENING, timing=Timing())

    await deliver(world, messenger, when=EVENING + MINUTE)
    assert Thing.UNSEEN not in {each.thing for each in removed(messenger)}
    await unseen_by_slack(world, messenger)
    assert [each.name for each in removed(messenger) if each.thing is Thing.UNSEEN] == [message.id]
    assert await traces(database, ALICE) == []


async def test_a_journal_that_slack_refuses_in_the_same_moment_plans_no_message(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await send_journal(world, ALICE, at=EVENING)
    async with world.open_work() as work:
        claimed = await work.delivery.claim(at=EVENING, limit=20, lease=LEASE, kinds=[Kind.JOURNAL])
        await work.commit()
    await delete_everything(world, ALICE, at=EVENING)
    refused = [Delivered(Parcel(each, EVENING, due=0.0), GiveUp("file_uploads_disabled")) for each in claimed]
    assert len(refused) == 1
    await record(world, refused, silent=False, at=EVENING, timing=Timing())
    await unseen_by_slack(world, messenger)
    assert await traces(database, ALICE) == []


async def test_a_release_in_the_same_moment_has_the_words_or_has_them_not(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    when = at(NEXT_MONDAY, "07:01")
    await asyncio.gather(publish_digests(world, at=when), delete_everything(world, HANA, at=when))
    await deliver(world, messenger, when=when + OUT_OF_HANDS + MINUTE)
    assert len([said for _, said in messenger.accepted if isinstance(said, Post)]) == 1
    assert await traces(database, HANA) == []


async def test_a_reply_deleted_in_the_same_moment_leaves_nothing_behind(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await asyncio.gather(
        delete_everything(world, ALICE, at=EVENING),
        delete_reply(world, ALICE, MONDAY, at=EVENING),
        return_exceptions=True,
    )
    await unseen_by_slack(world, messenger)
    assert await traces(database, ALICE) == []


async def test_a_skip_in_the_same_moment_leaves_nothing_behind(
    world: World, messenger: FakeMessenger, database: Database
) -> None:
    await asyncio.gather(
        delete_everything(world, ALICE, at=EVENING),
        skip_question(world, ALICE, MONDAY, at=EVENING),
        return_exceptions=True,
    )
    await unseen_by_slack(world, messenger)
    assert await traces(database, ALICE) == []
