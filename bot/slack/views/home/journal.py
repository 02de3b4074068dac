"""A student's own replies in pages, newest first, each with what becomes of it."""

from datetime import date
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, DividerBlock, HeaderBlock, SectionBlock

from bot.domain.reply import Reply, Sharing, own_words
from bot.flows.open_home.student import PAGE, Entry, Journal
from bot.slack.views.question import day, open_button
from bot.slack.views.reply_form import withdraw_button
from bot.slack.views.rich import paragraph, plain, quiet, quote, strong, together

NEWER_ID: Final = "journal_newer"
OLDER_ID: Final = "journal_older"

JOURNAL = "Your journal"
NOTHING_YET = "What you write will stand here, where only you see it."
ONLY_TICKED = "You ticked: {themes}."
NO_WORDS = "No words are kept here."
"""Nobody knows why, after a digest: there were none, no copy was kept, or they were deleted."""
USED = "Used in a digest."
SHARED = "You share {what}: this may join the digest of {day}, or a later one."
ONLY_HERE = "Only in your journal."
THEMES, WORDS, BOTH = "the themes", "words", "themes and words"
WHERE = "{first} to {last} of {in_all}, newest first"
NEWER, OLDER = "Newer", "Older"
NEWER_TO_A_READER = "Newer replies: page {page} of {pages}"
OLDER_TO_A_READER = "Older replies: page {page} of {pages}"

LONGEST_GLANCE = 280
"""Characters of a reply that Home shows; *Open* shows all of it."""


def journal(found: Journal, *, today: date) -> list[Block]:
    """One page with its way to the next ones."""
    heading = HeaderBlock(text=plain(JOURNAL))
    if not found.entries:
        return [heading, paragraph(NOTHING_YET)]
    entries = [block for entry in found.entries for block in (DividerBlock(), *_entry(entry, today))]
    # A line stands between two entries, and none below the heading.
    return [heading, *entries[1:], *_turning(found)]


def _entry(entry: Entry, today: date) -> list[Block]:
    """Beside its date a button opens the whole reply; the words stand as they were written."""
    written = own_words(entry.reply)
    words = quote(shortened(written, LONGEST_GLANCE)) if written else paragraph(_instead(entry))
    shares = entry.digest_on is not None and not entry.reply.spent
    return [
        SectionBlock(text=plain(_day(entry.reply.on, today)), accessory=open_button(entry.reply.on)),
        together(paragraph(strong(entry.lesson.principle.title)), paragraph(entry.lesson.question), words),
        quiet(_what_becomes_of(entry)),
        *([ActionsBlock(elements=[withdraw_button(entry.reply.on)])] if shares else []),
    ]


def _day(on: date, today: date) -> str:
    return day(on) if on.year == today.year else f"{day(on)}, {on.year}"


def _instead(entry: Entry) -> str:
    return ONLY_TICKED.format(themes=", ".join(entry.themes)) if entry.themes else NO_WORDS


def _what_becomes_of(entry: Entry) -> str:
    if entry.reply.spent:
        return USED
    if entry.digest_on is None:
        return ONLY_HERE
    return SHARED.format(what=_what_is_shared(entry.reply), day=day(entry.digest_on))


def _what_is_shared(reply: Reply) -> str:
    if reply.sharing is Sharing.THEMES:
        return THEMES
    return BOTH if reply.themes else WORDS


def _turning(found: Journal) -> list[Block]:
    """Where the page stands, and a button for each way there is."""
    if found.pages == 1:
        return []
    first = (found.page - 1) * PAGE + 1
    where = WHERE.format(first=first, last=first + len(found.entries) - 1, in_all=found.in_all)
    buttons = [
        _button(NEWER_ID, NEWER, NEWER_TO_A_READER, found.page - 1, found.pages),
        _button(OLDER_ID, OLDER, OLDER_TO_A_READER, found.page + 1, found.pages),
    ]
    return [quiet(where), ActionsBlock(elements=[each for each in buttons if 1 <= int(each.value or 0) <= found.pages])]


def _button(action_id: str, label: str, to_a_reader: str, page: int, pages: int) -> ButtonElement:
    return ButtonElement(
        text=plain(label),
        action_id=action_id,
        value=str(page),
        accessibility_label=to_a_reader.format(page=page, pages=pages),
    )


def shortened(text: str, longest: int) -> str:
    """The start of a text, cut between words where there is a space to cut at."""
    text = text.strip()
    return text if len(text) <= longest else text[:longest].rsplit(maxsplit=1)[0][: longest - 1] + "…"
