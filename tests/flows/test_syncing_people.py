"""All members of the workspace are looked through, page after page: who left pauses, who is back goes on."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import AppShutOut
from bot.flows.ports import Members, World
from bot.flows.reach_people import lose
from bot.flows.sync_people import BETWEEN_ROUNDS, PeopleSync
from tests.beginnings import remembered
from tests.fakes import NEW_YORK, FakeDirectory
from tests.flows.test_reaching import settings_of
from tests.stories import ALICE, BOB, CAROL, DR_KIM, JO, MALLORY, MONDAY, at, everybody_starts, place

NOON = at(MONDAY, "12:00")
MINUTE = timedelta(minutes=1)
FIVE = (ALICE, BOB, CAROL, DR_KIM, MALLORY)


@remembered
async def given_three(world: World) -> None:
    await place(world, (ALICE, BOB, CAROL))
    await everybody_starts(world, (ALICE, BOB, CAROL))


async def whole_round(world: World, directory: FakeDirectory) -> int:
    """A round from its beginning; of how many it was news."""
    sync = PeopleSync(world, directory)
    return sum([await sync.next_page(at=NOON + page * MINUTE) for page in range(3)])


async def test_who_left_pauses_and_who_is_back_goes_on(world: World) -> None:
    await given_three(world)
    directory = FakeDirectory(listed=FIVE, unreachable=[BOB, DR_KIM])
    assert await whole_round(world, directory) == 2
    assert (await settings_of(world, BOB)).unreachable == "user_disabled"
    assert await world.glances.lost_preceptor(DR_KIM) == "user_disabled"
    assert (await settings_of(world, ALICE)).unreachable is None
    assert await whole_round(world, directory) == 0, "the same list twice changes nothing"

    directory.unreachable.clear()
    assert await whole_round(world, directory) == 2
    found = await settings_of(world, BOB)
    assert (found.unreachable, found.conversation) == (None, f"D{BOB}")
    assert await world.glances.lost_preceptor(DR_KIM) == ""


async def test_zones_follow(world: World) -> None:
    await given_three(world)
    directory = FakeDirectory(listed=FIVE)
    directory.zones[CAROL] = ZoneInfo("America/Denver")
    assert await whole_round(world, directory) == 1
    assert (await settings_of(world, CAROL)).zone == ZoneInfo("America/Denver")
    assert (await settings_of(world, ALICE)).zone == NEW_YORK


async def test_an_open_account_is_no_open_conversation(world: World) -> None:
    await given_three(world)
    await lose(world, ALICE, "channel_not_found", at=NOON)
    assert await whole_round(world, FakeDirectory(listed=FIVE, closed=[ALICE])) == 0
    assert (await settings_of(world, ALICE)).unreachable == "channel_not_found"


async def test_slack_is_asked_for_a_page_at_a_time_and_after_a_round_for_a_while_not_at_all(world: World) -> None:
    directory = FakeDirectory(listed=FIVE)
    sync = PeopleSync(world, directory)
    for minute in range(10):
        await sync.next_page(at=NOON + minute * MINUTE)
    pages = [f"members since {since}" for since in (None, CAROL, MALLORY)]
    assert directory.asked == pages
    await sync.next_page(at=NOON + 2 * MINUTE + BETWEEN_ROUNDS)
    assert directory.asked == [*pages, pages[0]]


async def test_a_clock_that_jumps_back_stops_no_round(world: World) -> None:
    directory = FakeDirectory(listed=[JO])
    sync = PeopleSync(world, directory)
    await sync.next_page(at=NOON)
    await sync.next_page(at=NOON - timedelta(days=300))
    assert len(directory.asked) == 2


async def test_where_slack_does_not_answer_the_same_page_comes_next(world: World) -> None:
    await given_three(world)
    directory = FakeDirectory(listed=FIVE, answers=1, unreachable=[CAROL])
    sync = PeopleSync(world, directory)
    assert [await sync.next_page(at=NOON + minute * MINUTE) for minute in range(2)] == [0, 0]
    directory.answers = 1
    assert await sync.next_page(at=NOON + 2 * MINUTE) == 1


async def test_a_beginning_that_slack_has_forgotten_ends_the_round(world: World) -> None:
    directory = FakeDirectory(listed=FIVE)
    sync = PeopleSync(world, directory)
    await sync.next_page(at=NOON)
    directory.listed.clear()
    await sync.next_page(at=NOON + MINUTE)
    await sync.next_page(at=NOON + 2 * MINUTE)
    assert directory.asked == ["members since None", f"members since {CAROL}"]


async def test_an_app_that_slack_shuts_out_is_a_failure_of_the_beat(world: World) -> None:
    class Closed(FakeDirectory):
        async def members(self, since: str | None) -> Members:
            raise AppShutOut(code=f"missing_scope {since}")

    with pytest.raises(AppShutOut):
        await PeopleSync(world, Closed()).next_page(at=NOON)
