"""What preceptors answered to the students of their digests, the newest first."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, HeaderBlock

from bot.domain.group_answer import GroupAnswer
from bot.slack.views.question import day
from bot.slack.views.rich import paragraph, plain, quote, strong, together

ANSWERED = "What preceptors answered"
ON = ", on the digest of {day}"


def answers(found: Sequence[GroupAnswer]) -> list[Block]:
    """Each with its signature; nothing where there is none."""
    if not found:
        return []
    return [HeaderBlock(text=plain(ANSWERED)), *map(_answer, found)]


def _answer(answer: GroupAnswer) -> Block:
    return together(paragraph(strong(answer.signature), ON.format(day=day(answer.on))), quote(answer.text))
