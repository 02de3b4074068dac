"""The second step: a student shares the excerpt that the form has just shown."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion, ReplyGone
from bot.domain.people import PersonId
from bot.domain.reply import LONGEST_EXCERPT, Reply, own_words
from bot.domain.reply import share_words as shared
from bot.domain.screening import NO_CARE, NOBODY, Care, KnownNames, Objections, clean, objections_to, screen, still_kept
from bot.flows.keep_private import keep_private
from bot.flows.ports import UnitOfWork, World


@dataclass(frozen=True, slots=True)
class Held:
    """The words are not shared: because of `objections`, where there are any, or else because of `care`. Distress has
    put the reply back into the journal, mistreatment asks for a yes first, and what can't be checked well stays. `kept`
    are the marks of what may stay in the words; `shares` tells that other words of the reply are shared already."""

    objections: Objections | None
    care: Care = NO_CARE
    kept: tuple[str, ...] = ()
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The words are not shared yet: something in them can't be seen and was taken out, so that they may look otherwise
    now. `excerpt` is what has to be shown first."""

    excerpt: str


async def share_words(
    world: World,
    excerpt: str,
    *,
    student: PersonId,
    on: date,
    version: datetime,
    keep_copy: bool = True,
    agreed: bool = False,
    kept: Collection[str] = (),
    known: KnownNames = NOBODY,
    at: datetime,
) -> Held | Cleaned | None:
    """Commit an excerpt for one digest, to the letter; None means that it is shared. Without a copy the same commit
    wipes the reply's text. `version` is what the excerpt was previewed of: a reply that was saved anew since is left
    alone, unless there is distress to keep private. Words of a reply about mistreatment are shared only if that was
    `agreed`; `kept` are the marks of what the student keeps as it is.

    Raises NotYourQuestion, ReplyGone, ReplyAlreadyUsed, ReplyChanged, NothingToSave or ExcerptTooLong.
    """
    shown, excerpt = _with_plain_line_breaks(excerpt), clean(excerpt)
    verdict = screen(excerpt, roster=known.telling)
    key = world.mark_keys[0]
    marks = still_kept(excerpt, verdict.findings, kept, key=key)
    if verdict.distress:
        # Never turned away, not even where there is nothing left to take back.
        await keep_private(world, student, on, at=at)
        return Held(None, verdict.care, marks)
    objections = objections_to(excerpt, verdict.findings, kept=marks, key=key, known=known, longest=LONGEST_EXCERPT)
    async with world.open_work() as work:
        reply = await _own_reply(work, student, on)
        care = _with_the_whole(verdict.care, reply)
        if objections or (care.mistreatment and not agreed) or care.weaker:
            return Held(objections, care, marks, shares=reply is not None and reply.excerpt is not None)
        if excerpt != shown:
            return Cleaned(excerpt)
        if reply is None:
            raise ReplyGone
        decided = shared(reply, excerpt, version=version, keep_copy=keep_copy, at=at)
        if decided != reply:
            await work.replies.save(decided)
        await work.commit()
    return None


def _with_the_whole(care: Care, reply: Reply | None) -> Care:
    """An excerpt of a text about mistreatment is about it too, whatever stands in the excerpt."""
    return replace(care, mistreatment=True) if reply is not None and screen(own_words(reply)).mistreatment else care


async def _own_reply(work: UnitOfWork, student: PersonId, on: date) -> Reply | None:
    reply = await work.replies.get(student, on)
    if reply is None and await work.outbox.question(student, on) is None:
        raise NotYourQuestion
    return reply


def _with_plain_line_breaks(text: str) -> str:
    """Clients end lines in their own ways, and all of them look alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
