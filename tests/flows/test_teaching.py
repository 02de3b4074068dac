"""Preceptors are briefed once and confirm how to read a digest; before that nothing is released. What they find on
Home."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import NotAPreceptor
from bot.domain.outbox import State, Unreachable
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.brief_preceptors import brief_preceptors
from bot.flows.confirm_reading import confirm_reading
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import DoubleHome, Home, StrangerHome, open_home
from bot.flows.open_home.preceptor import PreceptorHome
from bot.flows.open_home.student import StudentHome
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.reach_people import found_again, lose
from bot.flows.sayings import Briefing, Post
from bot.flows.welcome_students import welcome_students
from tests.beginnings import remembered
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    DIGEST_CHANNEL,
    DR_KIM,
    EIGHT,
    JO,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver,
    everybody_starts,
    place,
    roster,
)

DAY = timedelta(days=1)
MORNING = at(MONDAY, "06:30")
LAST_DAY = MONDAY + 25 * DAY


@remembered
async def placed(world: World, file: str | None = None) -> None:
    """Somebody is placed, and whoever is new as a preceptor is briefed."""
    await apply_roster(world, file or roster(), at=MORNING)
    await brief_preceptors(world, at=MORNING)


async def home_of(world: World, person: PersonId, *, on_day: int = 0) -> Home:
    return await open_home(world, person, at=at(MONDAY + on_day * DAY, "12:00"))


async def preceptors_home(world: World, *, on_day: int = 0, person: PersonId = DR_KIM) -> PreceptorHome:
    found = await home_of(world, person, on_day=on_day)
    assert isinstance(found, PreceptorHome)
    return found


# ── The briefing ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_new_preceptor_is_briefed_once_ever(world: World, messenger: FakeMessenger) -> None:
    await apply_roster(world, roster(), at=MORNING)
    assert await brief_preceptors(world, at=MORNING) == 1
    assert await brief_preceptors(world, at=MORNING) == 0
    await deliver(world, messenger, when=MORNING)
    (briefing,) = messenger.said_to(DR_KIM)
    assert isinstance(briefing, Briefing)
    assert ([each.name for each in briefing.cohorts], briefing.voices, briefing.is_confirmed) == (
        ["Medicine"],
        5,
        False,
    )
    assert [message.planned.student for message, _ in messenger.accepted] == [DR_KIM]

    next_block = roster(first=MONDAY + 28 * DAY, rotation="Medicine B").replace("Medicine,", "Surgery,")
    await apply_roster(world, next_block, at=MORNING)
    assert await brief_preceptors(world, at=MORNING) == 0


async def test_a_briefing_tells_of_every_cohort_of_theirs(world: World, messenger: FakeMessenger) -> None:
    await apply_roster(world, roster(["U0IDA"], rotation="Theatre").replace("Medicine,", "Surgery,"), at=MORNING)
    await placed(world)
    await deliver(world, messenger, when=MORNING)
    (briefing,) = messenger.said_to(DR_KIM)
    assert isinstance(briefing, Briefing)
    assert [each.name for each in briefing.cohorts] == ["Medicine", "Surgery"]


async def test_a_briefing_waits_for_the_morning_and_says_what_is_so_then(
    world: World, messenger: FakeMessenger
) -> None:
    night = at(MONDAY, "23:30")
    await apply_roster(world, roster(), at=night)
    await brief_preceptors(world, at=night)
    await deliver(world, messenger, when=night)
    assert messenger.accepted == []
    await confirm_reading(world, DR_KIM, at=night)
    await deliver(world, messenger, when=at(MONDAY + DAY, "06:00"))
    assert [each.is_confirmed for each in messenger.said_to(DR_KIM) if isinstance(each, Briefing)] == [True]


async def test_a_briefing_that_came_too_late_comes_once_more(world: World, messenger: FakeMessenger) -> None:
    await placed(world)
    await deliver(world, messenger, when=MORNING + 8 * DAY)
    assert messenger.accepted == []
    async with world.open_work() as work:
        assert (await work.outbox.counts())[State.EXPIRED] == 1
    assert not (await preceptors_home(world, on_day=8)).is_confirmed
    assert [await brief_preceptors(world, at=MORNING + 8 * DAY) for _ in range(2)] == [1, 0]
    await deliver(world, messenger, when=MORNING + 8 * DAY)
    assert len(messenger.said_to(DR_KIM)) == 1


async def test_a_briefing_that_slack_refused_is_tried_daily_until_it_comes_or_is_confirmed(
    world: World, messenger: FakeMessenger
) -> None:
    await apply_roster(world, f"{roster()}\n{roster().splitlines()[-1].replace(DR_KIM, 'U0LEE')}", at=MORNING)
    tried = []
    for hour in range(0, 96, 12):
        morning = at(MONDAY, "07:00") + timedelta(hours=hour)
        tried.append(await brief_preceptors(world, at=morning))
        messenger.trouble = [Unreachable("user_disabled")] * 2 if hour < 48 else []
        await deliver(world, messenger, when=morning)
        if hour == 36:
            await confirm_reading(world, PersonId("U0LEE"), at=morning)
    assert tried == [2, 0, 2, 0, 1, 0, 0, 0]
    assert [len(messenger.said_to(PersonId(each))) for each in (DR_KIM, "U0LEE")] == [1, 0]


async def test_a_briefing_comes_as_soon_as_slack_opens_the_account_again(
    world: World, messenger: FakeMessenger
) -> None:
    await placed(world)
    messenger.trouble = [Unreachable("user_disabled")]
    await deliver(world, messenger, when=MORNING)
    assert [await found_again(world, DR_KIM, at=MORNING) for _ in range(2)] == [True, False]
    await deliver(world, messenger, when=MORNING)
    assert len(messenger.said_to(DR_KIM)) == 1


async def test_whose_rotations_are_all_over_is_not_briefed(world: World) -> None:
    await apply_roster(world, roster(), at=MORNING)
    assert await brief_preceptors(world, at=at(LAST_DAY + DAY, "12:00")) == 0


async def test_a_briefing_is_not_sent_to_who_teaches_no_more(world: World, messenger: FakeMessenger) -> None:
    """The rotation was moved into the past meanwhile."""
    await placed(world)
    await apply_roster(world, roster(first=MONDAY - 350 * DAY), at=MORNING)
    await deliver(world, messenger, when=MORNING)
    assert messenger.said_to(DR_KIM) == []
    async with world.open_work() as work:
        assert (await work.outbox.counts())[State.CANCELLED] == 1


# ── Confirming ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_confirming_twice_is_confirming(world: World) -> None:
    await placed(world)
    first = await confirm_reading(world, DR_KIM, at=MORNING)
    assert first == await confirm_reading(world, DR_KIM, at=MORNING + DAY)
    assert first.is_confirmed
    assert (await preceptors_home(world)).is_confirmed


@pytest.mark.parametrize("somebody", [MALLORY, ALICE, JO])
async def test_nobody_but_a_preceptor_confirms(world: World, somebody: PersonId) -> None:
    await placed(world)
    with pytest.raises(NotAPreceptor):
        await confirm_reading(replace(world, coordinators=frozenset({JO})), somebody, at=MORNING)
    async with world.open_work() as work:
        assert await work.preceptors.confirmed([somebody, DR_KIM]) == frozenset()


@pytest.mark.parametrize("channel", [DIGEST_CHANNEL, ""])
async def test_nothing_is_released_while_the_only_reader_is_gone_and_then_all_that_waited(
    world: World, messenger: FakeMessenger, channel: str
) -> None:
    await placed(world, roster().replace(DIGEST_CHANNEL, channel))
    await confirm_reading(world, DR_KIM, at=MORNING)
    await welcome_students(world, FakeDirectory(), at=MORNING)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT:
        await answer(world, student)
    await lose(world, DR_KIM, "user_disabled", at=MORNING)

    for week in range(2):
        monday = NEXT_MONDAY + 7 * week * DAY
        await publish_digests(world, at=at(monday, "07:00"))
        # The first teaching part gets through, so Dr. Kim is there.
        await deliver(world, messenger, when=at(monday, "07:00"))
    shown = [saying.digest.shows_students for _, saying in messenger.accepted if isinstance(saying, Post)]
    assert shown == ([False, False, True] if channel else [False, True])


async def test_a_mistyped_preceptor_is_waited_for_no_longer_than_until_slack_says_so(
    world: World, messenger: FakeMessenger
) -> None:
    """A roster only adds, so the one who was meant stands beside the mistake."""
    await placed(world, roster().replace(DR_KIM, "U0KMI"))
    messenger.trouble = [Unreachable("user_not_found")]
    await deliver(world, messenger, when=MORNING)
    await placed(world)
    await confirm_reading(world, DR_KIM, at=MORNING)
    home = await home_of(replace(world, coordinators=frozenset({JO})), JO)
    assert isinstance(home, CoordinatorHome)
    readers = home.cohorts[0].readers
    assert (readers.unreachable, readers.awaited, readers.may_be_shown) == ({"U0KMI": "user_not_found"}, (), True)


async def test_nothing_is_released_before_a_preceptor_has_confirmed_and_then_all_that_waited(
    world: World, messenger: FakeMessenger
) -> None:
    await placed(world)
    await welcome_students(world, FakeDirectory(), at=MORNING)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT:
        await answer(world, student)
    elsewhere = roster([MALLORY], rotation="Theatre").replace("Medicine,", "Surgery,").replace(DR_KIM, "U0LEE")
    await placed(world, elsewhere)
    await confirm_reading(world, PersonId("U0LEE"), at=MORNING)

    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    await confirm_reading(world, DR_KIM, at=at(NEXT_MONDAY, "07:01"))
    await publish_digests(world, at=at(NEXT_MONDAY + 7 * DAY, "07:00"))
    await deliver(world, messenger, when=at(NEXT_MONDAY + 7 * DAY, "07:00"))
    of_medicine = [
        saying.digest
        for message, saying in messenger.accepted
        if isinstance(saying, Post) and message.planned.cohort_id == 1
    ]
    taught, whole = of_medicine
    assert (taught.themes, taught.quotes) == ((), ())
    assert taught.act
    assert [theme.label for theme in whole.themes] == ["Time pressure"]


# ── Home ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_preceptors_home_tells_of_their_cohorts_as_the_roster_has_them(world: World) -> None:
    await placed(world)
    await apply_roster(world, roster(["U0ZED"], first=MONDAY - 400 * DAY, rotation="Medicine Z"), at=MORNING)
    await apply_roster(world, roster([MALLORY], rotation="Theatre").replace("Medicine,", "Surgery,"), at=MORNING)
    found = await preceptors_home(world)
    assert not found.is_confirmed
    assert [(each.cohort.name, each.students) for each in found.cohorts] == [("Medicine", 8), ("Surgery", 1)]
    assert [rotation.name for rotation in found.cohorts[0].rotations] == ["Medicine A"]
    assert (found.students_needed, found.cohorts_in_all, found.digests) == (7, 2, ())
    assert (found.this_week, found.next_week) == tuple(
        world.curriculum.week_of(MONDAY + number * DAY) for number in (0, 7)
    )
    assert (await preceptors_home(world, on_day=25 + 15)).cohorts == ()


async def test_home_is_the_same_whatever_students_do(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    before = await preceptors_home(world)
    await everybody_starts(world, EIGHT[:3])
    await asked(world, messenger)
    await answer(world, ALICE)
    assert await preceptors_home(world) == before


async def test_home_links_the_digests_of_the_channel_the_newest_first(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    for number in (0, 7):
        await publish_digests(world, at=at(NEXT_MONDAY + number * DAY, "07:00"))
        await deliver(world, messenger, when=at(NEXT_MONDAY + number * DAY, "07:00"))
    found = (await preceptors_home(world, on_day=14)).digests
    assert [(each.on, each.channel) for each in found] == [
        (NEXT_MONDAY + 7 * DAY, DIGEST_CHANNEL),
        (NEXT_MONDAY, DIGEST_CHANNEL),
    ]
    assert all(each.ts for each in found)


async def test_a_student_who_teaches_elsewhere_finds_both_and_nobody_else_does(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    surgery = roster([MALLORY], rotation="Theatre").replace("Medicine,", "Surgery,").replace(DR_KIM, ALICE)
    await apply_roster(world, surgery, at=MORNING)
    found = await home_of(world, ALICE)
    assert isinstance(found, DoubleHome)
    assert isinstance(found.own, StudentHome)
    assert [each.cohort.name for each in found.teaching.cohorts] == ["Surgery"], "not the one where Alice studies"
    assert [each.cohort.name for each in (await preceptors_home(world)).cohorts] == ["Medicine"]
    assert isinstance(await home_of(world, EIGHT[1]), StudentHome)

    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await deliver(world, messenger, when=at(NEXT_MONDAY, "07:00"))
    later = await home_of(world, ALICE, on_day=8)
    assert isinstance(later, DoubleHome)
    assert [each.cohort_id for each in later.teaching.digests] == [each.cohort.id for each in later.teaching.cohorts]
    assert isinstance(await home_of(world, ALICE, on_day=25 + 15), StudentHome), "and teaches no more"


async def test_a_coordinator_who_teaches_finds_both(world: World) -> None:
    await placed(world, roster().replace(DR_KIM, JO))
    with_jo = replace(world, coordinators=frozenset({JO, DR_KIM}))
    found = await home_of(with_jo, JO)
    assert isinstance(found, DoubleHome)
    assert isinstance(found.own, CoordinatorHome)
    assert [each.cohort.name for each in found.teaching.cohorts] == ["Medicine"]
    assert isinstance(await home_of(with_jo, DR_KIM), CoordinatorHome)
    assert isinstance(await home_of(with_jo, MALLORY), StrangerHome)
