"""A coordinator reads what was changed, by whom."""

from dataclasses import dataclass
from typing import Final

from bot.domain.audit import AuditEntry
from bot.flows.ports import World

PAGE: Final = 8
"""How many entries a page shows."""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """A page of the list, the newest entries first; `pages` is at least one."""

    entries: tuple[AuditEntry, ...]
    page: int
    pages: int
    in_all: int


async def read_audit(world: World, *, page: int) -> AuditPage:
    """One page, or the nearest that there is."""
    async with world.open_work() as work:
        in_all = await work.audit.count()
        pages = max(1, -(-in_all // PAGE))
        page = min(max(page, 1), pages)
        entries = await work.audit.newest(skip=(page - 1) * PAGE, limit=PAGE)
    return AuditPage(entries, page, pages, in_all)
