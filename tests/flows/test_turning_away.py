"""A digest that its place does not take: it waits, the coordinators are told once, and a day later it goes to the
preceptors instead."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from itertools import count

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.digest import ThemeLine, compose, encode
from bot.domain.letters import Readers, Texts, digests_for
from bot.domain.notices import NOT_CONFIRMED, Meanwhile, Notice, Obstacle
from bot.domain.outbox import WENT_DIRECTLY, GiveUp, Kind, OutboxMessage, Outcome, RetryLater, State, Unreachable
from bot.domain.people import Cohort, CohortId, PersonId
from bot.domain.roster import COLUMNS
from bot.flows.apply_roster import apply_roster
from bot.flows.deliver_outbox.beginning import begin
from bot.flows.deliver_outbox.parcels import Delivered, Parcel
from bot.flows.deliver_outbox.recording import record
from bot.flows.open_home.coordinator import CoordinatorHome, PutOff
from bot.flows.open_home.opening import open_home
from bot.flows.ports import Timing, World
from bot.flows.reach_people import lose
from bot.flows.sayings import Post, Saying, ToCoordinator
from bot.flows.settle_unknown import settle_unknown
from bot.flows.steps import tell_coordinators
from bot.storage.database import Database
from tests.databases import OpenDatabase
from tests.examples import examples
from tests.fakes import NEW_YORK, FakeMessenger
from tests.stories import (
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    JO,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    at,
    confirm,
    deliver,
    leave_channel,
    roster,
)

DR_LEE, MAX = PersonId("U0LEE"), PersonId("U0MAX")
DUE = at(NEXT_MONDAY, "07:00")
A_DAY_LATER = DUE + timedelta(days=1)
TOO_LATE = DUE + timedelta(days=3)
NOT_IN_CHANNEL = GiveUp("not_in_channel")


class Workspace(FakeMessenger):
    """A Slack in which some places take nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.closed: dict[str, Outcome] = {}

    async def deliver(self, message: OutboxMessage, saying: Saying, *, give_up_at: float) -> Outcome:
        place = message.planned.student or message.planned.channel or ""
        if place in self.closed and not self.trouble:
            self.trouble.append(self.closed[place])
        return await super().deliver(message, saying, give_up_at=give_up_at)

    def digests_to(self, place: str) -> list[Post]:
        return [
            saying
            for message, saying in self.accepted
            if isinstance(saying, Post) and place in (message.planned.student, message.planned.channel)
        ]

    def notices_to(self, person: str) -> list[Notice]:
        return [saying.notice for saying in self.said_to(person) if isinstance(saying, ToCoordinator)]


@pytest.fixture
def world(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}))


@pytest.fixture
def slack() -> Workspace:
    return Workspace()


async def tried(world: World, slack: Workspace, *, when: datetime) -> None:
    """Everything that waits is tried once: its ten minutes, or its hour, are over. Then comes what that brings."""
    async with world.open_work() as work:
        put_off = await work.outbox.listed([State.PENDING], limit=100)
        await work.outbox.hurry([each.id for each in put_off])
        await work.commit()
    for _ in range(2):
        await deliver(world, slack, when=when)


async def composed(world: World, *, on: date = NEXT_MONDAY, cohort: str = "Medicine") -> Cohort:
    """A digest that shows something from students stands in the outbox, as publishing leaves it there."""
    teaching = compose(None, curriculum=world.curriculum, on=on)
    whole = replace(teaching, themes=(ThemeLine("Time pressure", "Most"),), quotes=("One.", "Two.", "Three."))
    async with world.open_work() as work:
        (found,) = [each for each in await work.people.cohorts() if each.name == cohort]
        preceptors = await work.preceptors.of(found.id, since=on, until=on)
        readers = Readers(preceptors, await work.preceptors.confirmed(preceptors))
        for planned in digests_for(found, Texts(encode(whole), encode(teaching)), readers, on=on, due=at(on, "07:00")):
            await work.outbox.add(planned)
        await work.commit()
    return found


async def published(world: World, slack: Workspace) -> None:
    """Dr. Kim, who has confirmed, teaches eight students, and the digest of next Monday is composed."""
    await apply_roster(world, roster(), at=at(MONDAY, "06:30"))
    await confirm(world, DR_KIM, when=at(MONDAY, "06:30"))
    await composed(world)


async def place_preceptors(world: World, *preceptors: PersonId, channel: str = DIGEST_CHANNEL) -> None:
    """More preceptors in the rotation of everybody, and perhaps another channel."""
    line = roster([]).splitlines()[1].rsplit(",", 2)[0].replace(DIGEST_CHANNEL, channel)
    lines = [f"{line},preceptor,{each}" for each in preceptors]
    await apply_roster(world, "\n".join([",".join(COLUMNS), *lines]), at=at(MONDAY, "06:30"))
    if not channel:
        await leave_channel(world)


async def digests(world: World, *states: State) -> list[OutboxMessage]:
    async with world.open_work() as work:
        found = await work.outbox.listed(states or State, limit=200)
    return [each for each in found if each.planned.kind is Kind.DIGEST]


async def test_each_coordinator_is_told_once_what_to_do(world: World, slack: Workspace) -> None:
    world = replace(world, coordinators=frozenset({JO, MAX}))
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    for minute in range(0, 60, 10):
        await tried(world, slack, when=DUE + timedelta(minutes=minute))
    for person in (JO, MAX):
        (notice,) = slack.notices_to(person)
        assert (notice.obstacle, notice.reason, notice.channel) == (Obstacle.CHANNEL, "not_in_channel", DIGEST_CHANNEL)
        assert (notice.meanwhile, notice.directly_at) == (Meanwhile.WAITS, A_DAY_LATER)
    assert [slack.notices_to(each) for each in (DR_KIM, MALLORY, EIGHT[0])] == [[], [], []]

    slack.closed[DIGEST_CHANNEL] = GiveUp("is_archived")
    await tried(world, slack, when=DUE + timedelta(hours=2))
    assert [each.reason for each in slack.notices_to(JO)] == ["not_in_channel", "is_archived"], "another reason is news"
    assert slack.digests_to(DR_KIM) == []


async def test_a_channel_that_is_mended_in_time_gets_the_digest_and_nobody_else_does(
    world: World, slack: Workspace
) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    slack.closed.clear()
    await tried(world, slack, when=DUE + timedelta(minutes=10))
    await tried(world, slack, when=A_DAY_LATER)
    (posted,) = slack.digests_to(DIGEST_CHANNEL)
    assert posted.digest.quotes
    assert slack.digests_to(DR_KIM) == []


async def test_a_day_after_it_was_due_it_goes_to_the_preceptors_directly_once(world: World, slack: Workspace) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=A_DAY_LATER - timedelta(minutes=1))
    assert slack.digests_to(DR_KIM) == []
    for minute in range(0, 60, 10):
        await tried(world, slack, when=A_DAY_LATER + timedelta(minutes=minute))
    (whole,) = slack.digests_to(DR_KIM)
    assert whole.digest.quotes
    assert (whole.to_confirm, whole.answerable) == (False, f"1:{NEXT_MONDAY}")
    (channels,) = await digests(world, State.CANCELLED)
    assert (channels.planned.channel, channels.reason) == (DIGEST_CHANNEL, WENT_DIRECTLY)
    async with world.open_work() as work:
        assert await work.delivery.body(channels.id) is None
    slack.closed.clear()
    await tried(world, slack, when=A_DAY_LATER + timedelta(hours=2))
    assert slack.digests_to(DIGEST_CHANNEL) == []


async def test_who_got_the_whole_beside_the_channel_does_not_get_its_teaching_part_too(
    world: World, slack: Workspace
) -> None:
    await place_preceptors(world, DR_LEE)
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    (whole,) = slack.digests_to(DR_KIM)
    assert whole.digest.quotes
    await tried(world, slack, when=A_DAY_LATER)
    (teaching,) = slack.digests_to(DR_LEE)
    assert not teaching.digest.shows_students
    assert slack.digests_to(DR_KIM) == [whole]


async def test_a_channel_shows_nothing_from_students_once_somebody_teaches_there_who_has_not_confirmed(
    world: World, slack: Workspace
) -> None:
    """Dr. Lee is placed while the digest waits for its channel."""
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    await place_preceptors(world, DR_LEE)
    slack.closed[DR_KIM] = RetryLater(timedelta(0))
    await tried(world, slack, when=DUE + timedelta(hours=5))
    slack.closed.clear()
    for hour in (6, 7):
        await tried(world, slack, when=DUE + timedelta(hours=hour))
    (teaching,), (whole,) = slack.digests_to(DIGEST_CHANNEL), slack.digests_to(DR_KIM)
    assert whole.digest.quotes
    assert (whole.to_confirm, whole.answerable) == (False, f"1:{NEXT_MONDAY}")
    assert (teaching.digest, teaching.answerable) == (replace(whole.digest, themes=(), quotes=()), "")
    assert slack.digests_to(DR_LEE) == []


async def test_who_begins_to_teach_while_a_digest_waits_counts_from_then_on(world: World, slack: Workspace) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    tuesday = NEXT_MONDAY + timedelta(days=1)
    later = roster([], first=tuesday, rotation="Medicine B").replace(DR_KIM, DR_LEE)
    await apply_roster(world, later, at=DUE)
    await tried(world, slack, when=DUE)
    assert slack.digests_to(DR_KIM) == [], "on Monday nobody reads the channel who has not confirmed"
    slack.closed.clear()
    await tried(world, slack, when=at(tuesday, "06:30"))
    (teaching,), (whole,) = slack.digests_to(DIGEST_CHANNEL), slack.digests_to(DR_KIM)
    assert (teaching.digest.shows_students, whole.digest.shows_students) == (False, True)


async def test_a_channel_digest_that_nobody_there_may_read_any_more_waits_for_somebody(
    world: World, slack: Workspace
) -> None:
    """Dr. Lee, who has not confirmed, came, and Dr. Kim is gone."""
    await published(world, slack)
    await place_preceptors(world, DR_LEE)
    await lose(world, DR_KIM, "user_disabled", at=DUE)
    await tried(world, slack, when=DUE)
    assert (slack.digests_to(DIGEST_CHANNEL), slack.digests_to(DR_KIM)) == ([], [])
    (notice,) = slack.notices_to(JO)
    assert (notice.reason, notice.meanwhile) == (NOT_CONFIRMED, Meanwhile.STUCK)
    await confirm(world, DR_LEE, when=DUE)
    await tried(world, slack, when=DUE + timedelta(minutes=10))
    (whole,) = slack.digests_to(DIGEST_CHANNEL)
    assert whole.digest.quotes


async def test_a_channel_whose_preceptors_all_confirmed_and_left_still_gets_what_was_composed_for_it(
    world: World, slack: Workspace
) -> None:
    await published(world, slack)
    await lose(world, DR_KIM, "user_disabled", at=DUE)
    await tried(world, slack, when=DUE)
    (whole,) = slack.digests_to(DIGEST_CHANNEL)
    assert whole.digest.quotes


async def test_a_digest_that_comes_up_a_day_late_goes_directly_at_once_and_that_is_told(
    world: World, slack: Workspace
) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=A_DAY_LATER)
    assert len(slack.digests_to(DR_KIM)) == 1
    assert [each.meanwhile for each in slack.notices_to(JO)] == [Meanwhile.WENT]


async def test_what_students_said_waits_for_somebody_who_has_confirmed(world: World, slack: Workspace) -> None:
    """Dr. Kim, who had confirmed, is gone from the cohort; Dr. Lee confirms on Wednesday."""
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    async with world.open_work() as work:
        await work.people.fade(DR_KIM, DR_LEE)
        await work.commit()
    await tried(world, slack, when=A_DAY_LATER)
    (notice,) = slack.notices_to(JO)
    assert (notice.meanwhile, notice.until) == (Meanwhile.STUCK, TOO_LATE)
    assert slack.digests_to(DR_LEE) == [], "the teaching part would have cost what students said"
    await confirm(world, DR_LEE, when=A_DAY_LATER)
    await tried(world, slack, when=A_DAY_LATER + timedelta(days=1))
    (whole,) = slack.digests_to(DR_LEE)
    assert whole.digest.quotes


async def test_nothing_goes_directly_once_it_is_too_late_and_the_operator_sees_it(
    world: World, slack: Workspace
) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    await tried(world, slack, when=TOO_LATE + timedelta(minutes=1))
    assert slack.digests_to(DR_KIM) == []
    (lost,) = await digests(world)
    async with world.open_work() as work:
        assert lost.id in {each.id for each in await work.outbox.troubled(limit=50)}
    assert lost.state is State.EXPIRED


async def test_a_cohort_that_loses_its_channel_sends_what_waits_to_its_preceptors(
    world: World, slack: Workspace
) -> None:
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    await place_preceptors(world, DR_KIM, channel="")
    await tried(world, slack, when=DUE + timedelta(minutes=10))
    (whole,) = slack.digests_to(DR_KIM)
    assert whole.digest.quotes
    assert [each.reason for each in slack.notices_to(JO)] == ["not_in_channel"], "whoever did it knows"


async def test_a_digest_to_a_preceptor_that_nobody_saw_arrive_is_looked_for_like_any_other(
    world: World, slack: Workspace
) -> None:
    await apply_roster(world, roster().replace(DIGEST_CHANNEL, ""), at=at(MONDAY, "06:30"))
    await confirm(world, DR_KIM, when=DUE)
    await composed(world)
    slack.trouble = ["cut"]
    await deliver(world, slack, when=DUE)
    await settle_unknown(world, slack, at=DUE, timing=Timing(settle_after=timedelta(0)))
    await tried(world, slack, when=DUE + timedelta(minutes=10))
    assert len(slack.digests_to(DR_KIM)) == 1
    assert {each.state for each in await digests(world)} == {State.SENT}


@pytest.mark.parametrize("refusal", [Unreachable("user_disabled"), GiveUp("restricted_action")])
async def test_a_preceptor_whom_nothing_reaches_is_told_of_once_and_gets_the_digest_when_back(
    world: World, slack: Workspace, refusal: GiveUp | Unreachable
) -> None:
    await place_preceptors(world, DR_KIM, DR_LEE, channel="")
    await confirm(world, DR_KIM, DR_LEE, when=DUE)
    await composed(world)
    slack.closed[DR_LEE] = refusal
    for hour in range(3):
        await tried(world, slack, when=DUE + timedelta(hours=hour))
    (notice,) = slack.notices_to(JO)
    assert (notice.obstacle, notice.person, notice.reason) == (Obstacle.PRECEPTOR, DR_LEE, refusal.reason)
    assert len(slack.digests_to(DR_KIM)) == 1
    home = await open_home(world, JO, at=DUE + timedelta(hours=3))
    assert isinstance(home, CoordinatorHome)
    assert home.cohorts[0].put_off == (PutOff(NEXT_MONDAY, refusal.reason, DR_LEE),)
    slack.closed.clear()
    await tried(world, slack, when=A_DAY_LATER)
    assert len(slack.digests_to(DR_LEE)) == 1


@pytest.mark.parametrize(("others", "meanwhile"), [((DR_LEE,), Meanwhile.WAITS), ((), Meanwhile.STUCK)])
async def test_a_notice_says_whether_anybody_else_reads_it(
    world: World, slack: Workspace, others: tuple[PersonId, ...], meanwhile: Meanwhile
) -> None:
    await place_preceptors(world, DR_KIM, DR_LEE, channel="")
    await confirm(world, DR_KIM, *others, when=DUE)
    await composed(world)
    slack.closed[DR_KIM] = Unreachable("user_disabled")
    await tried(world, slack, when=DUE)
    assert [each.meanwhile for each in slack.notices_to(JO)] == [meanwhile]


async def test_with_no_coordinator_it_stands_in_the_outbox(world: World, slack: Workspace) -> None:
    world = replace(world, coordinators=frozenset())
    slack.closed[DIGEST_CHANNEL] = NOT_IN_CHANNEL
    await published(world, slack)
    await tried(world, slack, when=DUE)
    async with world.open_work() as work:
        (troubled,) = await work.outbox.troubled(limit=10)
    assert (troubled.planned.kind, troubled.reason) == (Kind.DIGEST, "not_in_channel")


async def test_a_notice_that_came_to_nothing_is_tried_again_a_day_later_with_its_words(
    world: World, slack: Workspace
) -> None:
    await published(world, slack)
    slack.closed = {DIGEST_CHANNEL: NOT_IN_CHANNEL, JO: Unreachable("user_disabled")}
    await tried(world, slack, when=DUE)
    del slack.closed[JO]
    await tried(world, slack, when=A_DAY_LATER - timedelta(minutes=10))
    assert slack.notices_to(JO) == []
    for minute in (0, 10):
        await tried(world, slack, when=A_DAY_LATER + timedelta(minutes=minute))
    assert [each.reason for each in slack.notices_to(JO)] == ["not_in_channel"]


async def test_nobody_is_told_at_night(world: World, slack: Workspace) -> None:
    await published(world, slack)
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        at_night = at(NEXT_MONDAY, "21:30")
        await tell_coordinators(world, work, Notice(Obstacle.NO_PRECEPTOR, "Medicine"), cohort, at=at_night)
        await work.commit()
    await tried(world, slack, when=at_night)
    assert slack.notices_to(JO) == []
    await tried(world, slack, when=at(NEXT_MONDAY + timedelta(days=1), "06:00"))
    assert len(slack.notices_to(JO)) == 1


class Step(StrEnum):
    """What happens next to a digest on its way."""

    TAKEN = "everything is taken"
    CHANNEL_REFUSES = "the channel refuses"
    ARCHIVED = "the channel refuses for another reason"
    LEE_REFUSED = "Dr. Lee can't be reached"
    CUT = "everything arrives, and nobody sees it"
    LOST = "nothing arrives, and nobody knows"
    LEE_CONFIRMS = "Dr. Lee confirms"
    NO_CHANNEL = "the cohort loses its channel"
    A_DAY = "a day passes"


class Ending(IntEnum):
    """How often a worker writes down what became of its requests before it dies or goes on."""

    DIED_BEFORE = 0
    ONCE = 1
    TWICE = 2


numbers = count(1)


BOTH, DR_KIM_ONLY = frozenset({DR_KIM, DR_LEE}), frozenset({DR_KIM})


@given(
    has_channel=st.sampled_from([True, True, False]),
    confirmed=st.sampled_from([BOTH, DR_KIM_ONLY, frozenset[PersonId]()]),
    steps=st.lists(st.tuples(st.sampled_from(Step), st.sampled_from(Ending)), min_size=3, max_size=8),
)
@example(has_channel=True, confirmed=BOTH, steps=[(Step.A_DAY, Ending.TWICE), (Step.TAKEN, Ending.ONCE)])
@example(has_channel=True, confirmed=DR_KIM_ONLY, steps=[(Step.A_DAY, Ending.ONCE), (Step.CUT, Ending.DIED_BEFORE)])
@example(has_channel=True, confirmed=BOTH, steps=[(Step.CUT, Ending.DIED_BEFORE), (Step.A_DAY, Ending.ONCE)])
@example(has_channel=True, confirmed=BOTH, steps=[(Step.LOST, Ending.ONCE), (Step.NO_CHANNEL, Ending.ONCE)])
@example(has_channel=False, confirmed=BOTH, steps=[(Step.LEE_REFUSED, Ending.TWICE), (Step.CUT, Ending.ONCE)])
@settings(max_examples=examples(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_nobody_gets_a_digest_twice_and_none_is_lost_unsaid(
    world: World,
    another_database: OpenDatabase,
    has_channel: bool,
    confirmed: frozenset[PersonId],
    steps: list[tuple[Step, Ending]],
) -> None:
    story = await Story.begin(world, [another_database() for _ in range(2)], has_channel, confirmed)
    for step, ending in steps:
        await story.go_on(step, ending)
    await story.come_to_its_end()
    await story.check()


@dataclass
class Story:
    """One digest of a cohort of its own, two workers, and a Slack that does what the steps say."""

    worlds: list[World]
    cohort: Cohort
    preceptors: tuple[PersonId, ...]
    when: datetime = DUE
    slack: Workspace = field(default_factory=lambda: Workspace())
    refused: set[str] = field(default_factory=set)

    @classmethod
    async def begin(
        cls, world: World, databases: list[Database], has_channel: bool, confirmed: frozenset[PersonId]
    ) -> "Story":
        number = next(numbers)
        channel, ward = f"C0WARD{number}", f"Ward {number}"
        kim, lee = (PersonId(f"{each}{number}") for each in (DR_KIM, DR_LEE))
        await confirm(world, *(PersonId(f"{each}{number}") for each in confirmed), when=DUE)
        story = cls(
            [replace(world, open_work=each.open_work) for each in databases],
            Cohort(CohortId(0), ward, channel if has_channel else "", NEW_YORK, 0, time(7)),
            (kim, lee),
        )
        await story._place()
        story.cohort = await composed(world, cohort=ward)
        return story

    async def go_on(self, step: Step, ending: Ending) -> None:
        lee = self.preceptors[1]
        channel = self.cohort.digest_channel
        self.slack.closed = {}
        match step:
            case Step.CHANNEL_REFUSES | Step.ARCHIVED if channel:
                reason = "not_in_channel" if step is Step.CHANNEL_REFUSES else "is_archived"
                self.slack.closed = {channel: GiveUp(reason)}
            case Step.LEE_REFUSED:
                self.slack.closed = {lee: Unreachable("user_disabled")}
            case Step.LEE_CONFIRMS:
                await confirm(self.worlds[0], lee, when=self.when)
            case Step.NO_CHANNEL:
                self.cohort = replace(self.cohort, digest_channel="")
                await self._place()
            case Step.A_DAY:
                self.when += timedelta(days=1)
                self.slack.closed = {channel: NOT_IN_CHANNEL}
        silence = {Step.CUT: "cut", Step.LOST: "lost"}.get(step)
        await self._worker(ending, silence)

    async def come_to_its_end(self) -> None:
        """Slack is well again, and the worker too; nothing is due any more at last."""
        for later in (timedelta(0), timedelta(minutes=10), timedelta(days=4)):
            self.when += later
            self.slack.closed = {}
            await self._worker(Ending.ONCE, None)

    async def check(self) -> None:
        mine = [(message, saying) for message, saying in self.slack.accepted if isinstance(saying, Post)]
        got = Counter(message.planned.dedupe_key for message, _ in mine)
        directly_got = Counter(message.planned.student for message, _ in mine if message.planned.student)
        assert set(got.values()) | set(directly_got.values()) <= {1}
        reads = Counter(
            reader
            for message, saying in mine
            if saying.digest.shows_students
            for reader in ([message.planned.student] if message.planned.student else self.preceptors)
        )
        assert set(reads.values()) <= {1}
        async with self.worlds[0].open_work() as work:
            listed = await work.outbox.listed(State, limit=200)
            troubled = {each.id for each in await work.outbox.troubled(limit=200)}
            rows = [each for each in listed if each.planned.cohort_id == self.cohort.id]
        directly = {each.planned.student for each in rows if each.planned.kind is Kind.DIGEST}
        for row in (each for each in rows if each.planned.kind is Kind.DIGEST):
            match row.state:
                case State.SENT:
                    assert got[row.planned.dedupe_key] == 1
                case State.CANCELLED:
                    assert (row.reason, directly - {None}) == (WENT_DIRECTLY, set(self.preceptors))
                    assert got[row.planned.dedupe_key] == 0
                case _:
                    assert row.id in troubled
        # Of one thing a coordinator is told once.
        told = Counter(notice.about for notice in self.slack.notices_to(JO))
        assert set(told) == self.refused
        assert set(told.values()) <= {1}

    async def _place(self) -> None:
        line = f"{self.cohort.name},{self.cohort.digest_channel},{self.cohort.name},General,America/New_York"
        lines = [f"{line},{MONDAY},{MONDAY + timedelta(days=25)},,,preceptor,{each}" for each in self.preceptors]
        await apply_roster(self.worlds[0], "\n".join([",".join(COLUMNS), *lines]), at=at(MONDAY, "06:30"))

    async def _worker(self, ending: Ending, silence: str | None) -> None:
        """Look for what nobody saw arrive, then try everything that waits; the other worker is next."""
        world = self.worlds[0]
        self.worlds.reverse()
        await self._tidy(world)
        parcels = [Parcel(each, DUE, 0.0) for each in await self._claimed(world)]
        # The lease ends at once, so that the other worker finds what this one leaves behind.
        begun = await begin(world, parcels, at=self.when, timing=Timing(lease=timedelta(milliseconds=1)))
        delivered = []
        for each in begun:
            self.slack.trouble = [silence] if silence else []
            outcome = await self.slack.deliver(each.parcel.message, each.saying, give_up_at=float("inf"))
            delivered.append(Delivered(each.parcel, outcome))
            if ending and isinstance(outcome, GiveUp | Unreachable):
                # What was refused, as far as anybody lived to write it down.
                self.refused.add(f"{NEXT_MONDAY}:{each.parcel.message.planned.student or outcome.reason}")
        for _ in range(ending):
            await record(world, delivered, silent=False, at=self.when, timing=Timing())

    async def _tidy(self, world: World) -> None:
        async with world.open_work() as work:
            await work.delivery.release_expired()
            await work.delivery.expire(at=self.when, limit=100)
            waiting = await work.outbox.listed([State.PENDING], limit=100)
            await work.outbox.hurry([each.id for each in waiting])
            await work.commit()
        await settle_unknown(world, self.slack, at=self.when, timing=Timing(settle_after=timedelta(0)))

    async def _claimed(self, world: World) -> tuple[OutboxMessage, ...]:
        async with world.open_work() as work:
            claimed = await work.delivery.claim(at=self.when, limit=100, lease=timedelta(minutes=1))
            await work.commit()
        return claimed
