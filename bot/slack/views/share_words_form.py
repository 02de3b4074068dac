"""The second step: the excerpt exactly as a digest would show it, and the choice to share it."""

from collections.abc import Sequence
from datetime import date, datetime

from slack_sdk.models.blocks import Block, CheckboxesElement, InputBlock, Option, PlainTextInputElement
from slack_sdk.models.views import View

from bot.domain.errors import NothingToSave, ReplyRefused
from bot.domain.program import SupportLine
from bot.domain.reply import LONGEST_EXCERPT
from bot.slack.views.reply_form import in_one_sentence, metadata
from bot.slack.views.rich import paragraph, plain, quiet, strong
from bot.slack.views.saved_notice import HELD, lines_first

CALLBACK_ID = "share_words_form"
EXCERPT, EXCERPT_AGAIN = "excerpt", "excerpt_again"
"""The block of the excerpt: Slack keeps what stands in a field, unless its block has another id. The element in it is
always called `EXCERPT`."""
COPY = "copy"
"""The block and the element in it share this id."""
NO_COPY = "none"

TITLE = "Share these words?"
SHARE, NOT_THESE = "Share this", "Don't share"
SAVED = (
    "Your reply is saved. Below is exactly what a digest may show, to the letter, with no name, date or place beside "
    "it. Change what you like first."
)
CLEANED = "Something that can't be seen was taken out. Below is what is left of your words: please look once more."
EXCERPT_LABEL = "Words to share"
COPY_LABEL = "Your journal"
KEEP_NO_COPY = "Keep no copy"
WITHOUT_A_COPY = "Your text is deleted now, and the words above once a digest has used them."
RISK = (
    "Somebody may know your style, or a thing that only you could know. A copy in your journal could be matched with "
    "the quote by whoever holds the database and its key. Closing this changes nothing."
)
NO_WORDS = "There are no words here to share. Write a few, or close this form."


def share_words_form(excerpt: str, on: date, version: datetime) -> View:
    """The preview of one excerpt; what is sent from here is what is published, or nothing once the reply to the
    question of this date has another version."""
    return _form([paragraph(SAVED)], EXCERPT, excerpt, on, version)


def cleaned_form(excerpt: str, on: date, version: datetime, *, instead_of: str) -> View:
    """The same with the words that are left of those in the block `instead_of`."""
    block_id = EXCERPT if instead_of == EXCERPT_AGAIN else EXCERPT_AGAIN
    return _form([paragraph(strong(CLEANED))], block_id, excerpt, on, version)


def stopped_form(
    findings: Sequence[str], shown: str, on: date, version: datetime, *, block_id: str, support: Sequence[SupportLine]
) -> View:
    """The same with the words as they were sent, which hold an explicit phrase of distress: the support lines come
    first, then what has to go."""
    before = [*lines_first(support), paragraph(in_one_sentence(findings)), paragraph(HELD)]
    return _form(before, block_id, shown, on, version)


def errors_for(error: ReplyRefused, block_id: str) -> dict[str, str]:
    """An error in its own words, under the excerpt, which stands in this block."""
    return {block_id: NO_WORDS if isinstance(error, NothingToSave) else str(error)}


def stopped(findings: Sequence[str], block_id: str) -> dict[str, str]:
    """What has to go before the words can be shared."""
    return {block_id: in_one_sentence(findings)}


def _form(before: list[Block], block_id: str, excerpt: str, on: date, version: datetime) -> View:
    text = PlainTextInputElement(action_id=EXCERPT, multiline=True, max_length=LONGEST_EXCERPT, initial_value=excerpt)
    no_copy = Option(text=plain(KEEP_NO_COPY), value=NO_COPY, description=plain(WITHOUT_A_COPY))
    box = CheckboxesElement(action_id=COPY, options=[no_copy])
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=metadata(on, version),
        title=plain(TITLE),
        submit=plain(SHARE),
        close=plain(NOT_THESE),
        blocks=[
            *before,
            InputBlock(block_id=block_id, label=plain(EXCERPT_LABEL), element=text),
            InputBlock(block_id=COPY, label=plain(COPY_LABEL), element=box, optional=True),
            quiet(RISK),
        ],
    )
