"""The database goes away under load, and comes back."""

import asyncio
import os
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.storage import migrate
from tests.campaigns.campaign import Campaign, open_campaign
from tests.campaigns.school import School, prompts
from tests.campaigns.seeds import Tell
from tests.databases import PostgresServer, own_postgres
from tests.stories import MONDAY, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SCHOOL = School(cohorts=2, each=60)
AWAY = 60.0
"""Seconds: many times as long as a lease, its settling and everybody's patience together."""

FROZEN = 20.0
"""Seconds: everybody has given up by then, and has been refused a new connection, too."""


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL server for this test alone, with an empty, migrated database."""
    with own_postgres() as server:
        migrate.upgrade(server.get_uri())
        yield server


@asynccontextmanager
async def busy(campaign: Campaign, tell: Tell, *, workers: int) -> AsyncIterator[None]:
    """Workers in the middle of a morning; afterwards they finish the day, and every message came once."""
    faults = campaign.workspace.faults
    # So that the morning is long enough for what happens in it.
    faults.add("chat.postMessage", "slow", 60, seconds=0.5)
    await campaign.crew.hire(workers)
    await campaign.crew.ready(workers)
    await campaign.be(at(MONDAY, "07:15"))
    await campaign.some_more(30)
    yield
    await campaign.ended(prompts("reminder", SCHOOL.students, MONDAY))
    await campaign.day(MONDAY, replies=8)
    campaign.crew.bury()
    assert set(await campaign.crew.dismiss()) == {0}
    verdict = await campaign.verdict()
    tell(str(verdict))
    assert verdict.wrong == ()
    assert campaign.crew.gave_up == 0, "a worker waits for its database"


async def test_postgresql_is_stopped_and_started_under_load(
    tmp_path: Path, server: PostgresServer, campaign_seed: int, tell: Tell
) -> None:
    async with (
        open_campaign(tmp_path, server.get_uri(), school=SCHOOL, seed=campaign_seed) as campaign,
        busy(campaign, tell, workers=2),
    ):
        await asyncio.to_thread(server.stop)
        await asyncio.sleep(AWAY)
        await asyncio.to_thread(server.ensure_postgres_running)


async def test_postgresql_is_frozen_and_thawed_under_load(
    tmp_path: Path, server: PostgresServer, campaign_seed: int, tell: Tell
) -> None:
    """It stays connected, and its host answers for it: only its clients can give up."""
    async with (
        open_campaign(tmp_path, server.get_uri(), school=SCHOOL, seed=campaign_seed) as campaign,
        busy(campaign, tell, workers=2),
    ):
        thaw = await asyncio.to_thread(freeze, server.get_uri())
        try:
            await asyncio.sleep(FROZEN)
            assert "BedsideError" in campaign.crew.log()
        finally:
            thaw()


async def test_connections_to_postgresql_are_cut_under_load(
    tmp_path: Path, postgres_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with (
        open_campaign(tmp_path, postgres_url, school=SCHOOL, seed=campaign_seed) as campaign,
        busy(campaign, tell, workers=2),
    ):
        for _ in range(20):
            await asyncio.to_thread(cut_connections, postgres_url)
            await asyncio.sleep(campaign.dice.uniform(0.0, 0.5))


async def test_another_process_keeps_the_sqlite_file_locked(
    tmp_path: Path, sqlite_url: str, campaign_seed: int, tell: Tell
) -> None:
    async with (
        open_campaign(tmp_path, sqlite_url, school=SCHOOL, seed=campaign_seed) as campaign,
        busy(campaign, tell, workers=1),
    ):
        for seconds in (3.0, 9.0):
            release = await asyncio.to_thread(lock, Path(make_url(sqlite_url).database or ""))
            await asyncio.sleep(seconds)
            release()
            await asyncio.sleep(1.0)


def freeze(url: str) -> Callable[[], None]:
    """SIGSTOP for every process of a server; returns what thaws them."""
    with connected(url) as connection:
        (written,) = connection.execute("SELECT pg_read_file('postmaster.pid')").fetchall()[0]
        frozen = [int(written.partition("\n")[0])]
        # The first one alone starts others.
        os.kill(frozen[0], signal.SIGSTOP)
        frozen += [
            pid for (pid,) in connection.execute("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        ]
    for pid in frozen[1:]:
        os.kill(pid, signal.SIGSTOP)

    def thaw() -> None:
        for pid in frozen:
            os.kill(pid, signal.SIGCONT)

    return thaw


def connected(url: str) -> psycopg.Connection:
    """A connection of our own to a database."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True)


def cut_connections(url: str) -> None:
    """End everybody's connections to a database."""
    with connected(url) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def lock(file: Path) -> Callable[[], None]:
    """Take the write lock of a file; returns what lets go of it."""
    connection = sqlite3.connect(file, timeout=60, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")

    def release() -> None:
        connection.execute("ROLLBACK")
        connection.close()

    return release
