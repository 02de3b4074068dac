"""A sent form becomes a kept reply, or comes back because something in it points at a patient."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.outbox import update_for
from bot.domain.people import PersonId, Student
from bot.domain.reply import Draft, Reply, Sharing, accept, excerpt_of
from bot.domain.screening import clean, describe, screen
from bot.flows.ports import UnitOfWork, World


@dataclass(frozen=True, slots=True)
class Saved:
    """The reply is kept. `offer` is the excerpt to preview when words may be shared; `distress` asks for support
    lines to be shown at once, to this student only, and keeps the reply in the journal."""

    offer: str | None
    distress: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was kept. `findings` says in plain words what has to go, in the order of the text."""

    findings: tuple[str, ...]


async def take_reply(world: World, draft: Draft, *, student: PersonId, on: date, at: datetime) -> Saved | Stopped:
    """Screen a draft and keep it in one transaction; sending the same form twice changes nothing.

    Raises NotYourQuestion, QuestionClosed, ReplyAlreadyUsed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    known = {theme.slug for theme in world.curriculum.themes}
    draft = replace(draft, text=clean(draft.text), themes=draft.themes & known)
    verdict = screen(draft.text)
    if verdict.findings:
        return Stopped(tuple(describe(finding, draft.text) for finding in verdict.findings))
    distress = bool(verdict.concerns)
    kept = replace(draft, sharing=Sharing.JOURNAL) if distress else draft
    async with world.open_work() as work:
        reply = await _keep(world, work, kept, student, on, at=at)
        await work.commit()
    wants_words = kept.sharing is Sharing.WORDS and reply.text.strip()
    return Saved(offer=(reply.excerpt or excerpt_of(reply.text)) if wants_words else None, distress=distress)


async def _keep(world: World, work: UnitOfWork, draft: Draft, person: PersonId, on: date, *, at: datetime) -> Reply:
    student = await work.people.student(person)
    question = await work.outbox.question(person, on)
    if student is None or question is None:
        raise NotYourQuestion
    previous = await work.replies.get(person, on)
    reply = accept(draft, question, previous=previous, at=at, open_for=world.program.question_open)
    if reply != previous:
        await work.replies.save(reply)
    await _remember_choice(work, student, draft.sharing)
    await work.outbox.add(update_for(person, on=on, at=at))
    return reply


async def _remember_choice(work: UnitOfWork, student: Student, sharing: Sharing) -> None:
    shares = sharing is not Sharing.JOURNAL
    if student.usually_shares_themes is not shares:
        await work.people.save(replace(student, usually_shares_themes=shares))
