"""Students are told which rules a coordinator has changed."""

from datetime import timedelta
from typing import Final

from bot.domain.letters import rules_for
from bot.domain.people import PersonId, Standing
from bot.domain.rules import decode
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.rules import NewsOfRules

PAGE: Final = 500
"""How many students one transaction tells."""
MOST_PAGES: Final = 1_000
"""The next beat goes on from there."""


async def tell_of_rules(world: World, *, pages: int = MOST_PAGES) -> int:
    """Plan that everybody is told who has started and whose replies are still there, or still come; each change once.
    Returns how many messages that are."""
    told, seen = 0, set[NewsOfRules]()
    for _ in range(pages):
        async with world.open_work() as work:
            # One worker at a time, so that each page is told once.
            await work.program.take()
            # Whatever should not leave the list after all is not told of again and again: the others have their turn.
            news = next((each for each in await work.program.news() if each not in seen), None)
            if news is None:
                break
            seen.add(news)
            told += await _tell(world, work, news)
            await work.commit()
    return told


async def _tell(world: World, work: UnitOfWork, news: NewsOfRules) -> int:
    # Sorted here: a database may have another order of its own.
    page = sorted(person for person in await work.people.started() if person > news.after)[:PAGE]
    # Held, since one of them may be having everything deleted just now: then nothing may be planned for them.
    students = await work.people.students(sorted(await _concerned(work, news, page)))
    rotations = await work.people.rotations_of_each(tuple(students))
    planned = [
        rules_for(
            student, news.body, decided_at=news.decided_at, program=world.program, rotations=rotations[student.id]
        )
        for student in students.values()
        if student.standing is Standing.STARTED
    ]
    await work.outbox.add_all(planned)
    if len(page) < PAGE:
        await work.program.drop_news(news)
    else:
        await work.program.put_news(NewsOfRules(news.decided_at, news.body, page[-1]))
    return len(planned)


async def _concerned(work: UnitOfWork, news: NewsOfRules, page: list[PersonId]) -> frozenset[PersonId]:
    """Those of some students of whom something is kept, or still comes, by the rules before or after."""
    change = decode(news.body)
    longest = timedelta(days=max(change.before.retention_days, change.after.retention_days))
    return await work.people.students_among(page, since=news.decided_at.date() - longest)
