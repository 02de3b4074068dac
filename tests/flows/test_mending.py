"""A person mends the outbox: never blindly, never half of it, and never what is in a worker's hands."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import OutboxRefused
from bot.domain.outbox import GiveUp, Kind, OutboxMessage, Planned, State
from bot.flows.mend_outbox import arrived, cancel, retry
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import UnitOfWork, World
from bot.flows.sayings import Reminder
from tests.databases import OpenDatabase
from tests.fakes import FakeMessenger
from tests.stories import ALICE, DIGEST_CHANNEL, MONDAY, at, deliver_all, everybody_starts, place

QUARTER_PAST = at(MONDAY, "07:15")
LATE = at(MONDAY, "10:01")
REMINDER = Planned(
    Kind.REMINDER, f"reminder:{ALICE}:{MONDAY}", at(MONDAY, "07:00"), at(MONDAY, "10:00"), student=ALICE, on=MONDAY
)
DIGEST = Planned(
    Kind.DIGEST,
    "digest:1",
    at(MONDAY, "07:00"),
    at(MONDAY, "07:00") + timedelta(days=3),
    channel=DIGEST_CHANNEL,
    body="a digest",
)


async def everything(work: UnitOfWork) -> tuple[OutboxMessage, ...]:
    return await work.outbox.listed(list(State), limit=100)


async def given(world: World, state: State, planned: Planned = REMINDER) -> OutboxMessage:
    """One message in a state, of those that lie in nobody's hands or in another worker's."""
    async with world.open_work() as work:
        await work.outbox.add(planned)
        if state is not State.PENDING:
            await work.delivery.claim(at=QUARTER_PAST, limit=1, lease=timedelta(hours=1))
            (message,) = await work.outbox.listed([State.LEASED], limit=1)
            if state is not State.LEASED:
                await work.delivery.settle(message.id, state, reason="channel_not_found")
        await work.commit()
    return await found(world, planned)


async def found(world: World, planned: Planned = REMINDER) -> OutboxMessage:
    async with world.open_work() as work:
        return next(each for each in await everything(work) if each.planned.dedupe_key == planned.dedupe_key)


async def refused_retry(world: World, *ids: str, not_there: bool = False) -> str:
    with pytest.raises(OutboxRefused) as refused:
        await retry(world, ids, not_there=not_there, at=QUARTER_PAST)
    return str(refused.value)


async def test_a_failed_message_is_sent_again_once_its_cause_is_mended(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    messenger.trouble = [GiveUp("channel_not_found")]
    await deliver_all(world, messenger, when=QUARTER_PAST)
    failed = await found(world)
    assert failed.state is State.FAILED
    assert await retry(world, [failed.id[:6].upper()], not_there=False, at=QUARTER_PAST) == (failed,)
    await deliver_all(world, messenger, when=at(MONDAY, "07:20"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]


async def test_an_unknown_message_is_sent_again_only_after_a_person_has_looked(world: World) -> None:
    unknown = await given(world, State.UNKNOWN)
    words = await refused_retry(world, unknown.id)
    assert f"bedside outbox retry --not-there {unknown.id[:8]}" in words
    assert f"bedside outbox arrived {unknown.id[:8]}" in words
    assert (await found(world)).state is State.UNKNOWN
    await retry(world, [unknown.id], not_there=True, at=QUARTER_PAST)
    assert (await found(world)).state is State.PENDING


async def test_a_worker_that_looks_for_a_message_meanwhile_does_not_make_two_of_it(world: World) -> None:
    unknown = await given(world, State.UNKNOWN)
    await retry(world, [unknown.id], not_there=True, at=QUARTER_PAST)
    async with world.open_work() as work:
        assert await work.delivery.claim(at=QUARTER_PAST, limit=1, lease=timedelta(hours=1)) == ()
        # The worker has not found it, and puts it back.
        assert await work.delivery.put_back([unknown.id]) == 0
        assert await work.delivery.claim(at=QUARTER_PAST, limit=1, lease=timedelta(hours=1)) == ()


@pytest.mark.parametrize("state", [State.FAILED, State.EXPIRED, State.UNKNOWN])
async def test_nobody_gets_yesterdays_message_by_a_retry(world: World, state: State) -> None:
    message = await given(world, state)
    with pytest.raises(OutboxRefused, match="too late at 2026-11-23 15:00 UTC, and nobody gets yesterday's message"):
        await retry(world, [message.id], not_there=True, at=LATE)
    assert await found(world) == message


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (State.PENDING, "goes out by itself"),
        (State.LEASED, "Look again in a minute"),
        (State.SENT, "sent already"),
        (State.CANCELLED, "was cancelled"),
    ],
)
async def test_what_cannot_be_retried_says_why(world: World, state: State, says: str) -> None:
    message = await given(world, state)
    assert says in await refused_retry(world, message.id, not_there=True)
    assert await found(world) == message


async def test_a_failed_digest_has_nothing_left_to_send_and_says_so(world: World) -> None:
    digest = await given(world, State.FAILED, DIGEST)
    assert "erased when it ended, and the replies in it are spent" in await refused_retry(world, digest.id)


async def test_nothing_is_sent_again_to_whom_nothing_reaches(world: World) -> None:
    await place(world, [ALICE])
    failed = await given(world, State.FAILED)
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
        assert alice is not None
        await work.people.save(replace(alice, unreachable="user_disabled"))
        await work.commit()
    assert "nothing reaches this person at present" in await refused_retry(world, failed.id)
    await cancel(world, [failed.id])


async def test_an_unknown_digest_still_has_its_text(world: World) -> None:
    digest = await given(world, State.UNKNOWN, DIGEST)
    await retry(world, [digest.id], not_there=True, at=QUARTER_PAST)
    async with world.open_work() as work:
        assert await work.delivery.body(digest.id) == "a digest"


@pytest.mark.parametrize("state", [State.PENDING, State.UNKNOWN, State.FAILED])
async def test_what_is_cancelled_is_never_sent_whatever_is_planned(
    world: World, messenger: FakeMessenger, state: State
) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    reminder = await found(world)
    if state is not State.PENDING:
        async with world.open_work() as work:
            await work.delivery.claim(at=QUARTER_PAST, limit=100, lease=timedelta(hours=1))
            await work.delivery.settle(reminder.id, state)
            await work.commit()
    await cancel(world, [reminder.id])
    await deliver_all(world, messenger, when=QUARTER_PAST)
    assert [each for each in messenger.said_to(ALICE) if isinstance(each, Reminder)] == []
    assert (await found(world)).state is State.CANCELLED


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (State.LEASED, "Look again in a minute"),
        (State.SENT, "it was sent, so it can't be cancelled"),
        (State.CANCELLED, "cancelled already"),
        (State.EXPIRED, "expired already"),
    ],
)
async def test_what_cannot_be_cancelled_says_why(world: World, state: State, says: str) -> None:
    message = await given(world, state)
    with pytest.raises(OutboxRefused, match=says):
        await cancel(world, [message.id])
    assert await found(world) == message


async def test_a_digest_that_nobody_got_can_be_taken_off_the_list(world: World) -> None:
    digest = await given(world, State.EXPIRED, DIGEST)
    await cancel(world, [digest.id])
    async with world.open_work() as work:
        assert await work.outbox.troubled(limit=10) == ()


async def test_what_a_person_saw_in_slack_is_sent(world: World) -> None:
    unknown = await given(world, State.UNKNOWN)
    await arrived(world, [unknown.id])
    seen = await found(world)
    assert (seen.state, seen.reason) == (State.SENT, "seen_by_a_person")


async def test_only_the_unknown_can_have_been_seen(world: World) -> None:
    failed = await given(world, State.FAILED)
    with pytest.raises(OutboxRefused, match="this one is failed"):
        await arrived(world, [failed.id])


@pytest.mark.parametrize("written", ["12345", "not-an-id", "", "%%%%%%", "0" * 33])
async def test_what_is_no_id_is_named(world: World, written: str) -> None:
    await given(world, State.FAILED)
    assert f"“{written}” is no id. Write at least 6 characters" in await refused_retry(world, written)


async def test_of_several_ids_all_are_taken_or_none(world: World) -> None:
    failed = await given(world, State.FAILED)
    sent = await given(world, State.SENT, replace(REMINDER, dedupe_key="another"))
    nowhere = "f" * 32
    for ids in ([failed.id, nowhere], [failed.id, sent.id]):
        await _all_refuse(world, ids)
        assert (await found(world)).state is State.FAILED
    assert nowhere in await refused_retry(world, failed.id, nowhere)


async def test_the_same_id_twice_is_one_message(world: World) -> None:
    failed = await given(world, State.FAILED)
    assert await retry(world, [failed.id, failed.id[:8]], not_there=False, at=QUARTER_PAST) == (failed,)


async def test_of_two_people_who_retry_at_once_one_does_it(world: World, another_database: OpenDatabase) -> None:
    failed = await given(world, State.FAILED)
    worlds = [replace(world, open_work=another_database().open_work) for _ in range(3)]
    tries = (retry(each, [failed.id], not_there=False, at=QUARTER_PAST) for each in worlds)
    ended = await asyncio.gather(*tries, return_exceptions=True)
    assert [each for each in ended if not isinstance(each, OutboxRefused)] == [(failed,)]
    assert (await found(world)).state is State.PENDING


async def test_the_beginning_of_two_ids_is_not_enough(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(["abcdef0" + "0" * 25, "abcdef1" + "0" * 25])
    monkeypatch.setattr("bot.storage.outbox_records.uuid4", lambda: _Id(next(ids)))
    await given(world, State.FAILED)
    await given(world, State.FAILED, replace(REMINDER, dedupe_key="another"))
    assert "more than one message" in await refused_retry(world, "abcdef")
    assert len(await retry(world, ["abcdef0"], not_there=False, at=QUARTER_PAST)) == 1


class _Id:
    """Stands where a random id would."""

    def __init__(self, written: str) -> None:
        self.hex = written


async def _all_refuse(world: World, ids: Sequence[str]) -> None:
    with pytest.raises(OutboxRefused):
        await retry(world, ids, not_there=True, at=QUARTER_PAST)
    with pytest.raises(OutboxRefused):
        await cancel(world, ids)
    with pytest.raises(OutboxRefused):
        await arrived(world, ids)
