"""What is answered to somebody who simply types: where that lies in Slack, and never a word of it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.outbox import Kind, Planned
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT
from bot.domain.screening import NO_CARE, NOBODY, Care, KnownNames, Objections, clean, objections_to, screen

TOGETHER: Final = timedelta(minutes=15)
"""What is typed so soon after a message whose form was offered comes along into that form."""
ONE_WORD_IN: Final = timedelta(days=1)
"""Where there is nothing to offer, a kind word comes no more often than this."""
AT_ONCE: Final = timedelta(minutes=2)
"""So soon after a word on how to delete what points at somebody no other one comes: it still stands above."""
MOST_AT_ONCE: Final = 3
"""How many answers hold that word back where no form was offered. Support, a kind word and that word look alike there,
since nothing is kept of what an answer said; so two of them may have been something else."""
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What a typed text makes necessary besides its answer, in general words and never its own: the support lines, the
    reporting routes, and the kinds of what points at a patient or a person, each once."""

    distress: bool = False
    mistreatment: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that somebody got, or is getting, to what was typed at an instant: with the form of a question of a
    date, or a word alone."""

    on: date | None
    typed_at: datetime


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
    support lines before it, `reports` the reporting routes. `kinds` of things that point at somebody are named before
    it with the way to delete a message; one that `follows` another answer says nothing but that."""

    says: Says
    place: TypedAt
    warns: bool = False
    supports: bool = False
    reports: bool = False
    kinds: tuple[str, ...] = ()
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """The text that a form is filled with, whether its end had to be left out, what stands in the way of keeping it,
    and what its writer is told besides."""

    text: str
    is_cut: bool
    objections: Objections | None = None
    care: Care = NO_CARE


def listen(text: str, *, known: KnownNames = NOBODY) -> Heard:
    """What a typed text makes necessary. Names of the people around its writer count as far as they are known."""
    verdict = screen(text, roster=known.called)
    kinds = dict.fromkeys(finding.kind.value for finding in verdict.findings)
    return Heard(verdict.distress, verdict.mistreatment, tuple(kinds))


def answer_to(
    student: Student | None, place: TypedAt, *, open_question: date | None, heard: Heard, given: Sequence[Given] = ()
) -> Answer | None:
    """What is answered to a person, whose newest open question may be of some date and who has been `given` answers
    lately; None where there is nothing more to say. Distress and mistreatment are always answered."""
    if heard.distress or heard.mistreatment or not _covers(given, place, open_question):
        return _whole_answer(student, place, open_question, heard)
    if not heard.kinds or _was_told(given, place, open_question):
        return None
    return Answer(_says(student, open_question), place, kinds=heard.kinds, follows=True)


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
        on=on if answer.says is Says.OFFER and not answer.follows else None,
        body=encode(answer),
    )


def encode(answer: Answer) -> str:
    """An answer as text, to be kept (encrypted) in the outbox until it is sent."""
    return json.dumps(asdict(answer))


def decode(text: str) -> Answer:
    """The answer that `encode` wrote."""
    kept = json.loads(text)
    # What a release before this one wrote knew nothing of the last three.
    return Answer(
        Says(kept["says"]),
        TypedAt(**kept["place"]),
        warns=kept["warns"],
        supports=kept["supports"],
        reports=kept.get("reports", False),
        kinds=tuple(kept.get("kinds", ())),
        follows=kept.get("follows", False),
    )


def fill(saved: str, typed: str, *, key: bytes, known: KnownNames = NOBODY) -> Filled:
    """What was saved, if anything, and below it what was typed, as far as that fits. Nothing saved is left out, and a
    line that was saved already stands there once. `key` makes the marks of what may be kept."""
    fresh = _fresh_lines(clean(typed), saved)
    whole = f"{saved}\n\n{fresh}" if saved and fresh else saved or fresh
    text = whole[:LONGEST_TEXT]
    verdict = screen(text, roster=known.called)
    objections = objections_to(text, verdict.findings, kept=(), key=key, known=known, longest=LONGEST_TEXT)
    return Filled(text, is_cut=len(whole) > LONGEST_TEXT, objections=objections, care=verdict.care)


def _covers(given: Sequence[Given], place: TypedAt, open_question: date | None) -> bool:
    """Whether an earlier answer holds for this too: the form of the same question takes what is typed soon after, and
    a kind word is enough for a day."""
    since = place.at - (ONE_WORD_IN if open_question is None else TOGETHER)
    return any(each.on == open_question and since < each.typed_at <= place.at for each in given)


def _was_told(given: Sequence[Given], place: TypedAt, open_question: date | None) -> bool:
    """Whether a word on how to delete came just now, as far as that can be told: beside an offer it offers nothing."""
    words = [each for each in given if each.on is None and place.at - AT_ONCE < each.typed_at <= place.at]
    return len(words) >= (MOST_AT_ONCE if open_question is None else 1)


def _whole_answer(student: Student | None, place: TypedAt, open_question: date | None, heard: Heard) -> Answer:
    says = _says(student, open_question)
    return Answer(
        says,
        place,
        warns=says is Says.OFFER and student is not None and not student.warned_of_typing,
        supports=heard.distress,
        reports=heard.mistreatment,
        kinds=heard.kinds,
    )


def _says(student: Student | None, open_question: date | None) -> Says:
    if student is None:
        return Says.NOBODY_READS
    return Says.NOTHING_WAITS if open_question is None else Says.OFFER


def _fresh_lines(typed: str, saved: str) -> str:
    known = {line.strip() for line in saved.splitlines()} - {""}
    return "\n".join(line for line in typed.splitlines() if line.strip() not in known).strip()
