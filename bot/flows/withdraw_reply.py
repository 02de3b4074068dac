"""A student takes back what a reply shares, or deletes the reply, until a digest has used it."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion, ReplyGone
from bot.domain.people import PersonId
from bot.domain.reply import kept_private
from bot.flows.ports import UnitOfWork, World


async def withdraw_reply(world: World, student: PersonId, on: date, *, at: datetime) -> None:
    """Move all of a reply into the journal, so that nothing of it is shared.

    Raises NotYourQuestion, ReplyGone, or ReplyAlreadyUsed.
    """
    async with world.open_work() as work:
        await _check_asked(work, student, on)
        reply = await work.replies.get(student, on)
        if reply is None:
            raise ReplyGone
        await work.replies.save(kept_private(reply, at=at))
        await work.commit()


async def delete_reply(world: World, student: PersonId, on: date, *, at: datetime) -> bool:
    """Delete a reply for good; its question stays closed, a Home tab that still shows it is drawn anew, and a second
    time changes nothing. Returns whether a digest had used it: then its text goes, and a mark stays, so that nothing is
    released in its place.

    Raises NotYourQuestion.
    """
    async with world.open_work() as work:
        await _check_asked(work, student, on)
        reply = await work.replies.get(student, on)
        used = reply is not None and reply.spent
        if reply is not None and reply.spent:
            await work.replies.rewrite(replace(reply, text="", changed_at=at))
        else:
            await work.replies.delete(student, on)
            await work.replies.skip(student, on, at=at)
        await work.homes.outdate([student])
        await work.commit_and_erase()
    return used


async def _check_asked(work: UnitOfWork, student: PersonId, on: date) -> None:
    # Held, since they may be having everything deleted just now: then nothing may be written about them.
    if await work.people.student(student) is None or await work.outbox.question(student, on) is None:
        raise NotYourQuestion
