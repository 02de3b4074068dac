"""Messages on their way: leased once, sent once, ended once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from bot.domain.outbox import NOT_WANTED, Kind, OutboxMessage, Planned, Sent, State
from bot.domain.people import PersonId
from bot.domain.reply import Question
from bot.flows.ports import OpenWork
from bot.flows.records.outbox import Arrival
from bot.storage.database import Database
from bot.storage.tables import outbox
from tests.databases import OpenDatabase
from tests.storage.cast import (
    ALICE,
    BOB,
    DAY,
    HOUR,
    LEASE,
    MONDAY,
    NO_TIME,
    NOON,
    added,
    claimed,
    given_medicine,
    kept,
    marked_sending,
    prompt,
    reply,
    sent,
    settled,
    states,
)

QUESTION = "question:UALICE:2026-11-23"


def digest(body: str = "a digest") -> Planned:
    return Planned(Kind.DIGEST, "digest:1", NOON, NOON + DAY, channel="C0MEDICINE", on=MONDAY, body=body)


def update_of_alices() -> Planned:
    return Planned(Kind.UPDATE, "update:UALICE", NOON, NOON + DAY, student=ALICE, on=MONDAY)


WELCOME = Planned(Kind.WELCOME, "welcome:UALICE", NOON, NOON + 28 * DAY, student=ALICE)


async def claim_one(open_work: OpenWork) -> OutboxMessage:
    (message,) = await claimed(open_work)
    return message


async def replan(open_work: OpenWork, *wanted: Planned) -> None:
    async with open_work() as work:
        await work.outbox.replan([ALICE], wanted, at=NOON)
        await work.commit()


async def settled_as_absent(open_work: OpenWork) -> None:
    """Take over what expired in sending, and find that it did not arrive."""
    async with open_work() as work:
        await work.delivery.release_expired()
        (message,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=10)
        await work.delivery.hold_back(message.id, after=NO_TIME, attempt=message.attempts)
        await work.commit()


async def hold_back(open_work: OpenWork, message: OutboxMessage, after: timedelta = NO_TIME) -> None:
    async with open_work() as work:
        await work.delivery.hold_back(message.id, after=after)
        await work.commit()


async def release_expired(others: OpenDatabase) -> int:
    """What another process finds left lying."""
    async with others().open_work() as work:
        released = await work.delivery.release_expired()
        await work.commit()
        return released


async def unknown(open_work: OpenWork, *, older_than: timedelta = NO_TIME) -> list[str]:
    async with open_work() as work:
        return [one.planned.dedupe_key for one in await work.delivery.unknown(at=NOON, older_than=older_than, limit=10)]


async def give_state(open_work: OpenWork, state: State, *planned: Planned) -> None:
    """Bring new messages into a state."""
    await added(open_work, *planned)
    if state is State.PENDING:
        return
    for message in await claimed(open_work, at=NOON + 1000 * DAY):
        if state is not State.LEASED:
            await marked_sending(open_work, message)
        if state not in (State.LEASED, State.SENDING):
            await settled(open_work, message, state, sent=Sent("D1", "1.1") if state is State.SENT else None)


# Adding


async def test_a_message_is_added_once_by_its_key(open_work: OpenWork) -> None:
    async with open_work() as work:
        assert await work.outbox.add(prompt())
        assert not await work.outbox.add(replace(prompt(), send_at=NOON - HOUR))
        await work.commit()
    message = await claim_one(open_work)
    assert message.planned == prompt()
    assert (message.attempts, message.channel, message.ts) == (0, None, None)


async def test_of_two_workers_who_add_at_once_one_adds(another_database: OpenDatabase) -> None:
    async def add(open_work: OpenWork) -> bool:
        async with open_work() as work:
            new = await work.outbox.add(prompt())
            await work.commit()
            return new

    handles = [another_database() for _ in range(3)]
    assert sorted(await asyncio.gather(*(add(handle.open_work) for handle in handles))) == [False, False, True]


# Claiming


async def test_only_what_is_due_is_claimed_the_freshest_first(open_work: OpenWork) -> None:
    early, late = prompt(send_at=NOON - 2 * HOUR), prompt(Kind.REMINDER, send_at=NOON)
    future = prompt(student=BOB, send_at=NOON + timedelta(seconds=1))
    await added(open_work, early, late, future)
    messages = await claimed(open_work)
    assert [message.planned for message in messages] == [late, early]
    assert {message.state for message in messages} == {State.LEASED}
    assert await claimed(open_work) == ()


async def test_a_claim_takes_no_more_than_its_limit(open_work: OpenWork) -> None:
    await added(open_work, *(prompt(on=MONDAY + number * DAY) for number in range(5)))
    assert len(await claimed(open_work, limit=2)) == 2
    assert len(await claimed(open_work, limit=10)) == 3


async def test_a_claim_that_is_not_committed_leaves_the_message_to_others(
    another_database: OpenDatabase,
) -> None:
    one, other = another_database(), another_database()
    await added(one.open_work, prompt())
    async with one.open_work() as work:
        assert len(await work.delivery.claim(at=NOON, limit=1, lease=LEASE)) == 1
    assert len(await claimed(other.open_work)) == 1


async def test_workers_who_claim_at_once_share_the_messages(another_database: OpenDatabase) -> None:
    handles = [another_database() for _ in range(3)]
    await added(handles[0].open_work, *(prompt(on=MONDAY + number * DAY) for number in range(30)))

    async def claim_all(open_work: OpenWork) -> list[str]:
        mine: list[str] = []
        while batch := await claimed(open_work, limit=3):
            mine += [message.id for message in batch]
        return mine

    taken = await asyncio.gather(*(claim_all(handle.open_work) for handle in handles))
    everything = [message for mine in taken for message in mine]
    assert len(everything) == len(set(everything)) == 30


async def test_a_claim_on_postgresql_does_not_wait_for_another_claim(
    another_database: OpenDatabase, database_url: str
) -> None:
    one, other = another_database(), another_database()
    await added(one.open_work, prompt(), prompt(Kind.REMINDER))
    if not database_url.startswith("postgresql"):
        # SQLite has one writer at a time, so a second claim begins when the first has ended.
        assert len(await claimed(one.open_work, limit=1)) == len(await claimed(other.open_work, limit=1)) == 1
        return
    async with one.open_work() as first, other.open_work() as second:
        (mine,) = await first.delivery.claim(at=NOON, limit=1, lease=LEASE)
        (theirs,) = await second.delivery.claim(at=NOON, limit=1, lease=LEASE)
    assert mine.id != theirs.id


async def test_a_message_held_back_is_not_claimed_before_the_while_has_passed(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    await hold_back(open_work, await claim_one(open_work), after=HOUR)
    assert await states(open_work) == {QUESTION: State.PENDING}
    assert await claimed(open_work, at=NOON + 1000 * DAY) == ()


async def test_a_message_held_back_for_no_time_can_be_claimed_at_once(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    await hold_back(open_work, message)
    again = await claim_one(open_work)
    assert again == replace(message, held_until=again.held_until)


# Sending


async def test_each_sending_counts_as_an_attempt(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    for attempts in (0, 1):
        message = await claim_one(open_work)
        assert message.attempts == attempts
        assert await marked_sending(open_work, message)
        await hold_back(open_work, message)
    assert (await claim_one(open_work)).attempts == 2


async def test_what_was_not_handed_over_yet_may_be_begun_again_and_what_ended_may_not(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    assert await marked_sending(open_work, message)
    assert await marked_sending(open_work, message), "nobody may have seen whether the first one was committed"
    await settled(open_work, message, State.FAILED)
    assert not await marked_sending(open_work, message)


async def test_what_was_begun_unseen_counts_as_one_attempt(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    for _ in range(2):
        assert await marked_sending(open_work, message)
    async with open_work() as work:
        (sending,) = await work.outbox.listed([State.SENDING], limit=10)
    assert sending.attempts == 1


@pytest.mark.parametrize("late_word", ["nothing arrived", "it was refused", "nobody saw its end"])
async def test_what_a_worker_learns_of_an_attempt_says_nothing_about_the_next_one(
    another_database: OpenDatabase, late_word: str
) -> None:
    frozen, other = another_database().open_work, another_database().open_work
    await added(other, prompt())
    first = await claim_one(frozen)
    assert await marked_sending(frozen, first, lease=NO_TIME)
    await settled_as_absent(other)
    second = await claim_one(other)
    assert await marked_sending(other, second)
    await settled(other, second, State.UNKNOWN)

    async with frozen() as work:
        if late_word == "nothing arrived":
            await work.delivery.hold_back(first.id, after=NO_TIME, attempt=first.attempts + 1)
        else:
            state = State.FAILED if late_word == "it was refused" else State.UNKNOWN
            await work.delivery.settle(first.id, state, attempt=first.attempts + 1)
        await work.commit()
    async with other() as work:
        (unknown,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=10)
    assert (unknown.state, unknown.attempts) == (State.UNKNOWN, 2)


async def test_a_lease_that_has_ended_is_no_longer_ours(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    (message,) = await claimed(open_work, lease=NO_TIME)
    assert not await marked_sending(open_work, message)
    assert await states(open_work) == {QUESTION: State.LEASED}


async def test_a_worker_can_do_nothing_with_anothers_lease(another_database: OpenDatabase) -> None:
    ours, theirs = another_database().open_work, another_database().open_work
    await added(ours, prompt())
    message = await claim_one(ours)
    assert not await marked_sending(theirs, message)
    await settled(theirs, message, State.FAILED)
    await hold_back(theirs, message)
    assert await states(ours) == {QUESTION: State.LEASED}
    assert await marked_sending(ours, message)
    await settled(theirs, message, State.FAILED)
    await hold_back(theirs, message)
    assert await states(ours) == {QUESTION: State.SENDING}


async def test_sending_renews_the_lease(open_work: OpenWork, another_database: OpenDatabase) -> None:
    await added(open_work, prompt(), prompt(student=BOB))
    renewed, short = sorted(await claimed(open_work), key=lambda message: message.planned.dedupe_key)
    assert await marked_sending(open_work, renewed, lease=LEASE)
    assert await marked_sending(open_work, short, lease=NO_TIME)
    assert await release_expired(another_database) == 1
    assert await states(open_work) == {QUESTION: State.SENDING, "question:UBOB:2026-11-23": State.UNKNOWN}


async def test_a_process_keeps_its_own_leases_whatever_the_clock_says(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    await marked_sending(open_work, await claim_one(open_work), lease=NO_TIME)
    async with open_work() as work:
        assert await work.delivery.release_expired() == 0
    assert await states(open_work) == {QUESTION: State.SENDING}


async def test_expired_leases_become_pending_or_unknown_and_running_ones_stay(
    open_work: OpenWork, another_database: OpenDatabase
) -> None:
    leased, sending, running = prompt(), prompt(Kind.REMINDER), prompt(student=BOB)
    await added(open_work, running)
    await claimed(open_work)
    await added(open_work, leased, sending)
    for message in await claimed(open_work, lease=NO_TIME):
        if message.planned == sending:
            await hold_back(open_work, message)
    (message,) = await claimed(open_work)
    await marked_sending(open_work, message, lease=NO_TIME)
    assert await release_expired(another_database) == 2
    assert await states(open_work) == {
        leased.dedupe_key: State.PENDING,
        sending.dedupe_key: State.UNKNOWN,
        running.dedupe_key: State.LEASED,
    }
    assert await release_expired(another_database) == 0


# Settling


@pytest.mark.parametrize("state", [State.SENT, State.FAILED, State.EXPIRED, State.CANCELLED])
async def test_a_message_that_ended_stays_ended(open_work: OpenWork, state: State) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    await settled(open_work, message, state)
    for other in State:
        await settled(open_work, message, other)
    await hold_back(open_work, message)
    assert not await marked_sending(open_work, message)
    assert await states(open_work) == {QUESTION: state}
    assert await claimed(open_work) == ()


async def test_a_pending_message_cannot_be_settled(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    await hold_back(open_work, message)
    await settled(open_work, message, State.SENT, sent=Sent("D1", "1.1"))
    assert await states(open_work) == {QUESTION: State.PENDING}


async def test_a_sent_message_knows_where_it_stands(open_work: OpenWork) -> None:
    await sent(open_work, prompt())
    async with open_work() as work:
        (message,) = await work.outbox.listed([State.SENT], limit=10)
    assert (message.state, message.channel, message.ts) == (State.SENT, "D1", "2026-11-23")
    assert message.planned.channel is None


@pytest.mark.parametrize("state", [State.SENT, State.FAILED, State.EXPIRED, State.CANCELLED])
async def test_a_digests_body_is_erased_when_it_ends_and_nothing_else(database: Database, state: State) -> None:
    await added(database.open_work, digest())
    message = await claim_one(database.open_work)
    async with database.open_work() as work:
        assert await work.delivery.body(message.id) == "a digest"
    await settled(database.open_work, message, state)
    async with database.connect() as connection:
        assert (await connection.execute(text("SELECT body FROM outbox"))).scalar_one() is None
    async with database.open_work() as work:
        (ended,) = await work.outbox.listed([state], limit=10)
    assert ended == replace(message, state=state, planned=replace(digest(), body=None))


async def test_an_unknown_digest_keeps_its_body_until_it_ends(open_work: OpenWork) -> None:
    await give_state(open_work, State.UNKNOWN, digest())
    async with open_work() as work:
        (message,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=1)
        assert await work.delivery.body(message.id) == "a digest"
    await hold_back(open_work, message)
    again = await claim_one(open_work)
    async with open_work() as work:
        assert await work.delivery.body(again.id) == "a digest"


async def test_an_unknown_digest_loses_its_body_once_it_is_too_late(open_work: OpenWork) -> None:
    await give_state(open_work, State.UNKNOWN, digest())
    async with open_work() as work:
        (message,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=1)
        for at, body in ((digest().too_late_at, "a digest"), (digest().too_late_at + timedelta(seconds=1), None)):
            await work.delivery.erase_late_bodies(at=at)
            assert await work.delivery.body(message.id) == body


async def test_an_unknown_message_is_looked_for_until_a_day_after_it_is_too_late(open_work: OpenWork) -> None:
    await give_state(open_work, State.UNKNOWN, prompt())
    a_day_later = prompt().too_late_at + DAY
    async with open_work() as work:
        for at, found in ((a_day_later, 1), (a_day_later + timedelta(seconds=1), 0)):
            assert len(await work.delivery.unknown(at=at, older_than=NO_TIME, limit=1)) == found
            assert await work.delivery.has_unknown(at=at, older_than=NO_TIME) == bool(found)


async def test_a_message_is_sent_to_the_channel_it_has_at_that_moment(open_work: OpenWork) -> None:
    await added(open_work, digest())
    message = await claim_one(open_work)
    async with open_work() as work:
        await work.delivery.aim(message.id, channel="C0MENDED")
        assert await work.delivery.begin([message.id], lease=HOUR) == {message.id}
        (sending,) = await work.outbox.listed([State.SENDING], limit=1)
    assert sending.planned.channel == "C0MENDED"


async def test_a_postponed_message_comes_due_again_then(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    async with open_work() as work:
        await work.delivery.postpone(message.id, send_at=NOON + HOUR)
        await work.commit()
    assert await claimed(open_work) == ()
    assert [each.id for each in await claimed(open_work, at=NOON + HOUR)] == [message.id]


async def test_what_needs_a_person_is_listed_with_its_reason(open_work: OpenWork) -> None:
    await give_state(open_work, State.UNKNOWN, prompt())
    await give_state(open_work, State.SENT, prompt(student=BOB))
    await added(open_work, digest())
    message = await claim_one(open_work)
    await marked_sending(open_work, message)
    async with open_work() as work:
        await work.delivery.hold_back(message.id, after=HOUR, reason="not_in_channel")
        await work.commit()
    async with open_work() as work:
        troubled = await work.outbox.troubled(limit=10)
    assert sorted((each.state, each.reason) for each in troubled) == [
        (State.PENDING, "not_in_channel"),
        (State.UNKNOWN, ""),
    ]


async def test_what_was_only_braked_needs_nobody_however_often(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    for _ in range(10):
        message = await claim_one(open_work)
        await marked_sending(open_work, message)
        await hold_back(open_work, message)
    async with open_work() as work:
        assert await work.outbox.troubled(limit=10) == ()


async def test_what_could_not_be_built_needs_a_person_although_it_was_never_handed_over(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    message = await claim_one(open_work)
    async with open_work() as work:
        await work.delivery.hold_back(message.id, after=HOUR, reason="broken")
        await work.commit()
    async with open_work() as work:
        assert [each.reason for each in await work.outbox.troubled(limit=10)] == ["broken"]


async def test_what_is_wanted_again_needs_nobody(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    await settled(open_work, await claim_one(open_work), State.CANCELLED, reason=NOT_WANTED)
    await replan(open_work, prompt())
    async with open_work() as work:
        (message,) = await work.outbox.listed([State.PENDING], limit=10)
        assert message.reason == ""
        assert await work.outbox.troubled(limit=10) == ()


@pytest.mark.parametrize("column", ["held_until", "lease_until", "looked_at"])
async def test_an_instant_of_a_clock_that_went_back_keeps_no_message_waiting(
    another_database: OpenDatabase, column: str
) -> None:
    ours, theirs = another_database(), another_database()
    state = {"held_until": State.PENDING, "lease_until": State.SENDING, "looked_at": State.UNKNOWN}[column]
    await give_state(ours.open_work, state, prompt())
    async with ours.open_work() as work:
        far = await work.lanes.now() + 30 * HOUR
    async with ours.connect() as connection:
        await connection.execute(update(outbox).values({column: far}))
        await connection.commit()
    async with theirs.open_work() as work:
        if column == "held_until":
            assert await work.delivery.has_due(at=NOON, kinds=Kind)
        elif column == "lease_until":
            assert await work.delivery.release_expired() == 1
        else:
            assert await work.delivery.has_unknown(at=NOON, older_than=NO_TIME)


@pytest.mark.parametrize("kind", [Kind.UPDATE, Kind.REMOVAL])
async def test_what_may_be_done_twice_is_simply_done_again_when_its_worker_died(
    another_database: OpenDatabase, kind: Kind
) -> None:
    ours = another_database()
    await added(ours.open_work, replace(update_of_alices(), kind=kind))
    await marked_sending(ours.open_work, await claim_one(ours.open_work), lease=NO_TIME)
    assert await release_expired(another_database) == 1
    assert list((await states(ours.open_work)).values()) == [State.PENDING]


async def test_what_arrived_after_all_is_not_sent_again(open_work: OpenWork) -> None:
    """It was put back as absent, and then Slack's late word came that it had taken that very attempt."""
    await added(open_work, prompt())
    message = await claim_one(open_work)
    await marked_sending(open_work, message)
    await settled(open_work, message, State.UNKNOWN)
    async with open_work() as work:
        assert await work.delivery.put_back([message.id], attempt=1) == 1
        await work.delivery.arrived([Arrival(message.id, 2, Sent("D1", "1.1"))])
        assert (await work.outbox.counts())[State.PENDING] == 1, "of another attempt it says nothing"
        await work.delivery.arrived([Arrival(message.id, 1, Sent("D1", "1.1"))])
        assert (await work.outbox.counts())[State.SENT] == 1
        await work.commit()


# Unknown


async def test_an_unknown_message_is_looked_for_after_a_while(open_work: OpenWork) -> None:
    await give_state(open_work, State.UNKNOWN, prompt())
    assert await unknown(open_work) == [QUESTION]
    assert await unknown(open_work, older_than=HOUR) == []


async def test_a_lease_that_expired_in_sending_is_looked_for_after_a_while(
    open_work: OpenWork, another_database: OpenDatabase
) -> None:
    await added(open_work, prompt())
    await marked_sending(open_work, await claim_one(open_work), lease=NO_TIME)
    await release_expired(another_database)
    assert await unknown(open_work) == [QUESTION]
    assert await unknown(open_work, older_than=HOUR) == []


async def test_a_look_in_vain_puts_a_message_behind_the_others(open_work: OpenWork) -> None:
    first, second = prompt(), prompt(student=BOB)
    await give_state(open_work, State.UNKNOWN, first)
    await give_state(open_work, State.UNKNOWN, second)
    assert await unknown(open_work) == [first.dedupe_key, second.dedupe_key]
    async with open_work() as work:
        found = {one.planned.dedupe_key: one.id for one in await work.outbox.listed([State.UNKNOWN], limit=2)}
        await asyncio.sleep(0.005)
        await work.delivery.looked_at(found[first.dedupe_key], again_after=NO_TIME)
        await work.commit()
    assert await unknown(open_work) == [second.dedupe_key, first.dedupe_key]


async def test_handing_an_unknown_message_out_counts_as_a_look(another_database: OpenDatabase) -> None:
    one, other = another_database(), another_database()
    first, second = prompt(), prompt(student=BOB)
    await give_state(one.open_work, State.UNKNOWN, first)
    await give_state(one.open_work, State.UNKNOWN, second)
    await asyncio.sleep(0.005)
    async with one.open_work() as work:
        (handed_out,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=1)
        await work.commit()
    assert handed_out.planned == first
    assert await unknown(other.open_work) == [second.dedupe_key, first.dedupe_key]


async def test_an_unknown_message_that_was_found_is_sent(another_database: OpenDatabase) -> None:
    ours, theirs = another_database().open_work, another_database().open_work
    await give_state(ours, State.UNKNOWN, prompt())
    async with theirs() as work:
        (message,) = await work.delivery.unknown(at=NOON, older_than=NO_TIME, limit=1)
    await settled(theirs, message, State.SENT, sent=Sent("D1", "1.1"))
    assert await states(ours) == {QUESTION: State.SENT}


# Replanning


async def test_replanning_adds_moves_and_cancels(open_work: OpenWork) -> None:
    unwanted, moved = prompt(Kind.REMINDER), prompt()
    await added(open_work, unwanted, moved)
    later, new = replace(moved, send_at=NOON + HOUR, too_late_at=NOON + 9 * HOUR), prompt(on=MONDAY + DAY)
    await replan(open_work, later, new)
    assert await states(open_work) == {
        unwanted.dedupe_key: State.CANCELLED,
        moved.dedupe_key: State.PENDING,
        new.dedupe_key: State.PENDING,
    }
    plans = {message.planned for message in await claimed(open_work, at=NOON + 1000 * DAY)}
    assert plans == {later, new}


async def test_replanning_for_nothing_cancels_everything_pending_and_then_revives_it(open_work: OpenWork) -> None:
    await added(open_work, prompt(), prompt(Kind.REMINDER))
    await replan(open_work)
    assert set((await states(open_work)).values()) == {State.CANCELLED}
    await replan(open_work, replace(prompt(), send_at=NOON + HOUR))
    assert (await states(open_work))[QUESTION] is State.PENDING
    (message,) = await claimed(open_work, at=NOON + HOUR)
    assert message.planned == replace(prompt(), send_at=NOON + HOUR)


@pytest.mark.parametrize("state", [State.LEASED, State.SENDING, State.SENT, State.FAILED, State.EXPIRED, State.UNKNOWN])
async def test_replanning_leaves_alone_what_has_been_leased_or_has_ended(open_work: OpenWork, state: State) -> None:
    await give_state(open_work, state, prompt(), prompt(Kind.REMINDER))
    await replan(open_work, replace(prompt(), send_at=NOON + HOUR))
    assert set((await states(open_work)).values()) == {state}
    async with open_work() as work:
        assert {message.planned.send_at for message in await work.outbox.listed([state], limit=10)} == {NOON}


async def test_replanning_leaves_alone_what_is_too_late_because_it_ends_as_expired(open_work: OpenWork) -> None:
    missed = prompt(send_at=NOON - 4 * HOUR)
    also_missed = prompt(Kind.REMINDER, send_at=NOON - 4 * HOUR)
    await added(open_work, missed, also_missed)
    await replan(open_work, replace(missed, send_at=NOON))
    assert set((await states(open_work)).values()) == {State.PENDING}
    assert {message.planned for message in await claimed(open_work)} == {missed, also_missed}


async def test_replanning_touches_no_other_student_and_no_other_kind(open_work: OpenWork) -> None:
    others = prompt(student=BOB), update_of_alices(), digest()
    await added(open_work, prompt(), *others)
    await replan(open_work)
    found = await states(open_work)
    assert found.pop(QUESTION) is State.CANCELLED
    assert set(found.values()) == {State.PENDING}


async def test_replanning_twice_changes_nothing(open_work: OpenWork) -> None:
    wanted = prompt(), prompt(Kind.REMINDER), prompt(on=MONDAY + DAY)
    await replan(open_work, *wanted)
    async with open_work() as work:
        once = await work.outbox.listed(list(State), limit=10)
    await replan(open_work, *wanted)
    async with open_work() as work:
        assert await work.outbox.listed(list(State), limit=10) == once


# Reviving


async def revived(open_work: OpenWork, planned: Planned) -> bool:
    async with open_work() as work:
        is_there = await work.outbox.revive(planned)
        await work.commit()
        return is_there


async def decided(open_work: OpenWork) -> frozenset[str]:
    async with open_work() as work:
        return await work.outbox.decided([WELCOME.dedupe_key, "welcome:nobody"])


@pytest.mark.parametrize(
    ("state", "reason"), [(State.FAILED, "user_disabled"), (State.FAILED, ""), (State.CANCELLED, NOT_WANTED)]
)
async def test_what_slack_surely_never_had_is_revived_for_its_new_instants(
    open_work: OpenWork, state: State, reason: str
) -> None:
    await added(open_work, WELCOME)
    (message,) = await claimed(open_work)
    await settled(open_work, message, state, reason=reason)

    later = replace(WELCOME, send_at=NOON + HOUR, too_late_at=NOON + DAY, on=MONDAY + DAY)
    assert await decided(open_work) == frozenset()
    assert await revived(open_work, later)
    assert await decided(open_work) == {WELCOME.dedupe_key}
    assert await claimed(open_work) == ()
    (again,) = await claimed(open_work, at=NOON + HOUR)
    assert (again.id, again.planned, again.reason) == (message.id, later, "")
    assert not await revived(open_work, later), "it is on its way"


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State.SENT, ""),
        (State.UNKNOWN, ""),
        (State.EXPIRED, "too_late"),
        (State.CANCELLED, "by_hand"),
        (State.CANCELLED, ""),
    ],
)
async def test_what_slack_may_have_or_somebody_stopped_is_never_revived(
    open_work: OpenWork, state: State, reason: str
) -> None:
    await added(open_work, WELCOME)
    (message,) = await claimed(open_work)
    assert await marked_sending(open_work, message)
    sent_there = Sent("D1", "1.1") if state is State.SENT else None
    await settled(open_work, message, state, sent=sent_there, reason=reason)
    assert await decided(open_work) == {WELCOME.dedupe_key}
    assert not await revived(open_work, WELCOME)
    assert await states(open_work) == {WELCOME.dedupe_key: state}


async def test_a_message_that_waits_or_was_never_planned_is_not_revived(open_work: OpenWork) -> None:
    assert await decided(open_work) == frozenset()
    assert not await revived(open_work, WELCOME)
    await added(open_work, WELCOME)
    assert not await revived(open_work, replace(WELCOME, send_at=NOON + HOUR))
    assert len(await claimed(open_work)) == 1


# Questions


async def test_a_sent_question_says_where_it_stands_and_when_it_was_due(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)
    await sent(open_work, prompt(cohort=cohort.id))
    async with open_work() as work:
        assert await work.outbox.question(ALICE, MONDAY) == Question(ALICE, MONDAY, cohort.id, NOON, "D1", "2026-11-23")
        assert await work.outbox.question(BOB, MONDAY) is None
        assert await work.outbox.question(ALICE, MONDAY + DAY) is None


async def test_a_reminder_is_no_question_and_a_question_not_yet_sent_neither(open_work: OpenWork) -> None:
    await sent(open_work, prompt(Kind.REMINDER))
    await added(open_work, prompt())
    async with open_work() as work:
        assert await work.outbox.question(ALICE, MONDAY) is None
        assert await work.outbox.open_questions(ALICE, since=NOON - DAY) == ()


async def test_open_questions_come_newest_first_without_answered_and_skipped_ones(open_work: OpenWork) -> None:
    cohort = await given_medicine(open_work)

    def asked(day: int, student: PersonId = ALICE) -> Planned:
        return prompt(student=student, on=MONDAY + day * DAY, send_at=NOON + day * DAY, cohort=cohort.id)

    await sent(open_work, *(asked(day) for day in range(6)), asked(3, BOB))
    await kept(open_work, reply(cohort.id, on=MONDAY + 4 * DAY), reply(cohort.id, BOB, on=MONDAY + 5 * DAY))
    async with open_work() as work:
        await work.replies.skip(ALICE, MONDAY + 2 * DAY, at=NOON)
        await work.replies.skip(BOB, MONDAY + 3 * DAY, at=NOON)
        questions = await work.outbox.open_questions(ALICE, since=NOON)
    assert [question.on for question in questions] == [MONDAY + day * DAY for day in (5, 3, 1)]
    assert {question.student for question in questions} == {ALICE}


async def test_a_message_tells_its_day_whatever_became_of_it(open_work: OpenWork) -> None:
    await sent(open_work, prompt())
    await added(open_work, prompt(on=MONDAY + DAY))
    async with open_work() as work:
        assert await work.outbox.day_of(QUESTION) == MONDAY
        assert await work.outbox.day_of("question:UALICE:2026-11-24") == MONDAY + DAY
        assert await work.outbox.day_of("question:UALICE:2026-11-25") is None


# For the operator and the clock


async def test_the_next_due_message_is_the_first_pending_one_of_these_kinds(open_work: OpenWork) -> None:
    await sent(open_work, prompt(Kind.QUESTION, BOB))
    await added(open_work, prompt(send_at=NOON + 2 * HOUR), prompt(on=MONDAY + DAY, send_at=NOON + DAY), digest())

    async def next_due(*kinds: str) -> object:
        async with open_work() as work:
            return await work.outbox.next_due(kinds=frozenset(kinds))

    assert await next_due("question") == NOON + 2 * HOUR
    assert await next_due("question", "digest") == NOON
    assert await next_due("reminder") is None
    assert await next_due() is None


async def test_every_state_is_counted(open_work: OpenWork) -> None:
    await sent(open_work, prompt())
    await added(open_work, prompt(student=BOB), prompt(Kind.REMINDER))
    async with open_work() as work:
        counts = await work.outbox.counts()
        waiting = await work.outbox.counts([State.PENDING, State.UNKNOWN])
    assert counts == dict.fromkeys(State, 0) | {State.SENT: 1, State.PENDING: 2}
    assert waiting == {State.PENDING: 2, State.UNKNOWN: 0}


async def test_the_operators_list_is_newest_first_bounded_and_without_bodies(open_work: OpenWork) -> None:
    await added(open_work, digest(), *(prompt(on=MONDAY + n * DAY, send_at=NOON + n * HOUR) for n in range(3)))
    async with open_work() as work:
        two = await work.outbox.listed([State.PENDING], limit=2)
        everything = await work.outbox.listed([State.PENDING], limit=10)
        assert await work.outbox.listed([State.SENT], limit=10) == ()
    assert [message.planned.send_at for message in two] == [NOON + 2 * HOUR, NOON + HOUR]
    assert len(everything) == 4
    assert {message.planned.body for message in everything} == {None}
