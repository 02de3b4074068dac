"""A student stops sharing: what no digest has used goes into the journal, and new replies stay there."""

from dataclasses import replace
from datetime import datetime

from bot.domain.errors import NotOnRoster
from bot.domain.people import PersonId
from bot.domain.reply import kept_private
from bot.flows.ports import World


async def stop_sharing(world: World, person: PersonId, *, at: datetime) -> None:
    """Take back everything not yet released, and suggest the journal from now on; a second time changes nothing.

    A digest that is being released at the same moment has either used a reply or gets nothing of it. Raises
    NotOnRoster.
    """
    async with world.open_work() as work:
        student = await work.people.student(person)
        if student is None:
            raise NotOnRoster
        for reply in await work.replies.shared(person):
            await work.replies.save(kept_private(reply, at=at))
        if student.usually_shares_themes:
            await work.people.save(replace(student, usually_shares_themes=False))
        await work.commit()
