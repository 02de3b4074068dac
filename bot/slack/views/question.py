"""A day's question with its buttons, and what its message becomes afterwards: never what somebody wrote."""

from datetime import date

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot.domain import calendar
from bot.domain.curriculum import Lesson
from bot.slack.views.message import Message
from bot.slack.views.pause import pause_menu
from bot.slack.views.rich import paragraph, plain, quiet, strong

ANSWER_ID = "answer"
OPEN_ID = "open_reply"
SKIP_ID = "skip"

ANSWER = "Answer"
ANSWER_TO_A_READER = "Answer the question of {day}"
SKIP = "Skip"
SKIP_TO_A_READER = "Skip the question of {day}"
OPEN = "Open"
OPEN_TO_A_READER = "Open your reply of {day}"
DONE = "Done for today"


def ask(lesson: Lesson) -> Message:
    """The question itself, one tap away from its form."""
    skip = _button(SKIP_ID, SKIP, SKIP_TO_A_READER, lesson.on)
    blocks = [
        paragraph(strong(lesson.question)),
        quiet(lesson.principle.title),
        ActionsBlock(elements=[answer_button(lesson.on, primary=True), skip, pause_menu()]),
    ]
    return Message(lesson.question, blocks)


def done(lesson: Lesson) -> Message:
    """The same after an answer and after a skip, so that the conversation tells nothing."""
    return Message(DONE, [paragraph(DONE), ActionsBlock(elements=[open_button(lesson.on)])])


def answer_button(on: date, *, primary: bool = False) -> ButtonElement:
    """Opens the form of the question of a date."""
    button = _button(ANSWER_ID, ANSWER, ANSWER_TO_A_READER, on)
    button.style = "primary" if primary else None
    return button


def open_button(on: date) -> ButtonElement:
    """Opens what was saved for the question of a date."""
    return _button(OPEN_ID, OPEN, OPEN_TO_A_READER, on)


def day(on: date) -> str:
    """A date as one says it within a week or two."""
    return calendar.in_words(on)


def _button(action_id: str, label: str, to_a_reader: str, on: date) -> ButtonElement:
    return ButtonElement(
        text=plain(label),
        action_id=action_id,
        value=on.isoformat(),
        accessibility_label=to_a_reader.format(day=day(on)),
    )
