"""The support lines, as they stand below every form and on the Home tab."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.domain.program import SupportLine
from bot.slack.views.rich import bullets, paragraph, strong

HEADING = "If you want to talk to somebody"


def support_lines(lines: Sequence[SupportLine]) -> list[Block]:
    """Each line with what to dial or where to go; nothing where a program names none."""
    if not lines:
        return []
    return [paragraph(strong(HEADING)), bullets(map(line_of, lines))]


def line_of(line: SupportLine) -> str:
    """One of them in words."""
    return f"{line.name}: {line.contact}"
