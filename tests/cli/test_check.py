"""`bedside check` says what is there, what is missing and what to write."""

import re

import pytest

from bot.storage.encryption import Cipher
from tests.cli.conftest import Installation

SCHOOL = """  - name: Student wellness
    how: Call 555-0100.
    school: true
"""
ROUTE = """  - name: Learning environment office
    how: Report online.
"""


def with_tokens(installation: Installation) -> None:
    installation.setenv("SLACK_BOT_TOKEN", "xoxb-secret-one")
    installation.setenv("SLACK_APP_TOKEN", "xapp-secret-two")


def with_school_lines(installation: Installation) -> None:
    path = installation.folder / "config" / "program.yaml"
    text = path.read_text(encoding="utf-8")
    for key, entry in (("support_lines", SCHOOL), ("reporting_routes", ROUTE)):
        text = re.sub(rf"^{key}:\n", f"{key}:\n{entry}", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def test_a_fresh_clone_lacks_tokens_and_what_is_the_schools_own(installation: Installation) -> None:
    assert installation.run("check") == 1
    missing = [line for line in installation.out.splitlines() if line.startswith("missing")]
    assert [re.findall(r"SLACK_\w+_TOKEN|support_lines|reporting_routes", line)[0] for line in missing] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "support_lines",
        "reporting_routes",
    ]
    assert "14 principles" in installation.out


def test_with_tokens_and_what_is_the_schools_own_everything_is_there(installation: Installation) -> None:
    with_tokens(installation)
    with_school_lines(installation)
    installation.replace("program.yaml", 'program: "Bedside"', 'program: "Rounds at General"')
    assert installation.run("check") == 0
    assert "Rounds at General" in installation.out
    assert "Student wellness" in installation.out
    assert "where mistreatment is reported: Learning environment office" in installation.out
    assert installation.out.endswith("Ready to start.\n")


def test_no_secret_is_printed(installation: Installation) -> None:
    with_tokens(installation)
    installation.setenv("DATABASE_URL", "postgresql://bedside:hunter2@127.0.0.1:1/none")
    installation.setenv("BEDSIDE_KEY", "not-a-key-but-secret")
    assert installation.run("check") == 1
    assert "BEDSIDE_KEY: key 1 is not a key." in installation.out
    assert not re.search("secret|hunter2", installation.out + installation.err)


def test_a_key_that_is_none_is_named_by_its_place(installation: Installation) -> None:
    with_tokens(installation)
    with_school_lines(installation)
    good, bad = Cipher.new_key(), Cipher.new_key()[:-3]
    installation.setenv("BEDSIDE_KEY", f"{good},{bad}")
    assert installation.run("check") == 1
    assert re.search("^missing  BEDSIDE_KEY: key 2 is not a key", installation.out, flags=re.MULTILINE)
    assert "Ready to start" not in installation.out
    assert not re.search(f"{re.escape(good)}|{re.escape(bad)}", installation.out + installation.err)


def test_keys_that_work_are_counted(installation: Installation) -> None:
    installation.setenv("BEDSIDE_KEY", f"{Cipher.new_key()}, {Cipher.new_key()}")
    installation.run("check")
    assert re.search("^ok       BEDSIDE_KEY holds 2$", installation.out, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "eighty", "PORT: it is not a whole number. Write a port number"),
        ("PORT", "70000", "PORT: no such port"),
        ("SLACK_BOT_TOKEN", "xapp-1-A", "SLACK_BOT_TOKEN: it begins with xapp-, so it is the other token"),
        ("SLACK_APP_TOKEN", "xoxb-1-A", "SLACK_APP_TOKEN: it begins with xoxb-, so it is the other token"),
        ("SLACK_API_URL", "slack.com/api", "SLACK_API_URL: it is not a web address"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL: Bedside does not know mysql databases"),
        ("BEDSIDE_CONFIG", "elsewhere", "elsewhere"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(
    installation: Installation, name: str, value: str, says: str
) -> None:
    with_tokens(installation)
    installation.setenv(name, value)
    assert installation.run("check") == 1
    assert says in installation.out


def test_a_shared_database_without_a_key_is_missing_one(installation: Installation) -> None:
    with_tokens(installation)
    installation.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/none")
    assert installation.run("check") == 1
    assert "BEDSIDE_KEY: a shared database needs it" in installation.out


def test_a_mistake_in_the_program_is_named_with_its_line(installation: Installation) -> None:
    installation.replace("program.yaml", "smallest_group: 5", "smallest_group: 3")
    assert installation.run("check") == 1
    assert re.search(r"program\.yaml, line \d+, smallest_group: ", installation.out)


def test_the_env_file_is_read(installation: Installation) -> None:
    installation.write(".env", "SLACK_BOT_TOKEN=xoxb-a\nSLACK_APP_TOKEN=xapp-b\nBEDSIDE_COORDINATORS=U0JO, U0KIM\n")
    installation.run("check")
    assert "enough for `bedside run`" in installation.out
    assert "BEDSIDE_COORDINATORS names 2" in installation.out


def test_naming_somebody_sends_nothing_unless_the_check_is_live(installation: Installation) -> None:
    assert installation.run("check", "--as", "U0JO") == 2
    assert installation.err == (
        "--as: it names who gets the message of a live check. Write: bedside check --live --as U0JO.\n"
    )


def test_a_check_makes_no_database(installation: Installation) -> None:
    installation.run("check")
    assert not (installation.folder / "data").exists()
