"""`bedside check`: what is configured, what is missing, and what to write."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.configuration.program_files import load_curriculum, load_program
from bot.configuration.settings import Settings, missing_for, read_settings
from bot.domain.errors import BedsideError, OutdatedDatabase, SettingWrong
from bot.domain.program import Program
from bot.storage.database import parse_url
from bot.storage.encryption import Cipher
from bot.storage.migrate import require_current


class Mark(StrEnum):
    """How a thing stands."""

    OK = "ok"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check."""

    mark: Mark
    text: str


async def run(_: argparse.Namespace) -> int:
    """Print every finding. Exit status 0 when nothing is missing, 1 otherwise."""
    findings = list(_findings())
    for finding in findings:
        print(f"{finding.mark:<8} {finding.text}")
    missing = sum(finding.mark is Mark.MISSING for finding in findings)
    print(f"\n{missing} missing. Put it right and run `bedside check` again." if missing else "\nReady to start.")
    return 1 if missing else 0


def _findings() -> Iterator[Finding]:
    try:
        settings = read_settings()
    except BedsideError as error:
        yield Finding(Mark.MISSING, str(error))
        return
    yield from (*_slack(settings), *_keys(settings), *_people(settings), *_program(settings))
    yield _database(settings)


def _slack(settings: Settings) -> Iterator[Finding]:
    """One way to start is enough: `run`, or `web` with `worker`."""
    ways = {"run": missing_for("run", settings), "web": missing_for("web", settings)}
    whole = [way for way, missing in ways.items() if not missing]
    if whole:
        yield Finding(Mark.OK, f"Slack at {settings.slack_api_url}: enough for `bedside {whole[0]}`")
        return
    for missing in ways["run"] if settings.embedded else min(ways.values(), key=len):
        yield Finding(Mark.MISSING, str(missing))


def _keys(settings: Settings) -> Iterator[Finding]:
    """Whether the keys that were given are keys; whether there have to be any is part of the way to start."""
    keys = [key.get_secret_value() for key in settings.bedside_key]
    if not keys:
        return
    try:
        Cipher(keys)
    except SettingWrong as error:
        yield Finding(Mark.MISSING, str(error))
    else:
        yield Finding(Mark.OK, f"BEDSIDE_KEY holds {len(keys)}")


def _people(settings: Settings) -> Iterator[Finding]:
    count = len(settings.bedside_coordinators)
    if count:
        yield Finding(Mark.OK, f"BEDSIDE_COORDINATORS names {count}")
    else:
        yield Finding(Mark.NOTE, "BEDSIDE_COORDINATORS names nobody yet")


def _program(settings: Settings) -> Iterator[Finding]:
    folder = settings.bedside_config
    try:
        curriculum = load_curriculum(folder)
        program = load_program(folder, curriculum)
    except BedsideError as error:
        yield Finding(Mark.MISSING, str(error))
        return
    yield Finding(Mark.OK, f"{folder}/principles.yaml: {len(curriculum.principles)} principles")
    yield Finding(Mark.OK, f"{folder}/program.yaml: {program.name}, a digest needs {program.smallest_group} voices")
    yield _school_line(program, str(folder))


def _school_line(program: Program, folder: str) -> Finding:
    lines = [line.name for line in program.support_lines if line.school]
    if lines:
        return Finding(Mark.OK, f"the school's own support line: {', '.join(lines)}")
    return Finding(
        Mark.MISSING,
        f"{folder}/program.yaml, support_lines: the school's own line is missing. "
        "Fill in the entry with `school: true`",
    )


def _database(settings: Settings) -> Finding:
    url = settings.database_url.get_secret_value()
    try:
        file = Path(parse_url(url).database or "")
        if settings.embedded and not file.exists():
            return Finding(Mark.OK, f"the database {file} will be made at the first start")
        require_current(url)
    except OutdatedDatabase as error:
        if settings.embedded:
            return Finding(Mark.NOTE, "the database will be brought up to date at the next start")
        return Finding(Mark.MISSING, str(error))
    except BedsideError as error:
        return Finding(Mark.MISSING, str(error))
    return Finding(Mark.OK, f"the database {'file' if settings.embedded else 'server'} is up to date")
