"""A sent form becomes a kept reply, or comes back because something in it points at a patient, or because something
else was saved meanwhile."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion, ReplyRefused
from bot.domain.outbox import update_for
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT, Draft, Question, Reply, Sharing, accept, excerpt_of, overwrites, own_words
from bot.domain.screening import NO_CARE, NOBODY, Care, KnownNames, Objections, clean, objections_to, screen, still_kept
from bot.flows.keep_private import keep_private, take_back
from bot.flows.ports import UnitOfWork, World
from bot.flows.reply_forms import Form, form_of, typed_form, with_typed


@dataclass(frozen=True, slots=True)
class Saved:
    """The reply is kept. `offer` is the excerpt to preview when words may be shared, and `version` names the reply it
    is of; `sharing` is what is in force now, and `kept` holds the marks of what may stay in the words.

    `care` is what the student is told at once, and nobody else: distress has kept the reply in the journal."""

    offer: str | None
    version: datetime
    sharing: Sharing = Sharing.JOURNAL
    care: Care = NO_CARE
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Late:
    """A digest had used the reply before the form was sent. The text is kept in the journal, which the form shows, and
    nothing more of it is shared."""

    form: Form
    care: Care = NO_CARE


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was kept because of `objections`. `typed` is the same form once more; `care` is what the student is told
    besides, above it. `taken_back` tells that distress has taken what was saved before back into the journal."""

    objections: Objections
    typed: Form
    care: Care = NO_CARE
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Outdated:
    """Nothing was kept, since it would undo what was saved after the form had been opened: `saved`, or None where that
    is a deletion. `typed` is the same form once more, which is kept when it is sent again; `care` is what the student
    is told besides, above it. `taken_back` tells that distress has taken what was saved back into the journal."""

    typed: Form
    saved: Form | None
    care: Care = NO_CARE
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was kept, and the form takes nothing any more: `why`. Its `text` tells of distress, which is never turned
    away: `care` comes first."""

    why: ReplyRefused
    text: str = field(repr=False)
    care: Care


@dataclass(frozen=True, slots=True)
class _Sent:
    """A draft as screening has left it, and where it belongs."""

    draft: Draft
    student: PersonId
    on: date
    version: datetime | None
    kept: tuple[str, ...]
    care: Care
    at: datetime


async def take_reply(
    world: World,
    draft: Draft,
    *,
    student: PersonId,
    on: date,
    version: datetime | None = None,
    kept: Collection[str] = (),
    known: KnownNames = NOBODY,
    at: datetime,
) -> Saved | Late | Stopped | Outdated | Refused:
    """Screen a draft and keep it in one transaction; the same form sent twice is kept once. `version` is that of
    the form it was typed into, and `kept` are the marks of what the student keeps as it is.

    Raises NotYourQuestion, or without distress QuestionClosed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    themes = {theme.slug for theme in world.curriculum.themes}
    draft = replace(draft, text=clean(draft.text), themes=draft.themes & themes)
    verdict = screen(draft.text, roster=known.telling)
    key = world.mark_keys[0]
    marks = still_kept(draft.text, verdict.findings, kept, key=key)
    objections = objections_to(draft.text, verdict.findings, kept=marks, key=key, known=known, longest=LONGEST_TEXT)
    sent = _Sent(draft, student, on, version, marks, verdict.care, at)
    if objections:
        return await _stopped(world, sent, objections)
    taken = await _taken(world, sent)
    return _without_unseen_marks(world, taken, known) if isinstance(taken, Saved) else taken


def _without_unseen_marks(world: World, saved: Saved, known: KnownNames) -> Saved:
    """The second form holds no mark of what it does not show."""
    shown = saved.offer or ""
    findings = screen(shown, roster=known.telling).findings
    return replace(saved, kept=still_kept(shown, findings, saved.kept, key=world.mark_keys[0]))


async def _stopped(world: World, sent: _Sent, objections: Objections) -> Stopped:
    back = await keep_private(world, sent.student, sent.on, at=sent.at) if sent.care.distress else None
    version = back.version(sent.version) if back else sent.version
    typed = typed_form(world, sent.on, sent.draft, version=version, kept=sent.kept)
    return Stopped(objections, typed, sent.care, taken_back=back is not None)


async def _taken(world: World, sent: _Sent) -> Saved | Late | Outdated | Refused:
    shareable = replace(sent.draft, sharing=_allowed(sent.draft, sent.care))
    async with world.open_work() as work:
        settings, question = await _asked(work, sent.student, sent.on)
        previous = await work.replies.get(sent.student, sent.on)
        try:
            reply = accept(shareable, question, previous=previous, at=sent.at, open_for=world.program.question_open)
        except ReplyRefused as why:
            if not sent.care.distress:
                raise
            return Refused(why, sent.draft.text, sent.care)
        if overwrites(reply, previous, version=sent.version):
            return await _outdated(world, work, sent, previous)
        await _keep(work, reply, previous, at=sent.at)
        if not sent.care.distress and not reply.spent:
            await _remember_choice(work, settings, sent.draft.sharing)
        await work.commit()
    if reply.spent and not sent.care.distress:
        return Late(form_of(world, sent.on, reply, usual=sent.draft.sharing), sent.care)
    return Saved(_offer(shareable, reply), reply.changed_at, reply.sharing, sent.care, kept=sent.kept)


def _allowed(draft: Draft, care: Care) -> Sharing:
    """How far a reply may travel: in distress nowhere, and of a language that can't be checked well no words."""
    if care.distress:
        return Sharing.JOURNAL
    if care.weaker and draft.sharing is Sharing.WORDS:
        return Sharing.THEMES if draft.themes else Sharing.JOURNAL
    return draft.sharing


async def _asked(work: UnitOfWork, person: PersonId, on: date) -> tuple[Student, Question]:
    student = await work.people.student(person)
    question = await work.outbox.question(person, on)
    if student is None or question is None:
        raise NotYourQuestion
    return student, question


async def _outdated(world: World, work: UnitOfWork, sent: _Sent, saved: Reply | None) -> Outdated:
    back = await take_back(work, saved, at=sent.at) if sent.care.distress else None
    await work.commit()
    now = back.after if back else saved
    form = form_of(world, sent.on, now, usual=sent.draft.sharing)
    typed = replace(with_typed(form, sent.draft), kept=sent.kept)
    return Outdated(typed, form if now else None, sent.care, taken_back=back is not None)


async def _keep(work: UnitOfWork, reply: Reply, previous: Reply | None, *, at: datetime) -> None:
    if reply != previous:
        await (work.replies.rewrite(reply) if reply.spent else work.replies.save(reply))
    await work.outbox.add(update_for(reply.student, on=reply.on, at=at))


async def _remember_choice(work: UnitOfWork, student: Student, sharing: Sharing) -> None:
    shares = sharing is not Sharing.JOURNAL
    if student.usually_shares_themes is not shares:
        await work.people.save(replace(student, usually_shares_themes=shares))


def _offer(draft: Draft, reply: Reply) -> str | None:
    if draft.sharing is not Sharing.WORDS or not own_words(reply).strip():
        return None
    return reply.excerpt or excerpt_of(reply.text)
