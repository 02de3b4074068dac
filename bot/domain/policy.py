"""What a program promises to whoever shares something, and how a promise lasts when the program changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.errors import PolicyWrong

SMALLEST_GROUP_EVER: Final = 4
LONGEST_CARRY_OVER: Final = timedelta(weeks=4)
TOLD_FIRST: Final = timedelta(days=1)
"""A looser policy that somebody decides on holds for what is written so much later: by then everybody was told, and no
form is open any more that promises what held before."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How many voices a release needs, how long a reply rests after its last change, and for how long it may wait.

    Raises PolicyWrong for fewer than four voices, no rest or more than four weeks, so no setting can undercut that.
    """

    smallest_group: int = 5
    settle: timedelta = timedelta(hours=12)
    carry_over: timedelta = LONGEST_CARRY_OVER

    def __post_init__(self) -> None:
        if self.smallest_group < SMALLEST_GROUP_EVER:
            raise PolicyWrong(
                problem=f"a digest of {self.smallest_group} voices would point at people",
                write=f"Write {SMALLEST_GROUP_EVER} or more for smallest_group",
            )
        if self.settle <= timedelta():
            raise PolicyWrong(problem="nobody could think again", write="Write 1 or more for settle_hours")
        if self.carry_over > LONGEST_CARRY_OVER:
            raise PolicyWrong(problem="replies would wait for too long", write="Write 4 or less for carry_over_weeks")

    def settled_before(self, at: datetime) -> datetime:
        """The latest last change of a reply that may join a digest at `at`; later ones may still be thought over."""
        return at - self.settle

    def waiting_since(self, at: datetime) -> datetime:
        """How far back replies are carried over; what was last changed earlier stays in the journal for good."""
        return at - self.carry_over

    def loosens(self, other: "Policy") -> bool:
        """Whether it keeps less than another one did, in anything."""
        return strictest([self, other]) != self

    def lets_join(self, changed_at: datetime, *, at: datetime) -> bool:
        """Whether a reply that was last changed then may join a digest at `at`."""
        return self.waiting_since(at) <= changed_at <= self.settled_before(at)


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A policy, and the instant from which it is in force."""

    since: datetime
    policy: Policy


def promised(changes: Iterable[PolicyChange], *, now: Policy, written_at: datetime | None) -> Policy:
    """What holds for a reply: the strictest of the policy now and of all that were in force since it was first saved.

    So a stricter policy holds at once, and a looser one only for what is written afterwards. A reply of which nobody
    knows when it was first saved has had all of them promised.
    """
    return strictest([now, *_since(changes, written_at)])


def holds_from(changes: Iterable[PolicyChange], policy: Policy, *, at: datetime) -> datetime:
    """From when on a policy that is decided at `at` is promised to who writes something: a stricter one at once, one
    that is looser in anything a day later, and none before those that were decided earlier.

    So of two replies the later one is promised the later decision. What is stricter in it holds at once all the same,
    as `promised` says.
    """
    decided = tuple(changes)
    waits = any(policy.loosens(other) for other in _since(decided, at))
    return max([at + TOLD_FIRST if waits else at, *(change.since for change in decided)])


def strictest(policies: Iterable[Policy]) -> Policy:
    """The policy that keeps every promise of some policies."""
    every = tuple(policies)
    return Policy(
        smallest_group=max(policy.smallest_group for policy in every),
        settle=max(policy.settle for policy in every),
        carry_over=min(policy.carry_over for policy in every),
    )


def _since(changes: Iterable[PolicyChange], written_at: datetime | None) -> list[Policy]:
    """The policy in force when something was written, and all later ones."""
    in_order = sorted(changes, key=lambda change: change.since)
    before = [change.policy for change in in_order if written_at is not None and change.since <= written_at]
    later = [change.policy for change in in_order if written_at is None or change.since > written_at]
    return [*before[-1:], *later]
