"""What preceptors answered to the students of their digests, the newest first."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextBlock

from bot.domain.group_answer import GroupAnswer
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quote, strong, together

ANSWERED = "What preceptors answered"
ON = ", on the digest of {day}"


def answers(found: Sequence[GroupAnswer]) -> list[Block]:
    """Each with its signature, all in one block, since Home is short of room; nothing where there is none."""
    if not found:
        return []
    return [HeaderBlock(text=plain(ANSWERED)), together(*(part for each in found for part in _answer(each)))]


def _answer(answer: GroupAnswer) -> tuple[RichTextBlock, RichTextBlock]:
    return paragraph(strong(answer.signature), ON.format(day=day(answer.on))), quote(answer.text)
