"""Bringing a database up to date, and refusing to work with one that is not."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import OperationalError

from bot.domain.errors import OutdatedDatabase, SettingWrong
from bot.storage.advisory import Advisory
from bot.storage.database import be_durable, parse_url

if TYPE_CHECKING:
    from alembic.config import Config

STEPS = Path(__file__).parent / "migrations"
WAIT_FOR_ANOTHER_MIGRATION = timedelta(minutes=1)
BEFORE = re.compile(r'^down_revision = "(\w+)"$', flags=re.MULTILINE)


def upgrade(url: str, revision: str = "head") -> None:
    """Bring a database up to date in one transaction. Of several processes that try at once, one does the work."""
    _make_file(url)
    with _transaction(url) as connection:
        if revision == "head" and _is_current(connection):
            # So it is at every start but the first, and loading alembic takes a fifth of a start.
            return
        from alembic import command

        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Take a database back to an earlier revision, or to `base`, where there is nothing."""
    from alembic import command

    with _transaction(url) as connection:
        command.downgrade(_config(connection), revision)


def require_current(url: str) -> None:
    """Raises OutdatedDatabase when steps are missing.

    A database that is ahead passes: where a release only adds, processes of the one before work on until they are
    replaced. A release that writes what they can't read says in its changelog to stop them first.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        raise OutdatedDatabase
    with _transaction(url) as connection:
        reached = _reached(connection)
    steps = read_steps()
    if reached is None or (reached in steps and reached != newest(steps)):
        raise OutdatedDatabase


def read_steps() -> dict[str, str | None]:
    """Every step and the one before it, read from the files: asking alembic would load all of it."""
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (STEPS / "versions").glob("2*.py")}
    before = {step: BEFORE.search(written) for step, written in texts.items()}
    return {step: found and found[1] for step, found in before.items()}


def newest(steps: dict[str, str | None]) -> str | None:
    """The step that no other one follows."""
    last = set(steps) - set(steps.values())
    return last.pop() if len(last) == 1 else None


def _is_current(connection: Connection) -> bool:
    reached = _reached(connection)
    return reached is not None and reached == newest(read_steps())


def _reached(connection: Connection) -> str | None:
    """The step that a database has reached, where alembic writes it down; None when it has reached none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    reached: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return reached


def _make_file(url: str) -> None:
    """Make an embedded database's file before SQLite does, so that only its owner may read it."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        path = Path(parsed.database or "")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=True)
        except OSError:
            raise SettingWrong(
                name="DATABASE_URL", problem=f"{path} can't be made", write="Write a path that Bedside may write to"
            ) from None


@contextmanager
def _transaction(url: str) -> Iterator[Connection]:
    engine = create_engine(parse_url(url), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        be_durable(engine, wait=WAIT_FOR_ANOTHER_MIGRATION)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": Advisory.MIGRATIONS})
            yield connection
    except OperationalError:
        # The driver's own words name the server, the user and the database.
        raise SettingWrong(
            name="DATABASE_URL",
            problem="no database answers there, or it does not let us in",
            write="Start the database, or write another address",
        ) from None
    finally:
        engine.dispose()


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
