"""What a program decides once for all its rotations: times, numbers, days, support lines and reporting routes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from bot.domain.calendar import Hours, Weekday
from bot.domain.curriculum import Override
from bot.domain.policy import Policy

MESSAGES_A_MINUTE: Final = 240
"""What a workspace of Slack's takes for sure, all processes together."""


@dataclass(frozen=True, slots=True)
class SupportLine:
    """Somebody to talk or to report to, and how to reach them; `school` marks the school's own line."""

    name: str
    contact: str
    school: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """The program as its file describes it. Local times are meant in the zone of whoever gets the message."""

    name: str
    reminder_at: time
    question_at: time
    hours: Hours
    working_days: frozenset[Weekday]
    digest_day: Weekday
    digest_at: time
    smallest_group: int
    settle: timedelta
    carry_over: timedelta
    retention: timedelta
    question_open: timedelta
    support_lines: tuple[SupportLine, ...]
    days_off: frozenset[date]
    overrides: Mapping[date, Override]
    messages_a_minute: int = MESSAGES_A_MINUTE
    reporting_routes: tuple[SupportLine, ...] = ()
    """Where mistreatment is reported: the school's own, all of them."""

    @property
    def policy(self) -> Policy:
        """What is promised at present to whoever shares something."""
        return Policy(self.smallest_group, self.settle, self.carry_over)
