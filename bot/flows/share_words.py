"""The second step: a student shares the excerpt that the form has just shown."""

from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.people import PersonId
from bot.domain.reply import share_words as shared
from bot.domain.screening import clean, describe, screen
from bot.flows.ports import World


async def share_words(world: World, excerpt: str, *, student: PersonId, on: date, at: datetime) -> tuple[str, ...]:
    """Commit an excerpt for one digest, to the letter. Returns what has to go first; nothing is kept unless empty.

    Raises NotYourQuestion, ReplyAlreadyUsed, NothingToSave or ExcerptTooLong.
    """
    excerpt = clean(excerpt)
    findings = screen(excerpt).findings
    if findings:
        return tuple(describe(finding, excerpt) for finding in findings)
    async with world.open_work() as work:
        reply = await work.replies.get(student, on)
        if reply is None:
            raise NotYourQuestion
        await work.replies.save(shared(reply, excerpt, at=at))
        await work.commit()
    return ()
