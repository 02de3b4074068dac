"""Somebody types to the bot: an answer goes out, and nothing of what was typed is kept."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.people import PersonId, Standing, Student
from bot.domain.screening import NOBODY, KnownNames
from bot.domain.typed import ONE_WORD_IN, TypedAt, answer_to, listen, planned_answer
from bot.flows.ports import UnitOfWork, World


@dataclass(frozen=True, slots=True)
class Typed:
    """A message that a person typed to the bot. Its text is read here once; it does not show when this is printed."""

    person: PersonId
    channel: str
    place: TypedAt
    text: str = field(repr=False)


async def hear_typed(world: World, typed: Typed, *, known: KnownNames = NOBODY, at: datetime) -> bool:
    """Answer with the form of the newest open question, or with a kind word; whether there is something to send.

    Lines typed soon after one another get one answer, and a repetition none. Distress and mistreatment are always
    answered, and a line that points at somebody brings a word on how to delete it after another answer too, unless that
    word came just now.
    """
    heard = listen(typed.text, known=known)
    until = typed.place.at
    async with world.open_work() as work:
        student = await work.people.student(typed.person)
        on = await _newest_open(world, work, student, at=at)
        given = await work.outbox.answers_to_typing(typed.person, since=until - ONE_WORD_IN, until=until)
        answer = answer_to(student, typed.place, open_question=on, heard=heard, given=given)
        if answer is None:
            return False
        added = await work.outbox.add(planned_answer(answer, typed.person, channel=typed.channel, on=on, at=at))
        if added and student is not None and answer.warns:
            await work.people.save(replace(student, warned_of_typing=True))
        await work.commit()
    return added


async def _newest_open(world: World, work: UnitOfWork, student: Student | None, *, at: datetime) -> date | None:
    if student is None or student.standing is Standing.LEFT:
        return None
    newest = await work.outbox.newest_open([student.id], since=at - world.program.question_open)
    return newest.get(student.id)
