"""What the operator looks at and puts right: guarded changes, none of which takes a message out of a worker's hands."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.domain.capacity import Due
from bot.domain.outbox import SEEN, WITHDRAWN, Kind, MessageId, OutboxMessage, Planned, State
from bot.domain.people import Role
from bot.domain.roster import RosterPlan
from bot.flows.ports import OpenWork
from bot.storage.database import Database
from tests.storage.cast import (
    ALICE,
    BOB,
    CAROL,
    DAY,
    DR_KIM,
    HOUR,
    MONDAY,
    NO_TIME,
    NOON,
    added,
    apply,
    claimed,
    given_medicine,
    medicine,
    placed,
    prompt,
    rotation,
    settled,
)

MAY_START_FROM: dict[str, set[State]] = {
    "reopen": {State.FAILED, State.EXPIRED, State.UNKNOWN},
    "withdraw": {State.PENDING, State.FAILED, State.EXPIRED, State.UNKNOWN},
    "vouch_for": {State.UNKNOWN},
    "put_back": {State.UNKNOWN},
    "hurry": {State.PENDING},
}
BECOMES = {"withdraw": State.CANCELLED, "vouch_for": State.SENT}
REASON = {"reopen": "", "withdraw": WITHDRAWN, "vouch_for": SEEN, "put_back": "", "hurry": "reason"}


async def given(database: Database, state: State, planned: Planned | None = None) -> OutboxMessage:
    """One message alone, brought into a state."""
    await added(database.open_work, planned or prompt())
    async with database.connect() as connection:
        await connection.execute(text("UPDATE outbox SET state = :state, reason = 'reason'"), {"state": state.value})
        await connection.commit()
    return await the_one(database.open_work)


async def the_one(open_work: OpenWork) -> OutboxMessage:
    async with open_work() as work:
        (message,) = await work.outbox.listed(list(State), limit=10)
        return message


async def change(open_work: OpenWork, how: str, *messages: MessageId) -> int:
    async with open_work() as work:
        waiting = {"after": NO_TIME} if how == "reopen" else {}
        changed: int = await getattr(work.delivery if how == "put_back" else work.outbox, how)(messages, **waiting)
        await work.commit()
        return changed


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("how", MAY_START_FROM)
async def test_a_change_starts_only_from_the_states_it_names(database: Database, how: str, state: State) -> None:
    before = await given(database, state)
    changed = await change(database.open_work, how, before.id)
    after = await the_one(database.open_work)
    if state in MAY_START_FROM[how]:
        assert changed == 1
        becomes = BECOMES.get(how, State.PENDING)
        assert after == replace(before, state=becomes, reason=REASON[how], held_until=after.held_until)
    else:
        assert changed == 0
        assert after == before


async def test_a_reopened_message_is_claimed_at_once_and_has_not_ended(database: Database) -> None:
    message = await given(database, State.PENDING)
    await claimed(database.open_work)
    async with database.open_work() as work:
        await work.delivery.hold_back(message.id, after=HOUR)
        await work.commit()
    async with database.connect() as connection:
        await connection.execute(text("UPDATE outbox SET state = 'failed', ended_at = send_at"))
        await connection.commit()
    await change(database.open_work, "reopen", message.id)
    assert [each.id for each in await claimed(database.open_work)] == [message.id]
    async with database.connect() as connection:
        assert (await connection.execute(text("SELECT ended_at FROM outbox"))).scalar_one() is None


async def test_a_reopened_message_may_be_held_for_a_while(database: Database) -> None:
    message = await given(database, State.UNKNOWN)
    async with database.open_work() as work:
        assert await work.outbox.reopen([message.id], after=HOUR) == 1
        await work.commit()
    assert await claimed(database.open_work) == ()


async def test_only_what_was_put_off_for_a_reason_is_hurried(open_work: OpenWork) -> None:
    """A message without one may have been unknown, and somebody may still be looking for it."""
    await added(open_work, prompt(), prompt(student=BOB))
    refused, held = await claimed(open_work)
    async with open_work() as work:
        await work.delivery.hold_back(refused.id, after=HOUR, reason="not_in_channel")
        await work.delivery.hold_back(held.id, after=HOUR)
        await work.commit()
    assert await claimed(open_work) == ()
    assert await change(open_work, "hurry", refused.id, held.id) == 1
    assert [each.id for each in await claimed(open_work)] == [refused.id]


@pytest.mark.parametrize("how", ["withdraw", "vouch_for"])
async def test_what_ends_by_a_persons_word_leaves_no_text_behind(database: Database, how: str) -> None:
    message = await given(database, State.UNKNOWN, replace(prompt(Kind.DIGEST), student=None, body="a digest"))
    async with database.open_work() as work:
        assert await work.delivery.body(message.id) == "a digest"
    await change(database.open_work, how, message.id)
    async with database.open_work() as work:
        assert await work.delivery.body(message.id) is None


async def test_what_a_person_cancelled_is_not_planned_again(database: Database) -> None:
    """Reviving it would send blindly what may have arrived."""
    message = await given(database, State.UNKNOWN)
    await change(database.open_work, "withdraw", message.id)
    async with database.open_work() as work:
        await work.outbox.replan([ALICE], [prompt()], at=NOON)
        await work.commit()
    assert (await the_one(database.open_work)).state is State.CANCELLED


async def test_what_a_student_did_not_want_is_planned_again(open_work: OpenWork) -> None:
    for wanted in ([prompt()], [], [prompt()]):
        async with open_work() as work:
            await work.outbox.replan([ALICE], wanted, at=NOON)
            await work.commit()
    assert (await the_one(open_work)).state is State.PENDING


async def test_a_message_is_found_by_the_beginning_of_its_id(database: Database) -> None:
    message = await given(database, State.PENDING)
    async with database.open_work() as work:
        for length in (1, 6, 31, 32):
            assert await work.outbox.by_prefix(message.id[:length]) == (message,)
        assert await work.outbox.by_prefix("0" * 32) == ()


async def test_of_many_messages_that_begin_alike_two_are_enough(open_work: OpenWork) -> None:
    await added(open_work, *(prompt(on=MONDAY + number * DAY) for number in range(5)))
    async with open_work() as work:
        everything = sorted(each.id for each in await work.outbox.listed([State.PENDING], limit=10))
        assert [each.id for each in await work.outbox.by_prefix("")] == everything[:2]


# What is due


async def test_what_is_due_is_counted_together(database: Database) -> None:
    await given(database, State.SENT, prompt(student=CAROL, send_at=NOON + HOUR))
    await added(
        database.open_work,
        *(prompt(student=student, send_at=NOON + HOUR) for student in (ALICE, BOB)),
        prompt(Kind.REMINDER, send_at=NOON + HOUR),
        prompt(on=MONDAY + DAY, send_at=NOON + DAY),
        prompt(on=MONDAY - DAY, send_at=NOON - 4 * HOUR),
        prompt(on=MONDAY - 2 * DAY, send_at=NOON - 3 * HOUR),
    )
    async with database.open_work() as work:
        groups = await work.outbox.due_groups(at=NOON, until=NOON + DAY)
    assert sorted(groups, key=lambda group: (group.send_at, group.kind)) == [
        Due(Kind.QUESTION, NOON - 3 * HOUR, NOON, 1),
        Due(Kind.QUESTION, NOON + HOUR, NOON + 4 * HOUR, 2),
        Due(Kind.REMINDER, NOON + HOUR, NOON + 4 * HOUR, 1),
    ]


async def test_what_ended_lately_is_counted_by_kind(open_work: OpenWork) -> None:
    await added(open_work, prompt(), prompt(student=BOB), prompt(Kind.REMINDER), prompt(student=CAROL))
    *expired, sent = await claimed(open_work)
    for message in expired:
        await settled(open_work, message, State.EXPIRED)
    await settled(open_work, sent, State.SENT)
    async with open_work() as work:
        assert sum((await work.outbox.ended(State.EXPIRED, within=HOUR)).values()) == 3
        assert await work.outbox.ended(State.SENT, within=HOUR) == {sent.planned.kind: 1}
        assert await work.outbox.ended(State.EXPIRED, within=-HOUR) == {}


async def test_a_message_that_nobody_saw_end_has_not_ended(open_work: OpenWork) -> None:
    await added(open_work, prompt())
    (message,) = await claimed(open_work)
    await settled(open_work, message, State.UNKNOWN)
    async with open_work() as work:
        assert await work.outbox.ended(State.UNKNOWN, within=HOUR) == {}


async def test_the_lanes_tell_the_databases_time(open_work: OpenWork) -> None:
    async with open_work() as work:
        earlier = await work.lanes.now()
    async with open_work() as work:
        assert earlier.tzinfo is not None
        assert earlier <= await work.lanes.now()


# Who is placed


async def test_students_are_counted_in_the_rotations_that_run(open_work: OpenWork) -> None:
    await given_medicine(open_work, [ALICE, BOB, CAROL])
    later = rotation("Ward B", first=MONDAY + 28 * DAY)
    empty = rotation("Ward C")
    people = placed("Ward B", [ALICE]) + placed("Ward C", [DR_KIM], Role.PRECEPTOR)
    await apply(open_work, RosterPlan((medicine(),), (later, empty), people))
    async with open_work() as work:
        now = await work.people.placed(since=MONDAY, until=MONDAY + 27 * DAY)
        both = await work.people.placed(since=MONDAY + 25 * DAY, until=MONDAY + 28 * DAY)
        none = await work.people.placed(since=MONDAY - 9 * DAY, until=MONDAY - DAY)
        ward_a = await work.people.rotation_named("Ward A")
    assert now == ((ward_a, 3),)
    assert [(each.name, students) for each, students in both] == [("Ward A", 3), ("Ward B", 1)]
    assert none == ()
