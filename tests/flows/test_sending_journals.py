"""A student has everything they wrote sent: once, with nothing of what was shared, and gone again after a day."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.errors import NotOnRoster
from bot.domain.outbox import GiveUp, Kind, Leftover, OutboxMessage, State, Thing
from bot.domain.own_words import OwnWords
from bot.domain.people import PersonId
from bot.domain.reply import Draft, Sharing
from bot.flows.ports import Timing, World
from bot.flows.sayings import Journal, JournalPage, Remove
from bot.flows.send_journal import Asked, send_journal
from bot.flows.set_pace import leave
from bot.flows.settle_unknown import settle_unknown
from bot.flows.share_words import share_words
from bot.flows.take_reply import Saved, take_reply
from tests.fakes import FakeMessenger
from tests.stories import ALICE, BOB, MALLORY, MONDAY, answer, asked, at, deliver, everybody_starts, place

WORDS = "I sat down first. *She* talked."
EVENING, MINUTE, DAY = at(MONDAY, "18:30"), timedelta(minutes=1), timedelta(days=1)
THE_DAYS = [MONDAY + number * DAY for number in (0, 1, 2, 3)]


@pytest.fixture(autouse=True)
async def who_wrote_what(world: World, messenger: FakeMessenger) -> None:
    """Alice wrote something and shared it; Bob ticked a theme."""
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE, BOB])
    await asked(world, messenger)
    await answer(world, ALICE, text=WORDS, sharing=Sharing.WORDS)
    await answer(world, BOB)
    await deliver(world, messenger, when=at(MONDAY, "18:10"))
    messenger.accepted.clear()


async def rows(world: World, *kinds: Kind) -> list[OutboxMessage]:
    async with world.open_work() as work:
        return [each for each in await work.outbox.listed(State, limit=1000) if each.planned.kind in kinds]


def removed(messenger: FakeMessenger) -> list[Leftover]:
    return [said.leftover for _, said in messenger.accepted if isinstance(said, Remove)]


def own_words(world: World, text: str = WORDS) -> OwnWords:
    lesson = world.curriculum.lesson_on(MONDAY, world.program.overrides)
    return OwnWords(MONDAY, lesson.principle.title, lesson.question, text)


async def send_and_deliver(world: World, messenger: FakeMessenger, *, when: datetime = EVENING) -> Asked:
    became = await send_journal(world, ALICE, at=when)
    await deliver(world, messenger, when=when)
    return became


async def test_what_was_written_comes_with_its_question_and_nothing_of_what_was_shared(
    world: World, messenger: FakeMessenger
) -> None:
    assert await send_and_deliver(world, messenger) is Asked.COMING
    assert messenger.said_to(ALICE) == [Journal((own_words(world),))]
    assert messenger.said_to(BOB) == []


async def test_words_without_a_copy_are_in_it_until_a_digest_has_used_them(
    world: World, messenger: FakeMessenger
) -> None:
    tuesday = MONDAY + DAY
    await asked(world, messenger, on=tuesday)
    draft = Draft(frozenset(), "We laughed.", Sharing.WORDS)
    saved = await take_reply(world, draft, student=ALICE, on=tuesday, at=at(tuesday, "18:00"))
    assert isinstance(saved, Saved)
    await share_words(
        world,
        "We laughed.",
        student=ALICE,
        on=tuesday,
        version=saved.version,
        keep_copy=False,
        at=at(tuesday, "18:01"),
    )
    messenger.accepted.clear()
    await send_and_deliver(world, messenger, when=at(tuesday, "19:00"))
    (journal,) = [said for said in messenger.said_to(ALICE) if isinstance(said, Journal)]
    assert [entry.text for entry in journal.entries] == [WORDS, "We laughed."]


async def test_no_word_of_it_waits_in_the_outbox(world: World) -> None:
    await send_journal(world, ALICE, at=EVENING)
    (row,) = await rows(world, Kind.JOURNAL)
    async with world.open_work() as work:
        assert await work.delivery.body(row.id) is None


async def test_of_two_presses_one_is_on_its_way_already(world: World, messenger: FakeMessenger) -> None:
    became = await asyncio.gather(*(send_journal(world, ALICE, at=EVENING + MINUTE * each) for each in range(2)))
    assert set(became) == {Asked.COMING, Asked.COMING_ALREADY}
    await deliver(world, messenger, when=EVENING + MINUTE)
    assert len(messenger.said_to(ALICE)) == 1


async def test_after_a_while_another_one_can_be_asked_for(world: World, messenger: FakeMessenger) -> None:
    await send_and_deliver(world, messenger)
    assert await send_and_deliver(world, messenger, when=EVENING + 9 * MINUTE) is Asked.COMING_ALREADY
    assert await send_and_deliver(world, messenger, when=EVENING + 10 * MINUTE) is Asked.COMING
    assert len(messenger.said_to(ALICE)) == 2


async def test_what_still_waits_is_not_asked_for_twice_however_late_it_is(world: World) -> None:
    assert await send_journal(world, ALICE, at=EVENING) is Asked.COMING
    assert await send_journal(world, ALICE, at=EVENING + timedelta(hours=5)) is Asked.COMING_ALREADY


async def test_without_words_there_is_nothing_to_send(world: World, messenger: FakeMessenger) -> None:
    assert await send_journal(world, BOB, at=EVENING) is Asked.EMPTY
    await deliver(world, messenger, when=EVENING)
    assert messenger.said_to(BOB) == []


async def test_mallory_gets_nothing(world: World, messenger: FakeMessenger) -> None:
    with pytest.raises(NotOnRoster):
        await send_journal(world, MALLORY, at=EVENING)
    assert await rows(world, Kind.JOURNAL) == []


async def test_who_left_still_gets_theirs_and_at_night_too(world: World, messenger: FakeMessenger) -> None:
    await leave(world, ALICE, at=EVENING)
    await send_and_deliver(world, messenger, when=at(MONDAY + DAY, "03:00"))
    assert len(messenger.said_to(ALICE)) == 1


async def test_after_a_day_it_is_removed_and_nothing_of_that_stays(world: World, messenger: FakeMessenger) -> None:
    await send_and_deliver(world, messenger)
    (journal,) = await rows(world, Kind.JOURNAL)
    assert journal.channel is not None
    assert journal.ts is not None
    await deliver(world, messenger, when=EVENING + DAY - MINUTE)
    assert removed(messenger) == []

    assert [each.planned.student for each in await rows(world, Kind.REMOVAL)] == [None]
    await deliver(world, messenger, when=EVENING + DAY + MINUTE)
    assert removed(messenger) == [Leftover(Thing.FILE, journal.channel, journal.ts)]
    assert await rows(world, Kind.REMOVAL) == []


async def test_a_removal_that_nobody_saw_end_is_done_again(world: World, messenger: FakeMessenger) -> None:
    await send_and_deliver(world, messenger)
    await deliver(world, messenger, when=EVENING + DAY - MINUTE)
    messenger.trouble = ["cut"]
    again_at_once = Timing(repeat_after=timedelta())
    for _ in range(2):
        await deliver(world, messenger, when=EVENING + DAY + MINUTE, timing=again_at_once)
    assert len(removed(messenger)) == 2
    assert len(set(removed(messenger))) == 1
    assert await rows(world, Kind.REMOVAL) == []


async def test_a_journal_that_nobody_saw_arrive_is_found_and_removed_in_time_too(
    world: World, messenger: FakeMessenger
) -> None:
    messenger.trouble = ["cut"]
    await send_and_deliver(world, messenger)
    assert [each.state for each in await rows(world, Kind.JOURNAL)] == [State.UNKNOWN]
    assert await send_journal(world, ALICE, at=EVENING + 20 * MINUTE) is Asked.COMING_ALREADY

    await settle_unknown(world, messenger, at=EVENING + MINUTE, timing=Timing(settle_after=timedelta()))
    assert [each.state for each in await rows(world, Kind.JOURNAL)] == [State.SENT]
    assert [each.planned.send_at for each in await rows(world, Kind.REMOVAL)] == [EVENING + MINUTE + DAY]


async def test_where_slack_takes_no_file_it_comes_as_messages_each_word_once(
    world: World, messenger: FakeMessenger
) -> None:
    for on in THE_DAYS[1:]:
        await asked(world, messenger, on=on)
        await answer(world, ALICE, on=on, text="a" * 2900, sharing=Sharing.JOURNAL)
        await deliver(world, messenger, when=at(on, "18:10"))
    messenger.accepted.clear()
    messenger.trouble = [GiveUp("missing_scope")]
    when = at(THE_DAYS[-1], "19:00")
    await send_journal(world, ALICE, at=when)
    for later in range(4):
        await deliver(world, messenger, when=when + later * MINUTE)

    pages = [said for said in messenger.said_to(ALICE) if isinstance(said, JournalPage)]
    assert [entry.on for page in pages for entry in page.entries] == THE_DAYS
    assert len(pages) > 1
    assert [each.state for each in await rows(world, Kind.JOURNAL)] == [State.CANCELLED]
    assert len(await rows(world, Kind.REMOVAL)) == len(pages)

    messenger.accepted.clear()
    await deliver(world, messenger, when=when + DAY + 4 * MINUTE)
    assert {each.thing for each in removed(messenger)} == {Thing.MESSAGE}
    assert len(set(removed(messenger))) == len(pages)


async def test_somebody_elses_journal_is_nobodys_business(world: World, messenger: FakeMessenger) -> None:
    await send_and_deliver(world, messenger)
    assert {message.planned.student for message, _ in messenger.accepted} == {PersonId(ALICE)}
