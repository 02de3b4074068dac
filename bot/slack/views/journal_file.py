"""A student's own words as a file in Markdown, which reads well as plain text too."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.outbox import MessageId
from bot.domain.own_words import OwnWords
from bot.slack.views.question import day

TITLE: Final = "My journal"
COMMENT: Final = (
    "Here is your journal as a file. It now lies in Slack, under the rules of this workspace, so save it somewhere of "
    "your own. Bedside removes it from here after 24 hours."
)
WHAT_IT_IS: Final = "Everything I wrote to Bedside, in my own words, with the questions I was asked. Nothing else."
EMPTY: Final = "There was nothing in it any more when this was sent."
OURS: Final = 8
"""So many characters of the message's own id tell the file from any other of the conversation."""

INSIDE: Final = re.compile(r"[\\`*_\[\]<>|~&]")
"""What means something to Markdown wherever it stands."""
AT_THE_START: Final = re.compile(r"^(#|[-+=](?=\s|[-+=]|$)|:(?=-))")
NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])")
INDENT: Final = re.compile(r"^[ \t]+")


def file_name(message: MessageId | str) -> str:
    """The file's name. It is how the file is found again when nobody has seen whether it arrived."""
    return f"bedside-journal-{message[:OURS]}.md"


def markdown(entries: Iterable[OwnWords]) -> str:
    """The whole file: what it is, then each entry with its date, principle, question and words, to the letter."""
    parts = [f"# {TITLE}", WHAT_IT_IS, *(part for entry in entries for part in _entry(entry))]
    return "\n\n".join(parts if len(parts) > 2 else [*parts, EMPTY]) + "\n"


def _entry(entry: OwnWords) -> Iterator[str]:
    yield f"## {day(entry.on)}, {entry.on.year}"
    yield f"**{_literal(entry.principle)}**"
    yield _literal(entry.question)
    yield "\n".join(_quoted(entry.text.strip().splitlines()))


def _quoted(lines: list[str]) -> Iterator[str]:
    """A quote that breaks its lines where the student did: two spaces before the end of a line say so."""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        words, breaks = _literal(line.rstrip()), "  " if following.strip() else ""
        yield f"> {words}{breaks}" if words else ">"


def _literal(line: str) -> str:
    """One line of text of which no reader of Markdown makes anything else."""
    indent = INDENT.match(line)
    # Spaces that do not break show as many, and make no code of the line.
    begins = indent[0].replace("\t", "    ").replace(" ", "\N{NO-BREAK SPACE}") if indent else ""
    text = INSIDE.sub(r"\\\g<0>", line[indent.end() :] if indent else line)
    return begins + NUMBERED.sub(r"\1\\\2", AT_THE_START.sub(r"\\\g<0>", text))
