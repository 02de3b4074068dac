"""A roster in Slack: a file or pasted rows, what they would change, and what was done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    Option,
    PlainTextInputElement,
    RichTextElement,
)
from slack_sdk.models.blocks.block_elements import FileInputElement
from slack_sdk.models.views import View

from bot.domain.roster import TEMPLATE
from bot.slack.views.rich import bullets, channel, paragraph, plain, preformatted, quiet

OPEN_ID: Final = "desk_roster"
FORM_ID: Final = "roster_form"
PREVIEW_ID: Final = "roster_preview"
FILE: Final = "file"
ROWS: Final = "rows"
REMOVE: Final = "remove"
"""Of each field, the block and the element in it share one id."""
LONGEST_PASTED: Final = 3000
"""Slack's fields take no more."""
ABOUT_ROWS: Final = 25
MOST_SHOWN: Final = 40
"""Sentences in one form."""

TITLE = "Roster"
LOOK, PLACE, CANCEL, CLOSE = "See what changes", "Do it", "Cancel", "Close"
INTRODUCTION = (
    "Send the roster of one or more cohorts: a line for each person. First you see what it would change. Nothing is "
    "changed before you say so, and then all of it or nothing."
)
COLUMNS_ARE = (
    "These are the columns, in any order. Copy the lines into Excel, write over them, and save the sheet as CSV."
)
FILE_LABEL = "A CSV file"
FILE_HINT = "From Excel or any other program."
NO_FILES = (
    "To send a file here, Bedside needs the permission files:read. Until then, paste rows, or ask whoever runs Bedside "
    "to place a longer roster."
)
ROWS_LABEL = "Or paste the rows"
ROWS_HINT = (
    f"With the header line, as copied from Excel or as CSV. Up to {LONGEST_PASTED:,} characters fit, which is about "
    f"{ABOUT_ROWS} rows; send a file for more."
)
PEOPLE_LABEL = "People who are not in it"
REMOVE_OPTION = "Take off people who are missing"
REMOVE_MEANS = "Only from rotations in this roster that are not over"
WAIT = "One moment: reading the roster, and looking up its people in Slack."
WAIT_LONG = (
    "For hundreds of e-mail addresses that takes a few minutes. You can close this; then send the same roster again "
    "later, which changes nothing twice."
)
PLACING = (
    "One moment: making the changes. If you close this, look at the desk in a moment. Should they not be there, send "
    "the roster again: what is done already is not done twice."
)
WOULD_CHANGE = "This would change"
WOULD_NOT_CHANGE = "Nothing would change"
TO_TAKE_OFF = f"To take off who is missing, send the roster again with “{REMOVE_OPTION}” ticked."
CHANGED = "Done"
MEANWHILE = "This is not what you saw any more. Please look at what the roster would change now:"
NOT_YET = "Nothing is changed yet."
REFUSED = "Nothing was changed. Please put these right:"
THEN_AGAIN = "Then choose the file once more, or correct the rows below."
ROWS_AS_READ = "The rows"
MORE = "And {number:,} more."


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody has sent: a file by its id and name, or pasted rows."""

    file_id: str = ""
    rows: str = field(default="", repr=False)
    remove_missing: bool = False


def roster_form(sent: Sent | None = None, *, takes_files: bool, problems: Sequence[str] = ()) -> View:
    """Asks for a roster. With problems it says what to put right, and holds what was sent as far as Slack can."""
    told = _told(problems) if problems else _introduced()
    return View(
        type="modal",
        callback_id=FORM_ID,
        title=plain(TITLE),
        submit=plain(LOOK),
        close=plain(CANCEL),
        blocks=[*told, *_fields(sent or Sent(), takes_files=takes_files)],
    )


def waiting_form(external_id: str, *, placing: bool = False) -> View:
    """Stands there until the answer takes its place; `external_id` finds it then."""
    said = [paragraph(PLACING)] if placing else [paragraph(WAIT), quiet(WAIT_LONG)]
    return View(type="modal", external_id=external_id, title=plain(TITLE), close=plain(CLOSE), blocks=said)


def preview_form(
    sent: Sent,
    sentences: Sequence[str],
    fingerprint: str,
    channels: frozenset[str] = frozenset(),
    *,
    some_are_missing: bool,
    is_news: bool = False,
) -> View:
    """What a roster would change. Sending this does it, if it is the same then: rows may be corrected in it, and people
    who are missing be taken off after all."""
    head = [paragraph(MEANWHILE)] if is_news else []
    rows = [_rows(sent.rows, label=ROWS_AS_READ)] if sent.rows else []
    missing = [_missing(sent)] if some_are_missing or sent.remove_missing else []
    return View(
        type="modal",
        callback_id=PREVIEW_ID,
        private_metadata=f"{fingerprint} {sent.file_id}",
        title=plain(TITLE),
        submit=plain(PLACE),
        close=plain(CANCEL),
        blocks=[
            *head,
            HeaderBlock(text=plain(WOULD_CHANGE)),
            *_list(sentences, channels),
            quiet(NOT_YET),
            *missing,
            *rows,
        ],
    )


def nothing_form(
    sentences: Sequence[str], channels: frozenset[str] = frozenset(), *, some_are_missing: bool = False
) -> View:
    """That everything stands there already."""
    remedy = [quiet(TO_TAKE_OFF)] if some_are_missing else []
    blocks = [HeaderBlock(text=plain(WOULD_NOT_CHANGE)), *_list(sentences, channels), *remedy]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def placed_form(sentences: Sequence[str], channels: frozenset[str] = frozenset()) -> View:
    """What was changed."""
    blocks = [HeaderBlock(text=plain(CHANGED)), *_list(sentences, channels)]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def _introduced() -> list[Block]:
    return [paragraph(INTRODUCTION), paragraph(COLUMNS_ARE), preformatted(TEMPLATE)]


def _told(problems: Sequence[str]) -> list[Block]:
    return [paragraph(REFUSED), *_list(problems), paragraph(THEN_AGAIN), DividerBlock()]


def _list(sentences: Sequence[str], channels: frozenset[str] = frozenset()) -> Iterator[Block]:
    yield bullets(tuple(_with_names(sentence, channels)) for sentence in sentences[:MOST_SHOWN])
    if len(sentences) > MOST_SHOWN:
        yield quiet(MORE.format(number=len(sentences) - MOST_SHOWN))


def _with_names(sentence: str, channels: frozenset[str]) -> Iterator[str | RichTextElement]:
    """A sentence in which Slack writes the names of these channels, known by their ids, and makes of nothing else
    anything."""
    for part in re.split(r"\b([CG][A-Z0-9]{2,})\b", sentence):
        if part:
            yield channel(part) if part in channels else part


def _fields(sent: Sent, *, takes_files: bool) -> Iterator[Block]:
    if takes_files:
        file = FileInputElement(action_id=FILE, filetypes=["csv", "tsv", "txt"], max_files=1)
        yield InputBlock(block_id=FILE, label=plain(FILE_LABEL), element=file, hint=plain(FILE_HINT), optional=True)
    else:
        yield paragraph(NO_FILES)
    yield _rows(sent.rows, label=ROWS_LABEL, hint=ROWS_HINT)
    yield _missing(sent)


def _rows(rows: str, *, label: str, hint: str | None = None) -> InputBlock:
    text = PlainTextInputElement(
        action_id=ROWS, multiline=True, max_length=LONGEST_PASTED, initial_value=rows[:LONGEST_PASTED] or None
    )
    said = plain(hint) if hint else None
    return InputBlock(block_id=ROWS, label=plain(label), element=text, hint=said, optional=True)


def _missing(sent: Sent) -> InputBlock:
    box = Option(text=plain(REMOVE_OPTION), value=REMOVE, description=plain(REMOVE_MEANS))
    ticked = [box] if sent.remove_missing else None
    boxes = CheckboxesElement(action_id=REMOVE, options=[box], initial_options=ticked)
    return InputBlock(block_id=REMOVE, label=plain(PEOPLE_LABEL), element=boxes, optional=True)
