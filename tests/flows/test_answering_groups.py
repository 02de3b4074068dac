"""A preceptor answers the group: who may, once, who gets it, who reads it, and how it goes again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete

from bot.domain.errors import AnswerRefused, AnswerTooLate, NotConfirmedYet
from bot.domain.group_answer import GroupAnswer
from bot.domain.outbox import NOT_WANTED, Kind, State
from bot.domain.people import CohortId, Pace, PersonId, Role
from bot.flows import steps
from bot.flows.answer_group import Answerable, open_answer, send_answer
from bot.flows.apply_roster import apply_roster
from bot.flows.delete_everything import delete_everything
from bot.flows.forget_answers import forget_answers
from bot.flows.open_home.opening import now_shown, open_home, outdated_homes
from bot.flows.open_home.student import StudentHome
from bot.flows.ports import World
from bot.flows.publish_digest import publish_digests
from bot.flows.records.workspace import Shown
from bot.flows.sayings import Remove, Saying, ToGroup
from bot.flows.set_pace import leave, start
from bot.flows.take_break import pause
from bot.storage.database import Database
from bot.storage.tables import placements
from tests.beginnings import remembered
from tests.fakes import FakeMessenger
from tests.stories import (
    ALICE,
    BOB,
    CAROL,
    DEV,
    DR_KIM,
    ESI,
    JO,
    MALLORY,
    MONDAY,
    NEXT_MONDAY,
    at,
    deliver,
    everybody_starts,
    place,
    roster,
)

DR_LEE = PersonId("U0LEE")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WORDS = "I heard you all. Rounds will begin ten minutes later."
NOON = at(NEXT_MONDAY, "12:00")
MEDICINE = CohortId(1)
LAST_DAY = MONDAY + 25 * DAY


@pytest.fixture(autouse=True)
async def begin(world: World) -> None:
    await after_a_digest(world)


@remembered
async def after_a_digest(world: World) -> None:
    """Alice and Carol have started, Bob has and paused, Dev has left, Esi never pressed anything. There was a digest,
    and Dr. Kim has confirmed how it is to be read; Dr. Lee, of the same cohort, has too."""
    await place(world, [ALICE, BOB, CAROL, DEV, ESI])
    await apply_roster(world, roster([], rotation="Medicine B").replace(DR_KIM, DR_LEE), at=at(MONDAY, "06:30"))
    await everybody_starts(world, [ALICE, BOB, CAROL, DEV])
    await pause(world, BOB, NEXT_MONDAY + 3 * DAY, at=at(MONDAY, "12:00"))
    await leave(world, DEV, at=at(MONDAY, "12:00"))
    await publish_digests(world, at=at(NEXT_MONDAY, "07:00"))
    await confirm(world, DR_KIM, DR_LEE)


async def confirm(world: World, *preceptors: PersonId) -> None:
    async with world.open_work() as work:
        for preceptor in preceptors:
            await work.preceptors.confirm(preceptor, at=at(MONDAY, "12:00"))
        await work.commit()


def answer(
    preceptor: PersonId = DR_KIM, text: str = WORDS, *, on: date = NEXT_MONDAY, when: datetime = NOON
) -> GroupAnswer:
    return GroupAnswer(MEDICINE, on, preceptor, text, "Dr. Kim" if preceptor == DR_KIM else "Dr. Lee", when)


async def got(messenger: FakeMessenger, *people: PersonId) -> list[list[Saying]]:
    """What each of some people got of answers."""
    return [[each for each in messenger.said_to(person) if isinstance(each, ToGroup)] for person in people]


async def rows(world: World, *states: State) -> dict[PersonId | None, tuple[State, str]]:
    """Each student's message with the answer, and why it ended."""
    async with world.open_work() as work:
        listed = await work.outbox.listed(states or list(State), limit=100)
    theirs = [each for each in listed if each.planned.kind is Kind.GROUP_ANSWER]
    return {each.planned.student: (each.state, each.reason) for each in theirs}


async def home_of(world: World, person: PersonId, when: datetime = NOON) -> StudentHome:
    home = await open_home(world, person, at=when)
    assert isinstance(home, StudentHome)
    return home


async def refusals(world: World, person: PersonId, *digests: tuple[CohortId, date]) -> int:
    """How many of these digests a person may not answer, in the one sentence that tells nothing."""
    refused = 0
    for cohort, on in digests:
        with pytest.raises(AnswerRefused) as error:
            await open_answer(world, person, cohort, on, at=NOON)
        refused += type(error.value) is AnswerRefused
    return refused


async def test_who_takes_part_gets_the_answer_and_everybody_on_the_roster_reads_it(
    world: World, messenger: FakeMessenger
) -> None:
    found = await open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=NOON)
    assert found == Answerable(MEDICINE, "Medicine", NEXT_MONDAY, (ALICE, BOB, CAROL, DEV, ESI))
    assert await send_answer(world, answer()) == answer()
    await deliver(world, messenger, when=NOON)
    said = ToGroup(NEXT_MONDAY, WORDS, "Dr. Kim")
    assert await got(messenger, ALICE, CAROL) == [[said], [said]]
    await start(world, ESI, Pace.EVERY_DAY, at=NOON)
    await deliver(world, messenger, when=NOON + DAY)
    assert await got(messenger, BOB, DEV, ESI, DR_KIM, DR_LEE, JO, MALLORY) == [[]] * 7
    for person in (ALICE, BOB, CAROL, DEV, ESI):
        assert (await home_of(world, person)).answers == (answer(),)


async def test_a_digest_takes_one_answer_whoever_comes_first(world: World, messenger: FakeMessenger) -> None:
    first = await send_answer(world, answer())
    assert await send_answer(world, answer()) == first
    assert await send_answer(world, answer(text="On another device.", when=NOON + DAY)) == first
    assert await send_answer(world, answer(DR_LEE, "I heard you too.")) == first
    assert await open_answer(world, DR_LEE, MEDICINE, NEXT_MONDAY, at=NOON) == first
    await deliver(world, messenger, when=NOON)
    assert [len(each) for each in await got(messenger, ALICE)] == [1]


async def test_nobody_else_may_answer_or_learns_what_there_is(world: World) -> None:
    """A student, a coordinator, a preceptor of another cohort, and somebody of whom nothing is known."""
    surgery = roster([], rotation="Surgery A").replace("Medicine,", "Surgery,").replace(DR_KIM, MALLORY)
    await apply_roster(world, surgery, at=NOON)
    people = (ALICE, JO, MALLORY, PersonId("U0STRANGER"))
    await confirm(world, *people)
    for person in people:
        assert (
            await refusals(world, person, (MEDICINE, NEXT_MONDAY), (MEDICINE, MONDAY), (CohortId(9), NEXT_MONDAY)) == 3
        )
        with pytest.raises(AnswerRefused):
            await send_answer(world, answer(person))
    assert await rows(world) == {}
    await send_answer(world, answer())
    assert sum([await refusals(world, person, (MEDICINE, NEXT_MONDAY)) for person in people]) == len(people)


async def test_a_digest_that_never_was_takes_no_answer(world: World) -> None:
    never = (NEXT_MONDAY - WEEK, NEXT_MONDAY + DAY, NEXT_MONDAY + WEEK)
    assert await refusals(world, DR_KIM, *((MEDICINE, on) for on in never)) == len(never)
    with pytest.raises(AnswerRefused):
        await send_answer(world, answer(on=never[0]))


async def test_who_has_not_confirmed_is_told_to_do_that_first(world: World) -> None:
    third = PersonId("U0THIRD")
    await apply_roster(world, roster([], rotation="Medicine B").replace(DR_KIM, third), at=NOON)
    with pytest.raises(NotConfirmedYet):
        await open_answer(world, third, MEDICINE, NEXT_MONDAY, at=NOON)
    await send_answer(world, answer())
    with pytest.raises(NotConfirmedYet):
        await open_answer(world, third, MEDICINE, NEXT_MONDAY, at=NOON)


async def test_after_two_weeks_a_digest_takes_no_answer_but_shows_the_one_it_has(world: World) -> None:
    late = at(NEXT_MONDAY + 15 * DAY, "00:01")
    in_time = await open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=late - timedelta(minutes=2))
    assert isinstance(in_time, Answerable)
    for refused in (open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=late), send_answer(world, answer(when=late))):
        with pytest.raises(AnswerTooLate):
            await refused
    await send_answer(world, answer())
    assert await open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=late) == answer()


async def test_a_preceptor_who_was_removed_while_typing_sends_nothing(world: World, database: Database) -> None:
    assert isinstance(await open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=NOON), Answerable)
    async with database.connect() as connection:
        await connection.execute(delete(placements).where(placements.c.person == DR_KIM))
        await connection.commit()
    with pytest.raises(AnswerRefused):
        await send_answer(world, answer())
    assert (await home_of(world, ALICE)).answers == ()


async def test_at_night_it_waits_for_the_morning_when_bobs_pause_ends(world: World, messenger: FakeMessenger) -> None:
    night, morning = at(NEXT_MONDAY + 2 * DAY, "22:30"), at(NEXT_MONDAY + 3 * DAY, "06:00")
    await send_answer(world, answer(when=night))
    await deliver(world, messenger, when=night)
    assert await got(messenger, ALICE, BOB) == [[], []]
    await deliver(world, messenger, when=morning)
    assert [len(each) for each in await got(messenger, ALICE, BOB)] == [1, 1]


async def test_after_two_days_it_is_too_late(world: World, messenger: FakeMessenger) -> None:
    await send_answer(world, answer())
    await deliver(world, messenger, when=NOON + timedelta(days=2, minutes=1))
    assert await got(messenger, ALICE) == [[]]
    assert {state for state, _ in (await rows(world)).values()} == {State.EXPIRED}


async def test_who_paused_left_or_got_lost_meanwhile_gets_nothing(world: World, messenger: FakeMessenger) -> None:
    await start(world, DEV, Pace.EVERY_DAY, at=NOON)
    await send_answer(world, answer())
    await pause(world, ALICE, NEXT_MONDAY + DAY, at=NOON)
    await leave(world, CAROL, at=NOON)
    async with world.open_work() as work:
        assert await steps.lose(world, work, DEV, "user_disabled", at=NOON)
        await work.commit()
    await deliver(world, messenger, when=NOON + timedelta(minutes=1))
    assert messenger.said_to(ALICE) + messenger.said_to(CAROL) + messenger.said_to(DEV) == []
    assert await rows(world) == dict.fromkeys((ALICE, CAROL, DEV), (State.CANCELLED, NOT_WANTED))


async def test_deleting_everything_takes_the_message_away_too(world: World, messenger: FakeMessenger) -> None:
    await send_answer(world, answer())
    await deliver(world, messenger, when=NOON)
    await delete_everything(world, ALICE, at=NOON + DAY)
    assert set(await rows(world)) == {CAROL}
    await deliver(world, messenger, when=NOON + DAY)
    removed = [saying.leftover for _, saying in messenger.accepted if isinstance(saying, Remove)]
    (sent,) = [
        f"{1_700_000_000 + number}.000100"
        for number, (message, saying) in enumerate(messenger.accepted)
        if message.planned.student == ALICE and isinstance(saying, ToGroup)
    ]
    assert sent in {leftover.name for leftover in removed}


async def test_who_deleted_everything_before_gets_nothing(world: World, messenger: FakeMessenger) -> None:
    await delete_everything(world, ALICE, at=NOON)
    found = await open_answer(world, DR_KIM, MEDICINE, NEXT_MONDAY, at=NOON)
    assert isinstance(found, Answerable)
    assert ALICE not in found.roster
    await send_answer(world, answer())
    assert set(await rows(world)) == {CAROL}


async def test_home_shows_the_newest_three_of_four_weeks(world: World) -> None:
    mondays = [NEXT_MONDAY + number * WEEK for number in range(4)]
    for monday in mondays:
        await publish_digests(world, at=at(monday, "07:00"))
        await send_answer(world, answer(text=f"{monday}", on=monday, when=at(monday, "12:00")))
    shown = (await home_of(world, ALICE, at(mondays[3], "13:00"))).answers
    assert [each.on for each in shown] == [mondays[3], mondays[2], mondays[1]]
    later = (await home_of(world, ALICE, at(mondays[2] + 4 * WEEK, "13:00"))).answers
    assert [each.on for each in later] == [mondays[3], mondays[2]]
    assert (await home_of(world, ALICE, at(mondays[3] + 4 * WEEK + DAY, "13:00"))).answers == ()


async def test_home_shows_no_answer_to_a_digest_of_the_next_students(world: World) -> None:
    """The cohort goes on with the next block, and Alice's block is over."""
    next_block = MONDAY + 4 * WEEK
    await apply_roster(world, roster([MALLORY], first=next_block, rotation="Medicine C"), at=NOON)
    digest = LAST_DAY + 17 * DAY
    await publish_digests(world, at=at(digest, "07:00"))
    await send_answer(world, answer(on=digest, when=at(digest, "12:00")))
    assert (await home_of(world, ALICE, at(digest, "13:00"))).answers == ()
    assert await rows(world) == {}


async def test_answers_go_when_the_replies_go(world: World) -> None:
    await send_answer(world, answer())
    await now_shown(world, ALICE, Shown("what it showed", "1.hash"))
    deleted = LAST_DAY + world.program.retention
    assert await forget_answers(world, at=at(deleted, "12:00")) == 0
    assert (await outdated_homes(world)) == ()
    assert await forget_answers(world, at=at(deleted + DAY, "12:00")) == 1
    assert await forget_answers(world, at=at(deleted + DAY, "12:00")) == 0
    assert await outdated_homes(world) == (ALICE,)
    async with world.open_work() as work:
        assert await work.group_answers.of(MEDICINE, NEXT_MONDAY) is None


async def test_in_a_cohort_that_goes_on_answers_go_when_home_has_not_shown_them_for_so_long(world: World) -> None:
    await apply_roster(world, roster([MALLORY], first=MONDAY + 400 * DAY, rotation="Medicine C"), at=NOON)
    await send_answer(world, answer())
    last_shown = NEXT_MONDAY + 4 * WEEK
    assert (await home_of(world, ALICE, at(last_shown, "12:00"))).answers == (answer(),)
    deleted = last_shown + world.program.retention
    assert await forget_answers(world, at=at(deleted, "12:00")) == 0
    assert await forget_answers(world, at=at(deleted + DAY, "12:00")) == 1


async def test_after_the_last_day_no_message_comes_and_home_shows_the_answer(
    world: World, messenger: FakeMessenger
) -> None:
    """Alice was told that nothing more comes. Carol's next block, in the same cohort, has begun."""
    after = LAST_DAY + 3 * DAY
    next_block = roster([CAROL, MALLORY], first=after, rotation="Medicine C")
    await apply_roster(world, next_block, at=NOON)
    await publish_digests(world, at=at(after, "07:00"))
    noon = at(after, "12:00")
    await send_answer(world, answer(on=after, when=noon))
    assert set(await rows(world)) == {CAROL}
    await deliver(world, messenger, when=noon)
    assert [len(each) for each in await got(messenger, ALICE, CAROL)] == [0, 1]
    assert [each.on for each in (await home_of(world, ALICE, noon)).answers] == [after]


async def test_an_answer_of_the_last_evening_comes_to_nobody_the_next_morning(
    world: World, messenger: FakeMessenger
) -> None:
    await publish_digests(world, at=at(LAST_DAY - 4 * DAY, "07:00"))
    monday = LAST_DAY - 4 * DAY
    await send_answer(world, answer(on=monday, when=at(LAST_DAY, "22:30")))
    assert await rows(world) == {}
    await publish_digests(world, at=at(monday - WEEK, "07:00"))
    await send_answer(world, answer(on=monday - WEEK, when=at(LAST_DAY, "12:00")))
    assert set(await rows(world)) == {ALICE, BOB, CAROL}
    await deliver(world, messenger, when=at(LAST_DAY + DAY, "06:30"))
    assert await got(messenger, ALICE, BOB, CAROL) == [[], [], []]
    assert set((await rows(world)).values()) == {(State.CANCELLED, NOT_WANTED)}


async def test_who_is_no_longer_placed_gets_nothing(world: World, messenger: FakeMessenger, database: Database) -> None:
    await send_answer(world, answer())
    async with database.connect() as connection:
        await connection.execute(delete(placements).where(placements.c.person == ALICE))
        await connection.commit()
    await deliver(world, messenger, when=NOON)
    assert [len(each) for each in await got(messenger, ALICE, CAROL)] == [0, 1]
    assert (await rows(world))[ALICE] == (State.CANCELLED, NOT_WANTED)


async def test_an_answer_that_is_gone_says_nothing(world: World, messenger: FakeMessenger) -> None:
    await send_answer(world, answer())
    async with world.open_work() as work:
        await work.group_answers.forget(ended_by=LAST_DAY, dated_by=date.min)
        await work.commit()
    await deliver(world, messenger, when=NOON)
    assert await got(messenger, ALICE) == [[]]
    assert set((await rows(world)).values()) == {(State.FAILED, "incomplete")}


async def test_a_student_who_teaches_too_is_not_written_to_by_themselves(world: World) -> None:
    await apply_roster(world, roster([], rotation="Medicine B"), at=NOON)
    async with world.open_work() as work:
        # From times when forms and files did not refuse it.
        there = await work.people.rotation_named("Medicine B")
        assert there is not None
        await work.set_up.place(there.id, [CAROL], Role.PRECEPTOR, at=NOON)
        await work.commit()
    await confirm(world, CAROL)
    await send_answer(world, replace(answer(), preceptor=CAROL))
    assert set(await rows(world)) == {ALICE}
