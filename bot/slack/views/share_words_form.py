"""The second step: the excerpt exactly as a digest would show it, and the choice to share it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, Block, CheckboxesElement, InputBlock, Option, PlainTextInputElement
from slack_sdk.models.views import View

from bot.domain.errors import NothingToSave, ReplyRefused
from bot.domain.program import Program
from bot.domain.reply import LONGEST_EXCERPT
from bot.domain.screening import NO_CARE, Care
from bot.flows.rewrite_reply import RewrittenWords
from bot.flows.share_words import Held
from bot.slack.views.objections import objections
from bot.slack.views.reply_form import fresh_block, metadata, withdraw_button
from bot.slack.views.rich import paragraph, plain, quiet, strong
from bot.slack.views.saved_notice import what_helps

CALLBACK_ID = "share_words_form"
USE_ID: Final = "use_neutral_excerpt"
EXCERPT = "excerpt"
"""The block of the excerpt: Slack keeps what stands in a field, unless its block has another id. The element in it is
always called `EXCERPT`."""
COPY, AGREED = "copy", "agreed"
"""The block and the element in it share an id."""
NO_COPY, YES = "none", "yes"

TITLE, TITLE_WHILE_SHARED = "Share these words?", "Your shared words"
SHARE, NOT_THESE, CLOSE = "Share this", "Don't share", "Close"
SAVED = "Your reply is saved."
EXACTLY = (
    "Below is exactly what a digest may show, to the letter, with no name, date or place beside it. Change what you "
    "like first."
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
AGREED_LABEL = "Share words about this?"
YES_SHARE = "Yes, I want to share these words"
STAYS = "Your reply is in your journal. Its words are shared only if you say yes below."
SHARED_NOW = "These words are shared now. Closing this leaves them shared; Withdraw takes them back."
WHO_READS = (
    "Preceptors read the digest, perhaps also somebody whom this is about. Sharing reports nothing, and nobody was "
    "told."
)
NOT_SHARED_YET = "These words are not shared yet. They are still below."
OTHERS_ARE = "The words that you shared before stay shared; Withdraw takes them back."
NOT_IN_THIS_LANGUAGE = "So these words are not shared. Put them in English, or close this form."
IN_PLACE = "Neutral words are in place. They are not shared yet."
NONE_NEEDED = "Nothing here needs other words any more. These words are not shared yet."
NO_WORDS = "There are no words here to share. Write a few, or close this form."


@dataclass(frozen=True, slots=True)
class Shown:
    """What a second form shows: an excerpt in its block, of which version of the reply to the question of a date it
    is, and the marks of what may stay in it. `asks` is for a yes before words about mistreatment are shared; while
    words of the reply are shared already, `is_shared`, closing the form is no way to take them back."""

    excerpt: str
    on: date
    version: datetime
    kept: tuple[str, ...] = ()
    block_id: str = EXCERPT
    asks: bool = False
    is_shared: bool = False

    def with_words(self, excerpt: str) -> "Shown":
        """The same with other words, in a fresh block."""
        return replace(self, excerpt=excerpt, block_id=fresh_block(self.block_id))


def share_words_form(shown: Shown, program: Program, *, care: Care = NO_CARE) -> View:
    """The preview of one excerpt; what is sent from here is what is published, or nothing once the reply has another
    version."""
    return _form([*what_helps(care, program), *_first(shown)], shown)


def cleaned_form(shown: Shown) -> View:
    """The same with the words that are left of those that were sent."""
    return _form([paragraph(strong(CLEANED))], shown)


def rewritten_form(found: RewrittenWords, shown: Shown, program: Program) -> View:
    """The same with neutral words in the place of those that stood there. Where no words fit it is held once more."""
    if found.objections:
        return held_form(Held(found.objections, found.care), shown, program)
    became = IN_PLACE if found.is_changed else NONE_NEEDED
    return _form([*what_helps(found.care, program), paragraph(strong(became)), *_who_reads(shown)], shown)


def held_form(held: Held, shown: Shown, program: Program) -> View:
    """The same with the words as they were sent, which are not shared: above them what helps, then why."""
    became = paragraph(strong(NOT_IN_THIS_LANGUAGE if held.care.weaker else NOT_SHARED_YET))
    others = [paragraph(OTHERS_ARE)] if held.shares else []
    found = objections(held.objections, use_id=USE_ID) if held.objections else []
    before = [*what_helps(held.care, program), became, *others, *found, *_who_reads(shown)]
    return _form(before, replace(shown, is_shared=held.shares))


def errors_for(error: ReplyRefused, block_id: str) -> dict[str, str]:
    """An error in its own words, under the excerpt, which stands in this block."""
    return {block_id: NO_WORDS if isinstance(error, NothingToSave) else str(error)}


def _form(before: list[Block], shown: Shown) -> View:
    text = PlainTextInputElement(
        action_id=EXCERPT, multiline=True, max_length=LONGEST_EXCERPT, initial_value=shown.excerpt
    )
    no_copy = Option(text=plain(KEEP_NO_COPY), value=NO_COPY, description=plain(WITHOUT_A_COPY))
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=metadata(shown.on, shown.version, shown.kept),
        title=plain(TITLE_WHILE_SHARED if shown.is_shared else TITLE),
        submit=plain(SHARE),
        close=plain(CLOSE if shown.is_shared else NOT_THESE),
        blocks=[
            *before,
            *([ActionsBlock(elements=[withdraw_button(shown.on)])] if shown.is_shared else []),
            InputBlock(block_id=shown.block_id, label=plain(EXCERPT_LABEL), element=text),
            *([_yes()] if shown.asks else []),
            InputBlock(
                block_id=COPY,
                label=plain(COPY_LABEL),
                element=CheckboxesElement(action_id=COPY, options=[no_copy]),
                optional=True,
            ),
            quiet(RISK),
        ],
    )


def _first(shown: Shown) -> list[Block]:
    if shown.is_shared:
        return [paragraph(strong(SHARED_NOW)), *_who_reads(shown), paragraph(EXACTLY)]
    if shown.asks:
        return [paragraph(f"{STAYS} {WHO_READS}"), paragraph(EXACTLY)]
    return [paragraph(f"{SAVED} {EXACTLY}")]


def _who_reads(shown: Shown) -> list[Block]:
    return [paragraph(WHO_READS)] if shown.asks else []


def _yes() -> InputBlock:
    box = CheckboxesElement(action_id=AGREED, options=[Option(text=plain(YES_SHARE), value=YES)])
    return InputBlock(block_id=AGREED, label=plain(AGREED_LABEL), element=box)
