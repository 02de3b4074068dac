"""The second step: a student shares the excerpt that the form has just shown."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion
from bot.domain.people import PersonId
from bot.domain.reply import kept_private
from bot.domain.reply import share_words as shared
from bot.domain.screening import clean, describe, screen
from bot.flows.ports import World


@dataclass(frozen=True, slots=True)
class Held:
    """The words are not shared. `findings` says in plain words what has to go first; `distress` asks for support
    lines to be shown at once, to this student only, and has put the reply back into the journal."""

    findings: tuple[str, ...]
    distress: bool


async def share_words(
    world: World, excerpt: str, *, student: PersonId, on: date, version: datetime, at: datetime
) -> Held | None:
    """Commit an excerpt for one digest, to the letter; None means that it is shared. `version` is what the excerpt
    was previewed of: a reply that was saved anew since is left alone, unless there is distress to keep private.

    Raises NotYourQuestion, ReplyAlreadyUsed, ReplyChanged, NothingToSave or ExcerptTooLong.
    """
    excerpt = clean(excerpt)
    verdict = screen(excerpt)
    if verdict.findings:
        return Held(tuple(describe(finding, excerpt) for finding in verdict.findings), distress=False)
    async with world.open_work() as work:
        reply = await work.replies.get(student, on)
        if reply is None:
            raise NotYourQuestion
        decided = kept_private(reply, at=at) if verdict.concerns else shared(reply, excerpt, version=version, at=at)
        if decided != reply:
            await work.replies.save(decided)
        await work.commit()
    return Held((), distress=True) if verdict.concerns else None
