"""The release is interrupted at every point that it has: there is nothing of it afterwards, or everything."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from bot.domain.errors import BedsideError
from bot.flows.publish_digest import publish_digests
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.unit_of_work import Work
from tests.attacks.attack import Attack, Table
from tests.attacks.scenes import all_say, digest, posted, ready, world_on
from tests.attacks.theft import Copy, opened
from tests.databases import OpenDatabase
from tests.fakes import FakeMessenger
from tests.stories import NEXT_MONDAY, at

pytestmark = pytest.mark.slow

BEFORE = "before_cursor_execute"
MORNING = at(NEXT_MONDAY, "07:00")
NOTHING, EVERYTHING = "nothing", "everything"

CRASHES = Attack(
    "A crash at any point of a release.",
    "An error before each statement and around the commit, a connection that is cut, a machine that stops.",
    "a reply that is used and not shown, shown and not used, or used twice",
    Table.SYSTEM,
)

Strike = Callable[[Any], None]


class Crash(Exception):
    """The process ends here."""


def crash(_: object) -> None:
    raise Crash


def state_of(copy: Copy) -> str:
    """How much of the release there is. Anything in between is a failure."""
    spent = [row for row in copy.tables["replies"] if row["spent"]]
    wiped = [row for row in spent if row["themes"] is row["sharing"] is row["excerpt"] is None]
    posts = [row for row in copy.tables["outbox"] if row["kind"] == "digest"]
    begun = copy.tables["digests"]
    if not (spent or posts or begun):
        return NOTHING
    assert len(spent) == len(wiped) == 7
    assert [row["released_at"] is not None for row in begun] == [True]
    assert [row["body"] is not None for row in posts] == [True]
    return EVERYTHING


@pytest.fixture
async def waiting(another_database: OpenDatabase) -> Database:
    """A database in which seven replies wait for Monday's digest."""
    database = another_database()
    world = world_on(database)
    await ready(world, FakeMessenger())
    await all_say(world)
    return database


@contextmanager
def struck(engine: Engine, number: int, strike: Strike) -> Iterator[None]:
    """Something happens before the so-manyth statement."""
    statements = count(1)

    def listen(connection: object, *_: object) -> None:
        if next(statements) == number:
            strike(connection)

    event.listen(engine, BEFORE, listen)
    try:
        yield
    finally:
        event.remove(engine, BEFORE, listen)


def cut(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's events hand over connections of the driver's
    """The server ends a connection, as when it restarts."""
    own = connection.connection.driver_connection.info
    with psycopg.connect(own.dsn, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", [own.backend_pid])


async def points(database: Database, strike: Strike) -> list[str]:
    """Publish again and again, interrupted one statement later each time, until nothing interrupts it any more. Returns
    how much of the release there was each time."""
    world = world_on(database)
    states: list[str] = []
    while EVERYTHING not in states:
        with struck(database._engine.sync_engine, len(states) + 1, strike), suppress(Crash, BedsideError):
            await publish_digests(world, at=MORNING)
        states.append(state_of(await Copy.of(database)))
    return states


async def test_an_error_at_any_point_of_a_release_leaves_nothing_of_it(waiting: Database) -> None:
    before = await Copy.of(waiting)
    states = await points(waiting, crash)
    assert len(states) > 6
    assert states[:-1] == [NOTHING] * (len(states) - 1)
    assert before.tables["replies"] != (await Copy.of(waiting)).tables["replies"]
    CRASHES.told("nothing", "nothing: it is all there, or nothing of it is")


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_a_connection_cut_at_any_point_leaves_nothing(waiting: Database) -> None:
    states = await points(waiting, cut)
    assert len(states) > 6
    assert states[:-1] == [NOTHING] * (len(states) - 1)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_machine_that_stops_at_any_point_finds_nothing_or_everything(
    waiting: Database, database_url: str, cipher: Cipher, tmp_path: Path
) -> None:
    """The files are copied before each statement, as a cut of power would leave them."""
    file = Path(database_url.removeprefix("sqlite:///"))
    copies: list[Path] = []

    def keep(_: object) -> None:
        copies.append(tmp_path / f"{len(copies)}" / file.name)
        copies[-1].parent.mkdir()
        for each in file.parent.glob(f"{file.name}*"):
            shutil.copy(each, copies[-1].parent)

    engine = waiting._engine.sync_engine
    event.listen(engine, BEFORE, lambda *_: keep(None))
    event.listen(engine, "checkin", lambda *_: keep(None))
    await publish_digests(world_on(waiting), at=MORNING)
    states = []
    for copy in copies:
        async with opened(f"sqlite:///{copy}", cipher=cipher) as database:
            states.append(state_of(await Copy.of(database)))
    assert states == sorted(states, reverse=True)
    assert states[-1] == EVERYTHING


@pytest.mark.parametrize(("commits", "state"), [(False, NOTHING), (True, EVERYTHING)])
async def test_an_error_at_the_commit_leaves_nothing_or_everything_and_the_digest_comes_once(
    waiting: Database, monkeypatch: pytest.MonkeyPatch, commits: bool, state: str
) -> None:
    committed = Work.commit

    async def commit(work: Work) -> None:
        if commits:
            await committed(work)
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(Work, "commit", commit)
        assert await publish_digests(world_on(waiting), at=MORNING) == 0
    assert state_of(await Copy.of(waiting)) == state
    messenger = FakeMessenger()
    shown = await digest(world_on(waiting), messenger)
    assert shown.themes
    assert shown.quotes
    assert len(posted(messenger)) == 1
    assert await publish_digests(world_on(waiting), at=MORNING) == 0
