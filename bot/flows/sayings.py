"""What a message says: what delivery looks up when it is sent, and hands to Slack to be shown."""

from dataclasses import dataclass
from datetime import date

from bot.domain.curriculum import Lesson
from bot.domain.digest import Digest
from bot.domain.notices import Notice
from bot.domain.outbox import (
    Leftover,
)
from bot.domain.own_words import OwnWords
from bot.domain.people import Cohort, Pace
from bot.domain.program import SupportLine
from bot.domain.rules import Rules
from bot.domain.typed import Answer


@dataclass(frozen=True, slots=True)
class Welcome:
    """What this is, how often, who sees what."""

    voices: int


@dataclass(frozen=True, slots=True)
class Reminder:
    """A principle and one act for today; `open_question` is the date of a question still open, for the quiet line, and
    `nothing_shown` is for another one: a digest has come that showed nothing from students."""

    lesson: Lesson
    open_question: date | None
    nothing_shown: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A day's reflection question."""

    lesson: Lesson


@dataclass(frozen=True, slots=True)
class Done:
    """What a question's message becomes after an answer or a skip: it lies at `channel` and `ts`."""

    lesson: Lesson
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Post:
    """A digest, and the name of the cohort that it is of. `answerable` names it to whoever may answer the group, where
    it shows something from students; and `to_confirm` means that its reader has not confirmed yet how a digest is to
    be read."""

    digest: Digest
    cohort: str
    answerable: str = ""
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """How a digest is to be read and when those of a preceptor's cohorts come; and whether that was confirmed."""

    cohorts: tuple[Cohort, ...]
    voices: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Farewell:
    """On which day everything that a student wrote is deleted."""

    on: date


@dataclass(frozen=True, slots=True)
class Offer:
    """A slower pace than this one, or a pause."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class ToTyped:
    """An answer to somebody who typed: `on` is the date of the question whose form it offers, `support` and `routes`
    what stands before it."""

    answer: Answer
    on: date | None
    support: tuple[SupportLine, ...] = ()
    routes: tuple[SupportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Journal:
    """Everything that a student wrote, as a file."""

    entries: tuple[OwnWords, ...]


@dataclass(frozen=True, slots=True)
class JournalPage:
    """A part of it as a message."""

    entries: tuple[OwnWords, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Nothing: something of ours goes."""

    leftover: Leftover


@dataclass(frozen=True, slots=True)
class ToCoordinator:
    """What stands in a digest's way, and what to do about it."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Naming:
    """That a person coordinates from now on."""


@dataclass(frozen=True, slots=True)
class LiveCheck:
    """That this is a check, and that nothing is to be done about it."""


@dataclass(frozen=True, slots=True)
class ToGroup:
    """What a preceptor answered to the students of the digest of a date, and the name below it."""

    on: date
    text: str
    signature: str


@dataclass(frozen=True, slots=True)
class NewRules:
    """Which rules are others now, and the day from which on what is looser holds."""

    before: Rules
    after: Rules
    looser_on: date


Saying = (
    Welcome
    | Reminder
    | Ask
    | Done
    | Post
    | Briefing
    | Farewell
    | Offer
    | ToTyped
    | Journal
    | JournalPage
    | Remove
    | ToCoordinator
    | Naming
    | LiveCheck
    | ToGroup
    | NewRules
)
