"""A sent form becomes a kept reply, or comes back because something in it points at a patient, or because something
else was saved meanwhile."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.outbox import update_for
from bot.domain.people import PersonId, Student
from bot.domain.reply import LONGEST_TEXT, Draft, Question, Reply, Sharing, accept, excerpt_of, overwrites
from bot.domain.screening import NO_CARE, NOBODY, Care, KnownNames, Objections, clean, objections_to, screen, still_kept
from bot.flows.ports import UnitOfWork, World
from bot.flows.reply_forms import Form, form_of, typed_form, with_typed


@dataclass(frozen=True, slots=True)
class Saved:
    """The reply is kept. `offer` is the excerpt to preview when words may be shared, and `version` names the reply it
    is of; `shares` tells whether its themes are shared, and `kept` holds the marks of what may stay in the words.

    `care` is what the student is told at once, and nobody else: distress has kept the reply in the journal."""

    offer: str | None
    version: datetime
    shares: bool = False
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
    besides, above it."""

    objections: Objections
    typed: Form
    care: Care = NO_CARE


@dataclass(frozen=True, slots=True)
class Outdated:
    """Nothing was kept, since it would undo what was saved after the form had been opened: `saved`, or None where that
    is a deletion. `typed` is the same form once more, which is kept when it is sent again; `care` is what the student
    is told besides, above it."""

    typed: Form
    saved: Form | None
    care: Care = NO_CARE


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
) -> Saved | Late | Stopped | Outdated:
    """Screen a draft and keep it in one transaction; the same form sent twice is kept once. `version` is that of
    the form it was typed into, and `kept` are the marks of what the student keeps as it is.

    Raises NotYourQuestion, QuestionClosed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    themes = {theme.slug for theme in world.curriculum.themes}
    draft = replace(draft, text=clean(draft.text), themes=draft.themes & themes)
    verdict = screen(draft.text, roster=known.telling)
    key = world.mark_keys[0]
    marks = still_kept(draft.text, verdict.findings, kept, key=key)
    objections = objections_to(draft.text, verdict.findings, kept=marks, key=key, known=known, longest=LONGEST_TEXT)
    if objections:
        return Stopped(objections, typed_form(world, on, draft, version=version, kept=marks), verdict.care)
    shareable = replace(draft, sharing=_allowed(draft, verdict.care))
    async with world.open_work() as work:
        settings, question = await _asked(work, student, on)
        previous = await work.replies.get(student, on)
        reply = accept(shareable, question, previous=previous, at=at, open_for=world.program.question_open)
        if overwrites(reply, previous, version=version):
            return _outdated(world, draft, previous, on, kept=marks, care=verdict.care)
        await _keep(work, reply, previous, at=at)
        if not verdict.distress and not reply.spent:
            await _remember_choice(work, settings, draft.sharing)
        await work.commit()
    if reply.spent and not verdict.distress:
        return Late(form_of(world, on, reply, usual=draft.sharing), verdict.care)
    offer = _offer(shareable, reply)
    shown = offer or ""
    # The second form holds no mark of what it does not show.
    marks = still_kept(shown, screen(shown, roster=known.telling).findings, marks, key=key)
    return Saved(offer, reply.changed_at, reply.sharing is not Sharing.JOURNAL, verdict.care, kept=marks)


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


def _outdated(
    world: World, draft: Draft, saved: Reply | None, on: date, *, kept: tuple[str, ...], care: Care
) -> Outdated:
    form = form_of(world, on, saved, usual=draft.sharing)
    return Outdated(replace(with_typed(form, draft), kept=kept), form if saved else None, care)


async def _keep(work: UnitOfWork, reply: Reply, previous: Reply | None, *, at: datetime) -> None:
    if reply != previous:
        await (work.replies.rewrite(reply) if reply.spent else work.replies.save(reply))
    await work.outbox.add(update_for(reply.student, on=reply.on, at=at))


async def _remember_choice(work: UnitOfWork, student: Student, sharing: Sharing) -> None:
    shares = sharing is not Sharing.JOURNAL
    if student.usually_shares_themes is not shares:
        await work.people.save(replace(student, usually_shares_themes=shares))


def _offer(draft: Draft, reply: Reply) -> str | None:
    if draft.sharing is not Sharing.WORDS or not reply.text.strip():
        return None
    return reply.excerpt or excerpt_of(reply.text)
