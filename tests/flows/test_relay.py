"""The relay under trouble: pauses, refusals, a database that comes and goes, and rows that break."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.domain.errors import BedsideError
from bot.domain.outbox import (
    AppRefused,
    GiveUp,
    Kind,
    OutboxMessage,
    Outcome,
    Planned,
    Sent,
    SlowDown,
    State,
    Unknown,
    Unreachable,
    update_for,
)
from bot.domain.pace import NEVER, NO_ANSWER, Lane, LaneName
from bot.domain.people import PersonId, Student
from bot.flows.deliver_outbox.beginning import Begun, begin
from bot.flows.deliver_outbox.parcels import Delivered, Parcel
from bot.flows.deliver_outbox.recording import record
from bot.flows.deliver_outbox.relay import CONCURRENT, SILENT, Relay
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import OpenWork, Timing, UnitOfWork, World
from bot.flows.records.outbox import Arrival
from bot.flows.sayings import Saying
from bot.flows.take_break import pause
from bot.storage.database import Database
from bot.storage.people_records import PeopleRecords
from tests.beginnings import STORIES, remembered
from tests.databases import OpenDatabase
from tests.fakes import FakeMessenger
from tests.stories import ALICE, EIGHT, MONDAY, NEXT_MONDAY, at, deliver, everybody_starts, place

MORNING = at(MONDAY, "07:15")


@pytest.fixture(autouse=True)
def without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody here has to wait for the next look."""
    for rest in ("NEXT_CLAIM", "LONGEST_REST", "TRY_AGAIN"):
        monkeypatch.setattr(f"bot.flows.deliver_outbox.relay.{rest}", 0.01)


@pytest.fixture
async def eight_reminders(world: World, database: Database, beginnings: None) -> None:
    await eight_have_a_reminder(world)
    # From here on it matters how things are done.
    del STORIES[database]


@remembered
async def eight_have_a_reminder(world: World) -> None:
    """Eight students have a reminder due at a quarter past seven."""
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))


async def reminders(world: World) -> dict[State, int]:
    async with world.open_work() as work:
        everything = await work.outbox.listed(State, limit=1000)
    found = [each.state for each in everything if each.planned.kind is Kind.REMINDER and each.planned.on == MONDAY]
    return {state: found.count(state) for state in State if state in found}


async def lane(world: World, name: LaneName = LaneName.POST) -> Lane:
    async with world.open_work() as work:
        return (await work.lanes.all())[name]


async def let_the_pause_pass(world: World) -> None:
    async with world.open_work() as work:
        for name, each in (await work.lanes.all()).items():
            await work.lanes.save(name, replace(each, blocked_until=NEVER, next_at=NEVER))
        await work.commit()


def sent_to(messenger: FakeMessenger) -> list[PersonId | None]:
    return [message.planned.student for message, _ in messenger.accepted]


# What Slack may answer


@pytest.mark.usefixtures("eight_reminders")
async def test_one_pause_that_slack_asks_for_holds_back_everything(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [SlowDown(timedelta(minutes=9))]
    await deliver(world, messenger, when=MORNING)
    await deliver(world, messenger, when=MORNING)
    assert messenger.accepted == []
    assert await reminders(world) == {State.PENDING: 8}
    assert (await lane(world)).share == pytest.approx(0.9)


@pytest.mark.usefixtures("eight_reminders")
async def test_when_the_pause_is_over_everybody_gets_theirs(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [SlowDown(timedelta(minutes=9))]
    await deliver(world, messenger, when=MORNING)
    await let_the_pause_pass(world)
    await deliver(world, messenger, when=MORNING)
    assert sorted(map(str, sent_to(messenger))) == sorted(EIGHT)


@pytest.mark.usefixtures("eight_reminders")
async def test_a_refused_app_stops_everything_and_says_why(
    world: World, messenger: FakeMessenger, caplog: pytest.LogCaptureFixture
) -> None:
    messenger.trouble = [AppRefused("token_revoked")]
    await deliver(world, messenger, when=MORNING)
    await deliver(world, messenger, when=MORNING)
    assert messenger.accepted == []
    assert await reminders(world) == {State.PENDING: 8}
    assert {name: (await lane(world, name)).trouble for name in (LaneName.POST, LaneName.UPDATE)} == {
        LaneName.POST: "token_revoked",
        LaneName.UPDATE: "token_revoked",
    }
    assert any(record.levelname == "ERROR" and record.msg == "lanes_closed" for record in caplog.records)


@pytest.mark.usefixtures("eight_reminders")
async def test_one_message_finds_out_whether_a_refused_app_is_mended(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [AppRefused("token_revoked")]
    await deliver(world, messenger, when=MORNING)
    await let_the_pause_pass(world)
    messenger.trouble = [AppRefused("token_revoked")]
    await deliver(world, messenger, when=MORNING)
    assert messenger.accepted == [], "one has asked, and the others wait"

    await let_the_pause_pass(world)
    await deliver(world, messenger, when=MORNING)
    assert len(messenger.accepted) == 1
    assert {(await lane(world, name)).trouble for name in (LaneName.POST, LaneName.UPDATE)} == {""}
    await let_the_pause_pass(world)
    await deliver(world, messenger, when=MORNING)
    assert len(set(sent_to(messenger))) == len(sent_to(messenger)) == 6
    assert await reminders(world) == {State.SENT: 6, State.PENDING: 2}, "the two that were refused wait a minute"


@pytest.mark.usefixtures("eight_reminders")
async def test_a_silent_slack_gets_no_more_to_lose(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = ["lost"] * len(EIGHT)
    assert len(EIGHT) >= SILENT
    await deliver(world, messenger, when=MORNING)
    assert await reminders(world) == {State.UNKNOWN: 8}
    assert (await lane(world)).trouble == NO_ANSWER


@pytest.mark.usefixtures("eight_reminders")
async def test_who_cannot_be_reached_gets_no_more_prompts(world: World, messenger: FakeMessenger) -> None:
    class WithoutAlice(FakeMessenger):
        async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
            if message.planned.student == ALICE:
                return Unreachable("user_disabled")
            return await super().deliver(message, saying, give_up_at=give_up_at)

    others = WithoutAlice()
    await deliver(world, others, when=MORNING)
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
        hers = [each for each in await work.outbox.listed(State, limit=1000) if each.planned.student == ALICE]
    assert alice is not None
    assert alice.unreachable == "user_disabled"
    assert {each.state for each in hers} <= {State.FAILED, State.CANCELLED}
    assert set(sent_to(others)) == set(EIGHT) - {ALICE}


@pytest.mark.usefixtures("eight_reminders")
async def test_the_lost_and_those_whose_conversation_is_learned_are_locked_in_one_order(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with world.open_work() as work:
        everything = await work.outbox.listed(State, limit=1000)
    hers = {each.planned.student: Parcel(each, MORNING, 0.0) for each in everything}
    first, second, *_ = sorted(EIGHT)
    delivered = [Delivered(hers[second], Unreachable("user_disabled")), Delivered(hers[first], Sent("D1", "1.1"))]
    locked: list[set[PersonId]] = []
    lock = PeopleRecords.students

    async def note(records: PeopleRecords, people: Collection[PersonId]) -> dict[PersonId, Student]:
        locked.append(set(people))
        return await lock(records, people)

    monkeypatch.setattr(PeopleRecords, "students", note)
    await record(world, delivered[1:], silent=False, at=MORNING, timing=Timing())
    assert locked == [], "nobody is lost"
    await record(world, delivered, silent=False, at=MORNING, timing=Timing())
    assert locked[0] == {first, second}


@pytest.mark.usefixtures("eight_reminders")
async def test_what_slack_refuses_for_good_fails_alone(world: World, messenger: FakeMessenger) -> None:
    messenger.trouble = [GiveUp("msg_too_long")]
    await deliver(world, messenger, when=MORNING)
    assert await reminders(world) == {State.SENT: 7, State.FAILED: 1}


@pytest.mark.usefixtures("eight_reminders")
async def test_a_conversation_is_remembered_from_the_first_message(world: World, messenger: FakeMessenger) -> None:
    async with world.open_work() as work:
        for student in EIGHT:
            settings = await work.people.student(student)
            assert settings is not None
            await work.people.save(replace(settings, conversation=None))
        await work.commit()
    await deliver(world, messenger, when=MORNING)
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
    assert alice is not None
    assert alice.conversation == f"D{ALICE}"


@pytest.mark.usefixtures("eight_reminders")
async def test_two_pauses_while_there_is_little_to_do_say_nothing_of_the_pace(
    world: World, messenger: FakeMessenger
) -> None:
    messenger.trouble = [SlowDown(timedelta(minutes=9))]
    await deliver(world, messenger, when=MORNING)
    async with world.open_work() as work:
        before, now = await work.lanes.lock(LaneName.POST)
        idle = replace(before, next_at=now - timedelta(minutes=1), blocked_until=NEVER, taken=40)
        await work.lanes.save(LaneName.POST, idle)
        await work.commit()
    messenger.trouble = [SlowDown(timedelta(minutes=9))]
    await deliver(world, messenger, when=MORNING)
    assert (await lane(world)).share == pytest.approx(0.81, rel=0.01)


# Newest first, and what is too late


async def test_after_an_outage_the_rest_expires_and_takes_no_slot(world: World, messenger: FakeMessenger) -> None:
    late = [Planned(Kind.FAREWELL, f"late:{n}", MORNING, MORNING, student=ALICE, on=MONDAY) for n in range(30)]
    fresh = Planned(Kind.FAREWELL, "fresh", MORNING, MORNING + timedelta(hours=9), student=ALICE, on=MONDAY)
    await place(world, [ALICE])
    async with world.open_work() as work:
        for planned in (*late, fresh):
            await work.outbox.add(planned)
        await work.commit()
    slow = replace(world, program=replace(world.program, messages_a_minute=1))
    await deliver(slow, messenger, when=MORNING + timedelta(hours=4))
    assert [message.planned.dedupe_key for message, _ in messenger.accepted] == ["fresh"]
    async with world.open_work() as work:
        assert (await work.outbox.counts())[State.EXPIRED] == 30
        assert await work.outbox.ended(State.EXPIRED, within=timedelta(hours=1)) == {Kind.FAREWELL: 30}
    assert b'bedside_messages_ended_total{kind="farewell",state="expired"} 30.0' in world.meters.exposition()[0]


# A database that comes and goes


class Away(BedsideError):
    """The database is away."""


@dataclass
class Fickle:
    """A database of which one commit goes wrong: nothing of it is kept, or all of it although nobody saw that."""

    open_work: OpenWork
    at_commit: int
    kept: bool
    commits: int = 0

    @asynccontextmanager
    async def open(self) -> AsyncIterator[UnitOfWork]:
        async with self.open_work() as work:
            real = work.commit

            async def commit() -> None:
                self.commits += 1
                wrong = self.commits == self.at_commit
                if not wrong or self.kept:
                    await real()
                if wrong:
                    raise Away

            work.commit = commit  # type: ignore[method-assign]
            yield work


async def persevere(relay: Relay) -> None:
    """Rounds as the heartbeat makes them: one that breaks is followed by the next."""
    quiet = 0
    while quiet < 3:
        try:
            quiet = 0 if await relay.round(at=MORNING) else quiet + 1
        except Away:
            quiet = 0


@pytest.mark.usefixtures("eight_reminders")
@pytest.mark.parametrize("kept", [True, False], ids=["kept", "undone"])
@pytest.mark.parametrize("at_commit", range(1, 6))
async def test_a_commit_that_goes_wrong_loses_and_doubles_nothing(
    world: World, messenger: FakeMessenger, at_commit: int, kept: bool
) -> None:
    fickle = Fickle(world.open_work, at_commit, kept)
    await persevere(Relay(replace(world, open_work=fickle.open), messenger, concurrent=3))
    assert fickle.commits > at_commit, "the fault must have come up"
    assert sorted(map(str, sent_to(messenger))) == sorted(EIGHT)
    assert await reminders(world) == {State.SENT: 8}


@pytest.mark.usefixtures("eight_reminders")
async def test_an_outcome_that_cannot_be_written_down_for_long_is_kept(world: World, messenger: FakeMessenger) -> None:
    away = False

    @asynccontextmanager
    async def sometimes() -> AsyncIterator[UnitOfWork]:
        if away:
            raise Away
        async with world.open_work() as work:
            yield work

    relay = Relay(replace(world, open_work=sometimes), messenger)
    assert await relay.round(at=MORNING)
    away = True
    for _ in range(20):
        relay.hurry()
        with pytest.raises(Away):
            await relay.round(at=MORNING)
    away = False
    await persevere(relay)
    assert sorted(map(str, sent_to(messenger))) == sorted(EIGHT)
    assert await reminders(world) == {State.SENT: 8}


# Rows that break


async def test_a_row_that_cannot_be_told_its_words_stops_no_other(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    broken = Planned(Kind.DIGEST, "digest:broken", MORNING, MORNING + timedelta(days=1), channel="C1", body="no digest")
    async with world.open_work() as work:
        await work.outbox.add(broken)
        await work.commit()
    await deliver(world, messenger, when=MORNING)
    assert await reminders(world) == {State.SENT: 8}
    async with world.open_work() as work:
        (aside,) = [each for each in await work.outbox.listed([State.PENDING], limit=100) if each.reason]
    assert (aside.planned.dedupe_key, aside.reason) == ("digest:broken", "broken")


async def test_a_batch_that_breaks_half_way_leaves_nothing_in_our_hands_for_ever(
    world: World, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks, and wherever: what was marked and not handed over goes back."""
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    broken = 0

    async def break_afterwards(
        world: World, parcels: Collection[Parcel], *, at: datetime, timing: Timing
    ) -> list[Begun]:
        nonlocal broken
        begun = await begin(world, parcels, at=at, timing=timing)
        broken += 1
        if broken <= 2:
            raise RuntimeError("nobody thought of this")
        return begun

    monkeypatch.setattr("bot.flows.deliver_outbox.relay.begin", break_afterwards)
    relay = Relay(world, messenger)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            await relay.round(at=MORNING)
        relay.hurry()
    await persevere(relay)
    assert sorted(map(str, sent_to(messenger))) == sorted(EIGHT)
    assert await reminders(world) == {State.SENT: 8}


# What somebody waits for


async def updates_due(world: World, number: int) -> None:
    """So many questions have been answered, and their messages are to say so."""
    await place(world, [ALICE])
    async with world.open_work() as work:
        for day in range(number):
            on = MONDAY - timedelta(days=day)
            asked = Planned(
                Kind.QUESTION, f"question:{day}", MORNING, MORNING + timedelta(hours=9), student=ALICE, on=on
            )
            await work.outbox.add(asked)
            await work.outbox.add(update_for(ALICE, on=on, at=MORNING))
        claimed = await work.delivery.claim(at=MORNING, limit=number, lease=timedelta(minutes=1), kinds=[Kind.QUESTION])
        await work.delivery.begin([each.id for each in claimed], lease=timedelta(minutes=1))
        await work.delivery.arrived([Arrival(each.id, 1, Sent("D1", f"{n}.1")) for n, each in enumerate(claimed)])
        await work.commit()


async def test_changes_of_messages_leave_at_once_but_not_without_end(world: World, messenger: FakeMessenger) -> None:
    usual = replace(world, program=replace(world.program, messages_a_minute=240))
    await updates_due(usual, 100)
    await deliver(usual, messenger, when=MORNING)
    assert 40 <= len(messenger.accepted) <= 50, "a minute's worth of what Slack takes"


async def test_changes_that_are_refused_together_lower_their_pace_once(world: World, messenger: FakeMessenger) -> None:
    usual = replace(world, program=replace(world.program, messages_a_minute=240))
    await updates_due(usual, 60)
    messenger.trouble = [SlowDown(timedelta(seconds=30)) for _ in range(60)]
    await deliver(usual, messenger, when=MORNING)
    assert (await lane(world, LaneName.UPDATE)).share == pytest.approx(0.9)


@pytest.mark.usefixtures("eight_reminders")
async def test_what_others_took_from_a_worker_that_stood_still_it_sends_once_when_it_gets_it_back(
    world: World, messenger: FakeMessenger, another_database: OpenDatabase
) -> None:
    """Its lease ran out while messages waited for their slots in its hands, and then it was the next one to claim."""
    hurried = replace(world, program=replace(world.program, messages_a_minute=480))
    clock = 0.0
    lease = timedelta(seconds=0.5)
    relay = Relay(hurried, messenger, timing=Timing(lease=lease, safety=timedelta(0)), monotonic=lambda: clock)
    await relay.round(at=MORNING)
    assert len(messenger.accepted) < len(EIGHT), "the others wait for their slots"

    await asyncio.sleep(lease.total_seconds())
    async with another_database().open_work() as work:
        assert await work.delivery.release_expired() > 0
        await work.commit()
    await let_the_pause_pass(world)
    clock = 2.0
    while await relay.round(at=MORNING):
        clock += 1.0
    assert sorted(map(str, sent_to(messenger))) == sorted(EIGHT)


@pytest.mark.usefixtures("eight_reminders")
async def test_what_others_have_sent_meanwhile_is_theirs_to_tell_of(
    world: World, messenger: FakeMessenger, another_database: OpenDatabase
) -> None:
    """A worker that stood still has messages in hand that others sent without seeing how it ended. That nobody wants
    them any more says nothing about whether they have arrived."""
    slow = replace(world, program=replace(world.program, messages_a_minute=480))
    clock = 0.0
    lease = timedelta(seconds=0.5)
    relay = Relay(slow, messenger, timing=Timing(lease=lease, safety=timedelta(0)), monotonic=lambda: clock)
    await relay.round(at=MORNING)
    await asyncio.sleep(lease.total_seconds())

    theirs = replace(world, open_work=another_database().open_work)
    messenger.trouble = [Unknown() for _ in EIGHT]
    async with theirs.open_work() as work:
        await work.delivery.release_expired()
        await work.commit()
    await let_the_pause_pass(world)
    await deliver(theirs, messenger, when=MORNING)
    assert (await reminders(world))[State.UNKNOWN] > 0

    for student in EIGHT:
        await pause(world, student, NEXT_MONDAY, at=MORNING)
    clock = 2.0
    while await relay.round(at=MORNING):
        clock += 1.0
    found = await reminders(world)
    assert set(found) <= {State.SENT, State.UNKNOWN}
    assert found.get(State.SENT, 0) == len(messenger.accepted)


# The end


async def test_what_waits_for_a_place_when_the_stop_comes_is_not_begun(world: World) -> None:
    slow, begun = Crowd(), asyncio.Event()
    may_go = asyncio.Event()

    class Held(FakeMessenger):
        async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
            begun.set()
            await may_go.wait()
            return await slow.deliver(message, saying, give_up_at=give_up_at)

    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    relay = Relay(world, Held(), concurrent=3)
    await relay.round(at=MORNING)
    await begun.wait()
    relay.stop(within=60.0)
    may_go.set()
    while await relay.round(at=MORNING):
        pass
    assert len(slow.accepted) == 3
    assert await reminders(world) == {State.SENT: 3, State.PENDING: 5}


async def test_a_database_that_is_away_at_the_stop_is_waited_for(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    late = replace(world, program=replace(world.program, messages_a_minute=120))
    fickle = Fickle(late.open_work, at_commit=0, kept=False)
    relay = Relay(replace(late, open_work=fickle.open), messenger)
    await relay.round(at=MORNING)
    relay.stop(within=60.0)
    fickle.at_commit = fickle.commits + 1
    while await relay.round(at=MORNING):
        pass
    assert fickle.commits > fickle.at_commit
    found = await reminders(world)
    assert set(found) <= {State.SENT, State.PENDING}
    assert found.get(State.SENT, 0) == len(messenger.accepted)


# Many at once


@dataclass
class Crowd(FakeMessenger):
    """Counts how many requests are under way at one time."""

    inside: int = 0
    most: int = 0

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await asyncio.sleep(0.005)
        self.inside -= 1
        return await super().deliver(message, saying, give_up_at=give_up_at)


async def test_no_more_than_fifty_requests_are_under_way_at_one_time(world: World) -> None:
    crowd = Crowd()
    many = [
        Planned(Kind.FAREWELL, f"farewell:{n}", MORNING, MORNING + timedelta(hours=9), student=ALICE, on=MONDAY)
        for n in range(4 * CONCURRENT)
    ]
    await place(world, [ALICE])
    async with world.open_work() as work:
        for planned in many:
            await work.outbox.add(planned)
        await work.commit()
    await deliver(world, crowd, when=MORNING)
    assert crowd.most == CONCURRENT
    keys = [message.planned.dedupe_key for message, _ in crowd.accepted if message.planned.kind is Kind.FAREWELL]
    assert sorted(keys) == sorted(planned.dedupe_key for planned in many)


async def test_a_message_whose_end_nobody_saw_is_not_sent_again_by_the_relay(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    await plan_prompts(world, at=at(MONDAY, "06:40"))
    messenger.trouble = [Unknown()]
    for _ in range(3):
        await deliver(world, messenger, when=MORNING)
    assert messenger.accepted == []
    assert await reminders(world) == {State.UNKNOWN: 1}
