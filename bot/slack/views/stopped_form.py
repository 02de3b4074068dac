"""A reply form that can't be kept as it is, and the same with neutral words in the place of what could not."""

from datetime import date
from typing import Final

from slack_sdk.models.blocks import DividerBlock
from slack_sdk.models.views import View

from bot.domain.program import Program
from bot.flows.rewrite_reply import Rewritten
from bot.flows.take_reply import Stopped
from bot.slack.views.objections import objections
from bot.slack.views.reply_form import reply_form
from bot.slack.views.rich import paragraph, strong
from bot.slack.views.saved_notice import what_helps

USE_ID: Final = "use_neutral_reply"

NOTHING_YET = "Nothing is saved yet. Your text is still below."
NOTHING_YET_IN_DISTRESS = "Nothing is saved yet, and nobody was alerted. Your text is still below."
IN_PLACE = "Neutral words are in place. Nothing is saved yet."


def stopped_form(found: Stopped, on: date, program: Program, *, text_block: str) -> View:
    """The same form with all that was typed, in the block where it was typed; above it what helps, and what has to go
    or is asked."""
    view = _form(found, on, program, text_block)
    nothing_yet = NOTHING_YET_IN_DISTRESS if found.care.distress else NOTHING_YET
    view.blocks = [
        *what_helps(found.care, program),
        paragraph(strong(nothing_yet)),
        *objections(found.objections, use_id=USE_ID),
        DividerBlock(),
        *view.blocks,
    ]
    return view


def rewritten_form(found: Rewritten, on: date, program: Program, *, text_block: str) -> View:
    """The form with neutral words in its text, in a block of its own: Slack would keep what stood in another."""
    view = _form(found, on, program, text_block)
    view.blocks = [*what_helps(found.care, program), paragraph(strong(IN_PLACE)), *view.blocks]
    return view


def _form(found: Stopped | Rewritten, on: date, program: Program, text_block: str) -> View:
    return reply_form(
        found.typed, on, voices=program.smallest_group, support=program.support_lines, text_block=text_block
    )
