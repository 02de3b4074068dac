"""What coordinators changed of the program: rules by their names, and the lessons of some dates."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Final

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.curriculum import Override, PrincipleSlug
from bot.flows.records.rules import NewsOfRules
from bot.storage.advisory import Advisory
from bot.storage.tables import insert_into, lesson_changes, program_changes

NEWS: Final = "news:"
"""How the keys of changes begin that students are still to be told."""


class ProgramRecords:
    """One row for each rule and each date. There may be none at all, so what is locked is a number."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def keep(self) -> None:
        """Wait until nobody is changing the program, and let nobody change it until the unit of work ends."""
        await self._lock("pg_advisory_xact_lock_shared")

    async def take(self) -> None:
        """The same, to change it oneself: nobody else keeps it meanwhile."""
        await self._lock("pg_advisory_xact_lock")

    async def rules(self) -> Mapping[str, str]:
        """Every rule that was changed, by its name, as it was written."""
        rules = select(program_changes.c.key, program_changes.c.value)
        rows = await self._connection.execute(rules.where(~program_changes.c.key.startswith(NEWS)))
        return {row.key: row.value for row in rows}

    async def lessons(self) -> Mapping[date, Override | None]:
        """Every date whose lesson was changed; None where it has its own one again."""
        rows = (await self._connection.execute(select(lesson_changes))).mappings()
        return {
            row["day"]: Override(PrincipleSlug(row["principle"]), row["reminder"], row["question"])
            if row["principle"]
            else None
            for row in rows
        }

    async def put_rules(self, rules: Mapping[str, str], *, at: datetime) -> None:
        """Change some rules."""
        for key, value in rules.items():
            row = {"key": key, "value": value, "changed_at": at}
            statement = insert_into(self._connection, program_changes).values(row)
            await self._connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=row))

    async def put_lesson(self, on: date, override: Override | None) -> None:
        """Give a date another lesson, or its own one again whatever the program's file says."""
        row = {
            "day": on,
            "principle": override and override.principle,
            "reminder": override and override.reminder,
            "question": override and override.question,
        }
        statement = insert_into(self._connection, lesson_changes).values(row)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["day"], set_=row))

    async def drop_lesson(self, on: date) -> None:
        """Let the program's file say again what a date teaches."""
        await self._connection.execute(delete(lesson_changes).where(lesson_changes.c.day == on))

    async def news(self) -> tuple[NewsOfRules, ...]:
        """What students are still to be told, the earliest change first."""
        theirs = program_changes.c.key.startswith(NEWS)
        rows = (await self._connection.execute(select(program_changes).where(theirs))).mappings()
        found = (NewsOfRules(row["changed_at"], *json.loads(row["value"])) for row in rows)
        return tuple(sorted(found, key=attrgetter("decided_at")))

    async def put_news(self, news: NewsOfRules) -> None:
        """Write down that students are to be told of a change, and who was told by now."""
        text = json.dumps([news.body, news.after])
        await self.put_rules({_key_of(news): text}, at=news.decided_at)

    async def drop_news(self, news: NewsOfRules) -> None:
        """Note that everybody was told."""
        await self._connection.execute(delete(program_changes).where(program_changes.c.key == _key_of(news)))

    async def _lock(self, how: str) -> None:
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text(f"SELECT {how}(:key)"), {"key": Advisory.PROGRAM})
        else:
            # SQLite has one writer at a time, and every unit of work is one from its first statement on.
            await self._connection.execute(text("SELECT 1"))


def _key_of(news: NewsOfRules) -> str:
    # One instant has one name, in whatever zone somebody read the clock.
    return f"{NEWS}{news.decided_at.astimezone(UTC):%Y%m%d%H%M%S%f}"
