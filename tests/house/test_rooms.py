"""Who may import whom: the contracts in pyproject.toml hold, and each bites when broken on purpose."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = ROOT / "pyproject.toml"

# A contract, a file, and a line to append to it that breaks this contract and no other. Where the line is
# empty, the file itself is what offends: nobody has given it a room.
BREACHES = [
    ("Rooms: imports point inwards", "bot/logs.py", "import bot.domain.people"),
    ("Rooms: imports point inwards", "bot/storage/tables.py", "import bot.heartbeat"),
    ("Rooms: imports point inwards", "bot/health.py", "import bot.heartbeat"),
    ("Rooms: imports point inwards", "bot/utils.py", ""),
    (
        "The river: a stage may know upstream, never downstream",
        "bot/domain/people.py",
        "import bot.domain.reply",
    ),
    ("The river: a stage may know upstream, never downstream", "bot/domain/helpers.py", ""),
    (
        "Slack: app, then listeners and messenger, then views",
        "bot/slack/views/digest_post.py",
        "import bot.slack.messenger",
    ),
    ("Domain and flows touch no outside world", "bot/domain/people.py", "import os"),
    ("Domain and flows touch no outside world", "bot/flows/ports.py", "import aiohttp"),
    ("The domain throws no dice and keeps no clock of its own", "bot/domain/anonymity.py", "import random"),
    ("The gate knows nobody", "bot/domain/anonymity.py", "import bot.domain.people"),
    ("The digest cannot name a student", "bot/domain/digest.py", "import bot.domain.people"),
    ("The digest cannot name a student", "bot/slack/views/digest_post.py", "import bot.domain.reply"),
    ("Flows do not call one another", "bot/flows/take_reply.py", "import bot.flows.publish_digest"),
    (
        "Listeners do not call one another",
        "bot/slack/listeners/answer_prompt.py",
        "import bot.slack.listeners.open_home",
    ),
    ("Views only draw", "bot/slack/views/digest_post.py", "import aiohttp"),
    ("Tables stay in storage", "bot/wiring/bot.py", "import bot.storage.tables"),
    (
        "Only the wiring reads settings",
        "bot/configuration/program_files.py",
        "import bot.configuration.settings",
    ),
    ("Practice stands alone", "bot/practice/__init__.py", "import bot.domain.people"),
    ("Only the command line starts practice", "bot/__main__.py", "import bot.practice"),
    ("Only the Slack room speaks Slack", "bot/heartbeat.py", "import slack_sdk"),
    ("Only storage speaks SQL", "bot/wiring/bot.py", "import sqlalchemy"),
    ("Only storage holds the keys", "bot/cli/__init__.py", "import cryptography"),
    ("Only the heartbeat knows the scheduler", "bot/wiring/bot.py", "import apscheduler"),
    ("Only the meters know Prometheus", "bot/wiring/bot.py", "import prometheus_client"),
    ("Only configuration reads the environment and YAML", "bot/cli/__init__.py", "import yaml"),
]

# It takes longer to load the linter than to look at a house. Its working folder comes first on the path, so it reads
# the copy and not the bot under test; and a process that has looked at one house would not look again.
LINTER = """
import os, sys
from importlinter import cli

for house in sys.stdin:
    if not (child := os.fork()):
        os.chdir(house.strip())
        status = cli.lint_imports(no_cache=True, no_logo=True)
        sys.stdout.flush()
        os._exit(status)
    _, status = os.waitpid(child, 0)
    print("Status:", os.waitstatus_to_exitcode(status), flush=True)
"""


class Linter:
    """import-linter, loaded once for many houses."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", LINTER],
            env={"COLUMNS": "200"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def broken(self, house: Path) -> list[str]:
        """The contracts that are broken in a house."""
        said, status = self._look_at(house)
        broken = re.findall(r"^(.+) BROKEN\b", said, flags=re.MULTILINE)
        assert re.search(r"^Contracts: \d+ kept, \d+ broken\.$", said, flags=re.MULTILINE), said
        assert (status != 0) == bool(broken)
        return broken

    def close(self) -> None:
        """There is no other house."""
        self._process.communicate()

    def _look_at(self, house: Path) -> tuple[str, int]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{house}\n")
        self._process.stdin.flush()
        said: list[str] = []
        for line in self._process.stdout:
            if line.startswith("Status:"):
                return "".join(said), int(line.split()[1])
            said.append(line)
        raise AssertionError("".join(said))


@pytest.fixture(scope="module")
def linter() -> Iterator[Linter]:
    linter = Linter()
    yield linter
    linter.close()


def test_every_import_keeps_to_its_room(linter: Linter) -> None:
    assert linter.broken(ROOT) == []


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_each_contract_bites(contract: str, file: str, line: str, tmp_path: Path, linter: Linter) -> None:
    house = _copy_of_the_house(tmp_path)
    with (house / file).open("a", encoding="utf-8") as offender:
        offender.write(f"\n{line}\n")

    assert linter.broken(house) == [contract]


def test_the_breaches_leave_no_contract_untried() -> None:
    contracts = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert {contract for contract, _, _ in BREACHES} == {contract["name"] for contract in contracts}


@pytest.mark.parametrize("file", sorted({file for _, file, line in BREACHES if line}))
def test_a_breach_is_made_in_a_file_of_the_house(file: str) -> None:
    assert (ROOT / file).is_file()


def _copy_of_the_house(house: Path) -> Path:
    shutil.copytree(ROOT / "bot", house / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PYPROJECT, house)
    return house
