"""The second step: a student shares the excerpt that the form has just shown."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import NotYourQuestion, ReplyGone
from bot.domain.people import PersonId
from bot.domain.reply import Reply, kept_private
from bot.domain.reply import share_words as shared
from bot.domain.screening import clean, describe, screen
from bot.flows.ports import UnitOfWork, World


@dataclass(frozen=True, slots=True)
class Held:
    """The words are not shared. `findings` says in plain words what has to go first; `distress` asks for support
    lines to be shown at once, to this student only, and has put the reply back into the journal."""

    findings: tuple[str, ...]
    distress: bool


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
    at: datetime,
) -> Held | Cleaned | None:
    """Commit an excerpt for one digest, to the letter; None means that it is shared. Without a copy the same commit
    wipes the reply's text. `version` is what the excerpt was previewed of: a reply that was saved anew since is left
    alone, unless there is distress to keep private.

    Raises NotYourQuestion, ReplyGone, ReplyAlreadyUsed, ReplyChanged, NothingToSave or ExcerptTooLong.
    """
    shown, excerpt = _with_plain_line_breaks(excerpt), clean(excerpt)
    verdict = screen(excerpt)
    if verdict.distress:
        await _keep_private(world, student, on, at=at)
    if verdict.findings or verdict.distress:
        findings = tuple(describe(finding, excerpt) for finding in verdict.findings)
        return Held(findings, distress=verdict.distress)
    if excerpt != shown:
        return Cleaned(excerpt)
    async with world.open_work() as work:
        reply = await _own_reply(work, student, on)
        if reply is None:
            raise ReplyGone
        decided = shared(reply, excerpt, version=version, keep_copy=keep_copy, at=at)
        if decided != reply:
            await work.replies.save(decided)
        await work.commit()
    return None


async def _keep_private(world: World, student: PersonId, on: date, *, at: datetime) -> None:
    """Distress is never turned away, not even where there is nothing left to take back."""
    async with world.open_work() as work:
        reply = await _own_reply(work, student, on)
        if reply is not None and not reply.spent:
            await work.replies.save(kept_private(reply, at=at))
            await work.commit()


async def _own_reply(work: UnitOfWork, student: PersonId, on: date) -> Reply | None:
    reply = await work.replies.get(student, on)
    if reply is None and await work.outbox.question(student, on) is None:
        raise NotYourQuestion
    return reply


def _with_plain_line_breaks(text: str) -> str:
    """Clients end lines in their own ways, and all of them look alike."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
