"""What a digest offers to whoever reads it is looked up when it is sent."""

from dataclasses import replace

import pytest
from sqlalchemy import delete

from bot.domain.digest import Digest, ThemeLine, compose, encode
from bot.domain.letters import digest_for
from bot.domain.outbox import NOT_WANTED, State
from bot.domain.people import PersonId
from bot.flows.apply_roster import apply_roster
from bot.flows.ports import World
from bot.flows.sayings import Post
from bot.storage.database import Database
from bot.storage.tables import placements
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import ALICE, DR_KIM, MONDAY, at, deliver, place, roster

DR_LEE = PersonId("U0LEE")


async def posted(world: World, messenger: FakeMessenger, digest: Digest, *readers: PersonId | None) -> list[Post]:
    """The posts of one digest to its channel (None) and to preceptors, who were placed and may have confirmed."""
    async with world.open_work() as work:
        (cohort,) = await work.people.cohorts()
        letter = digest_for(cohort, on=MONDAY, due=at(MONDAY, "07:00"), body=encode(digest))
        for reader in readers:
            await work.outbox.add(replace(letter, dedupe_key=f"digest:{reader}", student=reader))
        await work.commit()
    await deliver(world, messenger, when=at(MONDAY, "07:00"))
    said = {message.planned.student: saying for message, saying in messenger.accepted if isinstance(saying, Post)}
    return [said[reader] for reader in readers]


@remembered
async def place_two(world: World) -> None:
    """Students with Dr. Kim, and Dr. Lee in the same cohort."""
    await place(world)
    await apply_roster(world, roster([], rotation="Medicine B").replace(DR_KIM, DR_LEE), at=at(MONDAY, "06:30"))


@pytest.fixture
def nothing(world: World) -> Digest:
    return compose(None, curriculum=world.curriculum, on=MONDAY)


async def test_a_digest_can_be_answered_where_it_shows_anything_from_students(
    world: World, messenger: FakeMessenger, nothing: Digest
) -> None:
    await place_two(world)
    async with world.open_work() as work:
        await work.preceptors.confirm(DR_LEE, at=at(MONDAY, "06:30"))
        await work.commit()
    (themes,) = await posted(world, messenger, replace(nothing, themes=(ThemeLine("Time pressure", "Most"),)), None)
    (quotes,) = await posted(world, messenger, replace(nothing, quotes=("I sat down.",)), DR_KIM)
    (neither,) = await posted(world, messenger, nothing, DR_LEE)
    assert (themes.answerable, quotes.answerable, neither.answerable) == ("1:2026-11-23", "1:2026-11-23", "")


async def test_only_a_preceptor_who_has_not_confirmed_is_asked_to(
    world: World, messenger: FakeMessenger, nothing: Digest
) -> None:
    await place_two(world)
    async with world.open_work() as work:
        await work.preceptors.confirm(DR_KIM, at=at(MONDAY, "06:45"))
        await work.preceptors.tell(DR_LEE)
        await work.commit()
    posts = await posted(world, messenger, nothing, None, DR_KIM, DR_LEE)
    assert [post.to_confirm for post in posts] == [False, False, True]


async def test_a_preceptor_who_is_no_longer_placed_gets_no_digest(
    world: World, messenger: FakeMessenger, nothing: Digest, database: Database
) -> None:
    """Nor does anybody who never was."""
    await place_two(world)
    async with database.connect() as connection:
        await connection.execute(delete(placements).where(placements.c.person == DR_LEE))
        await connection.commit()
    await posted(world, messenger, nothing, DR_KIM)
    with pytest.raises(KeyError):
        await posted(world, messenger, nothing, DR_LEE, ALICE)
    async with world.open_work() as work:
        rows = await work.outbox.listed([State.CANCELLED], limit=9)
    assert {row.planned.student: row.reason for row in rows} == {DR_LEE: NOT_WANTED, ALICE: NOT_WANTED}
    said = messenger.said_to(DR_LEE) + messenger.said_to(ALICE)
    assert not any(isinstance(each, Post) for each in said)
