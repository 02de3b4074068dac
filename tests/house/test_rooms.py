"""Who may import whom: the contracts in pyproject.toml hold, and each bites when broken on purpose."""

import re
import shutil
import subprocess
import sys
import tomllib
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


def test_every_import_keeps_to_its_room() -> None:
    assert _broken_contracts(ROOT) == []


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_each_contract_bites(contract: str, file: str, line: str, tmp_path: Path) -> None:
    house = _copy_of_the_house(tmp_path)
    with (house / file).open("a", encoding="utf-8") as offender:
        offender.write(f"\n{line}\n")

    assert _broken_contracts(house) == [contract]


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


def _broken_contracts(house: Path) -> list[str]:
    # The linter puts its working folder first on the path, so it reads the copy and not the bot under test.
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-logo", "--no-cache"],
        cwd=house,
        env={"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    broken = re.findall(r"^(.+) BROKEN\b", done.stdout, flags=re.MULTILINE)
    assert re.search(r"^Contracts: \d+ kept, \d+ broken\.$", done.stdout, flags=re.MULTILINE), done.stdout + done.stderr
    assert (done.returncode != 0) == bool(broken)
    return broken
