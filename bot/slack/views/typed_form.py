"""The form that opens with what a student typed: one that waits for the text, then the reply form filled with it."""

from dataclasses import replace
from datetime import date
from typing import Final

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.domain.program import Program
from bot.domain.reply import LONGEST_TEXT
from bot.domain.typed import Filled
from bot.flows.reply_forms import Form
from bot.flows.take_reply import Stopped
from bot.slack.views import reply_form
from bot.slack.views.rich import paragraph, plain, quiet
from bot.slack.views.saved_notice import what_helps
from bot.slack.views.stopped_form import stopped_form

TYPED_TEXT: Final = f"{reply_form.TEXT}-typed"
"""The text field's block: a new id, since Slack would keep what stood under the old one."""

FETCHING = "Fetching what you typed. This takes a second or two."
NO_WAITING = "If nothing happens, close this and press the button again."
ANSWERED = (
    "You have answered this already. What you saved is here, with what you typed; nothing changes until you save."
)
CUT = "Only the first {longest:,} characters fit; the end is left out."
STILL_IN_SLACK = "Your message still lies in Slack, with all that is in it. Please delete it there once this is saved."
GONE = "What you typed isn't there any more. The question's own button opens the form."
NOT_NOW = "Slack did not hand over what you typed. Please close this and press the button again in a minute."


def waiting_form() -> View:
    """What a press opens at once, while Slack is asked for the text."""
    blocks = [paragraph(FETCHING), quiet(NO_WAITING)]
    return View(type="modal", title=plain(reply_form.TITLE), close=plain(reply_form.CLOSE), blocks=blocks)


def typed_form(form: Form, filled: Filled, on: date, program: Program) -> View:
    """The reply form with this text in it, and whatever has to be said about it: what stands in the way of keeping it
    as in a form that comes back. One that a digest has used is read-only, and stays as it is."""
    if form.used:
        return reply_form.reply_form(form, on, voices=program.smallest_group, support=program.support_lines)
    view = _view(replace(form, text=filled.text), filled, on, program)
    view.blocks = [each for block in view.blocks for each in _with_notes(block, form, filled)]
    return view


def _view(shown: Form, filled: Filled, on: date, program: Program) -> View:
    if filled.objections:
        return stopped_form(Stopped(filled.objections, shown, filled.care), on, program, text_block=TYPED_TEXT)
    view = reply_form.reply_form(
        shown, on, voices=program.smallest_group, support=program.support_lines, text_block=TYPED_TEXT
    )
    view.blocks = [*what_helps(filled.care, program), *view.blocks]
    return view


def _with_notes(block: Block, form: Form, filled: Filled) -> list[Block]:
    return [*map(paragraph, _notes(form, filled)), block] if block.block_id == TYPED_TEXT else [block]


def _notes(form: Form, filled: Filled) -> list[str]:
    answered = [] if form.is_fresh else [ANSWERED]
    cut = [CUT.format(longest=LONGEST_TEXT)] if filled.is_cut else []
    still = [STILL_IN_SLACK] if filled.objections else []
    return answered + cut + still
