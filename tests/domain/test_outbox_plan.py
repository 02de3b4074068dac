"""What is planned for a student: no day skipped, none doubled, nothing unwanted, nothing out of the hours."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from types import MappingProxyType
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import calendar
from bot.domain.calendar import DAY, Hours, Weekday
from bot.domain.curriculum import Override
from bot.domain.outbox import (
    Kind,
    Planned,
    asks_on,
    deletion_day,
    farewell_for,
    planning_days,
    prompts_for,
    reminded_before,
    still_wanted,
    update_for,
    welcome_for,
)
from bot.domain.people import CohortId, Pace, PersonId, Rotation, RotationId, Standing, Student
from bot.domain.program import Program, SupportLine
from bot.domain.working_time import is_working_day
from tests.examples import examples

NO_OVERRIDES: Mapping[date, Override] = MappingProxyType({})
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
LONG_AGO = datetime(2019, 1, 1, tzinfo=UTC)
WEEKDAYS = frozenset(list(Weekday)[:5])
EVERY_WEEKDAY = frozenset(Weekday)
# Zones whose clocks change at midnight, by half an hour, by two hours, around a holiday, or on a day of their own.
DIFFICULT = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/Nuuk",
    "America/Santiago",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
)

PROGRAM = Program(
    name="Bedside at General",
    reminder_at=time(7),
    question_at=time(17, 30),
    hours=Hours(time(6), time(22)),
    working_days=WEEKDAYS,
    digest_day=Weekday.MON,
    digest_at=time(7),
    smallest_group=5,
    settle=timedelta(hours=12),
    carry_over=timedelta(weeks=4),
    retention=timedelta(days=30),
    question_open=timedelta(days=7),
    support_lines=(SupportLine("988", "Call or text 988"),),
    days_off=frozenset(),
    overrides=NO_OVERRIDES,
)
MEDICINE = Rotation(
    id=RotationId(1),
    cohort_id=CohortId(1),
    name="Medicine A",
    site="General",
    zone=NEW_YORK,
    first_day=MONDAY,
    last_day=MONDAY + 25 * DAY,
    reminder_at=time(7),
    question_at=time(17, 30),
)
SURGERY = replace(MEDICINE, id=RotationId(2), cohort_id=CohortId(2), name="Surgery", first_day=MONDAY + 7 * DAY)
ALICE = Student(PersonId("U0ALICE"), NEW_YORK, standing=Standing.STARTED, pace=Pace.EVERY_DAY, active_since=LONG_AGO)

zones = st.sampled_from([*sorted(available_timezones()), *DIFFICULT * 10]).map(ZoneInfo)
inside_hours = st.times(time(6), time(22))
paces = st.sampled_from(Pace)
working_days = st.frozensets(st.sampled_from(Weekday), min_size=1)


def plan(
    student: Student = ALICE,
    *rotations: Rotation,
    first: date = MONDAY,
    days: int = 7,
    program: Program = PROGRAM,
    at: datetime = LONG_AGO,
) -> list[Planned]:
    placed = rotations or (MEDICINE,)
    return list(prompts_for(student, placed, days=calendar.days_from(first, days), program=program, at=at))


def dates_of(kind: Kind, planned: list[Planned]) -> list[date]:
    return [prompt.on for prompt in planned if prompt.kind is kind and prompt.on is not None]


# ── A whole year, anywhere ───────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=examples(60))
@given(zones, st.dates(date(2020, 1, 1), date(2034, 12, 31)), paces, working_days, inside_hours, inside_hours)
def test_over_a_year_no_day_is_skipped_and_none_doubled(
    zone: ZoneInfo, first: date, pace: Pace, weekdays: frozenset[Weekday], reminder_at: time, question_at: time
) -> None:
    student = replace(ALICE, zone=zone, pace=pace)
    program = replace(PROGRAM, working_days=weekdays)
    # The rotation stays in New York: prompts go by where the student is.
    rotation = replace(
        MEDICINE,
        first_day=first,
        last_day=first + 365 * DAY,
        reminder_at=reminder_at,
        question_at=question_at,
    )
    planned = plan(student, rotation, first=first, days=366, program=program)
    working = [on for on in calendar.days_from(first, 366) if on.weekday() in weekdays]
    assert dates_of(Kind.REMINDER, planned) == working
    assert dates_of(Kind.QUESTION, planned) == [on for on in working if asks_on(pace, on, MEDICINE, program)]
    assert len({prompt.dedupe_key for prompt in planned}) == len(planned)
    _assert_on_their_day_inside_the_hours(planned, zone, over_night=rotation.times.over_night)
    reminded = {prompt.on: prompt for prompt in planned if prompt.kind is Kind.REMINDER}
    for question in (prompt for prompt in planned if prompt.kind is Kind.QUESTION):
        assert reminded[question.on].send_at <= reminded[question.on].too_late_at <= question.send_at
        assert reminded[question.on].send_at < question.send_at


@given(zones, st.integers(0, 300), working_days, inside_hours, inside_hours)
def test_every_reminder_knows_when_the_one_before_it_was_due(
    zone: ZoneInfo, after: int, weekdays: frozenset[Weekday], reminder_at: time, question_at: time
) -> None:
    """So whatever happens at any instant is news in one reminder: not in none, and not in two."""
    student, program = replace(ALICE, zone=zone), replace(PROGRAM, working_days=weekdays)
    first = MONDAY + after * DAY
    then = replace(MEDICINE, first_day=first, last_day=first + 13 * DAY, reminder_at=reminder_at)
    later = replace(SURGERY, first_day=first + 14 * DAY, last_day=first + 27 * DAY, question_at=question_at)
    planned = plan(student, then, later, first=first, days=28, program=program)
    reminders = [prompt for prompt in planned if prompt.kind is Kind.REMINDER]
    for before, reminder in pairwise(reminders):
        assert reminder.on is not None
        assert reminded_before(student, (then, later), reminder.on, program=program) == before.send_at


def test_before_a_first_day_the_reminder_would_have_come_at_the_same_time() -> None:
    before = reminded_before(ALICE, (MEDICINE,), MONDAY, program=PROGRAM)
    assert calendar.local_date(before, NEW_YORK) == MONDAY - 3 * DAY
    with pytest.raises(ValueError, match="outside rotations"):
        reminded_before(ALICE, (), MONDAY, program=PROGRAM)


def _assert_on_their_day_inside_the_hours(planned: list[Planned], zone: ZoneInfo, *, over_night: bool) -> None:
    for prompt in planned:
        assert prompt.on is not None
        a_night_later = over_night and prompt.kind is Kind.QUESTION
        assert calendar.local_date(prompt.send_at, zone) == prompt.on + a_night_later * DAY
        assert PROGRAM.hours.allow(prompt.send_at.astimezone(zone).time())
        assert prompt.too_late_at > prompt.send_at
    for kind in (Kind.REMINDER, Kind.QUESTION):
        instants = [prompt.send_at for prompt in planned if prompt.kind is kind]
        assert instants == sorted(set(instants))


@settings(max_examples=examples(30))
@given(zones, paces, st.integers(0, 400), st.integers(1, 30))
def test_planning_day_by_day_plans_the_same_as_planning_at_once(
    zone: ZoneInfo, pace: Pace, start: int, days: int
) -> None:
    student = replace(ALICE, zone=zone, pace=pace)
    rotation = replace(MEDICINE, zone=zone, last_day=MONDAY + 500 * DAY)
    first = MONDAY + start * DAY
    day_by_day = [
        prompt for number in range(days) for prompt in plan(student, rotation, first=first + number * DAY, days=1)
    ]
    assert day_by_day == plan(student, rotation, first=first, days=days)


@given(zones, st.integers(0, 60 * 24 * 400))
def test_the_days_to_plan_are_two_days_back_today_and_tomorrow_where_the_student_is(
    zone: ZoneInfo, minutes: int
) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    today = calendar.local_date(at, zone)
    assert planning_days(replace(ALICE, zone=zone), at=at) == (today - 2 * DAY, today - DAY, today, today + DAY)


# ── Paces and days ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pace", "weekdays"),
    [(Pace.EVERY_DAY, [0, 1, 2, 3, 4]), (Pace.THREE_A_WEEK, [0, 2, 4]), (Pace.ONCE_A_WEEK, [2])],
)
def test_a_pace_decides_the_weekdays_of_questions_and_not_of_reminders(pace: Pace, weekdays: list[int]) -> None:
    planned = plan(replace(ALICE, pace=pace))
    assert [on.weekday() for on in dates_of(Kind.QUESTION, planned)] == weekdays
    assert [on.weekday() for on in dates_of(Kind.REMINDER, planned)] == [0, 1, 2, 3, 4]


@given(working_days, st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_every_week_has_as_many_questions_as_the_pace_says(weekdays: frozenset[Weekday], first: date) -> None:
    program = replace(PROGRAM, working_days=weekdays)
    week = [on for on in calendar.days_from(first, 7) if is_working_day(on, MEDICINE, program)]
    asked = {pace: sum(asks_on(pace, on, MEDICINE, program) for on in week) for pace in Pace}
    assert asked == {
        Pace.EVERY_DAY: len(weekdays),
        Pace.THREE_A_WEEK: min(3, len(weekdays)),
        Pace.ONCE_A_WEEK: 1,
    }


def test_weekends_and_days_off_are_left_in_peace() -> None:
    thanksgiving = date(2026, 11, 26)
    planned = plan(program=replace(PROGRAM, days_off=frozenset({thanksgiving})), days=14)
    assert thanksgiving not in dates_of(Kind.REMINDER, planned)
    assert {on.weekday() for on in dates_of(Kind.REMINDER, planned)} == {0, 1, 2, 3, 4}


def test_a_rotation_with_nights_on_weekends_gets_them() -> None:
    planned = plan(program=replace(PROGRAM, working_days=EVERY_WEEKDAY))
    assert len(dates_of(Kind.REMINDER, planned)) == 7


def test_nothing_is_planned_before_the_first_day_or_after_the_last() -> None:
    planned = plan(first=MONDAY - 7 * DAY, days=60)
    assert min(dates_of(Kind.REMINDER, planned)) == MEDICINE.first_day
    assert max(dates_of(Kind.REMINDER, planned)) == MEDICINE.last_day


def test_two_rotations_at_once_are_one_reminder_and_one_question_a_day() -> None:
    planned = plan(ALICE, MEDICINE, SURGERY, days=26)
    per_day = Counter((prompt.kind, prompt.on) for prompt in planned)
    assert set(per_day.values()) == {1}
    cohorts = {prompt.on: prompt.cohort_id for prompt in planned if prompt.on is not None}
    assert cohorts[SURGERY.first_day - 3 * DAY] == MEDICINE.cohort_id
    assert cohorts[SURGERY.first_day] == SURGERY.cohort_id


# ── Who gets nothing ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "student",
    [
        Student(PersonId("U0BOB"), NEW_YORK),
        ALICE.left(),
        ALICE.paused(MONDAY + 7 * DAY),
        replace(ALICE, active_since=None),
    ],
    ids=["not started", "left", "paused", "no start on record"],
)
def test_a_student_who_wants_nothing_gets_no_prompt(student: Student) -> None:
    assert plan(student) == []


def test_a_pause_ends_by_itself_on_its_day() -> None:
    planned = plan(ALICE.paused(MONDAY + 2 * DAY))
    assert dates_of(Kind.REMINDER, planned) == [MONDAY + 2 * DAY, MONDAY + 3 * DAY, MONDAY + 4 * DAY]


def test_what_was_due_before_the_start_is_not_planned() -> None:
    noon = calendar.instant(MONDAY, time(12), NEW_YORK)
    planned = plan(replace(ALICE, active_since=noon), days=1, at=noon)
    assert [prompt.kind for prompt in planned] == [Kind.QUESTION]


def test_a_reminder_is_too_late_after_three_hours_and_a_question_when_quiet_hours_begin() -> None:
    reminder, question = plan(days=1)
    assert reminder.too_late_at == calendar.instant(MONDAY, time(10), NEW_YORK)
    assert question.too_late_at == calendar.instant(MONDAY, PROGRAM.hours.latest, NEW_YORK)
    second = timedelta(seconds=1)
    assert plan(days=1, at=reminder.too_late_at) == [reminder, question]
    assert plan(days=1, at=reminder.too_late_at + second) == [question]
    assert plan(days=1, at=question.too_late_at + second) == []


def test_a_question_at_the_very_end_of_the_hours_has_an_hour_to_arrive() -> None:
    late = replace(MEDICINE, question_at=PROGRAM.hours.latest)
    _, question = plan(ALICE, late, days=1)
    assert question.too_late_at == calendar.instant(MONDAY, PROGRAM.hours.latest, NEW_YORK) + timedelta(hours=1)


A_MOMENT = timedelta(seconds=0.3)
A_BUSY_MOMENT = timedelta(seconds=90)


@given(zones, st.integers(0, 200), st.integers(0, 60 * 15), st.integers(1, 60 * 15))
def test_no_prompt_at_a_time_that_may_be_chosen_is_put_off_into_the_quiet_hours(
    zone: ZoneInfo, person: int, early: int, gap: int
) -> None:
    hours, minutes = PROGRAM.hours, 60 * 6 + early
    chosen = [time(*divmod(min(each, 60 * 21 + 50), 60)) for each in (minutes, minutes + gap)]
    assert all(map(hours.offer, chosen))
    rotation = replace(MEDICINE, zone=zone, reminder_at=chosen[0], question_at=chosen[1])
    for prompt in plan(replace(ALICE, id=PersonId(f"U{person}"), zone=zone, pace=Pace.EVERY_DAY), rotation, days=2):
        leaves = prompt.send_at + A_MOMENT
        assert calendar.next_allowed(leaves, zone, hours) == leaves < prompt.too_late_at


@given(st.integers(0, 10_000), st.integers(0, 10))
def test_a_prompt_due_in_the_last_minutes_of_the_hours_still_leaves_in_them(person: int, minute: int) -> None:
    at = time(21, 50 + minute) if minute < 10 else PROGRAM.hours.latest
    for reminder_at, question_at in ((time(7), at), (at, time(7))):
        rotation = replace(MEDICINE, reminder_at=reminder_at, question_at=question_at)
        for prompt in plan(replace(ALICE, id=PersonId(f"U{person}")), rotation, days=1):
            leaves = prompt.send_at + (A_BUSY_MOMENT if minute < 10 else A_MOMENT)
            assert calendar.next_allowed(leaves, NEW_YORK, PROGRAM.hours) == leaves < prompt.too_late_at


def test_prompts_carry_no_text_and_keys_that_say_who_and_when() -> None:
    reminder, question = plan(days=1)
    assert (reminder.dedupe_key, question.dedupe_key) == ("reminder:U0ALICE:2026-11-23", "question:U0ALICE:2026-11-23")
    assert reminder.body is None
    assert question.body is None


# ── Other messages ───────────────────────────────────────────────────────────────────────────────────────────────


@given(zones, st.integers(0, 60 * 24 * 20))
def test_a_welcome_waits_for_the_hours_and_not_longer(zone: ZoneInfo, minutes: int) -> None:
    bob = Student(PersonId("U0BOB"), zone)
    at = datetime(2026, 11, 20, tzinfo=UTC) + timedelta(minutes=minutes)
    welcome = welcome_for(bob, MEDICINE, program=PROGRAM, at=at)
    assert at <= welcome.send_at < at + DAY
    assert PROGRAM.hours.allow(welcome.send_at.astimezone(zone).time())
    assert welcome.too_late_at == calendar.instant(MEDICINE.last_day, time(22), zone)
    assert welcome == replace(welcome_for(bob, SURGERY, program=PROGRAM, at=at), cohort_id=MEDICINE.cohort_id)


def test_a_prompt_is_no_longer_wanted_after_a_pause_or_a_leaving() -> None:
    reminder, question = plan(days=1)
    for prompt in (reminder, question):
        assert still_wanted(prompt, ALICE)
        assert still_wanted(prompt, ALICE.paused(MONDAY))
        assert not still_wanted(prompt, ALICE.paused(MONDAY + DAY))
        assert not still_wanted(prompt, ALICE.left())
        assert not still_wanted(prompt, ALICE.lost("user_disabled"))
        assert not still_wanted(prompt, None)


def test_a_welcome_is_only_wanted_by_somebody_who_neither_started_nor_left() -> None:
    bob = Student(PersonId("U0BOB"), NEW_YORK)
    welcome = welcome_for(bob, MEDICINE, program=PROGRAM, at=LONG_AGO)
    started = bob.started(Pace.EVERY_DAY, at=LONG_AGO)
    assert still_wanted(welcome, bob)
    assert not still_wanted(welcome, started)
    assert not still_wanted(welcome, started.left())
    assert not still_wanted(welcome, bob.left())
    assert not still_wanted(welcome, bob.lost("user_disabled"))
    assert not still_wanted(welcome, None)


@given(zones, st.integers(0, 60 * 24 * 60))
def test_a_farewell_leaves_seven_days_whenever_it_is_planned(zone: ZoneInfo, minutes: int) -> None:
    alice = replace(ALICE, zone=zone)
    at = datetime(2026, 12, 19, tzinfo=UTC) + timedelta(minutes=minutes)
    farewell = farewell_for(alice, MEDICINE.last_day, program=PROGRAM, at=at)
    sent_on = calendar.local_date(farewell.send_at, zone)
    in_time = deletion_day(MEDICINE.last_day, PROGRAM) - 7 * DAY
    assert farewell.on == sent_on + 7 * DAY
    assert sent_on == in_time or in_time < sent_on <= calendar.local_date(at, zone) + DAY
    assert farewell.send_at >= at
    assert PROGRAM.hours.allow(farewell.send_at.astimezone(zone).time())
    assert farewell.too_late_at == calendar.instant(farewell.on, time(), zone) > farewell.send_at
    assert farewell.dedupe_key == "farewell:U0ALICE:2026-12-18"
    assert farewell.body is None


def test_a_farewell_is_wanted_by_everybody_who_did_not_leave() -> None:
    farewell = farewell_for(ALICE, MEDICINE.last_day, program=PROGRAM, at=LONG_AGO)
    assert still_wanted(farewell, ALICE)
    assert still_wanted(farewell, ALICE.paused(MONDAY + 900 * DAY))
    assert not still_wanted(farewell, ALICE.left())
    assert not still_wanted(farewell, None)


def test_an_update_goes_out_at_once_whatever_the_student_wants_by_then() -> None:
    update = update_for(ALICE.id, on=MONDAY, at=LONG_AGO)
    assert update.send_at == LONG_AGO < update.too_late_at
    assert still_wanted(update, ALICE.left())
