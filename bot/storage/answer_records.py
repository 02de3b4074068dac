"""What preceptors answered to the students of a digest. The words and the name below them are encrypted."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import RowMapping, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.group_answer import GroupAnswer
from bot.domain.people import CohortId
from bot.storage.encryption import Cipher
from bot.storage.tables import group_answers as answers
from bot.storage.tables import insert_into, rotations


class AnswerRecords:
    """One row for each digest that was answered."""

    def __init__(self, connection: AsyncConnection, *, cipher: Cipher) -> None:
        self._connection = connection
        self._cipher = cipher

    async def add(self, answer: GroupAnswer) -> bool:
        """Add the one answer to a digest; False (and no change) when it has one already."""
        row = {
            "cohort_id": answer.cohort_id,
            "day": answer.on,
            "preceptor": answer.preceptor,
            "text": self._cipher.encrypt(answer.text),
            "signature": self._cipher.encrypt(answer.signature),
            "answered_at": answer.answered_at,
        }
        once = insert_into(self._connection, answers).values(row).on_conflict_do_nothing()
        return await self._connection.scalar(once.returning(answers.c.cohort_id)) is not None

    async def of(self, cohort: CohortId, on: date) -> GroupAnswer | None:
        """The answer to a cohort's digest of a date."""
        its = select(answers).where(answers.c.cohort_id == cohort, answers.c.day == on)
        row = (await self._connection.execute(its)).mappings().one_or_none()
        return self._answer(row) if row else None

    async def newest(self, cohorts: Collection[CohortId], *, since: date) -> tuple[GroupAnswer, ...]:
        """The answers to some cohorts' digests of a date or later, the newest first."""
        theirs = select(answers).where(answers.c.cohort_id.in_(cohorts), answers.c.day >= since)
        newest_first = theirs.order_by(answers.c.day.desc(), answers.c.cohort_id)
        return tuple(self._answer(row) for row in (await self._connection.execute(newest_first)).mappings())

    async def forget(self, *, ended_by: date, dated_by: date) -> tuple[CohortId, ...]:
        """Delete all answers to the cohorts whose last rotation ended by a date, and those to digests dated by another.
        Returns these cohorts."""
        later = exists().where(rotations.c.cohort_id == answers.c.cohort_id, rotations.c.last_day > ended_by)
        gone = delete(answers).where(~later | (answers.c.day <= dated_by)).returning(answers.c.cohort_id)
        return tuple(sorted({CohortId(cohort) for cohort in await self._connection.scalars(gone)}))

    def _answer(self, row: RowMapping) -> GroupAnswer:
        return GroupAnswer(
            cohort_id=row["cohort_id"],
            on=row["day"],
            preceptor=row["preceptor"],
            text=self._cipher.decrypt(row["text"]),
            signature=self._cipher.decrypt(row["signature"]),
            answered_at=row["answered_at"],
        )
