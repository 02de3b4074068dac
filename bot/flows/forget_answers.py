"""What preceptors answered to a group is deleted some time after the group's last rotation, or after Home showed it."""

from datetime import date, datetime

from bot.domain import calendar
from bot.domain.group_answer import ANSWERS_STAND_FOR
from bot.flows.ports import World


async def forget_answers(world: World, *, at: datetime) -> int:
    """Delete the answers to every cohort whose last rotation ended `retention` ago, as the replies that they answered,
    and every answer that Home has not shown for so long, since a cohort may go on for years. Returns of how many
    cohorts.

    A Home tab that still shows one counts as outdated from then on.
    """
    # Somewhere it is still yesterday.
    ended_by = at.date() - calendar.DAY - world.program.retention
    async with world.open_work() as work:
        cohorts = await work.group_answers.forget(ended_by=ended_by, dated_by=ended_by - ANSWERS_STAND_FOR)
        for cohort in cohorts:
            await work.homes.outdate(await work.people.roster(cohort, since=date.min, until=date.max))
        await (work.commit_and_erase() if cohorts else work.commit())
    return len(cohorts)
