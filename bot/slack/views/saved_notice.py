"""What follows a reply with an explicit phrase of distress: the support lines at once, to this student only."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, HeaderBlock
from slack_sdk.models.views import View

from bot.domain.program import SupportLine
from bot.slack.views.rich import paragraph, plain
from bot.slack.views.support import support_lines

TITLE = "Before you go"
CLOSE = "Close"
HEADING = "You don't have to carry this alone"
KEPT = "What you wrote is in your journal, and nothing more of it is shared. Nobody was alerted."
HELD = "Nothing more of this reply is shared. Nobody was alerted."
"""True as well of a reply that was used or deleted, or of which no copy was kept."""


def saved_notice(support: Sequence[SupportLine], *, became: str = KEPT) -> View:
    """The support lines first, then what became of the reply."""
    return View(
        type="modal",
        title=plain(TITLE),
        close=plain(CLOSE),
        blocks=[*lines_first(support), paragraph(became)],
    )


def lines_first(support: Sequence[SupportLine]) -> list[Block]:
    """What stands above everything else."""
    return [HeaderBlock(text=plain(HEADING)), *support_lines(support)]
