"""What the pace can carry: which of the messages that will be due become too late before their turn comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.outbox import PROMPTS, Kind, dues_of, prompts_for
from bot.domain.pace import NEVER
from bot.domain.people import Pace, PersonId, Rotation, Standing, Student
from bot.domain.program import Program

MICROSECOND: Final = timedelta(microseconds=1)
ONE: Final = timedelta(minutes=1) // MICROSECOND
"""The work of one message: what a pace of one message a minute does in a microsecond is one. So everything is a whole
number, and nothing is lost by rounding."""


@dataclass(frozen=True, slots=True)
class Due:
    """`number` messages of a kind that are due together at `send_at` and useless after `too_late_at`."""

    kind: Kind
    send_at: datetime
    too_late_at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Overload:
    """Of `due` messages of a kind, due from `first_at` on without a rest for the lane, only `carried` leave in time."""

    kind: Kind
    first_at: datetime
    due: int
    carried: int

    @property
    def too_late(self) -> int:
        """How many will not leave in time."""
        return self.due - self.carried


def foresee(groups: Iterable[Due], *, a_minute: int, at: datetime) -> tuple[Overload, ...]:
    """What a pace cannot carry from `at` on, first what is due first. The freshest leave first, as in the outbox.

    Of what is due at the same instant, the first to become too late leaves first. A message that has waited before
    `at` counts from then on.
    """
    overloads: list[Overload] = []
    for rush in _rushes(groups, a_minute=a_minute, at=at):
        for kind in Kind:
            own = [load for load in rush if load.due.kind is kind]
            if any(load.left for load in own):
                first_at = min(load.due.send_at for load in own)
                carried = sum(load.carried for load in own)
                overloads.append(Overload(kind, first_at, sum(load.due.number for load in own), carried))
    return tuple(overloads)


def placed_dues(
    placed: Iterable[tuple[Rotation, int]], *, days: Iterable[date], program: Program, at: datetime
) -> Iterator[Due]:
    """What is due on some dates, and not too late at `at`, when every student of a roster is sent everything.

    It is counted on the roster alone, in the zones of the rotations, before the minutes that spread messages; whoever
    is placed in two rotations at once counts in both.
    """
    dates = tuple(days)
    for rotation, students in placed:
        for prompt in prompts_for(_eager(rotation.zone), [rotation], days=dates, program=program, at=at):
            if prompt.on is not None:
                dues = dict(zip(PROMPTS, dues_of(prompt.on, rotation.zone, rotation.times), strict=True))
                yield Due(prompt.kind, dues[prompt.kind], prompt.too_late_at, students)


def _eager(zone: ZoneInfo) -> Student:
    """Somebody in a zone who is sent everything there is."""
    return Student(PersonId(""), zone, Standing.STARTED, Pace.EVERY_DAY, active_since=NEVER)


@dataclass(slots=True)
class _Load:
    """A group, its window in the work that the pace can do until then, and the work that is left of it."""

    due: Due
    opens: int
    closes: int
    left: int

    @property
    def carried(self) -> int:
        """A message that is carried in part is not carried."""
        return self.due.number + -self.left // ONE


def _rushes(groups: Iterable[Due], *, a_minute: int, at: datetime) -> Iterator[list[_Load]]:
    """The groups with what is left of them, divided where the lane has a rest."""
    rush: list[_Load] = []
    pile: list[_Load] = []
    now = 0
    for load in _loads(groups, a_minute=a_minute, at=at):
        now = _work_off(pile, since=now, until=load.opens)
        if now < load.opens:
            yield rush
            rush, now = [], load.opens
        rush.append(load)
        pile.append(load)
    _work_off(pile, since=now, until=max((load.closes for load in pile), default=now))
    yield rush


def _loads(groups: Iterable[Due], *, a_minute: int, at: datetime) -> list[_Load]:
    """The groups as they are to be put on the pile: the freshest last, and of those due together the first to become
    too late."""

    def work_until(instant: datetime) -> int:
        return max(timedelta(0), instant - at) // MICROSECOND * a_minute

    in_order = sorted(groups, key=lambda each: (each.send_at, at - each.too_late_at, each.kind))
    return [_Load(each, work_until(each.send_at), work_until(each.too_late_at), each.number * ONE) for each in in_order]


def _work_off(pile: list[_Load], *, since: int, until: int) -> int:
    """Carry what is on the pile, the top first, until an instant or until nothing is left. Returns that instant."""
    now = since
    while pile and now < until:
        load = pile[-1]
        done = max(0, min(load.left, min(load.closes, until) - now))
        load.left -= done
        now += done
        if not load.left or now >= load.closes:
            pile.pop()
    return now
