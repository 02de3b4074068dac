"""A part of a student's own words as a message, for a workspace that lets Bedside share no file."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.domain.own_words import OwnWords
from bot.slack.views.journal_file import EMPTY
from bot.slack.views.message import Message
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quote, strong

TITLE = "Your journal"
WHAT_HAPPENS = (
    "These are your own words, with the questions you were asked. They now lie in Slack, under the rules of this "
    "workspace, so copy them to somewhere of your own. Bedside removes this message after 24 hours."
)


def journal_page(entries: Sequence[OwnWords]) -> Message:
    """What it is and how long it stays, then each entry, letter for letter."""
    told = WHAT_HAPPENS if entries else EMPTY
    blocks: list[Block] = [HeaderBlock(text=plain(TITLE)), paragraph(told)]
    lines = [TITLE, told]
    for entry in entries:
        blocks += _entry(entry)
        lines += [_heading(entry), entry.question, entry.text]
    return Message("\n".join(lines), blocks)


def _entry(entry: OwnWords) -> Iterator[Block]:
    yield paragraph(strong(_heading(entry)))
    yield paragraph(entry.question)
    yield quote(entry.text)


def _heading(entry: OwnWords) -> str:
    return f"{day(entry.on)}, {entry.on.year}: {entry.principle}"
