"""What is answered to somebody who simply types: where that lies in Slack, and never a word of it."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.outbox import Kind, Planned
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT
from bot.domain.screening import clean, describe, screen

TOGETHER: Final = timedelta(minutes=15)
"""What is typed so soon after a message whose form was offered comes along into that form."""
ONE_WORD_IN: Final = timedelta(days=1)
"""Where there is nothing to offer, a kind word comes no more often than this."""
ANSWER_LIMIT: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TypedAt:
    """Where a typed message lies in its conversation: at `ts`, in the thread that began at `thread` if it is in one."""

    ts: str
    thread: str | None = None

    @property
    def at(self) -> datetime:
        """When it was typed, by Slack's clock."""
        seconds, _, microseconds = self.ts.partition(".")
        return datetime.fromtimestamp(int(seconds), UTC) + timedelta(microseconds=int(microseconds or 0))


class Says(StrEnum):
    """What an answer says."""

    OFFER = "offer"
    """That the form of an open question can be opened with what was typed."""
    NOTHING_WAITS = "nothing-waits"
    """That no question of this student waits for an answer."""
    NOBODY_READS = "nobody-reads"
    """That nobody reads what is typed, to whoever is no student."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to what lies at `place`. `warns` adds, once, how Slack keeps typed messages; `supports` puts the
    support lines before it."""

    says: Says
    place: TypedAt
    warns: bool = False
    supports: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """The text that a form is filled with, whether its end had to be left out, and what has to go before it can be
    kept."""

    text: str
    is_cut: bool
    findings: tuple[str, ...]


def answer_to(student: Student | None, place: TypedAt, *, open_question: date | None, distress: bool) -> Answer:
    """What is answered to a person, whose newest open question may be of some date."""
    if student is None:
        return Answer(Says.NOBODY_READS, place, supports=distress)
    if open_question is None:
        return Answer(Says.NOTHING_WAITS, place, supports=distress)
    return Answer(Says.OFFER, place, warns=not student.warned_of_typing, supports=distress)


def planned_answer(answer: Answer, person: PersonId, *, channel: str, on: date | None, at: datetime) -> Planned:
    """The message of an answer; on a repetition of what it answers it is the same one. Nobody waits for it longer than
    an hour."""
    return Planned(
        kind=Kind.TYPED,
        dedupe_key=f"{Kind.TYPED}:{person}:{answer.place.ts}",
        # When it was typed, so that a repetition that comes late belongs to the same minutes.
        send_at=min(at, answer.place.at),
        too_late_at=at + ANSWER_LIMIT,
        student=person,
        channel=channel,
        on=on if answer.says is Says.OFFER else None,
        body=encode(answer),
    )


def encode(answer: Answer) -> str:
    """An answer as text, to be kept (encrypted) in the outbox until it is sent."""
    return json.dumps(asdict(answer))


def decode(text: str) -> Answer:
    """The answer that `encode` wrote."""
    kept = json.loads(text)
    return Answer(Says(kept["says"]), TypedAt(**kept["place"]), kept["warns"], kept["supports"])


def fill(saved: str, typed: str) -> Filled:
    """What was saved, if anything, and below it what was typed, as far as that fits. Nothing saved is left out, and a
    line that was saved already stands there once."""
    fresh = _fresh_lines(clean(typed), saved)
    whole = f"{saved}\n\n{fresh}" if saved and fresh else saved or fresh
    text = whole[:LONGEST_TEXT]
    findings = tuple(describe(finding, text) for finding in screen(text).findings)
    return Filled(text, is_cut=len(whole) > LONGEST_TEXT, findings=findings)


def _fresh_lines(typed: str, saved: str) -> str:
    known = {line.strip() for line in saved.splitlines()} - {""}
    return "\n".join(line for line in typed.splitlines() if line.strip() not in known).strip()
