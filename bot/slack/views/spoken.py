"""What blocks say, as text: for notifications and for screen readers."""

from collections.abc import Iterator, Sequence
from typing import Any

from slack_sdk.models.blocks import Block

from bot.slack.views.message import Message

LINES = ("header", "section", "rich_text_section", "rich_text_quote", "rich_text_preformatted", "context")
"""What stands on a line of its own."""


def spoken(blocks: Sequence[Block]) -> Message:
    """A message of these blocks whose text says all that can be read in them. Buttons tell about themselves; a person
    or a channel is told by the id, which Slack can't turn into a name there."""
    return Message("\n".join(line for block in blocks for line in _lines(block.to_dict())), blocks)


def _lines(part: dict[str, Any]) -> Iterator[str]:
    if part.get("type") in LINES:
        yield "".join(_runs(part))
        return
    for inner in part.get("elements", ()):
        yield from _lines(inner)


def _runs(part: dict[str, Any]) -> Iterator[str]:
    said = part.get("text")
    if isinstance(said, dict):
        yield str(said["text"])
    elif said or part.get("user_id") or part.get("channel_id"):
        yield str(said or part.get("user_id") or part.get("channel_id"))
    for inner in part.get("elements", ()):
        yield from _runs(inner)
