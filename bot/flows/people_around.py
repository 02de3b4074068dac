"""Who is around a student: those whose replies are pooled with the student's, and their preceptors."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.people import PersonId
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class Around:
    """The classmates and preceptors of a student, by id, without the student."""

    classmates: tuple[PersonId, ...] = ()
    preceptors: tuple[PersonId, ...] = ()


async def people_around(world: World, student: PersonId, on: date, *, at: datetime) -> Around:
    """Everybody placed with a student since the question of a date was asked; nobody where it was not asked."""
    async with world.open_work() as work:
        question = await work.outbox.question(student, on)
        if question is None:
            return Around()
        roster = await work.people.roster(question.cohort_id, since=on, until=at.date())
        preceptors = await work.preceptors.of(question.cohort_id, since=on, until=at.date())
    return Around(tuple(each for each in roster if each != student), preceptors)
