"""On which days and in which hours a rotation works: its own where it has some, else the program's."""

from datetime import date

from bot.domain.calendar import Hours, Weekday
from bot.domain.people import DayOff, Rotation
from bot.domain.program import Program


def working_days_of(rotation: Rotation, program: Program) -> frozenset[Weekday]:
    """The weekdays on which a rotation works, when nothing else stands in the way."""
    return program.working_days if rotation.working_days is None else rotation.working_days


def day_off_on(on: date, rotation: Rotation, program: Program) -> DayOff | None:
    """Why a rotation rests on a date, whatever the weekday: its own days off come first, then the holidays of its
    calendar, then the program's days off, which have no name."""
    own = (day for day in (*rotation.days_off, *rotation.holidays) if day.on == on)
    return next(own, DayOff(on, "") if on in program.days_off else None)


def is_working_day(on: date, rotation: Rotation, program: Program) -> bool:
    """Whether a rotation works on a date, if it runs then."""
    return on.weekday() in working_days_of(rotation, program) and day_off_on(on, rotation, program) is None


def hours_of(rotation: Rotation | None, program: Program) -> Hours:
    """The hours in which something may arrive in a rotation: its own, as far as the program's hold them.

    Own hours that leave no room for the rotation's own times are not kept, since then nothing could be sent at all:
    times and hours may have been changed in two places.
    """
    if rotation is None or rotation.hours is None:
        return program.hours
    earliest = max(rotation.hours.earliest, program.hours.earliest)
    own = Hours(earliest, min(rotation.hours.latest, program.hours.latest))
    return own if own.allow(rotation.reminder_at) and own.allow(rotation.question_at) else program.hours
