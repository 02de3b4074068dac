"""The meters show where the outbox and its lanes stand."""

from datetime import timedelta

from bot.domain.pace import LaneName, closed, refused
from bot.flows.ports import World
from bot.flows.take_stock import take_stock
from tests.fakes import FakeMessenger
from tests.stories import EIGHT, MONDAY, at, deliver_all, place


def told(world: World, name: str, **labels: str) -> float | None:
    return world.meters.registry.get_sample_value(name, labels)


async def test_messages_are_counted_by_their_state(world: World) -> None:
    await place(world)
    await take_stock(world)
    assert told(world, "bedside_messages", state="pending") == len(EIGHT)
    assert told(world, "bedside_messages", state="unknown") == 0


async def test_what_ended_well_is_not_counted_again_and_again(world: World, messenger: FakeMessenger) -> None:
    """There is ever more of it; what ends is counted when it does."""
    await place(world)
    await deliver_all(world, messenger, when=at(MONDAY, "06:31"))
    await take_stock(world)
    assert told(world, "bedside_messages", state="pending") == 0
    assert told(world, "bedside_messages", state="sent") is None


async def test_a_lane_shows_its_share_and_how_long_it_stays_closed(world: World) -> None:
    async with world.open_work() as work:
        post, now = await work.lanes.lock(LaneName.POST)
        pause = timedelta(seconds=30)
        await work.lanes.save(LaneName.POST, refused(post, pause, slot=now, a_minute=240, now=now))
        history, _ = await work.lanes.lock(LaneName.HISTORY)
        await work.lanes.save(LaneName.HISTORY, closed(history, "invalid_auth", now=now - timedelta(hours=1)))
        await work.commit()
    await take_stock(world)
    assert 0 < (told(world, "bedside_lane_blocked_seconds", lane="chat.postMessage") or 0) <= 30
    assert told(world, "bedside_lane_share", lane="chat.postMessage") == 0.9
    assert told(world, "bedside_lane_blocked_seconds", lane="conversations.history") == 0
    assert told(world, "bedside_lane_share", lane="conversations.history") == 1
    assert told(world, "bedside_lane_share", lane="chat.update") is None
