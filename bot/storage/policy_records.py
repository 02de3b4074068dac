"""Which policy was in force since when."""

from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.policy import Policy, PolicyChange
from bot.storage.tables import policies


class PolicyRecords:
    """One row for each policy that came into force."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def changes(self) -> tuple[PolicyChange, ...]:
        """Every policy that ever came into force, in the order in which they did."""
        rows = (await self._connection.execute(select(policies).order_by(policies.c.id))).mappings()
        return tuple(
            PolicyChange(
                row["since"],
                Policy(
                    smallest_group=row["smallest_group"],
                    settle=timedelta(seconds=row["settle"]),
                    carry_over=timedelta(seconds=row["carry_over"]),
                ),
            )
            for row in rows
        )

    async def note(self, policy: Policy, *, at: datetime) -> None:
        """Note that a policy is in force from an instant on."""
        row = {
            "since": at,
            "smallest_group": policy.smallest_group,
            "settle": int(policy.settle.total_seconds()),
            "carry_over": int(policy.carry_over.total_seconds()),
        }
        await self._connection.execute(insert(policies).values(row))
