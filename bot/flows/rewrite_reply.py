"""A student takes the version with neutral words; nothing is kept yet, and nothing is read from storage."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.reply import LONGEST_EXCERPT, LONGEST_TEXT, Draft
from bot.domain.screening import NOBODY, Care, KnownNames, Objections, clean, objections_to, screen, still_kept
from bot.flows.ports import World
from bot.flows.reply_forms import Form, typed_form


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The same form with neutral words in its text, as that stands now; `care` is what its writer is told besides.
    Nothing `is_changed` where nothing in the text needed other words any more, or where no words fit: then the
    `objections` stand."""

    typed: Form
    care: Care
    is_changed: bool = True
    objections: Objections | None = None


@dataclass(frozen=True, slots=True)
class RewrittenWords:
    """The same for words to be shared."""

    words: str
    care: Care
    is_changed: bool = True
    objections: Objections | None = None


def rewrite_reply(
    world: World,
    draft: Draft,
    *,
    on: date,
    version: datetime | None,
    is_sharing_chosen: bool = True,
    kept: frozenset[str] = frozenset(),
    known: KnownNames = NOBODY,
) -> Rewritten:
    """The draft with neutral words for whatever is found in it at this moment and not kept; the draft as it is where
    there is no such version."""
    key = world.mark_keys[0]
    found = _rewritten(draft.text, kept=kept, key=key, known=known, longest=LONGEST_TEXT)
    marks = still_kept(found.words, screen(found.words, roster=known.telling).findings, kept, key=key)
    typed = typed_form(world, on, replace(draft, text=found.words), version=version, kept=marks)
    shown = typed if is_sharing_chosen else replace(typed, sharing=None)
    return Rewritten(shown, found.care, found.is_changed, found.objections)


def rewrite_excerpt(
    world: World, excerpt: str, *, kept: frozenset[str] = frozenset(), known: KnownNames = NOBODY
) -> RewrittenWords:
    """The same for words to be shared."""
    return _rewritten(excerpt, kept=kept, key=world.mark_keys[0], known=known, longest=LONGEST_EXCERPT)


def _rewritten(text: str, *, kept: frozenset[str], key: bytes, known: KnownNames, longest: int) -> RewrittenWords:
    text = clean(text)
    verdict = screen(text, roster=known.telling)
    objections = objections_to(text, verdict.findings, kept=kept, key=key, known=known, longest=longest)
    neutral = objections.neutral if objections else None
    if neutral is not None:
        return RewrittenWords(neutral, verdict.care)
    return RewrittenWords(text, verdict.care, is_changed=False, objections=objections)
