"""When a lesson comes: the rule holds on every date, so it is tried on any."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.curriculum import (
    EPOCH,
    NO_OVERRIDES,
    Curriculum,
    Lesson,
    Override,
    Principle,
    PrincipleSlug,
    Theme,
    ThemeSlug,
)

WEEK = timedelta(weeks=1)
CYCLE = timedelta(weeks=7)
CENTURY = st.dates(date(2000, 1, 1), date(2100, 12, 31))
ANY_DATE = st.dates(date.min, date.max)


def pack(*, principles: int = 14, texts: int = 8) -> Curriculum:
    return Curriculum(
        themes=tuple(Theme(ThemeSlug(f"theme-{n}"), f"Theme {n}") for n in range(10)),
        principles=tuple(_principle(f"p{n}", texts) for n in range(principles)),
    )


def _principle(slug: str, texts: int) -> Principle:
    return Principle(
        slug=PrincipleSlug(slug),
        title=slug.upper(),
        source_paragraphs=(1,),
        teaching=f"What {slug} teaches.",
        reminders=tuple(f"{slug} reminder {n}" for n in range(1, texts + 1)),
        questions=tuple(f"{slug} question {n}?" for n in range(1, texts + 1)),
        acts=tuple(f"{slug} act {n}" for n in range(1, 4)),
    )


PACK = pack()


def lessons(curriculum: Curriculum, first: date, days: int) -> list[Lesson]:
    return [curriculum.lesson_on(first + timedelta(days=n)) for n in range(days)]


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def test_weeks_are_counted_from_a_monday() -> None:
    assert EPOCH.weekday() == 0


@pytest.mark.parametrize("on", [date.min, date.max, EPOCH, EPOCH - timedelta(days=1), date(2024, 2, 29)])
def test_the_edges_of_the_calendar_have_lessons_too(on: date) -> None:
    assert PACK.lesson_on(on).on == on
    assert PACK.lesson_on(on).principle in PACK.week_of(on)
    assert PACK.act_for(on)
    assert len(set(PACK.round_questions(on))) == 2


@given(ANY_DATE)
def test_every_date_has_a_lesson_from_its_week_and_its_principle(on: date) -> None:
    lesson = PACK.lesson_on(on)
    first, second = PACK.week_of(on)
    assert lesson.principle == (first if on.weekday() < 3 else second)
    assert first != second
    assert lesson.reminder in lesson.principle.reminders
    assert lesson.question in lesson.principle.questions


@given(CENTURY)
def test_nothing_is_repeated_within_fourteen_weeks(on: date) -> None:
    window = lessons(PACK, on, 98)
    assert len({lesson.reminder for lesson in window}) == 98
    assert len({lesson.question for lesson in window}) == 98


@given(CENTURY)
def test_every_principle_comes_again_after_seven_weeks(on: date) -> None:
    assert set(PACK.week_of(on)) == set(PACK.week_of(on + CYCLE))
    week = monday_of(on)
    assert {lesson.principle for lesson in lessons(PACK, week, 49)} == set(PACK.principles)


@given(CENTURY)
def test_the_two_of_a_pair_get_the_shorter_half_in_turn(on: date) -> None:
    first, second = PACK.week_of(on)
    assert PACK.week_of(on + CYCLE) == (second, first)
    taught = Counter(lesson.principle.slug for lesson in lessons(PACK, on, 98))
    assert set(taught.values()) == {7}


@given(CENTURY)
def test_a_week_has_three_days_of_its_first_principle_and_four_of_its_second(on: date) -> None:
    first, second = PACK.week_of(on)
    taught = [lesson.principle for lesson in lessons(PACK, monday_of(on), 7)]
    assert taught == [first] * 3 + [second] * 4


@given(CENTURY, st.integers(1, 8))
def test_with_fewer_texts_all_others_come_before_one_is_repeated(on: date, texts: int) -> None:
    small = pack(texts=texts)
    principle = small.lesson_on(on).principle
    taught = [lesson for lesson in lessons(small, on, 98) if lesson.principle == principle]
    for begin in range(len(taught) - texts + 1):
        assert len({lesson.reminder for lesson in taught[begin : begin + texts]}) == texts


@given(CENTURY, st.sampled_from(PACK.principles), st.integers(1, 8) | st.none(), st.integers(1, 8) | st.none())
def test_an_override_changes_its_own_date_and_no_other(
    on: date, principle: Principle, reminder: int | None, question: int | None
) -> None:
    overrides = {on: Override(principle.slug, reminder, question)}
    changed = PACK.lesson_on(on, overrides)
    assert changed.principle == principle
    assert changed.reminder in (principle.reminders if reminder is None else [principle.reminders[reminder - 1]])
    assert changed.question in (principle.questions if question is None else [principle.questions[question - 1]])
    for days in (*range(-7, 0), *range(1, 8)):
        other = on + timedelta(days=days)
        assert PACK.lesson_on(other, overrides) == PACK.lesson_on(other)


@given(CENTURY)
def test_an_override_with_only_the_planned_principle_changes_nothing(on: date) -> None:
    planned = PACK.lesson_on(on)
    assert PACK.lesson_on(on, {on: Override(planned.principle.slug)}) == planned


def test_a_lesson_depends_on_nothing_but_its_date() -> None:
    on = date(2026, 11, 23)
    again: Mapping[date, Override] = {on + WEEK: Override(PrincipleSlug("p3"))}
    assert PACK.lesson_on(on) == pack().lesson_on(on) == PACK.lesson_on(on, NO_OVERRIDES) == PACK.lesson_on(on, again)


def test_an_override_that_names_no_principle_is_an_error() -> None:
    on = date(2026, 11, 23)
    with pytest.raises(KeyError, match="gone"):
        PACK.lesson_on(on, {on: Override(PrincipleSlug("gone"))})


@given(CENTURY)
def test_preceptors_get_one_act_and_two_questions_for_the_whole_week(on: date) -> None:
    first, second = PACK.week_of(on)
    asked = PACK.round_questions(on)
    assert PACK.act_for(on) in first.acts
    assert asked[0] in first.questions
    assert asked[1] in second.questions
    assert (PACK.act_for(on), asked) == (PACK.act_for(monday_of(on)), PACK.round_questions(monday_of(on)))


@given(CENTURY)
def test_no_student_is_sent_a_question_that_is_asked_on_rounds_within_six_weeks(on: date) -> None:
    near = lessons(PACK, monday_of(on) - 6 * WEEK, 13 * 7)
    assert not {lesson.question for lesson in near} & set(PACK.round_questions(on))


def test_in_time_every_act_and_every_question_reaches_the_preceptors() -> None:
    weeks = [EPOCH + n * WEEK for n in range(7 * 32)]
    assert {PACK.act_for(week) for week in weeks} == {act for p in PACK.principles for act in p.acts}
    asked = {question for week in weeks for question in PACK.round_questions(week)}
    assert asked == {question for p in PACK.principles for question in p.questions}


@pytest.mark.parametrize("count", [0, 1, 13])
def test_principles_are_taught_in_pairs(count: int) -> None:
    with pytest.raises(ValueError, match="in pairs"):
        pack(principles=count)
