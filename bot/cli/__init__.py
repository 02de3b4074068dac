"""The commands of `bedside`. Each is imported only when it is called, so that `bedside --help` is instant."""

import argparse
import asyncio
import importlib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.domain.errors import BedsideError, SlackUnavailable
from bot.domain.outbox import State

COMMANDS = {
    "demo": "try everything here: a practice workspace in your browser, no Slack account needed",
    "run": "the whole bot in one process, over Socket Mode",
    "web": "answer Slack's signed HTTP events (with `worker` beside it, on PostgreSQL)",
    "worker": "plan, send and publish (with `web` beside it, on PostgreSQL)",
    "migrate": "bring the database up to date and re-encrypt replies under the newest key",
    "check": "say what is configured and what is missing; with --live also prove it in Slack, by one message",
    "preview": "show what a rotation will get in the coming weeks",
    "roster": "place the people of a roster file (CSV) in their rotations",
    "outbox": "show what is planned, stuck, unknown and failed; retry or cancel it",
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
    except SlackUnavailable as error:
        # Nothing is to be put right first: a supervisor may simply try again.
        print(error, file=sys.stderr)
        return 1
    except BedsideError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _positive(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"{written!r} is no number from 1 on")
    return int(written)


def _member(written: str) -> str:
    if not re.fullmatch(r"[UW][A-Z0-9]{2,}", written):
        raise argparse.ArgumentTypeError(f"{written!r} is no Slack member id, such as U012ABCDEF")
    return written


def _nothing(_: argparse.ArgumentParser) -> None:
    pass


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=int, default=8000, help="where the page is served (default 8000)")
    command.add_argument(
        "--empty", action="store_true", help="begin with nobody placed: set everything up as Jo, the coordinator"
    )


def _preview(command: argparse.ArgumentParser) -> None:
    command.add_argument("rotation", metavar="ROTATION", help="the rotation's name")
    command.add_argument("--weeks", type=_positive, default=4, help="how many weeks (default 4)")


def _roster(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="a CSV file with a header line")
    command.add_argument("--dry-run", action="store_true", help="only say what would change")
    command.add_argument(
        "--remove-missing",
        action="store_true",
        help="take off whoever is placed in a rotation of the file and is not in it, unless the rotation is over",
    )


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--live",
        action="store_true",
        help="also ask Slack: tokens, permissions, the digests' channels, and one message that is read back",
    )
    command.add_argument(
        "--as",
        dest="person",
        type=_member,
        metavar="U012ABCDEF",
        help="who gets that message (default: the first of BEDSIDE_COORDINATORS)",
    )


def _outbox(command: argparse.ArgumentParser) -> None:
    command.add_argument("--state", choices=[state.value for state in State], help="list the messages in one state")
    command.add_argument("--most", type=_positive, default=50, metavar="N", help="list no more than N (default 50)")
    acts = command.add_subparsers(dest="act", metavar="ACT")
    for act, what in _ACTS.items():
        one = acts.add_parser(act, help=what, description=what[0].upper() + what[1:] + ".")
        one.add_argument("ids", nargs="+", metavar="ID", help="an id as `bedside outbox` shows it, or its beginning")
        if act == "retry":
            one.add_argument(
                "--not-there",
                action="store_true",
                help="you have looked into the conversation, and an unknown message is not there",
            )


_ACTS = {
    "retry": "send again what failed, or what is unknown and surely not there",
    "cancel": "end what is pending, unknown or failed, so that it is never sent",
    "arrived": "record what is unknown as sent, since you have seen it in Slack",
}
_ARGUMENTS = {"demo": _demo, "check": _check, "preview": _preview, "roster": _roster, "outbox": _outbox}
