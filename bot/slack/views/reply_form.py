"""The form behind a question, made for a tired thumb: four taps are enough. Whatever need not be read stands below.

Behind *Open* the same form shows what was saved, to change, withdraw or delete it until a digest has used it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    CheckboxesElement,
    DividerBlock,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
)
from slack_sdk.models.views import View

from bot.domain.curriculum import Theme
from bot.domain.errors import NothingToSave, ReplyRefused, TextTooLong, ThemesNeedATick
from bot.domain.program import Program, SupportLine
from bot.domain.reply import LONGEST_TEXT, Sharing
from bot.domain.screening import NO_CARE, Care
from bot.flows.reply_forms import Form
from bot.slack.views import promise
from bot.slack.views.question import day
from bot.slack.views.rich import bullets, confirmation, paragraph, plain, quiet, quote, strong
from bot.slack.views.saved_notice import what_helps
from bot.slack.views.support import support_lines

CALLBACK_ID = "reply_form"
WITHDRAW_ID = "withdraw_reply"
DELETE_ID = "delete_reply"
THEMES, TEXT, SHARING = "themes", "text", "sharing"
"""Each field's block and the element in it share one id."""

TITLE = "Your reflection"
SAVE, CANCEL, CLOSE = "Save", "Cancel", "Close"
SAVE_CHANGES = "Save changes"
THEMES_LABEL = "What was it about?"
TEXT_LABEL = "A few words"
SHARING_LABEL = "Sharing"
CHOICES = {
    Sharing.JOURNAL: "Keep in my journal",
    Sharing.THEMES: "Share themes only",
    Sharing.WORDS: "Share words too",
}
ONE_LINE = "Pooled with at least {voices} students. Leave out names, dates, places."

WHO_SEES = "Who sees what"
SECOND_STEP = "Words are shared only in a second step, after you have seen exactly what would be shown."
SHARED_NOW = "You share these words now:"
STAY_SHARED = "They stay shared if you choose words again and leave your text as it is."
WITHDRAW = "Withdraw"
WITHDRAW_TO_A_READER = "Withdraw your reply of {day}"
WITHDRAW_TITLE = "Withdraw this reply?"
WITHDRAW_TEXT = "Nothing of it is shared any more. It stays in your journal, as you saved it last."
KEEP_SHARING = "Keep sharing"
WITHDRAWN = "Nothing of this reply is shared any more. It stays in your journal."
DELETE = "Delete this reply"
DELETE_TO_A_READER = "Delete this reply of {day}"
DELETE_TITLE = "Delete this reply?"
DELETE_TEXT = "Its themes and words are deleted for good. A digest that has used them already stays as it is."
DELETE_NOW, KEEP_IT = "Delete", "Keep it"
DELETED = "This reply is deleted. Nothing of it is left or shared."
DELETED_AFTER_USE = "Your text is deleted. The digest that has used this reply stays as it is."

USED = "A digest has used this reply, so it can't be changed or withdrawn any more."
LATE = "A digest had used this reply before you saved it, so nothing more of it is shared."
TEXT_STAYS = "Your text is in your journal."
MOST_KEPT: Final = 200
"""What Slack gives back with a form has at most 3,000 characters."""


def reply_form(form: Form, on: date, *, voices: int, support: Sequence[SupportLine], text_block: str = TEXT) -> View:
    """The form of one question, holding what was saved, its text in this block; read-only once a digest has used the
    reply."""
    if form.used:
        return _read_only(form, on, USED, support)
    saved = form.version is not None
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=metadata(on, form.version, form.kept),
        title=plain(TITLE),
        submit=plain(SAVE_CHANGES if saved else SAVE),
        close=plain(CANCEL),
        blocks=[
            *fields(form, voices=voices, text_block=text_block),
            *_shared_now(form),
            *([_ways_back(on, shares=form.sharing is not Sharing.JOURNAL)] if saved else []),
            *fine_print(voices, support, *([STAY_SHARED] if form.shared_words else [])),
        ],
    )


def late_form(form: Form, on: date, program: Program, *, care: Care = NO_CARE) -> View:
    """What a form becomes that was sent after a digest had used the reply: what helps, and what is in the journal, to
    read."""
    view = _read_only(form, on, LATE, program.support_lines)
    view.blocks = [*what_helps(care, program), *view.blocks]
    return view


def metadata(on: date, version: datetime | None, kept: Iterable[str] = ()) -> str:
    """What a form is of: a question's date, the version of the reply that it holds, if it holds one, and the marks of
    what may stay in its text."""
    marks = ",".join(list(kept)[:MOST_KEPT])
    return f"{on.isoformat()} {version.isoformat() if version else ''} {marks}".rstrip()


def fields(form: Form, *, voices: int, text_block: str = TEXT) -> list[Block]:
    """The question, what can be filled in, and the one line to read before it is sent."""
    text = PlainTextInputElement(
        action_id=TEXT, multiline=True, max_length=LONGEST_TEXT, initial_value=form.text or None
    )
    return [
        paragraph(strong(form.lesson.question)),
        InputBlock(block_id=THEMES, label=plain(THEMES_LABEL), element=_checkboxes(form), optional=True),
        InputBlock(block_id=text_block, label=plain(TEXT_LABEL), element=text, optional=True),
        InputBlock(block_id=SHARING, label=plain(SHARING_LABEL), element=_choices(form.sharing)),
        quiet(ONE_LINE.format(voices=promise.in_words(voices))),
    ]


def fine_print(voices: int, support: Sequence[SupportLine], *first: str) -> list[Block]:
    """Whatever need not be read before a form is sent."""
    return [
        DividerBlock(),
        *map(quiet, first),
        paragraph(strong(WHO_SEES)),
        bullets((promise.OWN_JOURNAL, promise.pooled(voices), SECOND_STEP, promise.VOLUNTARY, promise.NOT_LIVE)),
        quiet(f"{promise.residual(voices)} {promise.MORE}"),
        *support_lines(support),
    ]


def withdraw_button(on: date) -> ButtonElement:
    """Takes back whatever a reply shares; it asks once."""
    return ButtonElement(
        text=plain(WITHDRAW),
        action_id=WITHDRAW_ID,
        value=on.isoformat(),
        accessibility_label=WITHDRAW_TO_A_READER.format(day=day(on)),
        confirm=confirmation(WITHDRAW_TITLE, WITHDRAW_TEXT, WITHDRAW, KEEP_SHARING),
    )


def delete_button(on: date) -> ButtonElement:
    """Deletes a reply for good; it asks once."""
    return ButtonElement(
        text=plain(DELETE),
        action_id=DELETE_ID,
        value=on.isoformat(),
        accessibility_label=DELETE_TO_A_READER.format(day=day(on)),
        style="danger",
        confirm=confirmation(DELETE_TITLE, DELETE_TEXT, DELETE_NOW, KEEP_IT),
    )


def text_block(block_ids: Iterable[str]) -> str:
    """The block of the text field among those of a form. Where the field was filled anew its id is another one, since
    Slack replaces what stands in a field under a new id only."""
    return next(each for each in block_ids if each.partition("-")[0] == TEXT)


def fresh_block(block_id: str) -> str:
    """Another id for a block whose field is filled anew: "text", "text-2", "text-3"."""
    name, _, number = block_id.partition("-")
    return f"{name}-{int(number) + 1 if number.isdecimal() else 2}"


def errors_for(error: ReplyRefused, *, text_block: str = TEXT) -> dict[str, str]:
    """An error in its own words, under the field where it can be put right."""
    match error:
        case ThemesNeedATick():
            return {THEMES: str(error)}
        case NothingToSave() | TextTooLong():
            return {text_block: str(error)}
        case _:
            return {SHARING: str(error)}


def _read_only(form: Form, on: date, why: str, support: Sequence[SupportLine]) -> View:
    text = [quote(form.text), paragraph(TEXT_STAYS), ActionsBlock(elements=[delete_button(on)])] if form.text else []
    blocks = [paragraph(strong(form.lesson.question)), paragraph(why), *text, DividerBlock(), *support_lines(support)]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def _ways_back(on: date, *, shares: bool) -> ActionsBlock:
    return ActionsBlock(elements=[withdraw_button(on), delete_button(on)] if shares else [delete_button(on)])


def _checkboxes(form: Form) -> CheckboxesElement:
    ticked = [_option(theme) for theme in form.themes if theme.slug in form.ticked]
    return CheckboxesElement(
        action_id=THEMES, options=[_option(theme) for theme in form.themes], initial_options=ticked or None
    )


def _option(theme: Theme) -> Option:
    return Option(text=plain(theme.label), value=theme.slug)


def _choices(sharing: Sharing | None) -> RadioButtonsElement:
    """Words are never preselected: where they are shared already, nothing is, so that no choice is made by itself."""
    options = {choice: Option(text=plain(label), value=choice.value) for choice, label in CHOICES.items()}
    preselected = None if sharing is None or sharing is Sharing.WORDS else options[sharing]
    return RadioButtonsElement(action_id=SHARING, options=list(options.values()), initial_option=preselected)


def _shared_now(form: Form) -> list[Block]:
    return [paragraph(SHARED_NOW), quote(form.shared_words)] if form.shared_words else []
