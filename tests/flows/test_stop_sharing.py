"""Stopping: nothing that no digest has used is shared any more, whatever happens at the same moment."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import NotOnRoster
from bot.domain.people import PersonId
from bot.domain.reply import Reply, Sharing
from bot.flows.answer_prompt import open_form
from bot.flows.ports import UnitOfWork, World
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Post
from bot.flows.share_words import share_words
from bot.flows.stop_sharing import stop_sharing
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    DR_KIM,
    EIGHT,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    answer,
    asked,
    at,
    deliver,
    everybody_starts,
    place,
)

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
STOPPED = at(WEDNESDAY, "20:00")
DIGEST = at(NEXT_MONDAY, "07:00")


async def kept(world: World, student: PersonId = ALICE, on: date = MONDAY) -> Reply:
    async with world.open_work() as work:
        reply = await work.replies.get(student, on)
    assert reply is not None
    return reply


async def usually_shares(world: World) -> bool:
    async with world.open_work() as work:
        student = await work.people.student(ALICE)
    assert student is not None
    return student.usually_shares_themes


async def test_everything_not_yet_released_goes_to_the_journal_and_new_replies_stay_there(
    world: World, messenger: FakeMessenger
) -> None:
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE, BOB])
    for on in (MONDAY, TUESDAY, WEDNESDAY):
        await asked(world, messenger, on=on)
    await answer(world, ALICE, text="My words.", sharing=Sharing.WORDS)
    await answer(world, BOB, text="His words.", sharing=Sharing.WORDS)
    await answer(world, ALICE, on=TUESDAY, text="A long story.")
    version = (await kept(world, on=TUESDAY)).changed_at
    shared = share_words(
        world, "A story.", student=ALICE, on=TUESDAY, version=version, keep_copy=False, at=at(TUESDAY, "19:00")
    )
    assert await shared is None
    his = await kept(world, BOB)

    await stop_sharing(world, ALICE, at=STOPPED)
    words, without_a_copy = await kept(world), await kept(world, on=TUESDAY)
    for reply in (words, without_a_copy):
        assert (reply.sharing, reply.excerpt, reply.changed_at) == (Sharing.JOURNAL, None, STOPPED)
        assert reply.themes == {"time-pressure"}
    assert (words.text, without_a_copy.text) == ("My words.", "A story.")
    assert await kept(world, BOB) == his
    assert (await open_form(world, ALICE, WEDNESDAY, at=STOPPED)).sharing is Sharing.JOURNAL

    await stop_sharing(world, ALICE, at=STOPPED + timedelta(minutes=1))
    assert await kept(world) == words


@pytest.mark.parametrize("stranger", [MALLORY, DR_KIM])
async def test_nobody_else_has_anything_to_stop(world: World, stranger: PersonId) -> None:
    await place(world, [ALICE])
    with pytest.raises(NotOnRoster):
        await stop_sharing(world, stranger, at=STOPPED)


def interrupted(world: World, other: Callable[[], Awaitable[object]], begun: list[asyncio.Task[object]]) -> World:
    """The same world, in which something else begins right before a commit and gets as far as it can."""

    @asynccontextmanager
    async def open_work() -> AsyncIterator[UnitOfWork]:
        async with world.open_work() as work:
            commit = work.commit

            async def let_the_other_begin() -> None:
                begun.append(asyncio.ensure_future(other()))
                await asyncio.sleep(0.1)
                await commit()

            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(work, "commit", let_the_other_begin)
                yield work

    return replace(world, open_work=open_work)


@pytest.mark.parametrize("first", ["stop", "digest"])
async def test_a_digest_released_at_the_same_moment_has_used_a_reply_or_gets_nothing_of_it(
    world: World, messenger: FakeMessenger, first: str
) -> None:
    await place(world)
    await everybody_starts(world)
    await asked(world, messenger)
    for student in EIGHT:
        theme = "trust-took-work" if student in EIGHT[:3] else "time-pressure"
        await answer(world, student, themes=(theme,))
    begun: list[asyncio.Task[object]] = []
    if first == "stop":
        slow = interrupted(world, lambda: publish_digests(world, at=DIGEST), begun)
        await stop_sharing(slow, ALICE, at=DIGEST)
    else:
        slow = interrupted(world, lambda: stop_sharing(world, ALICE, at=DIGEST), begun)
        assert await publish_digests(slow, at=DIGEST) == 1
    await asyncio.gather(*begun)

    await deliver(world, messenger, when=DIGEST)
    (digest,) = [saying.digest for _, saying in messenger.accepted if isinstance(saying, Post)]
    labels = {theme.label for theme in digest.themes}
    assert ((await kept(world)).spent, "Trust took work" in labels) == (first == "digest", first == "digest")
    assert (await kept(world)).sharing is Sharing.JOURNAL
    assert not await usually_shares(world)
