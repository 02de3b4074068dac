"""What a coordinator may set up by forms, what stands in the way, and what a change does to what is planned."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import chain, count
from types import MappingProxyType
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from bot.domain import calendar
from bot.domain.audit import Change
from bot.domain.calendar import Hours, Weekday
from bot.domain.countries import country_of
from bot.domain.days_off import rows
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
from bot.domain.outbox import Kind, dues_of
from bot.domain.people import Cohort, CohortId, DayOff, PersonId, Role, Rotation, RotationId
from bot.domain.program import Program
from bot.domain.roster import LONGEST_NAME
from bot.domain.working_time import hours_of, is_working_day, working_days_of
from bot.domain.zones import zone_in_words

NEW: Final = 0
"""The id of what is not there yet."""
LONGEST: Final = timedelta(days=366)
LEAST_BETWEEN: Final = timedelta(hours=1)
USUAL_WEEKS: Final = 4
DIGEST: Final = "Digest"
DIGEST_CHANNEL: Final = "Digest channel"
"""What it is called where it changes: it is told by its id, and Slack knows its name."""
FIRST_ZONE: Final = "America/New_York"
"""Where the first rotation of all is, until somebody says otherwise."""


class Field:
    """The fields of the forms, by which a refusal says what it is about."""

    NAME: Final = "name"
    COHORT: Final = "cohort"
    NEW_COHORT: Final = "new_cohort"
    LAST_DAY: Final = "last_day"
    REMINDER: Final = "reminder"
    QUESTION: Final = "question"
    WORKING_DAYS: Final = "working_days"
    EARLIEST: Final = "earliest"
    LATEST: Final = "latest"
    DAYS_OFF: Final = "days_off"
    COUNTRY: Final = "country"
    STUDENTS: Final = "students"
    DIGEST_AT: Final = "digest_at"
    POOLED: Final = "pooled"


@dataclass(frozen=True, slots=True)
class Draft:
    """A rotation as a coordinator wants it. Its id is `NEW` for one that is not there yet, and its edition is the one
    that the coordinator saw. `students` and `preceptors` join it, `taken_off` leave it; and whoever has one of the
    roles `copied` in the rotation `copied_from` joins it too. `ends` means that it ends on its last day, or never
    begins if it is still to come. `touched` are the fields of the rotation that the coordinator filled in themselves;
    None where nobody knows, and then it is all of them. `new_cohort` is what the cohort is called that is made with it,
    where there is none yet."""

    rotation: Rotation
    students: frozenset[PersonId] = frozenset()
    preceptors: frozenset[PersonId] = frozenset()
    taken_off: frozenset[PersonId] = frozenset()
    copied_from: RotationId | None = None
    copied: frozenset[Role] = frozenset()
    ends: bool = False
    touched: frozenset[str] | None = None
    new_cohort: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it is not there yet."""
        return self.rotation.id == NEW


@dataclass(frozen=True, slots=True)
class CohortDraft:
    """A cohort as a coordinator wants it, in the same way; `pooled` are rotations of other cohorts that join it."""

    cohort: Cohort
    pooled: frozenset[RotationId] = frozenset()
    touched: frozenset[str] | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is not there yet."""
        return self.cohort.id == NEW


Stands = TypeVar("Stands", Rotation, Cohort)
Problems = Mapping[str, SetUpRefused]
"""What stands in the way, by the field that it is about."""


@dataclass(frozen=True, slots=True)
class Effects:
    """How many planned messages move to another time, are sent no more, or are new: as many as if everybody on the
    roster got everything, so that the numbers tell nothing about anybody."""

    moved: int = 0
    dropped: int = 0
    added: int = 0

    def __add__(self, other: "Effects") -> "Effects":
        return Effects(self.moved + other.moved, self.dropped + other.dropped, self.added + other.added)

    def for_students(self, number: int) -> "Effects":
        """The same for so many students."""
        return Effects(self.moved * number, self.dropped * number, self.added * number)


def proposed_cohort_named(name: str, zone: ZoneInfo, program: Program) -> Cohort:
    """A cohort with the program's digest day and time. Without a channel each preceptor gets the digest."""
    return Cohort(CohortId(NEW), name, "", zone, program.digest_day, program.digest_at)


def proposed_rotation(cohort: Cohort, like: Rotation | None, *, program: Program, today: date) -> Rotation:
    """A rotation to begin a form with: four weeks from next Monday, at the program's times, in the zone and with the
    calendar of one that is there, or in the zone of its cohort with the calendar of the country there."""
    first = today + (7 - today.weekday()) * calendar.DAY
    last = first + USUAL_WEEKS * timedelta(weeks=1) - 3 * calendar.DAY
    zone = like.zone if like else cohort.zone
    times = program.reminder_at, program.question_at
    country = (like.calendar if like else "") or country_of(zone)
    return Rotation(RotationId(NEW), cohort.id, "", "", zone, first, last, *times, calendar=country)


def copied_rotation(rotation: Rotation, *, beside: Collection[str] = ()) -> Rotation:
    """The same rotation in the next block: as long, on the same weekdays, after its last day. Days off were meant for
    this one. It has another name than those beside it."""
    weeks = -(-((rotation.last_day - rotation.first_day).days + 1) // 7) * timedelta(weeks=1)
    first, last = rotation.first_day + weeks, rotation.last_day + weeks
    return replace(
        rotation,
        id=RotationId(NEW),
        name=_next_name(rotation, first, beside),
        first_day=first,
        last_day=last,
        days_off=(),
        holidays=(),
        edition=1,
    )


def copied_block(rotations: Iterable[Rotation]) -> tuple[Rotation, ...]:
    """The same of all rotations of a block."""
    found: list[Rotation] = []
    for each in rotations:
        found.append(copied_rotation(each, beside=[copy.name for copy in found]))
    return tuple(found)


def last_block(rotations: Iterable[Rotation]) -> tuple[Rotation, ...]:
    """The rotations of a cohort that end in its last week, by name: those that are followed by the next block."""
    found = sorted(rotations, key=lambda each: each.name)
    last = max((each.last_day for each in found), default=None)
    return tuple(each for each in found if last is not None and last - each.last_day < timedelta(weeks=1))


def beside_last_block(block: Iterable[Rotation], rotations: Iterable[Rotation]) -> tuple[Rotation, ...]:
    """The rotations of a cohort that ran beside its last block and ended before it, by name: nobody would miss them
    otherwise."""
    found = {each.id: each for each in block}
    begins, ends = (
        min((each.first_day for each in found.values()), default=date.max),
        max((each.last_day for each in found.values()), default=date.max),
    )
    beside = (each for each in rotations if each.id not in found and begins <= each.last_day <= ends)
    return tuple(sorted(beside, key=lambda each: each.name))


def proposed_cohort(sizes: Mapping[CohortId, int], *, needed: int) -> CohortId | None:
    """The cohort to propose for a new rotation: the smallest of those that are large enough for a full digest, or else
    the largest, so that those who join have the best company."""
    enough = {cohort: size for cohort, size in sizes.items() if size >= needed}
    if enough:
        return min(enough, key=lambda cohort: (enough[cohort], cohort))
    return max(sizes, key=lambda cohort: (sizes[cohort], -cohort), default=None)


def in_its_own_words(rotation: Rotation, program: Program) -> Rotation:
    """The same rotation, which keeps nothing as its own that the program says as well, so that it follows the
    program."""
    days = None if rotation.working_days == program.working_days else rotation.working_days
    hours = None if rotation.hours == program.hours else rotation.hours
    return replace(rotation, working_days=days, hours=hours)


def problems_of(rotation: Rotation, before: Rotation | None, *, program: Program, today: date) -> Problems:
    """What is wrong with a rotation in itself, as it would stand instead of the one before."""
    return MappingProxyType(dict(reversed(list(_problems(rotation, before, program, today)))))


def cohort_problems(cohort: Cohort, *, program: Program) -> Problems:
    """What is wrong with a cohort in itself."""
    found: dict[str, SetUpRefused] = {}
    if not _is_name(cohort.name):
        found[Field.NAME] = NameWrong(longest=LONGEST_NAME)
    if not program.hours.offer(cohort.digest_at):
        found[Field.DIGEST_AT] = _outside(program.hours)
    return MappingProxyType(found)


def effects(before: Rotation | None, after: Rotation | None, *, program: Program, at: datetime) -> Effects:
    """What a change does to the messages to come of one student who gets all of them and lives where the rotation
    is."""
    then, now = _to_come(before, program, at), _to_come(after, program, at)
    return Effects(
        moved=sum(then[key] != now[key] for key in then.keys() & now.keys()),
        dropped=len(then.keys() - now.keys()),
        added=len(now.keys() - then.keys()),
    )


def changes(
    before: Rotation | None, after: Rotation, *, program: Program, cohorts: Mapping[CohortId, str]
) -> tuple[Change, ...]:
    """What differs between two states of a rotation, in words; of a new one, everything that there is."""
    return _differing(_told(before, program, cohorts) if before else {}, _told(after, program, cohorts))


def cohort_changes(before: Cohort | None, after: Cohort) -> tuple[Change, ...]:
    """The same for a cohort."""
    return _differing(_cohort_told(before) if before else {}, _cohort_told(after))


def typed_over(stands: Stands, typed: Stands, touched: frozenset[str] | None) -> Stands:
    """What stands now, under what somebody filled in themselves: what they did not touch is as others left it."""
    if touched is None:
        return replace(typed, edition=stands.edition)
    return replace(stands, **{name: getattr(typed, name) for name in touched})


def in_full(on: date) -> str:
    """A date with its weekday and year."""
    return f"{on:%A, %B} {on.day}, {on.year}"


def _problems(
    rotation: Rotation, before: Rotation | None, program: Program, today: date
) -> Iterator[tuple[str, SetUpRefused]]:
    if not _is_name(rotation.name):
        yield Field.NAME, NameWrong(longest=LONGEST_NAME)
    if not working_days_of(rotation, program):
        yield Field.WORKING_DAYS, NoWorkingDay()
    yield from _problems_of_days(rotation, before, today)
    yield from _problems_of_times(rotation, program)


def _problems_of_days(rotation: Rotation, before: Rotation | None, today: date) -> Iterator[tuple[str, SetUpRefused]]:
    if rotation.last_day < rotation.first_day:
        yield Field.LAST_DAY, DaysReversed(first=in_full(rotation.first_day))
    elif rotation.last_day - rotation.first_day > LONGEST:
        yield Field.LAST_DAY, RotationTooLong(last=in_full(rotation.first_day + LONGEST))
    elif rotation.last_day < today and (before is None or before.last_day != rotation.last_day):
        yield Field.LAST_DAY, LastDayGone()


def _problems_of_times(rotation: Rotation, program: Program) -> Iterator[tuple[str, SetUpRefused]]:
    hours = rotation.hours or program.hours
    widest = HoursTooWide(earliest=program.hours.earliest, latest=program.hours.latest)
    if not program.hours.allow(hours.earliest):
        yield Field.EARLIEST, widest
    elif hours.latest <= hours.earliest:
        yield Field.LATEST, HoursReversed(earliest=hours.earliest)
    elif not program.hours.allow(hours.latest):
        yield Field.LATEST, widest
    else:
        yield from _problems_of_prompts(rotation, hours)


def _problems_of_prompts(rotation: Rotation, hours: Hours) -> Iterator[tuple[str, SetUpRefused]]:
    for field, at in ((Field.REMINDER, rotation.reminder_at), (Field.QUESTION, rotation.question_at)):
        if not hours.offer(at):
            yield field, _outside(hours)
    # A question before its reminder comes on the morning after a night.
    if abs(_minutes(rotation.question_at) - _minutes(rotation.reminder_at)) < LEAST_BETWEEN:
        yield Field.QUESTION, PromptsTooClose()


def _next_name(rotation: Rotation, first: date, beside: Collection[str]) -> str:
    """A rotation's name with its first day, in the place of another one's that it ended with already."""
    stem, day = rotation.name.removesuffix(_with_day(rotation.first_day)), _with_day(first)
    ends = (f" {number}{day}" for number in count(2))
    names = (_shortened(stem, LONGEST_NAME - len(end)) + end for end in chain([day], ends))
    return next(name for name in names if name not in beside)


def _with_day(on: date) -> str:
    return f" {on:%b} {on.day}"


def _shortened(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _outside(hours: Hours) -> PromptOutsideHours:
    return PromptOutsideHours(earliest=hours.earliest, last=hours.last_choice)


def _is_name(name: str) -> bool:
    return bool(name.strip()) and len(name) <= LONGEST_NAME and not re.search(r"[\x00-\x1f\x7f-\x9f]", name)


def _minutes(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)


def _to_come(rotation: Rotation | None, program: Program, at: datetime) -> dict[tuple[Kind, date], datetime]:
    if rotation is None:
        return {}
    # Last night's question may be still to come.
    first = max(rotation.first_day, calendar.local_date(at, rotation.zone) - calendar.DAY)
    days = calendar.days_from(first, (rotation.last_day - first).days + 1)
    return {
        (kind, on): due
        for on in days
        if is_working_day(on, rotation, program)
        for kind, due in zip((Kind.REMINDER, Kind.QUESTION), dues_of(on, rotation.zone, rotation.times), strict=True)
        if due > at
    }


def _differing(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Change, ...]:
    pairs = ((what, then.get(what, ""), told) for what, told in now.items())
    return tuple(Change(*each) for each in pairs if each[1] != each[2])


def _told(rotation: Rotation, program: Program, cohorts: Mapping[CohortId, str]) -> dict[str, str]:
    hours = hours_of(rotation, program)
    return {
        "Name": rotation.name,
        "Cohort": cohorts.get(rotation.cohort_id, ""),
        "Site": rotation.site,
        "Time zone": zone_in_words(rotation.zone),
        "First day": in_full(rotation.first_day),
        "Last day": in_full(rotation.last_day),
        "Reminder": f"{rotation.reminder_at:%H:%M}",
        "Question": f"{rotation.question_at:%H:%M}",
        "Working days": _weekdays(working_days_of(rotation, program)),
        "Hours": f"{hours.earliest:%H:%M} to {hours.latest:%H:%M}",
        "Holidays": _days(rotation.holidays),
        "Days off": _days(each for each in rotation.days_off if rotation.first_day <= each.on <= rotation.last_day),
    }


def _cohort_told(cohort: Cohort) -> dict[str, str]:
    return {
        "Name": cohort.name,
        DIGEST_CHANNEL: cohort.digest_channel,
        "Time zone": zone_in_words(cohort.zone),
        DIGEST: f"{Weekday(cohort.digest_day).in_full} at {cohort.digest_at:%H:%M}",
    }


def _weekdays(days: frozenset[Weekday]) -> str:
    return ", ".join(day.in_full for day in sorted(days))


def _days(days: Iterable[DayOff]) -> str:
    return ", ".join(map(_row, rows(sorted(days, key=lambda day: day.on))))


def _row(row: Sequence[DayOff]) -> str:
    first, last = row[0], row[-1]
    until = f" to {last.on:%b} {last.on.day}" if len(row) > 1 else ""
    return f"{first.on:%b} {first.on.day}{until}{f' ({first.name})' if first.name else ''}"
