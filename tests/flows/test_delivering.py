"""Every message once, or a word about why not."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.outbox import GiveUp, OutboxMessage, Outcome, RetryLater, Sent, State, Unknown
from bot.flows.deliver_outbox.relay import Relay
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import Timing, Trace, World
from bot.flows.sayings import Ask, Done, Reminder, Saying
from bot.flows.settle_unknown import settle_unknown
from tests.fakes import FakeMessenger
from tests.stories import ALICE, EIGHT, MONDAY, answer, asked, at, deliver, deliver_all, everybody_starts, place

AT_ONCE = Timing(settle_after=timedelta(0), repeat_after=timedelta(0))


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
@pytest.mark.parametrize(("trouble", "looks"), [("cut", 1), ("lost", 2)])
async def test_a_message_nobody_saw_arrive_is_there_exactly_once_in_the_end(
    world: World, messenger: FakeMessenger, trouble: str, looks: int
) -> None:
    messenger.trouble = [trouble]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert (await states(world))[State.UNKNOWN] == 1

    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16")) == 0, "it is too early to look"
    for look in range(1, looks + 1):
        settled = await settle_unknown(world, messenger, at=at(MONDAY, "07:16"), timing=AT_ONCE)
        assert settled == (look == looks)
    await deliver_all(world, messenger, when=at(MONDAY, "07:16"))

    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]
    assert State.UNKNOWN not in await states(world)


class Overwhelmed(FakeMessenger):
    """Slack stands still over the first message. When it answers again, it does so before it carries out what it had
    in hand."""

    def __init__(self) -> None:
        super().__init__()
        self._in_hand: list[tuple[OutboxMessage, Saying]] | None = None

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        if self._in_hand is not None:
            return await super().deliver(message, saying, give_up_at=give_up_at)
        self._in_hand = [(message, saying)]
        return Unknown()

    async def find(self, message: OutboxMessage) -> Sent | Trace:
        found = await super().find(message)
        self.accepted += self._in_hand or []
        self._in_hand = []
        return found


@pytest.mark.usefixtures("alice_alone")
async def test_what_slack_carries_out_behind_its_first_answer_is_not_sent_again(world: World) -> None:
    messenger = Overwhelmed()
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16"), timing=AT_ONCE) == 0
    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:17"), timing=AT_ONCE) == 1
    await deliver_all(world, messenger, when=at(MONDAY, "07:18"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]
    assert State.UNKNOWN not in await states(world)


@pytest.mark.usefixtures("alice_alone")
async def test_where_history_cannot_be_read_the_message_stays_unknown(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble, messenger.readable = ["lost"], False
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert await settle_unknown(world, messenger, at=at(MONDAY, "07:16"), timing=AT_ONCE) == 0
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
    assert (await states(world))[State.UNKNOWN] == 1, "history tells whether it arrived"


@pytest.mark.usefixtures("alice_alone")
async def test_who_answers_a_question_that_nobody_saw_arrive_is_not_sent_away(
    world: World, messenger: FakeMessenger
) -> None:
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    messenger.trouble = ["cut"]
    await deliver_all(world, messenger, when=at(MONDAY, "17:45"))
    await answer(world, ALICE)
    await deliver(world, messenger, when=at(MONDAY, "18:01"), timing=AT_ONCE)
    assert await settle_unknown(world, messenger, at=at(MONDAY, "18:02"), timing=AT_ONCE) == 1
    await deliver(world, messenger, when=at(MONDAY, "18:03"), timing=AT_ONCE)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask, Done]


class Slow(FakeMessenger):
    """A messenger that holds each message until it may go."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.may_go = asyncio.Event(), asyncio.Event()

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        self.begun.set()
        await self.may_go.wait()
        return await super().deliver(message, saying, give_up_at=give_up_at)


async def begin_slowly(world: World, slow: Slow, relay: Relay) -> None:
    """Eight reminders are due, and three of them are on their way."""
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    assert await relay.round(at=at(MONDAY, "07:15"))
    await slow.begun.wait()


async def finish(relay: Relay) -> None:
    while await relay.round(at=at(MONDAY, "07:15")):
        pass


async def test_a_worker_that_is_asked_to_stop_finishes_what_is_on_its_way_and_gives_back_the_rest(
    world: World,
) -> None:
    slow = Slow()
    relay = Relay(world, slow, concurrent=3)
    await begin_slowly(world, slow, relay)
    relay.stop(within=60.0)
    slow.may_go.set()
    await finish(relay)
    left = await states(world)
    assert left[State.SENT] == len(slow.accepted) > 0
    assert set(left) == {State.SENT, State.PENDING, State.CANCELLED}, "a welcome to who has started is not wanted"


async def test_what_does_not_end_in_time_is_cut_off_and_looked_for(world: World) -> None:
    slow = Slow()
    relay = Relay(world, slow, concurrent=3)
    await begin_slowly(world, slow, relay)
    relay.stop(within=0.0)
    await finish(relay)
    assert slow.accepted == []
    left = await states(world)
    assert left[State.UNKNOWN] == 3, "these were handed over, and nobody can tell"
    assert State.SENDING not in left
    assert State.LEASED not in left
    assert left[State.PENDING] >= 5, "the other reminders, and the questions that were planned"


@pytest.mark.usefixtures("alice_alone")
async def test_a_worker_past_its_deadline_sends_nothing(world: World, messenger: FakeMessenger) -> None:
    late = replace(messenger, monotonic=lambda: 1_000.0)
    await plan_prompts(world, at=at(MONDAY, "07:15"))
    relay = Relay(world, late, monotonic=lambda: 0.0)
    await relay.round(at=at(MONDAY, "07:15"))
    await relay.round(at=at(MONDAY, "07:15"))
    assert late.accepted == []
    assert State.SENT not in await states(world)


@pytest.mark.usefixtures("alice_alone")
async def test_after_an_answer_the_question_says_done(world: World, messenger: FakeMessenger) -> None:
    await asked(world, messenger)
    await answer(world, ALICE)
    await deliver_all(world, messenger, when=at(MONDAY, "18:01"))
    done = messenger.said_to(ALICE)[-1]
    assert isinstance(done, Done)
    assert (done.channel, done.ts) == (f"D{ALICE}", "1700000001.000100")


@pytest.mark.usefixtures("alice_alone")
async def test_an_update_nobody_saw_end_is_simply_repeated(world: World, messenger: FakeMessenger) -> None:
    await asked(world, messenger)
    await answer(world, ALICE)
    messenger.trouble = ["cut"]
    for clock in ("18:01", "18:02", "18:03"):
        await deliver(world, messenger, when=at(MONDAY, clock), timing=AT_ONCE)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask, Done, Done]
    assert State.UNKNOWN not in await states(world)


@pytest.mark.usefixtures("alice_alone")
async def test_the_next_reminder_mentions_a_question_that_is_still_open(world: World, messenger: FakeMessenger) -> None:
    tuesday = MONDAY.replace(day=24)
    await asked(world, messenger)
    await asked(world, messenger, on=tuesday)
    reminders = [each for each in messenger.said_to(ALICE) if isinstance(each, Reminder)]
    assert [each.open_question for each in reminders] == [None, MONDAY]
