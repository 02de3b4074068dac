"""The one message of `bedside check --live`, to whoever runs it."""

from bot.slack.views.message import Message
from bot.slack.views.rich import paragraph

SENTENCE = (
    "Bedside can reach you, and is checking now that it recognizes its own messages. "
    "That is all this message is for: there is nothing to do."
)


def live_check() -> Message:
    """That it is a check, and asks for nothing."""
    return Message(SENTENCE, [paragraph(SENTENCE)])
