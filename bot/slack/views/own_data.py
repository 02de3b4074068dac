"""What a student can do with everything that Bedside keeps about them: have it sent, or have it deleted."""

from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, HeaderBlock, SectionBlock

from bot.flows.send_journal import Asked
from bot.slack.views.rich import plain

SEND_ID: Final = "send_journal"
DELETE_ID: Final = "delete_everything"

YOURS = "What you wrote is yours"
SEND = "Send me my journal"
SEND_TO_A_READER = "Send me my journal as a file, in my messages with Bedside"
SEND_SENTENCE = "Everything you wrote, as a file in your messages. Bedside removes it from there after 24 hours."
DELETE = "Delete everything"
DELETE_TO_A_READER = "Delete everything about me; you are asked once before"
DELETE_SENTENCE = "Delete everything about me: what I wrote, my settings, and what is planned. It can't be undone."

COMING = "It's on its way: a file in your messages with Bedside, in a moment. Save it somewhere of your own."
COMING_ALREADY = "It's on its way already, or in your messages with Bedside since a few minutes ago."
EMPTY = "There is nothing in your journal yet. Once you write something, you can have it sent from here."
SENTENCES: Final = {Asked.COMING: COMING, Asked.COMING_ALREADY: COMING_ALREADY, Asked.EMPTY: EMPTY}


def own_data_blocks() -> list[Block]:
    """Both buttons, each with a sentence that says what it does."""
    delete = ButtonElement(
        text=plain(DELETE), action_id=DELETE_ID, accessibility_label=DELETE_TO_A_READER, style="danger"
    )
    return [
        HeaderBlock(text=plain(YOURS)),
        SectionBlock(text=plain(SEND_SENTENCE), accessory=_send_button()),
        SectionBlock(text=plain(DELETE_SENTENCE), accessory=delete),
    ]


def send_row() -> ActionsBlock:
    """The first button alone, for a message that has said what it does."""
    return ActionsBlock(elements=[_send_button()])


def _send_button() -> ButtonElement:
    return ButtonElement(text=plain(SEND), action_id=SEND_ID, accessibility_label=SEND_TO_A_READER)
