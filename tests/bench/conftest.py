"""What the benches share: stand-ins for Slack, a durable PostgreSQL, a world, and the table at the end."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL

from bot.configuration.program_files import load_curriculum, load_program
from bot.flows.ports import World
from bot.storage.database import Database
from tests.bench.slack_process import SlackProcess, slack_process
from tests.bench.table import PACKAGES, Table, write_into

PAGE = Path("docs") / "benchmarks.md"
SCREENING_PAGE = Path("docs") / "screening.md"
WITHOUT_LANE = 60_000_000
"""Messages a minute: more than anything here can send."""

_TABLE = pytest.StashKey[Table]()
_SCREENING_TABLE = pytest.StashKey[Table]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-table", action="store_true", help=f"write the tables into {PAGE} and {SCREENING_PAGE}")
    parser.addoption("--examples", type=Path, help="score screening on a file of examples of your own as well")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TABLE] = Table()
    config.stash[_SCREENING_TABLE] = Table()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    _tell(terminalreporter, config, config.stash[_TABLE], PAGE, packages=PACKAGES)
    _tell(terminalreporter, config, config.stash[_SCREENING_TABLE], SCREENING_PAGE, packages=())


def _tell(
    reporter: pytest.TerminalReporter, config: pytest.Config, table: Table, page: Path, *, packages: Sequence[str]
) -> None:
    """Print a table that has rows, and write it into its page where that is wished."""
    if not table.rows:
        return
    reporter.section(f"measured, for {page}")
    reporter.write_line(table.markdown())
    if config.getoption("--write-table"):
        write_into(page, table, packages=packages)


@pytest.fixture(scope="session")
def table(pytestconfig: pytest.Config) -> Table:
    """The one table of this run."""
    return pytestconfig.stash[_TABLE]


@pytest.fixture(scope="session")
def screening_table(pytestconfig: pytest.Config) -> Table:
    """The table about screening, which has a page of its own."""
    return pytestconfig.stash[_SCREENING_TABLE]


@pytest.fixture(scope="session")
def slack() -> Iterator[SlackProcess]:
    """A Slack that answers at once."""
    with slack_process(delay=0) as process:
        yield process


@pytest.fixture(scope="session")
def slow_slack() -> Iterator[SlackProcess]:
    """A Slack that answers after 50 ms."""
    with slack_process(delay=0.05) as process:
        yield process


@pytest.fixture(scope="session")
def servers_place() -> None:
    """On the disk, as an operator's."""


@pytest.fixture(scope="session")
def postgres_server(postgres_server: URL) -> URL:
    """The tests' server, made to keep what it commits as an operator's does: the tests do without."""
    with psycopg.connect(
        postgres_server.set(drivername="postgresql").render_as_string(False), autocommit=True
    ) as server:
        server.execute("ALTER SYSTEM SET fsync = on")
        server.execute("SELECT pg_reload_conf()")
    return postgres_server


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder on the disk, where an operator's files lie."""
    with tempfile.TemporaryDirectory(prefix="bedside-bench-") as folder:
        yield Path(folder)


@pytest.fixture
def quick_folder(tmp_path: Path) -> Path:
    """A folder on the disk, for which SQLite waits as an operator's does."""
    return tmp_path


@pytest.fixture
def world(database: Database) -> World:
    """A world on a real database with the real pack, and with the lane lifted."""
    curriculum = load_curriculum(Path("config"))
    program = load_program(Path("config"), curriculum)
    lifted = replace(program, messages_a_minute=WITHOUT_LANE)
    return World(database.open_work, database.glances, curriculum, lifted, release_key=b"key", mark_keys=(b"key",))


@pytest.fixture
def database_name(request: pytest.FixtureRequest) -> str:
    """What the database of a test is called."""
    return {"sqlite": "SQLite", "postgres": "PostgreSQL"}[request.node.callspec.params["database_url"]]
