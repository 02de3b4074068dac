"""What students wrote, until a digest has used it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType, Protocol

from bot.domain.curriculum import ThemeSlug
from bot.domain.people import CohortId, PersonId
from bot.domain.reply import Reply

ReplyId = NewType("ReplyId", int)


@dataclass(frozen=True, slots=True)
class WaitingReply:
    """What a reply that waits for a digest brings to the gate: what was shared and, so that the promises can be kept,
    by whom and when. `words` is the excerpt, as far as words are shared; `written_at` is when it was first saved."""

    id: ReplyId
    student: PersonId
    themes: frozenset[ThemeSlug]
    changed_at: datetime
    written_at: datetime | None
    words: str | None


class Replies(Protocol):
    """Students' replies; their text and excerpt are encrypted at rest."""

    async def get(self, student: PersonId, on: date) -> Reply | None:
        """A student's own reply to the question of a date, locked until the unit of work ends."""

    async def all_of(self, student: PersonId) -> tuple[Reply, ...]:
        """All of a student's own replies, oldest first."""

    async def save(self, reply: Reply) -> None:
        """Insert or update a reply that is not spent."""

    async def rewrite(self, reply: Reply) -> None:
        """Put another text into the journal of a spent reply, and change nothing else of it."""

    async def delete(self, student: PersonId, on: date) -> None:
        """Delete a reply that is not spent, if there is one."""

    async def shared(self, student: PersonId) -> tuple[Reply, ...]:
        """A student's replies that share something and that no digest has used, locked."""

    async def skip(self, student: PersonId, on: date, *, at: datetime) -> None:
        """Close a question without a reply; a second time changes nothing."""

    async def days(self, student: PersonId) -> tuple[date, ...]:
        """The dates of all of a student's own replies, newest first."""

    async def between(self, student: PersonId, first: date, last: date) -> tuple[Reply, ...]:
        """A student's own replies to the questions of some days, newest first."""

    async def waiting(
        self, cohort: CohortId, *, settled_before: datetime, since: datetime, asked_since: date
    ) -> tuple[WaitingReply, ...]:
        """A cohort's shared replies that no digest has used, last changed in [since, settled_before] and answering a
        question of `asked_since` or later, locked."""

    async def spend(self, replies: Collection[ReplyId]) -> None:
        """Wipe themes, sharing choice, excerpt and instants from replies and leave only that they are spent."""

    async def forget(self, students: Sequence[PersonId]) -> None:
        """Delete the rows of all replies and skips of some students, and nothing else."""
