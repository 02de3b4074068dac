"""Students whom nothing reaches: nothing is sent to them, nobody forgets them, and they come back by themselves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

import pytest

from bot.domain.outbox import AppRefused, State, Unreachable
from bot.domain.people import Pace, PersonId, Standing, Student
from bot.flows.apply_roster import apply_roster
from bot.flows.open_home.coordinator import CoordinatorHome
from bot.flows.open_home.opening import StrangerHome, open_home
from bot.flows.open_home.student import StudentHome
from bot.flows.ports import World
from bot.flows.reach_people import LOOKS, found_again, look_for_people, lose
from bot.flows.records.people import Lost
from bot.flows.sayings import Ask, Reminder, Welcome
from bot.flows.set_pace import decline, leave, start
from bot.flows.welcome_students import welcome_students
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DR_KIM,
    EIGHT,
    JO,
    MALLORY,
    MONDAY,
    asked,
    at,
    deliver_all,
    everybody_starts,
    place,
    roster,
)

TUESDAY = MONDAY.replace(day=24)
EARLY = at(MONDAY, "06:40")


async def settings_of(world: World, person: PersonId = ALICE) -> Student:
    async with world.open_work() as work:
        student = await work.people.student(person)
    assert student is not None
    return student


async def states(world: World, person: PersonId = ALICE) -> dict[str, State]:
    """The messages of one person by the beginning of their keys."""
    async with world.open_work() as work:
        listed = await work.outbox.listed(list(State), limit=100)
    return {each.planned.dedupe_key: each.state for each in listed if each.planned.student == person}


async def told(messenger: FakeMessenger, person: PersonId = ALICE) -> list[type]:
    return [type(each) for each in messenger.said_to(person)]


async def place_many(world: World, people: Iterable[str], *, directory: FakeDirectory) -> None:
    await apply_roster(world, roster(people), at=at(MONDAY, "06:30"))
    await welcome_students(world, directory, at=at(MONDAY, "06:30"))


# ── Lost ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_closed_account_gets_nothing_although_it_was_planned(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    assert await lose(world, ALICE, "user_disabled", at=EARLY)
    await asked(world, messenger)
    assert await told(messenger) == []
    assert await told(messenger, BOB) == [Reminder, Ask]
    assert State.PENDING not in (await states(world)).values()


async def test_losing_somebody_a_second_time_is_no_news_and_a_new_reason_is(world: World) -> None:
    await place(world)
    assert await lose(world, ALICE, "channel_not_found", at=EARLY)
    assert not await lose(world, ALICE, "channel_not_found", at=EARLY)
    assert await lose(world, ALICE, "user_disabled", at=EARLY)
    assert (await settings_of(world)).unreachable == "user_disabled"


async def test_losing_keeps_pace_and_standing(world: World) -> None:
    await place(world)
    await start(world, ALICE, Pace.ONCE_A_WEEK, at=at(MONDAY, "06:31"))
    before = await settings_of(world)
    await lose(world, ALICE, "user_disabled", at=EARLY)
    assert await settings_of(world) == before.lost("user_disabled")


async def test_a_preceptor_is_lost_and_found_and_becomes_no_student(world: World) -> None:
    await place(world)
    assert [await lose(world, DR_KIM, "user_disabled", at=EARLY) for _ in range(2)] == [True, False]
    assert [await found_again(world, DR_KIM, at=EARLY) for _ in range(2)] == [True, False]
    async with world.open_work() as work:
        assert await work.people.student(DR_KIM) is None


async def test_who_studies_and_teaches_is_lost_and_found_as_both(world: World) -> None:
    await place(world, [ALICE])
    async with world.open_work() as work:
        await work.preceptors.tell(ALICE)
        await work.commit()
    for changes, unreachable in ((lose(world, ALICE, "user_disabled", at=EARLY), {ALICE: "user_disabled"}), (None, {})):
        assert await (changes or found_again(world, ALICE, at=EARLY))
        async with world.open_work() as work:
            assert await work.preceptors.unreachable([ALICE]) == unreachable


@pytest.mark.parametrize("person", [MALLORY, JO])
async def test_who_neither_studies_nor_teaches_cannot_be_lost_or_found(world: World, person: PersonId) -> None:
    await place(world)
    assert not await lose(world, person, "user_disabled", at=EARLY)
    assert not await found_again(world, person, at=EARLY)
    async with world.open_work() as work:
        assert await work.people.student(person) is None


async def test_what_is_no_news_takes_no_writer(world: World) -> None:
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE, BOB])
    await lose(world, BOB, "user_disabled", at=EARLY)

    def refuse() -> NoReturn:
        raise LookupError("a unit of work was opened")

    idle = replace(world, open_work=refuse)
    for person in (MALLORY, ALICE):
        assert not await found_again(idle, person, at=EARLY)
        assert not await found_again(idle, person, at=EARLY, zone=ZoneInfo("America/New_York"))
    for person in (MALLORY, BOB):
        assert not await lose(idle, person, "user_disabled", at=EARLY)
    with pytest.raises(LookupError):
        await found_again(idle, ALICE, at=EARLY, zone=ZoneInfo("Asia/Tokyo"))


async def test_a_person_whom_slack_refuses_is_lost_with_that_message_and_the_others_are_not(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    messenger.trouble = [Unreachable("user_disabled")]
    await asked(world, messenger)
    assert messenger.accepted == []
    assert (await settings_of(world)).unreachable == "user_disabled"
    assert (await states(world))[f"reminder:{ALICE}:{MONDAY}"] is State.FAILED


async def test_a_refused_app_loses_nobody(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    messenger.trouble = [AppRefused("account_inactive")]
    await deliver_all(world, messenger, when=at(MONDAY, "07:15"))
    assert (await settings_of(world)).unreachable is None
    assert (await states(world))[f"reminder:{ALICE}:{MONDAY}"] is State.PENDING


# ── Found again ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_is_found_again_gets_prompts_again(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    await lose(world, ALICE, "user_disabled", at=EARLY)
    await asked(world, messenger)
    assert await found_again(world, ALICE, at=at(MONDAY, "22:00"))
    await asked(world, messenger, on=TUESDAY)
    assert await told(messenger) == [Reminder, Ask]
    assert not await found_again(world, ALICE, at=at(TUESDAY, "22:00"))


async def test_who_is_found_in_the_same_hour_misses_nothing(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    await deliver_all(world, messenger, when=at(MONDAY, "06:35"))
    await lose(world, ALICE, "user_disabled", at=EARLY)
    await found_again(world, ALICE, at=at(MONDAY, "06:50"))
    await asked(world, messenger)
    assert await told(messenger) == [Reminder, Ask]


async def test_who_left_stays_away_when_found(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await everybody_starts(world, [ALICE])
    await leave(world, ALICE, at=EARLY)
    await lose(world, ALICE, "user_disabled", at=EARLY)
    assert await found_again(world, ALICE, at=at(MONDAY, "06:50"))
    await asked(world, messenger)
    assert await told(messenger) == []


async def test_a_welcome_that_slack_refused_comes_when_the_person_is_back(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, [ALICE])
    messenger.trouble = [Unreachable("user_disabled")]
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    assert await found_again(world, ALICE, at=at(TUESDAY, "12:00"))
    await deliver_all(world, messenger, when=at(TUESDAY, "12:01"))
    assert await told(messenger) == [Welcome]


async def test_a_welcome_that_was_no_longer_wanted_comes_when_the_person_is_back(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, [ALICE])
    await lose(world, ALICE, "user_disabled", at=at(MONDAY, "06:30"))
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    assert await states(world) == {f"welcome:{ALICE}": State.CANCELLED}
    await found_again(world, ALICE, at=at(MONDAY, "23:30"))
    await deliver_all(world, messenger, when=at(MONDAY, "23:31"))
    assert await told(messenger) == [], "it waits for the morning"
    await deliver_all(world, messenger, when=at(TUESDAY, "06:31"))
    assert await told(messenger) == [Welcome]


async def test_a_welcome_that_arrived_does_not_come_twice(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    await lose(world, ALICE, "user_disabled", at=EARLY)
    await found_again(world, ALICE, at=at(MONDAY, "06:50"))
    await deliver_all(world, messenger, when=at(MONDAY, "06:51"))
    assert await told(messenger) == [Welcome]


async def test_a_welcome_that_may_have_arrived_is_not_sent_blindly(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE])
    messenger.trouble = ["cut"]
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    await lose(world, ALICE, "user_disabled", at=EARLY)
    await found_again(world, ALICE, at=at(MONDAY, "06:50"))
    await deliver_all(world, messenger, when=at(MONDAY, "06:51"))
    assert len(messenger.accepted) == 1
    assert await states(world) == {f"welcome:{ALICE}": State.UNKNOWN}


@pytest.mark.parametrize("press", ["start", "decline", "leave"])
async def test_whoever_presses_a_button_is_there(world: World, press: str) -> None:
    await place(world, [ALICE])
    await lose(world, ALICE, "channel_not_found", at=EARLY)
    when = at(MONDAY, "06:50")
    if press == "start":
        await start(world, ALICE, Pace.EVERY_DAY, at=when)
    else:
        await {"decline": decline, "leave": leave}[press](world, ALICE, at=when)
    assert (await settings_of(world)).unreachable is None
    assert (f"reminder:{ALICE}:{MONDAY}" in await states(world)) is (press == "start")


# ── Newcomers ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_newcomer_with_a_closed_account_is_noted_and_asked_about_no_more(world: World) -> None:
    directory = FakeDirectory(unreachable=[ALICE], unheard_of=[BOB])
    await place_many(world, [ALICE, BOB, CAROL], directory=directory)
    assert (await settings_of(world)).unreachable == "user_disabled"
    assert (await settings_of(world, BOB)).unreachable == "user_not_found"
    assert (await settings_of(world, BOB)).standing is Standing.PLACED
    assert await states(world) == {}

    asked_before = list(directory.asked)
    assert await welcome_students(world, directory, at=at(MONDAY, "06:31")) == 0
    assert directory.asked == asked_before


async def test_a_newcomers_conversation_is_opened_once_and_kept(world: World) -> None:
    directory = FakeDirectory(closed=[BOB])
    await place_many(world, [ALICE, BOB], directory=directory)
    assert await settings_of(world) == Student(ALICE, (await settings_of(world)).zone, conversation=f"D{ALICE}")
    assert directory.asked.count(ALICE) == 2, "who it is, and where to write"
    assert (await settings_of(world, BOB)).unreachable == "channel_not_found"
    assert await states(world, BOB) == {}


async def test_a_newcomer_whose_account_is_opened_is_welcomed_then(world: World, messenger: FakeMessenger) -> None:
    await place_many(world, [ALICE], directory=FakeDirectory(unreachable=[ALICE]))
    assert await found_again(world, ALICE, at=at(MONDAY, "12:00"))
    await deliver_all(world, messenger, when=at(MONDAY, "12:01"))
    assert await told(messenger) == [Welcome]


async def test_a_newcomer_who_is_found_after_the_rotation_is_welcomed_to_the_next_one(
    world: World, messenger: FakeMessenger
) -> None:
    await place_many(world, [ALICE], directory=FakeDirectory(unreachable=[ALICE]))
    next_block = date(2027, 1, 4)
    assert not await found_again(world, ALICE, at=at(next_block, "12:00")), "there is nothing to welcome to"
    later = roster([ALICE], first=next_block, rotation="Medicine B")
    await apply_roster(world, later, at=at(next_block, "12:00"))
    assert await look_for_people(world, FakeDirectory(), at=at(next_block, "12:01")) == 1
    await deliver_all(world, messenger, when=at(next_block, "12:02"))
    assert await told(messenger) == [Welcome]


async def test_a_round_ends_where_slack_cannot_be_asked_and_the_next_goes_on_there(world: World) -> None:
    await apply_roster(world, roster(EIGHT), at=at(MONDAY, "06:30"))
    directory = FakeDirectory(answers=5)
    assert await welcome_students(world, directory, at=at(MONDAY, "06:30")) == 2
    assert len(directory.asked) == 6, "nobody behind is asked about"
    directory.answers = float("inf")
    assert await welcome_students(world, directory, at=at(MONDAY, "06:31")) == 6
    assert await welcome_students(world, directory, at=at(MONDAY, "06:32")) == 0
    assert (await settings_of(world, EIGHT[-1])).conversation == f"D{EIGHT[-1]}"


# ── Looking ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_look_finds_who_is_back_and_leaves_the_others(world: World) -> None:
    await place(world)
    for person in (ALICE, BOB, CAROL):
        await lose(world, person, "user_disabled", at=EARLY)
    directory = FakeDirectory(unreachable=[BOB], closed=[CAROL])
    assert await look_for_people(world, directory, at=at(MONDAY, "07:30")) == 1
    assert await settings_of(world) == replace(await settings_of(world), conversation=f"D{ALICE}", unreachable=None)
    assert (await settings_of(world, BOB)).unreachable == "user_disabled"
    assert (await settings_of(world, CAROL)).unreachable == "user_disabled"
    assert set(directory.asked) == {ALICE, BOB, CAROL}, "whoever can be reached is not asked about"


async def test_looking_for_nobody_asks_nothing(world: World) -> None:
    await place(world)
    directory = FakeDirectory()
    assert await look_for_people(world, directory, at=EARLY) == 0
    assert directory.asked == []


async def test_a_look_is_short_and_everybody_has_a_turn(world: World) -> None:
    many = [PersonId(f"U0A{number:03d}") for number in range(2 * LOOKS + 3)]
    directory = FakeDirectory(unheard_of=many)
    await place_many(world, many, directory=directory)
    directory.asked.clear()
    for hour in range(3):
        before = len(directory.asked)
        await look_for_people(world, directory, at=EARLY + timedelta(hours=hour))
        assert len(directory.asked) - before <= LOOKS
    assert sorted(directory.asked) == many


async def test_a_look_ends_where_slack_cannot_be_asked(world: World) -> None:
    await place(world)
    for person in EIGHT:
        await lose(world, person, "user_disabled", at=EARLY)
    directory = FakeDirectory(answers=3)
    assert await look_for_people(world, directory, at=EARLY) == 1
    assert directory.asked == [EIGHT[0], EIGHT[0], EIGHT[1], EIGHT[1]], "nobody behind is asked about"


# ── Who may see it ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_coordinator_sees_who_could_not_be_reached_and_nobody_else_does(world: World) -> None:
    await place(world)
    await everybody_starts(world, [BOB])
    for person in (ALICE, BOB):
        await lose(world, person, "user_disabled", at=EARLY)
    coordinated = replace(world, coordinators=frozenset({JO}))
    desk = await open_home(coordinated, JO, at=EARLY)
    assert isinstance(desk, CoordinatorHome)
    assert (desk.lost, desk.lost_in_all) == ((Lost(ALICE, "user_disabled"), Lost(BOB, "user_disabled")), 2)
    assert isinstance(await open_home(coordinated, MALLORY, at=EARLY), StrangerHome)
    assert isinstance(await open_home(coordinated, CAROL, at=EARLY), StudentHome)


async def test_the_coordinators_list_is_short_and_says_how_many_there_are(world: World) -> None:
    many = [f"U0A{number:03d}" for number in range(25)]
    await place_many(world, many, directory=FakeDirectory(unheard_of=many))
    desk = await open_home(replace(world, coordinators=frozenset({JO})), JO, at=EARLY)
    assert isinstance(desk, CoordinatorHome)
    assert (len(desk.lost), desk.lost_in_all) == (20, 25)
