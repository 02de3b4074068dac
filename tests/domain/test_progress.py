"""How far a student has come through the principles."""

from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.configuration.program_files import load_curriculum, load_program
from bot.domain import calendar
from bot.domain.curriculum import NO_OVERRIDES, Override
from bot.domain.people import CohortId, Rotation, RotationId
from bot.domain.progress import FORESIGHT, Stage, days_ahead, steps

CONFIG = Path("config")
PACK = load_curriculum(CONFIG)
PROGRAM = load_program(CONFIG, PACK)
MONDAY = date(2026, 11, 23)
THURSDAY = MONDAY + timedelta(days=3)
DAYS = st.lists(st.dates(date(2026, 9, 1), date(2027, 3, 1)), max_size=40)


def rotation(first: date, last: date) -> Rotation:
    zone = ZoneInfo("America/New_York")
    return Rotation(RotationId(1), CohortId(1), "Ward A", "", zone, first, last, time(7), time(17, 30))


def stages(
    *, answered: list[date] | None = None, met: list[date] | None = None, ahead: list[date] | None = None
) -> dict[str, Stage]:
    found = steps(PACK, NO_OVERRIDES, answered=answered or [], met=met or [], ahead=ahead or [])
    return {step.principle.slug: step.stage for step in found}


@given(answered=DAYS, met=DAYS, ahead=DAYS)
def test_every_principle_stands_there_once_in_the_order_of_the_stages(
    answered: list[date], met: list[date], ahead: list[date]
) -> None:
    found = steps(PACK, NO_OVERRIDES, answered=answered, met=met, ahead=ahead)
    assert {step.principle for step in found} == set(PACK.principles)
    assert len(found) == len(PACK.principles)
    order = [list(Stage).index(step.stage) for step in found]
    assert order == sorted(order)
    assert all((step.coming_on in ahead) == (step.stage is Stage.COMING) for step in found)


def test_an_answer_counts_for_more_than_a_message_and_a_message_for_more_than_a_day_ahead() -> None:
    monday, thursday = (PACK.taught_on(on).slug for on in (MONDAY, THURSDAY))
    found = stages(answered=[MONDAY], met=[MONDAY, THURSDAY], ahead=[MONDAY, THURSDAY])
    assert (found[monday], found[thursday]) == (Stage.ANSWERED, Stage.MET)
    assert set(stages().values()) == {Stage.LATER}


def test_what_is_coming_stands_with_its_first_day_and_in_the_order_in_which_it_comes() -> None:
    weeks = list(calendar.days_from(MONDAY, 14))
    coming = [step for step in steps(PACK, NO_OVERRIDES, answered=(), met=(), ahead=weeks) if step.coming_on]
    assert [step.coming_on for step in coming] == [
        MONDAY,
        THURSDAY,
        MONDAY + timedelta(days=7),
        THURSDAY + timedelta(days=7),
    ]


def test_a_day_with_another_lesson_counts_for_the_principle_that_it_teaches() -> None:
    other = PACK.taught_on(THURSDAY)
    (first, *_) = steps(PACK, {MONDAY: Override(other.slug)}, answered=[MONDAY], met=(), ahead=())
    assert (first.principle, first.stage) == (other, Stage.ANSWERED)


def test_only_working_days_of_a_rotation_lie_ahead() -> None:
    friday, next_tuesday = MONDAY + timedelta(days=4), MONDAY + timedelta(days=8)
    ward = rotation(MONDAY - timedelta(days=7), next_tuesday)
    assert days_ahead([ward], PROGRAM, today=friday) == (friday, MONDAY + timedelta(days=7), next_tuesday)
    assert days_ahead([ward], PROGRAM, today=next_tuesday + timedelta(days=1)) == ()
    assert days_ahead([], PROGRAM, today=friday) == ()


def test_between_two_rotations_nothing_lies_ahead() -> None:
    two = [rotation(MONDAY, MONDAY), rotation(MONDAY + timedelta(days=7), MONDAY + timedelta(days=7))]
    assert days_ahead(two, PROGRAM, today=MONDAY) == (MONDAY, MONDAY + timedelta(days=7))


def test_a_rotation_of_years_is_looked_at_as_far_as_it_teaches_anything_new() -> None:
    ahead = days_ahead([rotation(MONDAY, date.max)], PROGRAM, today=MONDAY)
    assert ahead[-1] <= MONDAY + FORESIGHT
    assert Stage.LATER not in stages(ahead=list(ahead)).values()
