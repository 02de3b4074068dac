"""What a rotation's form may say, and what a change does to what is planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import calendar
from bot.domain.calendar import DAY, Hours, Weekday
from bot.domain.errors import (
    DaysReversed,
    HoursReversed,
    HoursTooWide,
    LastDayGone,
    NameWrong,
    NoWorkingDay,
    PromptOutsideHours,
    PromptsTooClose,
    RotationTooLong,
    SetUpRefused,
)
from bot.domain.outbox import wishes_for
from bot.domain.people import Cohort, CohortId, DayOff, Pace, Rotation
from bot.domain.set_up import (
    Effects,
    Field,
    changes,
    cohort_changes,
    cohort_problems,
    copied_block,
    copied_rotation,
    effects,
    problems_of,
    proposed_cohort,
)
from tests.domain.test_outbox_plan import ALICE, MEDICINE, MONDAY, NEW_YORK, PROGRAM
from tests.domain.test_working_time import rotations
from tests.examples import examples

COHORT = Cohort(CohortId(1), "Medicine", "C0MEDICINE", NEW_YORK, Weekday.MON, time(7))
WEEK = timedelta(weeks=1)


@pytest.mark.parametrize(
    ("changed", "field", "error"),
    [
        ({"name": " "}, Field.NAME, NameWrong),
        ({"name": "x" * 76}, Field.NAME, NameWrong),
        ({"name": "two\nlines"}, Field.NAME, NameWrong),
        ({"working_days": frozenset()}, Field.WORKING_DAYS, NoWorkingDay),
        ({"last_day": MONDAY - DAY}, Field.LAST_DAY, DaysReversed),
        ({"last_day": MONDAY + 400 * DAY}, Field.LAST_DAY, RotationTooLong),
        ({"first_day": MONDAY - WEEK, "last_day": MONDAY - DAY}, Field.LAST_DAY, LastDayGone),
        ({"hours": Hours(time(5), time(18))}, Field.EARLIEST, HoursTooWide),
        ({"hours": Hours(time(7), time(23))}, Field.LATEST, HoursTooWide),
        ({"hours": Hours(time(7), time(7))}, Field.LATEST, HoursReversed),
        ({"hours": Hours(time(8), time(19))}, Field.REMINDER, PromptOutsideHours),
        ({"hours": Hours(time(7), time(17, 30))}, Field.QUESTION, PromptOutsideHours),
        ({"question_at": time(7, 59)}, Field.QUESTION, PromptsTooClose),
    ],
)
def test_what_is_wrong_is_said_of_its_field(changed: dict[str, object], field: str, error: type[SetUpRefused]) -> None:
    wrong = replace(MEDICINE, **changed)  # type: ignore[arg-type]
    found = problems_of(wrong, None, program=PROGRAM, today=MONDAY)
    assert {name: type(each) for name, each in found.items()} == {field: error}


def test_a_rotation_that_is_over_may_be_put_right_and_nights_are_a_day_too() -> None:
    over = replace(MEDICINE, site="Annex")
    assert problems_of(over, MEDICINE, program=PROGRAM, today=MEDICINE.last_day + DAY) == {}
    nights = replace(MEDICINE, reminder_at=time(19), question_at=time(7, 30))
    assert problems_of(nights, None, program=PROGRAM, today=MONDAY) == {}


def test_a_digest_comes_inside_the_hours() -> None:
    assert cohort_problems(COHORT, program=PROGRAM) == {}
    found = cohort_problems(replace(COHORT, name="", digest_at=time(23)), program=PROGRAM)
    assert {name: type(each) for name, each in found.items()} == {
        Field.NAME: NameWrong,
        Field.DIGEST_AT: PromptOutsideHours,
    }
    assert [each.what for each in cohort_changes(COHORT, replace(COHORT, digest_at=time(8)))] == ["Digest"]


@settings(max_examples=examples(40))
@given(rotations(), rotations(), st.integers(0, 60 * 24 * 60))
def test_as_many_messages_move_as_are_planned_otherwise(before: Rotation, after: Rotation, minutes: int) -> None:
    """What is said to a coordinator is what planning does, for a student who gets everything."""
    at = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    student = replace(ALICE, zone=NEW_YORK, pace=Pace.EVERY_DAY, active_since=at)
    days = list(calendar.days_from(min(before.first_day, after.first_day), 250))
    then, now = (
        {
            wish.dedupe_key
            for wish in wishes_for(student, [each], days=days, program=PROGRAM, at=at)
            # Jitter comes on top of when something is due.
            if wish.send_at > at + calendar.LONGEST_JITTER
        }
        for each in (before, after)
    )
    found = effects(before, after, program=PROGRAM, at=at)
    # Around the very instant of the change a prompt may be due or just past.
    assert abs(found.dropped - len(then - now)) <= 2
    assert abs(found.added - len(now - then)) <= 2
    assert effects(before, before, program=PROGRAM, at=at) == Effects()
    assert effects(None, after, program=PROGRAM, at=at).added == effects(after, None, program=PROGRAM, at=at).dropped


def test_numbers_are_counted_for_everybody_on_the_roster() -> None:
    at = calendar.instant(MONDAY, time(6), NEW_YORK)
    later = replace(MEDICINE, question_at=time(18))
    assert effects(MEDICINE, later, program=PROGRAM, at=at).for_students(17) == Effects(moved=20 * 17)
    shorter = replace(MEDICINE, last_day=MEDICINE.last_day - WEEK)
    assert effects(MEDICINE, shorter, program=PROGRAM, at=at) == Effects(dropped=10)


@given(st.integers(1, 70), st.integers(0, 6))
def test_a_copy_is_as_long_and_on_the_same_weekdays_and_begins_when_the_other_is_over(days: int, first: int) -> None:
    begins = MONDAY + first * DAY
    rotation = replace(
        MEDICINE,
        name="x" * 75,
        first_day=begins,
        last_day=begins + (days - 1) * DAY,
        days_off=(DayOff(begins, "Retreat"),),
        calendar="US",
        edition=4,
    )
    copy = copied_rotation(rotation)
    assert copy.first_day > rotation.last_day
    assert copy.first_day - rotation.last_day <= WEEK
    assert copy.first_day.weekday() == begins.weekday()
    assert copy.last_day - copy.first_day == rotation.last_day - rotation.first_day
    assert (copy.days_off, copy.holidays, copy.calendar, copy.edition) == ((), (), "US", 1)
    assert len(copy.name) <= 75


@pytest.mark.parametrize(
    ("sizes", "proposed"), [({1: 20, 2: 8, 3: 3}, 2), ({1: 3, 2: 6, 3: 6}, 2), ({}, None), ({4: 7}, 4)]
)
def test_a_rotation_is_proposed_for_a_cohort_that_is_large_enough(sizes: dict[int, int], proposed: int | None) -> None:
    assert proposed_cohort({CohortId(each): size for each, size in sizes.items()}, needed=7) == proposed


def test_a_name_has_the_day_of_its_own_block_only() -> None:
    names = []
    copy = MEDICINE
    for _ in range(3):
        copy = copied_rotation(copy)
        names.append(copy.name)
    assert names == [f"{MEDICINE.name} Dec 21", f"{MEDICINE.name} Jan 18", f"{MEDICINE.name} Feb 15"]
    assert copied_rotation(replace(MEDICINE, name="Ward Dec 21")).name == "Ward Dec 21 Dec 21"


@given(st.text("ab", min_size=60, max_size=75), st.integers(2, 4))
@settings(max_examples=examples(50))
def test_long_names_of_one_block_stay_apart(name: str, number: int) -> None:
    block = [replace(MEDICINE, name=name[: 75 - len(str(each))] + str(each)) for each in range(number)]
    names = [each.name for each in copied_block(block)]
    assert len(set(names)) == number
    assert all(len(each) <= 75 and each.endswith(" Dec 21") for each in names)
    again = [each.name for each in copied_block(copied_block(block))]
    assert len(set(again)) == number


def test_days_off_are_told_in_rows_and_only_those_of_the_rotation() -> None:
    week = tuple(DayOff(date(2026, 12, 16) + number * timedelta(days=1), "Break") for number in range(5))
    days_off = (*week, DayOff(date(2026, 12, 2), ""))
    ends = replace(MEDICINE, first_day=date(2026, 11, 23), last_day=date(2026, 12, 18), days_off=days_off)
    told = {each.what: each.after for each in changes(None, ends, program=PROGRAM, cohorts={})}
    assert told["Days off"] == "Dec 2, Dec 16 to Dec 18 (Break)"
