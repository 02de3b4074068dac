"""The rows of the outbox, as its records share them."""

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.outbox import OutboxMessage, Planned, State
from bot.storage.encryption import Cipher
from bot.storage.tables import database_now, outbox

NOBODY: Mapping[str, Any] = MappingProxyType({"owner": None, "lease_until": None})
WITHOUT_BODY = [column for column in outbox.c if column is not outbox.c.body]


class OutboxRows:
    """What records of the outbox share. `owner` tells this worker's leases from the others'."""

    def __init__(self, connection: AsyncConnection, *, cipher: Cipher, owner: str) -> None:
        self._connection = connection
        self._cipher = cipher
        self._owner = owner

    def _now(self, *, plus: timedelta = timedelta()) -> ColumnElement[Any]:
        return database_now(self._connection, plus=plus)

    async def _locked(self, chosen: Select[Any]) -> tuple[OutboxMessage, ...]:
        """The chosen messages, without those that another worker is choosing just now."""
        rows = (await self._connection.execute(chosen.with_for_update(skip_locked=True))).mappings()
        return tuple(message_of(row) for row in rows)

    async def _change(self, chosen: ColumnElement[bool], **values: object) -> int:
        return (await self._connection.execute(update(outbox).where(chosen).values(**values))).rowcount

    async def _end(self, chosen: ColumnElement[bool], state: State, *, reason: str) -> int:
        return await self._change(chosen, state=state, reason=reason, body=None, ended_at=self._now(), **NOBODY)


def message_of(row: RowMapping) -> OutboxMessage:
    planned = Planned(
        kind=row["kind"],
        dedupe_key=row["dedupe_key"],
        send_at=row["send_at"],
        too_late_at=row["too_late_at"],
        student=row["student"],
        channel=row["channel"],
        cohort_id=row["cohort_id"],
        on=row["day"],
    )
    return OutboxMessage(
        id=row["id"],
        planned=planned,
        state=row["state"],
        attempts=row["attempts"],
        channel=row["sent_channel"],
        ts=row["sent_ts"],
        reason=row["reason"] or "",
        held_until=row["held_until"],
    )
