"""What students wrote is deleted some time after their last rotation, and they are told before."""

from datetime import datetime

from bot.domain import calendar
from bot.domain.outbox import TOLD_BEFORE, deletion_day, farewell_for
from bot.domain.people import PersonId, Standing
from bot.flows.ports import UnitOfWork, World
from bot.flows.records.people import Finished

BATCH = 50


async def forget_replies(world: World, *, at: datetime) -> int:
    """Tell whose replies are soon to be deleted, and delete those whose day has come. Returns how many students' were.

    The day told is the day kept, counted where the student is: `retention` after the last day of the last rotation,
    or seven days after the message where it was planned too late. It holds whether or not Slack took the message, and
    whatever becomes of the setting meanwhile. Who left, or only skipped, is told nothing and forgotten after
    `retention`; a newer rotation makes all of it start anew.

    A Home tab that still shows some of them counts as outdated from then on, until it is shown anew.

    Replies and skips are deleted as rows. A student's settings, the placements and the outbox's rows stay: they hold
    no words. A reply that still waits for a digest is deleted too: no program keeps replies shorter than four weeks
    of carry-over, so that can only happen to one that was changed after the student's last day while the cohort goes
    on, and the student has been told the day.
    """
    forgotten = 0
    after: PersonId | None = None
    while True:
        async with world.open_work() as work:
            batch = await work.people.finished(by=at.date(), after=after, limit=BATCH)
            due = [each.student.id for each in batch if await _is_due(world, work, each, at=at)]
            await work.replies.forget(due)
            await work.homes.outdate(due)
            # Also where nobody's day has come: what was changed, taken back or posted in the last hour goes too.
            await work.commit_and_erase()
        forgotten += len(due)
        if len(batch) < BATCH:
            return forgotten
        after = batch[-1].student.id


async def _is_due(world: World, work: UnitOfWork, finished: Finished, *, at: datetime) -> bool:
    """Whether a student's day has come. Whoever is to be told first is told when the time for that has come."""
    student, day = finished.student, deletion_day(finished.last_day, world.program)
    today = calendar.local_date(at, student.zone)
    farewell = farewell_for(student, finished.last_day, program=world.program, at=at)
    told = await work.outbox.day_of(farewell.dedupe_key)
    if told is None and finished.wrote and student.standing is not Standing.LEFT:
        # Held, since they may be having everything deleted just now: then nothing may be planned for them.
        if today >= day - TOLD_BEFORE and await work.people.student(student.id):
            await work.outbox.add(farewell)
        return False
    return today >= (told or day)
