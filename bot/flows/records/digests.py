"""Digests that were begun and posted, who reads them, and what readers answered the group."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.group_answer import GroupAnswer
from bot.domain.people import Cohort, CohortId, PersonId


@dataclass(frozen=True, slots=True)
class DigestHour:
    """When some cohorts have their digest: the weekday (Monday is 0) and the local time of a zone."""

    zone: ZoneInfo
    weekday: int
    local_time: time


@dataclass(frozen=True, slots=True)
class PostedDigest:
    """Where a cohort's digest of a date stands in Slack."""

    cohort_id: CohortId
    on: date
    channel: str
    ts: str


class Digests(Protocol):
    """Which digests a cohort had, and when it last released replies."""

    async def begin(self, cohort: CohortId, on: date) -> bool:
        """Reserve the digest of a date; False when it was composed already, here or by another worker."""

    async def was_begun(self, cohort: CohortId, on: date) -> bool:
        """Whether a cohort had a digest of a date."""

    async def hours(self) -> tuple[DigestHour, ...]:
        """When there are digests at all: thousands of cohorts share a few hours."""

    async def to_begin(self, hour: DigestHour, on: date, *, ended_since: date) -> tuple[Cohort, ...]:
        """The cohorts with this hour that have no digest of a date or of less than six days before or after it, whose
        first rotation began before it and whose last one ends at `ended_since` or later."""

    async def released(self, cohort: CohortId, on: date, *, at: datetime) -> None:
        """Note that the digest of a date released replies."""

    async def released_anything(self, on: Mapping[CohortId, date]) -> dict[CohortId, bool]:
        """Of those of some cohorts that have their digest of a date, one for each: whether it released replies."""

    async def last_release(self, cohort: CohortId) -> datetime | None:
        """When a cohort last released replies."""

    async def rests_since(self, cohort: CohortId) -> datetime | None:
        """The same; or, if that is later, when another one did whose rotation it then took over."""

    async def posted(self, cohorts: Collection[CohortId], *, to: PersonId, newest: int) -> tuple[PostedDigest, ...]:
        """Where the newest digests of some cohorts stand, of those in a channel or sent to this very person: the
        newest first, and one for each cohort and date, the person's own where there is one."""


class Preceptors(Protocol):
    """Preceptors, and whether they confirmed how a digest is to be read."""

    async def of(self, cohort: CohortId, *, since: date, until: date) -> tuple[PersonId, ...]:
        """The preceptors placed in a cohort's rotations that run on any day from `since` to `until`, by id."""

    async def ever(self) -> dict[CohortId, frozenset[PersonId]]:
        """Everybody who was ever a preceptor in each cohort, also who was taken off it after it had begun."""

    async def ever_in(self, cohort: CohortId) -> frozenset[PersonId]:
        """The same for one cohort."""

    async def ever_taught(self, preceptor: PersonId) -> frozenset[CohortId]:
        """The cohorts in which somebody was ever a preceptor, in the same way."""

    async def cohorts_of(self, preceptor: PersonId, *, since: date) -> tuple[Cohort, ...]:
        """The cohorts in which a preceptor is placed in a rotation that ends at `since` or later, by name."""

    async def confirmed(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of some people who have confirmed that they read how a digest is to be read."""

    async def unreachable(self, people: Collection[PersonId]) -> dict[PersonId, str]:
        """Those of some people whom nothing reaches, each with Slack's code."""

    async def lose(self, preceptor: PersonId, reason: str) -> bool:
        """Note that nothing reaches a preceptor who was told; False (and no change) for anybody else, and when that was
        noted already."""

    async def found(self, preceptor: PersonId) -> bool:
        """Note that a preceptor can be reached again; False (and no change) when nothing else was known."""

    async def tell(self, preceptor: PersonId) -> bool:
        """Note that a preceptor is told; False (and no change) when that was noted already."""

    async def confirm(self, preceptor: PersonId, *, at: datetime) -> bool:
        """Note that a preceptor has confirmed; False (and no change) when that was noted already."""

    async def untold(self, *, on: date, planned_before: datetime, limit: int) -> tuple[tuple[PersonId, CohortId], ...]:
        """Some preceptors who were not told yet, or have not confirmed and whose briefing, planned for an instant or
        earlier, came to nothing; each with one of the cohorts whose rotations have not all ended before a date."""


class GroupAnswers(Protocol):
    """What preceptors answered to the students of a digest; text and signature are encrypted at rest."""

    async def add(self, answer: GroupAnswer) -> bool:
        """Add the one answer to a digest; False (and no change) when it has one already."""

    async def of(self, cohort: CohortId, on: date) -> GroupAnswer | None:
        """The answer to a cohort's digest of a date."""

    async def newest(self, cohorts: Collection[CohortId], *, since: date) -> tuple[GroupAnswer, ...]:
        """The answers to some cohorts' digests of a date or later, the newest first."""

    async def forget(self, *, ended_by: date, dated_by: date) -> tuple[CohortId, ...]:
        """Delete all answers to the cohorts whose last rotation ended by a date, and those to digests dated by another.
        Returns these cohorts."""
