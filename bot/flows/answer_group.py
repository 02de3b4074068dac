"""A preceptor answers the students of a digest: once a digest, to all of them, signed."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import calendar
from bot.domain.anonymity import still_pooled_since
from bot.domain.errors import AnswerRefused, NotConfirmedYet
from bot.domain.group_answer import GroupAnswer, require_answerable
from bot.domain.letters import group_answer_for
from bot.domain.outbox import Planned, still_wanted
from bot.domain.people import CohortId, PersonId
from bot.flows.ports import UnitOfWork, World
from bot.logs import log


@dataclass(frozen=True, slots=True)
class Answerable:
    """A digest that a preceptor may answer, of the cohort with this `name`. `roster` is everybody whose name no answer
    to it may hold: who could have written what it shows, and who has joined them since."""

    cohort: CohortId
    name: str
    on: date
    roster: tuple[PersonId, ...]


async def open_answer(
    world: World, preceptor: PersonId, cohort: CohortId, on: date, *, at: datetime
) -> Answerable | GroupAnswer:
    """The digest to be answered, or the answer that it has already.

    Raises AnswerRefused for anybody who is not placed as a preceptor of those students, NotConfirmedYet or
    AnswerTooLate.
    """
    async with world.open_work() as work:
        stands = await _allowed(work, preceptor, cohort, on, at=at)
        if stands is not None:
            return stands
        # The digest shows nothing that answers an older question; a day more, since its hour has a zone.
        since = on - world.program.policy.carry_over - world.program.question_open - calendar.DAY
        roster = await work.people.roster(cohort, since=since, until=at.date())
        name = (await work.people.cohort(cohort)).name
    return Answerable(cohort, name, on, roster)


async def send_answer(world: World, answer: GroupAnswer) -> GroupAnswer:
    """Keep an answer, to the letter, and plan its messages in the same transaction. Returns the answer that the digest
    has then: this one, or the one that came first.

    Raises what `open_answer` raises.
    """
    async with world.open_work() as work:
        stands = await _allowed(work, answer.preceptor, answer.cohort_id, answer.on, at=answer.answered_at)
        if stands is not None:
            return stands
        if not await work.group_answers.add(answer):
            # A colleague has sent one at this moment.
            return await work.group_answers.of(answer.cohort_id, answer.on) or answer
        await work.outbox.add_all(await _messages(world, work, answer))
        await work.commit()
    log("group_answered")
    return answer


async def _allowed(
    work: UnitOfWork, preceptor: PersonId, cohort: CohortId, on: date, *, at: datetime
) -> GroupAnswer | None:
    """The answer that a digest has, or None where this preceptor may give one."""
    readers = await work.preceptors.of(cohort, since=still_pooled_since(on), until=on)
    if preceptor not in readers or not await work.digests.was_begun(cohort, on):
        raise AnswerRefused
    if not await work.preceptors.confirmed([preceptor]):
        raise NotConfirmedYet
    stands = await work.group_answers.of(cohort, on)
    if stands is None:
        zone = (await work.people.cohort(cohort)).zone
        require_answerable(on, today=calendar.local_date(at, zone))
    return stands


async def _messages(world: World, work: UnitOfWork, answer: GroupAnswer) -> list[Planned]:
    """One for each student of the digest's roster who wants any: whoever is asked nothing now, or whose rotation will
    be over, reads it on Home."""
    since, at = still_pooled_since(answer.on), answer.answered_at
    roster = await work.people.roster(answer.cohort_id, since=since, until=answer.on)
    # Held, since one of them may be having everything deleted just now: then nothing may be planned for them.
    students = await work.people.students([person for person in roster if person != answer.preceptor])
    placed = await work.people.rotations_of_each(tuple(students))
    planned = (
        group_answer_for(
            student, answer.cohort_id, on=answer.on, program=world.program, at=at, rotations=placed[student.id]
        )
        for student in students.values()
    )
    return [
        each
        for each in planned
        if each.student and still_wanted(each, students[each.student], rotations=placed[each.student])
    ]
