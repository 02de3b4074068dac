"""Whoever is in distress shares nothing more of a reply, whatever becomes of what they have just sent."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.people import PersonId
from bot.domain.reply import Reply, kept_private
from bot.flows.ports import UnitOfWork, World


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A reply before and after it was taken back into the journal."""

    before: Reply
    after: Reply

    def version(self, opened: datetime | None) -> datetime | None:
        """The version of a form that goes on. One that did not hold what was taken back stays as outdated as it was."""
        return self.after.changed_at if opened == self.before.changed_at else opened


async def keep_private(world: World, student: PersonId, on: date, *, at: datetime) -> TakenBack | None:
    """Take back whatever a student's reply shares; None where there is nothing to take back."""
    async with world.open_work() as work:
        back = await take_back(work, await work.replies.get(student, on), at=at)
        await work.commit()
    return back


async def take_back(work: UnitOfWork, reply: Reply | None, *, at: datetime) -> TakenBack | None:
    """The same for a reply at hand; the commit is left to whoever has opened the work."""
    if reply is None or reply.spent:
        return None
    private = kept_private(reply, at=at)
    await work.replies.save(private)
    return TakenBack(reply, private)
