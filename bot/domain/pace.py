"""How fast messages leave: one lane for each of Slack's methods, shared by every process through the database.

All instants here are of the database's clock, so that hosts with different clocks keep one pace together.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

AHEAD: Final = timedelta(seconds=1)
"""How far ahead slots are given out: what a process holds when it dies is lost for no longer than this."""
BEHIND: Final = timedelta(milliseconds=500)
"""A lane that was looked at a moment too late makes up for it; one that was idle saves nothing up."""
MARGIN: Final = 0.985
"""Of a pace this much is used: what leaves evenly may arrive unevenly, and Slack counts arrivals."""
LOWER: Final = 0.9
RISE_A_MINUTE: Final = 1.015
"""A lowered pace recovers by this factor a minute, so that a limit of Slack's that stays is met seldom."""
SMALLEST_SHARE: Final = 0.02
SOON: Final = timedelta(minutes=2)
"""A second refusal this soon after the first shows that nine tenths are still too many."""
ENOUGH, ENOUGH_AT_FIRST = 10, 30
"""From so many messages taken the pace is measured at a second refusal, and at a first."""
IDLE: Final = timedelta(seconds=5)
"""A lane that gave out nothing for so long had nothing to give."""
SAFELY_BELOW: Final = 0.95
RECOVERED: Final = 1_000
"""Minutes."""
PROBE: Final = timedelta(seconds=15)
"""While something other than the pace is wrong, one message in so long finds out whether it is mended."""
NO_ANSWER: Final = "no_answer"
"""The trouble of a Slack that does not answer: that mends itself, where a refusal of the app needs a person."""
MINUTE: Final = timedelta(minutes=1)
LEAD: Final = timedelta(minutes=1)
"""What somebody waits for may leave so far ahead of its lane's pace."""
FARTHEST: Final = timedelta(minutes=15)
"""No lane's instants lie farther ahead: a pause is at most ten minutes long."""
NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class LaneName(StrEnum):
    """Slack counts each method by itself, so each has a lane."""

    POST = "chat.postMessage"
    UPDATE = "chat.update"
    UPLOAD = "files.completeUploadExternal"
    DELETE = "chat.delete"
    """Files are deleted by a method of their own, which Slack takes as often; there are few."""
    HISTORY = "conversations.history"


LANES: Final = (LaneName.UPDATE, LaneName.UPLOAD, LaneName.POST, LaneName.DELETE)
"""What messages leave by. Everybody locks them in this order; whoever has just pressed something is served first."""


TIER_THREE: Final = 0.2
"""Slack takes fifty requests a minute and more of these methods: a fifth of what it surely takes of messages."""
SHARES: Final = {name: 1.0 if name is LaneName.POST else TIER_THREE for name in LaneName}


def full_pace(name: LaneName, messages_a_minute: int) -> float:
    """How many requests of a lane may leave in a minute, all processes together."""
    return messages_a_minute * SHARES[name]


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a lane stands. `share` of its full pace was right at `share_at`; `taken` slots were given out since
    `counted_from`. `trouble` says why it is closed but for the pace: Slack's error code; empty when it is open."""

    next_at: datetime = NEVER
    share: float = 1.0
    share_at: datetime = NEVER
    blocked_until: datetime = NEVER
    refused_at: datetime = NEVER
    trouble: str = ""
    taken: int = 0
    counted_from: datetime = NEVER

    def share_now(self, now: datetime) -> float:
        """The share of the full pace that the lane has recovered to."""
        minutes = max(timedelta(0), now - self.share_at) / MINUTE
        # By then it has recovered from anything, and the power could outgrow a float.
        return 1.0 if minutes > RECOVERED else min(1.0, self.share * RISE_A_MINUTE**minutes)

    def is_free(self, now: datetime) -> bool:
        """Whether nothing speaks against sending at once what a person waits for."""
        return not self.trouble and self.blocked_until <= now and self.share_now(now) >= 1.0


def in_step(lane: Lane, now: datetime) -> Lane:
    """The lane as it goes on after a clock went back: instants farther ahead than any pace or pause could put them are
    of the time before, and waiting for them would keep everything waiting."""
    if max(lane.next_at, lane.blocked_until, lane.share_at, lane.refused_at, lane.counted_from) <= now + FARTHEST:
        return lane
    return replace(
        lane,
        next_at=min(lane.next_at, now),
        blocked_until=min(lane.blocked_until, now),
        share_at=min(lane.share_at, now),
        refused_at=min(lane.refused_at, now),
        counted_from=min(lane.counted_from, now),
    )


def room(lane: Lane, *, a_minute: float, now: datetime, ahead: timedelta = AHEAD) -> int:
    """How many slots can be given out at `now`: as many as begin within a second, or so far ahead."""
    first = _first_slot(lane, now)
    if first > now + ahead:
        return 0
    return 1 if lane.trouble else 1 + (now + ahead - first) // _interval(lane, a_minute, now)


def take(lane: Lane, number: int, *, a_minute: float, now: datetime) -> tuple[Lane, tuple[datetime, ...]]:
    """Take slots one after the other: the lane as it stands afterwards, and the instants of the slots."""
    if not number:
        return lane, ()
    interval = PROBE if lane.trouble else _interval(lane, a_minute, now)
    first = _first_slot(lane, now)
    slots = tuple(first + each * interval for each in range(number))
    after = replace(lane, next_at=slots[-1] + interval, taken=lane.taken + number)
    if lane.trouble or lane.next_at < now - IDLE:
        # What is counted tells what Slack takes only where there was something to take all the while.
        after = replace(after, taken=number, counted_from=first)
    return after, slots


def refused(lane: Lane, pause: timedelta, *, slot: datetime, a_minute: float, now: datetime) -> Lane:
    """The lane after Slack asked for a pause: closed for so long, and at nine tenths of its pace from then on.

    A message whose slot was given out before the last refusal lowers the pace no further. Where enough was taken
    without a break to tell, the pace goes no higher than a little below what Slack did take, its pause included.
    """
    blocked_until = max(lane.blocked_until, now + pause)
    if slot < lane.counted_from:
        return replace(lane, blocked_until=blocked_until)
    share = lane.share_now(now) * LOWER
    again = lane.refused_at != NEVER and now - max(lane.refused_at, lane.counted_from) <= SOON
    if lane.taken >= (ENOUGH if again else ENOUGH_AT_FIRST):
        share = min(share, _measured(lane, until=blocked_until) / a_minute)
    return replace(
        lane,
        next_at=blocked_until,
        share=max(SMALLEST_SHARE, share),
        share_at=blocked_until,
        blocked_until=blocked_until,
        refused_at=now,
        taken=0,
        counted_from=blocked_until,
    )


def closed(lane: Lane, trouble: str, *, now: datetime) -> Lane:
    """The lane after Slack refused the app itself or stopped answering: closed, and probed until it is opened."""
    blocked_until = max(lane.blocked_until, now + PROBE)
    return replace(lane, trouble=trouble, next_at=blocked_until, blocked_until=blocked_until)


def opened(lane: Lane) -> Lane:
    """The lane once Slack has taken a message again."""
    return replace(lane, trouble="")


def _first_slot(lane: Lane, now: datetime) -> datetime:
    return max(lane.next_at, lane.blocked_until, now - BEHIND)


def _interval(lane: Lane, a_minute: float, now: datetime) -> timedelta:
    return MINUTE / (a_minute * MARGIN * lane.share_now(now))


def _measured(lane: Lane, *, until: datetime) -> float:
    """A little less than the messages a minute that Slack took since the lane was counted, its pause included."""
    return SAFELY_BELOW * lane.taken / max(1.0, (until - lane.counted_from).total_seconds()) * 60
