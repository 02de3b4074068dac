"""After a digest that showed nothing every student of its cohort reads so once, in the next reminder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.people import DayOff, PersonId
from bot.domain.reply import Sharing
from bot.flows.deliver_outbox.digest_news import COMPOSED_WITHIN
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Reminder
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DEV,
    EIGHT,
    ESI,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver_all,
    everybody_starts,
    place,
)

DAY = timedelta(days=1)
FRIDAY, TUESDAY, WEDNESDAY = NEXT_MONDAY - 3 * DAY, NEXT_MONDAY + DAY, NEXT_MONDAY + 2 * DAY


@remembered
async def a_week(world: World, messenger: FakeMessenger, sharing: Sequence[PersonId]) -> None:
    """All eight start, and on Monday some share a theme."""
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in sharing:
        await answer(world, student)


async def told_of_nothing(world: World, messenger: FakeMessenger, on: date) -> set[PersonId]:
    """Who reads in the reminder of a date, which everybody gets, that a digest showed nothing."""
    before = len(messenger.accepted)
    await publish_digests(world, at=at(on, "07:00"))
    await deliver_all(world, messenger, when=at(on, "07:15"))
    new = [(message.planned.student, saying) for message, saying in messenger.accepted[before:]]
    reminded = {student: saying for student, saying in new if isinstance(saying, Reminder) and student}
    assert len(reminded) == 8
    return {student for student, saying in reminded.items() if saying.nothing_shown}


async def test_everybody_reads_it_once_whether_or_not_they_shared_something(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, [ALICE, BOB, ESI])
    await answer(world, CAROL, text="Only for me.", sharing=Sharing.JOURNAL)
    assert await told_of_nothing(world, messenger, FRIDAY) == set()
    # Dev's reply is not settled: no digest could have used it yet.
    await answer(world, DEV, when=at(NEXT_MONDAY, "07:00") - timedelta(hours=11))
    assert await told_of_nothing(world, messenger, NEXT_MONDAY) == set(EIGHT)
    assert await told_of_nothing(world, messenger, TUESDAY) == set()
    assert await told_of_nothing(world, messenger, WEDNESDAY) == set()
    assert await told_of_nothing(world, messenger, NEXT_MONDAY + 7 * DAY) == set(EIGHT)


async def test_it_is_said_too_where_nobody_shared_anything(world: World, messenger: FakeMessenger) -> None:
    await a_week(world, messenger, [])
    assert await told_of_nothing(world, messenger, NEXT_MONDAY) == set(EIGHT)


async def test_after_a_release_nobody_is_told_not_even_who_shared_too_late_for_it(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, EIGHT[:6])
    await answer(world, EIGHT[7], when=at(NEXT_MONDAY, "07:00") - timedelta(hours=11))
    assert await told_of_nothing(world, messenger, NEXT_MONDAY) == set()
    assert await told_of_nothing(world, messenger, TUESDAY) == set()


async def test_where_the_digest_comes_after_the_reminder_the_next_one_says_it(
    world: World, messenger: FakeMessenger
) -> None:
    at_noon = replace(world, program=replace(world.program, digest_at=time(12)))
    await a_week(at_noon, messenger, [ALICE])
    assert await told_of_nothing(at_noon, messenger, NEXT_MONDAY) == set()
    assert await told_of_nothing(at_noon, messenger, TUESDAY) == set(EIGHT)
    assert await told_of_nothing(at_noon, messenger, WEDNESDAY) == set()


async def test_a_reminder_of_the_same_minute_waits_for_the_digest_and_not_for_long(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, [DEV, ESI])
    seven = at(NEXT_MONDAY, "07:00")
    # On this morning these two are the first, six and fifteen seconds after seven.
    await deliver_all(world, messenger, when=seven + timedelta(seconds=16))
    assert [message for message, _ in messenger.accepted if message.planned.on == NEXT_MONDAY] == []
    await deliver_all(world, messenger, when=seven + COMPOSED_WITHIN)
    late = [saying for message, saying in messenger.accepted if message.planned.on == NEXT_MONDAY]
    assert len(late) == 2
    assert not any(isinstance(saying, Reminder) and saying.nothing_shown for saying in late)


async def test_in_a_rotation_that_rested_after_the_digest_the_first_day_back_says_it(
    world: World, messenger: FakeMessenger
) -> None:
    await a_week(world, messenger, [ALICE])
    async with world.open_work() as work:
        (rotation,) = await work.people.rotations_of(ALICE)
        rest = tuple(DayOff(on, "Closed") for on in (NEXT_MONDAY, TUESDAY))
        await work.set_up.save_rotation(replace(rotation, days_off=rest), at=at(FRIDAY, "12:00"))
        await work.people.plan_anew(EIGHT)
        await work.commit()
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    assert await told_of_nothing(world, messenger, WEDNESDAY) == set(EIGHT)
    assert await told_of_nothing(world, messenger, WEDNESDAY + DAY) == set()
