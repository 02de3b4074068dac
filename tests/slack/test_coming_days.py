"""What the desk says of the coming days."""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.calendar import days_from
from bot.domain.desk import coming_days
from bot.domain.people import Cohort, CohortId, Rotation, RotationId
from bot.slack.views.home.coming import COUNTED_ON_THE_ROSTER, coming
from tests.fakes import NEW_YORK
from tests.slack.drawings import FRIDAY, MONDAY, PACK, PROGRAM, texts

COHORT = Cohort(CohortId(1), "Medicine", "", NEW_YORK, 0, time(7))
WARD = Rotation(RotationId(1), COHORT.id, "Ward", "", NEW_YORK, FRIDAY, date(2026, 12, 18), time(7), time(17, 30))
OVER = replace(WARD, first_day=date(2026, 10, 26), last_day=date(2026, 11, 19))
LATER = replace(WARD, first_day=date(2027, 1, 4), last_day=date(2027, 1, 29))
WEEKEND = "Saturday and Sunday:  nothing goes out, no working days."


def told(*rotations: Rotation, students: int, days: int = 7, today: date = FRIDAY) -> str:
    found = coming_days(
        [rotations] * students,
        {COHORT.id: (COHORT, rotations)},
        days=days_from(today, days),
        program=PROGRAM,
        curriculum=PACK,
    )
    return " ".join(texts([each.to_dict() for each in coming(list(found), today=today, rotations=rotations)]))


def test_days_in_a_row_without_anything_are_one_line() -> None:
    said = told(WARD, students=8)
    assert f"for up to 8 students. {WEEKEND} Monday, November 23: " in said
    assert said.count("nothing goes out") == 1


@pytest.mark.parametrize(
    ("today", "days", "line"),
    [
        (date(2026, 11, 21), 2, "Today and Sunday:  nothing goes out, no working days."),
        (date(2026, 11, 22), 1, "Today, Sunday, November 22:  nothing goes out, no working day."),
    ],
)
def test_a_row_may_begin_today(today: date, days: int, line: str) -> None:
    assert line in told(WARD, students=8, days=days, today=today)


def test_days_on_which_nobody_is_placed_are_one_line() -> None:
    said = told(WARD, students=0, days=3)
    assert "Today to Sunday:  nothing goes out, no student is placed." in said


def test_a_day_that_only_has_a_digest_says_so() -> None:
    """Digests go on for fourteen days after the last rotation."""
    said = told(OVER, students=8)
    assert "Today to Sunday:  nothing goes out, no rotation runs." in said
    assert "Monday, November 23:  only the digest of Medicine at 07:00." in said
    assert "Tuesday to Thursday:  nothing goes out, no rotation runs." in said


def test_a_desk_without_a_rotation_says_once_that_nothing_goes_out() -> None:
    assert told(students=0) == "What goes out Nothing goes out: no rotation runs, and none is planned."


def test_where_no_rotation_runs_yet_the_desk_says_when_the_next_one_begins() -> None:
    said = told(LATER, students=8, today=MONDAY)
    assert said.endswith("Nothing goes out in the coming days. The next rotation begins on Monday, January 4.")
    assert COUNTED_ON_THE_ROSTER not in said
