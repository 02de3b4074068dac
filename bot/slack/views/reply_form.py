"""The form behind a question, made for a tired thumb: four taps are enough. Whatever need not be read stands below."""

from collections.abc import Iterable, Sequence
from datetime import date

from slack_sdk.models.blocks import (
    Block,
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
from bot.domain.program import SupportLine
from bot.domain.reply import LONGEST_TEXT, Sharing
from bot.flows.answer_prompt import Form
from bot.slack.views import promise
from bot.slack.views.rich import bullets, paragraph, plain, quiet, quote, strong
from bot.slack.views.support import support_lines

CALLBACK_ID = "reply_form"
THEMES, TEXT, SHARING = "themes", "text", "sharing"
"""Each field's block and the element in it share one id."""

TITLE = "Your reflection"
SAVE, CANCEL, CLOSE = "Save", "Cancel", "Close"
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
SHARED_NOW = "You share these words now. They stay shared if you choose words again and leave your text as it is."
USED = "A digest has used this reply, so it can't be changed any more. Your text stays in your journal."
STOPPED = "This could point to somebody. Please take out {findings}; then try again."
AND_MORE = "and {number} more"
MOST_FINDINGS = 3


def reply_form(form: Form, on: date, *, voices: int, support: Sequence[SupportLine]) -> View:
    """The form of one question, holding what was saved; read-only once a digest has used the reply."""
    if form.used:
        return _used_form(form, support)
    blocks = [
        paragraph(strong(form.lesson.question)),
        *_fields(form),
        quiet(ONE_LINE.format(voices=promise.in_words(voices))),
        *_shared_now(form),
        DividerBlock(),
        paragraph(strong(WHO_SEES)),
        bullets((promise.OWN_JOURNAL, promise.pooled(voices), SECOND_STEP, promise.VOLUNTARY, promise.NOT_LIVE)),
        *support_lines(support),
    ]
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=on.isoformat(),
        title=plain(TITLE),
        submit=plain(SAVE),
        close=plain(CANCEL),
        blocks=blocks,
    )


def text_block(block_ids: Iterable[str]) -> str:
    """The block of the text field among those of a form. Where the field was filled anew its id is another one, since
    Slack replaces what stands in a field under a new id only."""
    return next(each for each in block_ids if each.partition("-")[0] == TEXT)


def errors_for(error: ReplyRefused, *, text_block: str = TEXT) -> dict[str, str]:
    """An error in its own words, under the field where it can be put right."""
    match error:
        case ThemesNeedATick():
            return {THEMES: str(error)}
        case NothingToSave() | TextTooLong():
            return {text_block: str(error)}
        case _:
            return {SHARING: str(error)}


def stopped(findings: Sequence[str], *, text_block: str = TEXT) -> dict[str, str]:
    """What has to go before the text can be kept."""
    return {text_block: in_one_sentence(findings)}


def in_one_sentence(findings: Sequence[str]) -> str:
    """What has to go."""
    return STOPPED.format(findings=listed(findings))


def listed(findings: Sequence[str]) -> str:
    """The first few findings; the others show up when these are gone."""
    named = list(findings[:MOST_FINDINGS])
    if len(findings) > MOST_FINDINGS:
        named.append(AND_MORE.format(number=len(findings) - MOST_FINDINGS))
    return ", ".join(named)


def _used_form(form: Form, support: Sequence[SupportLine]) -> View:
    kept = [quote(form.text)] if form.text else []
    blocks = [paragraph(strong(form.lesson.question)), *kept, paragraph(USED), DividerBlock(), *support_lines(support)]
    return View(type="modal", title=plain(TITLE), close=plain(CLOSE), blocks=blocks)


def _fields(form: Form) -> list[Block]:
    text = PlainTextInputElement(
        action_id=TEXT, multiline=True, max_length=LONGEST_TEXT, initial_value=form.text or None
    )
    return [
        InputBlock(block_id=THEMES, label=plain(THEMES_LABEL), element=_checkboxes(form), optional=True),
        InputBlock(block_id=TEXT, label=plain(TEXT_LABEL), element=text, optional=True),
        InputBlock(block_id=SHARING, label=plain(SHARING_LABEL), element=_choices(form.sharing)),
    ]


def _checkboxes(form: Form) -> CheckboxesElement:
    ticked = [_option(theme) for theme in form.themes if theme.slug in form.ticked]
    return CheckboxesElement(
        action_id=THEMES, options=[_option(theme) for theme in form.themes], initial_options=ticked or None
    )


def _option(theme: Theme) -> Option:
    return Option(text=plain(theme.label), value=theme.slug)


def _choices(sharing: Sharing) -> RadioButtonsElement:
    """Words are never preselected: where they are shared already, nothing is, so that no choice is made by itself."""
    options = {choice: Option(text=plain(label), value=choice.value) for choice, label in CHOICES.items()}
    preselected = None if sharing is Sharing.WORDS else options[sharing]
    return RadioButtonsElement(action_id=SHARING, options=list(options.values()), initial_option=preselected)


def _shared_now(form: Form) -> list[Block]:
    return [paragraph(SHARED_NOW), quote(form.shared_words)] if form.shared_words else []
