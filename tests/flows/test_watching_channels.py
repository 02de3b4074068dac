"""Who can read a digest's channel, where Slack lets the app look."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.notices import Notice, Obstacle, decode
from bot.domain.outbox import Kind, State, Unreachable
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.forget_people import forget_people
from bot.flows.ports import ChannelReaders, World
from bot.flows.records.coordination import SeenChannel
from bot.flows.sayings import ToCoordinator
from bot.flows.watch_channels import MOST_CHANNELS, look_again, look_at_channels, warn_of_readers
from tests.fakes import FakeDirectory, FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DIGEST_CHANNEL,
    DR_KIM,
    JO,
    MALLORY,
    MONDAY,
    at,
    deliver,
    leave_channel,
    place,
    roster,
)

NOON, HOUR = at(MONDAY, "12:00"), timedelta(hours=1)


@pytest.fixture
async def world(world: World) -> World:
    await apply_roster(world, roster([ALICE]), at=at(MONDAY, "06:30"))
    return replace(world, coordinators=frozenset({JO}))


def slack(*members: PersonId, is_public: bool = False) -> FakeDirectory:
    return FakeDirectory(channels={DIGEST_CHANNEL: ChannelReaders(is_public, frozenset(members))})


async def told(world: World) -> list[Notice]:
    async with world.open_work() as work:
        planned = [each for each in await work.outbox.listed(State, limit=100) if each.planned.kind is Kind.NOTICE]
        assert {each.planned.student for each in planned} <= world.coordinators
        return [decode(await work.delivery.body(each.id) or "") for each in planned]


async def seen(world: World) -> dict[str, SeenChannel]:
    async with world.open_work() as work:
        return await work.channels.unfit()


async def test_a_coordinator_is_told_once_when_students_are_in_the_channel(world: World) -> None:
    directory = slack(DR_KIM, JO, ALICE, BOB, MALLORY)
    assert [await warn_of_readers(world, directory, at=NOON + hour * HOUR) for hour in range(3)] == [1, 0, 0]
    (notice,) = await told(world)
    assert notice == Notice(Obstacle.STUDENTS, "Medicine", channel=DIGEST_CHANNEL, students=1)


async def test_what_was_seen_last_stands_on_the_desk_until_it_is_put_right(world: World) -> None:
    assert await seen(world) == {}
    await warn_of_readers(world, slack(DR_KIM, ALICE), at=NOON)
    assert await seen(world) == {DIGEST_CHANNEL: SeenChannel(DIGEST_CHANNEL, is_public=False, students=1)}
    await warn_of_readers(world, slack(is_public=True), at=NOON + HOUR)
    assert await seen(world) == {DIGEST_CHANNEL: SeenChannel(DIGEST_CHANNEL, is_public=True, students=0)}
    await warn_of_readers(world, FakeDirectory(), at=NOON + 2 * HOUR)
    assert len(await seen(world)) == 1, "where Slack shows nothing, nothing is known to be put right"
    await warn_of_readers(world, slack(DR_KIM, JO), at=NOON + 3 * HOUR)
    assert await seen(world) == {}


AWAY = FakeDirectory(channels={DIGEST_CHANNEL: ChannelReaders(is_public=False, has_bedside=False)})


async def test_a_channel_without_bedside_is_told_at_set_up_and_gone_when_it_is_put_right(world: World) -> None:
    assert await look_at_channels(world, AWAY, at=NOON) == 1
    assert await told(world) == [Notice(Obstacle.NOT_INVITED, "Medicine", channel=DIGEST_CHANNEL)]
    assert await warn_of_readers(world, AWAY, at=NOON) == 0, "the same is said once"
    assert not (await seen(world))[DIGEST_CHANNEL].has_bedside
    assert not await look_again(world, slack(DR_KIM), ALICE, at=NOON), "only a coordinator has Slack asked"
    assert await look_again(world, slack(DR_KIM), JO, at=NOON)
    assert await seen(world) == {}
    assert not await look_again(world, slack(DR_KIM), JO, at=NOON)


async def test_at_set_up_the_channel_of_that_cohort_is_looked_at(world: World) -> None:
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
    await look_at_channels(world, FakeDirectory(), of=cohort.id, at=NOON)
    assert await seen(world) == {}, "where the app may not look, nothing is said"
    await look_at_channels(world, FakeDirectory(answers=0), of=cohort.id, at=NOON)
    await look_at_channels(world, AWAY, of=cohort.id, at=NOON)
    assert [each.has_bedside for each in (await seen(world)).values()] == [False]


async def test_a_notice_that_came_to_nothing_is_due_again_a_day_later(world: World, messenger: FakeMessenger) -> None:
    directory = slack(is_public=True)
    warned = []
    for hours in (0, 1, 23, 24, 25):
        warned.append(await warn_of_readers(world, directory, at=NOON + hours * HOUR))
        messenger.trouble = [Unreachable("user_disabled")] if hours == 0 else []
        await deliver(world, messenger, when=NOON + hours * HOUR)
    assert warned == [1, 0, 0, 1, 0]
    (told,) = messenger.said_to(JO)
    assert isinstance(told, ToCoordinator)
    assert told.notice.obstacle is Obstacle.EVERYBODY


async def test_a_coordinator_named_later_is_told_too(world: World) -> None:
    await warn_of_readers(world, slack(ALICE), at=NOON)
    later = replace(world, coordinators=frozenset({JO, DR_KIM}))
    await warn_of_readers(later, slack(ALICE), at=NOON + HOUR)
    assert len(await told(later)) == 2


async def test_a_public_channel_is_everybodys(world: World) -> None:
    assert await warn_of_readers(world, slack(is_public=True), at=NOON) == 1
    assert [notice.obstacle for notice in await told(world)] == [Obstacle.EVERYBODY]


@pytest.mark.parametrize("directory", [slack(DR_KIM, JO, BOB, MALLORY), FakeDirectory(), FakeDirectory(answers=0)])
async def test_nobody_is_told_of_a_channel_without_students_or_that_slack_does_not_show(
    world: World, directory: FakeDirectory
) -> None:
    assert await warn_of_readers(world, directory, at=NOON) == 0
    assert await told(world) == []


async def test_slack_is_asked_only_where_there_is_a_channel_and_somebody_to_tell(world: World) -> None:
    directory = slack(ALICE)
    await warn_of_readers(replace(world, coordinators=frozenset()), directory, at=NOON)
    await warn_of_readers(world, directory, at=at(MONDAY + timedelta(days=60), "12:00"))
    await leave_channel(world)
    await warn_of_readers(world, directory, at=NOON)
    assert directory.asked == []


async def test_a_student_who_stays_in_the_channel_after_the_last_rotation_is_none_any_more(world: World) -> None:
    """The cohort goes on with others, whom Alice may teach one day."""
    later = roster([BOB], first=MONDAY + timedelta(days=56), rotation="Medicine B")
    await apply_roster(world, later, at=NOON)
    assert await warn_of_readers(world, slack(ALICE), at=at(MONDAY + timedelta(days=56), "12:00")) == 0


async def test_who_had_everything_deleted_changes_no_number_of_students_in_a_channel(world: World) -> None:
    await place(world, [ALICE, BOB])

    async def shown(day: int) -> list[int]:
        await warn_of_readers(world, slack(ALICE, BOB), at=NOON + day * 24 * HOUR)
        return [each.students for each in (await seen(world)).values()]

    assert await shown(0) == [2]
    await delete_everything(world, ALICE, at=NOON)
    assert await shown(0) == [2]
    # Once marks fade, nobody is counted.
    assert await shown(25) == [2]
    await forget_people(world, at=NOON + 28 * 24 * HOUR)
    assert await shown(28) == []


async def test_many_channels_take_turns(world: World) -> None:
    rows = [roster([ALICE]).splitlines()[0]]
    for number in range(MOST_CHANNELS + 5):
        line = roster([]).splitlines()[1].replace(DIGEST_CHANNEL, f"C{number:06}")
        rows.append(line.replace("Medicine,", f"Ward {number},").replace("Medicine A", f"Ward {number}"))
    await apply_roster(world, "\n".join(rows), at=at(MONDAY, "06:30"))
    directory = FakeDirectory()
    await warn_of_readers(world, directory, at=NOON)
    assert len(directory.asked) <= MOST_CHANNELS
    await warn_of_readers(world, directory, at=NOON + HOUR)
    assert len(set(directory.asked)) == len(directory.asked) == MOST_CHANNELS + 6
