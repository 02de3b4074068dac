"""A form that was opened before something else was saved: it shows what that is, keeps what was typed, and asks which
of the two to keep."""

from collections.abc import Iterator
from datetime import date

from slack_sdk.models.blocks import Block, DividerBlock
from slack_sdk.models.views import View

from bot.domain.program import Program
from bot.flows.reply_forms import Form
from bot.flows.take_reply import Outdated
from bot.slack.views.reply_form import CALLBACK_ID, CHOICES, fields, fine_print, metadata
from bot.slack.views.rich import paragraph, plain, quote, strong
from bot.slack.views.saved_notice import TAKEN_BACK, what_helps

TITLE, TITLE_AFTER_DELETION = "Which one do you keep?", "Save it after all?"
SAVE_THIS, KEEP_THE_OTHER, LEAVE_DELETED = "Save this one", "Keep the other", "Leave it deleted"
SAVED_SINCE = "You saved this after opening the form below:"
USED_SINCE = "A digest has used what you saved meanwhile. Saving this changes your journal only."
DELETED_SINCE = "You deleted this reply after opening the form below."
NOT_SAVED = "What you typed below is not saved yet."
THEMES = "Themes: "
SHARING = "Sharing: "
SHARED_WORDS = "Shared words:"


def outdated_form(found: Outdated, on: date, program: Program, *, text_block: str) -> View:
    """The two, one above the other. The fields keep what was typed, and sending them now takes it."""
    voices, support = program.smallest_group, program.support_lines
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=metadata(on, found.typed.version, found.typed.kept),
        title=plain(TITLE if found.saved else TITLE_AFTER_DELETION),
        submit=plain(SAVE_THIS),
        close=plain(KEEP_THE_OTHER if found.saved else LEAVE_DELETED),
        blocks=[
            *what_helps(found.care, program),
            *_saved(found.saved),
            *([paragraph(TAKEN_BACK)] if found.taken_back else []),
            paragraph(NOT_SAVED),
            DividerBlock(),
            *fields(found.typed, voices=voices, text_block=text_block),
            *fine_print(voices, support),
        ],
    )


def _saved(form: Form | None) -> Iterator[Block]:
    if form is None:
        yield paragraph(strong(DELETED_SINCE))
        return
    yield paragraph(strong(USED_SINCE if form.used else SAVED_SINCE))
    if form.text:
        yield quote(form.text)
    if form.ticked:
        yield paragraph(strong(THEMES), ", ".join(theme.label for theme in form.themes if theme.slug in form.ticked))
    if form.shared_words:
        yield from (paragraph(strong(SHARED_WORDS)), quote(form.shared_words))
    elif form.sharing and not form.used:
        yield paragraph(strong(SHARING), CHOICES[form.sharing])
