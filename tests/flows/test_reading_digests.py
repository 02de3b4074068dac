"""What a digest offers to whoever reads it is looked up when it is sent."""

from dataclasses import replace

import pytest

from bot.domain.digest import Digest, ThemeLine, compose, encode
from bot.domain.letters import digest_for
from bot.domain.people import PersonId
from bot.flows.ports import Post, World
from tests.fakes import FakeMessenger
from tests.stories import ALICE, DR_KIM, MONDAY, at, deliver, place

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


@pytest.fixture
def nothing(world: World) -> Digest:
    return compose(None, curriculum=world.curriculum, on=MONDAY)


async def test_a_digest_can_be_answered_where_it_shows_anything_from_students(
    world: World, messenger: FakeMessenger, nothing: Digest
) -> None:
    await place(world)
    (themes,) = await posted(world, messenger, replace(nothing, themes=(ThemeLine("Time pressure", "Most"),)), None)
    (quotes,) = await posted(world, messenger, replace(nothing, quotes=("I sat down.",)), DR_KIM)
    (neither,) = await posted(world, messenger, nothing, DR_LEE)
    assert (themes.answerable, quotes.answerable, neither.answerable) == ("1:2026-11-23", "1:2026-11-23", "")


async def test_only_a_preceptor_who_has_not_confirmed_is_asked_to(
    world: World, messenger: FakeMessenger, nothing: Digest
) -> None:
    await place(world)
    async with world.open_work() as work:
        await work.preceptors.confirm(DR_KIM, at=at(MONDAY, "06:45"))
        await work.preceptors.tell(DR_LEE)
        await work.commit()
    posts = await posted(world, messenger, nothing, None, DR_KIM, DR_LEE, ALICE)
    assert [post.to_confirm for post in posts] == [False, False, True, True]
