"""Every message once, or a word about why not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, State
from bot.flows.deliver_outbox import Delivery, deliver_outbox
from bot.flows.ports import Ask, Done, Reminder, Saying, World
from bot.flows.settle_unknown import settle_unknown
from tests.fakes import FakeMessenger
from tests.stories import ALICE, EIGHT, MONDAY, answer, asked, at, deliver_all, everybody_starts, place


async def states(world: World) -> dict[State, int]:
    async with world.open_work() as work:
        return {state: count for state, count in (await work.outbox.counts()).items() if count}


@pytest.fixture
async def alice_alone(world: World) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])


@pytest.mark.usefixtures("alice_alone")
async def test_delivering_twice_sends_once(world: World, messenger: FakeMessenger) -> None:
    await asked(world, messenger)
    await asked(world, messenger)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask]


@pytest.mark.usefixtures("alice_alone")
async def test_a_reminder_that_is_three_hours_late_expires(world: World, messenger: FakeMessenger) -> None:
    await deliver_all(world, messenger, when=at(MONDAY, "06:50"))
    await deliver_all(world, messenger, when=at(MONDAY, "10:01"))
    assert messenger.said_to(ALICE) == []
    assert (await states(world))[State.EXPIRED] == 1


@pytest.mark.usefixtures("alice_alone")
@pytest.mark.parametrize(("clock", "comes"), [("20:59", True), ("21:01", False), ("23:30", False)])
async def test_a_question_may_come_late_in_the_evening_but_not_at_night(
    world: World, messenger: FakeMessenger, clock: str, comes: bool
) -> None:
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    await deliver_all(world, messenger, when=at(MONDAY, clock))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask][: 1 + comes]


@pytest.mark.usefixtures("alice_alone")
async def test_yesterdays_question_never_comes_in_the_morning(world: World, messenger: FakeMessenger) -> None:
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    await deliver_all(world, messenger, when=at(MONDAY.replace(day=24), "06:01"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]


@pytest.mark.usefixtures("alice_alone")
async def test_a_refused_message_fails_and_is_listed(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [GiveUp("channel_not_found")]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    async with world.open_work() as work:
        (failed,) = await work.outbox.listed([State.FAILED], limit=10)
    assert failed.planned.dedupe_key == f"reminder:{ALICE}:{MONDAY}"


@pytest.mark.usefixtures("alice_alone")
async def test_a_message_that_slack_turned_away_is_tried_again(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [RetryLater(timedelta(0))]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    await deliver_all(world, messenger, when=at(MONDAY, "07:16"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]


@pytest.mark.usefixtures("alice_alone")
async def test_a_message_held_back_is_not_claimed_meanwhile(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [RetryLater(timedelta(hours=1))]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    await deliver_all(world, messenger, when=at(MONDAY, "07:16"))
    assert messenger.said_to(ALICE) == []
    assert (await states(world))[State.PENDING] >= 1


@pytest.mark.usefixtures("alice_alone")
@pytest.mark.parametrize(("trouble", "sends"), [("cut", 1), ("lost", 1)])
async def test_a_message_nobody_saw_arrive_is_there_exactly_once_in_the_end(
    world: World, messenger: FakeMessenger, trouble: str, sends: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    messenger.trouble = [trouble]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert (await states(world))[State.UNKNOWN] == 1

    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16")) == 0, "it is too early to look"
    monkeypatch.setattr("bot.flows.settle_unknown.WAIT", timedelta(0))
    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16")) == 1
    await deliver_all(world, messenger, when=at(MONDAY, "07:16"))

    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder] * sends
    assert State.UNKNOWN not in await states(world)


@pytest.mark.usefixtures("alice_alone")
async def test_where_history_cannot_be_read_the_message_stays_unknown(
    world: World, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    messenger.trouble, messenger.readable = ["lost"], False
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    monkeypatch.setattr("bot.flows.settle_unknown.WAIT", timedelta(0))
    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16")) == 0
    await deliver_all(world, messenger, when=at(MONDAY, "07:16"))
    assert messenger.said_to(ALICE) == []
    assert (await states(world))[State.UNKNOWN] == 1


class BrokenFor(FakeMessenger):
    """A messenger that breaks down over one person's messages, in a way nobody thought of."""

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        if message.planned.student == ALICE:
            raise RuntimeError("nobody thought of this")
        return await super().deliver(message, saying, give_up_at=give_up_at)


async def test_one_message_that_breaks_stops_none_of_the_others(world: World) -> None:
    messenger = BrokenFor()
    await place(world)
    await everybody_starts(world)
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert {message.planned.student for message, _ in messenger.accepted} == set(EIGHT) - {ALICE}
    assert (await states(world))[State.SENDING] == 1, "its lease expires, and history tells whether it arrived"


@pytest.mark.usefixtures("alice_alone")
async def test_who_answers_a_question_that_nobody_saw_arrive_is_not_sent_away(
    world: World, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flows.settle_unknown.WAIT", timedelta(0))
    monkeypatch.setattr("bot.flows.deliver_outbox.REPEAT_AFTER", timedelta(0))
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    messenger.trouble = ["cut"]
    await deliver_all(world, messenger, when=at(MONDAY, "17:45"))
    await answer(world, ALICE)
    await deliver_outbox(world, Delivery(messenger, messenger.monotonic), at=at(MONDAY, "18:01"))
    assert await settle_unknown(world, messenger, at=at(MONDAY, "18:02")) == 1
    await deliver_outbox(world, Delivery(messenger, messenger.monotonic), at=at(MONDAY, "18:03"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask, Done]


async def test_a_worker_that_is_asked_to_stop_finishes_one_message_and_leaves_the_rest(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await everybody_starts(world)
    stopping = Delivery(messenger, messenger.monotonic, stopping=lambda: bool(messenger.accepted))
    assert not await deliver_outbox(world, stopping, at=at(MONDAY, "07:15"))
    assert len(messenger.accepted) == 1
    assert (await states(world))[State.LEASED] == 15, "seven reminders and eight welcomes"


@pytest.mark.usefixtures("alice_alone")
async def test_a_worker_past_its_deadline_sends_nothing(world: World, messenger: FakeMessenger) -> None:
    seconds = iter([0.0])
    slow = replace(messenger, monotonic=lambda: 1_000.0)
    await deliver_outbox(world, Delivery(slow, lambda: next(seconds, 0.0)), at=at(MONDAY, "07:15"))
    assert slow.accepted == []


@pytest.mark.usefixtures("alice_alone")
async def test_after_an_answer_the_question_says_done(world: World, messenger: FakeMessenger) -> None:
    await asked(world, messenger)
    await answer(world, ALICE)
    await deliver_all(world, messenger, when=at(MONDAY, "18:01"))
    done = messenger.said_to(ALICE)[-1]
    assert isinstance(done, Done)
    assert (done.channel, done.ts) == (f"D{ALICE}", "1700000001.000100")


@pytest.mark.usefixtures("alice_alone")
async def test_an_update_nobody_saw_end_is_simply_repeated(
    world: World, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flows.deliver_outbox.REPEAT_AFTER", timedelta(0))
    await asked(world, messenger)
    await answer(world, ALICE)
    messenger.trouble = ["cut"]
    for clock in ("18:01", "18:02", "18:03"):
        await deliver_all(world, messenger, when=at(MONDAY, clock))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask, Done, Done]
    assert State.UNKNOWN not in await states(world)


@pytest.mark.usefixtures("alice_alone")
async def test_the_next_reminder_mentions_a_question_that_is_still_open(world: World, messenger: FakeMessenger) -> None:
    tuesday = MONDAY.replace(day=24)
    await asked(world, messenger)
    await asked(world, messenger, on=tuesday)
    reminders = [each for each in messenger.said_to(ALICE) if isinstance(each, Reminder)]
    assert [each.open_question for each in reminders] == [None, MONDAY]
