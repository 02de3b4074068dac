"""A sentence or two for one person, where there is no form to write them under."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.slack.views.message import Message
from bot.slack.views.rich import paragraph, plain

TITLE = "Bedside"
CLOSE = "Close"
TROUBLE = "Something went wrong on our side. Please try again in a minute."
TROUBLE_IN_A_FORM = (
    "Something went wrong on our side. Your text is still here: please press {button} again in a minute."
)


def notice(sentence: str) -> View:
    """A small form that only says something."""
    return notice_of([paragraph(sentence)])


def notice_of(blocks: Sequence[Block]) -> View:
    """The same where it takes more than a sentence."""
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def note(sentence: str) -> Message:
    """The same as a message that only one person sees."""
    return Message(sentence, [paragraph(sentence)])
