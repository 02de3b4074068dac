"""What follows a reply with an explicit phrase of distress: the support lines at once, to this student only."""

from collections.abc import Sequence

from slack_sdk.models.blocks import HeaderBlock
from slack_sdk.models.views import View

from bot.domain.program import SupportLine
from bot.slack.views.rich import paragraph, plain
from bot.slack.views.support import support_lines

TITLE = "Before you go"
CLOSE = "Close"
HEADING = "You don't have to carry this alone"
KEPT = "Your reply is in your journal and nowhere else. Nobody was alerted."


def saved_notice(support: Sequence[SupportLine]) -> View:
    """The support lines first, then what became of the reply."""
    return View(
        type="modal",
        title=plain(TITLE),
        close=plain(CLOSE),
        blocks=[HeaderBlock(text=plain(HEADING)), *support_lines(support), paragraph(KEPT)],
    )
