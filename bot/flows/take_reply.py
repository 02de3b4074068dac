"""A sent form becomes a kept reply, or comes back because something in it points at a patient, or because something
else was saved meanwhile."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.outbox import update_for
from bot.domain.people import PersonId, Student
from bot.domain.reply import Draft, Question, Reply, Sharing, accept, excerpt_of, overwrites
from bot.domain.screening import clean, describe, screen
from bot.flows.ports import UnitOfWork, World
from bot.flows.reply_forms import Form, form_of


@dataclass(frozen=True, slots=True)
class Saved:
    """The reply is kept. `offer` is the excerpt to preview when words may be shared, and `version` names the reply it
    is of; `distress` asks for support lines to be shown at once, to this student only, and keeps the reply in the
    journal."""

    offer: str | None
    version: datetime
    distress: bool


@dataclass(frozen=True, slots=True)
class Late:
    """A digest had used the reply before the form was sent. The text is kept in the journal, which the form shows, and
    nothing more of it is shared."""

    form: Form


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was kept. `findings` says in plain words what has to go, in the order of the text. `distress` asks for
    support lines to be shown at once, above `typed`, the same form once more."""

    findings: tuple[str, ...]
    typed: Form
    distress: bool


@dataclass(frozen=True, slots=True)
class Outdated:
    """Nothing was kept, since it would undo what was saved after the form had been opened: `saved`, or None where that
    is a deletion. `typed` is the same form once more, which is kept when it is sent again; `distress` asks for support
    lines to be shown at once."""

    typed: Form
    saved: Form | None
    distress: bool


async def take_reply(
    world: World, draft: Draft, *, student: PersonId, on: date, version: datetime | None = None, at: datetime
) -> Saved | Late | Stopped | Outdated:
    """Screen a draft and keep it in one transaction; the same form sent twice is kept once. `version` is that of
    the form it was typed into.

    Raises NotYourQuestion, QuestionClosed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    known = {theme.slug for theme in world.curriculum.themes}
    draft = replace(draft, text=clean(draft.text), themes=draft.themes & known)
    verdict = screen(draft.text)
    distress = verdict.distress
    if verdict.findings:
        typed = replace(_typed(draft, form_of(world, on, None, usual=draft.sharing)), version=version)
        return Stopped(tuple(describe(finding, draft.text) for finding in verdict.findings), typed, distress)
    kept = replace(draft, sharing=Sharing.JOURNAL) if distress else draft
    async with world.open_work() as work:
        settings, question = await _asked(work, student, on)
        previous = await work.replies.get(student, on)
        reply = accept(kept, question, previous=previous, at=at, open_for=world.program.question_open)
        if overwrites(reply, previous, version=version):
            return _outdated(world, draft, previous, on, distress=distress)
        await _keep(work, reply, previous, at=at)
        if not distress and not reply.spent:
            await _remember_choice(work, settings, draft.sharing)
        await work.commit()
    if reply.spent and not distress:
        return Late(form_of(world, on, reply, usual=draft.sharing))
    return Saved(_offer(draft, reply) if not distress else None, reply.changed_at, distress)


async def _asked(work: UnitOfWork, person: PersonId, on: date) -> tuple[Student, Question]:
    student = await work.people.student(person)
    question = await work.outbox.question(person, on)
    if student is None or question is None:
        raise NotYourQuestion
    return student, question


def _outdated(world: World, draft: Draft, saved: Reply | None, on: date, *, distress: bool) -> Outdated:
    form = form_of(world, on, saved, usual=draft.sharing)
    return Outdated(_typed(draft, form), form if saved else None, distress)


def _typed(draft: Draft, form: Form) -> Form:
    return replace(form, ticked=draft.themes, text=draft.text, sharing=draft.sharing, used=False, shared_words=None)


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
