"""What was changed, by whom and when, before and after: a page at a time."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DividerBlock,
    RichTextBlock,
    RichTextElement,
    RichTextElementParts,
)
from slack_sdk.models.views import View

from bot.domain.audit import AuditEntry, Change, Deed
from bot.domain.set_up import DIGEST_CHANNEL
from bot.flows.read_audit import PAGE, AuditPage, EntryPage
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, channel, mention, paragraph, plain, quiet, strong, together

OPEN_ID: Final = "desk_audit"
NEWER_ID: Final = "audit_newer"
OLDER_ID: Final = "audit_older"
ENTRY_ID: Final = "audit_entry"
ENTRY_BEFORE_ID: Final = "audit_entry_before"
ENTRY_AFTER_ID: Final = "audit_entry_after"

TITLE = "What was changed"
CLOSE = "Close"
NOTHING_YET = "Nothing has been changed yet. Whatever coordinators change is listed here."
WHAT_IT_HOLDS = (
    "Everything that coordinators changed. It holds nothing that students write or do, and placed people are only "
    "counted."
)
COMMAND_LINE = "The command line"
DEEDS: Final = {
    Deed.COHORT_MADE: "created the cohort",
    Deed.COHORT_CHANGED: "changed the cohort",
    Deed.COHORT_REMOVED: "removed the cohort",
    Deed.ROTATION_MADE: "created the rotation",
    Deed.ROTATION_CHANGED: "changed the rotation",
    Deed.ROTATION_ENDED: "ended the rotation",
    Deed.ROTATION_COPIED: "copied a rotation to the next block:",
    Deed.ROSTER_APPLIED: "applied a roster:",
    Deed.LESSON_CHANGED: "changed the lesson of",
    Deed.POLICY_CHANGED: "changed a rule:",
    Deed.COORDINATOR_NAMED: "named a coordinator:",
    Deed.COORDINATOR_REMOVED: "took somebody off the list of coordinators:",
}
ABOUT_A_PERSON: Final = (Deed.COORDINATOR_NAMED, Deed.COORDINATOR_REMOVED)
FROM_TO = "{what}: {before}, now {after}"
NEW = "{what}: {after}"
GONE = "{what}: {before}, now nothing"
NOW, NOW_NONE = ", now ", ", now none"
MORE_CHANGES = "and {number:,} more"
ALL_OF_IT = "See all {number:,} changes"
ALL_OF_IT_TO_A_READER = "See all {number:,} changes, of entry {entry:,}"
ONE_ENTRY = "One entry"
BACK = "Back"
PAGE_OF = "Page {page} of {pages}"
BEFORE, AFTER = "Page before", "Next page"
TO_PAGE = "{label}: page {page} of {pages}"
WHERE = "{first} to {last} of {in_all}, newest first"
NEWER, OLDER = "Newer", "Older"
NEWER_TO_A_READER = "Newer changes: page {page} of {pages}"
OLDER_TO_A_READER = "Older changes: page {page} of {pages}"

SHOWN_AS: Final = "{date_short_pretty} at {time}"
"""Slack puts the reader's own date and time there."""
MOST_CHANGES: Final = 10
LONGEST: Final = 200
"""Characters of one change: a roster may have touched hundreds of things."""


def audit_list(found: AuditPage) -> View:
    """One page, with its way to the others."""
    entries = [
        block
        for place, entry in enumerate(found.entries)
        for block in (DividerBlock(), _entry(entry), *_all_of(entry, found.number_of(place)))
    ]
    blocks: list[Block] = [
        paragraph(WHAT_IT_HOLDS) if entries else paragraph(NOTHING_YET),
        *entries,
        *_turning(found),
    ]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def audit_entry(found: EntryPage) -> View:
    """One entry with a page of everything that changed in it, and its way to the other pages."""
    blocks: list[Block] = [together(_deed(found.entry), bullets(map(_change, found.changes)))]
    ways = ((ENTRY_BEFORE_ID, BEFORE, found.page - 1), (ENTRY_AFTER_ID, AFTER, found.page + 1))
    buttons = [
        ButtonElement(
            text=plain(label),
            action_id=action_id,
            value=f"{found.number}:{page}",
            accessibility_label=TO_PAGE.format(label=label, page=page, pages=found.pages),
        )
        for action_id, label, page in ways
        if 1 <= page <= found.pages
    ]
    if buttons:
        blocks += [quiet(PAGE_OF.format(page=found.page, pages=found.pages)), ActionsBlock(elements=buttons)]
    return View(type="modal", title=plain(ONE_ENTRY), close=plain(BACK), blocks=blocks)


def _all_of(entry: AuditEntry, number: int) -> list[Block]:
    """The way to the changes of an entry for which the list has no room."""
    in_all = len(entry.changes)
    if in_all <= MOST_CHANGES:
        return []
    button = ButtonElement(
        text=plain(ALL_OF_IT.format(number=in_all)),
        action_id=ENTRY_ID,
        value=f"{number}:1",
        accessibility_label=ALL_OF_IT_TO_A_READER.format(number=in_all, entry=number),
    )
    return [ActionsBlock(elements=[button])]


def _deed(entry: AuditEntry) -> RichTextBlock:
    who = strong(COMMAND_LINE) if entry.by is None else mention(entry.by)
    return paragraph(who, f" {DEEDS[entry.deed]} ", _subject(entry), "\n", _moment(entry.at))


def _subject(entry: AuditEntry) -> RichTextElement:
    if entry.deed in ABOUT_A_PERSON:
        return mention(entry.subject)
    if entry.deed is Deed.LESSON_CHANGED:
        on = date.fromisoformat(entry.subject)
        return strong(f"{day(on)}, {on.year}")
    return strong(_short(entry.subject))


def _entry(entry: AuditEntry) -> RichTextBlock:
    deed = _deed(entry)
    changes = [_change(each) for each in entry.changes[:MOST_CHANGES]]
    more = len(entry.changes) - MOST_CHANGES
    if more > 0:
        changes.append(MORE_CHANGES.format(number=more))
    return together(deed, bullets(changes)) if changes else deed


def _change(change: Change) -> str | tuple[str | RichTextElement, ...]:
    if change.what == DIGEST_CHANNEL:
        return tuple(_channels(change))
    said = FROM_TO if change.before and change.after else NEW if change.after else GONE
    return _short(said.format(what=change.what, before=change.before, after=change.after))


def _channels(change: Change) -> Iterator[str | RichTextElement]:
    yield f"{DIGEST_CHANNEL}: "
    if change.before:
        yield channel(change.before)
        yield NOW if change.after else NOW_NONE
    if change.after:
        yield channel(change.after)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _moment(at: datetime) -> RichTextElement:
    fallback = f"{day(at.date())}, {at:%Y}, at {at:%H:%M} UTC"
    return RichTextElementParts.Date(timestamp=int(at.timestamp()), format=SHOWN_AS, fallback=fallback)


def _turning(found: AuditPage) -> list[Block]:
    """Where the page stands, and a button for each way there is."""
    if found.pages == 1:
        return []
    first = (found.page - 1) * PAGE + 1
    where = WHERE.format(first=first, last=first + len(found.entries) - 1, in_all=found.in_all)
    ways = ((NEWER_ID, NEWER, NEWER_TO_A_READER, -1), (OLDER_ID, OLDER, OLDER_TO_A_READER, 1))
    buttons = [
        _button(action_id, label, to_a_reader.format(page=found.page + step, pages=found.pages), found.page + step)
        for action_id, label, to_a_reader, step in ways
        if 1 <= found.page + step <= found.pages
    ]
    return [quiet(where), ActionsBlock(elements=buttons)]


def _button(action_id: str, label: str, to_a_reader: str, page: int) -> ButtonElement:
    return ButtonElement(text=plain(label), action_id=action_id, value=str(page), accessibility_label=to_a_reader)
