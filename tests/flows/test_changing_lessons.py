"""A coordinator changes what a date teaches: reminders and digests follow in every process, and the way back works."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.audit import Change, Deed
from bot.domain.curriculum import Override
from bot.domain.errors import LessonRefused, LessonTooEarly, LessonTooLate, NotACoordinator, NothingChosen, SameDay
from bot.domain.lesson_changes import LessonWish
from bot.domain.outbox import Kind
from bot.domain.people import DayOff
from bot.flows.change_lessons import (
    change_lessons,
    first_to_change,
    list_lessons,
    undo_lesson,
    weigh_lessons,
)
from bot.flows.ports import World
from bot.flows.preview_rotation import preview_rotation, preview_week
from bot.flows.publish_digest import publish_digests
from bot.flows.sayings import Post, Reminder
from bot.flows.steps import renew_program
from tests.databases import OpenDatabase
from tests.fakes import FakeMessenger
from tests.stories import ALICE, EIGHT, JO, MALLORY, MONDAY, NEXT_MONDAY, at, deliver_all, everybody_starts, place

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
NOON = at(MONDAY, "12:00")
FRIDAY = MONDAY + 4 * DAY


@pytest.fixture
def desk(world: World) -> World:
    return replace(world, coordinators=frozenset({JO}))


@pytest.fixture
def elsewhere(another_database: OpenDatabase, desk: World) -> World:
    """Another process with the same files."""
    return replace(desk, open_work=another_database().open_work)


async def change(world: World, wish: LessonWish) -> None:
    """Jo looks at what a wish would change, and changes it."""
    seen = (await weigh_lessons(world, wish, at=NOON)).edition
    assert (await change_lessons(world, JO, wish, seen=seen, at=NOON)).edition == seen


async def test_reminders_and_the_digest_follow_in_another_process(
    desk: World, elsewhere: World, messenger: FakeMessenger
) -> None:
    await place(desk)
    await everybody_starts(desk, [ALICE])
    other = desk.curriculum.principles[0]
    for on in (FRIDAY, NEXT_MONDAY):
        await change(desk, LessonWish(on, other.slug))
    await renew_program(elsewhere)
    await deliver_all(elsewhere, messenger, when=at(FRIDAY, "07:15"))
    await publish_digests(elsewhere, at=at(NEXT_MONDAY, "07:00"))
    await deliver_all(elsewhere, messenger, when=at(NEXT_MONDAY, "07:01"))
    said = [saying for message, saying in messenger.accepted if message.planned.kind in (Kind.REMINDER, Kind.DIGEST)]
    (reminder,) = (each for each in said if isinstance(each, Reminder) and each.lesson.on == FRIDAY)
    (digest,) = (each for each in said if isinstance(each, Post))
    assert reminder.lesson.principle == other
    assert digest.digest.principles[0].title == other.title


async def test_a_change_can_be_undone_also_one_of_the_file(desk: World, elsewhere: World) -> None:
    regular = desk.curriculum.lesson_on(FRIDAY)
    file = {NEXT_MONDAY: Override(desk.curriculum.principles[1].slug)}
    desk = replace(desk, program=replace(desk.program, overrides=file))
    await change(desk, LessonWish(FRIDAY, desk.curriculum.principles[0].slug))
    assert [each.lesson.on for each in (await list_lessons(desk, at=NOON)).changed] == [FRIDAY, NEXT_MONDAY]
    for on in (FRIDAY, NEXT_MONDAY, FRIDAY):
        await undo_lesson(desk, JO, on, at=NOON)
    assert (await list_lessons(desk, at=NOON)).changed == ()
    assert desk.curriculum.lesson_on(FRIDAY, desk.program.overrides) == regular
    async with elsewhere.open_work() as work:
        entries = await work.audit.newest(skip=0, limit=9)
    assert [(each.by, each.deed, each.subject) for each in entries] == [
        (JO, Deed.LESSON_CHANGED, on.isoformat()) for on in (NEXT_MONDAY, FRIDAY, FRIDAY)
    ]
    title = desk.curriculum.principles[0].title
    assert entries[-1].changes == (Change("principle", regular.principle.title, title),)


async def test_two_days_with_one_principle_change_their_texts_and_the_list_of_changes_says_which(desk: World) -> None:
    thursday = FRIDAY - DAY
    before, other = (desk.curriculum.lesson_on(on) for on in (thursday, FRIDAY))
    assert before.principle == other.principle
    await change(desk, LessonWish(thursday, swap_with=FRIDAY))
    async with desk.open_work() as work:
        _, entry = await work.audit.newest(skip=0, limit=9)
    assert entry.subject == thursday.isoformat()
    assert entry.changes == (
        Change("reminder", before.reminder, other.reminder),
        Change("question", before.question, other.question),
    )


async def test_a_day_on_which_nobody_works_is_known(desk: World) -> None:
    await place(desk)
    slug = desk.curriculum.principles[0].slug
    for on, is_taught in ((FRIDAY, True), (FRIDAY + DAY, False), (date(2027, 3, 1), False)):
        (day,) = (await weigh_lessons(desk, LessonWish(on, slug), at=NOON)).days
        assert day.is_taught is is_taught


async def test_of_two_coordinators_at_once_the_second_sees_what_is_there_by_now(desk: World, elsewhere: World) -> None:
    first, second = (LessonWish(FRIDAY, desk.curriculum.principles[number].slug) for number in (0, 1))
    seen = (await weigh_lessons(desk, first, at=NOON)).edition
    one, other = await asyncio.gather(
        change_lessons(desk, JO, first, seen=seen, at=NOON), change_lessons(elsewhere, JO, second, seen=seen, at=NOON)
    )
    assert {one.edition == seen, other.edition == seen} == {True, False}
    async with desk.open_work() as work:
        assert await work.audit.count() == 1


async def test_a_wish_that_is_sent_twice_is_fulfilled_once_and_told_so_twice(desk: World) -> None:
    for wish in (
        LessonWish(FRIDAY, swap_with=NEXT_MONDAY),
        LessonWish(FRIDAY + WEEK, desk.curriculum.principles[0].slug),
    ):
        seen = (await weigh_lessons(desk, wish, at=NOON)).edition
        teaches = []
        for _ in range(2):
            assert (await change_lessons(desk, JO, wish, seen=seen, at=NOON)).fulfills(seen)
            teaches.append(dict(desk.program.overrides))
        assert teaches[0] == teaches[1]
    # Whoever saw something else is told what is there by now.
    assert not (await change_lessons(desk, JO, LessonWish(FRIDAY, swap_with=NEXT_MONDAY), seen="", at=NOON)).fulfills(
        ""
    )


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (LessonWish(FRIDAY), NothingChosen),
        (LessonWish(FRIDAY, swap_with=FRIDAY), SameDay),
        (LessonWish(FRIDAY, swap_with=MONDAY), LessonTooEarly),
        (LessonWish(FRIDAY, swap_with=FRIDAY + 60 * WEEK), LessonTooLate),
    ],
)
async def test_what_can_not_be_is_refused(desk: World, wish: LessonWish, error: type[LessonRefused]) -> None:
    with pytest.raises(error):
        await weigh_lessons(desk, wish, at=NOON)


async def test_what_nobody_was_taught_does_not_come_again(desk: World) -> None:
    """Before the first rotation nothing went out."""
    before, _ = desk.curriculum.week_of(MONDAY - WEEK)
    wish = LessonWish(MONDAY + DAY, before.slug)
    last_week = [(MONDAY - WEEK, True), (MONDAY, False)]
    for first, repeats in reversed(last_week):
        await place(desk, on=first)
        (weighed,) = (await weigh_lessons(desk, wish, at=at(MONDAY - 3 * DAY, "12:00"))).days
        assert (weighed.repeats.principle is not None) == repeats


def test_a_day_that_has_begun_anywhere_stays_as_it_is() -> None:
    at_noon_in_greenwich = at(MONDAY, "07:00")
    assert first_to_change(at_noon_in_greenwich) == date(2026, 11, 25), "in Kiritimati it is Tuesday already"
    assert at_noon_in_greenwich.astimezone(ZoneInfo("Pacific/Kiritimati")).date() == date(2026, 11, 24)


async def test_only_coordinators_change_lessons(desk: World) -> None:
    wish = LessonWish(FRIDAY, desk.curriculum.principles[0].slug)
    for somebody in (ALICE, MALLORY):
        with pytest.raises(NotACoordinator):
            await change_lessons(desk, somebody, wish, seen="", at=NOON)
        with pytest.raises(NotACoordinator):
            await undo_lesson(desk, somebody, FRIDAY, at=NOON)


async def test_a_preview_shows_lessons_days_off_and_digests_in_the_rotations_zone(desk: World) -> None:
    await place(desk, EIGHT)
    await change(desk, LessonWish(FRIDAY, desk.curriculum.principles[0].slug))
    async with desk.open_work() as work:
        rotation = await work.people.rotation_named("Medicine A")
        assert rotation is not None
        thanksgiving = DayOff(MONDAY + 3 * DAY, "Thanksgiving")
        resting = replace(rotation, holidays=(thanksgiving,), zone=ZoneInfo("America/Chicago"))
        await work.set_up.save_rotation(resting, at=NOON)
        await work.commit()
    days = await preview_rotation(desk, "Medicine A", weeks=2, at=NOON)
    assert days is not None
    found = {day.on: day for day in days}
    assert found[thanksgiving.on].day_off == thanksgiving
    assert found[thanksgiving.on].lesson is None
    assert found[FRIDAY].is_changed
    monday = found[NEXT_MONDAY]
    assert monday.digest_at is not None
    assert (monday.digest_at.time(), monday.digest_at.date()) == (time(6), NEXT_MONDAY), "an hour earlier in Chicago"
    assert MONDAY not in {day.on for day in days if day.digest_at}, "the first digest comes a week after the first day"
    assert await preview_rotation(desk, "Medicine B", weeks=2, at=NOON) is None


async def test_a_preview_in_slack_ends_with_the_last_digest(desk: World) -> None:
    await place(desk, EIGHT)
    first = await preview_week(desk, "Medicine A", page=1, at=NOON)
    assert first is not None
    last = await preview_week(desk, first.rotation.id, page=99, at=NOON)
    assert last is not None
    assert (first.page, last.page) == (1, last.pages)
    assert [day.digest_at is not None for day in last.days if day.lesson is None][-1:] == [True]
    assert await preview_week(desk, 99, page=1, at=NOON) is None  # type: ignore[arg-type]
