"""A pause: the menu under a question, the form for a date, and the words that say when it ends."""

from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DatePickerElement,
    InputBlock,
    Option,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from bot.domain.calendar import in_words
from bot.domain.own_pace import Break, OwnSettings
from bot.slack.views.message import Message
from bot.slack.views.rich import paragraph, plain

MENU_ID: Final = "pause"
RESUME_ID: Final = "resume"
CALLBACK_ID: Final = "pause_form"
UNTIL: Final = "until"
"""The field's block and the element in it share one id."""
PICK: Final = "pick"
"""The menu's choice that opens the form."""

PAUSE = "Pause…"
CHOICES: Final = {
    Break.TOMORROW: ("Tomorrow", "Nothing more today, and nothing tomorrow"),
    Break.NEXT_MONDAY: ("Next Monday", "Nothing until then"),
    PICK: ("Pick a date", "Nothing until a day you choose"),
}
PAUSED = "You're on a pause. It ends by itself: the next reminder comes on {day}."
PAUSED_TO_THE_END = "You're on a pause. Your rotation ends before it does, so nothing more comes."
STILL_OPEN = "Open questions stay open."
RESUME = "Resume now"
RESUME_TO_A_READER = "Resume now: end the pause"
NOT_PAUSED = "You're not on a pause. Reminders and questions come as usual."
RESUMED = "You're back. Reminders and questions come as usual."

TITLE = "Pause"
SAVE, CANCEL = "Pause", "Cancel"
LABEL = "Until which day?"
HINT = "Nothing comes before that day; on it, reminders go on by themselves. Up to {last}."
PICK_A_DAY = "Pick a day"


def pause_menu() -> StaticSelectElement:
    """One tap opens it, one more pauses."""
    options = [
        Option(text=plain(label), value=value, description=plain(meaning))
        for value, (label, meaning) in CHOICES.items()
    ]
    return StaticSelectElement(action_id=MENU_ID, placeholder=plain(PAUSE), options=options)


def resume_button() -> ButtonElement:
    """Ends a pause."""
    return ButtonElement(text=plain(RESUME), action_id=RESUME_ID, accessibility_label=RESUME_TO_A_READER)


def paused(own: OwnSettings) -> str:
    """That nothing comes, and on which day it goes on."""
    return PAUSED.format(day=in_words(own.back_on)) if own.back_on else PAUSED_TO_THE_END


def paused_note(own: OwnSettings) -> Message:
    """What follows a press, with the way back."""
    said = (paused(own), STILL_OPEN)
    blocks: list[Block] = [paragraph(" ".join(said)), ActionsBlock(elements=[resume_button()])]
    return Message(" ".join(said), blocks)


def pause_form(own: OwnSettings) -> View:
    """Asks for one day."""
    present = own.paused_until.isoformat() if own.paused_until else None
    hint = HINT.format(last=in_words(own.last_day)) if own.last_day else None
    picker = DatePickerElement(action_id=UNTIL, initial_date=present, placeholder=plain(PICK_A_DAY))
    field = InputBlock(block_id=UNTIL, label=plain(LABEL), element=picker, hint=plain(hint) if hint else None)
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        title=plain(TITLE),
        submit=plain(SAVE),
        close=plain(CANCEL),
        blocks=[field],
    )
