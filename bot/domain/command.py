"""What somebody types after /bedside, and for whom each word is."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.errors import DayUnclear
from bot.domain.own_pace import Break
from bot.domain.permissions import Party


class Word(StrEnum):
    """The words that are understood, in the order in which they are explained."""

    OPEN = "open"
    """Also what nothing at all means."""
    DESK = "desk"
    """Also for a coordinator who studies here, and so finds a student's own Home."""
    TODAY = "today"
    PAUSE = "pause"
    RESUME = "resume"
    JOURNAL = "journal"
    PREVIEW = "preview"
    HELP = "help"


EVERYBODY: Final = frozenset({Party.STUDENT, Party.PRECEPTOR, Party.COORDINATOR})
FOR: Final[Mapping[Word, frozenset[Party]]] = MappingProxyType(
    {
        Word.OPEN: EVERYBODY,
        Word.DESK: frozenset({Party.COORDINATOR}),
        Word.TODAY: EVERYBODY,
        Word.PAUSE: frozenset({Party.STUDENT}),
        Word.RESUME: frozenset({Party.STUDENT}),
        Word.JOURNAL: frozenset({Party.STUDENT}),
        Word.PREVIEW: frozenset({Party.COORDINATOR}),
        Word.HELP: EVERYBODY,
    }
)
OTHERWISE: Final[Mapping[str, Word]] = MappingProxyType(
    {"": Word.OPEN, "home": Word.OPEN, "?": Word.HELP, "lesson": Word.TODAY, "back": Word.RESUME}
)
"""What else one might type, and means."""
BREAKS: Final[Mapping[str, Break]] = MappingProxyType(
    {"tomorrow": Break.TOMORROW, "monday": Break.NEXT_MONDAY, "next monday": Break.NEXT_MONDAY}
)
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST: Final = 200
"""Characters: the longest name of a rotation, and some."""


@dataclass(frozen=True, slots=True)
class Command:
    """What was typed: the word, None for one that nobody knows, and what follows it."""

    word: Word | None
    rest: str


def read_command(text: str) -> Command:
    """The command in what was typed, however it is spaced and capitalized."""
    first, _, rest = text.strip()[:LONGEST].partition(" ")
    typed = first.lower()
    known = OTHERWISE.get(typed) or next((word for word in Word if word == typed), None)
    return Command(known, " ".join(rest.split()))


def words_for(parties: Collection[Party]) -> tuple[Word, ...]:
    """The words that somebody who is all of these can use."""
    return tuple(word for word in Word if not FOR[word].isdisjoint(parties))


def read_break(text: str, *, today: date) -> Break | date | None:
    """How long a pause is to be; None where nothing was typed. A day without a year is the next one of that name.

    Raises DayUnclear for anything that might mean two days, such as 3/4.
    """
    typed = re.sub(r"[,.]", " ", text.lower().removeprefix("until ")).strip()
    typed = " ".join(typed.split())
    if not typed:
        return None
    return BREAKS.get(typed) or _iso(typed) or _in_words(typed, today)


def _iso(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed) else None
    except ValueError:
        raise DayUnclear from None


def _in_words(typed: str, today: date) -> date:
    month_first = re.fullmatch(r"([a-z]{3,9}) ([0-9]{1,2})(?:st|nd|rd|th)?", typed)
    day_first = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})", typed)
    if month_first:
        month, day = month_first.groups()
    elif day_first:
        day, month = day_first.groups()
    else:
        raise DayUnclear
    if month[:3] not in MONTHS:
        raise DayUnclear
    return _next(MONTHS.index(month[:3]) + 1, int(day), today)


def _next(month: int, day: int, today: date) -> date:
    try:
        on = date(today.year, month, day)
        return on if on >= today else on.replace(year=today.year + 1)
    except ValueError:
        raise DayUnclear from None
