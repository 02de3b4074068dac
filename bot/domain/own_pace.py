"""What a student may choose besides how often: a pause, times of their own, nights; and what is in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain import calendar
from bot.domain.calendar import Hours
from bot.domain.errors import (
    NothingIsSent,
    OutsideHours,
    PauseTooLong,
    PauseTooShort,
    QuestionTooEarly,
    QuestionTooLate,
    RotationOver,
    TakenOff,
)
from bot.domain.outbox import Kind, Planned
from bot.domain.people import Pace, Rotation, Standing, Student, Times, rotation_on
from bot.domain.program import Program
from bot.domain.working_time import hours_of, is_working_day

LEAST_BETWEEN = 60
"""Minutes between a reminder and its question, so that there is something to reflect on."""
TIRED_AFTER = 3
"""So many questions in a row that were neither answered nor skipped bring an offer."""
OFFERED_BEFORE = timedelta(hours=1)
"""The offer comes so long before the later message of the day: in time for today, and away from both."""
OFFER_LIMIT = timedelta(hours=3)
SLOWER = {
    Pace.EVERY_DAY: (Pace.THREE_A_WEEK, Pace.ONCE_A_WEEK),
    Pace.THREE_A_WEEK: (Pace.ONCE_A_WEEK,),
    Pace.ONCE_A_WEEK: (),
}


class Break(StrEnum):
    """How long a pause is to be that needs no date. `TOMORROW` means all of tomorrow: it ends on the day after."""

    TOMORROW = "tomorrow"
    NEXT_MONDAY = "next-monday"


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """What is in force for a student. `paused_until` is set during a pause only, and `back_on` is the day that brings
    the next reminder after it, if any. `begins` is the first day of a rotation that is still to come, where none is
    running; `last_day` is that of the last one. `times` are those of the present or
    the next rotation, inside its `hours`; `chosen` says that they are the student's own, `nights` that the student
    turned the day around.
    """

    standing: Standing
    pace: Pace
    paused_until: date | None = None
    back_on: date | None = None
    begins: date | None = None
    last_day: date | None = None
    times: Times | None = None
    hours: Hours | None = None
    chosen: bool = False
    nights: bool = False


def in_force(student: Student, rotations: Sequence[Rotation], *, program: Program, at: datetime) -> OwnSettings:
    """What a student has chosen, as far as it means something at `at`."""
    today = calendar.local_date(at, student.zone)
    until = student.paused_until if student.paused_until and today < student.paused_until else None
    rotation = _present_or_next(rotations, today)
    hours = hours_of(rotation, program)
    return OwnSettings(
        standing=student.standing,
        pace=student.pace,
        paused_until=until,
        back_on=until and _first_reminder(rotations, until, program),
        begins=rotation.first_day if rotation and rotation.first_day > today else None,
        last_day=_last_day(rotations) if rotations else None,
        times=student.times_in(rotation, hours) if rotation else None,
        hours=hours if rotation else None,
        chosen=student.own_times(hours) is not None,
        nights=student.nights,
    )


def going_on(student: Student, rotations: Sequence[Rotation], *, at: datetime) -> Student:
    """The same student, if anything is sent now or later. Raises NothingIsSent or RotationOver."""
    if student.standing is not Standing.STARTED:
        raise NothingIsSent
    require_rotation(rotations, today=calendar.local_date(at, student.zone))
    return student


def require_rotation(rotations: Sequence[Rotation], *, today: date) -> None:
    """Raises RotationOver where all rotations of a student have ended, and TakenOff for one who is in none."""
    if not rotations:
        raise TakenOff
    if _last_day(rotations) < today:
        raise RotationOver


def end_of(pause: Break, *, today: date) -> date:
    """The day on which a pause that begins today ends by itself."""
    match pause:
        case Break.NEXT_MONDAY:
            return today + (7 - today.weekday()) * calendar.DAY
        case Break.TOMORROW:
            return today + 2 * calendar.DAY


def paused(student: Student, until: date | Break, rotations: Sequence[Rotation], *, at: datetime) -> Student:
    """The same student, left in peace until a day; one that was picked has to come before the last rotation's end.

    Raises NothingIsSent, RotationOver, PauseTooShort or PauseTooLong.
    """
    going_on(student, rotations, at=at)
    last_day, today = _last_day(rotations), calendar.local_date(at, student.zone)
    if isinstance(until, Break):
        return student.paused(end_of(until, today=today))
    if until > last_day:
        raise PauseTooLong(last=calendar.in_words(last_day))
    if until <= today:
        raise PauseTooShort(last=calendar.in_words(last_day))
    return student.paused(until)


def with_times(
    student: Student, times: Times, rotations: Sequence[Rotation], *, nights: bool, program: Program, at: datetime
) -> Student:
    """The same student with these times, on days or on nights. The rotation's own are not written down, so that they
    follow the rotation; and a rotation that is on nights by itself turns no other one around.

    Raises NothingIsSent, RotationOver, OutsideHours, QuestionTooEarly or QuestionTooLate.
    """
    going_on(student, rotations, at=at)
    rotation = _present_or_next(rotations, calendar.local_date(at, student.zone))
    hours = hours_of(rotation, program)
    _check(times, hours, nights=nights)
    for as_it_is in (student.nights, nights):
        usual = student.keeping(None, nights=as_it_is)
        if rotation is not None and usual.times_in(rotation, hours) == times:
            return usual
    return student.keeping(times, nights=nights)


def is_tired(student: Student, asked_since: datetime | None) -> bool:
    """Whether to offer a slower pace or a pause to a student whose last few questions, the first of them asked at an
    instant, were all let go by. What was asked before the student last chose a pace, or came back, or before a pause
    that ended by itself, counts no more."""
    if asked_since is None or student.active_since is None or asked_since < student.active_since:
        return False
    return student.paused_until is None or calendar.local_date(asked_since, student.zone) >= student.paused_until


def offer_for(student: Student, rotations: Iterable[Rotation], *, program: Program, at: datetime) -> Planned | None:
    """Today's offer of a slower pace or a pause, once for a student and rotation; None where today is no day for it."""
    on = calendar.local_date(at, student.zone)
    rotation = rotation_on(rotations, on)
    if rotation is None or not student.wants_prompts(on) or not is_working_day(on, rotation, program):
        return None
    hours = hours_of(rotation, program)
    times = student.times_in(rotation, hours)
    later = calendar.instant(on, max(times.reminder_at, times.question_at), student.zone)
    key = f"{Kind.OFFER}:{student.id}:{rotation.id}"
    due = calendar.next_allowed(later - OFFERED_BEFORE, student.zone, hours)
    send_at = calendar.jittered(due, key, until=later)
    if send_at < at:
        return None
    return Planned(
        kind=Kind.OFFER,
        dedupe_key=key,
        send_at=send_at,
        too_late_at=send_at + OFFER_LIMIT,
        student=student.id,
        on=on,
    )


def _check(times: Times, hours: Hours, *, nights: bool) -> None:
    if not (hours.offer(times.reminder_at) and hours.offer(times.question_at)):
        raise OutsideHours(earliest=hours.earliest, last=hours.last_choice)
    between = _minutes(times.question_at) - _minutes(times.reminder_at)
    if nights and -between < LEAST_BETWEEN:
        raise QuestionTooLate
    if not nights and between < LEAST_BETWEEN:
        raise QuestionTooEarly


def _present_or_next(rotations: Sequence[Rotation], today: date) -> Rotation | None:
    to_come = [rotation for rotation in rotations if rotation.first_day > today]
    return rotation_on(rotations, today) or min(to_come, key=lambda each: each.first_day, default=None)


def _last_day(rotations: Sequence[Rotation]) -> date:
    return max((rotation.last_day for rotation in rotations), default=date.min)


def _first_reminder(rotations: Sequence[Rotation], since: date, program: Program) -> date | None:
    days = (_last_day(rotations) - since).days + 1
    placed = ((on, rotation_on(rotations, on)) for on in calendar.days_from(since, days))
    return next((on for on, rotation in placed if rotation and is_working_day(on, rotation, program)), None)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
