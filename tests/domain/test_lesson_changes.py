"""Another lesson on a date: what it teaches, what it repeats, and that the week follows."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum
from bot.domain.curriculum import NO_OVERRIDES, Override, with_changes
from bot.domain.digest import compose
from bot.domain.lesson_changes import WITHOUT_A_REPEAT, LessonWish, repeats_on, wished

PACK = load_curriculum(Path("config"))
MONDAY = date(2026, 11, 23)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FIRST, SECOND = PACK.week_of(MONDAY)

workdays = st.integers(0, 400).map(lambda days: MONDAY + days * DAY).filter(lambda on: on.weekday() < 5)
slugs = st.sampled_from([principle.slug for principle in PACK.principles])


@given(workdays, workdays)
def test_two_days_that_change_places_teach_what_the_other_did_to_the_letter(one: date, other: date) -> None:
    overrides = wished(LessonWish(one, swap_with=other), PACK, NO_OVERRIDES)
    for on, instead in ((one, other), (other, one)):
        lesson, was = PACK.lesson_on(on, overrides), PACK.lesson_on(instead)
        assert (lesson.principle, lesson.reminder, lesson.question) == (was.principle, was.reminder, was.question)


@given(workdays, slugs)
def test_another_principle_changes_its_date_and_no_other(on: date, slug: str) -> None:
    wish = LessonWish(on, next(each.slug for each in PACK.principles if each.slug == slug))
    overrides = wished(wish, PACK, NO_OVERRIDES)
    assert PACK.lesson_on(on, overrides).principle.slug == slug
    assert overrides.keys() == {on}


@given(workdays, workdays)
def test_what_is_said_to_come_again_does_and_nothing_else(on: date, other: date) -> None:
    overrides = wished(LessonWish(on, swap_with=other), PACK, NO_OVERRIDES)
    repeats, lesson = repeats_on(on, PACK, overrides), PACK.lesson_on(on, overrides)
    near = [on + days * DAY for days in range(-97, 98) if days and (on + days * DAY).weekday() < 5]
    same = [day for day in near if PACK.lesson_on(day, overrides).reminder == lesson.reminder]
    assert (repeats.reminder is None) == (not same)
    assert repeats.reminder is None or abs(repeats.reminder - on) == min(abs(day - on) for day in same)


@given(workdays)
def test_as_the_pack_stands_nothing_comes_again_within_fourteen_weeks(on: date) -> None:
    assert not repeats_on(on, PACK, NO_OVERRIDES).any
    assert timedelta(weeks=14) == WITHOUT_A_REPEAT


def test_a_principle_of_the_week_before_is_said_to_come_too_often() -> None:
    before, _ = PACK.week_of(MONDAY - WEEK)
    overrides = wished(LessonWish(MONDAY, before.slug), PACK, NO_OVERRIDES)
    found = repeats_on(MONDAY, PACK, overrides).principle
    assert found is not None
    assert MONDAY - WEEK <= found < MONDAY


def test_the_week_and_its_digest_follow_what_is_taught() -> None:
    other = PACK.principles[0]
    wednesday = {MONDAY + 2 * DAY: Override(other.slug)}
    assert PACK.week_of(MONDAY, wednesday) == (FIRST, other, SECOND)
    whole = {MONDAY + days * DAY: Override(other.slug) for days in range(3)}
    assert PACK.week_of(MONDAY + 6 * DAY, whole) == (other, SECOND)
    digest = compose(None, curriculum=PACK, on=MONDAY, overrides=whole)
    assert [line.title for line in digest.principles] == [other.title, SECOND.title]
    assert digest.act in other.acts
    assert digest.questions[0] in other.questions
    asked = {PACK.lesson_on(MONDAY + days * DAY, whole).question for days in range(5)}
    assert not asked & set(digest.questions)


def test_a_week_of_one_principle_is_filled_up_with_its_own() -> None:
    week = {MONDAY + days * DAY: Override(FIRST.slug) for days in range(5)}
    assert PACK.week_of(MONDAY, week) == (FIRST, SECOND)


def test_a_date_gets_its_own_lesson_again_whatever_the_file_says() -> None:
    file = {MONDAY: Override(SECOND.slug), MONDAY + DAY: Override(SECOND.slug)}
    merged = with_changes(file, {MONDAY: None, MONDAY + 2 * DAY: Override(FIRST.slug)})
    assert merged == {MONDAY + DAY: Override(SECOND.slug), MONDAY + 2 * DAY: Override(FIRST.slug)}
