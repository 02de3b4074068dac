"""Welcome, start, leaving: nothing is sent before a start and nothing after leaving."""

from collections.abc import Collection

import pytest

from bot.domain.errors import AppShutOut, NotOnRoster, PersonRefused
from bot.domain.people import Pace, PersonId, Standing
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import Profile, World
from bot.flows.sayings import Ask, Reminder, Welcome
from bot.flows.set_pace import decline, leave, start
from bot.flows.welcome_students import MOST_IN_VAIN, welcome_students
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    HANA,
    MALLORY,
    MONDAY,
    asked,
    at,
    deliver,
    deliver_all,
    everybody_starts,
    place,
    roster,
)


async def test_everybody_placed_gets_one_welcome_and_nothing_else_before_a_start(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:32"))
    await asked(world, messenger)

    assert messenger.said_to(ALICE) == [Welcome(voices=5)]
    assert len(messenger.accepted) == 8
    assert messenger.said_to(DR_KIM) == []


async def test_a_welcome_waits_for_the_morning(world: World, messenger: FakeMessenger) -> None:
    await place(world, clock="23:30")
    await deliver_all(world, messenger, when=at(MONDAY, "23:31"))
    assert messenger.said_to(ALICE) == []


async def test_a_started_student_gets_a_reminder_and_a_question(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "06:31"))
    await asked(world, messenger)

    said = messenger.said_to(ALICE)
    assert [type(each) for each in said] == [Reminder, Ask]
    assert [type(each) for each in messenger.said_to(BOB)] == [Welcome]


async def test_a_start_in_the_afternoon_brings_no_reminder_of_the_morning(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world)
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "09:00"))
    await asked(world, messenger)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Ask]


async def test_three_a_week_asks_on_monday_and_not_on_tuesday(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await start(world, ALICE, Pace.THREE_A_WEEK, at=at(MONDAY, "06:31"))
    await asked(world, messenger)
    await asked(world, messenger, on=MONDAY.replace(day=24))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask, Reminder]


async def test_who_leaves_gets_nothing_more_although_it_was_planned(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await leave(world, ALICE, at=at(MONDAY, "06:45"))
    await asked(world, messenger)
    assert [each for each in messenger.said_to(ALICE) if not isinstance(each, Welcome)] == []
    assert len(messenger.said_to(BOB)) == 2


async def test_who_comes_back_is_asked_again(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await leave(world, ALICE, at=at(MONDAY, "06:45"))
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "06:50"))
    await asked(world, messenger)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask]


async def test_not_now_keeps_the_start_possible(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    declined = await decline(world, ALICE, at=at(MONDAY, "06:31"))
    assert declined.standing is Standing.PLACED
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "06:40"))
    await asked(world, messenger)
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder, Ask]


async def test_a_press_that_changes_nothing_leaves_the_plan_as_it_is(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "06:31"))
    await deliver_all(world, messenger, when=at(MONDAY, "06:40"))
    await start(world, ALICE, Pace.EVERY_DAY, at=at(MONDAY, "06:41"))
    await decline(world, ALICE, at=at(MONDAY, "06:42"))
    async with world.open_work() as work:
        assert await work.people.to_plan(at=at(MONDAY, "06:43")) == ()
        await work.people.plan_anew([ALICE])
        assert await work.people.to_plan(at=at(MONDAY, "06:43")) == (ALICE,)


async def test_a_faster_pace_late_in_the_evening_brings_no_question_of_the_afternoon(
    world: World, messenger: FakeMessenger
) -> None:
    tuesday = MONDAY.replace(day=24)
    await place(world)
    await start(world, ALICE, Pace.THREE_A_WEEK, at=at(MONDAY, "06:31"))
    await asked(world, messenger, on=tuesday)
    await start(world, ALICE, Pace.EVERY_DAY, at=at(tuesday, "22:30"))
    await deliver_all(world, messenger, when=at(tuesday, "22:40"))
    assert [type(each) for each in messenger.said_to(ALICE)] == [Reminder]


async def test_mallory_cannot_start(world: World) -> None:
    await place(world)
    with pytest.raises(NotOnRoster):
        await start(world, MALLORY, Pace.EVERY_DAY, at=at(MONDAY, "06:31"))


class HalfDirectory(FakeDirectory):
    """A directory to which Slack refuses to tell of some people, with a code that says nothing of them."""

    def __init__(self, refused: Collection[str]) -> None:
        super().__init__()
        self._refused = refused

    async def profile(self, person: PersonId) -> Profile:
        found = await super().profile(person)
        if person in self._refused:
            raise PersonRefused(code="no_permission")
        return found


async def test_one_failed_look_up_stops_nobody_elses_welcome(world: World) -> None:
    await apply_roster(world, roster(), at=at(MONDAY, "06:30"))
    assert await welcome_students(world, HalfDirectory([ALICE]), at=at(MONDAY, "06:30")) == 7
    assert await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:31")) == 1


async def test_a_slack_that_tells_of_nobody_is_not_asked_about_everybody_every_minute(world: World) -> None:
    many = [f"U0A{number:03d}" for number in range(120)]
    await apply_roster(world, roster([*many, HANA]), at=at(MONDAY, "06:30"))
    directory = HalfDirectory([*many, HANA])
    assert await welcome_students(world, directory, at=at(MONDAY, "06:30")) == 0
    assert len(directory.asked) == MOST_IN_VAIN
    assert await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:31")) == 121


async def test_an_app_that_slack_shuts_out_is_a_failure_of_the_beat_and_welcomes_everybody_later(world: World) -> None:
    """Which is said loudly, and makes the process not ready; whatever else it does goes on."""

    class Closed(FakeDirectory):
        async def profile(self, person: PersonId) -> Profile:
            self.asked.append(person)
            raise AppShutOut(code="missing_scope")

    await apply_roster(world, roster(), at=at(MONDAY, "06:30"))
    closed = Closed()
    with pytest.raises(AppShutOut):
        await welcome_students(world, closed, at=at(MONDAY, "06:30"))
    assert len(closed.asked) == 1, "nobody behind is asked about"
    assert await welcome_students(world, FakeDirectory(), at=at(MONDAY, "06:31")) == 8


async def test_people_who_cannot_be_taken_in_here_and_there_end_no_round(world: World) -> None:
    many = [f"U0A{number:03d}" for number in range(120)]
    await apply_roster(world, roster(many), at=at(MONDAY, "06:30"))
    assert await welcome_students(world, HalfDirectory(many[::2]), at=at(MONDAY, "06:30")) == 60


async def test_many_unreachable_people_stop_nobody_elses_welcome(world: World) -> None:
    many = [f"U0A{number:03d}" for number in range(120)]
    await apply_roster(world, roster([*many, HANA]), at=at(MONDAY, "06:30"))
    assert await welcome_students(world, FakeDirectory(unheard_of=many), at=at(MONDAY, "06:30")) == 1


async def test_a_welcome_that_comes_up_at_night_waits_for_the_morning(world: World, messenger: FakeMessenger) -> None:
    tuesday = MONDAY.replace(day=24)
    await place(world, clock="20:50")
    await deliver_all(world, messenger, when=at(tuesday, "02:00"))
    assert messenger.accepted == []
    await deliver_all(world, messenger, when=at(tuesday, "06:00"))
    assert messenger.said_to(ALICE) == [Welcome(voices=5)]


async def test_a_roster_that_moves_a_rotation_moves_what_is_planned(world: World, messenger: FakeMessenger) -> None:
    await place(world)
    await everybody_starts(world)
    await apply_roster(world, roster().replace("07:00,17:30", "08:00,17:30"), at=at(MONDAY, "06:40"))
    await deliver(world, messenger, when=at(MONDAY, "07:30"))
    assert not any(isinstance(saying, Reminder) for saying in messenger.said_to(ALICE))


async def test_someone_slack_cannot_reach_is_not_welcomed(world: World, messenger: FakeMessenger) -> None:

    await apply_roster(world, roster([ALICE, BOB]), at=at(MONDAY, "06:30"))
    await welcome_students(world, FakeDirectory(unreachable=[ALICE]), at=at(MONDAY, "06:30"))
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    assert messenger.said_to(ALICE) == []
    assert messenger.said_to(BOB) == [Welcome(voices=5)]
