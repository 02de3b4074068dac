"""What a student gives to one question: drafted in the form, accepted, changed, shared, and spent by one digest."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
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
LONG_AGO = datetime.fromtimestamp(0, UTC)
"""Before anything was written."""


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

    Once `spent` by a digest it has no themes, no excerpt and no sharing choice any more, only the journal's text; and
    `changed_at` is `LONG_AGO` until that text is changed: whoever comes back to share words does so a little later.
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
    """The reply a draft becomes. It shares no words yet: a new or changed text has to be previewed again. Of a reply
    that a digest has used only the journal changes.

    Raises QuestionClosed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    if previous is not None and previous.spent:
        return _into_the_journal(draft, previous, at=at)
    if previous is None and not is_open(question, at=at, open_for=open_for):
        raise QuestionClosed
    kept = previous is not None and _keeps_words(draft, previous)
    if not kept:
        _check(draft)
    fresh = Reply(
        student=question.student,
        cohort_id=question.cohort_id,
        on=question.on,
        themes=draft.themes,
        text=previous.text if kept and previous else draft.text,
        sharing=Sharing.WORDS if kept else _without_words(draft),
        changed_at=at,
        excerpt=previous.excerpt if kept and previous else None,
    )
    same = previous is not None and fresh == replace(previous, changed_at=at)
    return previous if previous and same and not _takes_back_a_preview(draft) else fresh


def overwrites(reply: Reply, previous: Reply | None, *, version: datetime | None) -> bool:
    """Whether keeping a reply would undo what was saved since its form was opened. `version` is the `changed_at` of
    the reply that the form held, or None where it held none."""
    if previous is None:
        return version is not None
    if previous.spent and version is not None and version > previous.changed_at:
        # A digest has used it since, and took the instant of its last change with it.
        return False
    return previous.changed_at != version and replace(reply, changed_at=previous.changed_at) != previous


def share_words(reply: Reply, excerpt: str, *, version: datetime, keep_copy: bool = True, at: datetime) -> Reply:
    """The same reply, whose excerpt may appear in one digest exactly as it stands here; without a copy, nothing else of
    its text is left. `version` is the `changed_at` of the reply that was previewed; sharing what is shared already
    changes nothing.

    Raises ReplyAlreadyUsed, ReplyChanged, NothingToSave or ExcerptTooLong.
    """
    if reply.spent:
        raise ReplyAlreadyUsed
    text = reply.text if keep_copy else ""
    if (reply.excerpt, reply.text) == (excerpt, text):
        return reply
    if reply.changed_at != version:
        raise ReplyChanged
    if not excerpt.strip():
        raise NothingToSave
    if len(excerpt) > LONGEST_EXCERPT:
        raise ExcerptTooLong(limit=LONGEST_EXCERPT)
    return replace(reply, sharing=Sharing.WORDS, text=text, excerpt=excerpt, changed_at=at)


def kept_private(reply: Reply, *, at: datetime) -> Reply:
    """The same reply, of which nothing is shared any more; all of it is the student's own. Raises ReplyAlreadyUsed."""
    if reply.spent:
        raise ReplyAlreadyUsed
    return replace(reply, sharing=Sharing.JOURNAL, text=own_words(reply), excerpt=None, changed_at=at)


def own_words(reply: Reply) -> str:
    """What its student still has of a reply's words: where no copy was kept, those that wait for a digest."""
    return reply.text if reply.text.strip() or reply.excerpt is None else reply.excerpt


def excerpt_of(text: str) -> str:
    """The start of a text that a second form proposes for sharing, cut between words."""
    text = text.strip()
    if len(text) <= LONGEST_EXCERPT:
        return text
    return text[: LONGEST_EXCERPT - 1].rsplit(maxsplit=1)[0] + "…"


def is_open(question: Question, *, at: datetime, open_for: timedelta) -> bool:
    """Whether a question may still be answered for the first time."""
    return at < question.asked_at + open_for


def _into_the_journal(draft: Draft, spent: Reply, *, at: datetime) -> Reply:
    """What comes too late for a change is not lost: it replaces the journal's text."""
    if len(draft.text) > LONGEST_TEXT:
        raise TextTooLong(limit=LONGEST_TEXT)
    same = not draft.text.strip() or draft.text == spent.text
    return spent if same else replace(spent, text=draft.text, changed_at=at)


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
    return draft.sharing is Sharing.WORDS and previous.sharing is Sharing.WORDS and draft.text == own_words(previous)
