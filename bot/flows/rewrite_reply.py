"""A student takes the version with neutral words; nothing is kept yet, and nothing is read from storage."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.reply import LONGEST_EXCERPT, LONGEST_TEXT, Draft
from bot.domain.screening import NOBODY, Care, KnownNames, clean, neutral_version, screen, still_kept
from bot.flows.ports import World
from bot.flows.reply_forms import Form, typed_form


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The same form with neutral words in its text, as that stands now; `care` is what its writer is told besides."""

    typed: Form
    care: Care


def rewrite_reply(
    world: World,
    draft: Draft,
    *,
    on: date,
    version: datetime | None,
    kept: frozenset[str] = frozenset(),
    known: KnownNames = NOBODY,
) -> Rewritten:
    """The draft with neutral words for whatever is found in it at this moment and not kept; the draft as it is where
    there is no such version."""
    text = clean(draft.text)
    verdict = screen(text, roster=known.telling)
    neutral = neutral_version(text, kept=kept, key=world.mark_keys[0], known=known, longest=LONGEST_TEXT)
    rewritten = replace(draft, text=text if neutral is None else neutral)
    marks = still_kept(text, verdict.findings, kept, key=world.mark_keys[0])
    return Rewritten(typed_form(world, on, rewritten, version=version, kept=marks), verdict.care)


def rewrite_excerpt(
    world: World, excerpt: str, *, kept: frozenset[str] = frozenset(), known: KnownNames = NOBODY
) -> tuple[str, Care]:
    """The same for words to be shared."""
    text = clean(excerpt)
    neutral = neutral_version(text, kept=kept, key=world.mark_keys[0], known=known, longest=LONGEST_EXCERPT)
    return text if neutral is None else neutral, screen(text).care
