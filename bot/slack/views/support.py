"""The support lines, as they stand below every form and on the Home tab, and the school's reporting routes."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block

from bot.domain.program import SupportLine
from bot.slack.views.rich import bullets, paragraph, strong, together

HEADING = "If you want to talk to somebody"
REPORT_HEADING = "To report mistreatment"


def support_lines(lines: Sequence[SupportLine]) -> list[Block]:
    """Each line with what to dial or where to go; nothing where a program names none."""
    return [paragraph(strong(HEADING)), bullets(map(line_of, lines))] if lines else []


def reporting_routes(routes: Sequence[SupportLine]) -> list[Block]:
    """Where a school wants mistreatment reported, in one block; nothing where its program names no place."""
    return [together(paragraph(strong(REPORT_HEADING)), bullets(map(line_of, routes)))] if routes else []


def line_of(line: SupportLine) -> str:
    """One of them in words."""
    return f"{line.name}: {line.contact}"
