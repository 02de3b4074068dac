"""A reply form that can't be kept as it is, with an explicit phrase of distress in it: the support lines come first."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import DividerBlock
from slack_sdk.models.views import View

from bot.domain.program import SupportLine
from bot.flows.take_reply import Stopped
from bot.slack.views.reply_form import in_one_sentence, reply_form
from bot.slack.views.rich import paragraph
from bot.slack.views.saved_notice import lines_first

NOTHING_YET = "Nothing is saved yet, and nobody was alerted."


def stopped_form(found: Stopped, on: date, *, voices: int, support: Sequence[SupportLine]) -> View:
    """The same form with all that was typed; above it the support lines, and what has to go."""
    view = reply_form(found.typed, on, voices=voices, support=support)
    first = [*lines_first(support), paragraph(in_one_sentence(found.findings)), paragraph(NOTHING_YET), DividerBlock()]
    view.blocks = [*first, *view.blocks]
    return view
