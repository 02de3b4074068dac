"""The steps from an empty database to the tables, and back."""

import importlib
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, bindparam, create_engine, inspect, select, text
from sqlalchemy.pool import NullPool

from bot.domain.errors import OutdatedDatabase
from bot.domain.reply import LONG_AGO
from bot.storage import migrate
from bot.storage.database import parse_url
from bot.storage.tables import Instant, metadata, replies
from tests.storage.cast import NOON

UNKNOWN_STEP = "29991231_later"


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    engine = create_engine(parse_url(empty_database_url), poolclass=NullPool)
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def set_revision(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_the_steps_lead_to_exactly_the_tables(empty_database_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    assert tables(engine) == set(metadata.tables) | {"alembic_version"}


def test_names_of_constraints_are_those_of_the_tables(empty_database_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_database_url)
    inspector = inspect(engine)
    for name, table in metadata.tables.items():
        found = {inspector.get_pk_constraint(name)["name"]}
        found |= {unique["name"] for unique in inspector.get_unique_constraints(name)}
        found |= {foreign["name"] for foreign in inspector.get_foreign_keys(name)}
        found |= {check["name"] for check in inspector.get_check_constraints(name)}
        assert found == {constraint.name for constraint in table.constraints}


def test_the_way_back_leads_to_nothing_and_up_again(empty_database_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_database_url)
    migrate.downgrade(empty_database_url, "base")
    assert tables(engine) == {"alembic_version"}
    migrate.upgrade(empty_database_url)
    migrate.require_current(empty_database_url)


def test_a_second_upgrade_changes_nothing(database_url: str) -> None:
    migrate.upgrade(database_url)
    migrate.require_current(database_url)


def test_processes_that_upgrade_at_once_do_it_once(empty_database_url: str, engine: Engine) -> None:
    together = threading.Barrier(8)

    def upgrade(_: int) -> None:
        together.wait()
        migrate.upgrade(empty_database_url)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(upgrade, range(8)))
    assert "outbox" in tables(engine)


def test_an_empty_database_is_outdated_and_nothing_is_made(empty_database_url: str, engine: Engine) -> None:
    with pytest.raises(OutdatedDatabase, match="bedside migrate"):
        migrate.require_current(empty_database_url)
    if engine.dialect.name == "sqlite":
        assert not Path(engine.url.database or "").exists()
    assert tables(engine) == set()


def test_a_database_some_steps_behind_is_outdated(empty_database_url: str) -> None:
    migrate.upgrade(empty_database_url)
    migrate.downgrade(empty_database_url, "base")
    with pytest.raises(OutdatedDatabase):
        migrate.require_current(empty_database_url)


def test_a_database_that_is_ahead_still_serves_older_processes(empty_database_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_database_url)
    set_revision(engine, UNKNOWN_STEP)
    migrate.require_current(empty_database_url)


def test_the_newest_step_is_the_one_that_alembic_takes_for_it() -> None:
    script = ScriptDirectory(str(migrate.STEPS))
    assert {step.revision: step.down_revision for step in script.walk_revisions()} == migrate.read_steps()
    assert migrate.newest(migrate.read_steps()) == script.get_current_head()


def test_steps_that_fork_have_no_newest() -> None:
    assert migrate.newest({"first": None, "one": "first", "other": "first"}) is None


def test_what_digests_used_before_no_longer_tells_when_it_was_written(empty_database_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_database_url, "20261125_student_side")
    with engine.begin() as connection:
        cohort = text("INSERT INTO cohorts VALUES (1, 'Medicine', 'C0MEDICINE', 'America/New_York', 0, '07:00:00')")
        connection.execute(cohort)
        reply = text(
            "INSERT INTO replies (student, cohort_id, day, text, changed_at, spent) "
            "VALUES (:of, 1, :on, :text, :at, :spent)"
        ).bindparams(bindparam("at", type_=Instant))
        for spent in (True, False):
            row = {"of": f"U0{spent}", "on": "2026-11-23", "text": b"encrypted", "at": NOON, "spent": spent}
            connection.execute(reply, row)
    migrate.upgrade(empty_database_url)
    with engine.connect() as connection:
        rows = connection.execute(select(replies.c.spent, replies.c.changed_at, replies.c.written_at))
        found = {row.spent: (row.changed_at, row.written_at) for row in rows}
    assert found == {True: (LONG_AGO, None), False: (NOON, NOON)}


@pytest.mark.parametrize("call", ["upgrade", "require_current"])
def test_a_current_database_needs_no_alembic(database_url: str, call: str) -> None:
    """It would take a fifth of every start."""
    program = (
        f"import sys; from bot.storage import migrate; migrate.{call}({database_url!r}); "
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_an_embedded_database_is_made_with_its_folder_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "bedside.sqlite3"
    migrate.upgrade(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_importing_the_steps_runs_none() -> None:
    assert callable(importlib.import_module("bot.storage.migrations.env").run)
    step = importlib.import_module("bot.storage.migrations.versions.20261122_first_tables")
    assert step.revision == "20261122_first_tables"
