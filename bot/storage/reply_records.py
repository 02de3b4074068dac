"""Students' replies. Their words are encrypted on the way in and decrypted on the way out, nowhere else."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, bindparam, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.domain.errors import ReplyAlreadyUsed
from bot.domain.people import CohortId, PersonId
from bot.domain.reply import LONG_AGO, Reply, Sharing
from bot.flows.records.replies import ReplyId, WaitingReply
from bot.storage.encryption import Cipher
from bot.storage.tables import insert_in_words_of, insert_into, skips
from bot.storage.tables import replies as kept

REPLY = tuple(kept.c)
SHARED = (Sharing.THEMES, Sharing.WORDS)
WAITING = ("id", "student", "themes", "changed_at", "written_at")
MOST_IDS = 5000
"""More parameters than a few tens of thousands no database takes in one statement."""
# A reply stays in the cohort it was written for, so a later save changes everything but that.
CHANGEABLE = ("themes", "text", "sharing", "changed_at", "excerpt")

# These and `_upsert` are drawn up once, since somebody waits who has just sent a form: that takes as long as executing
# them.
OWN_REPLY = select(kept).where(kept.c.student == bindparam("person"), kept.c.day == bindparam("on")).with_for_update()
CHANGE = (
    update(kept)
    .where(kept.c.student == bindparam("person"), kept.c.day == bindparam("on"), kept.c.spent.is_(False))
    .values({name: bindparam(f"new_{name}") for name in CHANGEABLE})
    .returning(kept.c.id)
)


class ReplyRecords:
    """One row for each student and date."""

    def __init__(self, connection: AsyncConnection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def get(self, student: PersonId, on: date) -> Reply | None:
        """A student's own reply to the question of a date, locked until the unit of work ends."""
        row = (await self._connection.execute(OWN_REPLY, {"person": student, "on": on})).mappings().one_or_none()
        return reply_of(row, self._cipher) if row else None

    async def all_of(self, student: PersonId) -> tuple[Reply, ...]:
        """All of a student's own replies, oldest first."""
        theirs = select(kept).where(kept.c.student == student).order_by(kept.c.day)
        return tuple(reply_of(row, self._cipher) for row in (await self._connection.execute(theirs)).mappings())

    async def save(self, reply: Reply) -> None:
        """Insert or update a reply that is not spent. Raises ReplyAlreadyUsed when it is."""
        row = {
            "student": reply.student,
            "cohort_id": reply.cohort_id,
            "day": reply.on,
            "themes": reply.themes,
            "text": self._cipher.encrypt(reply.text),
            "sharing": reply.sharing,
            "changed_at": reply.changed_at,
            "excerpt": None if reply.excerpt is None else self._cipher.encrypt(reply.excerpt),
            "spent": False,
            "written_at": reply.changed_at,
        }
        if reply.spent or not (await self._changed(row) or await self._inserted(row)):
            raise ReplyAlreadyUsed

    async def _changed(self, row: Mapping[str, Any]) -> bool:
        """Whether it was there and not spent. An upsert would take a number on PostgreSQL for each change, and the gap
        would tell for good that a student came back, as whoever shares words does."""
        bound = {f"new_{name}": row[name] for name in CHANGEABLE} | {"person": row["student"], "on": row["day"]}
        return await self._connection.scalar(CHANGE, bound) is not None

    async def _inserted(self, row: Mapping[str, Any]) -> bool:
        return await self._connection.scalar(_upsert(self._connection.dialect.name), row) is not None

    async def rewrite(self, reply: Reply) -> None:
        """Put another text into the journal of a spent reply, and change nothing else of it."""
        spent = _of(reply.student, reply.on) & kept.c.spent.is_(True)
        text = self._cipher.encrypt(reply.text)
        await self._connection.execute(update(kept).where(spent).values(text=text, changed_at=reply.changed_at))

    async def delete(self, student: PersonId, on: date) -> None:
        """Delete a reply that is not spent, if there is one."""
        await self._connection.execute(delete(kept).where(_of(student, on), kept.c.spent.is_(False)))

    async def shared(self, student: PersonId) -> tuple[Reply, ...]:
        """A student's replies that share something and that no digest has used, locked.

        Like a release, this locks in the order of ids, so that neither waits for the other for ever.
        """
        unused = select(kept).where(kept.c.student == student, kept.c.spent.is_(False), kept.c.sharing.in_(SHARED))
        rows = (await self._connection.execute(unused.order_by(kept.c.id).with_for_update())).mappings()
        return tuple(reply_of(row, self._cipher) for row in rows)

    async def skip(self, student: PersonId, on: date, *, at: datetime) -> None:
        """Close a question without a reply; a second time changes nothing."""
        close = insert_into(self._connection, skips).values(student=student, day=on, skipped_at=at)
        await self._connection.execute(close.on_conflict_do_nothing(index_elements=["student", "day"]))

    async def days(self, student: PersonId) -> tuple[date, ...]:
        """The dates of all of a student's own replies, newest first. An index holds them; no reply is read."""
        theirs = select(kept.c.day).where(kept.c.student == student).order_by(kept.c.day.desc())
        return tuple((await self._connection.scalars(theirs)).all())

    async def between(self, student: PersonId, first: date, last: date) -> tuple[Reply, ...]:
        """A student's own replies to the questions of some days, newest first."""
        theirs = select(kept).where(kept.c.student == student, kept.c.day.between(first, last))
        rows = (await self._connection.execute(theirs.order_by(kept.c.day.desc()))).mappings()
        return tuple(reply_of(row, self._cipher) for row in rows)

    async def waiting(
        self, cohort: CohortId, *, settled_before: datetime, since: datetime, asked_since: date
    ) -> tuple[WaitingReply, ...]:
        """A cohort's shared replies that no digest has used, last changed in [since, settled_before] and answering a
        question of `asked_since` or later, locked.

        There is no limit: a release takes the whole batch, which is what one cohort shares in the weeks of carry-over.
        The journal's text is not even read.
        """
        unused = (
            select(*(kept.c[name] for name in WAITING), _shared_words())
            .where(kept.c.cohort_id == cohort, kept.c.day >= asked_since)
            .where(kept.c.spent.is_(False), kept.c.sharing.in_(SHARED))
            .where(kept.c.changed_at.between(since, settled_before))
            .order_by(kept.c.id)
        )
        rows = (await self._connection.execute(unused.with_for_update())).mappings()
        return tuple(_waiting(row, self._cipher) for row in rows)

    async def spend(self, replies: Collection[ReplyId]) -> None:
        """Wipe themes, sharing choice, excerpt and instants from replies and leave only that they are spent."""
        instants = {"changed_at": LONG_AGO, "written_at": None}
        wiped = {"themes": None, "sharing": None, "excerpt": None, "spent": True, **instants}
        ids = sorted(replies)
        for first in range(0, len(ids), MOST_IDS):
            chosen = kept.c.id.in_(ids[first : first + MOST_IDS])
            await self._connection.execute(update(kept).where(chosen).values(wiped))

    async def forget(self, students: Sequence[PersonId]) -> None:
        """Delete the rows of all replies and skips of some students, and nothing else.

        Like a release, this locks replies in the order of ids; a DELETE alone takes them as they lie.
        """
        theirs = select(kept.c.id).where(kept.c.student.in_(students)).order_by(kept.c.id)
        await self._connection.execute(theirs.with_for_update())
        for table in (kept, skips):
            await self._connection.execute(delete(table).where(table.c.student.in_(students)))


def reply_of(row: Mapping[str, Any] | RowMapping, cipher: Cipher) -> Reply:
    """A row of this table, decrypted."""
    return Reply(
        student=row["student"],
        cohort_id=row["cohort_id"],
        on=row["day"],
        themes=row["themes"] or frozenset(),
        text=cipher.decrypt(row["text"]),
        sharing=row["sharing"] or Sharing.JOURNAL,
        changed_at=row["changed_at"],
        excerpt=None if row["excerpt"] is None else cipher.decrypt(row["excerpt"]),
        spent=row["spent"],
    )


def _shared_words() -> ColumnElement[bytes | None]:
    return case((kept.c.sharing == Sharing.WORDS, kept.c.excerpt)).label("words")


def _waiting(row: RowMapping, cipher: Cipher) -> WaitingReply:
    words = None if row["words"] is None else cipher.decrypt(row["words"])
    return WaitingReply(**{name: row[name] for name in WAITING}, words=words)


def _of(student: PersonId, on: date) -> ColumnElement[bool]:
    return (kept.c.student == student) & (kept.c.day == on)


@cache
def _upsert(dialect: str) -> ReturningInsert[tuple[int]]:
    insert = insert_in_words_of(dialect, kept)
    return insert.on_conflict_do_update(
        index_elements=["student", "day"],
        set_={name: insert.excluded[name] for name in CHANGEABLE},
        where=kept.c.spent.is_(False),
    ).returning(kept.c.id)
