"""What the operator sees: what comes, what waits, what is stuck, and what the pace will not carry."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.capacity import Overload
from bot.domain.outbox import Kind, Planned, State
from bot.domain.pace import LaneName, closed, refused
from bot.flows.apply_roster import apply_roster
from bot.flows.plan_prompts import plan_prompts
from bot.flows.ports import World
from bot.flows.watch_outbox import OutboxView, look_at_outbox, warn_of_overload, worst_placed_overload
from tests.stories import ALICE, BOB, EIGHT, MONDAY, NEXT_MONDAY, at, everybody_starts, place, roster

EARLY, SEVEN = at(MONDAY, "06:00"), at(MONDAY, "07:00")
THREE_HOURS = timedelta(hours=3)


@pytest.fixture
def slow(world: World) -> World:
    """A world in which two messages leave in an hour, nearly: one a minute for windows of two minutes."""
    return replace(world, program=replace(world.program, messages_a_minute=1))


def reminder(number: int, *, lasts: timedelta = timedelta(minutes=2), kind: Kind = Kind.REMINDER) -> Planned:
    return Planned(kind, f"{kind}:{number}", SEVEN, SEVEN + lasts, student=ALICE, on=MONDAY)


async def planned(world: World, *some: Planned) -> None:
    async with world.open_work() as work:
        for each in some:
            await work.outbox.add(each)
        await work.commit()


async def look(world: World) -> OutboxView:
    return await look_at_outbox(world, at=EARLY, most=10)


async def test_an_empty_outbox_needs_nobody(world: World) -> None:
    view = await look(world)
    assert not view.needs_a_person
    assert (view.coming, view.overdue, view.lanes, view.overloads, view.troubled) == ((), (), (), (), ())


async def test_the_coming_day_is_counted_by_kind_and_what_waits_apart(world: World) -> None:
    await place(world, EIGHT)
    await everybody_starts(world, [ALICE, BOB])
    await plan_prompts(world, at=at(MONDAY, "06:31"))
    view = await look_at_outbox(world, at=at(MONDAY, "12:00"), most=10)
    assert [(each.kind, each.number) for each in view.coming] == [(Kind.QUESTION, 2), (Kind.REMINDER, 2)]
    # All eight welcomes are still to be sent.
    assert [(each.kind, each.number) for each in view.overdue] == [(Kind.WELCOME, 8)]
    assert at(MONDAY, "17:30") <= view.coming[0].first_at <= at(MONDAY, "17:40")


async def test_what_expired_lately_is_counted_and_is_no_trouble(world: World) -> None:
    await planned(world, reminder(1), reminder(2), reminder(3, kind=Kind.QUESTION))
    async with world.open_work() as work:
        for message in await work.delivery.claim(at=SEVEN, limit=10, lease=timedelta(hours=1)):
            await work.delivery.settle(message.id, State.EXPIRED, reason="too_late")
        await work.commit()
    view = await look(world)
    assert view.expired == {Kind.REMINDER: 2, Kind.QUESTION: 1}
    assert not view.needs_a_person


async def test_a_lane_at_its_full_pace_is_not_worth_a_word(world: World) -> None:
    async with world.open_work() as work:
        await work.lanes.lock(LaneName.POST)
        await work.commit()
    assert (await look(world)).lanes == ()


async def test_a_slowed_lane_needs_nobody(world: World) -> None:
    async with world.open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        slowed = refused(lane, timedelta(minutes=5), slot=now, a_minute=240, now=now)
        await work.lanes.save(LaneName.POST, slowed)
        await work.commit()
    view = await look(world)
    (lane_now,) = view.lanes
    assert lane_now.name is LaneName.POST
    assert lane_now.share == pytest.approx(0.9)
    assert timedelta(0) < lane_now.pause <= timedelta(minutes=5)
    assert not view.needs_a_person


@pytest.mark.parametrize(("trouble", "needs_a_person"), [("invalid_auth", True), ("no_answer", False)])
async def test_a_closed_lane_needs_a_person_unless_slack_is_only_silent(
    world: World, trouble: str, needs_a_person: bool
) -> None:
    async with world.open_work() as work:
        lane, now = await work.lanes.lock(LaneName.POST)
        await work.lanes.save(LaneName.POST, closed(lane, trouble, now=now))
        await work.commit()
    view = await look(world)
    assert [each.trouble for each in view.lanes] == [trouble]
    assert view.needs_a_person is needs_a_person


async def test_what_the_pace_cannot_carry_needs_a_person_beforehand(slow: World) -> None:
    await planned(slow, *(reminder(number) for number in range(5)))
    view = await look(slow)
    assert view.overloads == (Overload(Kind.REMINDER, SEVEN, due=5, carried=2),)
    assert view.needs_a_person


async def test_done_for_today_has_a_lane_of_its_own(slow: World) -> None:
    await planned(slow, *(reminder(number, kind=Kind.UPDATE) for number in range(5)))
    assert (await look(slow)).overloads == ()


async def test_a_pace_that_is_too_low_is_said_loudly_with_its_numbers(
    slow: World, caplog: pytest.LogCaptureFixture
) -> None:
    await planned(slow, *(reminder(number) for number in range(5)))
    with caplog.at_level(logging.INFO, logger="bedside"):
        assert await warn_of_overload(slow, at=EARLY) == 3
    (line,) = caplog.records
    assert (line.levelname, line.msg) == ("WARNING", "pace_too_low")
    assert vars(line)["told"] == {
        "kind": "reminder",
        "first_at": SEVEN.isoformat(),
        "due": 5,
        "in_time": 2,
        "a_minute": 1,
    }
    assert slow.meters.registry.get_sample_value("bedside_foreseen_too_late", {"kind": "reminder"}) == 3


async def test_once_the_pace_suffices_there_is_nothing_to_say(
    slow: World, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await planned(slow, *(reminder(number) for number in range(5)))
    await warn_of_overload(slow, at=EARLY)
    caplog.clear()
    raised = replace(slow, program=world.program)
    assert await warn_of_overload(raised, at=EARLY) == 0
    assert caplog.records == []
    assert slow.meters.registry.get_sample_value("bedside_foreseen_too_late", {"kind": "reminder"}) == 0


# From the rosters


async def test_a_roster_that_the_pace_carries_is_no_trouble(world: World) -> None:
    await place(world, EIGHT)
    assert await worst_placed_overload(world, at=EARLY) is None


async def test_a_roster_too_large_for_the_pace_is_known_weeks_before_anybody_starts(slow: World) -> None:
    students = [f"U{number:05}" for number in range(250)]
    await apply_roster(slow, roster(students, first=NEXT_MONDAY), at=EARLY)
    worst = await worst_placed_overload(slow, at=EARLY)
    # Three hours at one a minute; the questions have until nine in the evening.
    assert worst == Overload(Kind.REMINDER, at(NEXT_MONDAY, "07:00"), due=250, carried=180)


async def test_what_is_over_is_not_looked_at(slow: World) -> None:
    students = [f"U{number:05}" for number in range(250)]
    await apply_roster(slow, roster(students, weeks=1), at=EARLY)
    assert await worst_placed_overload(slow, at=at(NEXT_MONDAY, "12:00")) is None
    friday = at(MONDAY.replace(day=27), "08:00")
    worst = await worst_placed_overload(slow, at=friday)
    assert worst is not None
    assert worst.kind is Kind.QUESTION
