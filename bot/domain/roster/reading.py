"""A roster's lines → a plan that is applied as a whole, or every problem with its line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from bot.domain.roster.contradictions import Row, contradictions
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
class RosterDraft:
    """What a file says before anybody knows who its people are: its lines, what is wrong with others, and the columns
    that mean nothing here."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody it names, by address or id."""
        return tuple(dict.fromkeys(row.placement.person for row in self.rows))

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
    return RosterDraft(rows, (*table.problems, *found), table.ignored)


def read_roster(text: str, found: Found = NOBODY_ASKED, *, program: Program) -> RosterPlan:
    """Read a roster whose people were found in Slack; without that, they have to stand there by their ids.

    Raises RosterRefused with every problem, each with its line and what to write instead.
    """
    plan, strangers = plan_roster(text, found, program=program)
    if strangers:
        raise refusal(strangers)
    return plan


def plan_roster(text: str, found: Found = NOBODY_ASKED, *, program: Program) -> tuple[RosterPlan, tuple[Problem, ...]]:
    """The same, where only people are unknown: what the file says of everybody else, and what is wrong with those. So
    whatever stands in the way of the others can be told together with it. Raises RosterRefused for anything else."""
    draft = draft_roster(text, program=program)
    rows, strangers = _recognized(draft.rows, found)
    rows, nowhere = _with_channels(rows, found)
    contradicting = tuple(contradictions(rows))
    if draft.problems or nowhere or contradicting:
        raise refusal([*draft.problems, *strangers, *nowhere, *contradicting])
    if not rows:
        raise RosterRefused(problems=(_NOTHING,))
    plan, unknown = _plan(rows), {problem.line for problem in strangers}
    known = tuple(each for each in plan.placements if each.line not in unknown)
    return replace(plan, placements=known), tuple(strangers)


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


def _plan(rows: Iterable[Row]) -> RosterPlan:
    cohorts: dict[str, PlannedCohort] = {}
    rotations: dict[str, PlannedRotation] = {}
    placements: dict[PlannedPlacement, None] = {}
    for row in rows:
        cohorts.setdefault(row.cohort.name, row.cohort)
        rotations.setdefault(row.rotation.name, row.rotation)
        placements.setdefault(row.placement)
    return RosterPlan(tuple(cohorts.values()), tuple(rotations.values()), tuple(placements))
