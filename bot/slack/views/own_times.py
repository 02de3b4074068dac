"""The form for own times, and the words and buttons for times and nights."""

from datetime import time
from typing import Final

from slack_sdk.models.blocks import ActionsBlock, ButtonElement, InputBlock, TimePickerElement
from slack_sdk.models.views import View

from bot.domain.calendar import Hours
from bot.domain.errors import OutsideHours, SettingRefused
from bot.domain.own_pace import OwnSettings
from bot.domain.people import Times
from bot.slack.views.rich import paragraph, plain

CALLBACK_ID: Final = "times_form"
REMINDER, QUESTION = "reminder", "question"
"""Each field's block and the element in it share one id."""
CHANGE_ID: Final = "change_times"
USUAL_ID: Final = "rotation_times"
NIGHTS_ID: Final = "on_nights"
DAYS_ID: Final = "on_days"
ON_DAYS, ON_NIGHTS = "days", "nights"

DAYS = "Reminder at {reminder:%H:%M}, question at {question:%H:%M}, in your own time zone."
NIGHTS = (
    "You're on nights: the reminder comes at {reminder:%H:%M}, before the shift, and the question at {question:%H:%M} "
    "the morning after, in your own time zone."
)
CHANGE = "Change times"
USUAL = "Back to my rotation's times"
TO_NIGHTS = "I'm on nights"
TO_NIGHTS_TO_A_READER = "I'm on nights: reminder before the shift, question the morning after"
TO_DAYS = "I'm on days"
TO_DAYS_TO_A_READER = "I'm on days again: reminder in the morning, question in the evening"

TITLE = "Your times"
SAVE, CANCEL = "Save", "Cancel"
HOURS = (
    "Pick times from {hours.earliest:%H:%M} to {hours.last_choice:%H:%M}. Nothing is sent before "
    "{hours.earliest:%H:%M} or after {hours.latest:%H:%M}, wherever you are."
)
LABELS: Final = {
    False: ("Reminder", "Question"),
    True: ("Reminder, before the shift", "Question, the morning after"),
}


def in_words(times: Times) -> str:
    """When reminder and question come."""
    return (NIGHTS if times.over_night else DAYS).format(reminder=times.reminder_at, question=times.question_at)


def times_buttons(own: OwnSettings) -> ActionsBlock:
    """Other times, nights or days, and the way back; only what would change something."""
    buttons = [_button(CHANGE_ID, CHANGE, CHANGE)]
    if own.nights:
        buttons.append(_button(DAYS_ID, TO_DAYS, TO_DAYS_TO_A_READER))
    elif own.times is not None and not own.times.over_night:
        buttons.append(_button(NIGHTS_ID, TO_NIGHTS, TO_NIGHTS_TO_A_READER))
    if own.chosen:
        buttons.append(_button(USUAL_ID, USUAL, USUAL))
    return ActionsBlock(elements=buttons)


def times_form(times: Times, hours: Hours) -> View:
    """Two times. The form remembers whether they are meant for nights."""
    labels = LABELS[times.over_night]
    return View(
        type="modal",
        callback_id=CALLBACK_ID,
        private_metadata=ON_NIGHTS if times.over_night else ON_DAYS,
        title=plain(TITLE),
        submit=plain(SAVE),
        close=plain(CANCEL),
        blocks=[
            _field(REMINDER, labels[0], times.reminder_at),
            _field(QUESTION, labels[1], times.question_at),
            paragraph(HOURS.format(hours=hours)),
        ],
    )


def errors_for(error: SettingRefused, times: Times) -> dict[str, str]:
    """An error in its own words, under the time that it is about."""
    about_reminder = isinstance(error, OutsideHours) and error.is_about(times.reminder_at)
    return {REMINDER if about_reminder else QUESTION: str(error)}


def _field(name: str, label: str, at: time) -> InputBlock:
    picker = TimePickerElement(action_id=name, initial_time=f"{at:%H:%M}")
    return InputBlock(block_id=name, label=plain(label), element=picker)


def _button(action_id: str, label: str, to_a_reader: str) -> ButtonElement:
    return ButtonElement(text=plain(label), action_id=action_id, accessibility_label=to_a_reader)
