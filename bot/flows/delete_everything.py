"""A student has everything about them deleted."""

from datetime import datetime

from bot.domain.errors import BedsideError, Forgotten, NotOnRoster, NotYourQuestion
from bot.domain.outbox import removals_of
from bot.domain.people import PersonId, Student
from bot.flows.ports import UnitOfWork, World
from bot.flows.steps import marks_of, tried_twice
from bot.logs import log


@tried_twice
async def delete_everything(world: World, person: PersonId, *, at: datetime) -> None:
    """Delete a student's replies, skips, settings and messages in one transaction; a second time changes nothing.

    Who is a preceptor or a coordinator as well keeps what they get as such. What else stays is a mark in the roster,
    by which the next roster file knows not to enroll them again, and, until it is done, the removal of our own messages
    from Slack: neither names anybody. Their id stays in one place, until Slack shows a Home tab without the journal.
    Raises NotOnRoster.
    """
    async with world.open_work() as work:
        student = await work.people.student(person)
        if student is None:
            await _refuse_a_stranger(world, work, person)
            return
        await _remove_from_slack(work, student, at=at)
        await work.outbox.forget(person)
        await work.replies.forget([person])
        await work.people.forget(person, mark=marks_of(world, person)[0])
        await work.homes.outdate([person])
        await work.commit_and_erase()
    log("student_deleted")


async def require_student(world: World, person: PersonId) -> None:
    """Raises NotOnRoster for anybody of whom there is nothing to delete."""
    async with world.open_work() as work:
        if await work.people.student(person) is None:
            raise NotOnRoster


async def was_deleted(world: World, person: PersonId) -> bool:
    """Whether somebody had everything deleted and their rotation still runs."""
    async with world.open_work() as work:
        return await work.people.placed_mark(marks_of(world, person)) is not None


async def as_meant(world: World, person: PersonId, error: BedsideError) -> BedsideError:
    """The same error, or Forgotten where somebody had everything deleted and found an old button or form."""
    if not isinstance(error, NotOnRoster | NotYourQuestion):
        return error
    try:
        return Forgotten() if await was_deleted(world, person) else error
    except BedsideError:
        # The database does not answer; then the usual sentence has to do.
        return error


async def _refuse_a_stranger(world: World, work: UnitOfWork, person: PersonId) -> None:
    if await work.people.placed_mark(marks_of(world, person)) is None:
        raise NotOnRoster


async def _remove_from_slack(work: UnitOfWork, student: Student, *, at: datetime) -> None:
    """Plan the removal of what the student got, and of what may be on its way just now."""
    messages = await work.outbox.of_student(student.id)
    for removal in removals_of(messages, conversation=student.conversation, at=at):
        if not await work.outbox.add(removal):
            # A journal was to be removed some time today anyhow.
            await work.outbox.bring_forward(removal)
