"""The files around the code: what may stand in them, and that they keep to what the code says."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.cli import build_parser

ROOT = Path(__file__).parents[2]
PINS = "requirements.txt"
TEST_PINS = "tests/requirements.txt"

COMMANDS = {"demo", "run", "web", "worker", "migrate", "check", "preview", "roster", "outbox"}
SETTINGS = [
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_API_URL",
    "DATABASE_URL",
    "BEDSIDE_KEY",
    "BEDSIDE_CONFIG",
    "BEDSIDE_COORDINATORS",
    "PORT",
]

# Spelled in pieces, so that this file may be searched too.
REGISTRY_HOSTS = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "npm" + "mirror.com",
    "yarn" + "pkg.com",
    "deb." + "debian.org",
    "security." + "debian.org",
    "archive." + "ubuntu.com",
    "conda." + "anaconda.org",
]
MACHINE_PATHS = ["/" + folder + "/" for folder in ("work", "root", "tmp/v", "opt/pypi", "opt/wheels")]
# A person's home folder has a folder or a file in it; a page named /home/U123 has not.
HOME_PATH = re.compile("/" + "(?:home|Users)" + r"/[a-z][\w.-]*/[\w.]")
DOWNLOAD = re.compile(r"://|@\s*file:|--hash|--index-url|--extra-index-url|--find-links|--trusted-host")


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = [
        f"{path}: {word}"
        for path, text in _texts_of_the_project()
        for word in [*REGISTRY_HOSTS, *MACHINE_PATHS]
        if word in text
    ]
    found += [f"{path}: {match[0]}" for path, text in _texts_of_the_project() if (match := HOME_PATH.search(text))]
    assert found == []


def test_the_search_for_hosts_and_places_finds_them() -> None:
    assert HOME_PATH.search("see /" + "home/alice/bedside")
    assert HOME_PATH.search("see /" + "Users/alice/bedside")
    assert not HOME_PATH.search("GET /" + "home/U123")
    assert PINS in {str(path) for path, _ in _texts_of_the_project()}


@pytest.mark.parametrize("file", [PINS, TEST_PINS])
def test_pins_carry_no_address(file: str) -> None:
    assert DOWNLOAD.findall(_read(file)) == []


@pytest.mark.parametrize(
    ("file", "other_line"),
    [
        # The platform that reads the Procfile needs the `bedside` command, so the project installs itself.
        (PINS, "-e ."),
        (TEST_PINS, "-r ../requirements.txt"),
    ],
)
def test_every_requirement_is_an_exact_pin(file: str, other_line: str) -> None:
    lines = [line for line in _read(file).splitlines() if line and not line.startswith("#")]
    pins = [Requirement(line) for line in lines if line != other_line]

    assert lines.count(other_line) == 1
    assert [str(pin) for pin in pins if not re.fullmatch(r"==[\w.]+", str(pin.specifier))] == []
    assert len({pin.name for pin in pins}) == len(pins)


def test_the_test_requirements_begin_with_the_run_time_ones() -> None:
    assert _read(TEST_PINS).startswith("-r ../requirements.txt\n")


def test_the_pins_satisfy_what_the_project_asks_for() -> None:
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    run_time = _pins(PINS)

    assert _unsatisfied(project["dependencies"], run_time) == []
    assert _unsatisfied(project["optional-dependencies"]["dev"], run_time | _pins(TEST_PINS)) == []


def test_a_pin_that_is_missing_or_too_old_is_noticed() -> None:
    assert _unsatisfied(["pyyaml>=6"], {"pyyaml": "5.4"}) == ["pyyaml>=6"]
    assert _unsatisfied(["PyYAML"], {}) == ["PyYAML"]
    assert _unsatisfied(["Slack_Bolt>=1.30"], {"slack-bolt": "1.30.0"}) == []


def test_the_command_line_has_its_nine_commands() -> None:
    for command in sorted(COMMANDS):
        with pytest.raises(SystemExit) as stopped:
            build_parser().parse_args([command, "--help"])
        assert stopped.value.code == 0


def test_the_procfile_starts_commands_that_exist() -> None:
    started = dict(line.split(": ", 1) for line in _read("Procfile").splitlines())

    assert started == {
        "release": "bedside migrate",
        "web": "bedside web",
        "worker": "bedside worker",
        "socket": "bedside run",
    }
    assert {command.removeprefix("bedside ") for command in started.values()} <= COMMANDS


def test_the_example_environment_names_every_setting_once_and_no_other() -> None:
    assert re.findall(r"^(\w+)=", _read(".env.example"), flags=re.MULTILINE) == SETTINGS


def test_the_example_environment_holds_no_secret() -> None:
    values = dict(re.findall(r"^(\w+)=(.*)$", _read(".env.example"), flags=re.MULTILINE))
    assert {name for name, value in values.items() if value} <= {"SLACK_API_URL", "BEDSIDE_CONFIG", "PORT"}


def _read(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def _texts_of_the_project() -> list[tuple[Path, str]]:
    """Every file that is committed or could be, as text; pictures and the like are left out."""
    listed = subprocess.run(
        # In CI the clone may belong to another user, which git would otherwise refuse.
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    contents = [(path, (ROOT / path).read_bytes()) for path in paths]
    return [(path, content.decode("utf-8")) for path, content in contents if b"\0" not in content]


def _pins(file: str) -> dict[str, str]:
    pins = [Requirement(line) for line in _read(file).splitlines() if re.match(r"\w", line)]
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}


def _unsatisfied(wanted: list[str], pins: dict[str, str]) -> list[str]:
    return [line for line in wanted if not _is_satisfied(Requirement(line), pins)]


def _is_satisfied(wanted: Requirement, pins: dict[str, str]) -> bool:
    pinned = pins.get(canonicalize_name(wanted.name))
    return pinned is not None and pinned in wanted.specifier
