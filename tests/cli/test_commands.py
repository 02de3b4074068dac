"""The commands that look after a program: roster, preview, outbox, migrate, and those that lack something."""

import sqlite3
import stat
from datetime import date
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.storage.encryption import Cipher, key_beside
from tests.cli.conftest import Installation
from tests.stories import EIGHT, roster

FAR_AWAY = date(2099, 11, 23)


def test_a_roster_is_placed_as_a_whole_and_twice_changes_nothing(installation: Installation) -> None:
    installation.write("roster.csv", roster())
    assert installation.run("roster", "roster.csv", "--dry-run") == 0
    assert installation.out.splitlines()[-2:] == [
        "New rotation: Medicine A, November 23 to December 18, 2026, in Medicine, with 8 students and 1 preceptor. "
        "Reminders at 07:00, questions at 17:30, Eastern time (New York).",
        "Nothing was changed: this is what would be. Leave out --dry-run to do it.",
    ]
    assert installation.run("roster", "roster.csv") == 0
    assert "with 8 students and 1 preceptor." in installation.out
    assert installation.run("roster", "roster.csv") == 0
    assert installation.out == "9 rows were read.\nEverything in this roster stands there already.\n"
    with sqlite3.connect(installation.folder / "data" / "bedside.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM placements").fetchone() == (9,)
    database.close()


def test_whoever_is_missing_is_taken_off_only_if_told_so(installation: Installation) -> None:
    installation.write("roster.csv", roster(first=FAR_AWAY))
    fewer = roster(EIGHT[2:], first=FAR_AWAY).replace("role,person", "role,person,Notes")
    installation.write("fewer.csv", f"{fewer},a note")
    installation.run("roster", "roster.csv")
    assert installation.run("roster", "fewer.csv") == 0
    assert installation.out.splitlines() == [
        "7 rows were read.",
        "These columns mean nothing here and are left out: Notes.",
        "Everything in this roster stands there already.",
        "2 people are not in the file and stay there: 2 in Medicine A.",
        "To take off whoever is missing from the file, add --remove-missing.",
    ]
    assert installation.run("roster", "fewer.csv", "--remove-missing") == 0
    assert "Medicine A: 2 students taken off. Then it has 6 students." in installation.out


def test_a_roster_with_mistakes_changes_nothing_and_names_each(installation: Installation) -> None:
    text = roster().replace(",student,U0BOB", ",student,Bob").replace(",student,U0DEV", ",pupil,U0DEV")
    installation.write("roster.csv", text)
    assert installation.run("roster", "roster.csv") == 2
    assert "Line 3: “Bob” can't be read as person." in installation.err
    assert "Line 5: “pupil” can't be read as role. Write student or preceptor." in installation.err
    assert installation.run("preview", "Medicine A") == 2


def test_a_roster_that_is_not_there_or_no_text_is_explained(installation: Installation) -> None:
    assert installation.run("roster", "nowhere.csv") == 2
    assert "There is no file nowhere.csv" in installation.err
    (installation.folder / "roster.xlsx").write_bytes(b"PK\x03\x04")
    assert installation.run("roster", "roster.xlsx") == 2
    assert "CSV UTF-8" in installation.err


def test_addresses_need_a_token_to_be_looked_up_with(installation: Installation) -> None:
    installation.write("roster.csv", roster().replace("U0BOB", "bob@example.edu"))
    assert installation.run("roster", "roster.csv") == 2
    assert installation.err.startswith("SLACK_BOT_TOKEN: it is missing, and only Slack knows whose e-mail addresses")


def test_a_preview_shows_the_coming_lessons(installation: Installation) -> None:
    installation.write("roster.csv", roster().replace("2026-11-23,2026-12-18", "2099-11-23,2099-12-18"))
    installation.run("roster", "roster.csv")
    assert installation.run("preview", "Medicine A", "--weeks", "1") == 0
    lines = installation.out.splitlines()
    assert [line.split("  ")[0] for line in lines[::3]] == [
        "Mon 23 Nov 2099",
        "Tue 24 Nov 2099",
        "Wed 25 Nov 2099",
        "Thu 26 Nov 2099",
        "Fri 27 Nov 2099",
    ]
    assert [line[:8] for line in lines[1:3]] == ["  07:00 ", "  17:30 "]


def test_a_preview_finds_a_rotation_however_it_is_capitalized_and_names_those_there_are(
    installation: Installation,
) -> None:
    installation.write("roster.csv", roster().replace("2026-11-23,2026-12-18", "2099-11-23,2099-12-18"))
    installation.run("roster", "roster.csv")
    assert installation.run("preview", "medicine a", "--weeks", "1") == 0
    assert installation.out.startswith("Mon 23 Nov 2099")
    assert installation.run("preview", "Surgery") == 2
    assert installation.err == "There is no rotation named 'Surgery'. There are:\n  Medicine A\n"


@pytest.mark.parametrize("weeks", ["0", "-3", "many"])
def test_a_preview_is_of_a_week_at_least(installation: Installation, weeks: str) -> None:
    with pytest.raises(SystemExit):
        installation.run("preview", "Medicine A", f"--weeks={weeks}")
    assert installation.capsys.readouterr().err.endswith(f"--weeks: '{weeks}' is no number from 1 on\n")


def test_an_empty_outbox_needs_nobody(installation: Installation) -> None:
    assert installation.run("outbox") == 0
    assert "pending    0" in installation.out


def test_the_embedded_database_and_its_key_are_for_their_owner_only(installation: Installation) -> None:
    installation.run("outbox")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in Path("data").iterdir()}
    assert modes["bedside.sqlite3"] == 0o600
    assert [mode for name, mode in modes.items() if name.endswith(".key")] == [0o600]


def test_migrate_may_be_repeated_and_takes_a_new_key(installation: Installation) -> None:
    old, new = Cipher.new_key(), Cipher.new_key()
    installation.setenv("BEDSIDE_KEY", old)
    assert installation.run("migrate") == 0
    installation.setenv("BEDSIDE_KEY", f"{new},{old}")
    assert installation.run("migrate") == 0
    assert "Re-encrypted under the newest key: 0." in installation.out


def test_migrate_leaves_nothing_of_what_an_earlier_release_wrote_into_the_embedded_database(
    installation: Installation,
) -> None:
    installation.write("roster.csv", roster())
    installation.run("roster", "roster.csv")
    file = Path("data") / "bedside.sqlite3"
    before = Fernet(key_beside(file)).encrypt(b"I sat down first.")
    with sqlite3.connect(file) as database:
        row = (
            "(student, cohort_id, day, text, changed_at, spent) VALUES ('U0ALICE', 1, '2026-11-23', ?, '2026-11-23', 0)"
        )
        database.execute(f"INSERT INTO replies {row}", [before])
    database.close()
    assert before in b"".join(each.read_bytes() for each in Path("data").iterdir())
    for renewed in (1, 0):
        assert installation.run("migrate") == 0
        assert f"Re-encrypted under the newest key: {renewed}." in installation.out
    assert before not in b"".join(each.read_bytes() for each in Path("data").iterdir())


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("run", "SLACK_BOT_TOKEN: it is missing"),
        ("web", "SLACK_BOT_TOKEN: it is missing"),
        ("worker", "SLACK_BOT_TOKEN: it is missing"),
    ],
)
def test_a_bot_without_tokens_does_not_start(installation: Installation, command: str, says: str) -> None:
    assert installation.run(command) == 2
    assert installation.err.startswith(says)
    assert len(installation.err.splitlines()) == 1


def test_a_database_that_cannot_be_made_is_named(installation: Installation) -> None:
    installation.write("file", "")
    installation.setenv("DATABASE_URL", "sqlite:///file/bedside.sqlite3")
    assert installation.run("outbox") == 2
    assert installation.err == (
        "DATABASE_URL: file/bedside.sqlite3 can't be made. Write a path that Bedside may write to.\n"
    )


@pytest.mark.parametrize("command", ["web", "worker"])
def test_web_and_worker_insist_on_a_shared_database(installation: Installation, command: str) -> None:
    installation.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    installation.setenv("SLACK_SIGNING_SECRET", "secret")
    assert installation.run(command) == 2
    assert installation.err.startswith(f"DATABASE_URL: `bedside {command}` shares a PostgreSQL database.")
