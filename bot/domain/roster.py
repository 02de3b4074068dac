"""Rows of a roster file → a plan that is applied as a whole, or every problem with its line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.errors import RosterRefused
from bot.domain.people import PersonId, Role, Rotation
from bot.domain.program import Program

COLUMNS = (
    "cohort",
    "digest_channel",
    "rotation",
    "site",
    "timezone",
    "first_day",
    "last_day",
    "reminder_at",
    "question_at",
    "role",
    "person",
)
MAY_BE_EMPTY = frozenset({"digest_channel", "site", "reminder_at", "question_at"})
LONGEST_NAME = 75
"""A cohort's name becomes a header in Slack, and no other name needs to be longer."""
LONGEST_ID = 32
_LEFT_BEHIND = (
    "Cohort {cohort}: none of its rotations that run or have just ended would stay in it, so what its students shared "
    "could reach no digest. Leave one of them in it until two weeks after its last day. To rename the cohort, write "
    "one new name on the lines of all its rotations, also of those to come."
)


@dataclass(frozen=True, slots=True)
class PlannedRotation:
    """A rotation as the file describes it, in the cohort of a name."""

    cohort: str
    name: str
    site: str
    zone: ZoneInfo
    first_day: date
    last_day: date
    reminder_at: time
    question_at: time


@dataclass(frozen=True, slots=True)
class PlannedCohort:
    """A cohort as the file describes it; digests keep the program's day and time, in the first rotation's zone. Without
    a channel they go to each preceptor."""

    name: str
    digest_channel: str
    zone: ZoneInfo
    digest_day: int
    digest_at: time


@dataclass(frozen=True, slots=True)
class PlannedPlacement:
    """One person in one rotation."""

    rotation: str
    person: PersonId
    role: Role


@dataclass(frozen=True, slots=True)
class RosterPlan:
    """Everything one file places. Applying it twice changes nothing."""

    cohorts: tuple[PlannedCohort, ...]
    rotations: tuple[PlannedRotation, ...]
    placements: tuple[PlannedPlacement, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cohort: PlannedCohort
    rotation: PlannedRotation
    placement: PlannedPlacement


def read_roster(text: str, *, program: Program) -> RosterPlan:
    """Read a roster (CSV with a header line; column order is free).

    Raises RosterRefused with every problem, one line each, that names the file's line and what to write instead.
    """
    problems: list[str] = []
    rows = list(_rows(text, program, problems))
    problems += _contradictions(rows)
    if not rows and not problems:
        problems.append("The file has no rows. Write one line for each person under the header line.")
    if problems:
        raise RosterRefused(problems=tuple(problems))
    cohorts: dict[str, PlannedCohort] = {}
    for row in rows:
        cohorts.setdefault(row.cohort.name, row.cohort)
    return RosterPlan(
        cohorts=tuple(cohorts.values()),
        rotations=tuple({row.rotation.name: row.rotation for row in rows}.values()),
        placements=tuple(dict.fromkeys(row.placement for row in rows)),
    )


def renamed_cohorts(plan: RosterPlan, there: Mapping[str, Collection[Rotation]], *, on: date) -> dict[str, str]:
    """The new names of the cohorts that a plan renames, by the old ones. `there` holds the cohorts that the plan names
    or takes a rotation from, with their rotations that are not over.

    A cohort of which all of these go to one new name is still the same: its digests keep their week, and what waits for
    them is not lost. Raises RosterRefused where that would be left behind: nothing that has begun stays in the cohort.
    """
    goes_to = {rotation.name: rotation.cohort for rotation in plan.rotations}
    named = {cohort.name for cohort in plan.cohorts}
    moves = {cohort: {goes_to.get(each.name, cohort) for each in there[cohort]} for cohort in there}
    wholly = {
        cohort: min(to)
        for cohort, to in moves.items()
        if len(to) == 1 and to <= named - there.keys() and cohort not in named
    }
    heirs = Counter(wholly.values())
    renamed = {cohort: to for cohort, to in wholly.items() if heirs[to] == 1}
    left = [cohort for cohort in there if cohort not in renamed and _is_left(cohort, there[cohort], goes_to, on=on)]
    if left:
        raise RosterRefused(problems=tuple(_LEFT_BEHIND.format(cohort=cohort) for cohort in left))
    return renamed


def _is_left(cohort: str, rotations: Iterable[Rotation], goes_to: Mapping[str, str], *, on: date) -> bool:
    stay = [goes_to.get(each.name, cohort) == cohort for each in rotations if each.first_day <= on]
    # What has not begun has no digests yet, and nothing waits for one.
    return stay != [] and not any(stay)


def _rows(text: str, program: Program, problems: list[str]) -> Iterator[_Row]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), skipinitialspace=True)
    try:
        yield from _read_lines(reader, program, problems)
    except csv.Error:
        # The line that DictReader itself tells is the last one that could be read.
        problems.append(
            f"Line {reader.reader.line_num}: this can't be read as CSV. "
            "Save the file as CSV again, one short line for each person."
        )


def _read_lines(reader: "csv.DictReader[str]", program: Program, problems: list[str]) -> Iterator[_Row]:
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        problems.append(f"Line 1: the columns {', '.join(missing)} are missing. Write: {','.join(COLUMNS)}")
        return
    for values in reader:
        cells = {column: (values.get(column) or "").strip() for column in COLUMNS}
        found = [*_problems_of(cells), *_quiet_times(cells, program)]
        problems += (f"Line {reader.line_num}: {problem}" for problem in found)
        if not found:
            yield _row(reader.line_num, cells, program)


def _problems_of(cells: Mapping[str, str]) -> Iterator[str]:
    for column, value in cells.items():
        problem = _problem_of(column, value)
        if problem:
            yield f"{column} {problem}. {_HOW_TO_WRITE[column]}"
    dates = [cells["first_day"], cells["last_day"]]
    if all(_readable(date.fromisoformat, value) for value in dates) and _ends_before_it_begins(*dates):
        yield "last_day is before first_day. Write the later date as last_day."


def _problem_of(column: str, value: str) -> str | None:
    if not value:
        return None if column in MAY_BE_EMPTY else "is empty"
    if len(value) > (LONGEST_ID if column in _IDS else LONGEST_NAME):
        return "is too long"
    return None if _readable(_READERS.get(column, _name), value) else "can't be read"


def _quiet_times(cells: Mapping[str, str], program: Program) -> Iterator[str]:
    hours = program.hours
    for column in ("reminder_at", "question_at"):
        if _readable(_time, cells[column]) and not hours.offer(_time(cells[column])):
            bounds = f"{hours.earliest:%H:%M} to {hours.last_choice:%H:%M}"
            yield f"{column} is in the quiet hours or ten minutes before them. Write a time from {bounds}."


def _ends_before_it_begins(first_day: str, last_day: str) -> bool:
    return date.fromisoformat(last_day) < date.fromisoformat(first_day)


def _row(line: int, cells: Mapping[str, str], program: Program) -> _Row:
    zone = ZoneInfo(cells["timezone"])
    cohort = PlannedCohort(
        name=cells["cohort"],
        digest_channel=cells["digest_channel"],
        zone=zone,
        digest_day=program.digest_day,
        digest_at=program.digest_at,
    )
    rotation = PlannedRotation(
        cohort=cells["cohort"],
        name=cells["rotation"],
        site=cells["site"],
        zone=zone,
        first_day=date.fromisoformat(cells["first_day"]),
        last_day=date.fromisoformat(cells["last_day"]),
        reminder_at=_time(cells["reminder_at"]) if cells["reminder_at"] else program.reminder_at,
        question_at=_time(cells["question_at"]) if cells["question_at"] else program.question_at,
    )
    person = PlannedPlacement(cells["rotation"], PersonId(cells["person"]), Role(cells["role"].lower()))
    return _Row(line, cohort, rotation, person)


def _contradictions(rows: Iterable[_Row]) -> Iterator[str]:
    """Lines that describe the same rotation or cohort's channel differently, or place a student twice on one day."""
    rotations: dict[str, _Row] = {}
    channels: dict[str, _Row] = {}
    placed: dict[PersonId, list[_Row]] = {}
    roles: dict[tuple[str, PersonId], _Row] = {}
    for row in rows:
        known = rotations.setdefault(row.rotation.name, row)
        if known.rotation != row.rotation:
            yield f"Line {row.line}: rotation differs from line {known.line}. Write the same values in each."
        cohort = channels.setdefault(row.cohort.name, row)
        if cohort.cohort.digest_channel != row.cohort.digest_channel:
            yield (
                f"Line {row.line}: digest_channel differs from line {cohort.line}. "
                "A cohort has one digest channel, or none on any of its lines."
            )
        same = roles.setdefault((row.cohort.name, row.placement.person), row)
        if same.placement.role is not row.placement.role:
            yield f"Line {row.line}: line {same.line} has this person in the other role. Keep one of them."
        if row.placement.role is Role.STUDENT:
            yield from _overlaps(row, placed.setdefault(row.placement.person, []))


def _overlaps(row: _Row, earlier: list[_Row]) -> Iterator[str]:
    for other in earlier:
        apart = row.rotation.first_day > other.rotation.last_day or row.rotation.last_day < other.rotation.first_day
        if not apart and row.rotation.name != other.rotation.name:
            yield f"Line {row.line}: this student is in two rotations on one day (see line {other.line}). Keep one."
    earlier.append(row)


def _readable(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except (ValueError, ZoneInfoNotFoundError, OSError):
        # A zone is a file: one that names a folder, such as "America", can't be opened.
        return False
    return True


def _name(value: str) -> str:
    if re.search(r"[\x00-\x1f\x7f-\x9f]", value):
        raise ValueError("a control character")
    return value


def _time(value: str) -> time:
    if not re.fullmatch(r"\d{2}:\d{2}", value):
        raise ValueError("not a time")
    return time.fromisoformat(value)


def _slack_id(pattern: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError("not a Slack id")
        return value

    return read


_IDS = frozenset({"digest_channel", "person"})
_READERS: Mapping[str, Callable[[str], object]] = {
    "timezone": ZoneInfo,
    "first_day": date.fromisoformat,
    "last_day": date.fromisoformat,
    "reminder_at": _time,
    "question_at": _time,
    "role": lambda value: Role(value.lower()),
    "person": _slack_id(r"[UW][A-Z0-9]{2,}"),
    "digest_channel": _slack_id(r"[CG][A-Z0-9]{2,}"),
}
_HOW_TO_WRITE: Mapping[str, str] = {
    "cohort": f"Write the cohort's name, in at most {LONGEST_NAME} characters.",
    "digest_channel": (
        "Write the channel's id, such as C012ABCDEF (in Slack: click the channel's name, then About), or leave it "
        "empty: then each preceptor gets the digest as a direct message."
    ),
    "rotation": f"Write the rotation's name, in at most {LONGEST_NAME} characters.",
    "site": f"Write the site's name, in at most {LONGEST_NAME} characters, or leave it empty.",
    "timezone": "Write a zone such as America/New_York.",
    "first_day": "Write a date such as 2026-11-23.",
    "last_day": "Write a date such as 2026-12-18.",
    "reminder_at": "Write a time such as 07:00, or leave it empty.",
    "question_at": "Write a time such as 17:30, or leave it empty.",
    "role": "Write student or preceptor.",
    "person": "Write a Slack member id such as U012ABCDEF (in Slack: the profile, ⋮, Copy member ID).",
}
