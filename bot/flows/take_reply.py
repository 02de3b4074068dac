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
    """The reply is kept. `offer` is the excerpt to preview when words may be shared, and `version` names the reply it
    is of; `distress` asks for support lines to be shown at once, to this student only, and keeps the reply in the
    journal."""

    offer: str | None
    version: datetime
    distress: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nothing was kept. `findings` says in plain words what has to go, in the order of the text."""

    findings: tuple[str, ...]


async def take_reply(world: World, draft: Draft, *, student: PersonId, on: date, at: datetime) -> Saved | Stopped:
    """Screen a draft and keep it in one transaction; the same form sent twice is kept once.

    Raises NotYourQuestion, QuestionClosed, ReplyAlreadyUsed, NothingToSave, ThemesNeedATick or TextTooLong.
    """
    known = {theme.slug for theme in world.curriculum.themes}
    draft = replace(draft, text=clean(draft.text), themes=draft.themes & known)
    verdict = screen(draft.text)
    if verdict.findings:
        return Stopped(tuple(describe(finding, draft.text) for finding in verdict.findings))
    distress = bool(verdict.concerns)
    async with world.open_work() as work:
        reply = await _keep(world, work, draft, student, on, private=distress, at=at)
        await work.commit()
    wants_words = draft.sharing is Sharing.WORDS and reply.text.strip() and not distress
    offer = (reply.excerpt or excerpt_of(reply.text)) if wants_words else None
    return Saved(offer, reply.changed_at, distress)


async def _keep(
    world: World, work: UnitOfWork, draft: Draft, person: PersonId, on: date, *, private: bool, at: datetime
) -> Reply:
    student = await work.people.student(person)
    question = await work.outbox.question(person, on)
    if student is None or question is None:
        raise NotYourQuestion
    previous = await work.replies.get(person, on)
    kept = replace(draft, sharing=Sharing.JOURNAL) if private else draft
    reply = accept(kept, question, previous=previous, at=at, open_for=world.program.question_open)
    if reply != previous:
        await work.replies.save(reply)
    if not private:
        await _remember_choice(work, student, draft.sharing)
    await work.outbox.add(update_for(person, on=on, at=at))
    return reply


async def _remember_choice(work: UnitOfWork, student: Student, sharing: Sharing) -> None:
    shares = sharing is not Sharing.JOURNAL
    if student.usually_shares_themes is not shares:
        await work.people.save(replace(student, usually_shares_themes=shares))
