"""The people of a clerkship and their placements: students, rotations, cohorts, and each student's own pace."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain.calendar import Hours, Weekday

PersonId = NewType("PersonId", str)
"""A Slack member id such as `U012ABCDEF`."""
RotationId = NewType("RotationId", int)
CohortId = NewType("CohortId", int)


class Role(StrEnum):
    """What a person is in a rotation."""

    STUDENT = "student"
    PRECEPTOR = "preceptor"


class Pace(StrEnum):
    """How often a student is asked a question; reminders come every working day at any pace."""

    EVERY_DAY = "every-day"
    THREE_A_WEEK = "three-a-week"
    ONCE_A_WEEK = "once-a-week"


class Standing(StrEnum):
    """Where a student stands with the bot. Only the student moves it."""

    PLACED = "placed"
    STARTED = "started"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Times:
    """The local times of a day's reminder and question. A question whose time is not after the reminder's comes on the
    next date, as after a night on duty; so it never comes before its reminder."""

    reminder_at: time
    question_at: time

    @property
    def over_night(self) -> bool:
        """Whether the question comes on the date after the reminder's."""
        return self.question_at <= self.reminder_at

    def turned_to_nights(self) -> "Times":
        """The same two times for somebody on night shifts: the later one brings the reminder."""
        return self if self.over_night else Times(self.question_at, self.reminder_at)


@dataclass(frozen=True, slots=True)
class Student:
    """One student's own settings. `active_since` is the last start: nothing that was due before it is sent.

    `conversation` is the direct conversation in Slack once it is known, and `unreachable` Slack's code for why nothing
    reaches this person at present. `reminder_at` and `question_at` are local times of the student's own for a day on
    duty, both or neither, instead of the rotation's; `nights` turns the day around for somebody on night shifts;
    `warned_of_typing` means that the student was told once how Slack keeps typed messages.
    """

    id: PersonId
    zone: ZoneInfo
    standing: Standing = Standing.PLACED
    pace: Pace = Pace.THREE_A_WEEK
    active_since: datetime | None = None
    paused_until: date | None = None
    usually_shares_themes: bool = True
    conversation: str | None = None
    unreachable: str | None = None
    reminder_at: time | None = None
    question_at: time | None = None
    nights: bool = False
    warned_of_typing: bool = False

    def started(self, pace: Pace, *, at: datetime) -> "Student":
        """The same student, asked at this pace from `at` on: a new pace brings nothing that was due before.

        Choosing the same pace again, as a second click does, changes nothing; and who has started and is on a pause
        stays on it.
        """
        goes_on = self.standing is Standing.STARTED
        since = self.active_since if goes_on and self.pace is pace else at
        until = self.paused_until if goes_on else None
        return replace(self, standing=Standing.STARTED, pace=pace, active_since=since, paused_until=until)

    def left(self) -> "Student":
        """The same student, who gets nothing more until a new start."""
        return replace(self, standing=Standing.LEFT, active_since=None, paused_until=None)

    def paused(self, until: date) -> "Student":
        """The same student, who is left in peace before `until` and resumes on that day by itself."""
        return replace(self, paused_until=until)

    def resumed(self, *, at: datetime) -> "Student":
        """The same student without a pause: nothing that was due before `at` is sent. Resuming twice is resuming."""
        return self if self.paused_until is None else replace(self, paused_until=None, active_since=at)

    def moved(self, zone: ZoneInfo) -> "Student":
        """The same student, who lives by the clocks of another zone from now on."""
        return replace(self, zone=zone)

    def keeping(self, times: Times | None, *, nights: bool) -> "Student":
        """The same student with times of their own, or with the rotation's, on days or on nights."""
        early, late = sorted((times.reminder_at, times.question_at)) if times else (None, None)
        return replace(self, reminder_at=early, question_at=late, nights=nights)

    def lost(self, reason: str) -> "Student":
        """The same student, whom nothing reaches for Slack's `reason`; the conversation may be another one later."""
        return replace(self, unreachable=reason, conversation=None)

    def found(self, conversation: str | None = None) -> "Student":
        """The same student, who can be reached again, in this direct conversation if it is known."""
        return replace(self, unreachable=None, conversation=conversation or self.conversation)

    def own_times(self, hours: Hours) -> Times | None:
        """The times a student has chosen; None where there are none, or the program's hours no longer hold them."""
        if self.reminder_at is None or self.question_at is None:
            return None
        inside = hours.allow(self.reminder_at) and hours.allow(self.question_at)
        return Times(self.reminder_at, self.question_at) if inside else None

    def times_in(self, rotation: "Rotation", hours: Hours) -> Times:
        """When reminder and question come on a day in a rotation."""
        times = self.own_times(hours) or rotation.times
        return times.turned_to_nights() if self.nights else times

    def back_by(self, at: datetime) -> datetime:
        """`at`, or the end of a pause that goes on then."""
        until = self.paused_until
        return max(at, datetime.combine(until, time(), self.zone).astimezone(UTC)) if until else at

    def wants_prompts(self, on: date) -> bool:
        """Whether reminders and questions may go out to this student on a date in the student's zone."""
        paused = self.paused_until is not None and on < self.paused_until
        return self.standing is Standing.STARTED and not self.unreachable and not paused


@dataclass(frozen=True, slots=True)
class DayOff:
    """A date on which a rotation rests, and what it is called."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Rotation:
    """One placement: a site, its first and last day (both included) and the local times of its prompts.

    `working_days` and `hours` are its own instead of the program's, where it has some. It rests on its own `days_off`
    and on the `holidays` of the calendar of a country or state such as "US" or "US-PA"; the dates are kept as they were
    when somebody chose the calendar, so that nothing planned moves because a calendar is corrected. `edition` counts
    its changes: who changes it says which one they saw. `has_begun` remembers that it had begun when its first day was
    changed last.
    """

    id: RotationId
    cohort_id: CohortId
    name: str
    site: str
    zone: ZoneInfo
    first_day: date
    last_day: date
    reminder_at: time
    question_at: time
    working_days: frozenset[Weekday] | None = None
    hours: Hours | None = None
    days_off: tuple[DayOff, ...] = ()
    holidays: tuple[DayOff, ...] = ()
    calendar: str = ""
    edition: int = 1
    has_begun: bool = False

    @property
    def times(self) -> Times:
        """When everybody gets reminder and question who has no times of their own."""
        return Times(self.reminder_at, self.question_at)

    def covers(self, on: date) -> bool:
        """Whether the rotation runs on a date."""
        return self.first_day <= on <= self.last_day

    def begun_by(self, on: date) -> bool:
        """Whether it has begun by a date: what has begun once stays so, whatever its first day is moved to."""
        return self.has_begun or self.first_day <= on

    def is_over(self, on: date) -> bool:
        """Whether its last day has passed on a date."""
        return self.last_day < on


@dataclass(frozen=True, slots=True)
class Cohort:
    """Rotations whose replies are pooled into one digest, with the digest's place, weekday (Monday is 0) and time.
    Without a channel it goes to each preceptor. `edition` counts its changes, as a rotation's does."""

    id: CohortId
    name: str
    digest_channel: str
    zone: ZoneInfo
    digest_day: int
    digest_at: time
    edition: int = 1


def rotation_on(rotations: Iterable[Rotation], on: date) -> Rotation | None:
    """The one rotation that counts for a student on a date: of several, the one that began last."""
    running = [rotation for rotation in rotations if rotation.covers(on)]
    return max(running, key=lambda rotation: (rotation.first_day, rotation.id), default=None)
