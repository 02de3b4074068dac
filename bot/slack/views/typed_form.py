"""The form that opens with what a student typed: one that waits for the text, then the reply form filled with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block, InputBlock
from slack_sdk.models.views import View

from bot.domain.program import SupportLine
from bot.domain.reply import LONGEST_TEXT
from bot.domain.typed import Filled
from bot.flows.reply_forms import Form
from bot.slack.views import reply_form
from bot.slack.views.rich import paragraph, plain, quiet

TYPED_TEXT: Final = f"{reply_form.TEXT}-typed"
"""The text field's block: a new id, since Slack would keep what stood under the old one."""

FETCHING = "Fetching what you typed. This takes a second or two."
NO_WAITING = "If nothing happens, close this and press the button again."
ANSWERED = (
    "You have answered this already. What you saved is here, with what you typed; nothing changes until you save."
)
CUT = "Only the first {longest:,} characters fit; the end is left out."
FOUND = "Before you save: this could point to somebody. Please take out {findings}."
GONE = "What you typed isn't there any more. The question's own button opens the form."
NOT_NOW = "Slack did not hand over what you typed. Please close this and press the button again in a minute."


def waiting_form() -> View:
    """What a press opens at once, while Slack is asked for the text."""
    blocks = [paragraph(FETCHING), quiet(NO_WAITING)]
    return View(type="modal", title=plain(reply_form.TITLE), close=plain(reply_form.CLOSE), blocks=blocks)


def typed_form(form: Form, filled: Filled, on: date, *, voices: int, support: Sequence[SupportLine]) -> View:
    """The reply form with this text in it, and above it whatever has to be said about it. One that a digest has used
    is read-only, and stays as it is."""
    shown = form if form.used else replace(form, text=filled.text)
    view = reply_form.reply_form(shown, on, voices=voices, support=support)
    view.blocks = [each for block in view.blocks for each in _with_notes(block, form, filled)]
    return view


def _with_notes(block: Block, form: Form, filled: Filled) -> list[Block]:
    if block.block_id != reply_form.TEXT or not isinstance(block, InputBlock):
        return [block]
    block.block_id = TYPED_TEXT
    return [*map(paragraph, _notes(form, filled)), block]


def _notes(form: Form, filled: Filled) -> list[str]:
    answered = [] if form.is_fresh else [ANSWERED]
    cut = [CUT.format(longest=LONGEST_TEXT)] if filled.is_cut else []
    found = [FOUND.format(findings=reply_form.listed(filled.findings))] if filled.findings else []
    return answered + cut + found
