"""What a student gives to one question: drafted in the form, accepted, changed, shared, and spent by one digest."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.curriculum import ThemeSlug
from bot.domain.errors import (
    ExcerptTooLong,
    NothingToSave,
    QuestionClosed,
    ReplyAlreadyUsed,
    ReplyChanged,
    TextTooLong,
    ThemesNeedATick,
)
from bot.domain.people import CohortId, PersonId

LONGEST_TEXT = 3000
LONGEST_EXCERPT = 600


class Sharing(StrEnum):
    """How far a reply may travel. Words are shared only in a second step, after the student has seen the excerpt."""

    JOURNAL = "journal"
    THEMES = "themes"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that reached a student: its date, the cohort its reply belongs to, and its message in Slack, as far
    as that is known."""

    student: PersonId
    on: date
    cohort_id: CohortId
    asked_at: datetime
    channel: str | None
    ts: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form holds when it is sent."""

    themes: frozenset[ThemeSlug]
    text: str
    sharing: Sharing


@dataclass(frozen=True, slots=True)
class Reply:
    """A kept reply. `sharing` is what is in force: `WORDS` only with an `excerpt` that the student has confirmed.

    Once `spent` by a digest it has no themes, no excerpt and no sharing choice any more, only the journal's text.
    """

    student: PersonId
    cohort_id: CohortId
    on: date
    themes: frozenset[ThemeSlug]
    text: str
    sharing: Sharing
    changed_at: datetime
    excerpt: str | None = None
    spent: bool = False


def accept(draft: Draft, question: Question, *, previous: Reply | None, at: datetime, open_for: timedelta) -> Reply:
    """The reply a draft becomes. It shares no words yet: a new or changed text has to be previewed again.

    Raises QuestionClosed, ReplyAlreadyUsed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    if previous is not None and previous.spent:
        raise ReplyAlreadyUsed
    if previous is None and not is_open(question, at=at, open_for=open_for):
        raise QuestionClosed
    _check(draft)
    kept = previous is not None and _keeps_words(draft, previous)
    fresh = Reply(
        student=question.student,
        cohort_id=question.cohort_id,
        on=question.on,
        themes=draft.themes,
        text=draft.text,
        sharing=Sharing.WORDS if kept else _without_words(draft),
        changed_at=at,
        excerpt=previous.excerpt if kept and previous else None,
    )
    same = previous is not None and fresh == replace(previous, changed_at=at)
    return previous if previous and same and not _takes_back_a_preview(draft) else fresh


def share_words(reply: Reply, excerpt: str, *, version: datetime, at: datetime) -> Reply:
    """The same reply, whose excerpt may appear in one digest exactly as it stands here. `version` is the `changed_at`
    of the reply that was previewed; sharing what is shared already changes nothing.

    Raises ReplyAlreadyUsed, ReplyChanged, NothingToSave or ExcerptTooLong.
    """
    if reply.spent:
        raise ReplyAlreadyUsed
    if reply.excerpt == excerpt:
        return reply
    if reply.changed_at != version:
        raise ReplyChanged
    if not excerpt.strip():
        raise NothingToSave
    if len(excerpt) > LONGEST_EXCERPT:
        raise ExcerptTooLong(limit=LONGEST_EXCERPT)
    return replace(reply, sharing=Sharing.WORDS, excerpt=excerpt, changed_at=at)


def kept_private(reply: Reply, *, at: datetime) -> Reply:
    """The same reply, of which nothing is shared any more. Raises ReplyAlreadyUsed."""
    if reply.spent:
        raise ReplyAlreadyUsed
    return replace(reply, sharing=Sharing.JOURNAL, excerpt=None, changed_at=at)


def excerpt_of(text: str) -> str:
    """The start of a text that a second form proposes for sharing, cut between words."""
    text = text.strip()
    if len(text) <= LONGEST_EXCERPT:
        return text
    return text[: LONGEST_EXCERPT - 1].rsplit(maxsplit=1)[0] + "…"


def is_open(question: Question, *, at: datetime, open_for: timedelta) -> bool:
    """Whether a question may still be answered for the first time."""
    return at < question.asked_at + open_for


def _check(draft: Draft) -> None:
    if not draft.themes and not draft.text.strip():
        raise NothingToSave
    if draft.sharing is Sharing.THEMES and not draft.themes:
        raise ThemesNeedATick
    if len(draft.text) > LONGEST_TEXT:
        raise TextTooLong(limit=LONGEST_TEXT)


def _without_words(draft: Draft) -> Sharing:
    """Choosing to share words shares the ticked themes at once; the words wait for their preview."""
    return Sharing.JOURNAL if draft.sharing is Sharing.JOURNAL or not draft.themes else Sharing.THEMES


def _takes_back_a_preview(draft: Draft) -> bool:
    """Words that wait for their preview are in no field of a reply. So choosing to share less than words counts as a
    change even where every field stays the same: a preview that is still open somewhere must end."""
    return draft.sharing is not Sharing.WORDS and bool(draft.text.strip())


def _keeps_words(draft: Draft, previous: Reply) -> bool:
    return draft.sharing is Sharing.WORDS and previous.sharing is Sharing.WORDS and draft.text == previous.text
