"""Somebody types to the bot: one answer, of which the database keeps no word that was typed."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.domain.outbox import Kind
from bot.domain.people import PersonId
from bot.domain.program import SupportLine
from bot.domain.screening import KnownNames
from bot.domain.typed import Says, TypedAt
from bot.flows.hear_typed import Typed, hear_typed
from bot.flows.ports import World
from bot.flows.sayings import ToTyped
from bot.flows.set_pace import leave
from bot.storage.database import Database
from tests.fakes import FakeMessenger
from tests.stories import ALICE, BOB, DR_KIM, JO, MALLORY, MONDAY, answer, asked, at, deliver, everybody_starts, place

EVENING = at(MONDAY, "18:00")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WORDS = "She held my hand and said nothing."
DISTRESS = "Honestly I want to die."
POINTING = "Her number is 857 555 0123."
POINTING_TOO = "She went home on March 3rd."
MISTREATED = "My attending called me an idiot in front of the whole team."
ROUTES = (SupportLine("Learning environment office", "Report online.", school=True),)


@pytest.fixture(autouse=True)
async def asked_on_monday(world: World, messenger: FakeMessenger) -> None:
    await place(world, [ALICE, BOB])
    await everybody_starts(world, [ALICE])
    await asked(world, messenger)


def typed(person: PersonId = ALICE, *, when: datetime = EVENING, words: str = WORDS) -> Typed:
    return Typed(person, f"D{person}", TypedAt(f"{int(when.timestamp())}.000100"), words)


async def types(
    world: World, person: PersonId = ALICE, *, when: datetime = EVENING, words: str = WORDS, late: timedelta = MINUTE
) -> bool:
    """Somebody types, and Slack tells of it a little later."""
    return await hear_typed(world, typed(person, when=when, words=words), at=when + late)


async def answers(
    world: World, messenger: FakeMessenger, person: PersonId = ALICE, *, when: datetime = EVENING
) -> list[ToTyped]:
    await deliver(world, messenger, when=when + 5 * MINUTE)
    return [saying for saying in messenger.said_to(person) if isinstance(saying, ToTyped)]


async def test_an_answer_that_was_typed_is_offered_its_form(world: World, messenger: FakeMessenger) -> None:
    assert await types(world)
    (offered,) = await answers(world, messenger)
    assert (offered.answer.says, offered.on, offered.answer.place) == (Says.OFFER, MONDAY, typed().place)
    assert offered.support == ()
    (message,) = [message for message, saying in messenger.accepted if isinstance(saying, ToTyped)]
    assert message.planned.kind is Kind.TYPED
    assert message.planned.channel == f"D{ALICE}"


async def test_how_slack_keeps_what_is_typed_is_said_once(world: World, messenger: FakeMessenger) -> None:
    for when in (EVENING, EVENING + 60 * MINUTE, EVENING + 120 * MINUTE):
        assert await types(world, when=when)
        await answers(world, messenger, when=when)
    told = await answers(world, messenger, when=EVENING + 120 * MINUTE)
    assert [each.answer.warns for each in told] == [True, False, False]


async def test_slacks_repetitions_make_one_offer(world: World, messenger: FakeMessenger) -> None:
    heard = [await types(world, late=late) for late in (MINUTE, MINUTE, 6 * MINUTE, 70 * MINUTE)]
    assert heard == [True, False, False, False]
    assert len(await answers(world, messenger)) == 1


async def test_the_same_message_heard_at_once_by_two_processes_makes_one_offer(
    world: World, messenger: FakeMessenger
) -> None:
    heard = await asyncio.gather(*(types(world) for _ in range(4)))
    assert sorted(heard) == [False, False, False, True]


async def test_several_lines_in_a_row_get_one_offer_and_later_ones_another(
    world: World, messenger: FakeMessenger
) -> None:
    heard = [await types(world, when=EVENING + minutes * MINUTE) for minutes in (0, 1, 14, 15, 29)]
    assert heard == [True, False, False, True, False]
    # An offer covers what comes after it, so a line from before of which Slack tells late needs its own.
    assert await types(world, when=EVENING - MINUTE, late=40 * MINUTE)


async def test_once_nothing_is_open_a_word_comes_once_a_day(world: World, messenger: FakeMessenger) -> None:
    await answer(world, ALICE)
    heard = [await types(world, when=EVENING + hours * 60 * MINUTE) for hours in (0, 1, 23, 24)]
    assert heard == [True, False, False, True]
    (told,) = await answers(world, messenger)
    assert (told.answer.says, told.on, told.answer.warns) == (Says.NOTHING_WAITS, None, False)


async def test_a_paused_student_may_still_answer_what_was_asked_before(world: World, messenger: FakeMessenger) -> None:
    async with world.open_work() as work:
        alice = await work.people.student(ALICE)
        assert alice is not None
        await work.people.save(alice.paused(MONDAY + DAY))
        await work.commit()
    assert await types(world)
    (told,) = await answers(world, messenger)
    assert told.answer.says is Says.OFFER


async def test_who_left_and_who_never_started_and_anybody_else_gets_a_word_and_no_form(
    world: World, messenger: FakeMessenger
) -> None:
    world = replace(world, coordinators=frozenset({JO}))
    await leave(world, ALICE, at=EVENING)
    words = dict.fromkeys((ALICE, BOB), Says.NOTHING_WAITS) | dict.fromkeys((DR_KIM, JO, MALLORY), Says.NOBODY_READS)
    for person, word in words.items():
        assert await types(world, person)
        assert not await types(world, person, when=EVENING + MINUTE)
        (told,) = await answers(world, messenger, person)
        assert (told.answer.says, told.on, told.answer.warns, told.support) == (word, None, False, ())


async def test_a_question_that_closed_is_not_offered(world: World, messenger: FakeMessenger) -> None:
    assert await types(world, when=EVENING + 7 * DAY)
    (told,) = await answers(world, messenger, when=EVENING + 7 * DAY)
    assert told.answer.says is Says.NOTHING_WAITS


async def test_explicit_distress_is_always_answered_with_the_support_lines(
    world: World, messenger: FakeMessenger
) -> None:
    for person in (ALICE, MALLORY):
        for minutes in (0, 1):
            assert await types(world, person, when=EVENING + minutes * MINUTE, words=DISTRESS)
        told = await answers(world, messenger, person)
        assert [each.support for each in told] == 2 * [world.program.support_lines]
    assert world.program.support_lines


async def test_a_line_that_points_at_somebody_brings_a_word_on_its_kind_and_the_form_with_it(
    world: World, messenger: FakeMessenger
) -> None:
    for person, says in ((ALICE, Says.OFFER), (BOB, Says.NOTHING_WAITS), (MALLORY, Says.NOBODY_READS)):
        heard = [await types(world, person, words=POINTING, late=late) for late in (MINUTE, 6 * MINUTE, 30 * MINUTE)]
        assert heard == [True, False, False]
        (told,) = await answers(world, messenger, person)
        assert (told.answer.says, told.answer.kinds, told.answer.follows) == (says, ("a phone number",), False)


async def test_lines_that_point_at_somebody_soon_after_an_answer_get_a_word_again_and_again_but_not_at_once(
    world: World, messenger: FakeMessenger
) -> None:
    lines = (WORDS, POINTING, WORDS, POINTING_TOO, WORDS)
    for person in (ALICE, MALLORY):
        heard = [await types(world, person, words=line, when=EVENING + n * MINUTE) for n, line in enumerate(lines)]
        assert heard == [True, True, False, True, False]
        first, second, third = sorted(await answers(world, messenger, person), key=lambda told: told.answer.place.ts)
        assert (first.answer.kinds, first.answer.follows) == ((), False)
        assert (second.answer.kinds, second.answer.follows, second.on) == (("a phone number",), True, None)
        assert (third.answer.kinds, third.answer.follows, third.on) == (("a date",), True, None)
    # The word offered no form, so the next line after the first quarter of an hour gets its own.
    assert await types(world, when=EVENING + 15 * MINUTE)


async def test_after_two_answers_with_support_a_line_that_points_at_somebody_still_gets_a_word(
    world: World, messenger: FakeMessenger
) -> None:
    for person in (ALICE, MALLORY):
        for n, line in enumerate((DISTRESS, DISTRESS, POINTING)):
            for late in (MINUTE, 2 * MINUTE):
                heard = await types(world, person, words=line, when=EVENING + n * timedelta(seconds=20), late=late)
                assert heard is (late == MINUTE)
        told = await answers(world, messenger, person)
        assert sorted(each.answer.kinds for each in told) == [(), (), ("a phone number",)]


async def test_mistreatment_is_always_answered_with_the_reporting_routes(
    world: World, messenger: FakeMessenger
) -> None:
    world = replace(world, program=replace(world.program, reporting_routes=ROUTES))
    for person in (ALICE, MALLORY):
        for minutes in (0, 1):
            assert await types(world, person, when=EVENING + minutes * MINUTE, words=MISTREATED)
        told = await answers(world, messenger, person)
        assert [(each.routes, each.support) for each in told] == 2 * [(ROUTES, ())]


async def test_names_of_the_people_around_that_are_known_are_heard_too(world: World, messenger: FakeMessenger) -> None:
    known = KnownNames(classmates=("Zorp",))
    assert await hear_typed(world, typed(words="we zorp together"), known=known, at=EVENING)
    (told,) = await answers(world, messenger)
    assert told.answer.kinds == ("a name",)


async def test_an_answer_comes_at_night_too(world: World, messenger: FakeMessenger) -> None:
    night = at(MONDAY + DAY, "02:00")
    assert await types(world, when=night)
    assert len(await answers(world, messenger, when=night)) == 1


async def test_an_answer_that_could_not_go_out_within_an_hour_does_not_come_and_keeps_no_later_one_back(
    world: World, messenger: FakeMessenger
) -> None:
    assert await types(world)
    assert await answers(world, messenger, when=EVENING + 62 * MINUTE) == []
    assert await types(world, when=EVENING + MINUTE, late=62 * MINUTE)


async def test_nothing_that_was_typed_is_in_the_database(world: World, database: Database) -> None:
    for hour, words in enumerate((WORDS, DISTRESS, POINTING)):
        assert await types(world, words=words, when=EVENING + hour * 60 * MINUTE)
    in_full = await _outbox_in_full(database)
    assert in_full.count("typed:") == 3
    assert [each for each in (WORDS, DISTRESS, POINTING, "0123", "supports", "phone") if each in in_full] == []


async def _outbox_in_full(database: Database) -> str:
    async with database.connect() as connection:
        return "\n".join(str(row) for row in await connection.execute(text("SELECT * FROM outbox")))
