"""A rotation's own working days, hours, days off and holidays count wherever something is planned."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import calendar
from bot.domain.calendar import DAY, Hours, Weekday
from bot.domain.errors import OutsideHours
from bot.domain.outbox import Kind, Planned, asks_on, reminded_before, welcome_for
from bot.domain.own_pace import Break, in_force, offer_for, paused, with_times
from bot.domain.people import DayOff, Pace, Rotation, Times
from bot.domain.progress import days_ahead
from bot.domain.working_time import day_off_on, hours_of, is_working_day
from tests.domain.test_outbox_plan import (
    ALICE,
    LONG_AGO,
    MEDICINE,
    MONDAY,
    NEW_YORK,
    PROGRAM,
    SURGERY,
    dates_of,
    paces,
    plan,
    working_days,
    zones,
)
from tests.examples import examples

THURSDAY, FRIDAY, SATURDAY = MONDAY + 3 * DAY, MONDAY + 4 * DAY, MONDAY + 5 * DAY
THANKSGIVING = DayOff(THURSDAY, "Thanksgiving Day")
RETREAT = DayOff(FRIDAY, "Retreat")
WEEKEND = frozenset({Weekday.SAT, Weekday.SUN})
NARROW = Hours(time(7), time(18))

offsets = st.lists(st.integers(0, 40), max_size=12)
narrow_hours = st.tuples(st.times(time(6), time(11)), st.times(time(16), time(22))).map(lambda both: Hours(*both))


@st.composite
def rotations(draw: st.DrawFn) -> Rotation:
    """A rotation of forty days around a change of the clocks, with everything of its own."""
    hours = draw(narrow_hours)
    first = date(2026, 10, 12) + draw(st.integers(0, 150)) * DAY
    inside = st.times(hours.earliest, hours.latest)
    return replace(
        MEDICINE,
        first_day=first,
        last_day=first + 40 * DAY,
        reminder_at=draw(inside),
        question_at=draw(inside),
        hours=hours,
        working_days=draw(working_days),
        days_off=tuple(DayOff(first + number * DAY, "Rest") for number in draw(offsets)),
        holidays=tuple(DayOff(first + number * DAY, "Feast") for number in draw(offsets)),
    )


def every_day(rotation: Rotation, days: int = 41) -> list[date]:
    return list(calendar.days_from(rotation.first_day, days))


@settings(max_examples=examples(60))
@given(zones, rotations(), paces)
def test_exactly_the_working_days_of_a_rotation_are_planned_inside_its_hours(
    zone: ZoneInfo, rotation: Rotation, pace: Pace
) -> None:
    student = replace(ALICE, zone=zone, pace=pace)
    planned = plan(student, rotation, first=rotation.first_day - 2 * DAY, days=45)
    rest = {day.on for day in (*rotation.days_off, *rotation.holidays)}
    working = [on for on in every_day(rotation) if on.weekday() in (rotation.working_days or ()) and on not in rest]
    assert dates_of(Kind.REMINDER, planned) == working
    assert dates_of(Kind.QUESTION, planned) == [on for on in working if asks_on(pace, on, rotation, PROGRAM)]
    assert days_ahead([rotation], PROGRAM, today=rotation.first_day) == tuple(working)
    _assert_inside(rotation.hours or PROGRAM.hours, planned, zone)


def _assert_inside(hours: Hours, planned: list[Planned], zone: ZoneInfo) -> None:
    for prompt in planned:
        assert hours.allow(prompt.send_at.astimezone(zone).time())
        assert prompt.send_at <= prompt.too_late_at
        # However late it leaves, it leaves inside the rotation's hours, or in none of the program's.
        ends = calendar.instant(calendar.local_date(prompt.send_at, zone), hours.latest, zone) + calendar.MINUTE
        assert prompt.too_late_at < ends or hours == PROGRAM.hours


@settings(max_examples=examples(40))
@given(zones, rotations(), rotations())
def test_every_reminder_knows_the_one_before_it_also_across_two_rotations(
    zone: ZoneInfo, then: Rotation, later: Rotation
) -> None:
    student = replace(ALICE, zone=zone)
    first = then.last_day + DAY
    later = replace(later, id=SURGERY.id, first_day=first, last_day=first + 20 * DAY, days_off=(), holidays=())
    planned = plan(student, then, later, first=then.first_day, days=62)
    reminders = [prompt for prompt in planned if prompt.kind is Kind.REMINDER]
    for before, reminder in pairwise(reminders):
        assert reminder.on is not None
        assert reminded_before(student, (then, later), reminder.on, program=PROGRAM) == before.send_at


def test_a_rotation_without_days_and_hours_of_its_own_keeps_the_programs() -> None:
    program = replace(PROGRAM, days_off=frozenset({THURSDAY}))
    assert [on for on in every_day(MEDICINE, 7) if is_working_day(on, MEDICINE, program)] == [
        MONDAY,
        MONDAY + DAY,
        MONDAY + 2 * DAY,
        FRIDAY,
    ]
    assert hours_of(MEDICINE, PROGRAM) == hours_of(None, PROGRAM) == PROGRAM.hours


def test_a_day_off_says_what_it_is() -> None:
    rotation = replace(MEDICINE, days_off=(RETREAT,), holidays=(THANKSGIVING,))
    program = replace(PROGRAM, days_off=frozenset({MONDAY, FRIDAY}))
    assert [day_off_on(on, rotation, program) for on in (MONDAY, THURSDAY, FRIDAY, SATURDAY)] == [
        DayOff(MONDAY, ""),
        THANKSGIVING,
        RETREAT,
        None,
    ]


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (NARROW, NARROW),
        (Hours(time(5), time(23)), PROGRAM.hours),
        (Hours(time(5), time(18)), Hours(time(6), time(18))),
        # Its reminder at seven would never leave.
        (Hours(time(8), time(18)), PROGRAM.hours),
        (Hours(time(23), time(23, 30)), PROGRAM.hours),
    ],
)
def test_own_hours_are_kept_inside_the_programs_and_only_where_the_times_fit(own: Hours, kept: Hours) -> None:
    assert hours_of(replace(MEDICINE, hours=own), PROGRAM) == kept


def test_a_weekend_rotation_is_asked_on_its_own_days_at_every_pace() -> None:
    weekend = replace(MEDICINE, working_days=WEEKEND)
    for pace, asked in ((Pace.EVERY_DAY, [5, 6]), (Pace.THREE_A_WEEK, [5, 6]), (Pace.ONCE_A_WEEK, [6])):
        planned = plan(replace(ALICE, pace=pace), weekend)
        assert [on.weekday() for on in dates_of(Kind.QUESTION, planned)] == asked
        assert [on.weekday() for on in dates_of(Kind.REMINDER, planned)] == [5, 6]


def test_a_students_own_times_hold_only_inside_the_hours_of_the_rotation() -> None:
    early = replace(ALICE, reminder_at=time(6, 30), question_at=time(17))
    narrow = replace(MEDICINE, hours=NARROW)
    at = calendar.instant(MONDAY, time(12), NEW_YORK)
    own = in_force(early, [narrow], program=PROGRAM, at=at)
    assert (own.times, own.chosen, own.hours) == (narrow.times, False, NARROW)
    assert in_force(early, [MEDICINE], program=PROGRAM, at=at).times == Times(time(6, 30), time(17))
    with pytest.raises(OutsideHours, match="from 07:00 to 17:50"):
        with_times(ALICE, Times(time(6, 30), time(17)), [narrow], nights=False, program=PROGRAM, at=at)


def test_a_pause_names_the_first_working_day_of_the_rotation_after_it() -> None:
    rotation = replace(MEDICINE, holidays=(THANKSGIVING,), days_off=(RETREAT,))
    at = calendar.instant(MONDAY + DAY, time(12), NEW_YORK)
    resting = paused(ALICE, Break.TOMORROW, [rotation], at=at)
    assert resting.paused_until == THURSDAY
    assert in_force(resting, [rotation], program=PROGRAM, at=at).back_on == MONDAY + 7 * DAY


def test_nothing_is_offered_on_a_day_off_and_the_welcome_keeps_the_hours() -> None:
    rotation = replace(MEDICINE, holidays=(THANKSGIVING,), hours=NARROW)
    at = calendar.instant(THURSDAY, time(8), NEW_YORK)
    assert offer_for(ALICE, [rotation], program=PROGRAM, at=at) is None
    assert offer_for(ALICE, [MEDICINE], program=PROGRAM, at=at) is not None
    late = calendar.instant(MONDAY, time(20), NEW_YORK)
    welcome = welcome_for(ALICE, rotation, program=PROGRAM, at=late)
    assert welcome.send_at == calendar.instant(MONDAY + DAY, time(7), NEW_YORK)


def test_a_long_rest_reaches_back_to_the_last_working_day() -> None:
    rest = tuple(DayOff(on, "Closed") for on in every_day(MEDICINE, 14))
    rotation = replace(MEDICINE, days_off=rest)
    back = MONDAY + timedelta(days=14)
    assert dates_of(Kind.REMINDER, plan(ALICE, rotation, days=21, at=LONG_AGO))[0] == back
    before = reminded_before(ALICE, [rotation], back, program=PROGRAM)
    assert calendar.local_date(before, NEW_YORK) == MONDAY - 3 * DAY
