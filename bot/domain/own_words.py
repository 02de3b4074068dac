"""What a student wrote, as the student takes it along: nothing of what was shared, and of no digest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

LETTERS_ON_A_PAGE: Final = 8_000
"""Slack names no limit for all blocks of a message together; 12,000 is what it allows those of markdown."""
ENTRIES_ON_A_PAGE: Final = 15
"""A message holds fifty blocks, and an entry takes three."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a student wrote to one question, and what it was about."""

    on: date
    principle: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a journal that fits into one message, and the date with which the next one begins, if there is one."""

    entries: tuple[OwnWords, ...]
    next_on: date | None


def page_of(entries: Sequence[OwnWords], *, since: date) -> Page:
    """The page that begins with the first entry of a date or later. An entry is never divided."""
    rest = [entry for entry in entries if entry.on >= since]
    number = _fitting(rest)
    return Page(tuple(rest[:number]), rest[number].on if number < len(rest) else None)


def _fitting(entries: Sequence[OwnWords]) -> int:
    letters = 0
    for number, entry in enumerate(entries[:ENTRIES_ON_A_PAGE]):
        letters += len(entry.principle) + len(entry.question) + len(entry.text)
        if letters > LETTERS_ON_A_PAGE and number:
            return number
    return min(len(entries), ENTRIES_ON_A_PAGE)
