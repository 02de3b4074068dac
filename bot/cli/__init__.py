"""The commands of `bedside`. Each is imported only when it is called, so that `bedside --help` is instant."""

import argparse
import asyncio
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.domain.errors import BedsideError

COMMANDS = {
    "demo": "try everything here: a practice workspace in your browser, no Slack account needed",
    "run": "the whole bot in one process, over Socket Mode",
    "web": "answer Slack's signed HTTP events (with `worker` beside it, on PostgreSQL)",
    "worker": "plan, send and publish (with `web` beside it, on PostgreSQL)",
    "migrate": "bring the database up to date and re-encrypt replies under the newest key",
    "check": "say what is configured and what is missing",
    "preview": "show what a rotation will get in the coming weeks",
    "roster": "place the people of a roster file (CSV) in their rotations",
    "outbox": "show what is planned, stuck, unknown and failed",
}


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = argparse.ArgumentParser(prog="bedside", description="Bedside manner, in small daily doses, in Slack.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, what in COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
        _ARGUMENTS.get(name, _nothing)(command)
    return parser


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status: 0 well, 1 not well, 2 something to put right first, 3 to be started
    anew, since Slack fell silent."""
    chosen = build_parser().parse_args(arguments)
    command = importlib.import_module(f"bot.cli.{chosen.command}")
    try:
        return int(asyncio.run(command.run(chosen)))
    except BedsideError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _nothing(_: argparse.ArgumentParser) -> None:
    pass


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=int, default=8000, help="where the page is served (default 8000)")


def _preview(command: argparse.ArgumentParser) -> None:
    command.add_argument("rotation", metavar="ROTATION", help="the rotation's name")
    command.add_argument("--weeks", type=int, default=4, help="how many weeks (default 4)")


def _roster(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="a CSV file with a header line")


_ARGUMENTS = {"demo": _demo, "preview": _preview, "roster": _roster}
