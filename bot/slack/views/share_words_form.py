"""The second step: the excerpt exactly as a digest would show it, and the choice to share it."""

from collections.abc import Sequence
from datetime import date, datetime

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement
from slack_sdk.models.views import View

from bot.domain.errors import NothingToSave, ReplyRefused
from bot.domain.reply import LONGEST_EXCERPT
from bot.slack.views.reply_form import in_one_sentence
from bot.slack.views.rich import paragraph, plain, quiet

CALLBACK_ID = "share_words_form"
EXCERPT = "excerpt"
"""The block and the element in it share this id."""

TITLE = "Share these words?"
SHARE, NOT_THESE = "Share this", "Don't share"
SAVED = (
    "Your reply is saved in your journal. Below is exactly what a digest may show, to the letter, with no name, date "
    "or place beside it. Change what you like first."
)
EXCERPT_LABEL = "Words to share"
RISK = "Somebody may know your style, or a thing that only you could know. Closing this changes nothing."
NO_WORDS = "There are no words here to share. Write a few, or close this form."


def share_words_form(excerpt: str, on: date, version: datetime) -> View:
    """The preview of one excerpt; what is sent from here is what is published, or nothing once the reply to the
    question of this date has another version."""
    text = PlainTextInputElement(action_id=EXCERPT, multiline=True, max_length=LONGEST_EXCERPT, initial_value=excerpt)
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=f"{on.isoformat()} {version.isoformat()}",
        title=plain(TITLE),
        submit=plain(SHARE),
        close=plain(NOT_THESE),
        blocks=[
            paragraph(SAVED),
            InputBlock(block_id=EXCERPT, label=plain(EXCERPT_LABEL), element=text),
            quiet(RISK),
        ],
    )


def errors_for(error: ReplyRefused) -> dict[str, str]:
    """An error in its own words, under the one field."""
    return {EXCERPT: NO_WORDS if isinstance(error, NothingToSave) else str(error)}


def stopped(findings: Sequence[str]) -> dict[str, str]:
    """What has to go before the words can be shared."""
    return {EXCERPT: in_one_sentence(findings)}
