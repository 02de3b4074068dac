"""What a student may choose: whatever is chosen whenever, nothing comes twice, nothing at night, and no question comes
before its reminder."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import calendar
from bot.domain.calendar import DAY
from bot.domain.errors import (
    NothingIsSent,
    OutsideHours,
    PauseTooLong,
    PauseTooShort,
    QuestionTooEarly,
    QuestionTooLate,
    RotationOver,
    SettingRefused,
    TakenOff,
)
from bot.domain.outbox import (
    Kind,
    Planned,
    State,
    changes_of_plan,
    planned_until,
    planning_days,
    prompts_for,
    still_wanted,
    wishes_for,
)
from bot.domain.own_pace import (
    Break,
    end_of,
    going_on,
    in_force,
    is_tired,
    offer_for,
    paused,
    with_times,
)
from bot.domain.people import Pace, Rotation, Standing, Student, Times
from tests.domain.test_outbox_plan import ALICE, EVERY_WEEKDAY, LONG_AGO, MEDICINE, MONDAY, NEW_YORK, PROGRAM
from tests.examples import examples

EVERY_DAY = replace(PROGRAM, working_days=EVERY_WEEKDAY)
LONG = replace(MEDICINE, first_day=MONDAY - 30 * DAY, last_day=MONDAY + 30 * DAY)
WEDNESDAY, FRIDAY, SUNDAY = MONDAY + 2 * DAY, MONDAY + 4 * DAY, MONDAY + 6 * DAY
PLACES = tuple(
    ZoneInfo(name)
    for name in ("America/New_York", "Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Tokyo", "Europe/Paris")
)
BEGIN = datetime(2026, 11, 23, 5, tzinfo=UTC)


STARTED = replace(ALICE, active_since=BEGIN)
Choice = Callable[[Student, datetime], Student]


def noon(on: date = MONDAY, zone: ZoneInfo = NEW_YORK) -> datetime:
    return calendar.instant(on, time(12), zone)


# ── Whatever is chosen, whenever ──────────────────────────────────────────────────────────────────────────────────


@dataclass
class Life:
    """A student and an outbox, as the planner and the relay would keep them, a minute at a time."""

    student: Student = STARTED
    at: datetime = BEGIN
    rows: dict[str, tuple[Planned, State]] = field(default_factory=dict)
    sent: list[tuple[Planned, datetime, ZoneInfo]] = field(default_factory=list)

    def plan(self) -> None:
        days = planning_days(self.student, at=self.at)
        wanted = wishes_for(self.student, [LONG], days=days, program=EVERY_DAY, at=self.at)
        changes = changes_of_plan(self.rows.values(), wanted, at=self.at)
        for planned in changes.put:
            _, state = self.rows.get(planned.dedupe_key, (planned, State.CANCELLED))
            assert state in (State.PENDING, State.CANCELLED), "what is under way is left alone"
            assert planned.too_late_at >= self.at
            self.rows[planned.dedupe_key] = planned, State.PENDING
        for key in changes.cancelled:
            self.rows[key] = self.rows[key][0], State.CANCELLED

    def live(self, until: datetime) -> None:
        """What comes due is sent, and every midnight is planned."""
        while self.at < until:
            due = min(
                (planned.send_at for planned, state in self.rows.values() if state is State.PENDING), default=until
            )
            midnight = planned_until(self.student, at=self.at)
            self.at = max(self.at, min(due, midnight, until))
            self._send()
            if self.at == midnight:
                self.plan()

    def choose(self, choice: Choice) -> None:
        self.student = choice(self.student, self.at)
        self.plan()

    def state_of(self, kind: Kind, on: date) -> State | None:
        row = self.rows.get(f"{kind}:{ALICE.id}:{on}")
        return row[1] if row else None

    def _send(self) -> None:
        for key, (planned, state) in list(self.rows.items()):
            if state is State.PENDING and planned.send_at <= self.at:
                self.rows[key] = self._sent(planned)

    def _sent(self, planned: Planned) -> tuple[Planned, State]:
        zone = self.student.zone
        if self.at > planned.too_late_at:
            return planned, State.EXPIRED
        if not still_wanted(planned, self.student):
            return planned, State.CANCELLED
        if (allowed := calendar.next_allowed(self.at, zone, PROGRAM.hours)) > self.at:
            return replace(planned, send_at=allowed), State.PENDING
        self.sent.append((planned, self.at, zone))
        return planned, State.SENT


def turn(nights: bool) -> Choice:
    return lambda student, _: replace(student, nights=nights)


def own(early: time, later: int) -> Choice:
    late = (datetime.combine(MONDAY, early) + timedelta(minutes=later)).time()
    return lambda student, _: student.keeping(Times(early, late), nights=student.nights)


def move(zone: ZoneInfo) -> Choice:
    return lambda student, _: student.moved(zone)


def at_pace(pace: Pace) -> Choice:
    return lambda student, at: student.started(pace, at=at)


def rest(pause: Break) -> Choice:
    return lambda student, at: student.paused(end_of(pause, today=calendar.local_date(at, student.zone)))


def come_back(student: Student, at: datetime) -> Student:
    return student.resumed(at=at)


own_times = st.builds(own, st.times(time(6), time(14)), st.integers(60, 420))
of_times = st.one_of(st.builds(turn, st.booleans()), own_times)
of_times_and_places = of_times | st.builds(move, st.sampled_from(PLACES))
anything = st.one_of(
    of_times_and_places,
    st.builds(at_pace, st.sampled_from(Pace)),
    st.builds(rest, st.sampled_from(Break)),
    st.just(come_back),
)


def stories(choices: st.SearchStrategy[Choice]) -> st.SearchStrategy[list[tuple[int, Choice]]]:
    """What is chosen, each after so many minutes."""
    return st.lists(st.tuples(st.integers(1, 60 * 40), choices), max_size=6)


def lived(story: Iterable[tuple[int, Choice]], *, days_after: int = 0) -> Life:
    life = Life()
    life.plan()
    for minutes, choice in story:
        life.live(life.at + timedelta(minutes=minutes))
        life.choose(choice)
    life.live(life.at + days_after * DAY)
    return life


@settings(max_examples=examples(150))
@given(stories(anything))
def test_nothing_comes_twice_or_at_night_and_no_question_before_its_reminder(story: list[tuple[int, Choice]]) -> None:
    life = lived(story, days_after=3)
    keys = [planned.dedupe_key for planned, _, _ in life.sent]
    assert len(keys) == len(set(keys))
    assert all(PROGRAM.hours.allow(at.astimezone(zone).time()) for _, at, zone in life.sent)
    asked: set[date | None] = set()
    for planned, _, _ in life.sent:
        assert planned.kind is Kind.QUESTION or planned.on not in asked
        asked |= {planned.on} if planned.kind is Kind.QUESTION else set()


@settings(max_examples=examples(100))
@given(stories(of_times))
def test_a_change_of_times_loses_no_question_of_a_day_that_began(story: list[tuple[int, Choice]]) -> None:
    life = lived(story, days_after=4)
    reminded = [planned.on for planned, _, _ in life.sent if planned.kind is Kind.REMINDER]
    over = [on for on in reminded if on and on < calendar.local_date(life.at, NEW_YORK) - DAY]
    assert {on: life.state_of(Kind.QUESTION, on) for on in over} == dict.fromkeys(over, State.SENT)


@settings(max_examples=examples(150))
@given(stories(of_times_and_places))
def test_a_journey_skips_no_day_silently_and_days_in_one_place_are_whole(story: list[tuple[int, Choice]]) -> None:
    life = lived(story)
    settled = calendar.local_date(life.at, life.student.zone) + 2 * DAY
    life.live(life.at + 6 * DAY)
    for planned, _, _ in life.sent:
        if planned.kind is Kind.REMINDER and planned.on and planned.on < settled:
            # A question may meet the quiet hours of where the student is by now; then it has expired, and counts.
            assert life.state_of(Kind.QUESTION, planned.on) in (State.SENT, State.EXPIRED)
    for on in calendar.days_from(settled, 2):
        assert {life.state_of(kind, on) for kind in (Kind.REMINDER, Kind.QUESTION)} == {State.SENT}


def test_a_journey_east_over_the_date_line_doubles_nothing_and_the_evening_is_asked_about() -> None:
    honolulu, kiritimati = ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Kiritimati")
    life = Life(student=replace(ALICE, zone=honolulu), at=calendar.instant(MONDAY, time(0), honolulu))
    life.plan()
    life.live(noon(MONDAY, honolulu))
    life.choose(move(kiritimati))
    life.live(calendar.instant(MONDAY + 3 * DAY, time(23), kiritimati))
    told = [(planned.kind, planned.on) for planned, _, _ in life.sent]
    assert told.count((Kind.QUESTION, MONDAY)) == 1
    for on in (MONDAY + 2 * DAY, MONDAY + 3 * DAY):
        assert {told.count((kind, on)) for kind in (Kind.REMINDER, Kind.QUESTION)} == {1}


def test_a_journey_west_over_the_date_line_brings_no_day_again() -> None:
    honolulu, kiritimati = ZoneInfo("Pacific/Honolulu"), ZoneInfo("Pacific/Kiritimati")
    began = calendar.instant(MONDAY - DAY, time(0), kiritimati)
    life = Life(student=replace(ALICE, zone=kiritimati, active_since=began), at=began)
    life.plan()
    life.live(noon(MONDAY, kiritimati))
    life.choose(move(honolulu))
    life.live(calendar.instant(MONDAY + DAY, time(23), honolulu))
    told = [(planned.kind, planned.on) for planned, _, _ in life.sent]
    days = calendar.days_from(MONDAY - DAY, 3)
    assert told == [(kind, on) for on in days for kind in (Kind.REMINDER, Kind.QUESTION)]


# ── Nights ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_on_nights_the_reminder_comes_before_the_shift_and_the_question_after_it() -> None:
    life = lived([(60, turn(True))], days_after=2)
    shown = [(planned.kind, planned.on, f"{at.astimezone(zone):%a %H}") for planned, at, zone in life.sent]
    assert shown[:3] == [
        (Kind.REMINDER, MONDAY, "Mon 17"),
        (Kind.QUESTION, MONDAY, "Tue 07"),
        (Kind.REMINDER, MONDAY + DAY, "Tue 17"),
    ]


def test_the_last_nights_question_comes_on_the_morning_after_the_rotation() -> None:
    last = replace(MEDICINE, last_day=FRIDAY)
    wishes = list(
        wishes_for(replace(ALICE, nights=True), [last], days=[FRIDAY, FRIDAY + DAY], program=EVERY_DAY, at=BEGIN)
    )
    assert [(wish.kind, calendar.local_date(wish.send_at, NEW_YORK)) for wish in wishes] == [
        (Kind.REMINDER, FRIDAY),
        (Kind.QUESTION, FRIDAY + DAY),
    ]


def test_whoever_starts_before_the_morning_is_not_asked_about_the_day_before() -> None:
    dawn = calendar.instant(MONDAY, time(6, 30), NEW_YORK)
    started = replace(ALICE, nights=True, active_since=dawn)
    planned = prompts_for(started, [LONG], days=[MONDAY - DAY, MONDAY], program=EVERY_DAY, at=dawn)
    assert {prompt.on for prompt in planned} == {MONDAY}


def test_who_ends_the_nights_before_the_morning_is_still_asked_about_the_last_one() -> None:
    night = lived([(60, turn(True))])
    night.live(calendar.instant(MONDAY + DAY, time(6, 30), NEW_YORK))
    night.choose(turn(False))
    night.live(noon(MONDAY + DAY))
    assert night.state_of(Kind.QUESTION, MONDAY) is State.SENT


def test_a_nights_question_ends_before_the_next_reminder() -> None:
    _, question = wishes_for(replace(ALICE, nights=True), [MEDICINE], days=[MONDAY], program=PROGRAM, at=BEGIN)
    assert question.too_late_at == calendar.instant(MONDAY + DAY, MEDICINE.question_at, NEW_YORK)


def test_a_rotation_of_nights_needs_no_turning() -> None:
    nights = replace(MEDICINE, reminder_at=time(19), question_at=time(7, 30))
    for student in (ALICE, replace(ALICE, nights=True)):
        assert student.times_in(nights, PROGRAM.hours) == Times(time(19), time(7, 30))
    assert in_force(ALICE, [nights], program=PROGRAM, at=noon()).times == Times(time(19), time(7, 30))


def test_own_times_that_the_hours_no_longer_hold_give_way_to_the_rotations() -> None:
    early = ALICE.keeping(Times(time(5), time(18)), nights=False)
    assert early.times_in(MEDICINE, PROGRAM.hours) == MEDICINE.times


# ── Own times ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("reminder", "question", "nights", "error"),
    [
        (time(5, 59), time(17), False, OutsideHours),
        (time(7), time(21, 51), False, OutsideHours),
        (time(8), time(8, 59), False, QuestionTooEarly),
        (time(18), time(8), False, QuestionTooEarly),
        (time(7), time(17), True, QuestionTooLate),
        (time(8, 59), time(8), True, QuestionTooLate),
    ],
)
def test_times_that_make_no_day_are_refused(
    reminder: time, question: time, nights: bool, error: type[SettingRefused]
) -> None:
    with pytest.raises(error):
        with_times(ALICE, Times(reminder, question), [MEDICINE], nights=nights, program=PROGRAM, at=noon())


@pytest.mark.parametrize(
    ("times", "nights"),
    [(Times(time(6), time(21, 50)), False), (Times(time(8), time(9)), False), (Times(time(19), time(8)), True)],
)
def test_own_times_are_in_force_as_they_were_chosen(times: Times, nights: bool) -> None:
    student = with_times(ALICE, times, [MEDICINE], nights=nights, program=PROGRAM, at=noon())
    own = in_force(student, [MEDICINE], program=PROGRAM, at=noon())
    assert (own.times, own.chosen, own.nights) == (times, True, nights)


def test_the_rotations_own_times_are_not_written_down() -> None:
    for nights, times in ((False, MEDICINE.times), (True, MEDICINE.times.turned_to_nights())):
        student = with_times(ALICE, times, [MEDICINE], nights=nights, program=PROGRAM, at=noon())
        assert student == replace(ALICE, nights=nights)


def test_saving_the_times_of_a_rotation_on_nights_turns_no_day_rotation_around() -> None:
    on_nights = replace(MEDICINE, reminder_at=time(18), question_at=time(8))
    for student in (ALICE, replace(ALICE, nights=True)):
        saved = with_times(student, on_nights.times, [on_nights], nights=True, program=PROGRAM, at=noon())
        assert saved == student


# ── Pauses ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pause", "today", "until"),
    [
        (Break.TOMORROW, MONDAY, WEDNESDAY),
        (Break.TOMORROW, FRIDAY, SUNDAY),
        (Break.NEXT_MONDAY, MONDAY, MONDAY + 7 * DAY),
        (Break.NEXT_MONDAY, FRIDAY, MONDAY + 7 * DAY),
        (Break.NEXT_MONDAY, SUNDAY, MONDAY + 7 * DAY),
    ],
)
def test_a_pause_over_tomorrow_or_until_monday_ends_on_a_day(pause: Break, today: date, until: date) -> None:
    assert end_of(pause, today=today) == until
    assert paused(ALICE, pause, [MEDICINE], at=noon(today)).paused_until == until


def test_the_day_that_is_named_is_the_one_that_brings_the_next_reminder() -> None:
    resting = paused(ALICE, Break.TOMORROW, [MEDICINE], at=noon(FRIDAY))
    own = in_force(resting, [MEDICINE], program=PROGRAM, at=noon(FRIDAY))
    assert (own.paused_until, own.back_on) == (SUNDAY, MONDAY + 7 * DAY)
    assert in_force(resting, [MEDICINE], program=PROGRAM, at=noon(SUNDAY)).paused_until is None


def test_a_pause_that_outlasts_the_rotation_names_no_day() -> None:
    last_friday = MEDICINE.last_day
    own = in_force(
        paused(ALICE, Break.NEXT_MONDAY, [MEDICINE], at=noon(last_friday)),
        [MEDICINE],
        program=PROGRAM,
        at=noon(last_friday),
    )
    assert own.paused_until is not None
    assert own.back_on is None


@pytest.mark.parametrize(
    ("until", "error"),
    [
        (MONDAY, PauseTooShort),
        (MONDAY - 400 * DAY, PauseTooShort),
        (MEDICINE.last_day + DAY, PauseTooLong),
        (date.max, PauseTooLong),
    ],
)
def test_a_day_that_is_no_end_of_a_pause_is_refused_with_the_last_one_that_is(
    until: date, error: type[SettingRefused]
) -> None:
    with pytest.raises(error, match="December 18"):
        paused(ALICE, until, [MEDICINE], at=noon())
    assert paused(ALICE, MEDICINE.last_day, [MEDICINE], at=noon()).paused_until == MEDICINE.last_day


def test_coming_back_brings_nothing_that_was_due_before() -> None:
    back = ALICE.paused(WEDNESDAY).resumed(at=noon())
    assert (back.paused_until, back.active_since) == (None, noon())
    assert back.resumed(at=noon(FRIDAY)) == back


@pytest.mark.parametrize("standing", [Standing.PLACED, Standing.LEFT])
def test_who_gets_nothing_has_nothing_to_set(standing: Standing) -> None:
    with pytest.raises(NothingIsSent):
        going_on(replace(ALICE, standing=standing), [MEDICINE], at=noon())


def test_after_the_last_rotation_there_is_nothing_to_set() -> None:
    for rotations, why in (([], TakenOff), ([MEDICINE], RotationOver)):
        with pytest.raises(RotationOver) as raised:
            going_on(ALICE, rotations, at=noon(MEDICINE.last_day + DAY))
        assert type(raised.value) is why
    assert going_on(ALICE, [MEDICINE], at=noon(MEDICINE.last_day)) == ALICE


# ── The offer ─────────────────────────────────────────────────────────────────────────────────────────────────────


def offered(student: Student = ALICE, *rotations: Rotation, at: datetime | None = None) -> Planned | None:
    return offer_for(
        student, rotations or (MEDICINE,), program=PROGRAM, at=at or calendar.instant(MONDAY, time(), NEW_YORK)
    )


@pytest.mark.parametrize("nights", [False, True])
def test_the_offer_comes_an_hour_before_the_evenings_message_and_once_a_rotation(nights: bool) -> None:
    offer = offered(replace(ALICE, nights=nights))
    assert offer is not None
    assert timedelta() <= offer.send_at - calendar.instant(MONDAY, time(16, 30), NEW_YORK) < timedelta(minutes=10)
    assert (offer.dedupe_key, offer.student, offer.body) == ("offer:U0ALICE:1", ALICE.id, None)
    assert still_wanted(offer, ALICE)
    assert not still_wanted(offer, ALICE.paused(WEDNESDAY))


@pytest.mark.parametrize(
    "student", [ALICE.left(), ALICE.paused(WEDNESDAY), ALICE.lost("user_disabled")], ids=["left", "paused", "lost"]
)
def test_nothing_is_offered_to_who_gets_nothing(student: Student) -> None:
    assert offered(student) is None


def test_nothing_is_offered_on_a_day_off_or_out_of_the_rotation_or_too_late_in_the_day() -> None:
    assert offered(at=calendar.instant(SUNDAY, time(), NEW_YORK)) is None
    assert offered(at=calendar.instant(MONDAY - 7 * DAY, time(), NEW_YORK)) is None
    assert offered(at=calendar.instant(MONDAY, time(17), NEW_YORK)) is None


def test_the_offer_keeps_the_hours() -> None:
    early = replace(MEDICINE, reminder_at=time(6), question_at=time(6, 30))
    offer = offered(ALICE, early)
    assert offer is not None
    assert PROGRAM.hours.allow(offer.send_at.astimezone(NEW_YORK).time())


def test_who_chose_a_pace_or_came_back_since_is_not_tired() -> None:
    assert is_tired(ALICE, noon())
    assert not is_tired(ALICE, None)
    assert not is_tired(replace(ALICE, active_since=noon(WEDNESDAY)), noon())
    assert not is_tired(replace(ALICE, active_since=None), LONG_AGO)


def test_what_was_asked_before_a_pause_that_ended_by_itself_tires_nobody() -> None:
    back = ALICE.paused(WEDNESDAY)
    assert not is_tired(back, noon())
    assert not is_tired(back, noon(MONDAY + DAY))
    assert is_tired(back, noon(WEDNESDAY))
