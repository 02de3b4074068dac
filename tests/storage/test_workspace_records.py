"""A database belongs to one workspace."""

import pytest

from bot.domain.errors import AnotherWorkspace
from bot.flows.ports import OpenWork


async def bind(open_work: OpenWork, team: str) -> None:
    async with open_work() as work:
        await work.workspace.bind(team)
        await work.commit()


async def test_the_first_start_binds_the_database_and_later_ones_find_it_bound(open_work: OpenWork) -> None:
    await bind(open_work, "T1")
    await bind(open_work, "T1")


async def test_another_workspace_is_refused_and_changes_nothing(open_work: OpenWork) -> None:
    await bind(open_work, "T1")
    with pytest.raises(AnotherWorkspace):
        await bind(open_work, "T2")
    await bind(open_work, "T1")
