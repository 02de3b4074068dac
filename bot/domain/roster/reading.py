"""A roster's lines → a plan that is applied as a whole, or every problem with its line."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from bot.domain.errors import RosterRefused
from bot.domain.people import PersonId
from bot.domain.program import Program
from bot.domain.roster.cells import (
    CellRefused,
    DayOrder,
    check_cell,
    day_order,
    is_channels_name,
    read_channel,
    read_date,
    read_person,
    read_role,
    read_time,
    read_zone,
)
from bot.domain.roster.columns import COLUMNS, DATES, HOW_TO_FIND_A_CHANNEL, TIMES
from bot.domain.roster.contradictions import Contradictions, Row, alike, contradictions
from bot.domain.roster.finding import NOBODY_ASKED, Found, Trouble
from bot.domain.roster.plan import PlannedCohort, PlannedPlacement, PlannedRotation, RosterPlan
from bot.domain.roster.table import Line, Problem, read_table

MOST_PROBLEMS: Final = 25
"""Are named at once. Whoever has mended these sends the roster again."""
_RANGES_NAMED: Final = 12
_NOTHING: Final = "The file has no rows. Write one line for each person under the header line."
_TROUBLE: Final[Mapping[Trouble, str]] = MappingProxyType(
    {
        Trouble.UNKNOWN: (
            "person is {person}, whom Slack does not know, or whose account is deactivated. Write the e-mail address "
            "of their Slack account, or their member id."
        ),
        Trouble.DEACTIVATED: (
            "person is {person}, whose Slack account is deactivated. Take the line out, or have the account activated."
        ),
        Trouble.BOT: "person is {person}, which is an app's account. Write a person's e-mail address or member id.",
    }
)
_NO_CHANNEL: Final = f"digest_channel is {{name}}, which is no one channel that Bedside sees. {HOW_TO_FIND_A_CHANNEL}"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Of which rotations a file will say something else once it is put right, by names that are `alike`; and whether
    that may be any of those that it does not describe yet."""

    rotations: frozenset[str] = frozenset()
    any_other: bool = False

    def may_be(self, rotation: str) -> bool:
        """Whether one that the file does not describe yet may be meant."""
        return self.any_other or alike(rotation) in self.rotations


_ALL_CLEAR: Final = Unclear()


@dataclass(frozen=True, slots=True)
class Reading:
    """What can be relied on in a file, and what is wrong with it: with a problem, the plan is there to be compared and
    not to be applied. It is `unclear` what the file will say of some rotations; None where all lines can be relied on,
    but for people who are unknown."""

    plan: RosterPlan
    problems: tuple[Problem, ...] = ()
    unclear: Unclear | None = None


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """What a file says before anybody knows who its people are: its lines, what is wrong with others, and the columns
    that mean nothing here. `others` are the people of lines that are wrong elsewhere, and `unclear` says of which
    rotations these may be."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]
    others: tuple[tuple[int, str], ...] = ()
    unclear: Unclear = _ALL_CLEAR

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody it names, by address or id, from above."""
        named = [*((row.line, row.placement.person) for row in self.rows), *self.others]
        return tuple(dict.fromkeys(person for _, person in sorted(named)))

    @property
    def channels(self) -> tuple[str, ...]:
        """Every channel it has by name."""
        named = (row.cohort.digest_channel for row in self.rows)
        return tuple(dict.fromkeys(channel for channel in named if is_channels_name(channel)))

    def repeated(self, found: Found) -> tuple[tuple[int, int], ...]:
        """Lines that place somebody a second time in the same rotation, each with the line that does so first."""
        rows, _ = _recognized(self.rows, found)
        first: dict[PlannedPlacement, int] = {}
        pairs = ((row.line, first.setdefault(row.placement, row.line)) for row in rows)
        return tuple((line, earlier) for line, earlier in pairs if line != earlier)


def draft_roster(text: str, *, program: Program) -> RosterDraft:
    """Read a roster's lines; columns may stand in any order. Raises RosterRefused for a file that is too long."""
    table = read_table(text)
    order = day_order(line.cells[column] for line in table.lines for column in DATES)
    problems = {line.number: tuple(_problems_of(line.cells, order, program)) for line in table.lines}
    rows = tuple(_row(line, order, program) for line in table.lines if not problems[line.number])
    found = (Problem(number, says) for number, each in problems.items() for says in each)
    wrong = [line for line in table.lines if problems[line.number]]
    return RosterDraft(
        rows, (*table.problems, *found), table.ignored, tuple(_people_of(wrong)), _unclear(wrong, table.problems)
    )


def read_roster(text: str, found: Found = NOBODY_ASKED, *, program: Program) -> RosterPlan:
    """Read a roster whose people were found in Slack; without that, they have to stand there by their ids.

    Raises RosterRefused with every problem, each with its line and what to write instead.
    """
    reading = plan_roster(text, found, program=program)
    if reading.problems:
        raise refusal(reading.problems)
    return reading.plan


def plan_roster(text: str, found: Found = NOBODY_ASKED, *, program: Program) -> Reading:
    """The same with what is wrong beside it, so that whatever stands in the way of the lines that can be relied on is
    told together with that. Raises RosterRefused where there is no such line."""
    draft = draft_roster(text, program=program)
    rows, strangers = _recognized(draft.rows, found)
    rows, nowhere = _with_channels(rows, found)
    against = contradictions(rows)
    others = _strangers(draft.others, found)
    problems = (*draft.problems, *strangers, *others, *nowhere, *against)
    if not rows and not problems:
        raise RosterRefused(problems=(_NOTHING,))
    clear = _as_far_as_clear(rows, against)
    if not clear:
        raise refusal(problems)
    plan, doubtful = _plan(clear), _doubtful(rows, against, strangers)
    known = tuple(each for each in plan.placements if each.line not in doubtful)
    dropped = frozenset(alike(row.rotation.name) for row in rows) - {alike(row.rotation.name) for row in clear}
    unclear = replace(draft.unclear, rotations=draft.unclear.rotations | dropped)
    is_whole = not draft.problems and not any(against)
    return Reading(replace(plan, placements=known), problems, None if is_whole else unclear)


def refusal(problems: Iterable[Problem]) -> RosterRefused:
    """The first problems of a file, from above; what is wrong with several lines alike is said once."""
    ordered = sorted(problems, key=attrgetter("line"))
    lines: dict[str, list[int]] = {}
    for problem in ordered:
        lines.setdefault(problem.says, []).append(problem.line)
    said = [f"{_lines_in_words(where)}: {says}" for says, where in lines.items()]
    more = len(said) - MOST_PROBLEMS
    left = (f"And {more:,} more like these.",) if more > 0 else ()
    return RosterRefused(problems=(*said[:MOST_PROBLEMS], *left))


def _lines_in_words(lines: Iterable[int]) -> str:
    """Lines that follow one another are said as a range."""
    numbers = sorted(set(lines))
    if len(numbers) == 1:
        return f"Line {numbers[0]}"
    ranges = list(_ranges(numbers))
    named, left = ranges[:_RANGES_NAMED], sum(map(len, ranges[_RANGES_NAMED:]))
    parts = [part for each in named for part in _range_in_words(each)]
    *most, last = [*parts, f"{left:,} more"] if left else parts
    return f"Lines {', '.join(most)} and {last}" if most else f"Lines {last}"


def _ranges(numbers: Sequence[int]) -> Iterator[range]:
    start = numbers[0]
    for number, following in pairwise([*numbers, numbers[-1] + 2]):
        if following != number + 1:
            yield range(start, number + 1)
            start = following


def _range_in_words(numbers: range) -> tuple[str, ...]:
    return (f"{numbers[0]} to {numbers[-1]}",) if len(numbers) > 2 else tuple(map(str, numbers))


def _problems_of(cells: Mapping[str, str], order: DayOrder, program: Program) -> Iterator[str]:
    for column in COLUMNS:
        try:
            check_cell(column, cells[column])
            if column in DATES:
                read_date(column, cells[column], order)
            if column in TIMES and cells[column]:
                _check_hours(column, cells[column], program)
        except CellRefused as refused:
            yield str(refused)
    yield from _last_day_first(cells, order)


def _check_hours(column: str, value: str, program: Program) -> None:
    hours = program.hours
    if not hours.offer(read_time(value)):
        bounds = f"{hours.earliest:%H:%M} to {hours.last_choice:%H:%M}"
        problem = f"{column} is {value}, in the quiet hours or ten minutes before them"
        raise CellRefused(problem, f"Write a time from {bounds}.")


def _last_day_first(cells: Mapping[str, str], order: DayOrder) -> Iterator[str]:
    try:
        first, last = (read_date(column, cells[column], order) for column in DATES)
    except CellRefused:
        # That is said already.
        return
    if last < first:
        yield "last_day is before first_day. Write the later date as last_day."


def _row(line: Line, order: DayOrder, program: Program) -> Row:
    cells = line.cells
    zone = read_zone(cells["timezone"])
    cohort = PlannedCohort(
        name=cells["cohort"],
        digest_channel=read_channel(cells["digest_channel"]) if cells["digest_channel"] else "",
        zone=zone,
        digest_day=program.digest_day,
        digest_at=program.digest_at,
    )
    rotation = PlannedRotation(
        cohort=cells["cohort"],
        name=cells["rotation"],
        site=cells["site"],
        zone=zone,
        first_day=read_date("first_day", cells["first_day"], order),
        last_day=read_date("last_day", cells["last_day"], order),
        reminder_at=read_time(cells["reminder_at"]) if cells["reminder_at"] else program.reminder_at,
        question_at=read_time(cells["question_at"]) if cells["question_at"] else program.question_at,
        line=line.number,
    )
    # An address stands here until somebody knows whose it is.
    person = PersonId(read_person(cells["person"]))
    return Row(
        line.number, cohort, rotation, PlannedPlacement(rotation.name, person, read_role(cells["role"]), line.number)
    )


def _recognized(rows: Iterable[Row], found: Found) -> tuple[list[Row], list[Problem]]:
    """The same rows with their people's ids, and what is wrong with people. Who is not known keeps the address, so that
    whatever else is wrong with them is found as well."""
    known: list[Row] = []
    problems: list[Problem] = []
    for row in rows:
        who = found.who(row.placement.person)
        if isinstance(who, Trouble):
            problems.append(Problem(row.line, _TROUBLE[who].format(person=row.placement.person)))
            known.append(row)
        else:
            known.append(replace(row, placement=replace(row.placement, person=who)))
    return known, problems


def _with_channels(rows: Iterable[Row], found: Found) -> tuple[list[Row], list[Problem]]:
    """The same rows with the ids of channels in the place of names, and the names that are nobody's or several's."""
    known: list[Row] = []
    problems: list[Problem] = []
    for row in rows:
        channel = row.cohort.digest_channel
        if is_channels_name(channel) and channel not in found.channels:
            problems.append(Problem(row.line, _NO_CHANNEL.format(name=channel)))
        cohort = replace(row.cohort, digest_channel=found.channels.get(channel, channel))
        known.append(replace(row, cohort=cohort))
    return known, problems


def _strangers(named: Iterable[tuple[int, str]], found: Found) -> list[Problem]:
    """What is wrong with the people of lines that are wrong elsewhere as well."""
    whose = ((line, person, found.who(person)) for line, person in named)
    return [
        Problem(line, _TROUBLE[who].format(person=person)) for line, person, who in whose if isinstance(who, Trouble)
    ]


def _people_of(lines: Iterable[Line]) -> Iterator[tuple[int, str]]:
    return ((line.number, read_person(line.cells["person"])) for line in lines if _is_readable("person", line))


def _unclear(wrong: Iterable[Line], unreadable: Collection[Problem]) -> Unclear:
    """Whatever a line that is wrong will say, it says it of the rotation that it names, or of any if it names none."""
    named = {alike(line.cells["rotation"]) if _is_readable("rotation", line) else "" for line in wrong}
    return Unclear(frozenset(named), any_other=bool(unreadable) or "" in named)


def _is_readable(column: str, line: Line) -> bool:
    try:
        check_cell(column, line.cells[column])
    except CellRefused:
        return False
    return True


def _as_far_as_clear(rows: Sequence[Row], against: Contradictions) -> list[Row]:
    """The lines of rotations that are described in one way only."""
    rotations = {alike(row.rotation.name) for row in _on_lines(rows, against.of_rotations)}
    return [row for row in rows if alike(row.rotation.name) not in rotations]


def _on_lines(rows: Iterable[Row], problems: Iterable[Problem]) -> Iterator[Row]:
    lines = {problem.line for problem in problems}
    return (row for row in rows if row.line in lines)


def _doubtful(rows: Sequence[Row], against: Contradictions, strangers: Iterable[Problem]) -> set[int]:
    """The lines of people who are unknown, or whom two lines place against each other."""
    people = {row.placement.person for row in _on_lines(rows, against.of_people)}
    return {row.line for row in rows if row.placement.person in people} | {problem.line for problem in strangers}


def _plan(rows: Iterable[Row]) -> RosterPlan:
    cohorts: dict[str, PlannedCohort] = {}
    rotations: dict[str, PlannedRotation] = {}
    placements: dict[PlannedPlacement, None] = {}
    for row in rows:
        cohorts.setdefault(row.cohort.name, row.cohort)
        rotations.setdefault(row.rotation.name, row.rotation)
        placements.setdefault(row.placement)
    return RosterPlan(tuple(cohorts.values()), tuple(rotations.values()), tuple(placements))
