"""A student's own settings, and which rotation counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import CohortId, Pace, PersonId, Rotation, RotationId, Standing, Student, rotation_on

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
DAY = timedelta(days=1)
ALICE = Student(PersonId("U0ALICE"), ZoneInfo("America/New_York"))

days = st.dates(date(2026, 11, 1), date(2026, 12, 31))


def rotation(number: int, first: date, last: date) -> Rotation:
    return Rotation(
        id=RotationId(number),
        cohort_id=CohortId(number),
        name=f"Rotation {number}",
        site="General",
        zone=ALICE.zone,
        first_day=first,
        last_day=last,
        reminder_at=time(7),
        question_at=time(17, 30),
    )


rotations = st.lists(
    st.builds(rotation, st.integers(1, 99), days, days), max_size=5, unique_by=lambda placed: placed.id
)


def test_a_placed_student_wants_nothing_yet() -> None:
    assert not ALICE.wants_prompts(MONDAY)
    assert ALICE.usually_shares_themes


def test_a_start_takes_the_chosen_pace_from_that_instant_on() -> None:
    started = ALICE.started(Pace.EVERY_DAY, at=NOON)
    assert (started.standing, started.pace, started.active_since) == (Standing.STARTED, Pace.EVERY_DAY, NOON)
    assert started.wants_prompts(MONDAY)


def test_pressing_start_twice_keeps_the_first_start() -> None:
    started = ALICE.started(Pace.EVERY_DAY, at=NOON)
    assert started.started(Pace.EVERY_DAY, at=NOON + DAY) == started


def test_a_new_pace_begins_anew() -> None:
    started = ALICE.started(Pace.EVERY_DAY, at=NOON)
    later = NOON + DAY
    assert started.started(Pace.ONCE_A_WEEK, at=later) == replace(started, pace=Pace.ONCE_A_WEEK, active_since=later)


def test_who_left_and_comes_back_starts_anew() -> None:
    left = ALICE.started(Pace.EVERY_DAY, at=NOON).left()
    assert not left.wants_prompts(MONDAY)
    assert left.active_since is None
    assert left.started(Pace.EVERY_DAY, at=NOON + DAY).active_since == NOON + DAY


@given(days, days)
def test_a_pause_lasts_until_its_day_and_ends_by_itself(until: date, on: date) -> None:
    paused = ALICE.started(Pace.EVERY_DAY, at=NOON).paused(until)
    assert paused.wants_prompts(on) is (on >= until)


def test_choosing_a_pace_leaves_a_pause_as_it_is() -> None:
    until = MONDAY + 30 * DAY
    paused = ALICE.started(Pace.EVERY_DAY, at=NOON).paused(until)
    assert paused.started(Pace.EVERY_DAY, at=NOON + DAY) == paused
    slower = paused.started(Pace.ONCE_A_WEEK, at=NOON + DAY)
    assert (slower.pace, slower.paused_until) == (Pace.ONCE_A_WEEK, until)


def test_leaving_ends_a_pause_and_so_does_the_first_start() -> None:
    paused = ALICE.started(Pace.EVERY_DAY, at=NOON).paused(MONDAY + 30 * DAY)
    assert paused.left().paused_until is None
    assert ALICE.paused(MONDAY + 30 * DAY).started(Pace.EVERY_DAY, at=NOON).wants_prompts(MONDAY)


def test_a_pause_before_any_start_starts_nothing() -> None:
    assert not ALICE.paused(MONDAY).wants_prompts(MONDAY + DAY)


def test_who_is_lost_wants_nothing_until_found_and_keeps_the_pace() -> None:
    started = replace(ALICE.started(Pace.EVERY_DAY, at=NOON), conversation="D1")
    lost = started.lost("user_disabled")
    assert (lost.unreachable, lost.conversation) == ("user_disabled", None)
    assert not lost.wants_prompts(MONDAY)
    assert lost.found("D1") == started
    assert lost.found().conversation is None
    assert lost.found().wants_prompts(MONDAY)


def test_finding_somebody_who_was_not_lost_changes_nothing() -> None:
    started = replace(ALICE.started(Pace.EVERY_DAY, at=NOON), conversation="D1")
    assert started.found() == started


def test_a_rotation_covers_its_first_and_last_day() -> None:
    placed = rotation(1, MONDAY, MONDAY + 4 * DAY)
    covered = [number for number in range(-2, 8) if placed.covers(MONDAY + number * DAY)]
    assert covered == [0, 1, 2, 3, 4]


def test_of_two_rotations_the_one_that_began_last_counts() -> None:
    older, newer = rotation(2, MONDAY, MONDAY + 20 * DAY), rotation(1, MONDAY + DAY, MONDAY + 5 * DAY)
    assert rotation_on([newer, older], MONDAY) == older
    assert rotation_on([newer, older], MONDAY + DAY) == newer
    assert rotation_on([newer, older], MONDAY + 6 * DAY) == older
    assert rotation_on([newer, older], MONDAY - DAY) is None
    assert rotation_on([], MONDAY) is None


def test_of_two_rotations_that_began_together_one_counts_for_good() -> None:
    one, other = rotation(1, MONDAY, MONDAY + 4 * DAY), rotation(2, MONDAY, MONDAY + 4 * DAY)
    assert rotation_on([one, other], MONDAY) == rotation_on([other, one], MONDAY) == other


@given(rotations, days)
def test_one_rotation_counts_whatever_the_order_they_come_in(placed: list[Rotation], on: date) -> None:
    counts = rotation_on(placed, on)
    assert counts == rotation_on(reversed(placed), on)
    assert (counts is None) == (not any(each.covers(on) for each in placed))
    assert counts is None or counts.covers(on)
