"""What the operator sees: what is planned, what is stuck and why, and what the pace will not carry in time."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain import calendar
from bot.domain.capacity import Due, Overload, foresee, placed_dues
from bot.domain.outbox import Kind, OutboxMessage, State
from bot.domain.pace import NO_ANSWER, Lane, LaneName
from bot.domain.people import PersonId
from bot.flows.ports import World
from bot.logs import log

AHEAD: Final = timedelta(hours=24)
"""The plan stands a day ahead, and no farther."""
LATELY: Final = timedelta(hours=24)
WEEKS: Final = 4
"""So far ahead the rosters are looked at."""


@dataclass(frozen=True, slots=True)
class Coming:
    """`number` messages of a kind, the first of them due at `first_at`."""

    kind: Kind
    number: int
    first_at: datetime


@dataclass(frozen=True, slots=True)
class SlowLane:
    """A lane that is not at its full pace: its share of it, the rest of the pause that Slack asked for, and Slack's
    code for why nothing at all is taken."""

    name: LaneName
    share: float
    pause: timedelta
    trouble: str

    @property
    def is_closed(self) -> bool:
        """Whether nothing is sent but one message now and then, to find out whether Slack takes it."""
        return bool(self.trouble)

    @property
    def needs_a_person(self) -> bool:
        """Whether it stays closed until somebody mends the app."""
        return self.is_closed and self.trouble != NO_ANSWER


@dataclass(frozen=True, slots=True)
class OutboxView:
    """The outbox at a glance. `overdue` waits already; `expired` counts the last 24 hours; `unreachable` are those for
    whom one of the `troubled` is; `now` is the database's present instant."""

    counts: Mapping[State, int]
    coming: tuple[Coming, ...]
    overdue: tuple[Coming, ...]
    expired: Mapping[Kind, int]
    lanes: tuple[SlowLane, ...]
    overloads: tuple[Overload, ...]
    troubled: tuple[OutboxMessage, ...]
    unreachable: frozenset[PersonId]
    now: datetime

    @property
    def needs_a_person(self) -> bool:
        """Whether something stays wrong until somebody does something."""
        return bool(self.troubled or self.overloads or any(lane.needs_a_person for lane in self.lanes))


async def look_at_outbox(world: World, *, at: datetime, most: int) -> OutboxView:
    """The outbox at an instant, with the newest of the messages that need a person. Nothing is changed."""
    async with world.open_work() as work:
        due = await work.outbox.due_groups(at=at, until=at + AHEAD)
        lanes, now = await work.lanes.all(), await work.lanes.now()
        counts, expired = await work.outbox.counts(), await work.outbox.ended(State.EXPIRED, within=LATELY)
        troubled = await work.outbox.troubled(limit=most)
        students = await work.people.students({each.planned.student for each in troubled if each.planned.student})
    # Reckoned only now, since one who reads keeps the embedded database from everybody who writes.
    return OutboxView(
        counts=counts,
        coming=_by_kind(each for each in due if each.send_at > at),
        overdue=_by_kind(each for each in due if each.send_at <= at),
        expired=expired,
        lanes=tuple(_slow(name, lane, now) for name, lane in lanes.items() if not lane.is_free(now)),
        overloads=_overloads(world, due, at=at),
        troubled=troubled,
        unreachable=frozenset(person for person, student in students.items() if student.unreachable),
        now=now,
    )


async def warn_of_overload(world: World, *, at: datetime) -> int:
    """Say loudly which planned messages of the coming 24 hours the pace will not carry in time. Returns how many."""
    async with world.open_work() as work:
        due = await work.outbox.due_groups(at=at, until=at + AHEAD)
    overloads = _overloads(world, due, at=at)
    for kind in Kind:
        world.meters.foreseen(kind, sum(each.too_late for each in overloads if each.kind is kind))
    for each in overloads:
        log(
            "pace_too_low",
            level=logging.WARNING,
            kind=each.kind,
            first_at=each.first_at,
            due=each.due,
            in_time=each.carried,
            a_minute=world.program.messages_a_minute,
        )
    return sum(each.too_late for each in overloads)


async def worst_placed_overload(world: World, *, at: datetime) -> Overload | None:
    """The worst that the rosters of the coming weeks would ask of the pace if everybody got everything; None when it
    carries all of it. It is counted on the roster, never on starts, pauses or paces."""
    # Somewhere it is still yesterday.
    days = tuple(calendar.days_from(at.astimezone(UTC).date() - calendar.DAY, 7 * WEEKS + 1))
    async with world.open_work() as work:
        placed = await work.people.placed(since=days[0], until=days[-1])
    due = [each for each in placed_dues(placed, days=days, program=world.program, at=at) if each.send_at >= at]
    return max(_overloads(world, due, at=at), key=lambda each: each.too_late, default=None)


def _overloads(world: World, due: Iterable[Due], *, at: datetime) -> tuple[Overload, ...]:
    """What posts; the changes of messages that are there already have a lane of their own and are few."""
    posts = [each for each in due if each.kind.lane is LaneName.POST]
    return foresee(posts, a_minute=world.program.messages_a_minute, at=at)


def _by_kind(due: Iterable[Due]) -> tuple[Coming, ...]:
    """In the order in which the first of each kind is due."""
    groups = tuple(due)
    coming = [
        Coming(kind, sum(each.number for each in own), min(each.send_at for each in own))
        for kind in Kind
        if (own := [each for each in groups if each.kind is kind])
    ]
    return tuple(sorted(coming, key=lambda each: each.first_at))


def _slow(name: LaneName, lane: Lane, now: datetime) -> SlowLane:
    return SlowLane(name, lane.share_now(now), max(timedelta(0), lane.blocked_until - now), lane.trouble)
