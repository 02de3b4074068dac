"""A coordinator reads what was changed, by whom."""

from dataclasses import dataclass
from typing import Final

from bot.domain.audit import AuditEntry, Change
from bot.flows.ports import World

PAGE: Final = 8
"""How many entries a page shows."""
CHANGES_PAGE: Final = 30
"""How many changes of one entry a page of its own shows."""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the list, the newest entries first; `pages` is at least one."""

    entries: tuple[AuditEntry, ...]
    page: int
    pages: int
    in_all: int

    def number_of(self, place: int) -> int:
        """The number of the entry at a place of the page, counted from the first one ever, which never changes."""
        return self.in_all - (self.page - 1) * PAGE - place


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry, by its number, with a page of its changes; `pages` is at least one."""

    entry: AuditEntry
    number: int
    page: int
    pages: int

    @property
    def changes(self) -> tuple[Change, ...]:
        """Those of the page."""
        return self.entry.changes[(self.page - 1) * CHANGES_PAGE : self.page * CHANGES_PAGE]


async def read_audit(world: World, *, page: int) -> AuditPage:
    """One page, or the nearest that there is."""
    async with world.open_work() as work:
        in_all = await work.audit.count()
        pages = max(1, -(-in_all // PAGE))
        page = min(max(page, 1), pages)
        entries = await work.audit.newest(skip=(page - 1) * PAGE, limit=PAGE)
    return AuditPage(entries, page, pages, in_all)


async def read_entry(world: World, number: int, *, page: int) -> EntryPage | None:
    """One entry with a page of its changes, or the nearest that there is; None if there is no such entry."""
    async with world.open_work() as work:
        skipped = await work.audit.count() - number
        found = await work.audit.newest(skip=skipped, limit=1) if number > 0 and skipped >= 0 else ()
    if not found:
        return None
    pages = max(1, -(-len(found[0].changes) // CHANGES_PAGE))
    return EntryPage(found[0], number, min(max(page, 1), pages), pages)
