"""A reply form that can't be kept as it is, and the same with neutral words in the place of what could not."""

from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block, DividerBlock, InputBlock
from slack_sdk.models.views import View

from bot.domain.program import Program
from bot.flows.reply_forms import Form
from bot.flows.rewrite_reply import Rewritten
from bot.flows.take_reply import Stopped
from bot.slack.views.objections import objections
from bot.slack.views.reply_form import reply_form
from bot.slack.views.rich import paragraph, strong
from bot.slack.views.saved_notice import TAKEN_BACK, what_helps

USE_ID: Final = "use_neutral_reply"

NOTHING_YET = "Nothing new is saved yet. Your text is still below."
EARLIER_STANDS = "What you saved before stands."
IN_PLACE = "Neutral words are in place. Nothing new is saved yet."
NONE_NEEDED = "Nothing here needs other words any more. Nothing new is saved yet."


def stopped_form(found: Stopped, on: date, program: Program, *, text_block: str) -> View:
    """The same form with all that was typed, in the block where it was typed; above it what helps, and what has to go
    or is asked."""
    view = _form(found, on, program, text_block)
    view.blocks = [
        *what_helps(found.care, program),
        paragraph(strong(NOTHING_YET)),
        *_earlier(found.typed, taken_back=found.taken_back),
        *objections(found.objections, use_id=USE_ID),
        DividerBlock(),
        *view.blocks,
    ]
    return view


def rewritten_form(found: Rewritten, on: date, program: Program, *, text_block: str) -> View:
    """The form with neutral words in its text, in a block of its own: Slack would keep what stood in another. Where
    no words fit it is stopped once more."""
    if found.objections:
        return stopped_form(Stopped(found.objections, found.typed, found.care), on, program, text_block=text_block)
    view = _form(found, on, program, text_block)
    became = paragraph(strong(IN_PLACE if found.is_changed else NONE_NEEDED))
    view.blocks = [*what_helps(found.care, program), became, *_earlier(found.typed), *view.blocks]
    return view


def _earlier(typed: Form, *, taken_back: bool = False) -> list[Block]:
    if taken_back:
        return [paragraph(TAKEN_BACK)]
    return [paragraph(EARLIER_STANDS)] if typed.version is not None else []


def _form(found: Stopped | Rewritten, on: date, program: Program, text_block: str) -> View:
    """The form with its text before everything else that can be filled in, since the text is what has to be mended."""
    view = reply_form(
        found.typed, on, voices=program.smallest_group, support=program.support_lines, text_block=text_block
    )
    inputs = (block for block in view.blocks if isinstance(block, InputBlock))
    by_need = iter(sorted(inputs, key=lambda block: block.block_id != text_block))
    view.blocks = [next(by_need) if isinstance(block, InputBlock) else block for block in view.blocks]
    return view
