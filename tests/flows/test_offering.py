"""After three unanswered questions in a row a slower pace or a pause is offered: once, to who still gets something."""

from datetime import date, timedelta

import pytest

from bot.domain.outbox import Kind, Planned, State
from bot.domain.people import Pace
from bot.flows.ports import World
from bot.flows.sayings import Offer
from bot.flows.set_pace import start
from bot.flows.skip_question import skip_question
from bot.flows.take_break import pause
from bot.storage.outbox_records import OutboxRecords
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import ALICE, BOB, CAROL, MONDAY, answer, asked, at, deliver_all, everybody_starts, place

DAY = timedelta(days=1)
THURSDAY = MONDAY + 3 * DAY


@remembered
async def day(world: World, messenger: FakeMessenger, on: date) -> None:
    """A whole day as the planner and the relay see it."""
    for clock in ("00:05", "16:45"):
        await deliver_all(world, messenger, when=at(on, clock))
    await asked(world, messenger, on=on)


@remembered
async def three_days(world: World, messenger: FakeMessenger) -> None:
    """Alice, Bob and Carol are asked every day from Monday to Wednesday."""
    await place(world, [ALICE, BOB, CAROL])
    await everybody_starts(world, [ALICE, BOB, CAROL])
    for number in range(3):
        await asked(world, messenger, on=MONDAY + number * DAY)


def offers(messenger: FakeMessenger, person: str) -> list[Offer]:
    return [each for each in messenger.said_to(person) if isinstance(each, Offer)]


async def test_it_is_offered_once_to_who_let_three_questions_go_by(world: World, messenger: FakeMessenger) -> None:
    await three_days(world, messenger)
    await skip_question(world, BOB, MONDAY + 2 * DAY, at=at(MONDAY + 2 * DAY, "18:00"))
    await answer(world, CAROL, on=MONDAY)
    for number in (3, 4, 7, 8):
        await day(world, messenger, MONDAY + number * DAY)
    assert offers(messenger, ALICE) == [Offer(Pace.EVERY_DAY)]
    # The skip was an answer, and of three later ones the last came on Tuesday.
    assert offers(messenger, BOB) == [Offer(Pace.EVERY_DAY)]
    assert offers(messenger, CAROL) == [Offer(Pace.EVERY_DAY)]


async def test_two_are_not_enough(world: World, messenger: FakeMessenger) -> None:
    await three_days(world, messenger)
    await answer(world, CAROL, on=MONDAY)
    await day(world, messenger, THURSDAY)
    assert offers(messenger, CAROL) == []
    assert len(offers(messenger, ALICE)) == 1


async def test_an_answer_in_the_same_hour_makes_it_unwanted_and_it_may_come_another_time(
    world: World, messenger: FakeMessenger
) -> None:
    await three_days(world, messenger)
    await deliver_all(world, messenger, when=at(THURSDAY, "00:05"))
    await answer(world, ALICE, on=MONDAY + 2 * DAY, when=at(THURSDAY, "16:00"))
    await day(world, messenger, THURSDAY)
    assert offers(messenger, ALICE) == []
    for number in (4, 7, 8):
        await day(world, messenger, MONDAY + number * DAY)
    assert len(offers(messenger, ALICE)) == 1


async def test_a_midnight_after_the_offer_writes_nothing_of_it(
    world: World, messenger: FakeMessenger, monkeypatch: pytest.MonkeyPatch
) -> None:
    await three_days(world, messenger)
    await day(world, messenger, THURSDAY)
    written: list[Planned] = []

    async def note(_: object, planned: Planned) -> bool:
        written.append(planned)
        return True

    for name in ("add", "revive"):
        monkeypatch.setattr(OutboxRecords, name, note)
    await deliver_all(world, messenger, when=at(THURSDAY + DAY, "00:05"))
    assert [each for each in written if each.kind is Kind.OFFER] == []


async def test_an_offer_that_was_not_wanted_comes_up_for_another_day(world: World, messenger: FakeMessenger) -> None:
    await three_days(world, messenger)
    await deliver_all(world, messenger, when=at(THURSDAY, "00:05"))
    await answer(world, ALICE, on=MONDAY + 2 * DAY, when=at(THURSDAY, "16:00"))
    for number in (3, 4, 7):
        await day(world, messenger, MONDAY + number * DAY)
    await deliver_all(world, messenger, when=at(MONDAY + 8 * DAY, "00:05"))
    async with world.open_work() as work:
        listed = await work.outbox.listed([State.PENDING], limit=100)
    (offer,) = (each.planned for each in listed if each.planned.kind is Kind.OFFER and each.planned.student == ALICE)
    assert offer.on == MONDAY + 8 * DAY


async def test_nothing_is_offered_on_a_pause_or_right_after_a_new_pace(world: World, messenger: FakeMessenger) -> None:
    await three_days(world, messenger)
    await deliver_all(world, messenger, when=at(THURSDAY, "00:05"))
    await pause(world, ALICE, THURSDAY + 4 * DAY, at=at(THURSDAY, "12:00"))
    await start(world, BOB, Pace.ONCE_A_WEEK, at=at(THURSDAY, "12:00"))
    await day(world, messenger, THURSDAY)
    assert offers(messenger, ALICE) == offers(messenger, BOB) == []
    assert len(offers(messenger, CAROL)) == 1
